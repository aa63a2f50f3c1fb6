"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

PART = ".part"
"""The suffix of a file that is still being written."""

_HELD = 1 << 18
_NUMBER = count()


class Made(NamedTuple):
    """A finished file: checksum and size in bytes as it stands on disk, and its rows."""

    sha256: str
    bytes: int
    rows: int


def part_of(path: Path, scratch: Path | None) -> Path:
    """Where ``path`` is written until it is whole: in ``scratch`` when given, else beside it; never the same place."""
    return (scratch or path.parent) / f"{path.name[-100:]}.{os.getpid()}.{next(_NUMBER)}{PART}"


class RowFile:
    """Writes rows (bytes without line end) to ``path``; the file exists only after `close`.

    ``compress`` is None, ``gz`` or ``zst``; ``scratch`` a folder of the same file system for the unfinished file.
    Raises OSError as the file system does.
    """

    def __init__(self, path: Path, compress: str | None = None, scratch: Path | None = None) -> None:
        self._path = path
        self._part = part_of(path, scratch)
        self._file = self._part.open("wb", buffering=0)
        self._squeeze = compressor(compress)
        self._mark = sha256()
        self._size = self._rows = 0
        self._buffer: list[bytes] = []
        self._held = 0

    @property
    def rows(self) -> int:
        """Rows so far."""
        return self._rows

    @property
    def position(self) -> int:
        """Bytes written so far, in a file without compression."""
        return self._size + self._held

    def write(self, row: bytes) -> None:
        """Add one row."""
        self._buffer += (row, b"\n")
        self._held += len(row) + 1
        self._rows += 1
        if self._held > _HELD:
            self._flush()

    def write_block(self, data: bytes, rows: int) -> None:
        """Add bytes that are whole rows, with their line ends, or any part of such bytes."""
        self._buffer.append(data)
        self._held += len(data)
        self._rows += rows
        if self._held > _HELD:
            self._flush()

    def _flush(self, last: bool = False) -> None:
        data = b"".join(self._buffer)
        self._buffer, self._held = [], 0
        if self._squeeze is not None:
            data = self._squeeze.compress(data) + (self._squeeze.flush() if last else b"")
        self._mark.update(data)
        self._size += len(data)
        view = memoryview(data)
        while view:
            view = view[self._file.write(view) :]

    def close(self, path: Path | None = None) -> Made:
        """Put everything on the disk and give the file its name, or the name ``path``."""
        self._flush(last=True)
        os.fsync(self._file.fileno())
        self._file.close()
        self._part.replace(path or self._path)
        return Made(self._mark.hexdigest(), self._size, self._rows)

    def abandon(self) -> None:
        """Leave nothing behind."""
        with suppress(OSError):
            self._file.close()
        with suppress(OSError):
            self._part.unlink(missing_ok=True)


def compressor(name: str | None) -> Any:
    """A streaming compressor without clock or file name in its output, or None.

    Raises ValueError when the package it needs is missing.
    """
    if name == "gz":
        return zlib.compressobj(6, zlib.DEFLATED, 31)
    if name == "zst":
        try:
            import zstandard
        except ImportError:
            raise ValueError("--compress zst needs zstandard: pip install 'corpus-clean[zstd]'") from None
        return zstandard.ZstdCompressor(level=3).compressobj()
    return None


def write_bytes(path: Path, data: bytes) -> None:
    """Write a whole small file atomically.  Raises OSError."""
    part = part_of(path, None)
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make renames in ``folder`` survive a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def checksum(path: Path) -> str | None:
    """SHA-256 of a file, or None when it is not there."""
    mark = sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                mark.update(block)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    return mark.hexdigest()
