"""When the article was published and updated, as the page states it: not from a neighbour, nothing filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timezone
from functools import cache
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from cleaner.htmlpages.semantics import Semantics, types
from cleaner.htmlpages.tree import ancestors, ordered, parts, words_of
from cleaner.htmlpages.zone import Zone, foreign, is_body, short_text
from cleaner.lazy import lazy
from cleaner.text.dates import date_pattern, order_in, order_of, read_date, time_pattern
from cleaner.text.folding import squeeze
from cleaner.text.isodate import iso_date
from cleaner.words import words
from cleaner.words.alternation import alternation

_DIGIT = lazy(r"\d")
_EPOCH = lazy(r"\d{10}(?:\d{3})?")
_SEEN = ("text:", "class:")
"""Paths of what readers see: ten digits are a number of something there, no seconds."""

_TIMES = ("time", "abbr", "relative-time")
_TEXTS = (
    "span", "p", "div", "li", "em", "small", "td", "b", "strong", "a", "font", "h2", "h3", "h4", "h5", "h6",
)  # fmt: skip
_ABOUT = frozenset({"webpage", "newsarticle", "article", "blogposting"})
_FRACTION = lazy(r"(:\d\d)[.,]\d{1,9}")
_ZONE_GAP = lazy(r"(?<=\d)\s(?=(?:Z|UTC|GMT|[+-]\d\d:?\d\d)$)")
_PATH = lazy(
    r"(?:^|[/_-])[A-Za-z]?((?:19|20)\d{2})[/_-]?"
    r"(?:(\d{2})(\d{2})(?=[/_.-]|$|T|\d{4,11}(?!\d))|(\d{2})[/_-](\d{2})(?=[/_.-]|$|T))"
)
_PATH_DAY_FIRST = lazy(r"[/_-](\d{2})-(\d{2})-(20\d{2})(?=[/_.-]|$)")
_UNSET = ("0001-01-01", "1970-01-01")
_EARLY = lazy(r"(?:[^\W\d]{2,10}[.,]? )?\d")
_OPENING = lazy(r"(\d{1,2}[. /][^\n–—:]{1,12}[. /]\d{4})\s?[-–—:]\s")
_LOGGED = lazy(r"^[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d(?: [A-Z]{3,4})?) (\d{4})$")
_SHORT_YEAR = lazy(r"(?<![\d.])(\d{1,2}\.\d{1,2}\.)(\d\d)(?![\d.]|:\d)")


WEEK = 7
"""Days after the stated date in which the date that readers see is still the article's own."""


class Stamp(NamedTuple):
    """A date as stated: ISO 8601 ``value``, ``precision`` (year, month, day, minute, second) and markup ``path``."""

    value: str
    precision: str
    path: str

    @property
    def day(self) -> str:
        """The calendar day, as written."""
        return self.value[:10]


class Dates(NamedTuple):
    """When an article was published and updated, None where the page does not say.

    ``unsure`` is a shown date whose day and month could be swapped while nothing on the page settles it.
    """

    published: Stamp | None
    updated: Stamp | None
    unsure: str = ""


def dates(root: Any, said: Semantics, near: Zone) -> Dates:
    """The dates of an article; ``near`` is the zone around its headline."""
    updated = _first(_stated(said, "dateModified", ordered("updated_meta")))
    stated = list(filter(None, _stated(said, "datePublished", ordered("published_meta"))))
    published = _settled(stated, near, updated.day if updated else "")
    if published is None:
        built = (stamp(value, f"meta:{name}") for name in ordered("built_meta") for value in said.meta.get(name, ()))
        published = _first(_shown(near)) or _first(built) or _first(_loose(root, said)) or _heading(near)
    if published is None and (guess := _first(_shown(near, "dmy"))):
        order, why = order_in(root.text_content()), "dates on the page"
        if order is None:
            order, why = order_of(said.language), "html[lang]"
        if order is None:
            return Dates(None, updated, guess.value)
        found = _first(_shown(near, order))
        published = found and Stamp(found.value, found.precision, f"{found.path} ({order} by {why})")
    if updated and published and updated.value == published.value:
        updated = None
    return Dates(published, updated)


