"""Where single characters stand in a text: faster than an expression that begins with a class of characters."""

from __future__ import annotations

from collections.abc import Iterator


def places(text: str, sign: str) -> Iterator[int]:
    """The offsets at which ``sign`` stands in ``text``."""
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)
