"""Files written and read for the tests of readers."""

from __future__ import annotations

from pathlib import Path

from cleaner.read import ReadOptions, Record, discover, read


def records(path: Path, options: ReadOptions | None = None) -> list[Record]:
    made = [one for item in discover(path) for one in read(item, options)]
    assert all(isinstance(one, Record) for one in made), made
    return [one for one in made if isinstance(one, Record)]


def put(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path
