"""Third-party text on a terminal: nothing in it may move the cursor, change colours or forge a line."""

from __future__ import annotations

from cleaner.lazy import lazy

_UNSAFE = lazy(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """``text`` with control, bidirectional and surrogate characters written out as escapes."""
    return _UNSAFE.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def one_line(text: str, width: int = 100) -> str:
    """``text`` made visible on one line of at most ``width`` characters."""
    flat = visible(text.replace("\n", "⏎"))
    return flat if len(flat) <= width else flat[: width - 1] + "…"
