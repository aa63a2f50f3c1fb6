"""The pieces of a line above a story that is made of dates, times, names and what goes with them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from cleaner.lazy import lazy
from cleaner.text.dates import date_pattern, time_pattern
from cleaner.words import any_of, numbers, words
from cleaner.words.alternation import alternation

_NAME = r"[^\W\d_a-z][\w'’.-]{0,24}(?: (?:[^\W\d_a-z][\w'’.-]{0,24}|de|van|von|der|bin|al)){1,3}"
_ZONE = r"\(?(?-i:[A-Z]{2,4}T|GMT|UTC|IST|PT|ET|CT|MT|CET|CEST|BST|JST|KST|WIB|Uhr|AMT)\)?(?:[+-]\d{1,2}(?::?\d\d)?)?"
_OUTLET = r"[\u3400-\u9fff][\u3400-\u9fffA-Za-z0-9·-]{1,19}"
_DAY = r"(?-i:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2})(?=,? )"
_AGO = any_of("relative_time").replace(r"\#", r"\d{1,2}")
_SHORT = alternation([name for name in words("news_agency") if len(name) < 4])
_AGENCY = (
    rf"(?:{alternation([name for name in words('news_agency') if len(name) > 3])}"
    rf"|(?-i:{_SHORT})|(?<!\(){_SHORT})"
)
"""Of short names in brackets the capitals count: "(Ap)" and "(Pa)" are parties, too."""
_PIECE = lazy(
    "|".join(
        (
            r"(?P<mail>[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}|@[A-Za-z_]\w{2,30}|\(\d{3}\) \d{3}-\d{4})",
            r"(?P<gap>(?:[\s|,;:·•‧*/)\[\]–—-]|\((?!\d{3}\)))+)",
            rf"(?P<date>{date_pattern()}|\d{{1,2}}(?:/\d{{1,2}}/|\.\d{{1,2}}\.)\d\d(?!\d))",
            rf"(?P<time>{time_pattern()}|\d{{1,2}}:\d\d(?: ?[ap]\.?m\.?)?|{_DAY})",
            rf"(?P<ago>{_AGO})(?!\w)",
            rf"(?P<origin>{any_of('source_label')} ?[:：] ?(?P<outlet>{_OUTLET}))(?![^\s　])",
            rf"(?P<source>{any_of('source_label')}) ?[:：]",
            rf"(?P<zone>{_ZONE})(?!\w)",
            rf"(?P<weekday>{any_of('weekday')})\.?(?!\w)",
            rf"(?P<label>{any_of('updated_label', 'published_label')})(?!\w)",
            rf"(?P<by>{any_of('author_by')}):?(?!-?\w)",
            rf"(?P<agency>{_AGENCY})(?!\w)",
            rf"(?P<role>{any_of('byline_role')})(?!\w)",
            rf"(?P<join>{any_of('byline_join')})(?!\w)",
            rf"(?P<name>(?-i:{_NAME}))",
            r"(?P<word>(?-i:[^\W\d_a-z]\w{2,20}))(?=,|\s*$)",
        )
    ),
    re.IGNORECASE,
)
"""One piece, by its kind."""

_SMALL_WORD = lazy(r"(?<![\w@.'’+-])[a-z]{3,}(?![\w@.'’+-])")
_SIGN = lazy(r"[<>\"“”«»!?=%${}^\\]")
_LABEL = lazy(r"([^\W\d]+) ?:")


@cache
def _known_words() -> frozenset[str]:
    """All small words that a line of nothing but stamps may hold."""
    lists = words(
        "updated_label", "published_label", "weekday", "author_by", "news_agency", "byline_role", "byline_join",
        "date_filler", "unsettled_zone", "relative_time",
    )  # fmt: skip
    said = (*lists, *numbers("months"), *numbers("half_day"), *numbers("zones"))
    rest = "gada uhr hrs horas năm del tháng thg van von der bin est edt gmt utc"
    return frozenset(re.findall(r"\w+", " ".join((*said, rest)).lower()))


@cache
def _labels() -> frozenset[str]:
    """The first words of all that may stand before a colon."""
    return _known_words() | frozenset(re.findall(r"\w+", " ".join(words("source_label")).lower()))


@lru_cache(maxsize=512)  # the first lines of a text are read in each round
def pieces(text: str) -> dict[str, str] | None:
    """The first piece of each kind in a line of nothing but such pieces; None when it holds anything else."""
    if "(@" in text or not _known_words().issuperset(_SMALL_WORD.findall(text)):
        return None  # the signature of a post, or a line with other words
    if _SIGN.search(text) and "(" not in text and "（" not in text:
        return None
    if (label := _LABEL.match(text)) and label[1].lower() not in _labels():
        return None
    found: dict[str, str] = {}
    at = 0
    while at < len(text):
        match = _PIECE.match(text, at)
        if match is None or match.end() == at:
            return None
        kind = str(match.lastgroup)
        if kind == "origin":
            found.setdefault("outlet", match["outlet"])
        if kind in ("name", "word") and kind in found:
            if kind == "name" and not match[0][0].isupper():
                return None  # in a script without capitals a sentence looks like names
            found["more"] = match[0]
        found.setdefault(kind, match[0])
        at = match.end()
    return found


_SURE = {
    "origin": {"origin", "date", "time", "zone", "weekday", "label", "by", "name", "role", "join"},
    "ago": {"ago", "time", "zone", "label", "date", "weekday", "by", "name", "agency", "role", "join"},
}
"""Kinds that make a stamp with nothing but these others."""


def is_stamp(found: dict[str, str], names: list[str] | None) -> bool:
    """Whether the pieces make a stamp: a date with time, label or author, an author and an anchor, a source."""
    kinds = found.keys() - {"gap", "outlet"}
    dated = "date" in kinds and bool(
        kinds & {"origin", "time", "zone", "label", "by", "role", "agency", "mail"} or names
    )
    for kind, others in _SURE.items():
        if kind in kinds:
            return kinds <= others
    if "source" in kinds and not kinds & {"time", "agency"}:
        return False
    if "word" in kinds and not kinds & {"agency"}:
        return False
    if kinds <= {"by", "label", "time", "zone", "weekday"}:
        return bool(kinds & {"by", "label"}) or kinds >= {"time", "zone"} or found.get("time", "")[-2:].isupper()
    if "name" in kinds and not names:
        return False
    return dated or ("name" in kinds and bool(kinds & {"by", "role", "agency", "mail"})) or kinds == {"agency", "word"}
