"""Stamps in front of a sentence of the same line: a date with author, agency, label, time and zone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleaner.lazy import lazy
from cleaner.rules.metadata._years import years
from cleaner.text.beginnings import Beginnings, matches
from cleaner.text.dates import date_pattern, time_pattern
from cleaner.words import any_of, numbers, words

_DATE, _REACH = 120, 300
"""Characters: how far in front of its year a date with its time begins, at most, and a stamp."""


@cache
def _stamp() -> re.Pattern[str]:
    """A date with what may stand around it."""
    name = r"[^\W\d_a-z][\w'’.-]{0,24}(?: [^\W\d_a-z][\w'’.-]{0,24}| (?:de|van|von|der|bin|al|and)){0,4}?"
    gap = r"[ |,•·–—-]{1,4}"
    label = any_of("updated_label", "published_label")
    zone = r"(?-i:[A-Z]{2,4}T|GMT|UTC|ET|CT|MT|PT|Uhr)(?!\w)"
    weekday = rf"(?:,? {any_of('weekday')}(?!\w))?"
    clock = rf"{weekday}(?:{gap}(?:at )?{time_pattern()})?(?:[ ]?(?P<zone>{zone}))?"
    day = rf"(?:[^\W\d_]{{3,9}}\.? \d{{1,2}} at |{date_pattern('again')})"
    again = rf"(?:{gap}{label}:?[ ]{day}{weekday}(?:(?:{gap})?{time_pattern()})?(?: {zone})?)?"
    return lazy(
        rf"(?:(?<!\w)(?P<by>{any_of('author_by')}):? (?P<name>(?-i:{name})){gap}"
        rf"|(?<!\w)(?P<agency>{any_of('news_agency')}){gap})?"
        rf"(?:(?<!\w)(?P<label>{label}):? ?)?(?P<date>(?<!\d){date_pattern()}){clock}{again} {{1,3}}",
        re.IGNORECASE,
    )


@cache
def _beginnings() -> tuple[Beginnings, Beginnings]:
    """What a stamp begins with: the words and figures of its date or time, those of its author, agency or label."""
    halves = tuple(numbers("half_day"))
    dated = (*words("date_filler", "weekday"), *numbers("months"), "tháng", "thg")
    signed = words("author_by", "news_agency", "updated_label", "published_label")
    return Beginnings((*dated, *halves, *(f"t{half}" for half in halves)), more=r"t?\d"), Beginnings(apart=signed)


def _places(text: str, begin: int, year: int, end: int) -> list[int]:
    """Where a stamp may begin, from ``begin`` up to ``end``, the date of which has its year at ``year``."""
    dated, signed = _beginnings()
    return sorted({*dated.places(text, max(begin, year - _DATE), end), *signed.places(text, begin, end)})


def stamps(text: str, far: int) -> Iterator[re.Match[str]]:
    """The stamps that begin within the first ``far`` characters, sought in front of years that stand in a date."""
    past = 0
    for year in years(text, far + _REACH):
        if year.start() < past:
            continue
        begin = max(past, year.start() - _REACH)
        places = _places(text, begin, year.start(), min(far, year.start()) + 1)
        for match in matches(_stamp(), text, places, reach=2 * far):
            past = match.end()
            yield match
        past = max(past, year.start() + 1)
