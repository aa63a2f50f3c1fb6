"""Bytes from a file that may be compressed, damaged or hostile, in bounded memory."""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import lzma
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from cleaner.edit import Finding
from cleaner.read import charset, reasons
from cleaner.read.options import Limits

BUFFER = 1 << 18


class Stop(Exception):
    """Reading cannot go on; ``reason`` is a code of ``reasons``."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class Guarded(io.RawIOBase):
    """A stream that ends where the input breaks or outgrows its limits, and remembers why in ``stopped``.

    Ending instead of raising keeps every record before the damage.
    """

    def __init__(self, source: Any, limits: Limits, inner: Any = None) -> None:
        super().__init__()
        self.source = source
        self.limits = limits
        self.inner = inner
        self.given = 0
        self.stopped: Stop | None = None

    def readable(self) -> bool:
        """True: the stream can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill ``buffer`` as far as the input goes; gives the number of bytes."""
        view, filled = memoryview(buffer), 0
        take = self.source.read1 if hasattr(self.source, "read1") else self.source.read
        try:
            while filled < len(view) and self.stopped is None:
                piece = take(len(view) - filled)
                if not piece:
                    break
                view[filled : filled + len(piece)] = piece
                filled += len(piece)
                self._watch(len(piece))
        except EOFError:
            self.stopped = Stop(reasons.STREAM_TRUNCATED, "the compressed data end too early; fetch the file again")
        except (zlib.error, lzma.LZMAError, gzip.BadGzipFile, Damaged) as error:
            self.stopped = Stop(reasons.STREAM_CORRUPT, f"the compressed data are damaged ({error})")
        except OSError as error:
            code = reasons.FILE_UNREADABLE if error.errno else reasons.STREAM_CORRUPT
            self.stopped = Stop(code, f"cannot read on ({error})")
        return filled

    def _watch(self, count: int) -> None:
        self.given += count
        if self.inner is None:
            return
        if self.given > self.limits.max_decompressed:
            self.stopped = Stop(reasons.BOMB, f"more than {self.limits.max_decompressed} bytes after decompression")
        elif self.given > self.limits.ratio_from:
            used = max(1, self.inner.tell())
            if self.given > used * self.limits.max_ratio:
                self.stopped = Stop(
                    reasons.BOMB, f"more than {self.limits.max_ratio} bytes come out of each compressed byte"
                )

    def tell(self) -> int:
        """How many bytes have been given."""
        return self.given

    def close(self) -> None:
        """Close the decompressor and the file under it."""
        if not self.closed:
            self.source.close()
            if self.inner is not None:
                self.inner.close()
        super().close()


class Held(io.BytesIO):
    """A file of at most ``BUFFER`` bytes that is in memory already, to be read like a buffered stream."""

    def peek(self, size: int = 0) -> bytes:
        """What is still to be read: like the streams, it gives all that is there, whatever the ``size``."""
        return self.getvalue()[self.tell() :]


class Damaged(Exception):
    """Compressed data that their format does not allow."""


class _Zst:
    """Zstandard frames, one after the other; unlike the library's own stream it notices a missing end."""

    # One byte of input can become 32 KiB, so little is taken at a time.
    PIECE = 1 << 11

    def __init__(self, source: BinaryIO) -> None:
        try:
            import zstandard
        except ImportError:
            raise Stop(
                reasons.EXTRA_MISSING, "reading .zst needs zstandard: pip install 'corpus-clean[zstd]'"
            ) from None
        self._error = zstandard.ZstdError
        self._new = zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj
        self._source = source
        self._frame: Any = None
        self._input = self._output = b""
        self._given = 0

    def read1(self, size: int) -> bytes:
        """At most ``size`` decompressed bytes.  Raises EOFError at a missing end, Damaged at bad data."""
        while self._given == len(self._output):
            if not self._input:
                self._input = self._source.read(self.PIECE)
            if not self._input:
                if self._frame is not None:
                    raise EOFError
                return b""
            self._frame = self._frame or self._new()
            try:
                self._output, self._given = self._frame.decompress(self._input), 0
            except self._error as error:
                raise Damaged(str(error)) from None
            self._input = b""
            if self._frame.eof:
                self._input, self._frame = self._frame.unused_data, None
        piece = self._output[self._given : self._given + size]
        self._given += len(piece)
        return piece

    def close(self) -> None:
        """Nothing to do: the file is closed by its owner."""


