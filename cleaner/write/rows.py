"""Files of ours, read again: compressed or not, JSON Lines or Parquet."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

_BLOCK = 1 << 20


def rows(path: Path) -> Iterator[Any]:
    """The rows of a file, in order.  Raises ValueError when it is damaged and OSError when it cannot be read."""
    for number, line in enumerate(lines(path), 1):
        try:
            yield orjson.loads(line)
        except orjson.JSONDecodeError as error:
            raise ValueError(f"{path}:{number}: not valid JSON: {error}") from None


def lines(path: Path) -> Iterator[bytes]:
    """The rows of a file as JSON.

    Raises ValueError when the file is damaged or a package is missing that its format needs, and OSError when it
    cannot be read.
    """
    try:
        if path.suffix == ".parquet":
            yield from _parquet(path)
        elif path.suffix == ".zst":
            yield from _zst(path)
        else:
            with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
                yield from file
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise ValueError(f"{path}: is damaged: {error}") from None
    except ImportError as error:
        raise ValueError(f"{path}: reading it needs {error.name}: pip install 'corpus-clean[all]'") from None


def _zst(path: Path) -> Iterator[bytes]:
    import zstandard

    unpack, held = zstandard.ZstdDecompressor().decompressobj(), b""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            try:
                *whole, held = (held + unpack.decompress(block)).split(b"\n")
            except zstandard.ZstdError as error:
                raise ValueError(f"{path}: is damaged: {error}") from None
            yield from whole
    if held or not unpack.eof:
        raise ValueError(f"{path}: is damaged: it ends too early")


def _parquet(path: Path) -> Iterator[bytes]:
    import pyarrow
    import pyarrow.parquet

    try:
        with pyarrow.parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=256):
                yield from map(orjson.dumps, batch.to_pylist())
    except pyarrow.ArrowException as error:
        raise ValueError(f"{path}: is damaged: {error}") from None
