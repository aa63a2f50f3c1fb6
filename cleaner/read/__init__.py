"""From files to records, lazily and in bounded memory; what gives no record is an ``Unreadable`` with its reason."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import Any, BinaryIO

from cleaner.read import charset, reasons
from cleaner.read.context import Context, Made
from cleaner.read.options import Limits, ReadOptions
from cleaner.read.profile import Profile
from cleaner.read.stream import BUFFER, Guarded, Held, Stop, as_utf8, check, slurp, stop_of, unpack
from cleaner.read.walk import Item, discover, format_of
from cleaner.record import Record, Unreadable

__all__ = [
    "BUFFER", "Item", "Limits", "ReadOptions", "Record", "Unreadable", "discover", "format_of", "ranges", "read",
    "read_as", "read_range", "read_stream",
]  # fmt: skip

_PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"PK\x03\x04")
"""How gzip, bzip2, xz, Zstandard and zip begin."""

_READERS = {
    "text": "text.text",
    "markdown": "text.markdown",
    "html": "text.html",
    "json": "json_.json_file",
    "jsonl": "jsonl.jsonl",
    "csv": "csv_.csv_file",
    "tsv": "csv_.tsv_file",
    "xml": "xml.xml_file",
    "parquet": "parquet.parquet",
    "warc": "warc.warc",
    "zip": "archive.zip_file",
    "tar": "archive.tar_file",
}
"""Module and function of each format; one is imported when the first file asks for it."""


@cache
def _reader(kind: str) -> Callable[..., Iterator[Made]]:
    module, _, name = _READERS[kind].partition(".")
    found: Callable[..., Iterator[Made]] = getattr(import_module(f"cleaner.read.{module}"), name)
    return found


def read(item: Item, options: ReadOptions | None = None, data: bytes | None = None) -> Iterator[Made]:
    """The records of one input file in order, and an ``Unreadable`` for each piece that gives none.  Never raises.

    ``data`` are the file's bytes, at most ``BUFFER``, if they have been read before.
    """
    context = Context.of(item.rel, options or ReadOptions(), item.home)
    if item.refused:
        yield context.bad(1, item.refused)
        return
    try:
        with item.path.open("rb") if data is None else Held(data) as file:
            if item.size == 0:
                yield context.bad(1, reasons.FILE_EMPTY)
            elif item.format == "zip":
                yield from _reader("zip")(file, context, _member)
            elif item.format == "parquet":
                yield from _guarded(file, item.format, context)
            else:
                yield from _member(file, item.format, item.compression, context)
    except OSError as error:
        yield context.bad(1, reasons.FILE_UNREADABLE, f"cannot be read ({error.strerror or error})")


def read_stream(stream: BinaryIO, options: ReadOptions | None = None, rel: str = "-") -> Iterator[Made]:
    """The records of standard input: JSON Lines or an array of objects, HTML, XML, else one plain text."""
    context = Context.of(rel, options or ReadOptions())
    source = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(Guarded(stream, Limits()), BUFFER)
    head = source.peek(charset.SAMPLE)
    if not head:
        yield context.bad(1, reasons.FILE_EMPTY)
        return
    if head.startswith(_PACKED):
        yield context.bad(1, reasons.FILE_BINARY, "the stream is compressed; unpack it first, as with gzip -dc")
        return
    plain = head[charset.bom_of(head)[1] :].replace(b"\0", b"").lstrip()
    yield from _guarded(source, _kind(plain), context)


def _kind(head: bytes) -> str:
    """The format of a stream, from how it begins."""
    begin = head[:1000].lower()
    if begin.translate(None, b" \t\r\n").startswith((b"{", b"[{")):
        return "jsonl"
    if begin.startswith((b"<!doctype html", b"<html")) or (begin.startswith(b"<?xml") and b"<html" in begin):
        return "html"
    return "xml" if begin.startswith((b"<?xml", b"<rss", b"<feed")) else "text"


def read_as(stream: BinaryIO, kind: str, profile: Profile, options: ReadOptions) -> Iterator[Made]:
    """The records of an open file of the format ``kind`` as ``profile`` reads it, whatever its name."""
    yield from _guarded(
        io.BufferedReader(Guarded(stream, options.limits), BUFFER), kind, Context.under("sample", options, profile)
    )


def read_range(item: Item, start: int, end: int, first_line: int, options: ReadOptions | None = None) -> Iterator[Made]:
    """The records in the bytes ``start`` to ``end`` of an uncompressed JSON Lines file, as ``ranges`` cut it.

    ``first_line`` is the number of the line that begins at ``start``.
    """
    context = Context.of(item.rel, options or ReadOptions(), item.home)
    try:
        with item.path.open("rb") as file:
            sample = file.read(charset.SAMPLE)
            file.seek(start)
            if start == 0 and end >= item.size:
                yield from _guarded(io.BufferedReader(_Window(file, end), BUFFER), "jsonl", context)
                return
            window = io.BufferedReader(_Window(file, end - start), BUFFER)
            if start == 0:
                source, context.finding = as_utf8(window, context.encoding)
            else:
                source, _ = as_utf8(window, context.encoding, sample)
                context.whole = False
            from cleaner.read.jsonl import of_lines

            yield from of_lines(source, context, first_line)
    except OSError as error:
        yield context.bad(first_line, reasons.FILE_UNREADABLE, f"cannot be read ({error.strerror or error})")


def ranges(item: Item, size: int) -> list[tuple[int, int, int]]:
    """``(start, end, first line)`` of pieces of about ``size`` bytes, cut after line ends; else one piece.

    Raises OSError when the file cannot be read.
    """
    found: list[tuple[int, int, int]] = []
    if item.format != "jsonl" or item.compression or item.refused or item.size <= size:
        return [(0, item.size, 1)]
    with item.path.open("rb") as file:
        sample = file.read(charset.SAMPLE)
        encoding, skip, _ = charset.of_lines(sample)
        if encoding.startswith(("utf-16", "utf-32")) or sample[skip:].lstrip()[:1] == b"[":
            return [(0, item.size, 1)]
        file.seek(0)
        start, at, line, first = 0, 0, 1, 1
        while block := file.read(1 << 20):
            begin = 0
            while at + len(block) - start >= size:
                cut = block.find(b"\n", max(begin, start + size - at - 1)) + 1
                if not cut:
                    break
                line += block.count(b"\n", begin, cut)
                found.append((start, at + cut, first))
                start, first, begin = at + cut, line, cut
            line += block.count(b"\n", begin)
            at += len(block)
    if start < at:
        found.append((start, at, first))
    return found


class _Window(io.RawIOBase):
    """The next ``size`` bytes of a file."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        super().__init__()
        self._file = file
        self._left = size

    def readable(self) -> bool:
        """True: the window can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill ``buffer``; gives the number of bytes."""
        data = self._file.read(min(len(buffer), self._left))
        self._left -= len(data)
        buffer[: len(data)] = data
        return len(data)


