"""HTML in running text: where tags and character references stand, plain or escaped, and what an element holds.

Spans come from bounded patterns; Beautiful Soup decides what an ambiguous piece means and what an element says.
"""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING, NamedTuple

from cleaner.lazy import lazy

if TYPE_CHECKING:
    from bs4 import Tag

_AND = r"(?:(?:amp|#0{0,4}38|#x0{0,4}26);)"
_AMP = rf"&{_AND}*"
_LESS, _GREATER = "lt|#0{0,4}60|#x0{0,4}3c", "gt|#0{0,4}62|#x0{0,4}3e"
_LT, _GT = rf"(?:<|{_AMP}(?:{_LESS});)", rf"(?:>|{_AMP}(?:{_GREATER});)"
_NAME = r"(?P<close>/?)(?P<name>[a-z][a-z0-9]{0,14}(?:[:-][a-z0-9-]{1,30})?)"
_PLAIN = lazy(
    rf"<{_NAME}(?P<rest>(?:[\s/][^<>\"']*(?:(?:\"[^\"<]{{0,5000}}\"|'[^'<]{{0,5000}}')[^<>\"']*)*|[\s/][^<>]{{0,2000}})?)>",
    re.I,
)
_ANY = lazy(rf"{_LT}{_NAME}(?P<rest>(?:[\s/][^<>&]*(?:&(?!{_AND}*(?:{_LESS}|{_GREATER});)[^<>&]*)*)?){_GT}", re.I)
_FAR = 2000
"""Characters of an escaped tag behind its name, at most."""

_ONE = r"(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"
_REFERENCES = lazy(rf"(?:(?i:{_AMP}){_ONE}|&nbsp(?![\w;=]))+")
_REFERENCE = lazy(rf"&(?:{_ONE}|nbsp(?![\w;=]))")
_ESCAPED_AMP = lazy(rf"&{_AND}+(?=[\w#])", re.I)


_ESCAPED = lazy("&(?:amp|lt|#)", re.I)
_BEGIN = lazy("<(?=[/a-z])|&(?=amp|lt|#)", re.I)
"""Where a match of `_ANY` may begin."""


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


BLOCKS = _names(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr legend main menu nav ol p pre section summary table tbody tfoot thead ul"
)
LINES = _names("br li option tr")
CELLS = _names("td th")
_INLINE = _names(
    "a abbr acronym applet area audio b base basefont bdi bdo bgsound big blink body button canvas caption cite code"
    " col colgroup data datalist del dfn em embed font frame frameset g head html i iframe img input ins kbd label link"
    " map mark marquee meta meter nobr noframes noscript object optgroup output param path picture progress q rp rt"
    " ruby s samp script select small source span strike strong style sub sup svg template textarea time title track"
    " tt u use var video wbr"
)
_KNOWN = BLOCKS | LINES | CELLS | _INLINE
_UNMISTAKABLE = _names(
    "b blockquote br center div em font h1 h2 h3 h4 h5 h6 hr i img li nobr ol p small span strong sub sup table tbody"
    " td th thead tr tt u ul wbr"
)
_VALUELESS = _names(
    "allowfullscreen async autofocus autoplay checked controls default defer disabled hidden ismap loop multiple muted"
    " nomodule noshade novalidate nowrap readonly required reversed selected"
)
_OFFICE = _names("o w v m x st1 fb g dc ns0")
_QUOTED_VALUE = lazy(r"""[\w:-]{1,40}\s?=\s?(?:"[^"]*"|'[^']*')""")
_SPOKEN_OF = lazy(r"(?:`|['\"”’]?\s{1,2}(?:tags?|elements?)\b)", re.I)
_LONGEST, _MOST_ROUNDS = 4000, 6


class Span(NamedTuple):
    """A tag: its place in characters, its lower-case name, whether it closes an element, whether it is escaped."""

    start: int
    end: int
    name: str
    closes: bool
    escaped: bool


def tags(text: str, fragment: bool = False) -> list[Span]:
    """The HTML tags in ``text``, in order.

    ``<DELL.O>``, ``a < b``, ``x<y and z>w`` and ``<https://…>`` are none.  In a ``fragment`` of HTML every well-formed
    tag counts, elsewhere only those of known elements, and those with a name that is also a word only in pairs.
    """
    if "<" not in text and not _ESCAPED.search(text):
        return []
    pattern = _ANY if "&" in text and ";" in text else _PLAIN
    found = [match for match in _finditer(pattern, text) if _SPOKEN_OF.match(text, match.end()) is None]
    closed = {match["name"].lower() for match in found if match["close"]}
    sure = bool(closed & _KNOWN)
    return [
        Span(match.start(), match.end(), match["name"].lower(), bool(match["close"]), match[0][0] != "<")
        for match in found
        if _is_tag(match, closed, sure, fragment)
    ]


