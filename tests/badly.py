"""What tests of bad input have in common: good records around a bad one, and what came of each."""

from __future__ import annotations

import json
from pathlib import Path

from cleaner.read import ReadOptions, Record, Unreadable, discover, read

GOOD = 50


def good(number: int) -> dict[str, str]:
    return {"id": f"a{number}", "title": f"Ferry {number}", "text": f"The ferry sailed at {number}. All went well."}


def around(bad: bytes) -> bytes:
    lines = [json.dumps(good(number)).encode() + b"\n" for number in range(GOOD)]
    return b"".join(lines[:25]) + bad + b"\n" + b"".join(lines[25:])


def reading(tmp_path: Path, name: str, data: bytes, options: ReadOptions | None = None) -> list[Record | Unreadable]:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    (item,) = discover(path)
    return list(read(item, options))


def split(made: list[Record | Unreadable]) -> tuple[list[str], list[tuple[int, str]]]:
    records = [one.id for one in made if isinstance(one, Record)]
    refused = [(one.line, one.reason) for one in made if isinstance(one, Unreadable)]
    assert all(one.message and one.path for one in made if isinstance(one, Unreadable))
    assert all(one.raw.encode("utf-8") is not None for one in made if isinstance(one, Unreadable))
    return records, refused


ALL = [f"a{number}" for number in range(GOOD)]