def _member(file: Any, kind: str, compression: str | None, context: Context) -> Iterator[Made]:
    """The records of an open file or archive member that may be compressed."""
    try:
        stream: Any = file
        if compression or not isinstance(file, Held):
            stream = io.BufferedReader(unpack(file, compression, context.options.limits), BUFFER)
    except Stop as stop:
        yield context.bad(1, stop.reason, str(stop))
        return
    if not stream.peek(1) and stop_of(stream) is None and stop_of(file) is None:
        yield context.bad(1, reasons.FILE_EMPTY)
    elif kind == "tar":
        yield from _reader("tar")(stream, context, _member)
        yield from _ending(stream, context, 1)
    elif kind == "parquet":
        # Parquet is read from its end; inside an archive it has to fit into memory.
        try:
            yield from _guarded(io.BytesIO(slurp(stream, context.options.limits)), kind, context)
        except Stop as stop:
            yield context.bad(1, stop.reason, str(stop))
    else:
        yield from _guarded(stream, kind, context)


def _guarded(stream: Any, kind: str, context: Context) -> Iterator[Made]:
    """The records of an open stream; what stops the reading is the last thing given."""
    last = 0
    try:
        for made in _reader(kind)(stream, context):
            last = made.line
            yield made
    except Stop as stop:
        yield context.bad(max(1, last), stop.reason, str(stop))
        return
    ending = list(_ending(stream, context, max(1, last)))
    if not last and not ending:
        yield context.bad(1, reasons.NO_RECORDS)
    yield from ending


def _ending(stream: Any, context: Context, last: int) -> Iterator[Made]:
    try:
        check(stream)
    except Stop as stop:
        yield context.bad(last, stop.reason, str(stop))
