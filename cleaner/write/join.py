"""Shards → one output: joined in order, with records whose id came before taken out."""

from __future__ import annotations

import gzip
import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import orjson

from cleaner.article import applied, finding_row
from cleaner.config import Options
from cleaner.edit import undo
from cleaner.work import DUPLICATE, KINDS, Done, Tally, shard
from cleaner.write.atomic import PART, Made, RowFile, sync_folder

_HASH = 8
_TABLE = """
pragma journal_mode = off;
pragma synchronous = off;
drop table if exists ids;
create table ids (id blob primary key) without rowid;
"""


def join(
    done: Sequence[Done], shards: Path, targets: dict[str, Path], options: Options
) -> tuple[dict[str, Made], Tally]:
    """Put the shards of one output together under their final names; gives the files and their numbers.

    A file without rows is not written, except for articles and edits.  Raises OSError.
    """
    tally = Tally()
    for unit in done:
        tally.add(unit.tally)
    doubles = _doubles(done, shards) if len(done) > 1 else {}
    made: dict[str, Made] = {}
    for target in targets.values():
        target.parent.mkdir(parents=True, exist_ok=True)
    if doubles:
        made = _rewritten(done, shards, targets, doubles, options, tally)
    else:
        for kind, target in targets.items():
            made[kind] = _joined(
                [shards / shard(unit.key, kind) for unit in done], target, sum(u.shards[kind].rows for u in done)
            )
    for kind in KINDS[2:]:
        if not made[kind].rows:
            targets[kind].unlink()
            del made[kind]
    for target in targets.values():
        sync_folder(target.parent)
    return made, tally


def _joined(parts: Sequence[Path], target: Path, rows: int) -> Made:
    mark, size = sha256(), 0
    part = target.with_name(target.name + PART)
    with part.open("wb") as out:
        for path in parts:
            with path.open("rb") as file:
                while block := file.read(1 << 20):
                    mark.update(block)
                    size += len(block)
                    out.write(block)
        out.flush()
        os.fsync(out.fileno())
    part.replace(target)
    return Made(mark.hexdigest(), size, rows)


def _doubles(done: Sequence[Done], shards: Path) -> dict[int, set[int]]:
    """For each unit (by number) the rows whose id an earlier unit had; the ids are kept on disk, not in memory."""
    found: dict[int, set[int]] = {}
    with closing(sqlite3.connect(shards / "ids.db")) as base:
        base.executescript(_TABLE)
        for number, unit in enumerate(done):
            for row in range(len(unit.ids) // _HASH):
                mark = unit.ids[row * _HASH : (row + 1) * _HASH]
                if base.execute("insert or ignore into ids values (?)", (mark,)).rowcount == 0:
                    found.setdefault(number, set()).add(row)
    (shards / "ids.db").unlink()
    return found


def _rewritten(
    done: Sequence[Done],
    shards: Path,
    targets: dict[str, Path],
    doubles: dict[int, set[int]],
    options: Options,
    tally: Tally,
) -> dict[str, Made]:
    files = {kind: RowFile(target, options.compress) for kind, target in targets.items()}
    try:
        for number, unit in enumerate(done):
            rows = {kind: _lines(shards / shard(unit.key, kind), options.compress) for kind in KINDS}
            for kind in ("rejected", "findings"):
                for line in rows[kind]:
                    files[kind].write(line)
            drop = doubles.get(number, set())
            for row, (article, edits) in enumerate(zip(rows["articles"], rows["edits"], strict=True)):
                if row in drop:
                    _reject(article, edits, files, tally)
                else:
                    files["articles"].write(article)
                    files["edits"].write(edits)
        return {kind: file.close() for kind, file in files.items()}
    except BaseException:
        for file in files.values():
            file.abandon()
        raise


def _reject(article: bytes, edits: bytes, files: dict[str, RowFile], tally: Tally) -> None:
    row, log = orjson.loads(article), orjson.loads(edits)
    original = undo(row["text"], [applied(edit) for edit in log["edits"]])
    place = row["origin"]
    reason = {"code": DUPLICATE.code, "name": DUPLICATE.name, "message": DUPLICATE.message}
    kept = {key: value for key, value in row.items() if key not in ("id", "text", "origin", "cleaning", "extra")}
    record = orjson.dumps({"fields": kept, "extra": row["extra"]}, option=orjson.OPT_SORT_KEYS).decode()
    files["rejected"].write(
        orjson.dumps({"id": row["id"], "origin": place, "reasons": [reason], "text": original, "record": record})
    )
    files["findings"].write(orjson.dumps(finding_row(place["path"], place["line"], row["id"], DUPLICATE)))
    tally.articles -= 1
    tally.rejected += 1
    tally.findings += 1
    tally.levels[DUPLICATE.level] += 1
    tally.changed -= bool(log["edits"])
    tally.chars_in -= row["cleaning"]["chars_in"]
    tally.chars_out -= row["cleaning"]["chars_out"]
    tally.rules.subtract({entry["code"]: entry["count"] for entry in row["cleaning"]["rules"]})


def _lines(path: Path, compress: str | None) -> Iterator[bytes]:
    with opened(path, compress) as file:
        for line in file:
            yield line.rstrip(b"\n")


def opened(path: Path, compress: str | None) -> BinaryIO:
    """A file of ours for reading, decompressed; zst needs the package zstandard."""
    if compress == "gz":
        return gzip.open(path, "rb")  # type: ignore[return-value]
    if compress == "zst":
        import io

        import zstandard

        reader = zstandard.ZstdDecompressor().stream_reader(path.open("rb"), read_across_frames=True)
        return io.BufferedReader(reader)
    return path.open("rb")


def discard(folder: Path) -> None:
    """Remove a work folder of ours."""
    shutil.rmtree(folder, ignore_errors=True)
