"""Looking without writing: what a run would do, record by record, for `check` and `diff`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from cleaner import garbage
from cleaner.article import why
from cleaner.config import Options
from cleaner.engine import Cleaned
from cleaner.read import read, read_stream
from cleaner.read.walk import discover
from cleaner.record import Record, Unreadable
from cleaner.report.model import Row, Totals
from cleaner.run.desk import Desk
from cleaner.show import one_line
from cleaner.write.names import all_printable, printable

_SHOWN = 120


Seen = tuple[Record, Cleaned] | Unreadable
"""A record with what cleaning makes of it, or a piece of input that gave none."""


def look(inputs: Iterable[str], options: Options, stdin: BinaryIO) -> Iterator[tuple[str, Seen]]:
    """Every record of the inputs (files, folders, ``-``) with what its path starts from, in order.

    Raises FileNotFoundError for an input that is not there and ValueError for a rule that does not exist.
    """
    desk, reading = Desk(options), options.reading()
    garbage.release()
    for name in inputs:
        home = home_of(name)
        if name == "-":
            found = read_stream(stdin, reading)
        else:
            found = (record for item in all_printable(discover(Path(name))) for record in read(item, reading))
        for record in found:
            yield home, record if isinstance(record, Unreadable) else (record, desk.clean(record))


def home_of(name: str) -> str:
    """What the path of a record below the input ``name`` starts from, as it was given; with a slash, unless empty."""
    path = Path(name)
    folder = printable((path if path.is_dir() else path.parent).as_posix())
    return "" if folder == "." else folder.rstrip("/") + "/"


def rows(record: Record, cleaned: Cleaned) -> Iterator[Row]:
    """A record's findings, the reader's first, then the rules'."""
    for finding in (*record.findings, *cleaned.findings):
        line = record.line + (
            cleaned.original.count("\n", 0, finding.start) if _has_lines(record, finding.start) else 0
        )
        code, name = finding.code or "READ", finding.name or "reading"
        yield Row(code, name, finding.level, finding.message, record.path, line, record.id, finding.start, finding.end)


def edit_rows(record: Record, cleaned: Cleaned) -> Iterator[Row]:
    """A record's edits as findings: what would change, and where."""
    for edit in cleaned.edits:
        line = record.line + (cleaned.original.count("\n", 0, edit.start) if _has_lines(record, edit.start) else 0)
        message = f"would take {one_line(repr_of(edit.old), _SHOWN)}"
        if edit.new == edit.old:
            message = f"would note {', '.join(name for name, _ in edit.lift)} from here"
        elif edit.new:
            message = f"would turn {one_line(repr_of(edit.old), _SHOWN)} into {one_line(repr_of(edit.new), _SHOWN)}"
        yield Row(edit.code, edit.name, "info", message, record.path, line, record.id, edit.start, edit.end)


def repr_of(text: str) -> str:
    """``text`` between quotation marks, or a word for pure white space."""
    return f"“{text}”" if text.strip() else f"{len(text)} characters of white space"


def unreadable_row(record: Unreadable) -> Row:
    """An unreadable piece of input as a finding."""
    return Row("READ", record.reason, "error", why(record), record.path, record.line, None, -1, -1)


def count(totals: Totals, seen: Seen) -> None:
    """Add one record to the totals."""
    totals.records += 1
    if isinstance(seen, Unreadable) or seen[1].rejected:
        totals.rejected += 1
        return
    cleaned = seen[1]
    totals.articles += 1
    totals.changed += bool(cleaned.edits)
    totals.chars_in += len(cleaned.original)
    totals.chars_out += len(cleaned.text)
    totals.rules.update(cleaned.rules)
    totals.names.update((edit.code, edit.name) for edit in cleaned.edits)


def _has_lines(record: Record, start: int) -> bool:
    """Whether lines of the text are lines of the file: true for a file that is one document."""
    return start > 0 and record.id == record.path and record.kind != "page"
