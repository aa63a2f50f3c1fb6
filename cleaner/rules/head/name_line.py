"""A line of names between headline and story, with nothing that says so.

What   “Anna Other”, “AFP”, “Staff report”, “Ann Other | Staff Writer”, “Ann Other, dpa”, “Ann Other · 3 May 2019” right
       below the headline or, where the record has the title, right above the story: people, their role, their agency,
       a date, and nothing else; a line with the role below them. Of names alone each begins with a common given name.
Why    It is the byline.
Kept   Names of people of whom headline or story speaks, places, sections, whatever else stands there.
Moves  The names go to `authors`, a date to `published`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.head._block import NAMES, first, names
from cleaner.rules.metadata._head import prose
from cleaner.rules.metadata._headlines import is_headline, same
from cleaner.rules.metadata._names import agency, newsroom, staff
from cleaner.rules.metadata._stamps import lifted, stamp, yearly
from cleaner.scan.traits import BARE_HEAD
from cleaner.text.headings import folded
from cleaner.text.names import given_names
from cleaner.words import any_of

rule = Rule(code="HED003", needs=BARE_HEAD)

_PARTS = lazy(r" ?[|·•] ?| [–—/-] |, ")
_BEHIND = lazy(r" Special (?:to|for) .{3,40}$")
_BELOW = 2
"""As many lines below the headline the names may stand."""


def find(doc: Document) -> Iterator[Edit]:
    head = first(doc) if doc.kind != "article" else []
    story = len(head) - 1
    if story < 1 or not prose(head[story].text):
        return
    title = str(doc.fields.get("title") or "")
    top = head[0].text
    if story == 1 and not title and not _nobody(top):
        return
    under = 1 if same(top, {folded(title)}) or is_headline(top) else 0
    if not under and not title:
        if story == 1 and not (line := doc.lines[head[0].at]).gone:
            yield line.cut()
        return
    named = False
    for at, text in head[under : min(story, under + _BELOW)]:
        lift = {} if named and _role().fullmatch(text) else _read(doc, text)
        if lift and lift.get("authors"):
            told = folded(" ".join((title, top if under else "", doc.text[doc.lines[head[story].at].begin :])))
            lift = None if any(_spoken_of(name, told) for name in lift["authors"]) else lift
        if lift is not None and not (line := doc.lines[at]).gone:
            yield line.cut(**lift)
        elif named:
            return
        named = named or lift is not None


def _read(doc: Document, text: str) -> dict[str, Any] | None:
    """What a line of names, roles and dates lifts; None when it is none."""
    if len(text) > NAMES or _by().match(text):
        return None
    named = agency(_with().sub("", text, count=1))
    if named:
        return {"dateline": {"place": None, "agency": named, "text": None}}
    if _nobody(text):
        return {}
    people: list[str] = []
    proved = False
    lift: dict[str, Any] = {}
    for part in _PARTS.split(_BEHIND.sub("", text)):
        found = stamp(part) if yearly(part) else None
        if found and found.end == len(part):
            lift, unsettled = lifted(found, doc.fields)
            if unsettled:
                return None
            proved = True
        elif agency(part) or staff(part) or (people and _role().fullmatch(part)):
            proved = True
        else:
            more = names(part, "")
            if not more:
                return None
            people += more
    proved = proved or all(name.split()[0] in given_names() for name in people)
    return {**lift, "authors": people} if people and proved else None


def _nobody(text: str) -> bool:
    """Whether a line is what newsrooms sign with, also with a place behind it."""
    who, _, place = text.partition(",")
    return newsroom(who) and len(place.split()) < _BELOW


def _spoken_of(name: str, told: str) -> bool:
    """Whether the story has the last word of a name."""
    return re.search(rf"(?<!\w){re.escape(folded(name.rsplit(maxsplit=1)[-1]))}(?!\w)", told) is not None


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"{any_of('author_by', 'byline_label', 'byline_by')}[\s:：]", re.IGNORECASE)


@cache
def _with() -> re.Pattern[str]:
    return re.compile(rf"^{any_of('with_agency')} ", re.IGNORECASE)


@cache
def _role() -> re.Pattern[str]:
    return re.compile(rf"(?:\w+[ -]){{0,2}}{any_of('byline_role')}(?: [\w ]{{1,40}})?", re.IGNORECASE)


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
