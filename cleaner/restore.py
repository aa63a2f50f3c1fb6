"""Undo for a whole OUT folder: the original texts, character for character, proved by their checksums."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from cleaner.article import applied, digest
from cleaner.edit import undo
from cleaner.outcome import lines, manifest
from cleaner.write.atomic import RowFile


class Mismatch(Exception):
    """An article and its log do not belong together, so the original cannot be vouched for."""


def restore(out: Path, dest: Path) -> int:
    """Write ``{id, origin, text}`` rows with the original texts below ``dest``, one file for each output of the run.

    Rejected records are among them as they came, behind the articles.  Gives the number of texts.  Raises Mismatch,
    ValueError when ``out`` is not a finished run, and FileExistsError when ``dest`` holds something.
    """
    if dest.exists() and any(dest.iterdir()):
        raise FileExistsError(17, "is not empty; name a new folder", str(dest))
    count = 0
    for output in manifest(out)["outputs"]:
        held = {entry["path"].partition("/")[0]: out / entry["path"] for entry in output["files"]}
        target = dest / output["name"]
        target.parent.mkdir(parents=True, exist_ok=True)
        file = RowFile(target)
        for row in _originals(held):
            file.write(orjson.dumps(row))
            count += 1
        file.close()
    return count


def _originals(held: dict[str, Path]) -> Iterator[dict[str, Any]]:
    for article, log in zip(lines(held["articles"]), lines(held["edits"]), strict=True):
        yield {"id": article["id"], "origin": article["origin"], "text": original(article, log, held["articles"])}
    for row in lines(held["rejected"]) if "rejected" in held else ():
        if row["text"] is not None:
            yield {"id": row["id"], "origin": row["origin"], "text": row["text"]}


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
