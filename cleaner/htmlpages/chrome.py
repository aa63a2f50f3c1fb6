"""What on a page is never article text: taken out of the tree before anything looks for the body."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import Any

from cleaner.htmlpages.tree import NAMED, content, drop, parts, parts_of, prose
from cleaner.lazy import lazy
from cleaner.words import any_of, words

SILENT = (
    "script", "style", "noscript", "svg", "object", "embed", "canvas", "template", "map", "select", "textarea",
    "input",
)  # fmt: skip
"""Elements whose content no reader sees."""

_OPEN = ("object", "embed", "canvas", "map")
"""Those of them that hold much of the page when their end is missing."""

NEVER = (
    "iframe", "button", "label", "nav", "menu", "dialog", "audio", "video", "figcaption", "head", "footer", "aside",
    "time", "address", "link", "meta", "progress", "meter",
)  # fmt: skip
_ATTRIBUTES = frozenset(
    ("class", "id", "role", "data-component", "data-testid", "data-module", "data-type", "data-element")
)
_ROLES = frozenset(
    (
        "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alertdialog", "alert",
        "toolbar", "menu", "menubar",
    )
)  # fmt: skip
_BLOCKS = frozenset(
    (
        "aside", "footer", "div", "section", "article", "header", "ul", "ol", "dl", "li", "p", "table", "figure",
        "form", "h2", "h3", "h4", "h5", "h6", "blockquote",
    )
)  # fmt: skip
_HIDDEN = lazy(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.I)
_UTILITY = lazy(r"[:\[\]!@]")
_HASH = lazy(r"(?<![^\W_])(?:\d+[a-z]+\d|[a-z]+\d+[a-z]+\d)\w*", re.I)
"""Names that are made of letters and digits by turns, which a program has drawn: "5f18ad9" calls nothing an ad."""

LITTLE = 200
"""Characters of running text that chrome with an ambiguous name may hold."""

STORY = 300
"""Characters of running text of a short story."""

ARTICLE, PIECE = 600, 48
"""Characters of text below the headline that are an article, whatever follows; and of the pieces that it is made of."""

SHARE = 0.3
"""An element that holds more than this share of the text outside links is the article, whatever its name."""


def _phrases(key: str) -> re.Pattern[str]:
    phrases = any_of(key).replace(re.escape("-"), "[-_ ]{0,2}")
    return lazy(rf"(?<![a-z]){phrases}(?![a-z])")


@cache
def _patterns() -> tuple[frozenset[str], frozenset[str], re.Pattern[str], re.Pattern[str]]:
    strong, weak = frozenset(words("chrome_names")), frozenset(words("weak_names"))
    return strong, weak, _phrases("chrome_phrases"), _phrases("article_names")


@cache
def _openings() -> frozenset[str]:
    """With which run of letters a phrase can begin ("read-more": read, readmore)."""
    phrases = [phrase.split("-") for phrase in words("chrome_phrases", "article_names")]
    return frozenset("".join(phrase[:count]) for phrase in phrases for count in range(1, len(phrase) + 1))


@lru_cache(maxsize=20_000)
def named(value: str) -> int:
    """What an attribute value calls an element: 2 chrome, 1 perhaps chrome, 0 nothing, -1 the article.

    Two names of which each is perhaps chrome are chrome ("login-popup").
    """
    strong, weak, chrome, article = _patterns()
    plain = " ".join(value[:600].split())
    if _UTILITY.search(plain):
        plain = " ".join(name for name in plain.split() if not _UTILITY.search(name))
    plain = _HASH.sub(" ", plain)
    found = parts_of(plain)
    lowered = plain.lower()
    phrased = lowered != plain or len(plain) > NAMED or not _openings().isdisjoint(found)
    if phrased and article.search(lowered):
        return -1
    if not strong.isdisjoint(found) or (phrased and chrome.search(lowered)):
        return 2
    called = len(weak.intersection(found))
    return min(called, 2)


def silence(root: Any) -> None:
    """Take out of ``root``, in place, the elements whose content no reader sees."""
    whole = 0
    for element in list(root.iter(*SILENT)):
        if element.tag in _OPEN and len(text := content(element)) > ARTICLE:
            whole = whole or len(content(root))
            if len(text) > SHARE * whole:
                element.tag = "div"  # its end is missing
                continue
        drop(element)


def prune(root: Any) -> None:
    """Take out of ``root``, in place, what is chrome whatever the page, and what its markup names as chrome."""
    for element in list(root.iter("head")):
        drop(element)
    _open_never_closed(root)
    for element in list(root.iter(*NEVER)):
        if element.tag not in ("aside", "footer"):
            drop(element)
    _take_forms(root)
    weight = _without_talk(root, prose(root))
    most = SHARE * weight.get(root, 0)
    suspects = _suspects(root, weight)
    together: Counter[str] = Counter()
    for element, name, _ in suspects:
        together[name] += weight.get(element, 0)
    for element, name, sure in suspects:
        held = weight.get(element, 0)
        much = held > most or (name and together[name] > most) or (not sure and held > LITTLE)
        if not much and not _is_text(element, held, most):
            drop(element)
        elif not held:
            suspects += _suspects(element, weight)


def _take_forms(root: Any) -> None:
    """Take parts of forms out of ``root`` that hold no headline: terms to agree to are longer than stories.

    Not those outside which no story is.
    """
    found = [e for e in root.iter("fieldset") if next(e.iter("h1", "h2", "article"), None) is None]
    if not found or next(root.iter("h1"), None) is None:
        return
    weight = prose(root)
    for element in found:
        if weight.get(root, 0) - weight.get(element, 0) > STORY:
            drop(element)


def _without_talk(root: Any, weight: dict[Any, int]) -> dict[Any, int]:
    """Take what readers say below an article of some length out of ``root``; gives the ``weight`` of what is left.

    However much it is: a hundred comments are longer than most articles.  Without an h1 the page may be of a comment.
    """
    told, below = 0, False
    found = []
    ahead = [root]
    while ahead:
        element = ahead.pop()
        below = below or element.tag == "h1"
        if below and element.tag in _BLOCKS and weight.get(element) and _is_talk(element):
            found += [element] if told >= ARTICLE and weight[element] > LITTLE else []
            continue
        if below and element.tag != "a":
            told += len(element.text or "") if len((element.text or "").strip()) > PIECE else 0
        if below and len((element.tail or "").strip()) > PIECE:
            told += len(element.tail)
        ahead += reversed(element)
    for element in found:
        drop(element)
    return prose(root) if found else weight


def _is_talk(element: Any) -> bool:
    """True for what is called comments or a forum, and does not hold the headline."""
    return not _talk().isdisjoint(parts(element)) and next(element.iter("h1"), None) is None


@cache
def _talk() -> frozenset[str]:
    return frozenset(words("talk_names"))


def _open_never_closed(root: Any) -> None:
    """Make a block of a button or a menu that holds the article as well: its end is missing."""
    around = [element for h1 in root.iter("h1") for element in h1.iterancestors(*NEVER)]
    weight = prose(root) if around else {}
    for element in around:
        if weight.get(element, 0) > SHARE * weight.get(root, 0):
            element.tag = "div"


def _suspects(top: Any, weight: dict[Any, int]) -> list[tuple[Any, str, bool]]:
    """Elements below ``top`` that may be chrome: each with the name that says so and whether the name is sure.

    Those inside one without running text (``weight``) are left out: they go with it.
    """
    found = []
    ahead = list(reversed(top))
    while ahead:
        element = ahead.pop()
        called = _called(element) if element.tag in _BLOCKS else None
        if called:
            found.append((element, *called))
        if not called or weight.get(element):
            ahead += reversed(element)
    return found


def _called(element: Any) -> tuple[str, bool] | None:
    """What names an element as chrome and whether that is sure; None when nothing does."""
    if element.tag in ("aside", "footer"):
        return "", True
    calls = []
    for name, value in element.items():
        if name == "hidden" or (name == "role" and value in _ROLES) or (name == "style" and _HIDDEN.search(value)):
            return "", True
        if name in _ATTRIBUTES and (call := named(value)):
            calls.append((call, value))
    kind, value = max(calls, default=(0, ""))
    value = _HASH.sub("", value)  # what is called alike but for such a name is one thing, many times
    return (value, kind > 1) if kind > 0 and all(call >= 0 for call, _ in calls) else None


def _is_text(element: Any, held: int, most: float) -> bool:
    """True for a paragraph of some length, and for what holds the headline with text below it."""
    if element.tag in ("p", "blockquote"):
        return held > 100
    return held > most / 3 and next(element.iter("h1"), None) is not None
