"""How much text there is: its letters and digits, whatever is between them."""

from __future__ import annotations

from typing import Any

_OTHERS = bytes(byte for byte in range(256) if byte > 127 or not chr(byte).isalnum())
_ASCII = bytes(range(128))


def letters(text: str) -> int:
    """How many letters and digits ``text`` holds."""
    if text.isascii():
        return ascii_letters(text)
    beyond = text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
    return ascii_letters(text) + sum(map(str.isalnum, beyond))


def ascii_letters(text: str) -> int:
    """How many letters and digits of ASCII ``text`` holds."""
    return len(text.encode("utf-8", "surrogatepass").translate(None, _OTHERS))


def letters_in(value: Any) -> int:
    """How many letters and digits the strings in ``value`` hold."""
    return letters("".join(_strings(value)))


def _strings(value: Any) -> list[str]:
    """All strings in a value."""
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    return [found for part in parts for found in _strings(part)]
