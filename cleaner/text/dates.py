"""Dates as articles write them, in many languages, read with exactly the precision they state.

Nothing is filled in: no year, day or zone is borrowed, and a day that the calendar does not have is no date.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from cleaner.lazy import lazy
from cleaner.text.calendars import ERA_PATTERN, common, other
from cleaner.text.isodate import iso_date
from cleaner.words import any_of, by_language, numbers
from cleaner.words.alternation import alternation

ORDERS = ("dmy", "mdy", "ymd")
LONGEST = 120
"""Characters; whatever is longer is no date."""

_MONTH_FIRST = lazy(r"M(\d\d)[ .,-]{0,3}(\d{1,2})[ ,.-]{1,3}(\d{4})\.?")
_DAY_FIRST = lazy(r"(\d{1,2})[ .-]{0,3}M(\d\d)[ .,-]{0,3}(\d{4})\.?")
_YEAR_FIRST = lazy(r"(\d{4})[ .,-]{0,3}M(\d\d)[ .-]{0,3}(\d{1,2})\.?")
_YEAR_DAY_MONTH = lazy(r"(\d{4})\. (\d{1,2})\. M(\d\d)")
_MONTH_ONLY = lazy(r"M(\d\d)[ .,-]{0,3}(\d{4})|(\d{4})[ .-]{0,3}M(\d\d)|(\d{4})[-/.](\d{1,2})")
_NUMERIC_YEAR_FIRST = lazy(r"(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})\.?")
_NUMERIC = lazy(r"(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4})\.?")
_COUNTED = lazy(r"(\d{4}) ?[年년] ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일号號])?")
_NUMBERED_MONTH = lazy(r"(?:tháng|thg) ?(\d{1,2})(?!\d)(?:,? ?năm)?")
_ORDINAL = lazy(r"(?<=\d)(?:st|nd|rd|th|er|ère|º|ª|°|η|-?го)(?!\w)")
_SLASHED = lazy(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/\d{4}(?![\d/])")
_ENGLISH = ("us", "gb", "au", "nz", "ie", "in", "za", "ph")
_BOTH = ("und", "mul", "zxx", "mis", "fil", "tl", "zh", "ja", "ko", "hu", "lt", "mn", "fa")
_NOISE = lazy(r"[\s,،、|·•()（）\[\]—–“”\"]+")


class Stated(NamedTuple):
    """A date as stated: ISO 8601 of just that precision (year, month, day, minute or second).

    ``ambiguous`` says that day and month could be swapped; ``iso`` then gives the year alone.
    """

    iso: str
    precision: str
    ambiguous: bool = False


@lru_cache(maxsize=512)  # page and text, and several rules, state the same date
def read_date(text: str, order: str | None = None) -> Stated | None:
    """The date that ``text`` states and nothing else, or None.

    ``order`` (dmy, mdy or ymd) settles which number of 03/04/2015 is the day.  Raises ValueError for another order.
    """
    if order not in (None, *ORDERS):
        raise ValueError(f"date order must be one of {', '.join(ORDERS)}, not {order!r}")
    if len(text) > LONGEST:
        return None
    if other(text):
        text = common(_plain_digits(text))
    machine = iso_date(text) if text.strip()[:4].isdecimal() else None
    if machine is not None:
        return Stated(*machine)
    plain = _plain(text)
    clock, plain = _clock(plain)
    if clock is None:
        return None
    found = _calendar(_reduced(plain), order)
    if found is None or found.ambiguous or found.precision != "day" or not clock:
        return found
    return Stated(f"{found.iso}T{clock}", "second" if clock[5:6] == ":" else "minute")


def order_in(text: str) -> str | None:
    """The order of day and month (dmy or mdy) that the numeric dates of ``text`` show, when they all agree."""
    shown = set()
    for first, second in _SLASHED.findall(text):
        if int(first) > 12 >= int(second) > 0 and int(first) < 32:
            shown.add("dmy")
        elif int(second) > 12 >= int(first) > 0 and int(second) < 32:
            shown.add("mdy")
    return shown.pop() if len(shown) == 1 else None


def order_of(language: str) -> str | None:
    """The order of day and month that a language (BCP 47) writes with slashes; None where it has both."""
    main, _, rest = language.lower().replace("_", "-").partition("-")
    if main == "en":
        return {"us": "mdy", "ph": "mdy"}.get(rest, "dmy") if rest in _ENGLISH else None
    return "dmy" if re.fullmatch("[a-z]{2,3}", main) and main not in _BOTH else None


def order_by_words(text: str) -> str | None:
    """The order of day and month in the languages whose words stand beside a date, labels, weekdays and the like.

    None without such words, and where one of them is English or of a language that has both orders.
    """
    found = {match[0].casefold() for match in _beside().finditer(text)}
    spoken = [order_of(language) for language, known in _wording().items() if not found.isdisjoint(known)]
    if _HOUR.search(text):
        spoken.append("dmy")
    return "dmy" if spoken and all(order == "dmy" for order in spoken) else None


_HOUR = lazy(r"(?<!\d)\d{1,2}h\d\d(?!\d)")
"""A time of day as French, Portuguese and Vietnamese write it."""


@cache
def _wording() -> dict[str, frozenset[str]]:
    """By language, the words that stand beside dates, in small letters."""
    found: dict[str, frozenset[str]] = {}
    for key in ("published_label", "updated_label", "weekday"):
        for language, said in by_language(key).items():
            found[language] = found.get(language, frozenset()).union(map(str.casefold, said))
    return found


@cache
def _beside() -> re.Pattern[str]:
    return lazy(rf"(?<!\w){any_of('published_label', 'updated_label', 'weekday')}(?!\w)", re.IGNORECASE)


def _plain(text: str) -> str:
    """``text`` in small letters with plain digits and spaces, and numbered dates of East Asia as numbers."""
    text = _plain_digits(unicodedata.normalize("NFKC", text)).lower().replace("i\u0307", "i")
    if not text.isascii():
        text = _COUNTED.sub(lambda m: f" {m[1]}-{m[2]}-{m[3]} " if m[3] else f" {m[1]}-{m[2]} ", text)
        text = _NUMBERED_MONTH.sub(lambda m: f" M{int(m[1]):02} ", text)
    return text.strip(" \t\u00a0.|,;:")


def _plain_digits(text: str) -> str:
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(c)) if c.isdecimal() and c > "\x7f" else c for c in text)


def _clock(text: str) -> tuple[str | None, str]:
    """The time in ``text`` as ISO 8601 (empty without one, None if impossible), and ``text`` without it."""
    match = _time().search(text)
    if match is None:
        return "", text
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    hour = int(match["hour"] or match["hour2"] or match["hour3"])
    half = next((match[name] for name in ("before", "after", "after3") if match[name]), None)
    if half and numbers("half_day")[half] and hour < 12:
        hour += 12
    elif half and hour == 12 and not numbers("half_day")[half]:
        hour = 0
    minute, second = match["minute"] or match["minute2"], match["second"]
    if hour > 23 or _time().search(rest):
        return None, rest
    if minute is None:  # "3 pm" states no minute, and an hour alone is no precision of ours
        return "", rest
    return f"{hour:02}:{minute}{':' + second if second else ''}{_offset(match)}", rest


def _offset(match: re.Match[str]) -> str:
    minutes = 0
    if match["zone"]:
        minutes = numbers("zones")[match["zone"]]
    elif not match["offset"]:
        return ""
    if match["offset"]:
        digits = match["offset"][1:].replace(":", "")
        hours, rest = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
        minutes += (int(hours) * 60 + int(rest)) * (-1 if match["offset"][0] in "-−" else 1)
    if not minutes:
        return "Z"
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _reduced(text: str) -> str:
    """``text`` with months as M01 to M12 and without weekdays, ordinals, commas and the words between."""
    text = _month().sub(lambda match: f" M{numbers('months')[match[1]]:02} ", text)
    text = _dropped().sub(" ", _ORDINAL.sub("", text))
    return _NOISE.sub(" ", text).strip(" .-/:;")


def _calendar(text: str, order: str | None) -> Stated | None:
    for pattern, year, month, day in (
        (_DAY_FIRST, 3, 2, 1), (_MONTH_FIRST, 3, 1, 2), (_YEAR_FIRST, 1, 2, 3), (_NUMERIC_YEAR_FIRST, 1, 3, 4),
        (_YEAR_DAY_MONTH, 1, 3, 2),
    ):  # fmt: skip
        match = pattern.fullmatch(text)
        if match:
            return _dated(match[year], match[month], match[day])
    match = _MONTH_ONLY.fullmatch(text)
    if match:
        year_text, month_text = match[2] or match[3] or match[5], match[1] or match[4] or match[6]
        return Stated(f"{year_text}-{int(month_text):02}", "month") if 1 <= int(month_text) <= 12 else None
    match = _NUMERIC.fullmatch(text)
    return _settled(match[1], match[3], match[4], match[2], order) if match else None


def _settled(first: str, second: str, year: str, mark: str, order: str | None) -> Stated | None:
    """Day and month from their size, the mark between them (dots put the day first), or the known order."""
    if int(first) > 12 or (mark == "." and order is None) or first == second:
        return _dated(year, second, first)
    if int(second) > 12 or order == "mdy":
        return _dated(year, first, second)
    if order == "dmy":
        return _dated(year, second, first)
    return Stated(year, "year", True) if _dated(year, first, second) else None


def _dated(year: str, month: str, day: str) -> Stated | None:
    try:
        return Stated(datetime.date(int(year), int(month), int(day)).isoformat(), "day")
    except ValueError:
        return None


@cache
def _month() -> re.Pattern[str]:
    return lazy(rf"(?<![^\W\d_])({_choice(numbers('months'))})(?![^\W\d_])\.?")


@cache
def _dropped() -> re.Pattern[str]:
    return lazy(rf"(?<![^\W_])(?:{any_of('weekday', 'date_filler', 'unsettled_zone')})(?!\w)\.?", re.IGNORECASE)


@cache
def _time() -> re.Pattern[str]:
    halves, zones = _choice(numbers("half_day")), _choice(numbers("zones"))
    zone = rf"(?:[ (]{{0,2}}(?P<zone>{zones})(?!\w))?(?:[ (]{{0,2}}(?P<offset>[+−-]\d{{1,2}}(?::?\d\d)?)(?!\d))?"
    return lazy(
        rf"(?:(?<!\w)(?P<before>{halves}) ?)?(?<![\d.,/-])(?:"
        rf"(?P<hour>\d{{1,2}})(?: ?[:h] ?|[시時时点點] ?)(?P<minute>[0-5]\d)(?!\d)"
        rf"(?:[:분分] ?(?P<second>[0-5]\d)초?秒?)?[분分]?"
        rf"|(?P<hour2>\d{{1,2}})\.(?P<minute2>[0-5]\d)(?![.\d])"
        rf"|(?P<hour3>\d{{1,2}})(?: ?(?P<after3>{halves})(?!\w)| ?h(?!\w)| ?[시時时点點]| ?(?:uhr|hrs)(?!\w))"
        rf")(?: ?(?P<after>{halves})(?!\w))?(?: ?h\b)?{zone}\)?"
    )


def _choice(table: dict[str, int]) -> str:
    return alternation(tuple(table))


@cache
def date_pattern(name: str = "date") -> str:
    """A bounded regular expression (for re.IGNORECASE) for a date with a year, with or without a time.

    What it matches may still be impossible; `read_date` decides.  The ``name`` tells the groups that it needs, so that
    the day and the month stand in it once, from those of another in the same expression.
    """
    gap = r"[ \t\u00a0\u202f.,،|·•/()–—-]{0,4}"
    timed = f"{name}_behind_time"
    return rf"(?:(?:|(?P<{timed}>{time_pattern()}{gap})){_day_pattern(name)}(?({timed})|(?:{gap}{time_pattern()})?))"


def _day_pattern(name: str) -> str:
    month = rf"(?:{_choice(numbers('months') | numbers('months_persian'))}|(?:tháng|thg) ?\d{{1,2}})(?![^\W\d_])"
    weekday = rf"(?:(?:{any_of('weekday')})\.?[,،]?(?:[ \u00a0]{{1,3}}(?:ที่ ?)?|ที่ ?))?"
    join = r"(?:[ \u00a0.,،-]{0,3}(?:(?:de|del|of|năm|d'|พ\.ศ\.|ค\.ศ\.|سال) ?)?)"
    year = r"\d{4}(?!\d)"
    day = r"\d{1,2}(?:st|nd|rd|th|er|º)?(?!\d)"
    forms = (
        ("day", rf"{day}{join}", rf"{join}{year}"),
        ("year", rf"{year}(?:\. | m\. |[ .-])", rf"[ .-]{{1,2}}{day}"),
        ("gada", rf"{year}\. gada {day}\. ", ""),
    )  # what stands before the month, and what must stand behind it then
    before = "|".join(rf"(?P<{name}_{first}>{said})" for first, said, _ in forms)
    rest = rf"[ .]{{1,3}}{day}[ ,.]{{1,3}}{year}"
    for first, _, said in reversed(forms):
        rest = rf"(?({name}_{first}){said}|{rest})"
    calendar = "|".join((
        rf"(?:(?=\d)(?:{before})|){month}{rest}",
        rf"{year}[-/.] ?\d{{1,2}}[-/.] ?{day}",
        rf"{day}[-/.] ?\d{{1,2}}[-/.] ?{year}",
        r"\d{4} ?[年년](?:[(（][^\s()（）]{2,8}年[)）])? ?\d{1,2} ?[月월] ?\d{1,2} ?[日일号號]",
        rf"{ERA_PATTERN} ?\d{{1,2}} ?月 ?\d{{1,2}} ?日",
    ))  # fmt: skip
    behind = r"(?:[ ]?[(（][^()（）\d]{1,12}[)）])?(?:[ ]?(?:г|р|r)\.|ء)?"
    return rf"(?:(?:{any_of('date_filler')}) )?{weekday}(?:{calendar}){behind}"


@cache
def time_pattern() -> str:
    """A bounded regular expression (no groups, for re.IGNORECASE) for a time of day with its zone."""
    halves, zones = _choice(numbers("half_day")), f"{_choice(numbers('zones'))}|{any_of('unsettled_zone')}"
    zone = rf"(?:[ (]{{0,2}}(?:{zones})(?!\w)\)?)?(?:[ ]?[+−-]\d{{1,2}}(?::?\d\d)?(?!\d))?"
    digit = r"[^\x00-\x7f\D]"  # of another script
    minutes = (
        rf"(?::|: (?={digit})| ?h ?|[시時时点點] ?|\.)(?:[0-5]|{digit})\d(?!\d)"
        rf"(?::(?:[0-5]|{digit})\d(?:[.]\d{{1,6}})?)?[분分]?"
    )
    return (
        rf"(?:(?:{any_of('date_filler')})[ .]{{1,2}}|t)?(?:(?:{halves}) ?)?(?:[01]?\d|2[0-3]|{digit}\d)"
        rf"(?:{minutes}(?: ?(?:{halves})(?!\w))?| ?(?:{halves})(?!\w))(?: ?(?:uhr|hrs|h|horas)(?!\w))?{zone}"
    )
