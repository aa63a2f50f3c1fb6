"""Where a sign stands in a text: faster than an expression that begins with a class of characters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import AnyStr


def places(text: AnyStr, sign: AnyStr) -> Iterator[int]:
    """The offsets at which ``sign`` stands in ``text``."""
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def holds_pair(text: str, pair: str) -> bool:
    """Whether ``pair``, two characters of which the first is rare, stands in ``text``: faster than ``in``."""
    return any(text.startswith(pair, at) for at in places(text, pair[0]))


def line_starts(text: str, sign: str, reach: int) -> Iterator[int]:
    """The offsets of the lines with ``sign`` behind at most ``reach`` characters, and perhaps that of the first."""
    past = -1
    for at in places(text, sign):
        start = text.rfind("\n", max(0, at - reach - 1), at) + 1
        if start > past:
            past = start
            yield start
