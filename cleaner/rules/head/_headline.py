"""Which line of a whole page is the headline of its story."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from cleaner.lazy import lazy
from cleaner.rules.head._region import Region, words_of
from cleaner.rules.metadata._stamps import stamp, yearly
from cleaner.text.credits import names_agency
from cleaner.text.dates import date_pattern
from cleaner.text.headings import OUTLET_SIGN, folded, words_in
from cleaner.text.names import is_full_name
from cleaner.text.prose import prose, wide
from cleaner.words import any_of

ABOVE, BELOW = 45, 12
"""Lines above the first and below it in which the headline is looked for."""

_SEPARATOR = lazy(f"{OUTLET_SIGN}|: ")
_SUFFIX = lazy(OUTLET_SIGN)
_NAMES, _MARKED = lazy(r"\s{0,3}[|,&/]\s{0,3}|\s(?:and|und|et|y|e|og|och|en)\s"), lazy(r"[|•·:/]|\s[–—-]\s")
_CRUMBS = lazy(r"\s[/>›»|]\s.*\s[/>›»|]\s")
_SHORTEST, _LONGEST = 15, 220
_LABEL, _SIGN, _KEPT, _FEW = 80, 120, 1024, 2
_CRUMB, _CRUMBS_ABOVE = 21, 60
"""How long a line is at least that a longer one, such as a row of crumbs, is looked for, how many lines above it."""

_TOLD, _HELD = 1.4, 0.9
"""What it weighs when the story has all words of a line, and when a longer line holds it."""

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
    first = known or where.lines[0]
    titled, outlet = (known, "") if known else without_outlet(first, where)
    title = words_of(folded(titled))
    share = where.told(title) / max(1, len(title)) if titled[-1] not in ".,!" else 0.0
    spoken = share >= 0.3
    parts = frozenset(_parts(first, titled) if spoken or outlet or words_in(titled) > 3 else ())
    title = title if spoken else frozenset()
    best = _best(where, title, parts)
    if best is not None and (best.exact or best.alike >= 0.3):
        return Headline(best.text, best.at, outlet)
    if len(title) > 2 and (share >= 0.5 or where.has(folded(outlet), 1)):
        return Headline(titled, None, outlet)
    return Headline(best.text, best.at) if best is not None and best.score > 0 else None


def _best(where: Region, title: frozenset[str], parts: frozenset[str]) -> _Line | None:
    """The best of the lines near the start of the story that may be the headline.

    What a line shares with the story and with other lines is looked up only where that can make it the best.
    """
    near = range(max(1, where.first - ABOVE), min(len(where.lines), where.first + BELOW + 1))
    possible, below, exactly = [], _Below(where, near), set(where.alike(parts, near.start, near.stop))
    for at, shape in enumerate(map(_shape, where.lines[near.start : near.stop]), near.start):
        exact = at in exactly
        if shape is None and not (exact and len(where.fold(at)) > 4):
            continue
        alike = _alike(words_of(where.fold(at)), title) if title else 0.0
        score = 1.2 * ((-2.0 if shape is None else shape) - 3.0 * below.signed(at)) + (6.0 if exact else 2.5 * alike)
        above = where.first - at
        score -= 0.05 * min(above, 30) if above >= 0 else -0.2 * above
        possible.append(_Line(at, where.lines[at], exact, alike, score + below.speaks(at)))
    best: _Line | None = None
    for line in sorted(possible, key=lambda line: -line.score):
        if best and line.score + _TOLD + _HELD < best.score:
            break
        fold = where.fold(line.at)
        words = words_of(fold)
        score = line.score + (_TOLD * where.told(words) / len(words) if words else 0.0)
        crumbs = len(fold) >= _CRUMB and where.within(fold, line.at - _CRUMBS_ABOVE, line.at + 3)
        score = round(score + _HELD * crumbs, 6)
        if best is None or (score, -line.at) > (best.score, -best.at):
            best = line._replace(score=score)
    return best


def _alike(words: frozenset[str], title: frozenset[str]) -> float:
    return len(words & title) / max(3, min(len(words), len(title))) if words else 0.0


class _Line(NamedTuple):
    """A line that may be the headline, and what speaks for it: it is the page's title, is like it, all together."""

    at: int
    text: str
    exact: bool
    alike: float
    score: float


