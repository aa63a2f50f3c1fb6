"""Units: the lines of a whole page's text, or the sentences and runs of labels of one with hardly any lines."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, chain, islice
from typing import NamedTuple

from cleaner.document import holds
from cleaner.lazy import lazy
from cleaner.textpages.kinds import EMPHASIS, MARKUP, kinds_of
from cleaner.textpages.shapes import Unit, unit

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
_EDGES = " \t\u00a0|·•-—–\r"
_LABEL, _NOTICE = 80, 200


class Cut(NamedTuple):
    """A page cut into units: these, where each begins and ends (in characters), and whether they are lines."""

    units: list[Unit]
    spans: list[tuple[int, int]]
    by_line: bool


def lines(text: str) -> Cut:
    """The lines of ``text`` that hold something."""
    units, spans, at = [], [], 0
    for line in text.split("\n"):
        end = at + len(line)
        if line and not line.isspace():
            units.append(_unit(line))
            spans.append((at, end))
        at = end + 1
    return Cut(units, spans, True)


def _read(line: str) -> Unit:
    text, kinds, linked, targets, mark = line, kinds_of(line), 0, 0, ""
    if not kinds.isalpha():
        if (MARKUP in kinds or "www." in line) and _may_link(line):
            text, linked, targets = _without_links(line)
        if not text[:1].isalpha() and (match := _MARK.match(text)):
            mark = match[0].strip()[:1]
            text = text[match.end() :]
        if EMPHASIS in kinds:
            text = _EMPHASIS.sub("", text)
    text = text.strip(_EDGES)
    return unit(text, linked, targets, mark, kinds if text is line else kinds_of(text))


_label = lru_cache(maxsize=2048)(_read)
_notice = lru_cache(maxsize=512)(_read)


def _unit(line: str) -> Unit:
    """The unit that a line is; the pages of one site share many labels, and some notices."""
    size = len(line)
    return _label(line) if size <= _LABEL else _notice(line) if size <= _NOTICE else _read(line)


def _may_link(line: str) -> bool:
    if "[" in line or "<" in line or "www." in line:
        return True
    return "http:" in line or "https:" in line or ("(" in line and ("(/" in line or "(#" in line or "()" in line))


def _without_links(line: str) -> tuple[str, int, int]:
    """A line without tags, pictures and addresses; the number of characters that are link text, and of addresses."""
    linked = targets = 0
    if "<" in line:
        line = _TAG.sub("", line)
    if "![" in line:
        line = _IMAGE.sub("", line)
    if "](" in line or "][" in line:
        parts = _LINK.split(line)
        texts, line = parts[1::2], "".join(parts)
        linked, targets = sum([len(text.strip()) for text in texts]), len(texts)
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


def sentences(text: str) -> Cut:
    """The sentences of ``text``; a run of labels, such as a menu, in front of a sentence is parted from it."""
    spans, at = [], 0
    for end in chain((match.end() for match in _BOUNDARY.finditer(text)), (len(text),)):
        if end > at:
            cut = at + _labels(text[at:end])
            spans += [(first, last) for first, last in ((at, cut), (cut, end)) if holds(text, first, last)]
            at = end
    return Cut([_unit(text[first:last]) for first, last in spans], spans, False)


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
