"""Undo for a whole OUT folder: the original texts, character for character, proved by their checksums."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from cleaner.article import applied, digest
from cleaner.edit import undo
from cleaner.read import format_of
from cleaner.run.outcome import manifest
from cleaner.write.atomic import RowFile
from cleaner.write.names import LOOSE, safe
from cleaner.write.rows import rows


class Mismatch(Exception):
    """An article and its log do not belong together, so the original cannot be vouched for."""


class File(NamedTuple):
    """A file of the run, and how many rows it has."""

    path: Path
    rows: int


def restore(out: Path, dest: Path) -> int:
    """Write the original texts below ``dest``; gives their number.

    Loose documents become files of their own again (as UTF-8; what was not plain text or Markdown gets the suffix
    ``.txt``), all others rows ``{id, origin, text, record}`` in one file for each output of the run.  Rejected records
    follow as they came: with their text, or as a raw ``record`` where there was none.  Raises Mismatch, ValueError
    when ``out`` is not a finished run, and FileExistsError when ``dest`` holds something.
    """
    if dest.exists() and any(dest.iterdir()):
        raise FileExistsError(17, "is not empty; name a new folder", str(dest))
    count = 0
    for output in manifest(out)["outputs"]:
        held = {entry["path"].partition("/")[0]: File(out / entry["path"], entry["rows"]) for entry in output["files"]}
        loose = {entry["path"] for entry in output["inputs"] if format_of(entry["path"])[0] in LOOSE}
        count += _restore(held, loose, dest, output["name"])
    return count


def _restore(held: dict[str, File], loose: set[str], dest: Path, name: str) -> int:
    """Restore one output whose files are ``held``; rows from the ``loose`` documents become files."""
    count, file = 0, None
    for row in _originals(held):
        count += row["text"] is not None
        if row["text"] is not None and row["origin"]["path"] in loose:
            target = _place(dest, row["origin"]["path"])
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as document:
                document.write(row["text"].encode())
            continue
        if file is None:
            target = dest.joinpath(*map(safe, name.split("/")))
            target.parent.mkdir(parents=True, exist_ok=True)
            file = RowFile(target)
        file.write(orjson.dumps(row))
    if file is not None:
        file.close()
    return count


def _place(dest: Path, path: str) -> Path:
    """Where a loose document goes: its own path, made safe, with a suffix that says what it now is."""
    kept = format_of(path) in (("text", None), ("markdown", None))
    found = dest.joinpath(*map(safe, (path if kept else f"{path}.txt").split("/")))
    number, place = 1, found
    while place.exists():
        number += 1
        place = found.with_name(f"{found.stem}~{number}{found.suffix}")
    return place


def _originals(held: dict[str, File]) -> Iterator[dict[str, Any]]:
    for article, log in zip(_all(held["articles"]), _all(held["edits"]), strict=True):
        text = original(article, log, held["articles"].path)
        yield {"id": article["id"], "origin": article["origin"], "text": text, "record": None}
    for row in _all(held["rejected"]) if "rejected" in held else ():
        if row["text"] is not None and digest(row["text"]) != row["origin"]["sha256"]:
            raise Mismatch(f"{held['rejected'].path}: {row['id']!r}: the text is not the one that was rejected")
        record = row["record"] if row["text"] is None else None
        yield {"id": row["id"], "origin": row["origin"], "text": row["text"], "record": record}


def _all(file: File) -> Iterator[dict[str, Any]]:
    """The rows of a file, of which there must be as many as the manifest says."""
    count = 0
    for count, row in enumerate(rows(file.path), 1):
        if count <= file.rows:
            yield row
    if count != file.rows:
        raise Mismatch(f"{file.path}: has {count} rows, the run wrote {file.rows}")


def original(article: dict[str, Any], log: dict[str, Any], path: Path) -> str:
    """The original text of one article row.  Raises Mismatch when a checksum does not agree."""
    place = f"{path}: {article['id']!r}"
    if article["id"] != log["id"] or digest(article["text"]) != log["sha256"]:
        raise Mismatch(f"{place}: the text is not the one that the log was written for")
    try:
        text = undo(article["text"], [applied(edit) for edit in log["edits"]])
    except ValueError as error:
        raise Mismatch(f"{place}: {error}") from None
    if digest(text) != article["origin"]["sha256"]:
        raise Mismatch(f"{place}: the restored text does not have the checksum of the original")
    return text
