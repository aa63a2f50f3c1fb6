"""The standfirst: the sentence or two between headline and body, which extractors lose and meta elements keep."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cleaner.htmlpages.semantics import Semantics
from cleaner.htmlpages.zone import short_text
from cleaner.lazy import lazy
from cleaner.text.folding import fold, squeeze

_CUT = lazy(r"(?:\.\.\.|…)\s*$")
_TAGS = ("p", "h2", "h3", "h4", "div", "section", "span", "li", "strong", "em", "b", "figure", "aside", "footer")
LONGEST = 1000
"""Characters of the longest summary that counts; some pages state the whole article as its description."""

_PASSED = 3
"""Paragraphs of body text after which no standfirst is looked for."""


def standfirst(root: Any, said: Semantics) -> tuple[str, str]:
    """The page's own summary as readers see it, and its markup path.

    What the meta elements or the JSON-LD say counts only when the same words stand on the page; the words on the
    page are taken, which are often the longer ones.
    """
    told = [said.first("og:description"), said.first("description"), said.first("twitter:description")]
    told.append((squeeze(str(said.ld.get("description") or "")), "json-ld:description"))
    folded = {fold(_CUT.sub("", value)): path for value, path in reversed(told) if 20 <= len(value) <= LONGEST}
    for headline in (said.told("headline"), *said.meta.get("og:title", ())):
        folded.pop(fold(headline), None)
    longest = 2 * max(map(len, folded), default=0) + 40
    for element in _before_body(root, {value[:20] for value in folded}):
        text = short_text(element, longest)
        seen = fold(text) if len(text) <= longest else ""
        for value, path in folded.items():
            if seen and len(seen) <= 1.1 * len(value) + 20 and seen.startswith(value[:120].rstrip(" .")):
                return text, path
    return "", ""


def _before_body(root: Any, starts: set[str]) -> Iterator[Any]:
    """Elements above or among the first paragraphs that begin with one of ``starts`` (folded)."""
    if not starts:
        return
    passed = 0
    skipped: set[Any] = set()
    begins: dict[str, bool] = {}
    known: dict[Any, str] = {}
    for element in root.iter(*_TAGS):
        if element.tag in ("figure", "aside", "footer") or (skipped and element.getparent() in skipped):
            skipped.add(element)
            continue
        if element.tag == "p":
            passed += len(short_text(element, 200)) > 200
            if passed > _PASSED:
                return
        begun = _beginning(element, known)
        if begun not in begins:
            begins[begun] = len(begun) > 9 and fold(begun)[:20] in starts
        if begins[begun]:
            yield element


def _beginning(element: Any, known: dict[Any, str]) -> str:
    """The first piece of text in an element, at most 80 characters; ``known`` are those found before."""
    if (found := known.get(element)) is not None:
        return found
    text = element.text
    found = squeeze(text.lstrip()[:80]) if text and not text.isspace() else ""
    for child in () if found else element:
        if found := _beginning(child, known):
            break
        if (text := child.tail) and not text.isspace() and (found := squeeze(text.lstrip()[:80])):
            break
    known[element] = found
    return found
