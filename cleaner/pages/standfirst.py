"""The standfirst: the sentence or two between headline and body, which extractors lose and meta elements keep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cleaner.pages.semantics import Semantics
from cleaner.pages.tree import fold, squeeze, words_of

_CUT = re.compile(r"(?:\.\.\.|…)\s*$")
_TAGS = ("p", "h2", "h3", "h4", "div", "span", "li", "strong", "em", "b", "figure", "aside", "footer")
_PASSED = 3
"""Paragraphs of body text after which no standfirst is looked for."""


def standfirst(root: Any, said: Semantics) -> tuple[str, str]:
    """The page's own summary as readers see it, and its markup path.

    What the meta elements or the JSON-LD say counts only when the same words stand on the page; the words on the
    page are taken, which are often the longer ones.
    """
    told = [said.first("og:description"), said.first("description"), said.first("twitter:description")]
    told.append((squeeze(str(said.ld.get("description") or "")), "json-ld:description"))
    folded = {fold(_CUT.sub("", value)): path for value, path in reversed(told) if len(value) >= 20}
    for text in _before_body(root, {value[:20] for value in folded}):
        seen = fold(text)
        for value, path in folded.items():
            if len(seen) <= 1.1 * len(value) + 20 and seen.startswith(value[:120].rstrip(" .")):
                return text, path
    return "", ""


def _before_body(root: Any, starts: set[str]) -> Iterator[str]:
    """Elements above or among the first paragraphs that begin with one of ``starts`` (folded): their text."""
    passed = 0
    skipped: set[Any] = set()
    for element in root.iter(*_TAGS):
        if element.getparent() in skipped or element.tag in ("figure", "aside", "footer"):
            skipped.add(element)
            continue
        if element.tag == "p":
            passed += len(words_of(element)) > 200
            if passed > _PASSED:
                return
        begun = _beginning(element)
        if len(begun) > 9 and fold(begun)[:20] in starts:
            yield words_of(element)


def _beginning(element: Any) -> str:
    """The first piece of text in an element, at most 80 characters."""
    for piece in element.itertext():
        if piece.strip():
            return squeeze(piece.lstrip()[:80])
    return ""
