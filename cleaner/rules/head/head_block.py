"""The block above a story: headline, names, date, each on its own line.

What   Up to three lines above a line that is a date and nothing else, or right below it, of which one holds nothing
       but names of people; the first of them is the headline.
Why    No word such as "by" tells the names from the story, and the headline need not look like one.
Kept   Blocks without names or without date; names of places, of news agencies, and of people of whom the headline or
       the story speaks.
Moves  The headline to `title`, the names to `authors`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.head._block import NAMES, REACH, first, names
from cleaner.rules.metadata._headlines import bare
from cleaner.rules.metadata._stamps import stamp, yearly
from cleaner.scan.traits import DATED
from cleaner.text.headings import folded, words_in
from cleaner.text.prose import prose
from cleaner.text.stops import STOPS

rule = Rule(code="HED002", needs=DATED)

_SENTENCE = lazy(rf"(?:(?<!\.)[.。{STOPS}]|[,;:])$")
_BLOCK, _LONGEST = 5, 220


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind == "article" or not yearly(doc.text[:REACH]):
        return
    head = first(doc)
    dated = next((at for at, (_, text) in enumerate(head[:_BLOCK]) if at and _is_date(text)), None)
    if dated is None or len(head) <= dated + 1 or not _headline(head[0].text):
        return
    top = doc.lines[head[0].at]
    told = folded(" ".join((head[0].text, doc.text[doc.lines[head[-1].at].end :])))
    for at in (dated - 1, dated + 1):
        found = names(head[at].text, told) if 0 < at < len(head) - 1 else []
        if found and any(prose(text) for _, text in head[max(at, dated) + 1 :]):
            if not (line := doc.lines[head[at].at]).gone:
                yield line.cut(authors=found)
            if not doc.fields.get("title") and not top.gone:
                yield top.cut(title=bare(head[0].text))
            return


def _is_date(text: str) -> bool:
    found = stamp(text) if len(text) <= NAMES and yearly(text) else None
    return found is not None and found.end == len(text)


def _headline(text: str) -> bool:
    return words_in(text) > 1 and len(text) <= _LONGEST and not _SENTENCE.search(text) and not names(text, "")


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
