"""Runs of dates, times and their labels, as they stand above articles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from cleaner.lazy import lazy
from cleaner.scan.scanner import fold
from cleaner.text.calendars import ERAS
from cleaner.text.dates import ORDERS, date_pattern, order_by_words, order_in, order_of, read_date, time_pattern
from cleaner.text.scripts import EASTERN
from cleaner.words import any_of, numbers, words
from cleaner.words.alternation import alternation

_GAP = lazy(r"[\s.|,;:：·•‧*/()（）\[\]–—-]{0,10}")
_YEAR = lazy(r"\d\d{3}(?!\d)(?<!\d{5})")
_MACHINE = lazy(r"\d{4}-\d\d-\d\d")
_REACH = 160
_PIECES = 8
_KEY = 3


class Stamp(NamedTuple):
    """A run at the start of a text: the text of its dates by field, where it ends (with and without the gap), all it
    says."""

    dates: dict[str, str]
    labelled: bool
    timed: bool
    machine: bool
    inner: int
    end: int
    said: str


def yearly(text: str) -> bool:
    """Whether a year may stand near the start of ``text``: a cheap test before `stamp`."""
    return _YEAR.search(text, 0, _REACH) is not None or (
        not text.isascii() and "年" in text[:_REACH] and any(era in text for era in ERAS)
    )


@cache
def _piece(dated: bool) -> re.Pattern[str]:
    """What a run of dates is made of; behind a date also the weekday, or what else follows it."""
    edge = rf"(?![^\W\d_{EASTERN}])"
    reading = rf"[~≈約约]?\d{{1,3}}[ \u00a0-]?{any_of('reading_time')}"
    behind = alternation([word for word in words("weekday", "date_tail") if len(word) > 2 or "." in word])
    return lazy(
        rf"(?P<reading>{reading})|(?:(?P<updated>{any_of('updated_label')})|(?P<published>{any_of('published_label')})){edge}"
        rf"|(?P<date>{date_pattern()})|(?P<time>{time_pattern()})" + (rf"|(?P<behind>{behind}){edge}" if dated else ""),
        re.IGNORECASE,
    )


@cache
def _beginnings() -> frozenset[str]:
    """The first letters, up to three, of all words that a run of dates may begin with."""
    labels = words("updated_label", "published_label", "date_filler", "weekday")
    known = (*labels, *numbers("months"), *numbers("half_day"), "tháng", "thg", *ERAS, "中華")
    return frozenset(fold(word)[:_KEY] for word in (*known, *(f"t{half}" for half in numbers("half_day"))))


def _may_begin(text: str, at: int) -> bool:
    """Whether a run of dates may begin at ``at``: a cheap test before `_piece`."""
    if text[at : at + 1].isdecimal() or text[at : at + 1] in "~≈約约" or text[at + 1 : at + 2].isdecimal():
        return True
    first = fold(text[at : at + _KEY]).replace("\u00a0", " ")
    return any(first[:size] in _beginnings() for size in range(1, _KEY + 1))


@lru_cache(maxsize=512)  # several rules ask about the same line, in each round
def stamp(text: str) -> Stamp | None:
    """The run of dates that ``text`` begins with; None when it begins with no date."""
    found: dict[str, str] = {}
    times: dict[str, str] = {}
    field, labelled, machine = "published", False, False
    inner = end = _GAP.match(text).end()  # type: ignore[union-attr]
    if not _may_begin(text, end):
        return None
    for _ in range(_PIECES):
        match = _piece(bool(found)).match(text, end, end + _REACH)
        if match is None or not match[0].strip():
            break
        kind = match.lastgroup
        if kind in ("updated", "published"):
            field, labelled = str(kind), True
        elif kind == "date":
            if field in found:
                break
            found[field] = match[0]
            machine = machine or bool(_MACHINE.match(match[0]))
        elif kind == "time":
            times[field] = match[0]
        inner, end = match.end(), _GAP.match(text, match.end()).end()  # type: ignore[union-attr]
    if not found or (found.keys() == {"updated"} and times.keys() - {"updated"}):
        return None
    whole = next(iter(found.values()))
    for name, time in times.items():
        found[name] = f"{found.get(name, whole)} {time}"
    timed = bool(times) or any(re.search(r"\d[:.h]\d\d(?!\d)", date) for date in found.values())
    return Stamp(found, labelled, timed, machine, inner, end, text[:inner])


def published(text: str) -> dict[str, str]:
    """What a date lifts that is the only one of its stamp; nothing when it has no day, or two readings."""
    stated = read_date(text)
    if stated is None or stated.ambiguous or stated.precision in ("year", "month"):
        return {}
    return {"published": stated.iso, "published_precision": stated.precision}


def lifted(found: Stamp, fields: Mapping[str, Any], context: str = "") -> tuple[dict[str, str], str]:
    """What a run lifts, and the text of a date whose day and month nothing settles.

    A date that one of the article's known ``fields`` repeats is settled; else the other dates of the ``context``, the
    known language or the words beside the date settle it.  Nothing is lifted when a date is impossible or has no day.
    """
    lift: dict[str, str] = {}
    for field, text in found.dates.items():
        stated = read_date(text)
        if stated and stated.ambiguous:
            known = str(fields.get(field) or fields.get("published") or "")[:10]
            readings = [read for order in ORDERS if (read := read_date(text, order))]
            order = order_in(context) or order_of(str(fields.get("language") or "")) or order_by_words(found.said)
            stated = next((read for read in readings if known == read.iso[:10]), None)
            stated = stated or (read_date(text, order) if order else None)
            if stated is None:
                return {}, text.strip()
        if stated is None or stated.precision in ("year", "month"):
            return {}, ""
        lift[field] = stated.iso
        if field == "published" and not fields.get("published"):
            lift["published_precision"] = stated.precision
    return lift, ""
