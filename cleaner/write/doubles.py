"""Ids that occur twice, found in bounded memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator

_MOST = 500_000
"""How many ids are held in memory at once."""


def doubles(marks: Callable[[], Iterator[bytes]], count: int, most: int = _MOST) -> set[int]:
    """The numbers of those of ``count`` ``marks`` (hashes of one length) that came before.

    The marks are gone through once for every ``most`` of them.
    """
    passes = count // most + 1
    found: set[int] = set()
    for turn in range(passes):
        seen: set[bytes] = set()
        for number, mark in enumerate(marks()):
            if passes == 1 or int.from_bytes(mark[:4], "big") % passes == turn:
                if mark in seen:
                    found.add(number)
                else:
                    seen.add(mark)
    return found
