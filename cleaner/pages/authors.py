"""The people who wrote the article, by what the markup says of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from cleaner.pages.names import byline, people
from cleaner.pages.semantics import Semantics, types
from cleaner.pages.tree import ordered, parts, squeeze, words_of
from cleaner.words import words

_TAGS = (
    "a", "ul", "dl", "h6", "span", "p", "div", "address", "li", "strong", "em", "b", "cite", "h2", "h3", "h4",
    "h5", "section", "header", "footer", "aside",
)  # fmt: skip
SHORT = 80
"""Characters that a line may have that only reads like a byline ("By Ana Ruiz in Oslo")."""

LONG = 160
"""Characters above which a byline element holds more than a byline."""


def authors(root: Any, said: Semantics, sites: set[str]) -> tuple[list[str], str]:
    """The authors in the order of the page, and the markup path of the first source that names a person.

    The line below the headline is taken instead of a single word that it makes a full name.
    """
    stated: list[str] = []
    path = ""
    for source, path in ((_from_ld, "json-ld:author"), (_from_props, "itemprop:author"), (_from_meta, "meta:author")):
        stated = _all(source(said), sites, True)
        if stated and path == "meta:author" and not _seen(root, said, stated):
            stated = []
        if stated:
            break
    if stated and (len(stated) > 1 or " " in stated[0]):
        return stated, path
    shown, where = _shown(root, sites)
    if not stated:
        return (shown, where) if shown else ([], "")
    fuller = len(shown) == 1 and shown[0].startswith(f"{stated[0]} ") and where != "text:byline"
    return (shown, where) if fuller else (stated, path)


def _seen(root: Any, said: Semantics, names: list[str]) -> bool:
    """True when the page is an article by its own word, or shows one of ``names`` to its readers."""
    if said.first("og:type")[0].lower() == "article":
        return True
    text = "".join(body.text_content() for body in root.iter("body"))
    return any(name in text for name in names)


def _shown(root: Any, sites: set[str]) -> tuple[list[str], str]:
    """The authors that readers see between the headline and the body, and the markup path."""
    for text, path in _bylines(root):
        names = _all([text], sites, path == "rel=author", path == "rel=author")
        if names:
            return names, path
    return [], ""


def _all(texts: Any, sites: set[str], sure: bool, handles: bool = False) -> list[str]:
    found: list[str] = []
    for text in texts:
        found += [name for name in people(text, sites, sure, handles) if name not in found]
    return found


def _from_ld(said: Semantics) -> Iterator[str]:
    value = said.ld.get("author") or said.ld.get("creator")
    for item in value if isinstance(value, list) else [value]:
        node = said.node(item)
        if isinstance(node, dict):
            if not {"organization", "newsmediaorganization", "corporation"}.intersection(types(node)):
                name = node.get("name") or f"{node.get('givenName') or ''} {node.get('familyName') or ''}"
                for single in name if isinstance(name, list) else [name]:
                    yield squeeze(single) if isinstance(single, str) else ""
        elif isinstance(node, str) and "://" not in node:
            yield squeeze(node)


def _from_props(said: Semantics) -> Iterator[str]:
    for element in said.props.get("author", ())[:6]:
        inner = element.xpath(".//*[@itemprop='name']")
        holder = inner[0] if inner else element
        text = holder.get("content") or words_of(holder)
        if len(text) <= LONG:
            yield text


def _from_meta(said: Semantics) -> Iterator[str]:
    for name in ordered("author_meta"):
        values = said.meta.get(name, [])
        if name == "twitter:data1" and not any("author" in v.lower() for v in said.meta.get("twitter:label1", ())):
            continue
        if any("://" not in value for value in values):
            yield from (value for value in values if "://" not in value)
            return


@cache
def _names() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    return frozenset(words("byline_names")), frozenset(words("byline_not")), frozenset(words("neighbour_names"))


def _bylines(root: Any) -> Iterator[tuple[str, str]]:
    """Texts below the headline that are called a byline or read like one, in document order, with their paths."""
    wanted, never, _ = _names()
    for element in _below_headline(root):
        if element.tag == "a" and (_is_author(element) or "fn" in (element.get("class") or "").split()):
            beside = [words_of(a) for a in element.getparent().iter("a") if _is_author(a)]
            yield "\n".join(beside or [words_of(element)]), "rel=author"
        called = parts(element)
        named = element.tag == "address" or (not wanted.isdisjoint(called) and never.isdisjoint(called))
        if not named and element.tag not in ("p", "div", "span", "em", "strong", "b", "i", "h5", "h6", "li"):
            continue
        text = words_of(element) if len(element) < 12 else ""
        if not 3 < len(text) <= (LONG if len(text.encode()) < 2 * len(text) else SHORT // 2):
            continue
        lines = "\n".join(piece.strip() for piece in element.itertext() if piece.strip())
        if named:
            links = [words_of(link) for link in element.iter("a") if "author" in (link.get("href") or "").lower()]
            if links:
                yield "\n".join(links), "class:byline"
            yield lines, "class:byline"
        if (said := byline(lines, named) or byline(text, named)) and (named or len(text) <= SHORT):
            yield said, "class:byline" if named else "text:byline"


def _is_author(link: Any) -> bool:
    return "author" in (link.get("rel") or "").split()


def _below_headline(root: Any) -> Iterator[Any]:
    """Elements between the headline and the third paragraph of the body, without what belongs to neighbours."""
    neighbour = _names()[2]
    begun = next(root.iter("h1"), None) is None
    passed = 0
    inside: set[Any] = set()
    for element in root.iter("h1", *_TAGS):
        if element.tag == "h1":
            begun = True
        if not begun:
            continue
        if element.tag == "p":
            passed += len(words_of(element)) > 200
            if passed > 2:
                return
        if (
            element.getparent() in inside
            or not neighbour.isdisjoint(parts(element))
            or element.tag in ("footer", "aside")
        ):
            inside.add(element)
            continue
        yield element
