"""Where an article's first sentence begins in a page without lines, whose labels run into it."""

from __future__ import annotations

from cleaner.lazy import lazy
from cleaner.text.blanks import behind

_BEGIN, _STAMPED, _SENTENCE, _LOWER = 10, 4, 8, 4
"""Words in front of the sentence's known part, and of them behind a date; of a sentence; letters of a word that menus
seldom have in small letters."""

_TITLE, _LONGEST = 24, 400
"""Characters that tell a headline, and of a sentence."""

_STAMP = lazy(
    r"(?:(?:19|20)\d\d|\d{1,2}[:.h]\d\d(?: ?(?:[AaPp]\.?[Mm]\.?(?!\w)|Uhr))?)[),.]?"
    r"(?: (?:GMT|UTC|[ECMPAHIJK][SD]T|CES?T|BST|[a-z]{3}|[+-]\d{1,2}(?::\d\d)?)(?!\w)){0,2}(?: [|•·–—-])?\s{1,4}"
    r"(?=[^\w\s]?[^\W\d_a-zà-ÿа-я])"
)
"""The end of a date or a time, in front of a capital letter."""

_CLOSED = frozenset(".!?:)]")
STOPS = tuple('.!?…”"»')
"""What a sentence ends with."""


def opening(text: str, start: int, end: int, title: str = "") -> int:
    """Where the sentence begins that the piece of labels from ``start`` to ``end`` ends with, or is the begin of.

    Behind the last date or time, behind the headline, or, where the piece is not the whole sentence, with a
    capitalised word and a long one that is not.  ``end`` when nothing tells.
    """
    piece = text[start:end].rstrip()
    at = _whole(piece, title) if piece.endswith(STOPS) else _begun(piece)
    return start + at if at else end


def _whole(piece: str, title: str) -> int:
    """Where the sentence begins with which ``piece`` ends; 0 when nothing tells."""
    breaks = [match.end() for match in _STAMP.finditer(piece)][::-1]
    if len(title) >= _TITLE and title in piece:
        breaks.append(behind(piece, piece.rindex(title) + len(title)))
    return next((at for at in breaks if _reads(piece[at:])), 0)


def _reads(sentence: str) -> bool:
    """Whether this is a sentence: most of its words begin with small letters."""
    words = sentence.split()
    if len(words) < _SENTENCE or len(sentence) > _LONGEST:
        return False
    return 2 * sum(word[0].islower() for word in words) >= len(words)


def _begun(piece: str) -> int:
    """Where the words begin that belong to the sentence behind ``piece``; 0 when there are none."""
    words = piece.split(" ")
    if words[-1][:1].islower() or words[-1][-1:] in _CLOSED:
        return 0
    first = max(1, len(words) - _BEGIN)
    stamps = list(_STAMP.finditer(piece, len(" ".join(words[:first]))))
    if stamps:
        at = stamps[-1].end()
        return at if piece.count(" ", at) < _STAMPED else 0
    small = [word[:1].islower() for word in words]
    for at in range(first, len(words) - 1):
        if words[at][:1].isupper() and small[at + 1] and len(words[at + 1]) >= _LOWER and not small[at - 1]:
            return len(" ".join(words[:at])) + 1 if _mixed(words[at:]) else 0
    return 0


def _mixed(words: list[str]) -> bool:
    """Whether these words begin a sentence: some are in small letters, and few capitalised ones stand in a row."""
    shape = "".join("a" if word[:1].islower() else "A" for word in words)
    return shape.count("a") > 1 and "AAAA" not in shape and "AAAa" not in shape and ":" not in "".join(words)
