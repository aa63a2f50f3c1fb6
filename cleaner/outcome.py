"""A finished OUT folder, read again: its rows, findings and totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from cleaner.report.model import Row, Totals
from cleaner.write.join import opened


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
    rules = {entry["code"]: entry for entry in held["rules"]}
    return Totals(
        records=held["records"],
        articles=held["articles"],
        rejected=held["rejected"],
        changed=held["changed"],
        chars_in=held["chars_in"],
        chars_out=held["chars_out"],
        rules=Counter({code: entry["count"] for code, entry in rules.items()}),
        names={code: entry["name"] for code, entry in rules.items()},
    )


def rows(out: Path) -> Iterator[Row]:
    """The findings of a finished run, in the order of the input."""
    for path in files(out, "findings"):
        for row in lines(path):
            yield Row(**row)


def files(out: Path, kind: str) -> list[Path]:
    """The files of one kind (articles, edits, rejected, findings) that the manifest names, in order."""
    named = [entry["path"] for output in manifest(out)["outputs"] for entry in output["files"]]
    return [out / path for path in named if path.startswith(f"{kind}/")]


def lines(path: Path) -> Iterator[Any]:
    """The JSON values of a file of ours, compressed or not."""
    suffix = path.suffix[1:]
    with opened(path, suffix if suffix in ("gz", "zst") else None) as file:
        for line in file:
            yield orjson.loads(line)
