"""The block above a story: headline, names, date, each on its own line.

What   Up to three lines above a line that is a date and nothing else, or right below it, of which one holds nothing
       but names of people; the first of them is the headline.
Why    No word such as "by" tells the names from the story, and the headline need not look like one.
Kept   Blocks without names or without date; names of places, of news agencies, and of people of whom the headline or
       the story speaks.
Moves  The headline to `title`, the names to `authors`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.pagehead.people import is_name
from cleaner.rule import Rule
from cleaner.rules.metadata._head import prose
from cleaner.rules.metadata._headlines import bare
from cleaner.rules.metadata._names import agency, staff, titled
from cleaner.rules.metadata._places import is_known
from cleaner.rules.metadata._stamps import stamp, yearly
from cleaner.scan.traits import DATED
from cleaner.text.headings import folded, words_in
from cleaner.text.stops import STOPS
from cleaner.words import words

rule = Rule(code="HED002", needs=DATED)

_SENTENCE = lazy(rf"(?:(?<!\.)[.。{STOPS}]|[,;:])$")
_REACH, _LINES, _BLOCK, _LONGEST, _NAMES = 700, 12, 5, 220, 160


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind == "article" or not yearly(doc.text[:_REACH]):
        return
    head = _first(doc)
    dated = next((at for at, line in enumerate(head[:_BLOCK]) if at and _is_date(_text(line))), None)
    if dated is None or len(head) <= dated + 1 or not _headline(_text(head[0])):
        return
    told = folded(" ".join((_text(head[0]), doc.text[head[-1].end :])))
    for at in (dated - 1, dated + 1):
        names = _names(_text(head[at]), told) if 0 < at < len(head) - 1 else []
        if names and any(prose(_text(line)) for line in head[max(at, dated) + 1 :]):
            if not head[at].gone:
                yield head[at].cut(authors=names)
            if not doc.fields.get("title") and not head[0].gone:
                yield head[0].cut(title=bare(_text(head[0])))
            return


def _first(doc: Document) -> list[Line]:
    """The first lines that held something, whether or not another rule has taken them, down to the story."""
    found: list[Line] = []
    for at in doc.filled:
        line = doc.lines[at]
        if text := _text(line):
            found.append(line)
            if len(found) > _LINES or prose(text):
                break
    return found


def _text(line: Line) -> str:
    return line.doc.text[line.begin : line.begin + _REACH].partition("\n")[0].strip()


def _is_date(text: str) -> bool:
    found = stamp(text) if len(text) <= _NAMES and yearly(text) else None
    return found is not None and found.end == len(text)


def _headline(text: str) -> bool:
    return words_in(text) > 1 and len(text) <= _LONGEST and not _SENTENCE.search(text) and not _names(text, "")


def _names(text: str, told: str) -> list[str]:
    """The people of a line that names nobody and nothing else; empty when it does, or when ``told`` speaks of them."""
    if len(text) > _NAMES:
        return []
    found = []
    for piece in filter(None, (piece.strip(" .") for piece in _joint().split(text))):
        if agency(piece) or staff(piece):
            continue
        if not is_name(piece) or is_known(piece) or folded(piece) in told:
            return []
        found.append(titled(piece))
    return found


@cache
def _joint() -> re.Pattern[str]:
    joined = "|".join(map(re.escape, words("byline_join")))
    return re.compile(rf"\s{{0,9}}[,;/&|·]\s{{0,9}}|\s{{1,9}}(?:{joined})\s{{1,9}}", re.IGNORECASE)


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement to all who had waited."
_DATED = "\n3 March 2015\n\n" + _STORY
FIXES = [
    (f"Ferry: “sails again”...\nAnn Other{_DATED}", f"3 March 2015\n\n{_STORY}",
     {"title": "Ferry: “sails again”...", "authors": ["Ann Other"]}),
    (f"Ferry sails again\nANN OTHER, Jo van der Roe und dpa{_DATED}", f"3 March 2015\n\n{_STORY}",
     {"authors": ["Ann Other", "Jo van der Roe"]}),
    (f"Ferry sails again\n3 March 2015\nAnn Other\n\n{_STORY}", f"3 March 2015\n\n{_STORY}",
     {"authors": ["Ann Other"]}),
    ("Паром снова в море\nАнна Ким\n3 марта 2015\n\nПаром снова вышел в море, сообщила в понедельник утром компания.",
     "3 марта 2015\n\nПаром снова вышел в море, сообщила в понедельник утром компания.", {"authors": ["Анна Ким"]}),
]  # fmt: skip
KEEPS = [
    f"Ferry sails again\nNew York{_DATED}",
    f"Ferry sails again\nAssociated Press{_DATED}",
    f"Ferry sails again\nAnn Other\n\n{_STORY}",
    f"Ann Other\n3 March 2015\n\n{_STORY}",
    f"Ann Other sails again\nAnn Other{_DATED}",
    f"Ferry sails again\nAnn Other{_DATED}\n\n“We rowed,” Ann Other said.",
    f"Entries\nAnn Other\nJo Roe\n{_STORY}",
]
