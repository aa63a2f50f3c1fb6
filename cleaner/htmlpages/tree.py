"""Bytes or characters of a page become one lxml tree; the small questions that every module asks of it."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from typing import Any
from urllib.parse import urljoin

from cleaner.lazy import lazy
from cleaner.read import charset
from cleaner.text.folding import squeeze
from cleaner.text.scripts import HAN, KANA, THAI
from cleaner.words import by_language

MAX_PAGE = 20_000_000
"""Characters (or bytes) of a page that are read; what comes behind is left out."""

UNSPACED = lazy(f"[{KANA}{HAN}{THAI}]")
"""A character of a script that puts no spaces between words."""

SOME = 16
"""Characters below which a piece of text is never running text, in whatever script."""

NAMED = 400
"""Characters of a name in markup that are taken apart."""

_CONTROLS = bytes(byte for byte in (*range(32), 127) if byte not in b"\t\n\f\r")
_NO_CHARACTERS = "\ufffe\uffff"
_SILENT_TAG = re.compile(rb"<s(cript|tyle|vg)(?=[\s>])[^<>]{0,2000}>")
_SHUT = re.compile(rb"(<html[\s][^<>]{0,2000})/>")
"""The element of the whole page, closed where it begins: a browser ignores that, the parser would read nothing."""

_PART = lazy(r"[a-z]+|[A-Z][a-z]+|[A-Z]+(?![a-z])")
_USUAL = lazy(r"(?:https?://[a-z0-9.-]{1,255}(?::\d{1,5})?)?/(?![/])[\w/.~%+,=:@!$&()*'-]{0,999}", re.A)
"""Addresses that `urljoin` changes only by putting the site in front: nothing in them is left out or resolved."""

_LETTERS = bytes(byte if chr(byte).islower() else 32 for byte in range(128)) + bytes(128)


def decode(raw: bytes) -> str:
    """The characters of a page; bytes that fit no character set become U+FFFD."""
    raw = raw[:MAX_PAGE]
    try:
        return charset.decode(raw, charset.declared_in(raw))[0]
    except charset.NotText:
        return raw.decode("utf-8", "replace")


def parse(page: str | bytes) -> Any | None:
    """The root element of a page, None when there is nothing to parse.  Never raises for damaged markup."""
    from lxml import etree, html

    raw = _without_scripts(_SHUT.sub(rb"\1>", _utf8(page), count=1))
    raw = raw.translate(None, _CONTROLS)
    if not raw.strip():
        return None
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    try:
        return html.document_fromstring(raw, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _utf8(page: str | bytes) -> bytes:
    """The page as UTF-8, without its mark and without the code points that are no characters."""
    page = page[:MAX_PAGE]
    if isinstance(page, bytes):
        try:
            text = page.decode("utf-8")
        except UnicodeDecodeError:
            text = decode(page)
        else:
            if not any(mark in text for mark in _NO_CHARACTERS):
                return page.removeprefix(BOM_UTF8)
            text = text.removeprefix("\ufeff")
    else:
        text = page
    for mark in _NO_CHARACTERS:
        text = text.replace(mark, "")
    return text.encode("utf-8", "ignore")


def _without_scripts(raw: bytes) -> bytes:
    """``raw`` without scripts, styles and drawings, which are half of many pages; data in scripts stay.

    What could begin inside a comment and end behind it is left to the parser.
    """
    kept: list[bytes] = []
    at = done = 0
    while start := _SILENT_TAG.search(raw, at):
        at = start.end()
        drawn = start[1] == b"vg"
        if drawn and start[0].endswith(b"/>"):
            continue
        if b"json" in start[0].lower():
            at = max(at, raw.find(b"</script", at))  # what looks like a script inside is text of the data
            continue
        end = raw.find(b"</s" + start[1], at)
        if end < 0:
            break
        if drawn and (inner := raw.rfind(b"<svg", at, end)) >= 0:
            at = inner  # the outer one is left to the parser: it may have no end
            continue
        if raw.find(b"-->", at, end) >= 0 and raw.find(b"<!--", at, end) < 0:
            at = end
            continue
        kept.append(raw[done : start.start()])
        at = done = raw.find(b">", end) + 1 or len(raw)
    return b"".join((*kept, raw[done:])) if kept else raw


def content(element: Any) -> str:
    """All text inside an element, as it stands."""
    if len(element) == 0:
        return element.text or ""
    return str(_serializer()(element))


@cache
def _serializer() -> Any:
    from lxml import etree

    return partial(etree.tostring, method="text", encoding="unicode", with_tail=False)


def words_of(element: Any) -> str:
    """All text inside an element, on one line."""
    return squeeze(content(element))


def pieces(element: Any, limit: int = 1 << 30, squeezed: bool = False) -> list[str]:
    """The pieces of text inside an element, up to the one with which they hold more than ``limit`` characters.

    White space counts for little: a run of it is one character, at the ends of a piece none.  ``squeezed`` pieces are
    on one line each, none of them empty.
    """
    found: list[str] = []
    _gather(element, found, limit, squeezed)
    return found


def _gather(element: Any, found: list[str], left: int, squeezed: bool) -> int:
    """Append to ``found``; gives how many of ``left`` characters may still come, below zero when it is over."""
    if text := element.text:
        plain = squeeze(text)
        if plain or not squeezed:
            found.append(plain if squeezed else text)
        left -= len(plain)
    for child in element:
        if left < 0:
            break
        left = _gather(child, found, left, squeezed)
        if left >= 0 and (text := child.tail):
            plain = squeeze(text)
            if plain or not squeezed:
                found.append(plain if squeezed else text)
            left -= len(plain)
    return left


def parts(element: Any) -> tuple[str, ...]:
    """The lower-case parts of which class and id of an element are made ("shareBar" and "share-bar": share, bar)."""
    called, known = element.get("class"), element.get("id")
    if not called and not known:
        return ()
    return _parts_of_both(called, known) if called and known else parts_of(called or known)


@lru_cache(maxsize=50_000)
def _parts_of_both(called: str, known: str) -> tuple[str, ...]:
    return parts_of(f"{called} {known}")


@lru_cache(maxsize=50_000)
def parts_of(value: str) -> tuple[str, ...]:
    """The lower-case parts of names in markup; only the first `NAMED` characters count."""
    value = value[:NAMED]
    if value.isascii() and value.islower():
        return tuple(value.encode().translate(_LETTERS).decode().split())
    return tuple(part.lower() for part in _PART.findall(value))


def drop(element: Any) -> None:
    """Take an element out of its tree and leave its tail where it stood."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail
    if tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + tail
        else:
            before.tail = (before.tail or "") + tail
    parent.remove(element)


