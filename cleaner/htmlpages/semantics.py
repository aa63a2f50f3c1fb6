"""What a page states about itself in markup: JSON-LD, meta elements, links, microdata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from lxml import etree

from cleaner.htmlpages.tree import words_of
from cleaner.lazy import lazy
from cleaner.text.folding import squeeze

_PROPS = etree.XPath("descendant-or-self::*/@itemprop/..")
MAX_LD = 2_000_000
"""Characters of one JSON-LD block that are read."""

_ARTICLE = lazy(r"(?:article|posting|report|review|story|column)$", re.I)
_ENTITY = lazy(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
_WEAK = frozenset({"webpage", "itempage", "creativework", "videoobject", "recipe"})
_COMMENT = lazy(r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/|<!\[CDATA\[)|(?:-->|//\]\]>|/\*\]\]>\*/|\]\]>|;)\s*$")


@dataclass(slots=True)
class Semantics:
    """The statements of one page, as it makes them.

    ``meta`` has lower-case names (name, property or itemprop) and every content in order; ``ld`` the JSON-LD node
    of the article, ``nodes`` all nodes; ``props`` the microdata elements by lower-case itemprop.
    """

    ld: dict[str, Any] = field(default_factory=dict)
    nodes: list[dict[str, Any]] = field(default_factory=list)
    meta: dict[str, list[str]] = field(default_factory=dict)
    props: dict[str, list[Any]] = field(default_factory=dict)
    canonical: str = ""
    language: str = ""
    title: str = ""

    def first(self, *names: str) -> tuple[str, str]:
        """The first non-empty meta content under ``names``, and its markup path."""
        for name in names:
            for value in self.meta.get(name, ()):
                if value:
                    return value, f"meta:{name}"
        return "", ""

    def told(self, name: str) -> str:
        """The text that the JSON-LD node of the article has under ``name``, on one line; empty when it has none."""
        value = self.ld.get(name)
        value = value[0] if isinstance(value, list) and value else value
        return plain(value) if isinstance(value, str) else ""

    def body(self) -> str:
        """The body of the article that the JSON-LD gives, line breaks as they are; empty when it gives none."""
        value = self.ld.get("articleBody")
        return unescape(value) if isinstance(value, str) else ""

    def node(self, value: Any) -> Any:
        """``value`` with a bare JSON-LD reference replaced by the node it points to."""
        if isinstance(value, dict) and "@id" in value and len(value) <= 2 and "name" not in value:
            for other in self.nodes:
                if other.get("@id") == value["@id"] and len(other) > 2:
                    return other
        return value


def read(root: Any) -> Semantics:
    """Everything that ``root`` states about itself."""
    said = Semantics(language=_language(root))
    for element in root.iter("meta"):
        attributes = dict(element.items())
        content = squeeze(unescaped(attributes.get("content", "")))
        for attribute in ("name", "property", "itemprop", "http-equiv") if content else ():
            if name := attributes.get(attribute):
                said.meta.setdefault(name.strip().lower(), []).append(content)
    _take_page_tag(said)
    for element in root.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            said.canonical = said.canonical or element.get("href").strip()
    for element in root.iter("title"):
        if element.getparent() is not None and element.getparent().tag in ("head", "html", "body"):
            said.title = said.title or squeeze(unescaped(words_of(element)))
    for element in _PROPS(root):
        for name in element.get("itemprop").lower().split():
            said.props.setdefault(name, []).append(element)
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            said.nodes.extend(_nodes(_loads(script.text)))
    said.ld = _article(said)
    return said


_PAGE_TAG = {
    "pub_date": "parsely-pub-date", "author": "parsely-author", "authors": "parsely-author",
    "section": "parsely-section",
}  # fmt: skip


def _take_page_tag(said: Semantics) -> None:
    """What a ``parsely-page`` tag holds, as the meta elements that have taken its place (docs.parse.ly, "Metadata")."""
    for tag in said.meta.get("parsely-page", ()):
        held = _loads(tag)
        for key, name in _PAGE_TAG.items() if isinstance(held, dict) else ():
            values = held[key] if isinstance(held.get(key), list) else [held.get(key)]
            said.meta.setdefault(name, []).extend(squeeze(value) for value in values if isinstance(value, str))


def plain(value: str) -> str:
    """A text of JSON-LD, in which some pages leave entities, on one line."""
    return squeeze(unescape(value))


def unescaped(text: str) -> str:
    """``text`` without the entities that are left of it when a page escapes twice."""
    return _ENTITY.sub(lambda entity: unescape(entity[0]), text) if "&" in text else text


def _language(root: Any) -> str:
    declared = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or ""
    return str(declared).strip()


def _loads(text: str) -> Any:
    text = text[:MAX_LD].strip()
    if not text.startswith(("{", "[")) or not text.endswith(("}", "]")):
        text = _COMMENT.sub("", _COMMENT.sub("", text)).strip()
    for attempt in (text, re.sub(r",\s{0,99}([\]}])", r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    try:
        return json.JSONDecoder(strict=False).raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value[:500]:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "breadcrumb", "author", "publisher", "itemReviewed"):
            if isinstance(value.get(key), (list, dict)):
                yield from _nodes(value[key], depth + 1)


def types(node: Any) -> list[str]:
    """The lower-case types of a JSON-LD node, without their schema."""
    kinds = node.get("@type") if isinstance(node, dict) else None
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return [kind.rsplit("/", 1)[-1].lower() for kind in kinds if isinstance(kind, str)]


def _article(said: Semantics) -> dict[str, Any]:
    strong = [node for node in said.nodes if any(_ARTICLE.search(kind) for kind in types(node))]
    weak = [node for node in said.nodes if _WEAK.intersection(types(node)) and node.get("headline")]
    pool = [node for node in strong if node.get("headline") or node.get("articleBody") or node.get("name")] or weak
    if not pool:
        return strong[0] if strong else {}
    return max(pool, key=lambda node: (_fits(node, said), -pool.index(node)))


def _fits(node: dict[str, Any], said: Semantics) -> int:
    here = said.canonical or said.first("og:url")[0]
    about = str(node.get("url") or "") + str(node.get("mainEntityOfPage") or "")
    headline = squeeze(str(node.get("headline") or node.get("name") or "")).lower()
    titles = (said.title + " " + " ".join(said.meta.get("og:title", ()))).lower()
    return (
        2 * bool(headline and headline[:40] in titles) + bool(here and here in about) + bool(node.get("datePublished"))
    )
