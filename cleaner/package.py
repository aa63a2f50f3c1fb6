"""The files of the package: what tells this state of its code and words from all others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from io import FileIO
from pathlib import Path
from typing import TypeVar

from cleaner import __version__
from cleaner.kept import Shelf

_HOME = str(Path(__file__).parent)
_ENDS = (".py", ".toml", ".json")

_Made = TypeVar("_Made")


def kept(name: str, make: Callable[[], _Made]) -> _Made:
    """What ``make`` gives for these files, kept from one start to the next."""
    made: _Made = _shelf().get(name, make)
    return made


def checksum() -> str:
    """A checksum over what the files hold, wherever they lie."""
    return kept("checksum", _read)


@cache
def _shelf() -> Shelf:
    states = (f"{path} {state.st_size} {state.st_mtime_ns}" for path, state in _files(_HOME))
    return Shelf("package", f"{__version__} {sorted(states)}")


def _files(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    for entry in os.scandir(folder):
        if entry.name.endswith(_ENDS):
            yield entry.path, entry.stat()
        elif entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry.path)


def _read() -> str:
    mark = sha256()
    for path, _ in sorted(_files(_HOME)):
        with FileIO(path) as file:
            mark.update(path[len(_HOME) :].replace(os.sep, "/").encode() + b"\0" + file.read())
    return mark.hexdigest()
