"""Where the article stands in the text of a whole page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise

from cleaner.document import Document
from cleaner.lazy import lazy
from cleaner.text.headings import folded, plain
from cleaner.text.scripts import EASTERN
from cleaner.textpages import region as page

_SIGNS = frozenset("*+•·▪–-")
_ITEM = lazy(r"[*+•·▪–-]\s+")
_EAST = lazy(f"[{EASTERN}]{{2,}}")
_WORD = lazy(r"\w+")
_BLANKS = lazy(r"[ \t]+")
_MOST, _LINES, _MARGIN = 4000, 10, 40
_WORDS, _SMALL = 5, 0.39
"""More words than these, and the share of them without a capital, are no names."""

_ABOVE, _BELOW = 110, 20
"""How many lines above the first of the story, and from it on, are looked at as near it."""


class Region:
    """The lines of a whole page that hold something, and the run of them that is the story: ``first`` up to ``last``.

    ``lines`` are their texts without the signs of list items, ``begins`` where in the page's text each begins.
    """

    def __init__(self, lines: Sequence[str], begins: Sequence[int], first: int, last: int) -> None:
        self.lines = lines
        self.begins = begins
        self.first = first
        self.last = last
        self._folds: dict[int, str] = {}

    def fold(self, at: int) -> str:
        """The line ``at`` as headlines are compared."""
        known = self._folds.get(at)
        if known is None:
            known = self._folds[at] = folded(self.lines[at])
        return known

    def has(self, fold: str, start: int = 0, stop: int | None = None) -> bool:
        """Whether a line from ``start`` up to ``stop`` is ``fold``, a folded text."""
        return next(self.alike((fold,), start, stop), None) is not None

    def alike(self, folds: Collection[str], start: int = 0, stop: int | None = None) -> Iterator[int]:
        """The lines from ``start`` up to ``stop`` that are one of ``folds``, folded texts."""
        most = 2 * max(map(len, folds), default=0) + _MARGIN
        firsts = {".", *(fold[:1] for fold in folds), *(fold[:1].upper() for fold in folds)}
        for at, line in enumerate(self.lines[start:stop], start):
            if (line[0] in firsts or not line[:2].isascii()) and len(line) <= most and self.fold(at) in folds:
                yield at

    def stands(self, text: str) -> bool:
        """Whether ``text`` is a line below the first, or follows a copyright sign in one."""
        fold = folded(text)
        return self.has(fold, 1) or any("©" in line and fold in self.fold(at) for at, line in enumerate(self.lines))

    @cached_property
    def _near(self) -> tuple[str, int, list[int]]:
        """The story and the lines around it, made plain; the first of these lines, and where each begins."""
        first = max(0, self.first - _ABOVE)
        text = plain("\n".join(self.lines[first : max(self.last, self.first + _BELOW)]))
        if "  " in text or "\t" in text:
            text = _BLANKS.sub(" ", text)
        return f"{text}\n", first, list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))

    def told(self, words: Iterable[str], start: int = 0) -> int:
        """How many of ``words``, such as `words_of` gives, the story has, in the lines from ``start`` on."""
        text, line, begins = self._near
        first = max(self.first, start)
        if first >= self.last:
            return 0
        begin, end = begins[first - line], begins[self.last - line] - 1
        return sum(_holds(text, word, begin, end) for word in words)

    def within(self, fold: str, start: int, stop: int) -> bool:
        """Whether a line near the story, from ``start`` up to ``stop``, holds ``fold``, a folded text, and more."""
        text, line, begins = self._near
        begin, end = begins[max(0, start - line)], begins[min(stop - line, len(begins) - 1)]
        at = text.find(fold, begin, end)
        while at >= 0:
            more = text[text.rfind("\n", 0, at) + 1 : at] + text[at + len(fold) : text.find("\n", at)]
            if more.strip(" ."):
                return True
            at = text.find(fold, at + 1, end)
        return False


def _holds(text: str, word: str, begin: int, end: int) -> bool:
    """Whether ``word`` is a word of ``text``, or a pair of characters there in scripts without spaces."""
    at = text.find(word, begin, end)
    while at >= 0:
        if not (_lettered(text[at - 1 : at]) or _lettered(text[at + len(word) : at + len(word) + 1])):
            return True
        if len(word) == 2 and _EAST.match(word):
            return True
        at = text.find(word, at + 1, end)
    return False


def _lettered(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def in_sentence(text: str) -> bool:
    """Whether what stands beside a name or a date is part of a sentence: many words, not all of them names."""
    words = text.split()
    return len(words) > _WORDS and sum(word[0].islower() for word in words) > _SMALL * len(words)


def words_of(text: str) -> frozenset[str]:
    """The words of a folded text that say something; in scripts without spaces, pairs of characters."""
    return _label(text) if len(text) <= _LABEL else _words_of(text)


def _words_of(text: str) -> frozenset[str]:
    found = frozenset([word for word in _WORD.findall(text) if len(word) > 2 or not word.isascii()])
    runs = [] if text.isascii() else _EAST.findall(text)
    return found.difference(runs).union(*map(_pairs, runs)) if runs else found


_LABEL, _KEPT = 80, 512
_label = lru_cache(maxsize=_KEPT)(_words_of)


def _pairs(run: str) -> Iterator[str]:
    return map("".join, pairwise(run))


def region(doc: Document) -> Region | None:
    """Where the story stands in ``doc``; None when the text is not that of a whole page, as lines."""
    if doc.text.count("\n") < _LINES:
        return None
    found = page.region(doc.text)
    if not found.pieces:
        return None
    above = max((piece.end for piece in found.pieces if piece.place == page.HEAD), default=0)
    below = min((piece.start for piece in found.pieces if piece.place == page.TAIL), default=len(doc.text))
    lines, begins = _lines(doc.rows[:_MOST])
    first, last = bisect_left(begins, above), bisect_left(begins, below)
    return Region(lines, begins, first, max(first, last)) if first < len(lines) else None


def _lines(rows: Sequence[str]) -> tuple[list[str], list[int]]:
    """The texts of the lines that hold something, and where each begins."""
    end = -1
    lines, begins = [], []
    for row in rows:
        end += 1 + len(row)
        left = row.lstrip()
        if left and left[0] in _SIGNS and (mark := _ITEM.match(left)):
            left = left[mark.end() :]
        if left:
            lines.append(left.rstrip())
            begins.append(end - len(left))
    return lines, begins
