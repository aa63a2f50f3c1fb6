"""Feeds and news formats in XML, one article element at a time.

The file is cut at the tags of its article elements and each piece is parsed for itself: memory stays bounded by
one article, and a piece that is not well-formed costs only itself.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from cleaner.read import charset, reasons, xmlnews
from cleaner.read.context import Context, Made
from cleaner.read.names import TEXT, norm
from cleaner.read.stream import BUFFER, as_utf8
from cleaner.record import Record

_NAME = rb"(?:[A-Za-z_][\w.-]{0,40}:)?"
_TAG = re.compile(rb"<(" + _NAME + rb"([A-Za-z_][\w.-]{0,60}))(?=[\s>/])")
_SKIP = re.compile(rb"<!--.{0,65536}?-->|<\?.{0,4096}?\?>", re.DOTALL)
_SPACES = re.compile(rb"""\s(xmlns(?::[\w.-]{1,40})?)\s{0,9}=\s{0,9}("[^"<]{0,500}"|'[^'<]{0,500}')""")
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_KEPT = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
_BY_ROOT = {b"rss": b"item", b"RDF": b"item", b"feed": b"entry", b"newsMessage": b"newsItem", b"urlset": b"url"}
_KNOWN = tuple(b"nitf newsItem article item entry doc document record row story post news page".split())


def xml_file(stream: Any, context: Context) -> Iterator[Made]:
    """The articles of an XML file.  ``line`` is the line where the article element starts."""
    limits = context.options.limits
    head = stream.peek(charset.SAMPLE)
    stream, context.finding = as_utf8(stream, context.encoding or _declared(head))
    window = _Window(stream, limits.max_record)
    window.fill(1 << 20)
    prolog = _SKIP.sub(b"", window.data[: charset.SAMPLE])
    root = _TAG.search(prolog)
    if b"<!ENTITY" in prolog[: root.start() if root else None]:
        yield context.bad(1, reasons.XML_ENTITIES, "", window.data[:4096])
        return
    if not root:
        yield context.bad(1, reasons.XML_MALFORMED, "the file holds no XML element", window.data[:4096])
        return
    tag = _record_tag(root[2], prolog[root.end() :], window.data)
    spaces = b" ".join(
        b"=".join(pair) for pair in _SPACES.findall(prolog[root.start() : prolog.find(b">", root.end())])
    )
    above = window.data[: window.data.find(b"<" + tag)]
    alone = root[2] in _KNOWN and root[2] != tag and len(re.findall(b"<" + tag + rb"[\s>]", window.data)) == 1
    channel = xmlnews.around(above) if alone else xmlnews.channel(above, tag.decode("ascii"))
    found = 0
    for line, piece, whole in window.pieces(tag):
        found += 1
        if whole:
            yield _article(piece, line, spaces, channel, context)
        else:
            why = reasons.TOO_LONG if len(piece) > limits.max_record else reasons.XML_MALFORMED
            yield context.bad(line, why, f"the element {tag.decode('ascii')!r} is not closed", piece[:65536])
    if not found:
        yield context.bad(1, reasons.XML_RECORDS, "", window.data[:4096])


def _declared(head: bytes) -> str | None:
    """The declared character set, when the bytes do not show that they are UTF-8 after all."""
    name = charset.known(charset.declared_in(head[:200]))
    if not name or name == "utf-8" or charset.bom_of(head)[0] or b"\0" in head:
        return None
    try:
        return name if head[:-4].decode("utf-8").isascii() else None
    except UnicodeDecodeError:
        return name


def _record_tag(root: bytes, rest: bytes, data: bytes) -> bytes:
    """The local name of the article elements of a file with this root."""
    if root in _BY_ROOT:
        return _BY_ROOT[root]
    if root in (b"nitf", b"newsItem"):
        return root
    for found in _TAG.finditer(data):
        if found[2] in _KNOWN and found[2] != root:
            return found[2]
        if (
            root in _KNOWN
            and found[2] != root
            and norm(found[2].decode("ascii")) in (*TEXT, "title", "headline", "head")
        ):
            return root
    return root


