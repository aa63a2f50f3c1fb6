"""A line of names between headline and story, with nothing that says so.

What   “Anna Other”, “AFP”, “Staff report”, “Ann Other | Staff Writer”, “Ann Other, dpa”, “Ann Other · 3 May 2019” right
       below the headline or, where the record has the title, right above the story: people, their role, their agency,
       a date, and nothing else; a line with the role below them. Of names alone each begins with a common given name.
Why    It is the byline.
Kept   Names of people of whom headline or story speaks, places, sections, whatever else stands there; a name with a
       colon, whose work or words stand below, and one that ends a sentence.
Moves  The names go to `authors`, a date to `published`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.head._block import Written, first
from cleaner.rules.head._unlabelled import is_role, nobody, read
from cleaner.rules.metadata._headlines import is_headline, same
from cleaner.scan.traits import BARE_HEAD
from cleaner.text.headings import folded
from cleaner.text.prose import prose

rule = Rule(code="HED003", needs=BARE_HEAD)

_CLOSED = lazy(r":\s*$|[^\W\d_A-Z]{3}\.\s*$")

_BELOW = 2
"""As many lines below the headline the names may stand."""


def find(doc: Document) -> Iterator[Edit]:
    head = first(doc) if doc.kind != "article" else []
    story = len(head) - 1
    if story < 1 or not prose(head[story].text):
        return
    title, top = str(doc.fields.get("title") or ""), head[0].text
    if story == 1 and not title and not nobody(top):
        return
    under = 1 if same(top, {folded(title)}) or is_headline(top) else 0
    if under or title:
        above, begin = f"{title} {top if under else ''}", doc.lines[head[story].at].begin
        yield from _names(doc, head[under : min(story, under + _BELOW)], above, begin)
    elif story == 1 and not (line := doc.lines[head[0].at]).gone:
        yield line.cut()


def _names(doc: Document, lines: list[Written], above: str, begin: int) -> Iterator[Edit]:
    """The first of some lines that name people of whom neither what stands ``above`` nor the story speaks, which
    begins at ``begin``, and those below it that do or name a role."""
    named = False
    for at, text in lines:
        lift = {} if named and is_role(text) else read(doc, text)
        if lift and lift.get("authors"):
            told = folded(f"{above} {doc.text[begin:]}")
            lift = None if _CLOSED.search(text) or any(_spoken_of(name, told) for name in lift["authors"]) else lift
        if lift is not None and not (line := doc.lines[at]).gone:
            yield line.cut(**lift)
        elif named:
            return
        named = named or lift is not None


def _spoken_of(name: str, told: str) -> bool:
    """Whether ``told`` (folded) has the last word of a name."""
    return re.search(rf"(?<!\w){re.escape(folded(name.rsplit(maxsplit=1)[-1]))}(?!\w)", told) is not None


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement to all who had waited."
_TITLE = "Ferry to the island sails again"
FIXES = [
    (f"{_TITLE}\n\nANNA OTHER\n\n{_STORY}", f"{_TITLE}\n\n{_STORY}", {"authors": ["Anna Other"]}),
    (f"{_TITLE}\nANN OTHER | Staff Writer\n{_STORY}", f"{_TITLE}\n{_STORY}", {"authors": ["Ann Other"]}),
    (f"{_TITLE}\nAnn Other, dpa\n{_STORY}", f"{_TITLE}\n{_STORY}", {"authors": ["Ann Other"]}),
    (
        f"{_TITLE}\nAnn Other and Jo van der Roe · 3 May 2019\n{_STORY}",
        f"{_TITLE}\n{_STORY}",
        {"authors": ["Ann Other", "Jo van der Roe"], "published": "2019-05-03"},
    ),
    (
        f"{_TITLE}\nReuters\n\n{_STORY}",
        f"{_TITLE}\n\n{_STORY}",
        {"dateline": {"place": None, "agency": "Reuters", "text": None}, "authors": None},
    ),
    (f"{_TITLE}\nAnna Other\nStaff Writer\n\n{_STORY}", f"{_TITLE}\n\n{_STORY}", {"authors": ["Anna Other"]}),
    (f"{_TITLE}\n3 May 2019 | Ann Other\n{_STORY}", f"{_TITLE}\n{_STORY}", {"authors": ["Ann Other"]}),
]
KEEPS = [
    f"{_TITLE}\n\nAnna Other:\n“The Harbour” (Roe Records)\n\n{_STORY}",
    f"{_TITLE}\n\nAnna Other.\n\n{_STORY}",
    f"{_TITLE}\n\nBy Ann Other\n\n{_STORY}",
    f"{_TITLE}\n\nNew York\n\n{_STORY}",
    f"{_TITLE}\n\nAnn Owner\n\n{_STORY}",
    f"{_TITLE}\n\nAnn Other\n\n{_STORY} Other did not answer.",
    f"Ann Other\n\n{_STORY}",
    f"{_TITLE}\n\nGlobal Affairs\n\n{_STORY}",
    f"{_TITLE}\n\nAnn Other\n\n{_STORY}",
    f"{_TITLE}\n\nBreaking News\n\n{_STORY}",
    f"{_TITLE}\n\nHarbour works\n\n{_STORY}",
    f"{_TITLE}\n\nAnn Other | 03/04/2015\n\n{_STORY}",
]
