"""What kinds of characters a text is made of, as bytes that are counted fast."""

from __future__ import annotations

import re

from cleaner.lazy import lazy
from cleaner.text import scripts

CAPITAL, SMALL, SPACE, OTHER_SPACE, NUMBER, MARKUP, EMPHASIS, SEPARATOR, SIGN, BEYOND, FOREIGN = b"Aas_0[*|.~?"
"""Kinds of bytes: a capital, small letter, blank, other white space or digit of ASCII; a sign of links or tags, of
emphasis, one that stands between labels, another sign of ASCII; a byte of another character; the first byte of
characters from scripts with digits or marks of their own, or without spaces between words.  The kinds of letters and
blanks are letters, so that ``isalpha`` tells a text of nothing else.  Numbers are found in bytes ten times as fast as
bytes are.
"""

_TIMES = re.compile(rb"0(?:[.a[]00|000)")
_SIGNS = {"[<(:": MARKUP, "*_`\\": EMPHASIS, "|>@": SEPARATOR}
_NOT_SMALL = lazy(f" ([^{''.join(filter(str.islower, map(chr, range(0x530))))}])")
"""The first letter of a word, where it is no small one of Latin, Greek or Cyrillic."""


def _kind(byte: int) -> int:
    if byte >= 0x80:
        return FOREIGN if byte in scripts.FOREIGN else BEYOND
    letter = chr(byte)
    if letter.isalpha():
        return CAPITAL if letter.isupper() else SMALL
    if letter.isspace():
        return SPACE if letter == " " else OTHER_SPACE
    if letter.isdigit():
        return NUMBER
    return next((kind for signs, kind in _SIGNS.items() if letter in signs), SIGN)


_KINDS = bytes(map(_kind, range(256)))


def kinds_of(text: str) -> bytes:
    """The kind of each byte of ``text`` in UTF-8."""
    return text.encode("utf-8", "surrogatepass").translate(_KINDS)


class _Cases(dict[str, int]):
    """What a character counts: a capital one, a small letter `_SMALL_ONE`, white space, which begins no word, more."""

    def __missing__(self, char: str) -> int:
        self[char] = count = char.isupper() + _SMALL_ONE * char.islower() + _BLANK * char.isspace()
        return count


_SMALL_ONE, _BLANK, _FEW = 1 << 24, 1 << 48, 8
_CASES = _Cases()


def initials(text: str, words: int) -> tuple[int, int]:
    """How many of the ``words`` of ``text``, which no blank begins or ends, begin with a capital or a small letter."""
    if words > _FEW and text.count(" ") + 1 == words:
        found = _NOT_SMALL.findall(text)
        count = _CASES[text[0]] + sum(map(_CASES.__getitem__, found))
        if count < _BLANK:
            small, upper = divmod(count, _SMALL_ONE)
            return upper, small + words - 1 - len(found)
    small, upper = divmod(sum([_CASES[word[0]] for word in text.split()]), _SMALL_ONE)
    return upper, small


def time_at(text: str, kinds: bytes) -> int:
    """Before where in ``text``, whose digits are those of ASCII, no time of day or year stands; -1 when it has none."""
    match = _TIMES.search(kinds)
    return -1 if match is None else match.start() if text.isascii() else 0
