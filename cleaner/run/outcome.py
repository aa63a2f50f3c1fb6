"""A finished OUT folder, read again: its rows, findings and totals."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from cleaner.report.model import Row, Totals
from cleaner.write.rows import rows as rows_of


def manifest(out: Path) -> dict[str, Any]:
    """The manifest of a finished run.  Raises ValueError when the folder has none."""
    try:
        found: dict[str, Any] = orjson.loads((out / "manifest.json").read_bytes())
    except FileNotFoundError:
        raise ValueError(f"{out}: has no manifest.json; it is not the output of a finished run") from None
    return found


def totals(out: Path) -> Totals:
    """The numbers of a finished run."""
    held = manifest(out)["totals"]
    rules = {entry["code"]: entry["count"] for entry in held["rules"]}
    found = Totals.of({**held, "rules": rules})
    found.names = {entry["code"]: entry["name"] for entry in held["rules"]}
    return found


def rows(out: Path) -> Iterator[Row]:
    """The findings of a finished run, in the order of the input."""
    for path in files(out, "findings"):
        for row in rows_of(path):
            yield Row(**row)


def files(out: Path, kind: str) -> list[Path]:
    """The files of one kind (articles, edits, rejected, findings) that the manifest names, in order."""
    named = [entry["path"] for output in manifest(out)["outputs"] for entry in output["files"]]
    return [out / path for path in named if path.startswith(f"{kind}/")]
