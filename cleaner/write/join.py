"""Shards → one output: joined in order, with records whose id came before taken out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from cleaner.article import Row, applied, finding_row, json_text
from cleaner.config import Options
from cleaner.edit import Finding, undo
from cleaner.run.tally import Tally
from cleaner.run.work import HASH, IDS, KINDS, Part, shard
from cleaner.write.atomic import RowFile, compressor
from cleaner.write.doubles import doubles
from cleaner.write.names import SUFFIX

DUPLICATE = Finding(
    "another record of this input has the same id; the first was kept", code="ID1", name="duplicate-id", level="error"
)
_BLOCK = 1 << 20

Piece = tuple[str, Part]


class Joining(NamedTuple):
    """An output whose pieces are all done: its name, its key, and the stem and part of each piece in order."""

    name: str
    key: str
    pieces: tuple[Piece, ...]


def target(kind: str, name: str, options: Options) -> str:
    """The path below OUT of a file of the output ``name``."""
    if options.format == "parquet":
        return f"{kind}/{name.removesuffix(SUFFIX)}.parquet"
    return f"{kind}/{name}" + (f".{options.compress}" if options.compress else "")


def join(joining: Joining, hidden: Path, options: Options) -> dict[str, Any]:
    """Put the shards of one output together under their final names; gives the output's entry for the journal.

    A file without rows is not written, except for articles and edits.  Raises OSError.
    """
    shards = Shards(hidden / "shards", joining.pieces)
    tally = Tally()
    for _, part in joining.pieces:
        tally.add(part.tally)
    paths = {kind: target(kind, joining.name, options) for kind in KINDS}
    drop = doubles(shards.ids, shards.rows(IDS))
    files: dict[str, Any] = {}
    try:
        for kind in KINDS:
            path = hidden.parent / paths[kind]
            if shards.rows(kind) or kind in KINDS[:2] or drop:
                path.parent.mkdir(parents=True, exist_ok=True)
                files[kind] = output_file(path, kind, options, hidden / "shards")
            else:
                path.unlink(missing_ok=True)
        for kind in files if not drop else KINDS[2:]:
            shards.copy(kind, files[kind])
        if drop:
            _without(shards, drop, files, tally)
        made = {paths[kind]: list(file.close()) for kind, file in files.items()}
    except BaseException:
        for file in files.values():
            file.abandon()
        raise
    return {"name": joining.name, "key": joining.key, "files": made, "tally": tally.plain()}


def output_file(path: Path, kind: str, options: Options, scratch: Path) -> Any:
    """A file for the rows of one kind in the format that the options ask for."""
    if options.format == "parquet":
        from cleaner.write.parquet import ParquetFile

        return ParquetFile(path, kind, options.compress, scratch)
    return RowFile(path, options.compress, scratch)


def check_format(options: Options) -> None:
    """Raises ValueError when a package is missing that the wanted output format needs."""
    if options.format == "parquet":
        from cleaner.write.parquet import arrow

        arrow()
    else:
        compressor(options.compress)


class Shards:
    """The pieces of an output, read from the shards of their units."""

    def __init__(self, folder: Path, pieces: tuple[Piece, ...]) -> None:
        self._folder = folder
        self._pieces = pieces

    def rows(self, kind: str) -> int:
        """How many rows there are."""
        return sum(part.spans[kind][2] for _, part in self._pieces)

    def _spans(self, kind: str) -> Iterator[tuple[str, int, int, int]]:
        """``(stem, start, end, rows)`` of the pieces' rows; what stands side by side in one shard comes in one go."""
        held, begin, upto, count = "", 0, 0, 0
        for stem, part in self._pieces:
            start, end, rows = part.spans[kind]
            if stem != held or start != upto:
                yield held, begin, upto, count
                held, begin, count = stem, start, 0
            upto, count = end, count + rows
        yield held, begin, upto, count

    def _blocks(self, kind: str) -> Iterator[tuple[bytes, int]]:
        for stem, start, end, rows in self._spans(kind):
            if start == end:
                continue
            with shard(self._folder, stem, kind).open("rb") as file:
                file.seek(start)
                at = start
                while at < end:
                    block = file.read(min(_BLOCK, end - at))
                    if not block:
                        raise OSError(f"{file.name}: the file is shorter than it was; remove {self._folder.parent}")
                    at += len(block)
                    yield block, rows if at == end else 0

    def copy(self, kind: str, file: Any) -> None:
        """All rows of a kind into ``file``."""
        for block, rows in self._blocks(kind):
            file.write_block(block, rows)

    def lines(self, kind: str) -> Iterator[bytes]:
        """All rows of a kind, without line ends."""
        held = b""
        for block, _ in self._blocks(kind):
            *whole, held = (held + block).split(b"\n")
            yield from whole

    def ids(self) -> Iterator[bytes]:
        """The hashes of all articles' ids."""
        for block, _ in self._blocks(IDS):
            yield from (block[at : at + HASH] for at in range(0, len(block), HASH))


def _without(shards: Shards, drop: set[int], files: dict[str, Any], tally: Tally) -> None:
    """Write articles and edits without the rows ``drop``, which are added to the rejected ones, behind the others."""
    pairs = zip(shards.lines("articles"), shards.lines("edits"), strict=True)
    for number, (article, edits) in enumerate(pairs):
        if number in drop:
            rejected, finding = _reject(orjson.loads(article), orjson.loads(edits), tally)
            files["rejected"].write(orjson.dumps(rejected))
            files["findings"].write(orjson.dumps(finding))
        else:
            files["articles"].write(article)
            files["edits"].write(edits)


def _reject(row: Row, log: Row, tally: Tally) -> tuple[Row, Row]:
    """The rejected row and the finding for an article whose id came before; the article leaves the ``tally``."""
    place = row["origin"]
    rejected = {
        "id": row["id"],
        "origin": place,
        "reasons": [{"code": DUPLICATE.code, "name": DUPLICATE.name, "message": DUPLICATE.message}],
        "text": undo(row["text"], [applied(edit) for edit in log["edits"]]),
        "record": json_text({"fields": _given(row, log), "extra": orjson.loads(row["extra"] or "{}")}),
    }
    tally.articles -= 1
    tally.rejected += 1
    tally.findings += 1
    tally.levels[DUPLICATE.level] += 1
    tally.changed -= bool(log["edits"])
    tally.chars_in -= row["cleaning"]["chars_in"]
    tally.chars_out -= row["cleaning"]["chars_out"]
    tally.rules.subtract({entry["code"]: entry["count"] for entry in row["cleaning"]["rules"]})
    return rejected, finding_row(place["path"], place["line"], row["id"], DUPLICATE)


def _given(row: Row, log: Row) -> Row:
    """The article's fields that no edit has lifted out of its text."""
    lifts = chain.from_iterable(edit["lift"] for edit in log["edits"])
    lifted = {(lift["field"], json_text(one)) for lift in lifts for one in _each(orjson.loads(lift["value"]))}
    kept = {}
    for name, value in row.items():
        if name in ("id", "text", "source", "origin", "cleaning", "extra"):
            continue
        if isinstance(value, list):
            value = [one for one in value if (name, json_text(one)) not in lifted]  # noqa: PLW2901
        if value not in (None, []) and (name, json_text(value)) not in lifted:
            kept[name] = value
    return kept


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
