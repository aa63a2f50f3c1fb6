"""Hyperscan databases: compiled once, then kept for the next start."""

from __future__ import annotations

import marshal
import platform
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from hashlib import sha256
from typing import Any

from cleaner import kept
from cleaner.scan import compiling

ENOUGH = 200_000
"""Characters of text after which compiling a database pays; one that is kept pays at once."""


ONCE = 8
"""The flag of an expression of which one match is enough: HS_FLAG_SINGLEMATCH."""


class NotKept(LookupError):
    """No kept database is there, and none was to be compiled."""


def database(about: str, make: Callable[[], Sequence[compiling.Expression]], *, kept_only: bool = False) -> Any:
    """A Hyperscan database for the expressions that ``make`` gives, numbered in order.

    ``about`` tells it from all others; as long as it is the same, a kept database is taken and ``make`` not asked.
    Raises ImportError without the package, and NotKept when it would have to be compiled but is ``kept_only``.
    """
    import hyperscan

    version = getattr(hyperscan, "__version__", "")
    key = f"{version} {sys.platform} {platform.machine()} {about}"
    name = f"hyperscan-{sha256(key.encode()).hexdigest()[:32]}"
    data = kept.load(name, sealed=False)
    with suppress(hyperscan.error):
        if data is not None:
            return _loaded(data)
    if kept_only:
        raise NotKept
    expressions = list(make())
    data = _compiled_apart(expressions)
    try:
        made = _loaded(data)
    except hyperscan.error:  # another process gave none
        data = compiling.compiled(expressions)
        made = _loaded(data)
    kept.keep(name, data)
    return made


def _compiled_apart(expressions: list[compiling.Expression]) -> bytes:
    """What `compiling` gives in a process of its own; nothing where none can be started."""
    import subprocess

    if not sys.executable or getattr(sys, "frozen", False):  # a program with Python inside would start itself again
        return b""
    command = [sys.executable, compiling.__file__]
    with suppress(OSError):
        done = subprocess.run(command, input=marshal.dumps(expressions), capture_output=True, check=False)
        return b"" if done.returncode else done.stdout
    return b""


def _loaded(data: bytes) -> Any:
    """A kept database, tried out.  Raises `hyperscan.error` when it was made for another processor."""
    import hyperscan

    found = hyperscan.loadb(data, hyperscan.HS_MODE_BLOCK)
    found.scratch = hyperscan.Scratch(found)
    found.scan(b"\n", match_event_handler=_ignore)
    return found


def _ignore(*match: Any) -> None:
    pass


def every_character() -> Iterable[str]:
    """All characters but the halves of surrogates."""
    return (chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000)


def one_of(chars: Iterable[str]) -> str:
    """A character class in the syntax of Hyperscan, which has a limit on its length."""
    ranges: list[list[int]] = []
    for code in sorted(map(ord, chars)):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "[" + "".join(f"\\x{{{first:x}}}-\\x{{{last:x}}}" for first, last in ranges) + "]"
