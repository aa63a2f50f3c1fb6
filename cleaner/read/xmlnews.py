"""What the elements of RSS, Atom, NITF and NewsML-G2 mean."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

from lxml import etree

from cleaner.lazy import lazy

Given = dict[str, Any]
Images = list[dict[str, str | None]]


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BLOCKS = _set("p h1 h2 h3 h4 h5 h6 li div blockquote pre tr dt dd hl1 hl2 section article ul ol table body")
_LEFT_OUT = _set("script style head header media nav figure")
_MRSS = "{http://search.yahoo.com/mrss/}"
_CHANNEL = lazy(r"<(title|language|copyright)\b[^<>]{0,200}>\s{0,99}(?:<!\[CDATA\[)?([^<>\]]{1,300})")
_LEAF = lazy(r"<([A-Za-z][\w.-]{0,40})>([^<>]{1,700})</\1>")
_CHANNEL_FIELDS = {"title": "publisher", "language": "language", "copyright": "rights"}


def channel(head: bytes, tag: str) -> dict[str, str]:
    """What a feed says of all its articles, from the characters before the first of them."""
    if tag not in ("item", "entry"):
        return {}
    found: dict[str, str] = {}
    for name, value in _CHANNEL.findall(head[:65536].decode("utf-8", "replace")):
        if value.strip():
            found.setdefault(_CHANNEL_FIELDS[name], value.strip())
    return found


def around(above: bytes) -> dict[str, str]:
    """What a document says of its one article in front of it: its elements that hold nothing but characters."""
    found = _LEAF.findall(above[:65536].decode("utf-8", "replace"))
    return {name: html.unescape(value.strip()) for name, value in found if value.strip()}


def article(element: Any) -> tuple[Given, Images]:
    """``(fields, images)`` of an article element, under names that the field mapping knows."""
    name = local(element)
    if name == "nitf":
        given, images = _nitf(element)
    elif name == "newsItem":
        given, images = _newsml(element)
    elif name == "entry":
        given, images = _atom(element), []
    else:
        given, images = _plain(element), _media(element)
    return {key: value for key, value in given.items() if value}, images


def local(element: Any) -> str:
    """The element's name without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def flat(element: Any) -> str:
    """All characters in the element, white space collapsed as markup does."""
    return " ".join(_raw(element).split()) if element is not None else ""


def blocks(element: Any) -> str:
    """The text of the element, its blocks separated by a blank line."""
    parts: list[str] = [""]
    _collect(element, parts, 0)
    return "\n\n".join(part for part in (" ".join(one.split()) for one in parts) if part)


def find(element: Any, *path: str) -> Any:
    """The first descendant reached by local names, each at any depth below the last; None when there is none."""
    for name in path:
        element = next((one for one in element.iterdescendants() if local(one) == name), None)
        if element is None:
            return None
    return element


def _all(element: Any, name: str) -> Iterator[Any]:
    return (one for one in element.iterdescendants() if local(one) == name)


def _raw(element: Any) -> str:
    return "".join(element.itertext(etree.Element))


def _collect(element: Any, parts: list[str], depth: int) -> None:
    name = local(element)
    if not name or name in _LEFT_OUT or depth > 200:
        return
    block = name in _BLOCKS
    if block or name == "br":
        parts.append("")
    parts[-1] += element.text or ""
    for child in element:
        _collect(child, parts, depth + 1)
        parts[-1] += child.tail or ""
    if block:
        parts.append("")


def _plain(element: Any) -> Given:
    """RSS items and unknown records: the children by name; repeated ones as a list, marked-up ones as blocks."""
    given: Given = {}
    for child in element:
        name, value = local(child), ""
        if (
            not name
            or child.tag.startswith(_MRSS)
            or (name in ("comments", "source", "enclosure", "content") and not _raw(child).strip())
        ):
            continue
        if name == "encoded":
            name = "content_encoded"
        if len(child) and any(local(one) in _BLOCKS for one in child.iterdescendants()):
            value = blocks(child)
        elif len(child) and all(not (one.tail or "").strip() for one in child) and not (child.text or "").strip():
            inner = [flat(one) for one in child if local(one)]
            given.setdefault(name, []).extend(one for one in inner if one)
            continue
        else:
            value = _raw(child)
            value = (
                value
                if name in ("description", "content_encoded", "content", "text", "body")
                else _placed(child, value)
            )
        if not value.strip():
            given.setdefault(name, value)
        elif not given.get(name):
            given[name] = value
        else:
            held = given[name]
            given[name] = [*held, value] if isinstance(held, list) else [held, value]
    for key, value in element.attrib.items():
        given.setdefault(key.rpartition("}")[2], value)
    return given


