"""What headlines are compared by."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from cleaner.lazy import lazy
from cleaner.text.scripts import EASTERN, THAI

OUTLET_SIGN = r"\s{1,9}[|–—•·»:-]{1,9}\s{1,9}|\s{0,9}[|»]\s{0,9}"
"""What parts a headline from the outlet, or from what else stands behind it (an expression)."""

_FOLD = tuple(zip("‘’‚‛“”„«»–—‐‑", '\'\'\'\'"""""----', strict=True))
_EAST = lazy(f"[{EASTERN}{THAI}]")
_LABEL, _KEPT = 80, 1024


def folded(text: str) -> str:
    """``text`` without the differences that an editor would not see: case, quote and dash shapes, white space."""
    return _label(text) if len(text) <= _LABEL else _folded(text)


def _folded(text: str) -> str:
    return " ".join(plain(text).split()).strip(" .")


def plain(text: str) -> str:
    """``text`` without the differences of case and of the shapes of letters, quotes and dashes."""
    if not text.isascii():
        text = "\n".join([unicodedata.normalize("NFKC", line) for line in text.split("\n")])
        for mark, usual in _FOLD:
            text = text.replace(mark, usual)
    return text.casefold()


_label = lru_cache(maxsize=_KEPT)(_folded)
"""The same for short texts, which several rules fold, and which the pages of one site share."""


def words_in(text: str) -> int:
    """How many words ``text`` has; two characters of a script without spaces count as one."""
    return len(text.split()) + len(_EAST.findall(text)) // 2