def without_outlet(title: str, lines: Region | None = None) -> tuple[str, str]:
    """The title of a page without the outlet and section behind it, and the last of what was taken.

    A single word before the outlet is a title when the outlet is one of the page's ``lines``.
    """
    outlet = ""
    for _ in range(3):
        marks = list(_SUFFIX.finditer(title[:400]))
        if not marks:
            break
        head, tail = title[: marks[-1].start()], title[marks[-1].end() :]
        short = words_in(head) < 3 or len(head) < _SHORTEST
        alone = short and (lines is None or not lines.has(folded(tail)))
        if alone or not head.strip() or len(tail) > 40 or len(tail.split()) > 5:
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


def _looks(text: str) -> float | None:
    """How much a line looks like a headline, 0 and below; None when it can be none."""
    if text[-1] in ".。۔" and prose(text):
        return None
    length = len(text) * (2 if wide(text) else 1)
    if length < _SHORTEST or len(text) > _LONGEST:
        return None
    if words_in(text) < 2 or not any(map(str.isalpha, text)):
        return None
    shape = -1.0 * (length < 25) - 1.0 * (length > 140) - 0.8 * (words_in(text) < 4)
    shape -= 1.5 * (text[-1] in ".。" and not text.endswith("...")) + 2.0 * (text[-1] in ",;:") + text[0].islower()
    shape -= 3.0 * any(mark in text for mark in ("@", "http", "©"))
    shape -= 1.5 * bool(_CRUMBS.search(text)) + 2.0 * bool((":" in text or "：" in text) and _credit().search(text))
    return shape - 3.0 * _is_signature(text)


def _is_signature(text: str) -> bool:
    """Whether a line is a date with hardly a word beside it, several names and nothing else, or closed by a credit."""
    if yearly(text) and (date := _date().search(text)):
        beside = (text[: date.start()], text[date.end() :])
        return all(len(_MARKED.split(part)[side].split()) <= _FEW for side, part in zip((-1, 0), beside, strict=True))
    if text[-1] == ")" and names_agency(text[text.rfind("(") + 1 : -1]):
        return True
    names = _NAMES.split(text)
    return len(names) > 1 and all(map(is_full_name, names))


@cache
def _date() -> re.Pattern[str]:
    return lazy(rf"(?<![^\W\d_])(?:{date_pattern()})", re.IGNORECASE)


_label = lru_cache(maxsize=_KEPT)(_looks)


def _shape(text: str) -> float | None:
    """As `_looks`; what short lines look like, of which the pages of one site share many, is kept."""
    return _label(text) if len(text) <= _LABEL else _looks(text) if len(text) <= _LONGEST else None


@cache
def _credit() -> re.Pattern[str]:
    return lazy(rf"(?<!\w){any_of('credit_label')} ?[:：]", re.IGNORECASE)


@cache
def _byline() -> re.Pattern[str]:
    return lazy(rf"{any_of('author_by', 'byline_label')}(?!\w)", re.IGNORECASE)


def signs(text: str) -> bool:
    """Whether a line is, or begins like, a byline or the date of an article."""
    return _sign(text) if len(text) <= _LABEL else len(text) <= _SIGN and _signs(text)


def _signs(text: str) -> bool:
    return bool(len(text) <= 90 and _byline().match(text)) or (yearly(text) and stamp(text) is not None)


_sign = lru_cache(maxsize=_KEPT)(_signs)


class _Below:
    """What the lines below a line say: a byline or a date speak for the headline above, and so does the story."""

    def __init__(self, where: Region, near: range) -> None:
        lines = list(enumerate(where.lines[near.start : near.stop + _NEAR], near.start))
        self._signed = [at for at, line in lines if signs(line)]
        self._told = [at for at, line in lines if len(line) >= _STORY]

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
