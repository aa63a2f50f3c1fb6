"""The full stops of scripts that have their own, and how to tell prose in scripts that have none."""

from __future__ import annotations

STOPS = "।॥۔։።။។"
"""Devanagari and Bengali, Urdu, Armenian, Ethiopic, Burmese, Khmer; for use in character classes."""

_THAI, _LAO_ENDS, _LONG = "\u0e00", "\u0eff", 75


def unstopped(text: str) -> bool:
    """Whether a line in Thai or Lao, which put no mark behind a sentence, is longer than most headlines."""
    bare = text.strip()
    return len(bare) > _LONG and not bare.isascii() and sum(_THAI <= char <= _LAO_ENDS for char in bare) * 2 > len(bare)
