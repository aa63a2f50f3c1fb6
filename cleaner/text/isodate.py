"""Dates that machines wrote: ISO 8601 and the mail form of RSS, with exactly the precision they state."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from cleaner.lazy import lazy

_ISO = lazy(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r"[ ]?(?P<zone>Z|UTC|[+-]\d\d:?\d\d)?)?)?)?",
    re.ASCII,
)
_COMPACT = lazy(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?", re.ASCII)
_MAIL = lazy(
    r"(?:[A-Z][a-z]{2}, {1,2})?\d{1,2} [A-Z][a-z]{2} \d{4}"
    r"(?: \d\d:\d\d(?::\d\d)?(?: (?:GMT|UTC?|Z|[ECMP][SD]T|[+-]\d{4}))?)?",
    re.ASCII,
)
PRECISIONS = ("year", "month", "day", "minute", "second")


class Stated(NamedTuple):
    """A date as stated: ISO 8601 of just that precision (year, month, day, minute or second)."""

    iso: str
    precision: str


def iso_date(text: str) -> Stated | None:
    """The date that ``text`` states in ISO 8601 or RFC 5322 form, or None.  Nothing is filled in."""
    text = text.strip()
    match = _ISO.fullmatch(text)
    if match:
        return _stated(*match.group("year", "month", "day", "hour", "minute", "second", "zone"))
    match = _COMPACT.fullmatch(text)
    if match:
        return _stated(*match.groups())
    return _mail(text) if _MAIL.fullmatch(text) else None


def _stated(*parts: str | None) -> Stated | None:
    year, month, day, hour, minute, second, zone = parts
    numbers = [int(part) for part in (year, month, day, hour, minute, second) if part is not None]
    try:
        datetime.datetime(*(numbers + [1, 1][len(numbers) - 1 :])[:6])  # type: ignore[arg-type]
    except ValueError:
        return None
    iso = "-".join(part for part in (year, month, day) if part)
    if hour:
        iso += f"T{hour}:{minute}" + (f":{second}" if second else "") + _zone(zone)
    return Stated(iso, PRECISIONS[min(len(numbers), 3) - 1] if not hour else "second" if second else "minute")


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone in ("Z", "UTC"):
        return "Z"
    return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"


def _mail(text: str) -> Stated | None:
    from email.utils import parsedate_tz

    found = parsedate_tz(text)
    if found is None:
        return None
    year, month, day, hour, minute, second, *_, offset = found
    date = (f"{year:04}", f"{month:02}", f"{day:02}")
    if ":" not in text:
        return _stated(*date, None, None, None, None)
    zone = None
    if (offset is not None and text[-1:] not in "0123456789") or text[-5:-4] in ("+", "-"):
        sign, minutes = "-" if (offset or 0) < 0 else "+", abs(offset or 0) // 60
        zone = f"{sign}{minutes // 60:02}:{minutes % 60:02}" if minutes else "Z"
    seconds = f"{second:02}" if text.count(":") > 1 else None
    return _stated(*date, f"{hour:02}", f"{minute:02}", seconds, zone)
