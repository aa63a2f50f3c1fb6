"""Which figures of a long line are the year of a stamp, by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleaner.lazy import lazy
from cleaner.scan.scanner import fold
from cleaner.words import numbers, words
from cleaner.words.alternation import alternation

_YEAR = lazy(r"\d\d{3}")
_BESIDE = 40
"""Characters that are looked at beside a year."""

_SIGN = r"(?: ?[(（][^()（）\d]{1,12}[)）])?(?: ?(?:г|р|r)\.|ء)?"
"""What may be said of a date behind its year."""

_THEN = lazy(rf"\d{{1,2}}(?!\d)| ?[年년]|{_SIGN}(?: ?[A-Z][A-Za-z]{{1,4}})? {{1,3}}[^\w\n]{{0,12}}[^\W_a-zà-ÿа-я]")
_FIGURE = lazy(r"\D{0,100}\d{1,3}")


def has_year(text: str, end: int) -> bool:
    """Whether four figures stand in the first ``end`` characters: a cheap test."""
    return _YEAR.search(text, 0, end) is not None


def years(text: str, end: int) -> Iterator[re.Match[str]]:
    """The years, in the first ``end`` characters, of dates behind which stands what does behind a stamp's."""
    for year in _YEAR.finditer(text, 0, end):
        if _followed(text, year.end()) and _in_date(text, year.start(), year.end()):
            yield year


@cache
def _between() -> re.Pattern[str]:
    """What stands between the year of a stamp and the next figure, in small letters."""
    gap = r"[ \t\u00a0\u202f.,،|·•/()–—-]{0,12}"
    dated = (*words("date_filler", "weekday"), *numbers("months"), *numbers("half_day"), "tháng", "thg", "at", "gada")
    said = alternation(tuple(map(fold, dated)))
    label = alternation(tuple(map(fold, words("updated_label", "published_label"))))
    return lazy(rf"(?: m)?{_SIGN}(?: ?[a-z]{{2,5}})?{gap}(?:{label}|(?:{said}{gap}){{0,4}}t?\d{{1,2}}(?!\d))")


def _followed(text: str, at: int) -> bool:
    """Whether behind a year, which ends ``at``, stands what does in a stamp: a sentence, a label, or more figures."""
    if _THEN.match(text, at):
        return True
    figure = _FIGURE.match(text, at)
    return figure is not None and _between().match(fold(figure[0])) is not None


@cache
def _dated() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What ends in front of the year of a date, and what begins behind it, in small letters."""
    month = alternation((*map(fold, numbers("months")), "tháng", "thg"))
    join = r"[ \u00a0.,،-]{0,3}(?:(?:de|del|of|năm|d'|พ\.ศ\.|ค\.ศ\.|سال) ?)?"
    day = r"\d(?:st|nd|rd|th|er|º)?"
    return (
        lazy(rf"(?:\d[-/.] ?|{day}{join}|\d[^\n]{{0,12}}{month}{join})$"),
        lazy(rf"[-/.] ?\d| ?[年년]|(?:\.? | m\. |[.-]){month}|\. gada"),
    )


def _in_date(text: str, start: int, end: int) -> bool:
    """Whether day or month stand beside the year from ``start`` to ``end``."""
    before, behind = _dated()
    return bool(
        behind.match(fold(text[end : end + _BESIDE])) or before.search(fold(text[max(0, start - _BESIDE) : start]))
    )
