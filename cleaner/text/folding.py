"""Texts made comparable: on one line, without differences of case, quotes and dashes, or of anything but letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from cleaner.lazy import lazy

_FOLDS = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u00ad\u200b\u200e\u200f\u2060\ufeff", ""),
}  # fmt: skip
_FOLDED = lazy(f"[{''.join(_FOLDS)}]")
_NOT_LETTERS = lazy(r"[\W_]+")
_HIDDEN = lazy("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")


def squeeze(text: str | None) -> str:
    """``text`` on one line, without characters that have no width."""
    if not text:
        return ""
    if not text.isascii() and _HIDDEN.search(text):
        text = _HIDDEN.sub("", text)
    return " ".join(text.split())


@lru_cache(maxsize=500)
def fold(text: str) -> str:
    """``text`` for comparisons: compatible forms, lower case, one kind of quotes and dashes, single spaces."""
    if text.isascii():
        return " ".join(text.replace("`", "'").lower().split())
    text = _FOLDED.sub(_usual, text)
    if not unicodedata.is_normalized("NFKC", text):
        text = _FOLDED.sub(_usual, unicodedata.normalize("NFKC", text))
    return " ".join(text.casefold().split())


def _usual(mark: re.Match[str]) -> str:
    return _FOLDS[mark[0]]


@lru_cache(maxsize=500)
def dense(text: str) -> str:
    """``text`` folded, letters and digits only."""
    return _NOT_LETTERS.sub("", fold(text))
