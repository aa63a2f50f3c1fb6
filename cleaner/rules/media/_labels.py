"""Words that introduce a picture credit, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from cleaner.lazy import lazy
from cleaner.rule import Hints
from cleaner.text.beginnings import Beginnings, matches
from cleaner.text.credits import AGENCIES, NONE, SEPARATOR, is_source, literal_hints, strength
from cleaner.words import any_of, literals, words

_SIGNS = (
    "getty", "©", "ⓒ",
    "photo :", "photos :", "crédit :", "crédits :", "photo |", "image |", "credit |", "photo＝",
    "写真＝", "写真／", "撮影・", "圖／", "图／", "撮影＝", "사진=", "illustration :",
    " for the new york times", " for the washington post",
)  # fmt: skip


@cache
def label() -> re.Pattern[str]:
    """What introduces a credit: a label with its colon, or a phrase like "Photo by"."""
    return lazy(
        rf"(?P<colon>{any_of('credit_label')}{SEPARATOR})"
        rf"|(?P<by>{any_of('credit_by')}(?:[ \t]{{0,2}}:)?[ \t\u00a0]{{1,3}})",
        re.IGNORECASE,
    )


@cache
def _beginnings() -> Beginnings:
    return Beginnings(words("credit_label", "credit_by"))


def labels(text: str, begin: int = 0) -> Iterator[re.Match[str]]:
    """The labels in ``text`` from ``begin`` on, as `label` would find them one after the other."""
    return matches(label(), text, _beginnings().places(text, begin))


def in_name(text: str, match: re.Match[str]) -> bool:
    """Whether the label in a text is the end of an agency's name: "NurPhoto via …"."""
    start = _before_word(text, match.start())
    return start < match.start() and is_source(text[start : match.start()] + match[0].split()[0])


def _before_word(text: str, at: int) -> int:
    """Where the letters begin that stand right before ``at``."""
    while at and text[at - 1].isalpha():
        at -= 1
    return at


@cache
def hints() -> Hints:
    """Hints for a credit that does not begin its line."""
    colons = literal_hints("credit_label", after=(":",)).inside
    wide = [word.lower() + "：" for word in words("credit_label") if not word.isascii() and not word[0].isupper()]
    phrases = literal_hints("credit_by", "credit_phrase").inside
    parted = (*literals(AGENCIES, before=("/", "/ ", "via ")), *literals(AGENCIES, after=("/", " /")))
    return Hints(inside=(*colons, *wide, *phrases, *parted, *_SIGNS))


def split(text: str) -> list[str]:
    """The credits in ``text``, which may hold several: "Ana Ruiz/AP Photo: Bo Lee/AP"."""
    cuts = [match.span() for match in labels(text) if match["colon"] and match.start()]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]


@lru_cache(maxsize=256)  # a supplier's texts credit the same few people and agencies
def labelled(text: str) -> tuple[str, int]:
    """The credit behind the label that ``text`` begins with, and how much it looks like one."""
    match = label().match(text)
    how = strength(text[match.end() :]) if match else NONE
    if match is None or how == NONE:
        return "", NONE
    again = label().search(text, match.end())  # said twice: "Image from A MapsImage from A Maps"
    return text[match.end() : again.start() if again else None], how
