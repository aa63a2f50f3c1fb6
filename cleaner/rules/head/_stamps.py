"""The dates in the head of a whole page's story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cleaner.lazy import lazy
from cleaner.rules.head._region import Region, in_sentence
from cleaner.rules.metadata._stamps import Stamp, stamp, yearly
from cleaner.text.dates import date_pattern
from cleaner.text.prose import prose
from cleaner.words import any_of

_YEAR = lazy(r"\d{4}")
_PARTED = lazy(r"[|•·/]|\s[–—-]\s")
_JOINED = 3
_LONGEST = 160
_ABOVE, _BELOW, _INSIDE = 6, 16, 9
_FEW = 2
"""More words than these stand before a date that belongs to a headline."""


class Dated(NamedTuple):
    """A run of dates that begins in the line ``at``; ``whole`` when nothing else stands in its lines, ``behind`` the
    words that it stands right behind."""

    at: int
    last: int
    found: Stamp
    whole: bool
    behind: list[str]


def dated(where: Region, at: int | None) -> list[Dated]:
    """The runs, one or two, that say when the story was published and when updated; ``at`` is the headline's line."""
    middle = where.first if at is None else at
    published: tuple[float, Dated] | None = None
    updated: Dated | None = None
    for one in _runs(where, head(where, at)):
        if one.at == at and len(one.behind) > _FEW and not one.found.timed:
            continue  # the day that the story is about
        if "published" in one.found.dates:
            score = _score(one, middle)
            if published is None or score > published[0]:
                published = score, one
        if "updated" in one.found.dates and one.at >= middle - 1 and updated is None:
            updated = one
    found = [published[1]] if published else _only(where)
    return found if updated is None or updated in found else [*found, updated]


def _only(where: Region) -> list[Dated]:
    """The date that stands alone in a line, with a label or a time of day, when the page down to its end has one such.

    Pictures and lists can part the head of a story from its text.
    """
    found = [one for one in _runs(where, range(where.last)) if one.whole and "published" in one.found.dates]
    found = [one for one in found if one.found.labelled or one.found.timed]
    return found[:1] if len({one.found.dates["published"] for one in found}) == 1 else []


def head(where: Region, at: int | None) -> range:
    """The lines between which byline and date stand."""
    first = where.first - 2 * _ABOVE if at is None else at - _ABOVE
    last = where.first + 2 * _INSIDE if at is None else max(at + _BELOW, where.first + _INSIDE)
    return range(max(0, first), min(last, len(where.lines)))


def _score(one: Dated, middle: int) -> float:
    score = 1.5 * one.found.labelled + 0.5 * one.found.timed + 1.0 * one.whole
    return score - (0.1 * (one.at - middle) if one.at >= middle else 0.7 + 0.4 * (middle - one.at))


def _runs(where: Region, lines: range) -> Iterator[Dated]:
    near = enumerate(where.lines[lines.start : lines.stop + _JOINED], lines.start)
    years = {at for at, text in near if _YEAR.search(text, 0, _LONGEST) or "年" in text}
    for at in lines:
        text = where.lines[at]
        if years.isdisjoint(range(at, at + _JOINED)) or len(text) > _LONGEST or prose(text):
            continue
        joined = " ".join(where.lines[at : at + _JOINED])
        if not yearly(joined):
            continue
        for match in (_start() if at in years else _label()).finditer(text):
            found = stamp(joined[match.start() :])
            if found is not None and found.inner > 0:
                end = match.start() + found.inner
                before, behind = (_PARTED.split(side) for side in (text[: match.start()], text[end:].lstrip(" ,")))
                if not (in_sentence(before[-1]) or (behind[0][:1].islower() and in_sentence(behind[0]))):
                    whole = match.start() == 0 and _ends(where, at, end)
                    yield Dated(at, _line_of(where, at, end), found, whole, before[-1].split())
                break


def _line_of(where: Region, at: int, end: int) -> int:
    """The line in which the character ``end`` of the joined lines stands."""
    for line in range(at, min(at + _JOINED, len(where.lines))):
        end -= len(where.lines[line]) + 1
        if end < 0:
            return line
    return min(at + _JOINED, len(where.lines)) - 1


def _ends(where: Region, at: int, end: int) -> bool:
    """Whether the character ``end`` of the joined lines is the end of a line but for marks."""
    for line in range(at, min(at + _JOINED, len(where.lines))):
        text = where.lines[line]
        if end <= len(text):
            return not text[end:].strip(" .,;:|()•·–—-*/")
        end -= len(text) + 1
    return True


@cache
def _start() -> re.Pattern[str]:
    return lazy(rf"(?<![\w-])(?:{_labels()}|{date_pattern()})", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    return lazy(rf"(?<![\w-]){_labels()}", re.IGNORECASE)


def _labels() -> str:
    return rf"(?:{any_of('published_label', 'updated_label')})(?!\w)"
