"""Rows as Parquet, with the columns that the JSON Schema names; pyarrow is an extra."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from cleaner.validate import schema
from cleaner.write.atomic import Made, part_of

_GROUP = 32 << 20
"""Bytes of JSON that make one row group."""

_SCHEMAS = {"articles": "article", "edits": "edit", "rejected": "rejected", "findings": "finding"}
_CODECS = {None: "zstd", "zst": "zstd", "gz": "gzip"}


class ParquetFile:
    """Writes rows (JSON bytes) to ``path``; the file exists only after `close`.

    Raises OSError as the file system does, and ValueError when pyarrow is missing.
    """

    def __init__(self, path: Path, kind: str, compress: str | None, scratch: Path) -> None:
        self._arrow = arrow()
        self._path = path
        self._part = part_of(path, scratch)
        self._schema = arrow_schema(schema(_SCHEMAS[kind]))
        self._file = self._part.open("wb")
        self._writer = self._arrow.parquet.ParquetWriter(self._file, self._schema, compression=_CODECS[compress])
        self._rows: list[Any] = []
        self._held = self._count = 0
        self._left = b""

    def write(self, row: bytes) -> None:
        """Add one row."""
        self._rows.append(orjson.loads(row))
        self._count += 1
        self._held += len(row)
        if self._held > _GROUP:
            self._flush()

    def write_block(self, data: bytes, rows: int) -> None:
        """Add bytes that are rows with their line ends, or any part of such bytes."""
        *whole, self._left = (self._left + data).split(b"\n")
        for row in whole:
            self.write(row)

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
        self._rows, self._held = [], 0

    def close(self) -> Made:
        """Put everything on the disk and give the file its name."""
        self._flush()
        self._writer.close()
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        with self._part.open("rb") as file:
            mark = sha256()
            while block := file.read(1 << 20):
                mark.update(block)
            size = file.tell()
        self._part.replace(self._path)
        return Made(mark.hexdigest(), size, self._count)

    def abandon(self) -> None:
        """Leave nothing behind."""
        for close in (self._writer.close, self._file.close, self._part.unlink):
            with suppress(OSError, ValueError):
                close()


def arrow() -> Any:
    """The package pyarrow.  Raises ValueError when it is missing."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise ValueError("--format parquet needs pyarrow: pip install 'corpus-clean[parquet]'") from None
    return pyarrow


def arrow_schema(found: dict[str, Any]) -> Any:
    """The Arrow schema of the rows that a JSON Schema describes."""
    pyarrow = arrow()
    return pyarrow.schema([pyarrow.field(name, arrow_type(part)) for name, part in found["properties"].items()])


def arrow_type(part: dict[str, Any]) -> Any:
    """The Arrow type of the values that a part of a JSON Schema allows; every one may be null."""
    pyarrow = arrow()
    kinds = part.get("type", "string")
    kind = next(one for one in ([kinds] if isinstance(kinds, str) else kinds) if one != "null")
    if kind == "object":
        return pyarrow.struct([pyarrow.field(name, arrow_type(one)) for name, one in part["properties"].items()])
    if kind == "array":
        return pyarrow.list_(arrow_type(part["items"]))
    simple = {"string": pyarrow.string(), "integer": pyarrow.int64(), "boolean": pyarrow.bool_()}
    return simple[kind]
