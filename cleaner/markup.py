"""HTML in running text: where tags stand, plain or escaped, and what an element holds.

Spans come from bounded patterns; what an element means is asked of Beautiful Soup.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from html.entities import html5
from typing import NamedTuple

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, Tag

_AMP = r"&(?:(?:amp|#38|#x26);){0,4}"
_LT = rf"(?:<|{_AMP}(?:lt|#60|#x3c);)"
_GT = rf"(?:>|{_AMP}(?:gt|#62|#x3e);)"
TAG = re.compile(
    rf"(?P<open>{_LT})(?P<close>/?)(?P<name>[a-z][a-z0-9]{{0,14}})(?P<attributes>(?:[\s/](?:(?!{_LT}|{_GT}).){{0,2000}}?)?){_GT}",
    re.IGNORECASE | re.DOTALL,
)
ENTITY = re.compile(rf"{_AMP}(?:#[0-9]{{1,7}}|#x[0-9a-f]{{1,6}}|[a-z][a-z0-9]{{1,31}});", re.IGNORECASE)

BLOCKS = frozenset(
    "address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr main nav ol p pre section summary table tbody tfoot thead ul".split()
)
LINES = frozenset("br li tr option".split())
CELLS = frozenset("td th".split())
INLINE = frozenset(
    "a abbr acronym area audio b base bdi bdo big blink button caption cite code col colgroup data datalist del dfn em embed "
    "font frame frameset html body head title i iframe img input ins kbd label legend link map mark marquee meta meter nobr "
    "noscript object optgroup output param picture progress q rp rt ruby s samp script select small source span strike strong "
    "style sub sup svg path g template textarea time track tt u var video wbr amp".split()
)
_KNOWN = BLOCKS | LINES | CELLS | INLINE
_ATTRIBUTE = re.compile(
    r"""^[\s/]*$|=|^\s+(?:controls|async|defer|hidden|nowrap|checked|disabled|selected)\s*/?$""", re.IGNORECASE
)
_LONGEST = 4000


class Span(NamedTuple):
    """A tag: its place in characters, its lower-case name, and whether it closes an element."""

    start: int
    end: int
    name: str
    closes: bool


def tags(text: str) -> Iterator[Span]:
    """The HTML tags in ``text``.  ``<DELL.O>``, ``a < b``, ``x<y and z>w`` and ``<https://…>`` are none."""
    for match in TAG.finditer(text):
        name = match["name"].lower()
        if name in _KNOWN and _ATTRIBUTE.search(match["attributes"]):
            yield Span(match.start(), match.end(), name, bool(match["close"]))


def element(text: str, tag: Span) -> Tag | None:
    """The element that ``tag`` opens, up to its end tag or as far as a caption may reach; None when it is none."""
    piece = text[tag.start : tag.start + _LONGEST]
    if piece[0] == "&":
        piece = decode(piece)
    end = re.compile(rf"</{tag.name}\s{{0,20}}>", re.IGNORECASE).search(piece)
    return _parsed(piece[: end.end()] if end else piece[: tag.end - tag.start], tag.name)


@lru_cache(maxsize=256)
def _parsed(piece: str, name: str) -> Tag | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        found = BeautifulSoup(piece, "lxml").find(name)
    return found if isinstance(found, Tag) else None


def words(found: Tag) -> str:
    """The text of an element on one line."""
    return " ".join(found.get_text(" ").split())


def decode(text: str) -> str:
    """``text`` with its character references decoded to the end, however often they were escaped."""
    for _ in range(6):
        decoded = unescape(text)
        if decoded == text:
            break
        text = decoded
    return text


def entities(text: str) -> Iterator[tuple[int, int, str]]:
    """The character references in ``text`` that HTML knows: place and character."""
    for match in ENTITY.finditer(text):
        name = match[0].rpartition("&")[2]
        last = name.split(";")[-2] + ";"
        if last.startswith("#") or last in html5:
            yield match.start(), match.end(), decode(match[0])
