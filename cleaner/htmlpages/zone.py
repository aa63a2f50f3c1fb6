"""Where on a page the head of the article stands: its headline, what is right above and below it, and the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, islice
from typing import Any

from cleaner.htmlpages.tree import UNSPACED, parts, pieces
from cleaner.text.folding import dense, fold, squeeze
from cleaner.words import words

PARAGRAPH = 200
"""Characters above which a paragraph belongs to the body; one of a script without spaces counts twice."""

PASSED = 3
"""Body paragraphs after which the head of the article is over."""

MOST = 2000
"""Elements after which each part of the zone is over, whatever stands there."""

LONG = 160
"""Characters above which an element holds more than a byline or a date."""

ABOVE = 10
"""Elements right above the headline that still belong to it."""


@dataclass(slots=True)
class Zone:
    """Elements of the article in document order, without what belongs to neighbours or to the site.

    ``above`` the last ones in front of the headline, nearest first; ``below`` from the headline to the third paragraph
    of the body; ``after`` what follows, to the end of the article as far as the markup shows it: found once, as it is
    asked for.
    """

    headline: Any = None
    above: list[Any] = field(default_factory=list)
    below: list[Any] = field(default_factory=list)
    after: Iterator[Any] = field(default_factory=lambda: iter(()))
    _pieces: dict[Any, list[str] | None] = field(default_factory=dict)

    def pieces(self, element: Any, limit: int) -> list[str]:
        """The single pieces of text inside ``element``; empty when together they are longer than ``limit``, or `LONG`.

        Each is on one line.  Dates and bylines are looked for in the same elements: what these hold is kept.
        """
        found = self._gathered(element)
        return found if found and (limit >= LONG or sum(map(len, found)) <= limit) else []

    def _gathered(self, element: Any) -> list[str] | None:
        """The pieces of text inside ``element``, None when they are longer than `LONG`; kept for every element."""
        if element in self._pieces:
            return self._pieces[element]
        found = [text] if (text := squeeze(element.text)) else []
        held = len(text)
        for child in element:
            inner = self._gathered(child) if held <= LONG else None
            if inner is None:
                self._pieces[element] = None
                return None
            tail = squeeze(child.tail)
            found += (*inner, tail) if tail else inner
            held += sum(map(len, inner)) + len(tail)
        self._pieces[element] = kept = found if held <= LONG else None
        return kept


@cache
def _neighbours() -> frozenset[str]:
    return frozenset(words("neighbour_names"))


@cache
def _heads() -> frozenset[str]:
    return frozenset((*words("byline_names"), "meta"))


def foreign(element: Any) -> bool:
    """True when an element by its tag or name belongs to other stories, to readers' comments or to the site."""
    called = parts(element)
    if element.tag in ("aside", "footer", "nav") and _heads().isdisjoint(called):
        return element.tag != "aside" or not (_is_dated(element) or next(element.iter("address"), None) is not None)
    if _neighbours().isdisjoint(called):
        return False
    return _neighbours().intersection(called) != {"nav"} or _heads().isdisjoint(called)


def _is_dated(element: Any) -> bool:
    """True for what stands right inside an article and holds a date, but no link: it dates the article."""
    around = element.getparent()
    dated = around is not None and around.tag == "article" and next(element.iter("time"), None) is not None
    return dated and next(element.iter("a"), None) is None


def zone(root: Any, title: str) -> Zone:
    """The zone around the headline of ``root``; without any headline it begins with the page."""
    found = Zone(_headline(root, title))
    around = _around(found.headline)
    before: list[Any] = []
    passed = 0
    elements = _own(next(root.iter("body"), None), around)
    for element in elements if found.headline is not None else ():
        if element is found.headline:
            found.below.append(element)
            break
        before.append(element)
    for element in elements:
        if passed == PASSED or len(found.below) == MOST:
            found.after = _rest(element, elements, around)
            break
        passed += is_body(element)
        found.below.append(element)
    plain = (e for e in reversed(before) if next(e.iterdescendants("div", "p", "ul", "h1"), None) is None)
    found.above = list(islice(plain, ABOVE))
    return found


def _own(body: Any, around: set[Any]) -> Iterator[Any]:
    """The elements of ``body`` in document order without those that are foreign and what stands in these."""
    ahead = [] if body is None else [body]
    while ahead:
        element = ahead.pop()
        if element in around or not foreign(element):
            yield element
            ahead += reversed(element)


def _rest(first: Any, elements: Iterator[Any], around: set[Any]) -> Iterator[Any]:
    """``first`` and the ``elements`` behind it, to the next headline or article."""
    for element in islice(chain((first,), elements), MOST):
        if element.tag in ("h1", "article") and element not in around:
            return
        yield element


def _around(headline: Any) -> set[Any]:
    """The headline, what it stands in, and a teaser right beside it: no name of theirs makes them another story's."""
    if headline is None:
        return set()
    beside = [element for element in (headline.getprevious(), headline.getnext()) if element is not None]
    return {headline, *headline.iterancestors(), *(e for e in beside if "teaser" in parts(e))}


def _headline(root: Any, title: str) -> Any:
    """The element that shows ``title``: an h1 before another heading; else the first h1; else None."""
    wanted = dense(title)
    for tags in (("h1",), ("h2", "h3", "h4")):
        for heading in root.iter(*tags) if wanted else ():
            shown = dense(short_text(heading, 400))
            if shown and (shown == wanted or (len(wanted) > 12 and shown.endswith(wanted))):
                return heading
    first = next(root.iter("h1"), None)
    return first if first is not None else _worded_alike(root, title)


def _worded_alike(root: Any, title: str) -> Any:
    """The heading that has most words of ``title``, more than half of them."""
    wanted = set(fold(title).split())
    best, most = None, max(3, len(wanted) // 2)
    for heading in root.iter("h2", "h3", "h4"):
        if (shared := len(wanted.intersection(fold(short_text(heading, 400)).split()))) > most:
            best, most = heading, shared
    return best


def is_body(element: Any) -> bool:
    """True for a paragraph that is too long for the head of an article."""
    if element.tag != "p":
        return False
    text = short_text(element, PARAGRAPH)
    return len(text) > (PARAGRAPH // 2 if UNSPACED.search(text) else PARAGRAPH)


def short_text(element: Any, limit: int) -> str:
    """The text inside ``element`` on one line; no more is read than shows that it is longer than ``limit``."""
    return squeeze("".join(pieces(element, limit)))


def texts(elements: Iterable[Any], limit: int) -> Iterator[tuple[Any, str]]:
    """Each of ``elements`` that holds some text, but no more than ``limit`` characters, and its text."""
    for element in elements:
        text = short_text(element, limit)
        if 0 < len(text) <= limit:
            yield element, text