def _finditer(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """The matches of ``pattern``; a plain tag is read with its quoted values, whatever else the text holds."""
    if pattern is _PLAIN:
        return list(pattern.finditer(text))
    found, past = [], 0
    for begin in _BEGIN.finditer(text):
        at = begin.start()
        match = _tag_at(text, at) if at >= past else None
        if match:
            found.append(match)
            past = match.end()
    return found


def _tag_at(text: str, at: int) -> re.Match[str] | None:
    """The tag, plain or escaped, that begins ``at``."""
    plain = _PLAIN.match(text, at)
    if plain and "&" not in plain[0] and plain.end() - at <= _FAR:
        return plain
    match = _ANY.match(text, at)
    return (plain or match) if match and match.end("rest") - match.start("rest") <= _FAR + 1 else None


def _is_tag(match: re.Match[str], closed: set[str], sure: bool, fragment: bool) -> bool:
    written = match["name"]
    name = written.lower()
    if not (name in _KNOWN or fragment or name.partition(":")[0] in _OFFICE):
        return False
    rest = match["rest"].strip("/ \t\n")
    if not fragment and ("={" in rest or not (written.islower() or written.isupper() or len(written) < 3)):
        return False  # a component of a program
    if name not in _KNOWN:
        return _is_foreign(match, name, rest, closed)
    if match["close"]:
        return not rest
    if rest:
        return _attributes(name, decode(rest) if "&" in rest else rest)
    ticker = written.isupper() and ((len(written) == 1 and not sure) or (written == "EM" and name not in closed))
    return not ticker and (fragment or name in _UNMISTAKABLE or name in closed)


def _is_foreign(match: re.Match[str], name: str, rest: str, closed: set[str]) -> bool:
    """Whether a tag with a name that HTML does not know (``o:p``, ``x-player``) is one all the same."""
    if name in closed or (rest and _attributes(name, rest)):
        return True
    return not rest and match[0][-2] == "/" and (":" in name or "-" in name)


@lru_cache(maxsize=1024)
def _attributes(name: str, rest: str) -> bool:
    """Whether ``rest`` is attributes that mean something, not words between angle brackets.

    Only a name with a quoted value is beyond doubt; else Beautiful Soup is asked how it reads the tag.
    """
    if name in _KNOWN and _QUOTED_VALUE.match(rest):
        return True
    found = _parsed(f"<{name} {rest}>", name)
    if found is None:
        return "=" in rest and name in _KNOWN
    return bool(found.attrs) and any(
        key in _VALUELESS or (value not in ("", []) and re.fullmatch(r"[\w:.@-]{1,60}", key))
        for key, value in found.attrs.items()
    )


def element(text: str, tag: Span) -> Tag | None:
    """The element that ``tag`` opens, with what it holds as far as 4,000 characters; None when it is none."""
    piece = text[tag.start : tag.start + _LONGEST]
    if tag.escaped:
        piece = decode(piece)
    end = re.compile(rf"</{re.escape(tag.name)}\s{{0,20}}>", re.I).search(piece)
    if end:
        return _parsed(piece[: end.end()], tag.name)
    return _parsed(decode(text[tag.start : tag.end]) if tag.escaped else text[tag.start : tag.end], tag.name)


@lru_cache(maxsize=32)  # several rules ask about one element
def _parsed(piece: str, name: str) -> Tag | None:
    from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, Tag

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        found = BeautifulSoup(piece, "lxml").find(name)
    return found if isinstance(found, Tag) else None


def words(found: Tag) -> str:
    """The text of an element on one line."""
    return " ".join(found.get_text(" ").split()) if found.find(True) else " ".join(found.get_text().split())


def decode(text: str) -> str:
    """``text`` with its character references decoded to the end, however often they were escaped."""
    for _ in range(_MOST_ROUNDS):
        decoded = _REFERENCE.sub(_character, _ESCAPED_AMP.sub("&", text))
        if decoded == text:
            break
        text = decoded
    return text


def references(text: str) -> list[tuple[int, int, str]]:
    """Runs of character references that HTML knows: start and end in characters, and what they stand for."""
    if "&" not in text:
        return []
    found, at = [], text.find("&")
    while at >= 0:
        match = _REFERENCES.match(text, at)
        if match:
            found.append((at, match.end(), decode(match[0])))
        at = text.find("&", match.end() if match else at + 1)
    return [(start, end, new) for start, end, new in found if new != text[start:end]]


def _character(match: re.Match[str]) -> str:
    name = match[0][1:]
    return unescape(match[0]) if name[0] == "#" or name in html5 or name == "nbsp" else match[0]
