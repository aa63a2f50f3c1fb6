"""Articles to a stream: one JSON object a line, in order; what is rejected is named on the side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import orjson

from cleaner.article import article_row
from cleaner.config import Options
from cleaner.document import Unreadable
from cleaner.look import look, rows, unreadable_row
from cleaner.report.model import Row
from cleaner.show import one_line, visible
from cleaner.validate import Validator
from cleaner.work import Tally


def clean_records(source: str, stdin: BinaryIO, stdout: BinaryIO, options: Options, tally: Tally) -> Iterator[str]:
    """Write the articles of ``source`` (a path or ``-``) to ``stdout``; gives findings of level error and warning.

    ``tally`` is filled on the way.
    """
    validator = Validator("article")
    for seen in look([source], options, stdin):
        tally.records += 1
        if isinstance(seen, Unreadable):
            tally.rejected += 1
            yield _said(unreadable_row(seen), tally)
            continue
        record, cleaned = seen
        row = article_row(record, cleaned, options.extra)
        for finding in rows(record, cleaned):
            if finding.level != "info":
                yield _said(finding, tally)
        faults = [] if cleaned.rejected else validator.faults(row)
        if cleaned.rejected or faults:
            tally.rejected += 1
            for fault in faults:
                place = (record.path, record.line, record.id, -1, -1)
                yield _said(Row("SCHEMA", "articles-invalid", "error", fault, *place), tally)
            continue
        tally.articles += 1
        tally.changed += bool(cleaned.edits)
        tally.rules.update(cleaned.rules)
        stdout.write(orjson.dumps(row) + b"\n")


def _said(row: Row, tally: Tally) -> str:
    tally.findings += 1
    tally.levels[row.level] += 1
    return f"{visible(row.path)}:{row.line}: {row.code} {row.name}: {one_line(row.message, 240)}"
