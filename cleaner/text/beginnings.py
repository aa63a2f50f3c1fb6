"""Where words of a long list may begin in a text, whatever the case.

An expression that ignores case tries each of its branches at each place, which costs microseconds for a list of
hundreds of words.  Their first letters, in a text whose case has been folded, are found at once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from cleaner.lazy import lazy
from cleaner.words.alternation import alternation

_KEY = 6
"""How many letters of a word are looked at, at most."""


def _folded(text: str) -> str:
    """``text`` with one form for all letters that are equal when case is ignored, and one kind of blank."""
    return text.casefold().replace("ı", "i").replace("\u00a0", " ")


def _keys(words: Iterable[str]) -> str:
    return alternation(tuple({_folded(word).replace("i\u0307", "i")[:_KEY] for word in words}))


class Beginnings:
    """The places where one of some ``words`` may begin.

    ``apart`` are words in front of which no letter or digit stands; ``more`` is an expression, for small letters, of
    what else is sought.
    """

    def __init__(self, words: Iterable[str], apart: Iterable[str] = (), more: str = "") -> None:
        sought = (_keys(words), *([rf"(?<!\w){_keys(apart)}"] if apart else ()), *([more] if more else ()))
        self._pattern = lazy(f"(?={'|'.join(sought)})")

    def places(self, text: str, begin: int, end: int) -> Iterable[int]:
        """The offsets from ``begin`` up to, but not with, ``end``; all where folding has moved the letters."""
        piece = text[begin : end + _KEY]
        folded = _folded(piece)
        if len(folded) != len(piece):
            return range(begin, min(end, len(text)))
        found = [begin + match.start() for match in self._pattern.finditer(folded)]
        return found[: bisect_left(found, end)]

    def matches(self, pattern: re.Pattern[str], text: str, begin: int, end: int, reach: int) -> Iterator[re.Match[str]]:
        """What ``pattern`` matches from such places on, as its ``finditer`` would, reading up to ``reach``."""
        past = begin
        for at in self.places(text, begin, end):
            match = pattern.match(text, at, reach) if at >= past else None
            if match:
                past = match.end()
                yield match