def unpack(source: BinaryIO, compression: str | None, limits: Limits) -> Guarded:
    """The decompressed, guarded stream behind ``source``.  Raises Stop when a needed package is missing."""
    if compression is None:
        return Guarded(source, limits)
    if compression == "gz":
        return Guarded(gzip.GzipFile(fileobj=source), limits, source)
    if compression == "bz2":
        return Guarded(bz2.BZ2File(source), limits, source)
    if compression == "xz":
        return Guarded(lzma.LZMAFile(source), limits, source)
    return Guarded(_Zst(source), limits, source)


class _Transcoded(io.RawIOBase):
    """Any character set as UTF-8; what cannot be decoded comes out as bytes that are not valid UTF-8."""

    def __init__(self, source: BinaryIO, encoding: str) -> None:
        super().__init__()
        self._source = source
        errors = "surrogatepass" if encoding.startswith("utf-") else "surrogateescape"
        self._decoder = codecs.getincrementaldecoder(encoding)(errors)
        self._held = b""

    def readable(self) -> bool:
        """True: the stream can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill ``buffer``; gives the number of bytes."""
        while not self._held:
            piece = self._source.read(BUFFER)
            if not piece:
                return 0
            try:
                self._held = self._decoder.decode(piece).encode("utf-8", "surrogatepass")
            except UnicodeError:  # not only UnicodeDecodeError: utf-16 and utf-32 also ask for a byte order mark
                self._decoder.reset()
                self._held = piece.decode("utf-8", "replace").encode("utf-8") + b"\xff"
        count = min(len(buffer), len(self._held))
        buffer[:count], self._held = self._held[:count], self._held[count:]
        return count


def as_utf8(source: Any, forced: str | None, sample: bytes | None = None) -> tuple[Any, Finding | None]:
    """The stream as UTF-8 bytes without byte order mark, and the finding about its character set.

    ``sample`` is the start of the file when ``source`` stands elsewhere in it.
    """
    encoding, skip, finding = charset.of_lines(source.peek(charset.SAMPLE) if sample is None else sample, forced)
    if sample is None:
        source.read(skip)
    if finding is None:
        return source, None
    return io.BufferedReader(_Transcoded(source, encoding), BUFFER), finding


def lines(source: Any, limit: int, number: int = 1) -> Iterator[tuple[int, bytes, bool]]:
    """``(line number, bytes with line break, whether it was cut)``; one beyond ``limit`` bytes is cut, never held."""
    while line := source.readline(limit + 1):
        cut = len(line) > limit and not line.endswith(b"\n")
        if cut:
            line = line[:4096]
            while (more := source.readline(BUFFER)) and not more.endswith(b"\n"):
                pass
        yield number, line, cut
        number += 1


def slurp(source: Any, limits: Limits) -> bytes:
    """All bytes.  Raises Stop when there are more than ``limits.max_record`` or the input broke on the way."""
    data: bytes = source.read(limits.max_record + 1)
    if len(data) > limits.max_record:
        raise Stop(reasons.TOO_LONG, f"more than {limits.max_record} bytes in one document")
    check(source)
    return data


def check(source: Any) -> None:
    """Raise the Stop that ended a guarded stream early, if one did."""
    stopped = stop_of(source)
    if stopped is not None:
        raise stopped


def stop_of(source: Any) -> Stop | None:
    """What ended a guarded stream early, or the one that it reads from."""
    while source is not None:
        source = getattr(source, "raw", source)
        stopped: Stop | None = getattr(source, "stopped", None)
        if stopped is not None:
            return stopped
        source = getattr(source, "source", None)
    return None
