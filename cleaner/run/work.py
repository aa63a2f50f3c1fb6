"""One unit of work: read, clean, validate, write its shards."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b, sha256
from pathlib import Path
from typing import NamedTuple

import orjson

from cleaner.article import Row, article_row, edit_row, finding_row, rejected_row, unreadable_row
from cleaner.config import Options
from cleaner.edit import Finding
from cleaner.engine import Cleaned
from cleaner.look import rows as findings_of
from cleaner.look import unreadable_row as unreadable_finding
from cleaner.read import BUFFER, read, read_range
from cleaner.record import Record, Unreadable
from cleaner.run.desk import Desk
from cleaner.run.statistics import Cost
from cleaner.run.tally import Tally
from cleaner.run.units import Piece, Unit
from cleaner.validate import Validator
from cleaner.write.atomic import RowFile, sync_folder

KINDS = ("articles", "edits", "rejected", "findings")
"""The files of an output; articles and edits are row-aligned."""

SCHEMAS = ("article", "edit", "rejected", "finding")
"""The schema of each kind."""

IDS = "ids"
"""A shard beside those of the kinds: the articles' ids as hashes of ``HASH`` bytes, in order."""

HASH = 8
SHARDS = (*KINDS, IDS)


class Part(NamedTuple):
    """What came of one piece: its key, and where its rows stand in the unit's shards, as ``(start, end, rows)``."""

    place: str
    key: str
    spans: dict[str, tuple[int, int, int]]
    tally: Tally
    problem: str = ""


class Done(NamedTuple):
    """A finished unit: the stem of its shards' names, their checksums, its parts, and what the rules cost if asked."""

    stem: str
    marks: dict[str, str]
    parts: tuple[Part, ...]
    costs: dict[str, Cost]


def shard(folder: Path, stem: str, kind: str) -> Path:
    """The file of a unit's shard."""
    return folder / f"{stem}.{kind}"


class Worker:
    """Does units.  Made once for a process.

    Raises ValueError when the options name a rule that does not exist.
    """

    def __init__(self, options: Options, context: bytes, folder: Path) -> None:
        self._context = context
        self._folder = folder
        self._desk = Desk(options)
        self._reading = options.reading()
        self._validators = {kind: Validator(schema) for kind, schema in zip(KINDS, SCHEMAS, strict=True)}

    def do(self, unit: Unit) -> Done:
        """Do one unit, leaving its shards in the folder.  Raises OSError when they cannot be written."""
        files: dict[str, RowFile] = {}
        try:
            for kind in SHARDS:
                files[kind] = RowFile(self._folder / kind)
            sink = Sink(files, self._validators)
            parts = tuple(self._piece(piece, files, sink) for piece in unit.pieces)
            stem = sha256("".join(part.key for part in parts).encode()).hexdigest()[:32]
            marks = {kind: file.close(shard(self._folder, stem, kind)).sha256 for kind, file in files.items()}
            sync_folder(self._folder)
            return Done(stem, marks, parts, self._desk.watch.take() if self._desk.watch else {})
        except BaseException:
            for file in files.values():
                file.abandon()
            raise

    def _piece(self, piece: Piece, files: dict[str, RowFile], sink: Sink) -> Part:
        before = {kind: (file.position, file.rows) for kind, file in files.items()}
        state, data = _seen(piece)
        key = piece.key(self._context, data)
        sink.tally = Tally()
        for record in self._records(piece, data):
            if isinstance(record, Unreadable):
                sink.unreadable(record)
            else:
                sink.record(record, self._desk.clean(record))
        spans = {kind: (before[kind][0], file.position, file.rows - before[kind][1]) for kind, file in files.items()}
        return Part(piece.place, key, spans, sink.tally, _problem(piece, state, _now(piece)))

    def _records(self, piece: Piece, data: bytes | None) -> Iterator[Record | Unreadable]:
        if piece.end:
            return read_range(piece.item, piece.start, piece.end, piece.first_line, self._reading)
        return read(piece.item, self._reading, data)


State = tuple[int, int, int]


def _seen(piece: Piece) -> tuple[State | None, bytes | None]:
    """The state of the input before it is read, and the bytes of a small one, which is opened only once."""
    item = piece.item
    if not (item.refused or piece.end or item.size > BUFFER):
        with suppress(OSError), item.path.open("rb") as file:
            return _state(os.fstat(file.fileno())), file.read(item.size + 1)
    return _now(piece), None


def _now(piece: Piece) -> State | None:
    try:
        return _state(piece.item.path.stat())
    except OSError:
        return None


def _state(found: os.stat_result) -> State:
    return found.st_size, found.st_mtime_ns, found.st_ino


def _problem(piece: Piece, before: State | None, after: State | None) -> str:
    """What has happened to the input while it was read, if anything; it makes the result worthless."""
    if piece.item.refused:
        return ""
    if before is None or after is None:
        return "vanished"
    return "changed" if before != after or before[0] != piece.item.size else ""


class Sink:
    """Takes records and findings, and keeps the files in step."""

    def __init__(self, files: dict[str, RowFile], validators: dict[str, Validator]) -> None:
        self._files = files
        self._validators = validators
        self.tally = Tally()

    def record(self, record: Record, cleaned: Cleaned) -> None:
        """Write an article and its edits, or the rejected record; and its findings."""
        tally = self.tally
        tally.records += 1
        reasons = [cleaned.rejected] if cleaned.rejected else []
        if not reasons:
            rows = {"articles": article_row(record, cleaned), "edits": edit_row(record, cleaned)}
            reasons = [fault for kind, row in rows.items() for fault in self._faults(kind, row)]
        for found in findings_of(record, cleaned):
            self._finding(found._asdict())
        if reasons:
            self._reject(rejected_row(record, cleaned.original, reasons))
            if not cleaned.rejected:
                for reason in reasons:
                    self._finding(finding_row(record.path, record.line, record.id, reason))
            return
        for kind, row in rows.items():
            self._files[kind].write(orjson.dumps(row))
        mark = blake2b(f"{record.path}\0{record.id}".encode("utf-8", "surrogatepass"), digest_size=HASH).digest()
        self._files[IDS].write_block(mark, 1)
        tally.articles += 1
        tally.changed += bool(cleaned.edits)
        tally.chars_in += len(cleaned.original)
        tally.chars_out += len(cleaned.text)
        if cleaned.edits:
            tally.rules.update(cleaned.rules)

    def unreadable(self, found: Unreadable) -> None:
        """Write what gave no record to the rejected ones."""
        self.tally.records += 1
        self._reject(unreadable_row(found))
        self._finding(unreadable_finding(found)._asdict())

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
