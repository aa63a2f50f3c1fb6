"""Brackets that hold nothing but a picture credit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.lazy import lazy
from cleaner.rules.media._labels import label
from cleaner.text.credits import (
    NAMED,
    is_phrase,
    names_agency,
    strength,
)
from cleaner.text.scripts import HAN, KANA

_OPEN, _CLOSE = "(\\[（【［〔", ")\\]）】］〕"
_SHUT = ")]）】］〕"
_NO_BRACKET = rf"[^{_OPEN}{_CLOSE}\n]"
_BRACKET = lazy(rf"[{_OPEN}]({_NO_BRACKET}{{2,120}}(?:\({_NO_BRACKET}{{1,20}}\){_NO_BRACKET}{{0,60}})?)[{_CLOSE}]")
_TAKEN_BY = lazy(r"[^，。、\s][^，。、]{1,24}[摄攝]")
_SHOT = lazy(
    rf"撮影[・=＝ \u3000]{{1,2}}(?:[{HAN}々]{{3,5}}|[{HAN}々]{{1,4}}[ \u3000][{HAN}々]{{1,4}}|[{KANA}]{{3,14}})"
)
_THANKS = lazy(r"\s{0,9}(?:h/t|via)\s[^,;\n]{2,40}[,;]\s{0,9}", re.IGNORECASE)


def brackets(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and credit of every bracket in ``text`` that holds nothing but a credit."""
    for match in _BRACKET.finditer(text):
        credit = bracketed(match[1])
        if credit is not None:
            yield match.start(), match.end(), credit


def last_bracket(text: str, begin: int) -> tuple[int, str] | None:
    """Start and credit of such a bracket with which ``text`` ends, sought from ``begin`` on."""
    for match in _BRACKET.finditer(text, begin) if text[-1:] in _SHUT else ():
        credit = bracketed(match[1]) if match.end() == len(text) else None
        if credit is not None:
            return match.start(), credit
    return None


def bracketed(inner: str) -> str | None:
    """The credit when the inside of a bracket is one, else None."""
    inner = _THANKS.sub("", inner, count=1).strip()
    match = label().match(inner)
    if match is not None:
        rest = inner[match.end() :]
        return rest if strength(rest) >= NAMED else None
    if is_phrase(inner) or _TAKEN_BY.fullmatch(inner) or _SHOT.fullmatch(inner):
        return inner
    pictures = ("/" in inner and " " in inner) or "photo" in inner.lower() or "images" in inner.lower()
    return inner if pictures and names_agency(inner) else None