def _placed(element: Any, value: str) -> str:
    """``value`` without the white space around it; text that a formatter of XML broke keeps the column it began in.

    Its lines are then as wide as they were made, by which it is seen where one goes on in the next.
    """
    text = value.strip()
    below = text.split("\n")[1:]
    before = element.getprevious()
    above = (before.tail if before is not None else element.getparent().text) or ""
    margin = len(above.rpartition("\n")[2])
    deep = all(not line.strip() or line.startswith(" " * margin) for line in below)
    if not below or value[:1].isspace() or not margin or not deep:
        return text
    return " " * (margin + len(element.tag) + 2) + text


def _media(element: Any) -> Images:
    """The pictures of Media RSS: their description and credit."""
    images: Images = []
    for one in element.iterdescendants(f"{_MRSS}content"):
        caption, credit = find(one, "description"), find(one, "credit")
        if caption is not None or credit is not None:
            images.append({"caption": flat(caption) or None, "credit": flat(credit) or None})
    return images


def _atom(element: Any) -> Given:
    content = next((one for one in element if local(one) == "content"), None)
    summary = next((one for one in element if local(one) == "summary"), None)
    links = [one for one in element if local(one) == "link"]
    best = next((one for one in links if one.get("rel", "alternate") == "alternate"), None)
    return {
        "id": flat(_child(element, "id")),
        "title": flat(_child(element, "title")),
        "text": _construct(content),
        "summary": _construct(summary),
        "authors": [flat(name) for one in element if local(one) == "author" for name in _all(one, "name")],
        "published": flat(_child(element, "published")),
        "updated": flat(_child(element, "updated")),
        "url": best.get("href") if best is not None else "",
        "rights": flat(_child(element, "rights")),
        "section": [one.get("term") for one in element if local(one) == "category" and one.get("term")],
    }


def _construct(element: Any) -> str:
    if element is None:
        return ""
    return blocks(element) if element.get("type") == "xhtml" else _raw(element)


def _child(element: Any, name: str) -> Any:
    return next((one for one in element if local(one) == name), None)


def _nitf(element: Any) -> tuple[Given, Images]:
    content = find(element, "body.content")
    head = find(element, "body.head")
    issued, code = find(element, "date.issue"), find(element, "doc-id")
    rights = find(element, "doc.copyright")
    place = find(element, "body.head", "dateline")
    headline = find(element, "hl1")
    given: Given = {
        "id": code.get("id-string") if code is not None else "",
        "title": flat(headline if headline is not None else find(element, "title")),
        "subtitle": flat(find(element, "hl2")),
        "authors": _bylines(head) if head is not None else [],
        "published": issued.get("norm") if issued is not None else "",
        "dateline": flat(place),
        "publisher": flat(find(element, "distributor")),
        "rights": f"© {rights.get('year') or ''} {rights.get('holder')}" if _holder(rights) else "",
        "text": blocks(content) if content is not None else "",
    }
    media = [] if content is None else list(_all(content, "media"))
    images: Images = [
        {"caption": flat(find(one, "media-caption")) or None, "credit": flat(find(one, "media-producer")) or None}
        for one in media
    ]
    return given, [one for one in images if one["caption"] or one["credit"]]


def _bylines(head: Any) -> list[str]:
    made = []
    for one in _all(head, "byline"):
        person = find(one, "person")
        made.append(flat(one if person is None else person))
    return made


def _holder(rights: Any) -> bool:
    return rights is not None and bool(rights.get("holder"))


def _newsml(element: Any) -> tuple[Given, Images]:
    meta, item = find(element, "contentMeta"), find(element, "itemMeta")
    content = find(element, "contentSet")
    given: Given = {"id": element.get("guid"), "text": _body(content) if content is not None else ""}
    language = find(meta, "language") if meta is not None else None
    given["language"] = (language.get("tag") if language is not None else "") or element.get(
        "{http://www.w3.org/XML/1998/namespace}lang"
    )
    given["rights"] = flat(find(element, "rightsInfo", "copyrightNotice"))
    if item is not None:
        provider = find(item, "provider")
        given["publisher"] = (flat(find(provider, "name")) or flat(provider)) if provider is not None else ""
        given["published"] = flat(find(item, "firstCreated")) or flat(find(item, "versionCreated"))
        given["updated"] = flat(find(item, "versionCreated")) if find(item, "firstCreated") is not None else ""
    if meta is not None:
        given["title"] = flat(find(meta, "headline"))
        given["authors"] = [flat(one) for one in meta if local(one) == "by"]
        given["dateline"] = flat(find(meta, "dateline"))
        given["subtitle"] = flat(find(meta, "subheadline"))
    return given, []


def _body(content: Any) -> str:
    """The text in a ``contentSet``: inline XHTML or NITF, or inline data."""
    inline = find(content, "inlineXML")
    if inline is not None:
        for name in ("body.content", "body"):
            found = find(inline, name)
            if found is not None:
                return blocks(found)
        return blocks(inline)
    data = find(content, "inlineData")
    return _raw(data) if data is not None else ""
