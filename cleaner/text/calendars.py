"""Dates of other calendars as those of the common one: Persian, Thai, Japanese eras, years of the Republic of China.

Only calendars whose days can be told without tables are read; a lunar date stays as it is.
"""

from __future__ import annotations

import datetime
import re
from functools import cache

from cleaner.lazy import lazy
from cleaner.words import numbers
from cleaner.words.alternation import alternation

_PERSIAN_YEARS = range(1300, 1451)
_THAI_AHEAD = 543
_THAI = lazy(r"[\u0e01-\u0e4e]")
_THAI_YEAR = lazy(r"(?<!\d)2[45]\d\d(?!\d)")
_SLASHED = lazy(r"(?<!\d)(\d{1,2})/(\d{1,2})/(25\d\d)(?!\d)")
_YEAR_SIGN = lazy(r"(?<=\d)[ ]?ء(?!\w)")
"""What follows a year in Urdu; in Arabic the same letter ends the names of days."""

_CYCLE, _PER_CYCLE, _PHASE = 33, 8, 1595
"""The Persian calendar has 8 leap years in 33; the count begins at the year -1595."""

_NOWRUZ = datetime.date(2021, 3, 21).toordinal()
_NUMERIC = lazy(r"(?<!\d)(1[34]\d\d)([/-])(\d{1,2})\2(\d{1,2})(?!\d)")
_ERA = lazy(r"(令和|平成|昭和|民國|民国)[ ]?(元|\d{1,3})[ ]?年(?:[(（][ ]?\d{4}[ ]?年[ ]?[)）])?")
_BESIDE = lazy(r"(\d{4}年)[(（](?:令和|平成|昭和)(?:元|\d{1,2})年[)）]")
_BEFORE = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""The year before the first one of an era."""

ERAS = tuple(_BEFORE)
ERA_PATTERN = rf"(?:中華)?(?:{'|'.join(ERAS)}) ?(?:元|\d{{1,3}}) ?年(?:[(（] ?\d{{4}} ?年[)）])?"
"""A year by its era, as a bounded expression without groups."""


@cache
def _named() -> re.Pattern[str]:
    months = alternation(tuple(numbers("months_persian")))
    return lazy(rf"(?<!\d)(\d{{1,2}})[ \u200c]({months})(?:[ ]?ماه)?(?:[ ]?سال)?[ ،,]{{1,2}}(1[34]\d\d)(?!\d)")


def common(text: str) -> str:
    """``text`` (its digits plain) with the Persian and Thai dates and the years of eras in it as those of ours."""
    if not text.isascii():
        text = _ERA.sub(lambda match: f"{_year(match[1], match[2])}年", _BESIDE.sub(r"\1", text.replace("中華", "")))
        text = _named().sub(
            lambda match: _persian(match[3], numbers("months_persian")[match[2]], match[1]) or match[0], text
        )
        if _THAI.search(text):
            text = _THAI_YEAR.sub(lambda match: str(int(match[0]) - _THAI_AHEAD), text.replace("ที่", " ที่ "))
        text = _YEAR_SIGN.sub(" ", text)
    text = _SLASHED.sub(lambda match: f"{int(match[3]) - _THAI_AHEAD}-{match[2]}-{match[1]}", text)
    return _NUMERIC.sub(lambda match: _persian(match[1], int(match[3]), match[4]) or "", text)


def other(text: str) -> bool:
    """Whether a date may be one of another calendar: a cheap test before `common`."""
    return not text.isascii() or text.startswith(("13", "14")) or "/25" in text


def _year(era: str, number: str) -> int:
    return _BEFORE[era] + (1 if number == "元" else int(number))


def _persian(year_text: str, month: int, day_text: str) -> str | None:
    """A Persian date as ISO 8601, or None when that calendar does not have it."""
    year, day = int(year_text), int(day_text)
    longest = 31 if month < 7 else 30 if month < 12 or _leap(year) else 29
    if year not in _PERSIAN_YEARS or not 1 <= month <= 12 or not 1 <= day <= longest:
        return None
    behind = day - 1 + 31 * min(month - 1, 6) + 30 * max(0, month - 7)
    return datetime.date.fromordinal(_NOWRUZ + _first(year) - _first(1400) + behind).isoformat()


def _first(year: int) -> int:
    """Days from a fixed one to the first day of a Persian year."""
    counted = year + _PHASE
    return 365 * counted + counted // _CYCLE * _PER_CYCLE + (counted % _CYCLE + 3) // 4


def _leap(year: int) -> bool:
    return _first(year + 1) - _first(year) == 366
