"""What kinds of characters a text is made of, as bytes that are counted fast."""

from __future__ import annotations

import re

from cleaner.lazy import lazy

CAPITAL, SMALL, NUMBER, SPACE, OTHER_SPACE, SIGN, BEYOND, FOREIGN = b"A", b"a", b"0", b" ", b"_", b".", b"~", b"?"
"""Kinds of bytes: a capital, small letter, digit, blank, other white space or other sign of ASCII; a byte of another
character; the first byte of characters from scripts with digits or marks of their own, or without spaces between words.
"""

_FOREIGN = frozenset((0xD8, 0xD9, 0xDB, 0xDF, 0xE0, 0xE1, *range(0xE3, 0xF5)))
_BEYOND = lazy(r" ([^\x00-\x7f])")
_TIMES = re.compile(rb"0(?:[.a]00|000)")


def _kind(byte: int) -> bytes:
    if byte >= 0x80:
        return FOREIGN if byte in _FOREIGN else BEYOND
    letter = chr(byte)
    if letter.isalpha():
        return CAPITAL if letter.isupper() else SMALL
    if letter.isspace():
        return SPACE if letter == " " else OTHER_SPACE
    return NUMBER if letter.isdigit() else SIGN


_KINDS = b"".join(map(_kind, range(256)))


def kinds_of(text: str) -> bytes:
    """The kind of each byte of ``text`` in UTF-8."""
    return text.encode("utf-8", "surrogatepass").translate(_KINDS)


def initials(text: str, kinds: bytes, words: int) -> tuple[int, int]:
    """How many of the ``words`` of ``text`` begin with a capital, and how many with a small letter."""
    upper, lower = kinds.count(b" A"), kinds.count(b" a")
    found = [] if text.isascii() else _BEYOND.findall(text)
    if kinds.count(SPACE) + 1 != words or OTHER_SPACE in kinds or b"  " in kinds or any(map(str.isspace, found)):
        upper, lower, found = 0, 0, [word[0] for word in text.split()]
    else:
        found.append(text[0])
    for letter in found:
        upper += letter.isupper()
        lower += letter.islower()
    return upper, lower


def may_time(kinds: bytes) -> bool:
    """Whether ASCII digits may be a time of day or a year: a cheap test."""
    return _TIMES.search(kinds) is not None
