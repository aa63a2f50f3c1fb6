"""Places, days and agencies, as datelines have them."""

from __future__ import annotations

import re
from functools import cache

from cleaner.lazy import lazy
from cleaner.rules.metadata._names import agency
from cleaner.scan.scanner import fold
from cleaner.text.beginnings import Anywhere
from cleaner.text.sites import ENDING
from cleaner.words import any_of, numbers, words
from cleaner.words.alternation import alternation

_SPLIT = lazy(r"\s{0,9}[/,+&]\s{0,9}|\s{1,9}-\s{1,9}|\s{1,9}(?:and|und|et|y|e)\s{1,9}")
_PARTS = lazy(r"[,،/]")
_WORD = lazy(r"[^\W\d_][\w'’.-]*")
_SMALL = frozenset((
    "de", "da", "do", "dos", "das", "del", "di", "la", "le", "les", "el", "al", "der", "den", "am", "an", "ob", "of",
    "the", "sur", "sous", "upon", "in", "on", "bei", "y", "e", "et", "and", "und",
))  # fmt: skip
_OUTLET = lazy(r"[^\W\d_a-zß-ÿ][\w.'’&/ -]{1,38}")
_SERVICES = frozenset(("News", "news", "Newswire", "Business", "Sport", "Sports"))
"""What agencies call their services, behind their name."""

_SITE = lazy(rf"[\w-]{{2,20}}{ENDING}", re.IGNORECASE)
_DESK = lazy(r"[a-z]{2,3}")
_REGION = lazy(r"[A-Z][a-z]{1,3}\.?")
"""A region that is cut short, "Pa.", which also reads like an agency's initials."""


@cache
def _known() -> frozenset[str]:
    return frozenset(word.casefold() for word in words("place"))


@cache
def _kickers() -> frozenset[str]:
    return frozenset(word.casefold() for word in words("kicker", "media_tag"))


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(word.casefold() for word in words("weekday"))


@cache
def _day() -> re.Pattern[str]:
    months = alternation(tuple(numbers("months")))
    named = rf"(?:le\s)?(?:(?:{months})\.?\s?\d{{1,2}}|\d{{1,2}}\.?\s?(?:de\s)?(?:{months})\.?)(?:,?\s\d{{4}})?"
    weekday, number = rf"(?:{any_of('weekday')})\.?", r"\d{1,2}/\d{1,2}(?:/\d{4})?"
    return lazy(
        rf"[\s,.]{{0,9}}(?<![^\W_])(?:(?:{weekday},?\s{{0,9}})?(?:{named}|{number})|{weekday})[\s,.]{{0,9}}$",
        re.IGNORECASE,
    )


@cache
def _day_endings() -> frozenset[str]:
    """The last letters, up to four, of all months and weekdays."""
    return frozenset(fold(word).rstrip(" ,.")[-4:] for word in (*numbers("months"), *words("weekday")))


@cache
def _months() -> Anywhere:
    return Anywhere(tuple(numbers("months")))


def _may_end_in_day(text: str) -> bool:
    """A cheap test before `_day`."""
    tail = text[-40:].rstrip(" ,.\t\u00a0")
    if tail[-1:].isdecimal():
        return "/" in tail or _months().within(tail)
    last, ends = fold(tail[-4:])[-4:], _day_endings()
    return last in ends or last[-3:] in ends or last[-2:] in ends or last[-1:].isspace()


def without_day(text: str) -> tuple[str, bool]:
    """``text`` without the day at its end ("RABAT, June 10"), and whether it had one."""
    match = _day().search(text[-40:]) if _may_end_in_day(text) else None
    if match is None:
        return text.strip(" ,."), False
    return text[: len(text) - len(text[-40:]) + match.start()].strip(" ,."), True


def agencies(text: str) -> str | None:
    """``text`` when it names news agencies and nothing else: "Reuters", "dpa/AFP", or one and its desk: "dpa/lno"."""
    text = text.strip(" .")
    if agency(text):
        return agency(text)
    first, _, rest = text.partition(" ")
    if rest in _SERVICES and agency(first):
        return text
    parts = _SPLIT.split(text)
    if len(parts) < 2 or not agency(parts[0]):
        return None
    return text if all(agency(part) or _DESK.fullmatch(part) for part in parts[1:]) else None


def outlet(text: str) -> bool:
    """Whether ``text`` could be the name of a newspaper or a small agency."""
    text = text.strip()
    return _OUTLET.fullmatch(text) is not None and len(text.split()) <= 5 and text.casefold() not in _kickers()


def _parts(place: str) -> list[str]:
    return [part.strip() for part in _PARTS.split(place) if part.strip()]


def in_capitals(place: str) -> bool:
    """Whether ``place`` is written as datelines write it: its first part in capitals, no announcement."""
    parts = _parts(place)
    if not parts or len(parts) > 3 or len(place) > 60 or any(char.isdigit() or char in "*_#@" for char in place):
        return False
    letters = [char for char in parts[0] if char.isalpha()]
    if len(letters) < 3 or any(char.islower() for char in letters) or not any(char.isupper() for char in letters):
        return False
    if parts[0].casefold() in _kickers() or agency(parts[0]) or len(parts[0].split()) > 4:
        return False
    return all(_capitalised(part) for part in parts)


def without_outlet(place: str) -> tuple[str, str]:
    """``place`` without the outlet that stands beside it, and that outlet: "JAKARTA, KOMPAS.com", "Lom, CNN Asia"."""
    parts = [part.strip() for part in place.split(",")]
    named = [
        part
        for part in parts
        if _SITE.fullmatch(part)
        or (agencies(part) and not _REGION.fullmatch(part))
        or (" " in part and agency(part.split()[0]))
    ]
    if len(parts) == 1:
        return ("", place) if _SITE.fullmatch(place) else (place, "")
    if len(named) != 1:
        return place, ""
    return ", ".join(part for part in parts if part not in named), named[0]


_SHORT_DAY = 4
"""Letters of a day that is cut short, which also begins names of places: "Mar del Plata"."""


def announces(place: str) -> bool:
    """Whether ``place`` begins with a word that announces something: "PART ONE", "UPDATE 2", or with a day."""
    first, *rest = place.casefold().split(maxsplit=1)
    return first in _kickers() or (first in _weekdays() and (not rest or len(first) > _SHORT_DAY))


def is_known(place: str) -> bool:
    """Whether ``place`` is, or begins with, one of the places in the word lists."""
    place = place.casefold()
    return place in _known() or _PARTS.split(place)[0].strip() in _known()


def _capitalised(part: str) -> bool:
    found = part.split()
    return 1 <= len(found) <= 5 and all(
        word in _SMALL or (_WORD.fullmatch(word.strip("'’.-")) and not word[0].islower()) for word in found
    )


def like_a_place(place: str) -> bool:
    """Whether every word of ``place`` could belong to the name of one: capitals first, at most three parts."""
    parts = _parts(place)
    return 1 <= len(parts) <= 4 and len(place) <= 60 and all(map(_capitalised, parts))