def ancestors(element: Any, limit: int = 6) -> Iterator[Any]:
    """The element and up to ``limit`` of its ancestors, nearest first."""
    here = element
    for _ in range(limit + 1):
        if here is None:
            return
        yield here
        here = here.getparent()


def prose(root: Any) -> dict[Any, int]:
    """How many characters of running text elements hold, those that hold some: pieces of some length outside links."""
    weight: dict[Any, int] = {}
    for element in reversed(list(root.iter("*"))):
        text, tail = element.text, element.tail
        own = weight.get(element, 0) + (_length(text) if text and len(text) >= SOME else 0)
        behind = _length(tail) if tail and len(tail) >= SOME else 0
        if own and element.tag != "a":
            weight[element] = own
        elif own:
            own = 0
            weight.pop(element, None)
        if (own or behind) and (around := element.getparent()) is not None:
            weight[around] = weight.get(around, 0) + own + behind
    return weight


def _length(piece: str) -> int:
    bare = piece.strip()
    return len(piece) if len(bare) >= 48 or (not bare.isascii() and len(bare.encode("utf-8", "replace")) >= 48) else 0


def joined(base: str, target: str) -> str:
    """The address to which ``target`` leads on the page at ``base``, as `urljoin` has it; it may raise ValueError."""
    if not base:
        return target
    if not _USUAL.fullmatch(target) or "/." in target:
        return urljoin(base, target)
    return _site(base) + target if target[0] == "/" else target


@lru_cache(maxsize=100)
def _site(base: str) -> str:
    """The beginning of an address, up to the path."""
    return urljoin(base, "/")[:-1]


def spaced(element: Any) -> str:
    """All text inside an element, with a space between its parts."""
    return squeeze(" ".join(pieces(element)))


def ordered(key: str) -> tuple[str, ...]:
    """The list under ``key`` of the words for pages, in the order in which it is written."""
    return by_language(key)["pages"]
