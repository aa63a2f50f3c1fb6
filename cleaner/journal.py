"""What of a run is finished: the memory that survives a kill."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import IO, Any

import orjson

from cleaner.work import KINDS, Done, Tally, shard
from cleaner.write.atomic import Made, checksum


class Busy(Exception):
    """Another run is writing to the same folder."""


class Lock:
    """Keeps a second run out of a folder; the system takes it away when the process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Lock:
        self._file = self._path.open("ab")
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(self._file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._file.close()
            raise Busy(
                f"{self._path.parent.parent}: another run is writing here; wait for it or choose another folder"
            ) from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()


class Journal:
    """An append-only list of finished units and outputs, each entry on the disk before the next begins."""

    def __init__(self, path: Path, shards: Path) -> None:
        self._shards = shards
        self._units: dict[str, dict[str, Any]] = {}
        self.outputs: dict[str, dict[str, Any]] = {}
        whole = self._load(path)
        self._file = path.open("ab")
        self._file.truncate(whole)

    def _load(self, path: Path) -> int:
        """Read what is whole; gives its length in bytes, so that a torn last entry can be cut off."""
        if not path.exists():
            return 0
        at = 0
        with path.open("rb") as file:
            for line in file:
                try:
                    entry = orjson.loads(line) if line.endswith(b"\n") else None
                except orjson.JSONDecodeError:
                    entry = None
                if not isinstance(entry, dict):
                    break
                at += len(line)
                if "unit" in entry:
                    self._units[entry["unit"]] = entry
                else:
                    self.outputs[entry["name"]] = entry
        return at

    def _append(self, entry: dict[str, Any]) -> None:
        self._file.write(orjson.dumps(entry) + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def unit(self, done: Done) -> None:
        """A unit's shards are on the disk."""
        entry = {"unit": done.key, "shards": {kind: list(made) for kind, made in done.shards.items()}, "tally": done.tally.plain(), "ids": done.ids.hex()}
        self._units[done.key] = entry
        self._append(entry)

    def output(self, entry: dict[str, Any]) -> None:
        """An output's files have their names."""
        self.outputs[entry["name"]] = entry
        self._append(entry)

    def find(self, key: str) -> Done | None:
        """The finished unit with this key, if its shards are still what they were."""
        entry = self._units.get(key)
        if entry is None:
            return None
        shards = {kind: Made(*entry["shards"][kind]) for kind in KINDS}
        for kind, made in shards.items():
            if checksum(self._shards / shard(key, kind)) != made.sha256:
                return None
        return Done(key, shards, tally_of(entry["tally"]), bytes.fromhex(entry["ids"]))

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def tally_of(entry: dict[str, Any]) -> Tally:
    """A tally from its JSON form."""
    values = {**entry, "levels": Counter(entry["levels"]), "rules": Counter(entry["rules"])}
    return Tally(**values)
