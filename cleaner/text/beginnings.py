"""Where words of a long list may begin in a text, whatever the case.

An expression that ignores case tries each of its branches at each place, which costs microseconds for a list of
hundreds of words.  Their first letters, in a text whose case has been folded, are found at once.
"""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.lazy import lazy
from cleaner.words.alternation import alternation

_KEY = 3
"""How many letters are looked at."""


def _folded(text: str) -> str:
    """``text`` with one form for all letters that are equal when case is ignored, and one kind of blank."""
    return text.casefold().replace("ı", "i").replace("\u00a0", " ")


class Beginnings:
    """The places where one of ``words``, or what the expression ``more`` (for small letters) matches, may begin."""

    def __init__(self, words: Iterable[str], more: str = "") -> None:
        keys = alternation(tuple({_folded(word).replace("i\u0307", "i")[:_KEY] for word in words}))
        self._pattern = lazy(f"(?={keys}|{more})" if more else f"(?={keys})")

    def places(self, text: str, begin: int, end: int) -> Iterable[int]:
        """The offsets from ``begin`` up to, but not with, ``end``; all where folding has moved the letters."""
        piece = text[begin : end + _KEY]
        folded = _folded(piece)
        if len(folded) != len(piece):
            return range(begin, min(end, len(text)))
        return [begin + match.start() for match in self._pattern.finditer(folded) if match.start() < end - begin]
