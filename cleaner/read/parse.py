"""JSON values as strictly as needed and as fast as possible."""

from __future__ import annotations

import json
from typing import Any

import orjson

from cleaner.read import reasons


class Malformed(ValueError):
    """No usable JSON value; ``reason`` is a code of ``reasons``, ``at`` the character where parsing failed."""

    def __init__(self, reason: str, message: str, at: int = 0) -> None:
        super().__init__(message)
        self.reason = reason
        self.at = at


class Twice(Exception):
    """A key that occurs twice with different values."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made and made[key] != value:
            raise Twice(key)
        made[key] = value
    return made


def _nothing(_: str) -> None:
    """NaN and the infinities say that a value is missing."""


LENIENT = json.JSONDecoder(strict=False, parse_constant=_nothing, object_pairs_hook=_once)
"""Takes what orjson refuses: NaN (read as null), half surrogate pairs, raw control characters."""


def loads(line: bytes, max_depth: int) -> tuple[Any, bool]:
    """``(value, sound)`` of one JSON text; what is not ``sound`` may hold half surrogate pairs.

    Raises Malformed; UnicodeDecodeError when the bytes are not UTF-8.
    """
    try:
        value, sound = orjson.loads(line), True
    except orjson.JSONDecodeError:
        value, sound = lenient(line.decode("utf-8")), False
    if line.count(b"[") + line.count(b"{") > max_depth:
        shallow(value, max_depth)
    if sound and (_doubtful(value, line) or _rounded(value)):
        value, sound = lenient(line.decode("utf-8")), False
    return value, sound


def lenient(text: str) -> Any:
    """The JSON value of ``text`` by the tolerant decoder.  Raises Malformed."""
    try:
        return LENIENT.decode(text)
    except (ValueError, RecursionError, Twice) as error:
        raise explained(error) from None


def explained(error: Exception) -> Malformed:
    """What a failure of the tolerant decoder means."""
    if isinstance(error, Twice):
        return Malformed(reasons.JSON_DUPLICATE, f"the key {error.key[:80]!r} occurs twice with different values")
    if isinstance(error, RecursionError):
        return Malformed(reasons.NESTING, "nested too deeply")
    if isinstance(error, json.JSONDecodeError):
        return Malformed(reasons.JSON_MALFORMED, f"not JSON: {error.msg} at character {error.pos + 1}", error.pos)
    return Malformed(reasons.JSON_MALFORMED, f"not JSON: {str(error)[:200]}")


def shallow(value: Any, limit: int) -> None:
    """Raise Malformed when ``value`` is nested deeper than ``limit`` levels."""
    level = [value] if type(value) in (dict, list) else []
    for _ in range(limit):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if type(outer) is dict else outer)
            if type(inner) in (dict, list)
        ]
        if not level:
            return
    raise Malformed(reasons.NESTING, f"nested deeper than {limit} levels")


def _doubtful(value: Any, line: bytes) -> bool:
    """Whether a key may occur twice: the line has more places that look like the end of a key than the value keys."""
    return type(value) is dict and line.count(b'":') - line.count(b'\\":') > _keys(value)


def _keys(value: Any) -> int:
    if type(value) is dict:
        count = len(value)
        for inner in value.values():
            if type(inner) in (dict, list):
                count += _keys(inner)
        return count
    return sum(_keys(inner) for inner in value if type(inner) in (dict, list))


def _rounded(value: Any) -> bool:
    """Whether an id was too large a number for orjson, which rounds it."""
    return type(value) is dict and any(type(value.get(key)) is float for key in ("id", "_id", "guid", "uid"))
