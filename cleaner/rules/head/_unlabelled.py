"""Bylines that no word such as “by” tells: names with their role, agency and date."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from cleaner.document import Document
from cleaner.lazy import lazy
from cleaner.rules.head._block import NAMES, names
from cleaner.rules.metadata._names import agency, newsroom, staff
from cleaner.rules.metadata._stamps import lifted, stamp, yearly
from cleaner.text.names import given_names
from cleaner.words import any_of

_PLACE = 2
"""More words than a place behind a newsroom has."""

_PARTS = lazy(r" ?[|·•] ?| [–—/-] |, ")
_BEHIND = lazy(r" Special (?:to|for) .{3,40}$")


def read(doc: Document, text: str) -> dict[str, Any] | None:
    """What a line of names, roles and dates lifts; None when it is none."""
    if len(text) > NAMES or _by().match(text):
        return None
    named = agency(_with().sub("", text, count=1))
    if named:
        return {"dateline": {"place": None, "agency": named, "text": None}}
    if nobody(text):
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
        elif agency(part) or staff(part) or (people and is_role(part)):
            proved = True
        else:
            more = names(part, "")
            if not more:
                return None
            people += more
    proved = proved or all(name.split()[0] in given_names() for name in people)
    return {**lift, "authors": people} if people and proved else None


def nobody(text: str) -> bool:
    """Whether a line is what newsrooms sign with, also with a place behind it."""
    who, _, place = text.partition(",")
    return newsroom(who) and len(place.split()) < _PLACE


@cache
def _by() -> re.Pattern[str]:
    return lazy(rf"{any_of('author_by', 'byline_label', 'byline_by')}[\s:：]", re.IGNORECASE)


@cache
def _with() -> re.Pattern[str]:
    return lazy(rf"^{any_of('with_agency')} ", re.IGNORECASE)


def is_role(text: str) -> bool:
    """Whether a line says what its writer is: "Staff Writer", "Political editor in Lom"."""
    return _role().fullmatch(text) is not None


@cache
def _role() -> re.Pattern[str]:
    return lazy(rf"(?:\w+[ -]){{0,2}}{any_of('byline_role')}(?: [\w ]{{1,40}})?", re.IGNORECASE)