def _settled(stated: list[Stamp], near: Zone, changed: str) -> Stamp | None:
    """The first statement, unless readers see another day.

    A later statement of another kind that gives the very day that readers see is taken instead; else the one day that
    they see, when it comes at most a week after the stated one and no time zone makes the difference (the text is of
    that day, and the statement is of its first version), or long before it and alone below the headline (the statement
    is of the day on which the page was built again).  Names of another house's making that hold the day on which the
    text was ``changed`` count for nothing.
    """
    shown: list[Stamp] = []
    for found in _shown(near) if stated else ():
        if found and found.day == stated[0].day:
            return stated[0]
        shown += [found] if found else []
    seen = {stamp.day for stamp in shown}
    if not stated or len(seen) > 3:
        return stated[0] if stated else None
    kind = stated[0].path.split(":")[0]
    late = {f"meta:{name}" for name in ordered("published_meta")[2:]}
    other = next(
        (s for s in stated if s.day in seen and not (s.path.startswith(kind) or (s.path in late and s.day == changed))),
        None,
    )
    if other is None and len(seen) == 1:
        apart = _apart(stated[0], shown[0])
        if 0 < apart <= WEEK or (apart < -WEEK and _stands_alone(near, shown[0])):
            return max(shown, key=lambda stamp: len(stamp.value))
    return other or stated[0]


def _stands_alone(near: Zone, shown: Stamp) -> bool:
    """True when between the headline and the story an element holds that day and nothing else.

    A day in a table is one of the facts of whatever the story is about.
    """
    for element in near.below:
        if is_body(element):
            break
        if next(element.iterancestors("table", "dl"), None) is not None:
            continue
        text = " ".join(near.pieces(element, 40)) if element.tag in _TEXTS or element.tag == "time" else ""
        if (
            _DIGIT.search(text)
            and not without_dates(text).strip()
            and stamp(text, "text:date") == shown._replace(path="text:date")
        ):
            return True
    return False


def _apart(stated: Stamp, shown: Stamp) -> int:
    """The days from the one to the other, 0 when their difference may be that of a time zone to UTC."""
    if stated.precision in ("year", "month") or shown.precision in ("year", "month"):
        return 0
    days = (date.fromisoformat(shown.day) - date.fromisoformat(stated.day)).days
    return 0 if days == 1 and stated.value.endswith(("Z", "+00:00")) and stated.value[11:13] >= "10" else days


def _first(stamps: Iterator[Stamp | None]) -> Stamp | None:
    return next((stamp for stamp in stamps if stamp), None)


def _stated(said: Semantics, key: str, names: tuple[str, ...]) -> Iterator[Stamp | None]:
    prop = key.lower()
    value = said.ld.get(key)
    yield stamp(str(value) if isinstance(value, int) else said.told(key), f"json-ld:{key}")
    early, late = names[:2], names[2:]
    for name in early:
        for value in said.meta.get(name, ()):
            yield stamp(value, f"meta:{name}")
    for element in said.props.get(prop, ())[:2]:
        yield stamp(element.get("content") or element.get("datetime") or words_of(element), f"itemprop:{prop}")
    for name in late:
        for value in said.meta.get(name, ()):
            yield stamp(value, f"meta:{name}")
    for node in said.nodes:
        if not _ABOUT.isdisjoint(types(node)) and isinstance(node.get(key), str):
            yield stamp(node[key], f"json-ld:{key}")


def _shown(near: Zone, order: str | None = None) -> Iterator[Stamp | None]:
    """Dates that readers see near the headline: time elements, then labelled dates, then what is called a date."""
    around = [*near.below, *near.above]
    for element in around:
        if element.tag in _TIMES and not any(outer.tag in ("li", "a") for outer in element.iterancestors()):
            stated = element.get("datetime") or element.get("title") or words_of(element)
            yield _since(stamp(stated, f"{element.tag}[datetime]", order))
    wanted, bylines = frozenset(words("date_names")), frozenset(words("byline_names"))
    labels = _labels("published_label")
    later: list[tuple[str, str]] = []
    for element in around:
        pieces = near.pieces(element, 120) if element.tag in _TEXTS else []
        text = " ".join(pieces)
        if len(text) >= 6 and _DIGIT.search(text):
            if _is_update(text):
                continue
            called = not wanted.isdisjoint(parts(element)) or not bylines.isdisjoint(parts(element))
            if text.lower().startswith(labels):
                yield _since(stamp(text, "text:date", order))
            elif called or len(text) <= 40 or (_EARLY.match(text) and len(text) <= 80):
                later.append((text, "class:date" if called else "text:date"))
    yield from (_since(stamp(text, path, order)) for text, path in later)


