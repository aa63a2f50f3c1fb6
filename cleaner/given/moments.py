"""Dates of the input in their ISO form, with the precision they state."""

from __future__ import annotations

import datetime

from cleaner.edit import Finding
from cleaner.given.note import put
from cleaner.lazy import lazy
from cleaner.record import Record
from cleaner.rules.metadata._stamps import stamp
from cleaner.text.dates import Stated, read_date

_SECONDS = lazy(r"(?:/Date\()?(\d{9,10}|\d{12,13}|\d{15,16})(?:\.\d{1,9})?(?:[+-]\d{4})?(?:\)/)?")
_SCRIPTED = lazy(r"[A-Z][a-z]{2} ([A-Z][a-z]{2} \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4}) \([^()]{1,60}\)")
_LOGGED = lazy(r"(\d\d)/([A-Z][a-z]{2})/(\d{4}):(\d\d:\d\d:\d\d [+-]\d{4})")
_PLACE = lazy(r"[^\W\d_][\w'’. -]{1,40},\s{1,4}(?=\d)")
_ZONE_NAME = lazy(r"(?<=\d)(?:\[[A-Z]\w+(?:/\w+)*\])$")
_EMPTY = ("0000-00-00", "0001-01-01", "1900-01-01T00:00:00", "1970-01-01T00:00:00", "1969-12-31T")
_FIRST, _LAST = 631_152_000, 4_102_444_800
"""The years 1990 and 2100 in seconds: whatever number lies between is a moment, not a date in digits."""


def settle_dates(record: Record, order: str | None = None) -> None:
    """Give the record's own dates their ISO form.

    ``order`` is the source's order of day and month (dmy, mdy or ymd).  A date that cannot be read without guessing
    is kept in ``record.extra``, with a finding; only what is sure goes to its field.
    """
    for name in ("published", "updated"):
        given = record.fields.get(name)
        if given is None:
            continue
        found = field_date(str(given), name, order or None)
        if found is None or found.ambiguous:
            record.extra[name] = given
            record.findings.append(Finding(_said(name, str(given), found), code="META1", name="date-not-read"))
        put(record, name, found.iso if found else None)
        if found and name == "published":
            record.fields["published_precision"] = found.precision
    if "published" not in record.fields:
        record.fields.pop("published_precision", None)


def field_date(text: str, name: str = "published", order: str | None = None) -> Stated | None:
    """The date that a field states: written out, as machines write it, or in seconds since 1970; None when unread.

    A field may hold a label as well ("Updated 5 March 2019"); of several dates the one that the label gives to the
    field ``name`` counts.  Raises ValueError for an order that is none.
    """
    text = _ZONE_NAME.sub("", text.strip())
    counted = _SECONDS.fullmatch(text)
    if counted:
        return _moment(counted[1])
    for pattern, form in ((_SCRIPTED, r"\1"), (_LOGGED, r"\1 \2 \3 \4")):
        match = pattern.fullmatch(text)
        text = match.expand(form) if match else text
    found = read_date(text, order) or read_date(_PLACE.sub("", text, count=1), order)
    if found is None and len(text) < 200:
        run = stamp(text)
        whole = run is not None and run.end == len(text)
        found = read_date(run.dates.get(name) or next(iter(run.dates.values())), order) if run and whole else None
    return None if found and found.iso.startswith(_EMPTY) else found


def _moment(digits: str) -> Stated | None:
    seconds = int(digits) // 10 ** {9: 0, 10: 0}.get(len(digits), 3 if len(digits) < 14 else 6)
    if not _FIRST <= seconds < _LAST:
        return None
    moment = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)
    return Stated(f"{moment:%Y-%m-%dT%H:%M:%S}Z", "second")


def _said(name: str, given: str, found: Stated | None) -> str:
    if found is None:
        return f"{name}: {given[:80]!r} is no date that can be read without guessing; it was moved to extra"
    return (
        f"{name}: day and month of {given[:80]!r} could be swapped, so only the year was taken; "
        "name the source's date_order in its profile"
    )
