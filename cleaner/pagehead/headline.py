"""Which line of a whole page is the headline of its story."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from cleaner.lazy import lazy
from cleaner.pagehead.region import Region, words_of
from cleaner.rules.metadata._head import prose, wide
from cleaner.rules.metadata._stamps import stamp, yearly
from cleaner.text.headings import folded, words_in
from cleaner.words import any_of

ABOVE, BELOW = 45, 12
"""Lines above the first and below it in which the headline is looked for."""

_SEPARATOR = lazy(r"\s{1,9}[|–—•·»:-]{1,9}\s{1,9}|\s{0,9}[|»]\s{0,9}|: ")
_SUFFIX = lazy(r"\s{1,9}[|–—•·»:-]{1,9}\s{1,9}|\s{0,9}[|»]\s{0,9}")
_CRUMBS = lazy(r"\s[/>›»|]\s.*\s[/>›»|]\s")
_SHORTEST, _LONGEST = 15, 220
_NEAR, _STORY = 8, 60
"""How many lines below a headline speak for it, and the length of one that is part of the story."""


class Headline(NamedTuple):
    """A headline: its words, the line where it stands (None when only the page's title says it), the outlet's name."""

    text: str
    at: int | None
    outlet: str = ""


def headline(where: Region, known: str = "") -> Headline | None:
    """The headline: the best line near the start of the story; the page's title when no line says what it says.

    ``known`` is the title that came with the record, if any; else the first line is taken for the page's title.
    """
    first = known or where.text(0)
    titled, outlet = (known, "") if known else without_outlet(first, where.folds)
    title = words_of(folded(titled))
    share = len(title & where.story) / max(1, len(title)) if titled[-1] not in ".,!" else 0.0
    spoken = share >= 0.3
    parts = frozenset(_parts(first, titled) if spoken or outlet or words_in(titled) > 3 else ())
    title = title if spoken else frozenset()
    near = _near(where)
    below = _Below(where, near)
    found = [_Line(where, at, title, parts, below) for at in near]
    best = max((line for line in found if line.possible), key=lambda line: (line.score, -line.at), default=None)
    agrees = best is not None and (best.exact or best.alike >= 0.3)
    if agrees and best is not None:
        return Headline(best.text, best.at, outlet)
    if len(title) > 2 and (share >= 0.5 or folded(outlet) in where.folds[1:]):
        return Headline(titled, None, outlet)
    return Headline(best.text, best.at) if best is not None and best.score > 0 else None


def without_outlet(title: str, lines: Sequence[str] = ()) -> tuple[str, str]:
    """The title of a page without the outlet and section behind it, and the last of what was taken.

    A single word before the outlet is a title when the outlet stands among the page's ``lines`` (folded).
    """
    outlet = ""
    for _ in range(3):
        marks = list(_SUFFIX.finditer(title[:400]))
        if not marks:
            break
        head, tail = title[: marks[-1].start()], title[marks[-1].end() :]
        short = words_in(head) < 3 or len(head) < _SHORTEST
        if (short and folded(tail) not in lines) or not head.strip() or len(tail) > 40 or len(tail.split()) > 5:
            break
        if _byline().match(tail):
            title = head
            continue
        title, outlet = head, outlet or tail
    return title, outlet


def _parts(title: str, bare: str) -> Iterator[str]:
    """What the headline in a page's title may be: the title, or more than half of it up to or from a separator."""
    half = words_in(bare) / 2
    for text in (title, bare):
        yield folded(text)
        for mark in _SEPARATOR.finditer(text[:400]):
            for part in (text[: mark.start()], text[mark.end() :]):
                if words_in(part) > half and folded(part) in folded(bare):
                    yield folded(part)


def _near(where: Region) -> range:
    return range(max(1, where.first - ABOVE), min(len(where.pieces), where.first + BELOW + 1))


class _Line:
    """A line that may be the headline, and what speaks for it."""

    def __init__(self, where: Region, at: int, title: frozenset[str], parts: frozenset[str], below: _Below) -> None:
        self.at, self.text = at, where.text(at)
        fold = where.folds[at]
        self.exact = fold in parts
        shape = _shape(self.text, below.signed(at))
        if shape is None and self.exact and len(fold) > 4:
            shape = -2.0
        self.possible = shape is not None
        if shape is None:
            return
        words = words_of(fold)
        self.alike = len(words & title) / max(3, min(len(words), len(title))) if words and title else 0.0
        self.score = 1.2 * shape + (6.0 if self.exact else 2.5 * self.alike)
        if words:
            self.score += 1.4 * len(words & where.story) / len(words)
        above = where.first - at
        self.score -= 0.05 * min(above, 30) if above >= 0 else -0.2 * above
        self.score += below.speaks(at) + 0.9 * _repeated(where, at, fold)


def _shape(text: str, signed: bool) -> float | None:
    """How much a line looks like a headline, 0 and below; None when it can be none."""
    length = len(text) * (2 if wide(text) else 1)
    if length < _SHORTEST or len(text) > _LONGEST or words_in(text) < 2 or not any(map(str.isalpha, text)):
        return None
    if prose(text) and text[-1] in ".。۔":
        return None
    shape = -1.0 * (length < 25) - 1.0 * (length > 140) - 0.8 * (words_in(text) < 4)
    shape -= 1.5 * (text[-1] in ".。" and not text.endswith("...")) + 2.0 * (text[-1] in ",;:") + text[0].islower()
    shape -= 3.0 * any(mark in text for mark in ("@", "http", "©"))
    shape -= 1.5 * bool(_CRUMBS.search(text)) + 2.0 * bool(_credit().search(text)) + 3.0 * signed
    return shape


@cache
def _credit() -> re.Pattern[str]:
    return lazy(rf"(?<!\w){any_of('credit_label')} ?[:：]", re.IGNORECASE)


@cache
def _byline() -> re.Pattern[str]:
    return lazy(rf"{any_of('author_by', 'byline_label')}(?!\w)", re.IGNORECASE)


def signs(text: str) -> bool:
    """Whether a line is, or begins like, a byline or the date of an article."""
    if len(text) <= 90 and _byline().match(text):
        return True
    return len(text) <= 120 and yearly(text) and stamp(text) is not None


class _Below:
    """What the lines below a line say: a byline or a date speak for the headline above, and so does the story."""

    def __init__(self, where: Region, near: range) -> None:
        lines = range(near.start, min(near.stop + _NEAR, len(where.pieces)))
        self._signed = [at for at in lines if signs(where.text(at))]
        self._told = [at for at in lines if len(where.text(at)) >= _STORY]

    def signed(self, at: int) -> bool:
        """Whether the line is a byline or a date itself."""
        return _next(self._signed, at) == at

    def speaks(self, at: int) -> float:
        """How much the next lines speak for this one as the headline."""
        signed, told = _next(self._signed, at + 1) - at, _next(self._told, at + 1) - at
        return (1.8 - 0.15 * signed if signed <= _NEAR else 0.0) + (0.8 * (1 - told / 9) if told <= _NEAR else 0.0)


def _next(lines: Sequence[int], at: int) -> int:
    """The first of the sorted ``lines`` that is not above ``at``; one far below when there is none."""
    found = bisect_left(lines, at)
    return lines[found] if found < len(lines) else at + 2 * _NEAR


def _repeated(where: Region, at: int, fold: str) -> bool:
    """Whether a line above, such as a row of crumbs, holds the line and more."""
    if len(fold) <= 20:
        return False
    return any(fold in other and fold != other for other in where.folds[max(0, at - 60) : at + 3])
