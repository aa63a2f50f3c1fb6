"""What of a run is finished: the memory that survives a kill."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import orjson

from cleaner.run.tally import Tally
from cleaner.run.work import Done, Part, shard
from cleaner.write.atomic import checksum


class Journal:
    """An append-only list of finished units and outputs, each entry on the disk before the next begins.

    ``outputs`` are the entries of outputs whose files have their names, by name; ``begun`` the names of all outputs
    that may have got files.
    """

    def __init__(self, path: Path, shards: Path) -> None:
        self._shards = shards
        self._parts: dict[str, tuple[int, int]] = {}
        self._sound: dict[str, bool] = {}
        self._last: tuple[int, dict[str, Any]] = (-1, {})
        self.outputs: dict[str, dict[str, Any]] = {}
        self.begun: set[str] = set()
        self._file = path.open("a+b")
        self._file.truncate(self._load())

    def _load(self) -> int:
        """Read what is whole; gives its length in bytes, so that a torn last entry can be cut off."""
        at = 0
        self._file.seek(0)
        for line in self._file:
            try:
                entry = orjson.loads(line) if line.endswith(b"\n") else None
            except orjson.JSONDecodeError:
                entry = None
            if not isinstance(entry, dict):
                break
            for number, part in enumerate(entry.get("parts", ())):
                self._parts[part["place"]] = (at, number)
            self.begun.update(entry.get("begun", ()))
            self.outputs.update((output["name"], output) for output in entry.get("outputs", ()))
            at += len(line)
        return at

    def _append(self, entry: dict[str, Any]) -> None:
        self._file.write(orjson.dumps(entry) + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def unit(self, done: Done) -> None:
        """A unit's shards are on the disk; its parts that have a problem are not worth remembering."""
        parts = [
            {"place": part.place, "key": part.key, "spans": part.spans, "tally": part.tally.plain()}
            for part in done.parts
            if not part.problem
        ]
        self._append({"stem": done.stem, "marks": done.marks, "parts": parts})

    def begin(self, names: Iterable[str]) -> None:
        """The files of these outputs are about to get their names."""
        self._append({"begun": list(names)})

    def finish(self, entries: list[dict[str, Any]]) -> None:
        """The files of these outputs have their names."""
        self._append({"outputs": entries})

    def has(self, place: str) -> bool:
        """Whether an earlier run has noted the piece at ``place``."""
        return place in self._parts

    def find(self, place: str, key: str) -> tuple[str, Part] | None:
        """The stem and part of the piece at ``place``, if it has this key and its shards are what they were."""
        at = self._parts.get(place)
        if at is None:
            return None
        if self._last[0] != at[0]:
            self._file.seek(at[0])
            self._last = at[0], orjson.loads(self._file.readline())
        entry = self._last[1]
        held = entry["parts"][at[1]]
        if held["key"] != key or not self._is_sound(entry["stem"], entry["marks"]):
            return None
        spans = {kind: (span[0], span[1], span[2]) for kind, span in held["spans"].items()}
        return entry["stem"], Part(place, key, spans, Tally.of(held["tally"]))

    def _is_sound(self, stem: str, marks: dict[str, str]) -> bool:
        if stem not in self._sound:
            self._sound[stem] = all(checksum(shard(self._shards, stem, kind)) == mark for kind, mark in marks.items())
        return self._sound[stem]

    def close(self) -> None:
        """Close the file."""
        self._file.close()
