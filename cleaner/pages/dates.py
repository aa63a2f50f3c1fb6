"""When the article was published and updated, as the page states it: never from a neighbour story, nothing filled in."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from datetime import datetime, timezone
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from cleaner.dates import date_pattern, read_date
from cleaner.isodate import iso_date
from cleaner.pages.semantics import Semantics
from cleaner.pages.tree import ancestors, marks, spaced, words_of
from cleaner.words import words

_PUBLISHED = (
    "article:published_time", "article.published", "article:published", "datepublished", "parsely-pub-date", "sailthru.date",
    "publish-date", "publishdate", "publish_date", "pubdate", "dc.date.issued", "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date",
    "dc.date.created", "dcterms.available", "article_date_original", "cxenseparse:recs:publishtime", "og:published_time", "og:article:published_time", "citation_publication_date",
    "citation_date", "bt:pubdate", "rnews:datepublished", "originalpublicationdate", "date", "created", "cre_date", "article:created",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "dc.date.modified", "lastmod",
    "article.updated", "article:modified", "og:article:modified_time", "revised", "utime",
)  # fmt: skip
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_HALF = re.compile(r"(?<=\d)\s?[AP]\.?M\b")
_TIMES = ("time", "abbr", "relative-time")
_TEXTS = ("span", "p", "div", "li", "em", "small", "td", "b", "strong", "a", "font", "h2", "h3", "h4", "h5", "h6")
_FRACTION = re.compile(r"(:\d\d)[.,]\d{1,9}")
_ZONE_GAP = re.compile(r"(?<=\d)\s(?=(?:Z|UTC|GMT|[+-]\d\d:?\d\d)$)")
_PATH = re.compile(r"(?:^|[/_-])((?:19|20)\d{2})[/_-]?(\d{2})[/_-]?(\d{2})(?=[/_.-]|$|T)")


class Stamp(NamedTuple):
    """A date as stated: ISO 8601 ``value``, its ``precision`` (year, month, day, minute or second) and its markup ``path``."""

    value: str
    precision: str
    path: str

    @property
    def day(self) -> str:
        """The calendar day, as written."""
        return self.value[:10]


def dates(root: Any, said: Semantics) -> tuple[Stamp | None, Stamp | None]:
    """When the article was published and when updated, each None when the page does not say."""
    published = _first(_stated(root, said, "datepublished", "datePublished", _PUBLISHED))
    updated = _first(_stated(root, said, "datemodified", "dateModified", _UPDATED))
    if published is None:
        published = _first(_shown(root)) or _first(_loose(root, said))
    if updated and published and updated.value == published.value:
        updated = None
    return published, updated


def _first(stamps: Iterator[Stamp | None]) -> Stamp | None:
    return next((stamp for stamp in stamps if stamp), None)


def _stated(root: Any, said: Semantics, prop: str, key: str, names: tuple[str, ...]) -> Iterator[Stamp | None]:
    yield stamp(said.told(key), f"json-ld:{key}")
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
        if {"webpage", "newsarticle", "article", "blogposting"} & _kinds(node) and isinstance(node.get(key), str):
            yield stamp(node[key], f"json-ld:{key}")


def _kinds(node: dict[str, Any]) -> set[str]:
    kinds = node.get("@type")
    return {str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])}


def _shown(root: Any) -> Iterator[Stamp | None]:
    """Dates that readers see near the headline: time elements first, then what is called a date."""
    below, above = _near_headline(root)
    wanted = frozenset(words("date_names"))
    labels = tuple(label.lower() for label in words("published_label"))
    for element in (*below, *above):
        if element.tag in _TIMES:
            yield _since(stamp(element.get("datetime") or element.get("title") or words_of(element), f"{element.tag}[datetime]"))
    for element in (*below, *above):
        text = words_of(element) if element.tag in _TEXTS and len(element) < 12 else ""
        if 6 <= len(text) <= 120:
            called = not wanted.isdisjoint(re.split(r"[^a-z]+", marks(element)))
            if called or len(text) <= 40 or text.lower().startswith(labels) or (text[0].isdigit() and len(text) <= 80):
                yield _since(stamp(spaced(element), "class:date" if called else "text:date"))


def _since(found: Stamp | None) -> Stamp | None:
    """A date that a page shows is no older than the web."""
    return found if found and found.value >= "1990" else None


def _near_headline(root: Any) -> tuple[list[Any], list[Any]]:
    """Elements from the headline to the third paragraph of the body, and those shortly before the headline."""
    neighbour = frozenset(words("neighbour_names"))
    begun = next(root.iter("h1"), None) is None
    passed = 0
    inside: set[Any] = set()
    below: list[Any] = []
    above: deque[Any] = deque(maxlen=10)
    for element in root.iter("h1", "aside", "footer", "nav", "ul", "section", *_TIMES, *_TEXTS):
        if element.tag == "h1":
            begun = True
        if element.tag == "p" and begun:
            passed += len(words_of(element)) > 200
            if passed > 2:
                break
        if element.getparent() in inside or element.tag in ("aside", "footer", "nav"):
            inside.add(element)
        elif not neighbour.isdisjoint(re.split(r"[^a-z]+", marks(element))):
            inside.add(element)
        elif begun:
            below.append(element)
        elif next(element.iterdescendants("div", "section", "p", "ul", "h1"), None) is None:
            above.append(element)
    return below, list(above)[::-1]


def _loose(root: Any, said: Semantics) -> Iterator[Stamp | None]:
    """The address of the page; a line that calls itself the date; the only date of all time elements."""
    for address in (said.canonical, said.first("og:url")[0]):
        try:
            found = _PATH.search(urlsplit(address).path)
        except ValueError:
            continue
        if found:
            yield _since(stamp("-".join(found.groups()), "url"))
    labels = tuple(label.lower() for label in words("published_label"))
    neighbour = frozenset(words("neighbour_names"))
    for element in root.iter("li", "p", "span", "div", "dd", "small", "em", "td"):
        start = (element.text or "").strip().lower() or (spaced(element).lower() if 0 < len(element) < 4 else "")
        if start.startswith(labels) and len(text := spaced(element)) <= 60:
            if all(neighbour.isdisjoint(re.split(r"[^a-z]+", marks(around))) for around in ancestors(element)):
                yield _since(stamp(text, "text:date"))
    every = {s.day: s for e in root.iter("time") if (s := stamp(e.get("datetime") or words_of(e), "time[datetime]"))}
    if len(every) == 1:
        yield next(iter(every.values()))


def stamp(text: str, path: str) -> Stamp | None:
    """``text`` read as a date, None when it states none.  A day and a month that could change places give None."""
    text = _HALF.sub(lambda half: half[0].lower(), " ".join(text.split())[:120])
    if _EPOCH.fullmatch(text):
        moment = datetime.fromtimestamp(int(text[:10]), timezone.utc)
        return Stamp(moment.strftime("%Y-%m-%dT%H:%M:%SZ"), "second", path)
    exact = iso_date(_ZONE_GAP.sub("", _FRACTION.sub(r"\1", text)))
    if exact:
        return Stamp(exact.iso, exact.precision, path)
    for found in _pattern().finditer(text):
        read = read_date(found[0])
        if read and not read.ambiguous:
            return Stamp(read.iso, read.precision, path)
    return None


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.]){date_pattern()}", re.I)
