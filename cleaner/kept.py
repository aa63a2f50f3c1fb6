"""What costs time to make and can be made again, kept in the user's cache folder from one start to the next.

A file that is missing, damaged or of another version is made anew; a folder that cannot be written is no fault.
Whenever something is kept, what is older than ``DAYS`` goes.
"""

from __future__ import annotations

import marshal
import os
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

DAYS = 60
_MARK = 32


def folder() -> Path:
    """Where this user's programs keep what can be made again.  Raises RuntimeError for a user without a home."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "corpus-clean"


def load(name: str, *, sealed: bool = True) -> bytes | None:
    """What was kept under ``name``; None when there is nothing, or not all of it.

    What is not ``sealed`` has a seal of its own, by which whoever unpacks it will tell.
    """
    with suppress(OSError, RuntimeError):
        with (folder() / name).open("rb", buffering=0) as file:
            mark, data = file.read(_MARK), file.read()
        if not sealed or sha256(data).digest() == mark:
            return data
    return None


def keep(name: str, data: bytes) -> None:
    """Keep ``data`` under ``name``, so that nobody ever reads half of it."""
    import tempfile

    with suppress(OSError, RuntimeError):
        folder().mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=folder())
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(sha256(data).digest() + data)
            Path(part).replace(folder() / name)
        except BaseException:
            Path(part).unlink(missing_ok=True)
            raise


def _sweep() -> None:
    """Remove what is old: mostly what earlier versions have left."""
    oldest = time.time() - DAYS * 86_400
    for path in folder().iterdir():
        if path.is_file() and path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)


def stamp(paths: Iterable[Path]) -> str:
    """What tells some files from other versions of them, without reading them."""
    stats = ((path.name, path.stat()) for path in paths)
    return repr([(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats])


_SHELVES: list[Shelf | Drawers] = []


def save() -> None:
    """Keep what is new on every shelf.  For programs: a library has no business in the user's home."""
    saved = [shelf.save() for shelf in _SHELVES]
    if any(saved):
        with suppress(OSError, RuntimeError):
            _sweep()


def _full_name(name: str, about: str) -> str:
    """A name that tells what is kept from that of other versions."""
    return f"{name}-{sha256(f'2 {sys.version} {about}'.encode()).hexdigest()[:32]}"


class Drawers:
    """Plain values by key (bytes), each in a kept file of its own: of many that are large a run needs few."""

    def __init__(self, name: str, about: str) -> None:
        self._name = _full_name(name, about)
        self._new: dict[bytes, Any] = {}
        _SHELVES.append(self)

    def __getitem__(self, key: bytes) -> Any:
        """The value under ``key``.  Raises KeyError."""
        if key in self._new:
            return self._new[key]
        data = load(f"{self._name}-{key.hex()}")
        if data is None:
            raise KeyError(key)
        return marshal.loads(data)

    def __setitem__(self, key: bytes, value: Any) -> None:
        self._new[key] = value

    def save(self) -> bool:
        """Keep what is new; gives whether something was."""
        new, self._new = self._new, {}
        for key, value in new.items():
            keep(f"{self._name}-{key.hex()}", marshal.dumps(value))
        return bool(new)


class Shelf:
    """Plain values by key in one kept file; ``about`` tells it from those of other versions.

    Of many values a run asks for some, and most once: each is packed by itself, and unpacked when it is asked for.
    """

    def __init__(self, name: str, about: str) -> None:
        self._name = _full_name(name, about)
        self._packed: dict[Any, bytes] | None = None
        self._new: dict[Any, Any] = {}
        _SHELVES.append(self)

    def __getitem__(self, key: Any) -> Any:
        """The value under ``key``.  Raises KeyError."""
        if key in self._new:
            return self._new[key]
        if self._packed is None:
            self._packed = self._kept()
        return marshal.loads(self._packed[key])

    def get(self, key: Any, make: Callable[[], Any]) -> Any:
        """The value under ``key``, made when there is none."""
        try:
            return self[key]
        except KeyError:
            self[key] = made = make()
            return made

    def forget(self) -> None:
        """Give the memory back; what is asked for next is read again."""
        if not self._new:
            self._packed = None

    def __setitem__(self, key: Any, value: Any) -> None:
        self._new[key] = value

    def save(self) -> bool:
        """Keep what is new, beside what others have kept in the meantime; gives whether something was."""
        if not self._new:
            return False
        self._packed = self._kept() | {key: marshal.dumps(value) for key, value in self._new.items()}
        self._new = {}
        keep(self._name, marshal.dumps(self._packed))
        return True

    def _kept(self) -> dict[Any, bytes]:
        data = load(self._name)
        found: dict[Any, bytes] = {} if data is None else marshal.loads(data)
        return found
