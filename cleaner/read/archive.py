"""Members of .zip and .tar archives, read where they are: nothing is unpacked to disk."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from cleaner.read import reasons
from cleaner.read.context import Context, Made
from cleaner.read.stream import BUFFER, Guarded
from cleaner.read.walk import format_of
from cleaner.record import Unreadable

Reader = Callable[[Any, str, "str | None", Context], Iterator[Made]]


def zip_file(file: Any, context: Context, reader: Reader) -> Iterator[Made]:
    """The records of every member of a zip archive, in the order of its directory."""
    limits, total, packed = context.options.limits, 0, file.seek(0, io.SEEK_END)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        yield context.bad(1, reasons.ARCHIVE_CORRUPT, f"not a sound zip archive ({error})")
        return
    with archive:
        if not archive.infolist():
            yield context.bad(1, reasons.NO_RECORDS, "the archive lists no member")
        for number, member in enumerate(archive.infolist(), 1):
            if number > limits.max_members or total > limits.max_decompressed:
                yield _limit(context, number)
                return
            if total > max(limits.ratio_from, packed * limits.max_ratio):
                yield context.bad(1, reasons.BOMB, f"stopped at member {number}: the members overlap or grow too much")
                return
            if member.filename.endswith("/") or _hidden(member.filename):
                continue
            inner, refusal = admit(member.filename, member.flag_bits & 1 == 1, _is_link(member), context)
            if refusal:
                yield refusal
                continue
            try:
                with archive.open(member) as opened:
                    guard = Guarded(_Crc(opened), limits, _Packed(max(1, member.compress_size)))
                    yield from _member(guard, member.filename, inner, reader)
                    total += guard.given
            except (
                zipfile.BadZipFile,
                NotImplementedError,
                RuntimeError,
                OSError,
                ValueError,
                EOFError,
                zlib.error,
            ) as error:
                yield inner.bad(1, reasons.ARCHIVE_CORRUPT, f"the member cannot be read ({error})")


def tar_file(stream: Any, context: Context, reader: Reader) -> Iterator[Made]:
    """The records of every member of a tar archive, in its order; the stream is read once, forwards."""
    limits = context.options.limits
    archive: Any
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for number, member in enumerate(archive, 1):
                archive.members = []  # else it would grow with the archive
                if number > limits.max_members:
                    yield _limit(context, number)
                    return
                if member.isdir() or _hidden(member.name):
                    continue
                inner, refusal = admit(member.name, False, not member.isreg(), context)
                opened = None if refusal else archive.extractfile(member)
                if opened is None:
                    yield refusal or inner.bad(1, reasons.ARCHIVE_TRAVERSAL, "")
                    continue
                yield from _member(Guarded(opened, limits), member.name, inner, reader)
    except (tarfile.TarError, EOFError, OSError, ValueError) as error:
        yield context.bad(1, reasons.ARCHIVE_CORRUPT, f"the tar archive cannot be read further ({error})")


def admit(name: str, locked: bool, link: bool, context: Context) -> tuple[Context, Unreadable | None]:
    """The context of the member ``name``, and why it must not be read, if so."""
    inner = Context.of(f"{context.rel}!{name}", context.options, context.home)
    kind, _ = format_of(name)
    parts = name.replace("\\", "/").split("/")
    if link or name.startswith(("/", "\\")) or ".." in parts or (len(name) > 1 and name[1] == ":"):
        return inner, inner.bad(1, reasons.ARCHIVE_TRAVERSAL)
    if kind in ("zip", "tar"):
        return inner, inner.bad(1, reasons.ARCHIVE_NESTED)
    if not kind:
        return inner, inner.bad(1, reasons.FORMAT_UNKNOWN)
    if locked:
        return inner, inner.bad(1, reasons.ARCHIVE_ENCRYPTED)
    return inner, None


def _member(guard: Guarded, name: str, inner: Context, reader: Reader) -> Iterator[Made]:
    kind, compression = format_of(name)
    yield from reader(io.BufferedReader(guard, BUFFER), kind, compression, inner)


def _hidden(name: str) -> bool:
    parts = [part for part in name.split("/") if part not in (".", "..")]
    return any(part.startswith(".") for part in parts) or "__MACOSX" in parts


def _is_link(member: zipfile.ZipInfo) -> bool:
    return (member.external_attr >> 16) & 0o170000 == 0o120000


def _limit(context: Context, number: int) -> Unreadable:
    message = f"stopped at member {number}: the archive is larger than the limits allow"
    return context.bad(1, reasons.ARCHIVE_LIMIT, message)


class _Packed:
    """The compressed size of a zip member, in place of a position in its file."""

    def __init__(self, size: int) -> None:
        self.size = size

    def tell(self) -> int:
        """Bytes that the member takes in the archive."""
        return self.size

    def close(self) -> None:
        """Nothing is open."""


class _Crc:
    """A zip member whose check sum failure is damage, like any other."""

    def __init__(self, member: Any) -> None:
        self.member = member

    def read1(self, size: int) -> bytes:
        """At most ``size`` bytes.  Raises EOFError or OSError where the member is damaged."""
        try:
            data: bytes = self.member.read1(size)
            return data
        except zipfile.BadZipFile as error:
            raise OSError(str(error)) from None

    def close(self) -> None:
        """Close the member."""
        self.member.close()
