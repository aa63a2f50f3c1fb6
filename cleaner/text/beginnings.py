"""Where words of a long list may begin in a text, whatever the case.

An expression that ignores case tries each of its branches at each place, which costs microseconds for a list of
hundreds of words.  Their first letters, in a text whose case has been folded, are found at once.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from cleaner.lazy import lazy
from cleaner.words.alternation import alternation

_KEY = 6
"""How many letters of a word are looked at, at most."""


def _folded(text: str) -> str:
    """``text`` with one form for all letters that are equal when case is ignored, and one kind of blank."""
    return text.casefold().replace("ı", "i").replace("\u00a0", " ")


def _keys(words: Iterable[str], letters: int | None = None) -> str:
    return alternation(tuple({_folded(word).replace("i\u0307", "i")[:letters] for word in words}))


class Beginnings:
    """The places where one of some ``words`` may begin.

    ``apart`` are words in front of which no small letter stands, which are found three times as fast; ``more`` is an
    expression, for small letters, of what else is sought.  Of each word the first ``letters`` are looked at.
    """

    def __init__(
        self,
        words: Sequence[str] = (),
        apart: Sequence[str] = (),
        more: str = "",
        *,
        letters: int = _KEY,
    ) -> None:
        self._letters = letters
        self._sought = words, apart, more

    @cached_property
    def _anywhere(self) -> re.Pattern[str] | None:
        words, _, more = self._sought
        sought = [_keys(words, self._letters)] * bool(words) + [more] * bool(more)
        return lazy(f"(?={'|'.join(sought)})") if sought else None

    @cached_property
    def _apart(self) -> re.Pattern[str] | None:
        _, apart, _ = self._sought
        first = "".join(sorted({re.escape(_folded(word)[0]) for word in apart}))
        return lazy(f"[^a-z](?=[{first}])(?={_keys(apart, self._letters)})") if apart else None

    def places(self, text: str, begin: int = 0, end: int = sys.maxsize) -> Iterable[int]:
        """The offsets from ``begin`` up to, but not with, ``end``; all where folding has moved the letters."""
        piece = text[begin : end + self._letters]
        folded = _folded(piece)
        if len(folded) != len(piece):
            return range(begin, min(end, len(text)))
        found = [begin + match.start() for match in self._anywhere.finditer(folded)] if self._anywhere else []
        if self._apart:  # a character is looked for in front of each word, at the beginning another one
            found += [begin + match.start() for match in self._apart.finditer(f"\n{folded}")]
            found = sorted(set(found)) if self._anywhere else found
        return found[: bisect_left(found, end)]

    def near(self, text: str, ends: Iterable[int] | None, reach: int) -> Iterable[int]:
        """The places at most ``reach`` characters in front of some ``ends``; all, where these are not known."""
        if ends is None:
            return self.places(text)
        return sorted({place for end in ends for place in self.places(text, max(0, end - reach), end)})


class Anywhere:
    """Whether one of some ``words`` may stand in a text: a cheap test before an expression that ignores case."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return lazy(_keys(self._words))

    def within(self, text: str) -> bool:
        """Whether ``text`` may hold one; True where folding has moved the letters."""
        folded = _folded(text)
        return len(folded) != len(text) or self._pattern.search(folded) is not None


def matches(
    pattern: re.Pattern[str], text: str, places: Iterable[int], *, lead: int = 0, reach: int = sys.maxsize
) -> Iterator[re.Match[str]]:
    """What ``pattern`` matches from some ``places`` on, one behind the other, as its ``finditer`` would.

    A match may begin up to ``lead`` characters in front of a place; nothing is read beyond the offset ``reach``.
    """
    past = 0
    for place in places:
        for at in range(max(past, place - lead), place + 1):
            match = pattern.match(text, at, reach)
            if match:
                past = match.end()
                yield match
                break
