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
