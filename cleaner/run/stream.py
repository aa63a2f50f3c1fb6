"""Articles to a stream: one JSON object a line, in order; what is rejected is named on the side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import orjson

from cleaner.article import article_row
from cleaner.config import Options
from cleaner.look import count, look, rows, unreadable_row
from cleaner.record import Unreadable
from cleaner.report.model import Row, Totals
from cleaner.validate import Validator


def clean_records(source: str, stdin: BinaryIO, stdout: BinaryIO, options: Options, totals: Totals) -> Iterator[Row]:
    """Write the articles of ``source`` (a path or ``-``) to ``stdout``; gives the findings, and fills ``totals``.

    Ids that occur twice are not looked for: a stream has no end to wait for.
    """
    validator = Validator("article")
    for _, seen in look([source], options, stdin):
        count(totals, seen)
        if isinstance(seen, Unreadable):
            yield unreadable_row(seen)
            continue
        record, cleaned = seen
        row = article_row(record, cleaned)
        faults = [] if cleaned.rejected else validator.faults(row)
        yield from rows(record, cleaned)
        for fault in faults:
            yield Row("SCHEMA", "articles-invalid", "error", fault, record.path, record.line, record.id, -1, -1)
        if faults:
            totals.rejected += 1
            totals.articles -= 1
        elif not cleaned.rejected:
            stdout.write(orjson.dumps(row) + b"\n")
