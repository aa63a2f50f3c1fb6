"""Sentences that links break into lines, at both ends of a page's article."""

from __future__ import annotations

from functools import cache

from cleaner.lazy import lazy
from cleaner.textpages.units import Cut
from cleaner.words import words

_PARTS = 6
"""How many lines of one sentence are put back."""

_LONG, _SHORT = 20, 4
"""Characters of a line that is more than a label, and of a short word."""

_ENDED = frozenset(".!?…:。！？।۔؟")
_LEFT_OPEN = (",", "(", "“", "„", "«", "‘", "「", "『", "（", "、", "،")
_GOES_ON = lazy(
    r"[^\S\n]*(?!https?:|www\.|mailto:|tel:)(?:[a-zà-ÿа-яёα-ω]|[,;.:!?)\]”»、。，；：）」』،؛]|['’]s\b|-[^\W\d_]"
    r"|[–—-] [a-zà-ÿа-я]|\([^()\n]{1,40}\)[,;])"
)


def complete(text: str, cut: Cut, kept: list[bool]) -> None:
    """Keep the lines above the article with which its first sentence begins, and those below that end its last."""
    at = first = kept.index(True)
    while at > 0 and first - at < _PARTS and (_joined(text, cut, at - 1) or (at < first and _opens(text, cut, at - 1))):
        at -= 1
    if first - at < _PARTS:
        kept[at:first] = [True] * (first - at)
    at = last = len(kept) - 1 - kept[::-1].index(True)
    while at + 1 < len(kept) and at - last < _PARTS and (_joined(text, cut, at) or _before_link(text, cut, at)):
        at += 1
    if at - last < _PARTS and _line(text, cut, at)[-1] in _ENDED:
        kept[last + 1 : at + 1] = [True] * (at - last)


def _joined(text: str, cut: Cut, at: int) -> bool:
    """Whether the line ``at`` and the next one are parts of one sentence: no blank line, no stop, no capital letter."""
    (_, end), (begin, _) = cut.spans[at : at + 2]
    if begin - end > 1 or cut.units[at].announced or cut.units[at + 1].announced:
        return False
    above = _line(text, cut, at)
    return above[-1] not in _ENDED and (above.endswith(_LEFT_OPEN) or _GOES_ON.match(text, begin) is not None)


def _opens(text: str, cut: Cut, at: int) -> bool:
    """Whether the line ``at`` is but a word that opens sentences, or ends with a short one that does not end them."""
    line = _line(text, cut, at)
    return line in _openers() or (len(line) >= _LONG and _unended(line))


def _before_link(text: str, cut: Cut, at: int) -> bool:
    """Whether the line ``at`` ends with a short word, and the next one, a link, is joined to the one behind it."""
    return at + 2 < len(cut.spans) and _unended(_line(text, cut, at)) and _joined(text, cut, at + 1)


def _unended(line: str) -> bool:
    last = line.rsplit(None, 1)[-1]
    return last.islower() and last.isalpha() and len(last) <= _SHORT


def _line(text: str, cut: Cut, at: int) -> str:
    start, end = cut.spans[at]
    return text[start:end].strip()


@cache
def _openers() -> frozenset[str]:
    return frozenset(words("sentence_opener"))
