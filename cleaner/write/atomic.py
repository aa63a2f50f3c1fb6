"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import zlib
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

PART = ".part"
"""The suffix of a file that is still being written."""


class Made(NamedTuple):
    """A finished file: checksum and size in bytes as it stands on disk, and its rows."""

    sha256: str
    bytes: int
    rows: int


class RowFile:
    """Writes rows (bytes without line end) to ``path``; the file exists only after `close`.

    ``compress`` is None, ``gz`` or ``zst``.  Pieces written one by one may be joined end to end.  Raises OSError as
    the file system does.
    """

    def __init__(self, path: Path, compress: str | None = None) -> None:
        self._path = path
        self._part = path.with_name(path.name + PART)
        self._file = self._part.open("wb")
        self._squeeze = compressor(compress)
        self._mark = sha256()
        self._size = self._rows = 0
        self._buffer: list[bytes] = []
        self._held = 0

    def write(self, row: bytes) -> None:
        """Add one row."""
        self._buffer += (row, b"\n")
        self._held += len(row) + 1
        self._rows += 1
        if self._held > 1 << 18:
            self._flush()

    def _flush(self, last: bool = False) -> None:
        data = b"".join(self._buffer)
        self._buffer, self._held = [], 0
        if self._squeeze is not None:
            data = self._squeeze.compress(data) + (self._squeeze.flush() if last and self._rows else b"")
        self._mark.update(data)
        self._size += len(data)
        self._file.write(data)

    def close(self) -> Made:
        """Put everything on the disk and give the file its name."""
        self._flush(last=True)
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self._part.replace(self._path)
        return Made(self._mark.hexdigest(), self._size, self._rows)

    def abandon(self) -> None:
        """Leave nothing behind."""
        self._file.close()
        self._part.unlink(missing_ok=True)


def compressor(name: str | None) -> Any:
    """A streaming compressor without clock or file name in its output, or None."""
    if name == "gz":
        return zlib.compressobj(6, zlib.DEFLATED, 31)
    if name == "zst":
        import zstandard

        return zstandard.ZstdCompressor(level=3).compressobj()
    return None


def write_bytes(path: Path, data: bytes) -> None:
    """Write a whole small file atomically.  Raises OSError."""
    part = path.with_name(path.name + PART)
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make renames in ``folder`` survive a power cut, where the system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)


def checksum(path: Path) -> str | None:
    """SHA-256 of a file, or None when it is not there."""
    mark = sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                mark.update(block)
    except FileNotFoundError:
        return None
    return mark.hexdigest()