class _Window:
    """A window on the bytes of the file that moves from article element to article element."""

    def __init__(self, stream: Any, limit: int) -> None:
        self.stream = stream
        self.limit = limit
        self.data = b""
        self.at = 0
        self.line = 1
        self.ended = False

    def fill(self, size: int) -> None:
        """Let go of what has been passed, and read ``size`` bytes more."""
        more = b"" if self.ended else self.stream.read(size)
        self.ended = self.ended or len(more) < size
        self.data = self.data[self.at :] + more
        self.at = 0

    def move(self, at: int) -> None:
        """Pass over the bytes up to ``at``."""
        self.line += self.data.count(b"\n", self.at, at)
        self.at = at

    def pieces(self, tag: bytes) -> Iterator[tuple[int, bytes, bool]]:
        """``(line, bytes, whether it is closed)`` of each element; an open one ends where the next begins."""
        start = re.compile(rb"<(" + _NAME + re.escape(tag) + rb")(?=[\s>/])")
        while True:
            found = start.search(self.data, self.at)
            if found:
                self.move(found.start())
                end, whole = self._end(found[1], start)
                piece = self.data[self.at : end]
                line = self.line
                self.move(end)
                yield line, piece, whole
            elif self.ended:
                return
            else:
                # A tag may be cut by the edge of the window.
                self.move(max(self.at, len(self.data) - 200))
                self.fill(BUFFER)

    def _end(self, tag: bytes, start: re.Pattern[bytes]) -> tuple[int, bool]:
        """Where the element that starts here ends, and whether its end tag stands there."""
        close = re.compile(rb"</" + re.escape(tag) + rb"\s{0,9}>")
        seen = 1
        while True:
            opened = self.data.find(b">", self.at)
            if opened > 0 and self.data[opened - 1 : opened] == b"/":
                return opened + 1, True
            again = start.search(self.data, self.at + 1)
            if again and self.data.find(b"<![CDATA[", self.at, again.start()) >= 0:
                again = None
            found = close.search(self.data, self.at + seen, again.start() if again else len(self.data))
            if found:
                return found.end(), True
            if again:
                return again.start(), False
            held = len(self.data) - self.at
            if self.ended or held > self.limit:
                return len(self.data), False
            seen = max(1, held - 100)
            self.fill(max(BUFFER, held))


def _article(piece: bytes, line: int, spaces: bytes, channel: dict[str, str], context: Context) -> Made:
    try:
        shown = piece.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"byte {error.start + 1} of the element is not valid UTF-8"
        return context.bad(line, reasons.BYTES_INVALID, message, piece)
    try:
        element = _parse(b"<corpus " + spaces + b">" + piece + b"</corpus>")
    except etree.XMLSyntaxError as error:
        code = reasons.NESTING if "depth" in str(error).lower() else reasons.XML_MALFORMED
        return context.bad(line, code, f"not well-formed XML: {str(error.msg)[:200]}", shown)
    given, images = xmlnews.article(element)
    for key, value in channel.items():
        given.setdefault(key, value)
    made = context.record(given, line, shown)
    if isinstance(made, Record) and images:
        made.fields["images"] = images
    return made


def _parse(piece: bytes) -> etree._Element:
    """The one element in ``piece``; the named characters of HTML are allowed, other entities are errors."""
    options = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False}
    try:
        return etree.fromstring(piece, etree.XMLParser(**options))[0]
    except etree.XMLSyntaxError:
        mended = _ENTITY.sub(_character, piece)
        if mended == piece:
            raise
        return etree.fromstring(mended, etree.XMLParser(**options))[0]


def _character(match: re.Match[bytes]) -> bytes:
    whole = match[0].decode("ascii")
    if match[1] in _KEPT or html.unescape(whole) == whole:
        return match[0]
    return html.unescape(whole).encode("utf-8")
