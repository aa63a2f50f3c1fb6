"""Checking files that exist against the schemas, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import orjson

from cleaner.show import one_line
from cleaner.validate import Validator
from cleaner.write.rows import lines

_BY_FOLDER = {"articles": "article", "edits": "edit", "rejected": "rejected", "findings": "finding"}
_WHOLE = ("manifest", "config")
_SUFFIXES = (".jsonl", ".jsonl.gz", ".jsonl.zst", ".parquet")
_NAME, _FAULT = 400, 600


def faults(paths: Iterable[Path], name: str | None) -> Iterator[str]:
    """``file:line: what is wrong`` for every row that does not fit; folders are searched for our own files.

    Raises ValueError for an unknown schema name or a folder without such files, and FileNotFoundError for a path that
    is not there.
    """
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(2, "no such file or folder", str(path))
        files = _files(path)
        if not files:
            raise ValueError(f"{path}: holds no JSON Lines or Parquet file to check")
        for file in files:
            yield from _file(file, name or _name(file))


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = [file for file in path.rglob("*") if file.name.endswith(_SUFFIXES) and file.is_file()]
    return sorted(file for file in [*found, *path.glob("manifest.json")] if ".corpus-clean" not in file.parts)


def _name(file: Path) -> str:
    if file.name == "manifest.json":
        return "manifest"
    return next((_BY_FOLDER[part] for part in reversed(file.parts[:-1]) if part in _BY_FOLDER), "article")


def _file(file: Path, name: str) -> Iterator[str]:
    validator, shown = Validator(name), one_line(str(file), _NAME)
    number = 0
    try:
        for number, line in enumerate([file.read_bytes()] if name in _WHOLE else lines(file), 1):
            try:
                row = orjson.loads(line)
            except orjson.JSONDecodeError as error:
                yield f"{shown}:{number}: not valid JSON: {error}"
                continue
            yield from (f"{shown}:{number}: {one_line(fault, _FAULT)}" for fault in validator.faults(row))
    except ValueError as error:
        yield f"{shown}:{number + 1}: {one_line(str(error), _FAULT)}"
