"""What closes a sentence: the full stops of all scripts, and how to tell prose in scripts that have none."""

from __future__ import annotations

from cleaner.lazy import lazy

STOPS = "।॥۔։።။។"
"""Devanagari and Bengali, Urdu, Armenian, Ethiopic, Burmese, Khmer; for use in character classes."""

_CLOSED, _MARKS = lazy(r"[.!?…。！？।۔][\"”’“‘'»«)\]」』]{0,3}$"), 4
"""The end of a sentence, and as many characters as it may match."""

_THAI, _LAO_ENDS, _LONG = "\u0e00", "\u0eff", 75


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends as a sentence does, with no white space behind it."""
    return _CLOSED.search(text[-_MARKS:]) is not None


def unstopped(text: str) -> bool:
    """Whether a line in Thai or Lao, which put no mark behind a sentence, is longer than most headlines."""
    bare = text.strip()
    return len(bare) > _LONG and not bare.isascii() and sum(_THAI <= char <= _LAO_ENDS for char in bare) * 2 > len(bare)
