"""Dates that people wrote, in many languages, read with exactly the precision they state."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from cleaner.isodate import Stated, iso_date
from cleaner.words import any_of, numbers, words

ZONES = {
    "GMT": "Z", "UTC": "Z", "Z": "Z", "WET": "Z", "BST": "+01:00", "CET": "+01:00", "WAT": "+01:00", "CEST": "+02:00",
    "MEZ": "+01:00", "MESZ": "+02:00", "EET": "+02:00", "SAST": "+02:00", "CAT": "+02:00", "EEST": "+03:00",
    "EAT": "+03:00", "MSK": "+03:00", "TRT": "+03:00", "PKT": "+05:00", "WIB": "+07:00", "ICT": "+07:00", "HKT": "+08:00",
    "SGT": "+08:00", "PHT": "+08:00", "WITA": "+08:00", "AWST": "+08:00", "JST": "+09:00", "KST": "+09:00",
    "AEST": "+10:00", "AEDT": "+11:00", "NZST": "+12:00", "NZDT": "+13:00", "EST": "-05:00", "EDT": "-04:00",
    "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00",
}  # fmt: skip
"""Zone abbreviations that mean one offset; those that mean several (CST, IST, ET) are left unread."""


class Reading(NamedTuple):
    """What a date says.  ``ambiguous``: day and month could be swapped, and nothing said which comes first."""

    iso: str
    precision: str
    ambiguous: bool = False


@cache
def date_pattern() -> str:
    """A bounded regular expression (no groups, no flags) for a date with or without weekday and time."""
    return f"(?:{_dated()}|{_ISO})"


_ISO = r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?[ ]?(?:Z|UTC|[+-]\d\d:?\d\d)?)?"
_S = r"[ \t\u00a0\u202f]{0,3}"
_CLOCK = r"\d{1,2}[:.h]\d\d(?::\d\d)?(?:[ \u00a0\u202f]?[ap]\.?m\b\.?)?|\d{1,2}[ \u00a0]?[ap]m\b"
_ZONE = r"(?:[ ]?\(?(?:[A-Z]{2,5}|[+-]\d\d:?\d\d|(?:GMT|UTC)[+-]\d{1,2}(?::\d\d)?)\)?(?![a-z]))"
_JOIN = r"(?:at|um|à|a las|alle|alle ore|ore|às|kl\.?|klo|om|o|в|saat|pukul|,|\||-|–|—|·|•|/)"


@cache
def _dated() -> str:
    month = any_of("months")
    weekday = rf"(?:{any_of('weekdays')}\.?,?{_S})?"
    named = rf"\d{{1,2}}(?:st|nd|rd|th|er|º|\.)?[- ]{{0,2}}(?:de |of |di )?{month}[.,]?[- ]{{0,2}}(?:de |del |год[ау] )?\d{{4}}(?!\d)"
    english = rf"{month}\.?[ ]\d{{1,2}}(?:st|nd|rd|th)?,?[ ]{{1,2}}\d{{4}}(?!\d)"
    numeric = r"\d{1,2}[./-]\d{1,2}[./-]\d{4}(?!\d)|\d{4}[./]\d{1,2}[./]\d{1,2}(?!\d)"
    eastern = r"\d{4}[年년][ ]?\d{1,2}[月월][ ]?\d{1,2}[日일]"
    date = rf"{weekday}(?:{named}|{english}|{eastern}|{numeric})"
    clock = rf"(?:{_CLOCK}){_ZONE}?"
    return rf"(?:{clock},?{_S}(?:{_JOIN}{_S})?{date}|{date}(?:\.?,?{_S}(?:{_JOIN}{_S})?{clock}(?:{_S}Uhr)?)?)"


_PARTS = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?::(?P<second>\d\d))?)?[ \u00a0\u202f]?(?P<half>[ap])?\.?(?(half)m\b)"
)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(date_pattern(), re.IGNORECASE),
        re.compile(rf"(?:{_CLOCK}){_ZONE}?", re.IGNORECASE),
        re.compile(rf"(?<![^\W\d_])({any_of('months')})(?![^\W\d_])", re.IGNORECASE),
    )


def read_date(text: str, order: str | None = None) -> Reading | None:
    """The date that the whole of ``text`` states, or None when it is none or an impossible one.

    ``order`` ("dmy", "mdy", "ymd") settles dates such as 03/04/2015, which are ambiguous without it.
    """
    text = unicodedata.normalize("NFKC", text).strip(" \t\n.,;|-–—·•")
    exact = iso_date(text)
    if exact is not None:
        return Reading(exact.iso, exact.precision)
    whole, clock, month = _patterns()
    if whole.fullmatch(text) is None:
        return None
    named = month.search(text)
    time = _time(text, clock, named is not None)
    rest = text if time is None else text[: time[1]] + " " + text[time[2] :]
    day = _named_day(rest, named[1]) if named else _numeric_day(rest, order)
    if day is None:
        return None
    stated = iso_date(day[0] + (time[0] if time else ""))
    return Reading(stated.iso, stated.precision, day[1]) if stated else None


def _time(text: str, clock: re.Pattern[str], named: bool) -> tuple[str, int, int] | None:
    for match in clock.finditer(text):
        parts = _PARTS.match(match[0])
        if parts is None or (not parts["half"] and ":" not in match[0] and "h" not in match[0].lower()):
            continue
        hour, minute = int(parts["hour"]), parts["minute"] or "00"
        if parts["half"]:
            if not 1 <= hour <= 12:
                return None
            hour = hour % 12 + (12 if parts["half"].lower() == "p" else 0)
        zone = ZONES.get(match[0][parts.end() :].strip(" ().m").upper(), "")
        offset = re.search(r"[+-]\d\d:?\d\d$", match[0])
        second = f":{parts['second']}" if parts["second"] else ""
        return f"T{hour:02}:{minute}{second}{zone or (offset[0] if offset else '')}", match.start(), match.end()
    return None


def _named_day(text: str, name: str) -> tuple[str, bool] | None:
    digits = re.findall(r"\d+", text)
    year = next((d for d in digits if len(d) == 4), None)
    day = next((d for d in digits if len(d) < 3), None)
    number = _months().get(name.lower())
    if year is None or day is None or number is None:
        return None
    return f"{year}-{number:02}-{int(day):02}", False


def _numeric_day(text: str, order: str | None) -> tuple[str, bool] | None:
    digits = re.findall(r"\d+", text)
    if len(digits) != 3:
        return None
    one, two, three = map(int, digits)
    if len(digits[0]) == 4:
        return f"{one:04}-{two:02}-{three:02}", False
    if one > 12 or two > 12 or one == two or "." in text:
        order = "mdy" if two > 12 else "dmy"
    day, month = (two, one) if order == "mdy" else (one, two)
    return f"{three:04}-{month:02}-{day:02}", order not in ("dmy", "mdy")


@cache
def _months() -> dict[str, int]:
    return numbers("months")


def stated(value: str, order: str | None = None) -> Stated | None:
    """The date of a metadata field, as `read_date` reads it; None when it is no date or an ambiguous one."""
    found = read_date(value, order)
    return None if found is None or found.ambiguous else Stated(found.iso, found.precision)


def is_month(word: str) -> bool:
    """Whether ``word`` is the name of a month in any language."""
    return word.lower() in _months()


def is_weekday(word: str) -> bool:
    """Whether ``word`` is the name of a weekday in any language."""
    return word.lower() in _weekdays()


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(words("weekdays"))
