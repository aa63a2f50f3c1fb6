"""Hyperscan databases: compiled once, then kept in the user's cache folder for the next start."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

ENOUGH = 200_000
"""Characters of text after which compiling a database pays; one that is kept pays at once."""

_MARK = 32


class NotKept(LookupError):
    """No kept database is there, and none was to be compiled."""


def database(about: str, make: Callable[[], Sequence[bytes]], flags: int = 0, *, kept_only: bool = False) -> Any:
    """A Hyperscan database for the byte expressions that ``make`` gives, numbered in order.

    ``about`` tells it from all others; as long as it is the same, a kept database is taken and ``make`` not asked.
    Raises ImportError without the package, and NotKept when it would have to be compiled but is ``kept_only``.
    """
    import hyperscan

    version = getattr(hyperscan, "__version__", "")
    key = f"{version} {sys.platform} {platform.machine()} {flags} {about}"
    name = f"{sha256(key.encode()).hexdigest()[:32]}.hyperscan"
    with suppress(OSError, RuntimeError, hyperscan.error):
        return _loaded((cache_folder() / name).read_bytes())
    if kept_only:
        raise NotKept
    made, expressions = hyperscan.Database(), list(make())
    made.compile(expressions=expressions, ids=list(range(len(expressions))), elements=len(expressions), flags=flags)
    with suppress(OSError, RuntimeError, hyperscan.error):
        _keep(cache_folder() / name, hyperscan.dumpb(made))
    return made


def _loaded(data: bytes) -> Any:
    """The database in a file of `_keep`.  Raises `hyperscan.error` when it is damaged or made for another processor."""
    import hyperscan

    if sha256(data[_MARK:]).digest() != data[:_MARK]:
        raise hyperscan.error
    found = hyperscan.loadb(data[_MARK:], hyperscan.HS_MODE_BLOCK)
    found.scratch = hyperscan.Scratch(found)
    found.scan(b"\n", match_event_handler=_ignore)
    return found


def _ignore(*match: Any) -> None:
    pass


def _keep(path: Path, data: bytes) -> None:
    """Write a database so that nobody ever reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(sha256(data).digest() + data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def cache_folder() -> Path:
    """Where this user's programs keep what can be made again.  Raises RuntimeError for a user without a home."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "corpus-clean"