@cache
def _labels(key: str, least: int = 1) -> tuple[str, ...]:
    return tuple(label.lower() for label in words(key) if len(label) >= least)


def _is_update(text: str) -> bool:
    """True when the words before the first number call it the date of a change."""
    start = _DIGIT.search(text)
    return bool(start and _changed().search(text, 0, start.start()))


@cache
def _changed() -> re.Pattern[str]:
    return lazy(rf"(?<!\w){alternation(_labels('updated_label', 6))}", re.I)


def _since(found: Stamp | None) -> Stamp | None:
    """A date that a page shows is no older than the web."""
    return found if found and found.value >= "1990" else None


def _loose(root: Any, said: Semantics) -> Iterator[Stamp | None]:
    """The address of the page; a line that calls itself the date; the only date of all time elements."""
    for address in (said.canonical, said.first("og:url")[0]):
        try:
            found = _PATH.search(urlsplit(address).path)
        except ValueError:
            continue
        if found:
            yield _since(stamp("-".join(filter(None, found.groups())), "url"))
        elif (turned := _PATH_DAY_FIRST.search(urlsplit(address).path)) and int(turned[1]) > 12:
            yield _since(stamp("-".join(turned.groups()[::-1]), "url"))
    labels = _labels("published_label", 3)
    for element in root.iter("li", "p", "span", "div", "dd", "small", "em", "td"):
        pieces = list(islice(filter(None, map(squeeze, element.itertext())), 2))
        if pieces and pieces[0].lower().startswith(labels) and not any(map(foreign, _around(element))):
            yield _since(stamp(text, "text:date")) if len(text := " ".join(pieces)) <= 60 else None
    own = [element for element in root.iter("time") if not any(map(foreign, ancestors(element)))]
    every = {s.day: s for e in own if (s := stamp(e.get("datetime") or words_of(e), "time[datetime]"))}
    if len(every) == 1:
        yield next(iter(every.values()))


def _around(element: Any) -> Iterator[Any]:
    """What ``element`` stands in; not itself when it holds no link and no heading, which a teaser does."""
    alone = element.tag == "p" and next(element.iter("a", "h2", "h3", "h4"), None) is None
    return islice(ancestors(element), int(alone), None)


def _heading(near: Zone) -> Stamp | None:
    """The date with which the first paragraph begins, set off by a dash or a colon."""
    for element in near.below:
        if element.tag == "p" and (text := short_text(element, 80)):
            if opening := _OPENING.match(text):
                return _since(stamp(opening[1], "text:dateline"))
            if len(text) > 80:
                return None
    return None


def stamp(text: str, path: str, order: str | None = None) -> Stamp | None:
    """``text`` read as a date, None when it states none or only the zero of a clock.

    ``order`` (dmy or mdy) settles a day and a month that could change places; without it they give None.
    """
    text = " ".join(text.split())[:120]
    if not _DIGIT.search(text):
        return None
    if not path.startswith(_SEEN) and _EPOCH.fullmatch(text):
        moment = datetime.fromtimestamp(int(text[:10]), timezone.utc)
        return Stamp(moment.strftime("%Y-%m-%dT%H:%M:%SZ"), "second", path)
    exact = iso_date(_ZONE_GAP.sub("", _FRACTION.sub(r"\1", text)))
    if exact and exact.iso.startswith(_UNSET):
        return None
    if exact:
        return Stamp(exact.iso, exact.precision, path)
    day, timed = _patterns()
    text = _SHORT_YEAR.sub(r"\g<1>20\2", _LOGGED.sub(r"\2 \1 \4, \3", text))
    for found in timed.finditer(text):
        alone = day.search(found[0])
        for piece in (found[0], alone[0] if alone else ""):
            read = read_date(piece, order)
            if read and not read.ambiguous:
                return Stamp(read.iso, read.precision, path)
    return None


def without_dates(text: str) -> str:
    """``text`` with every day and every time of day replaced by a line break."""
    day, timed = _patterns()
    text = _SHORT_YEAR.sub(r"\g<1>20\2", text)
    return re.sub(time_pattern(), "\n", day.sub("\n", timed.sub("\n", text)), flags=re.I)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What looks like a day, and like a day with or without a time beside it."""
    gap = r"[ ,.|·•–-]{1,4}"
    moment = rf"(?:(?<![\w.]){time_pattern()}{gap})?(?<![\w.]){date_pattern()}(?:{gap}{time_pattern()})?"
    return lazy(date_pattern(), re.I), lazy(moment, re.I)
