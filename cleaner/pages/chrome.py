"""What on a page is never article text: taken out of the tree before anything looks for the body."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import Any

from cleaner.lazy import lazy
from cleaner.pages.tree import drop, parts_of, prose
from cleaner.words import any_of, words

SILENT = (
    "script", "style", "noscript", "svg", "object", "embed", "canvas", "template", "map", "select", "textarea",
    "input",
)  # fmt: skip
"""Elements whose content no reader sees."""

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
_BLOCKS = (
    "aside", "footer", "div", "section", "article", "header", "ul", "ol", "dl", "li", "p", "table", "figure",
    "form", "h2", "h3", "h4", "h5", "h6", "blockquote",
)  # fmt: skip
_HIDDEN = lazy(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.I)
_UTILITY = lazy(r"[:\[\]!@]")
LITTLE = 200
"""Characters of running text that chrome with an ambiguous name may hold."""

SHARE = 0.3
"""An element that holds more than this share of the text outside links is the article, whatever its name."""


@cache
def _patterns() -> tuple[frozenset[str], frozenset[str], re.Pattern[str], re.Pattern[str]]:
    def several(key: str) -> re.Pattern[str]:
        phrases = any_of(key).replace(re.escape("-"), "[-_ ]{0,2}")
        return lazy(rf"(?<![a-z]){phrases}(?![a-z])")

    strong, weak = frozenset(words("chrome_names")), frozenset(words("weak_names"))
    return strong, weak, several("chrome_phrases"), several("article_names")


@lru_cache(maxsize=20_000)
def named(value: str) -> int:
    """What an attribute value calls an element: 2 chrome, 1 perhaps chrome, 0 nothing, -1 the article."""
    strong, weak, chrome, article = _patterns()
    plain = " ".join(value[:600].split())
    if _UTILITY.search(plain):
        plain = " ".join(name for name in plain.split() if not _UTILITY.search(name))
    lowered = plain.lower()
    if article.search(lowered):
        return -1
    found = parts_of(plain)
    if not strong.isdisjoint(found) or chrome.search(lowered):
        return 2
    return int(not weak.isdisjoint(found))


def silence(root: Any) -> None:
    """Take out of ``root``, in place, the elements whose content no reader sees."""
    for element in list(root.iter(*SILENT)):
        drop(element)


def prune(root: Any) -> None:
    """Take out of ``root``, in place, what is chrome whatever the page, and what its markup names as chrome."""
    for element in list(root.iter("head")):
        drop(element)
    for element in list(root.iter(*NEVER)):
        if element.tag not in ("aside", "footer"):
            drop(element)
    weight = prose(root)
    most = SHARE * weight[root]
    named_so = _suspects(root)
    together: Counter[str] = Counter()
    for element, name, _ in named_so:
        together[name] += weight[element]
    for element, name, sure in named_so:
        held = weight[element]
        much = held > most or (name and together[name] > most) or (not sure and held > LITTLE)
        if not much and not _is_text(element, held, most):
            drop(element)


def _suspects(root: Any) -> list[tuple[Any, str, bool]]:
    """Elements that may be chrome: each with the name that says so and whether the name is sure."""
    found = []
    for element in root.iter(*_BLOCKS):
        if element.tag in ("aside", "footer"):
            found.append((element, "", True))
            continue
        attributes = element.items()
        if attributes and (called := _called(tuple(attributes))):
            found.append((element, *called))
    return found


@lru_cache(maxsize=20_000)
def _called(attributes: tuple[tuple[str, str], ...]) -> tuple[str, bool] | None:
    """What names an element with these ``attributes`` as chrome and whether that is sure; None when nothing does."""
    calls = []
    for name, value in attributes:
        if name == "hidden" or (name == "role" and value in _ROLES) or (name == "style" and _HIDDEN.search(value)):
            return "", True
        if name in _ATTRIBUTES:
            calls.append((named(value), value))
    kind, value = max(calls, default=(0, ""))
    return (value, kind > 1) if kind > 0 and all(call >= 0 for call, _ in calls) else None


def _is_text(element: Any, held: int, most: float) -> bool:
    """True for a paragraph of some length, and for what holds the headline with text below it."""
    if element.tag in ("p", "blockquote"):
        return held > 100
    return held > most / 3 and next(element.iter("h1"), None) is not None
