"""One unit of work: read, clean, validate, write its shards."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

import orjson

from cleaner.article import Row, article_row, edit_row, finding_row, rejected_row, unreadable_row
from cleaner.config import Options
from cleaner.desk import Desk
from cleaner.document import Record, Unreadable
from cleaner.edit import Finding
from cleaner.engine import Cleaned
from cleaner.read import Item, read, read_range
from cleaner.units import Unit
from cleaner.validate import Validator
from cleaner.write.atomic import Made, RowFile

KINDS = ("articles", "edits", "rejected", "findings")
"""The files of an output; articles and edits are row-aligned."""

SCHEMAS = ("article", "edit", "rejected", "finding")
"""The schema of each kind."""

DUPLICATE = Finding(
    "another record of this input has the same id; the first was kept", code="ID1", name="duplicate-id", level="error"
)


@dataclass
class Tally:
    """The numbers of some records: records = articles + rejected; sizes in characters."""

    records: int = 0
    articles: int = 0
    rejected: int = 0
    changed: int = 0
    findings: int = 0
    chars_in: int = 0
    chars_out: int = 0
    levels: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        """Add another tally to this one."""
        for name in ("records", "articles", "rejected", "changed", "findings", "chars_in", "chars_out"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.levels.update(other.levels)
        self.rules.update(other.rules)

    def plain(self) -> dict[str, Any]:
        """The tally in a form for JSON; `tally_of` reads it."""
        return {name: dict(value) if isinstance(value, Counter) else value for name, value in vars(self).items()}


@dataclass
class Done:
    """A finished unit: its key, shards and numbers; ``ids`` are the articles' ids as 8-byte hashes, in order."""

    key: str
    shards: dict[str, Made]
    tally: Tally
    ids: bytes


class Changed(Exception):
    """An input file changed while it was read."""


class Worker:
    """Does units.  Made once for a process."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._desk = Desk(options)
        self._reading = options.reading()
        self._validators = {kind: Validator(schema) for kind, schema in zip(KINDS, SCHEMAS, strict=True)}

    def do(self, unit: Unit, key: str, folder: Path) -> Done:
        """Do one unit, leaving its shards in ``folder``.

        Raises OSError when the output cannot be written and Changed when an input file changed under the reader.
        """
        files = {kind: RowFile(folder / shard(key, kind), self._options.compress) for kind in KINDS}
        sink = Sink(files, self._validators, self._options.extra)
        try:
            for item in unit.items:
                self._item(unit, item, sink)
            return Done(key, {kind: file.close() for kind, file in files.items()}, sink.tally, b"".join(sink.ids))
        except BaseException:
            for file in files.values():
                file.abandon()
            raise

    def _item(self, unit: Unit, item: Item, sink: Sink) -> None:
        before = _state(item.path)
        found = (
            read_range(item, unit.start, unit.end, unit.first_line, self._reading)
            if unit.end
            else read(item, self._reading)
        )
        for record in found:
            if isinstance(record, Unreadable):
                sink.unreadable(record)
            else:
                sink.record(record, self._desk.clean(record))
        if not item.refused and _state(item.path) != before:
            raise Changed(f"{item.rel}: the file changed while it was read; run again when it is complete")


def _state(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def shard(key: str, kind: str) -> str:
    """The file name of a unit's shard."""
    return f"{key[:32]}.{kind}"


class Sink:
    """Takes records and findings, and keeps the four files in step."""

    def __init__(self, files: dict[str, RowFile], validators: dict[str, Validator], extra: bool) -> None:
        self._files = files
        self._validators = validators
        self._extra = extra
        self._seen: set[bytes] = set()
        self.ids: list[bytes] = []
        self.tally = Tally()

    def record(self, record: Record, cleaned: Cleaned) -> None:
        """Write an article and its edits, or the rejected record; and its findings."""
        self.tally.records += 1
        mark = blake2b(record.id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        reasons = [cleaned.rejected] if cleaned.rejected else [DUPLICATE] if mark in self._seen else []
        if not reasons:
            rows = {"articles": article_row(record, cleaned, self._extra), "edits": edit_row(record, cleaned)}
            reasons = [fault for kind, row in rows.items() for fault in self._faults(kind, row)]
        for finding in (*record.findings, *cleaned.findings):
            self._finding(finding_row(record.path, record.line, record.id, finding))
        if reasons:
            self._reject(rejected_row(record, cleaned.original, reasons))
            if not cleaned.rejected:
                for reason in reasons:
                    self._finding(finding_row(record.path, record.line, record.id, reason))
            return
        for kind, row in rows.items():
            self._files[kind].write(orjson.dumps(row))
        self._seen.add(mark)
        self.ids.append(mark)
        self.tally.articles += 1
        self.tally.changed += bool(cleaned.edits)
        self.tally.chars_in += len(cleaned.original)
        self.tally.chars_out += len(cleaned.text)
        self.tally.rules.update(cleaned.rules)

    def unreadable(self, found: Unreadable) -> None:
        """Write what gave no record to the rejected ones."""
        self.tally.records += 1
        row = unreadable_row(found)
        self._reject(row)
        reason = row["reasons"][0]
        finding = Finding(reason["message"], code=reason["code"], name=reason["name"], level="error")
        self._finding(finding_row(found.path, found.line, None, finding))

    def _faults(self, kind: str, row: Row) -> list[Finding]:
        faults = self._validators[kind].faults(row)
        return [Finding(fault, code="SCHEMA", name=f"{kind}-invalid", level="error") for fault in faults]

    def _reject(self, row: Row) -> None:
        self.tally.rejected += 1
        self._checked("rejected", row)

    def _finding(self, row: Row) -> None:
        self.tally.findings += 1
        self.tally.levels[row["level"]] += 1
        self._checked("findings", row)

    def _checked(self, kind: str, row: Row) -> None:
        faults = self._validators[kind].faults(row)
        if faults:
            raise ValueError(f"internal error: a row for {kind}/ does not fit its schema: {faults[0]}")
        self._files[kind].write(orjson.dumps(row))
