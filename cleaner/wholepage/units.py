"""Units: the lines of a whole page's text, or the sentences and runs of labels of one with hardly any lines."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, islice
from typing import NamedTuple

from cleaner.lazy import lazy
from cleaner.wholepage.kinds import FOREIGN, kinds_of

_MARKED = ("(/", "http:", "https:", "(#", "()")
_TAG = lazy(r"</?[a-zA-Z!][^<>]{0,400}>")
_IMAGE = lazy(r"!\[[^\[\]]{0,300}\](?:\([^()\s]{0,600}[^()]{0,200}\)|\[[^\[\]]{0,80}\])?")
_LINK = lazy(
    r"\[([^\[\]]{0,400})\]"
    r"(?:\([^()\s]{0,600}(?:\([^()\s]{0,100}\)[^()\s]{0,300})?(?:\s[^()]{0,300})?\)|\[[^\[\]]{0,80}\])"
)
_TARGET = lazy(r"\s?\((?:https?:|//|/|#|mailto:|javascript:|www\.|\.\.?/)[^()\s]{0,800}\)|\(\)")
_ADDRESS = lazy(r"(?:https?://|www\.)\S{1,800}")
_MARK = lazy(r"\s{0,40}(?:[-*+•·▪‣●○■□◆◇▶►»›>|]\s{0,4}|#{1,6}\s{1,4}|\d{1,3}[.)]\s{1,4}){1,4}")
_EMPHASIS = lazy(r"\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|`|\\")
_WIDE = lazy(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_EDGES = " \t\u00a0|·•-—–\r"
_LABEL = 80
_KEPT = 4096


class Unit(NamedTuple):
    """A line or sentence: its span, its words as a reader sees them, and what the marks around them say.

    ``size`` is the length of ``text``, doubled in scripts whose characters stand for more than a letter; ``linked``
    the share of it that is the text of links, ``targets`` the number of addresses, ``mark`` the bullet, heading or
    table sign in front, ``kinds`` what its characters are.
    """

    start: int
    end: int
    text: str
    size: int
    linked: float
    targets: int
    mark: str
    kinds: bytes


Look = tuple[str, int, float, int, str, bytes]
"""What a `Unit` holds besides its place."""


def lines(text: str) -> list[Unit]:
    """The lines of ``text`` that hold something."""
    at, units = 0, []
    for line in text.split("\n"):
        end = at + len(line)
        if line and not line.isspace():
            units.append(Unit(at, end, *(_label(line) if end - at <= _LABEL else _read(line))))
        at = end + 1
    return units


def _read(line: str) -> Look:
    linked = targets = 0
    if _may_link(line):
        line, linked, targets = _without_links(line)
    mark = ""
    if not line[:1].isalpha() and (match := _MARK.match(line)):
        mark = match[0].strip()[:1]
        line = line[match.end() :]
    if "*" in line or "_" in line or "`" in line or "\\" in line:
        line = _EMPHASIS.sub("", line)
    text = line.strip(_EDGES)
    kinds = kinds_of(text)
    size = 2 * len(text) if FOREIGN in kinds and _WIDE.search(text) else len(text)
    return text, size, linked / max(1, len(text)), targets, mark, kinds


_label = lru_cache(maxsize=_KEPT)(_read)
"""The same for short lines, of which the pages of one site share many."""


def _may_link(line: str) -> bool:
    if "[" in line or "<" in line or "www." in line:
        return True
    return ("(" in line or "http" in line) and any(sign in line for sign in _MARKED)


def _without_links(line: str) -> tuple[str, int, int]:
    """A line without tags, pictures and addresses; the number of characters that are link text, and of addresses."""
    linked = targets = 0
    if "<" in line:
        line = _TAG.sub("", line)
    if "![" in line:
        line = _IMAGE.sub("", line)
    if "](" in line or "][" in line:
        linked = sum(len(text.strip()) for text in _LINK.findall(line))
        line, targets = _LINK.subn(r"\1", line)
    if "(" in line:
        line, more = _TARGET.subn("", line)
        targets += more
    if "http" in line or "www." in line:
        line, more = _ADDRESS.subn("", line)
        targets += more
    return line, linked, targets


_BOUNDARY = lazy(
    r"[.!?…。！？؟۔।\s](?:(?<=[.!?…])[\"'”’»)\]]{0,2}\s{1,9}(?=[^\w\s]{0,2}[^\W_a-zà-ÿа-я])"
    r"|(?<=[。！？])[」』）]{0,2}\s{0,9}|(?<=\n)\s{0,9}|(?<=\s)\s{2,8}|(?<=[؟۔।])\s{1,9})"
)
_TOKEN = lazy(r"\S+\s*")
_QUOTES = "\"'“‘«(„"
_LABELS, _SENTENCE = 4, 8


def sentences(text: str) -> list[Unit]:
    """The sentences of ``text``; a run of labels, such as a menu, in front of a sentence is parted from it."""
    units: list[Unit] = []
    at = 0
    for match in _BOUNDARY.finditer(text):
        if match.end() > at:
            units.extend(_parted(text, at, match.end()))
            at = match.end()
    units.extend(_parted(text, at, len(text)))
    return units


def _parted(text: str, start: int, end: int) -> Iterator[Unit]:
    piece = text[start:end]
    cut = start + _labels(piece)
    for first, last in ((start, cut), (cut, end)):
        if text[first:last].strip():
            line = text[first:last]
            yield Unit(first, last, *(_label(line) if len(line) <= _LABEL else _read(line)))


class _Scores(dict[str, int]):
    """What the first character of a word says: 2 for a sentence, -2 for labels, 0 for neither."""

    def __missing__(self, char: str) -> int:
        self[char] = score = 2 if char.islower() else -2 if char.isalnum() else 0
        return score


_SCORES = _Scores()


def _labels(piece: str) -> int:
    """How many characters of labels stand before the sentence: most words of labels are capitalised or numbers."""
    words = piece.split()
    if len(words) < _LABELS + _SENTENCE:
        return 0
    firsts = [word[0] if word[0] not in _QUOTES else word.lstrip(_QUOTES)[:1] for word in words]
    sums = list(accumulate(map(_SCORES.__getitem__, reversed(firsts))))
    best = max(sums)
    cut = len(words) - 1 - sums.index(best)
    while cut > 0 and firsts[cut].islower():
        cut -= 1
    if best < _SENTENCE or cut < _LABELS:
        return 0
    return next(islice(_TOKEN.finditer(piece), cut, None)).start()
