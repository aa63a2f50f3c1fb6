"""Parquet files, a batch of rows at a time; pyarrow is an extra."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cleaner.read import reasons
from cleaner.read.context import Context, Made
from cleaner.read.stream import Stop

_ROWS = 256


def parquet(stream: Any, context: Context) -> Iterator[Made]:
    """The records of a Parquet file; ``line`` counts rows.  Raises Stop when pyarrow is missing or the file damaged."""
    try:
        import pyarrow as arrow
        import pyarrow.parquet as files
    except ImportError:
        message = "reading .parquet needs pyarrow: pip install 'corpus-clean[parquet]'"
        raise Stop(reasons.EXTRA_MISSING, message) from None
    number = 0
    try:
        source: Any = files.ParquetFile(stream)
        for batch in source.iter_batches(batch_size=_ROWS, use_threads=False):
            for row in batch.to_pylist():
                number += 1
                yield context.record(row, number, _shown(row))
        if number != source.metadata.num_rows:
            raise OSError(f"it names {source.metadata.num_rows} rows")
    except (arrow.ArrowException, OSError, UnicodeDecodeError) as error:
        message = f"the Parquet file cannot be read after row {number} ({str(error)[:200]})"
        raise Stop(reasons.PARQUET_CORRUPT, message) from None


def _shown(row: dict[str, Any]) -> str:
    return "; ".join(f"{key}={value!r:.2000}" for key, value in row.items() if value is not None)
