"""Sentences with which a site speaks to its visitors, known by set words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cleaner.document import Line
from cleaner.lazy import lazy
from cleaner.rules.boilerplate._shapes import EDGE
from cleaner.text.beginnings import Beginnings, matches
from cleaner.text.scripts import EASTERN
from cleaner.text.stops import STOPS
from cleaner.words import any_of, words

_BOUNDARY = lazy(
    rf"[.!?…{STOPS}][\"”’»)\]]{{0,2}}[ \t\u00a0]{{1,4}}(?=[^\w\s]{{0,2}}[^\W_a-zà-ÿа-я])|[。！？]"
    r"|[.!?](?:(?<=[^\W\dA-Z_]{2}.)|[\"”](?<=[^\W\dA-Z_]..))(?=[A-Z][a-z]+[ ,’'])"
)
_BEFORE = rf"(?<![^\W{EASTERN}])"
_OWN = lazy(rf"{_BEFORE}(?:{any_of('visitor_own')}){EDGE}", re.IGNORECASE)
_SET = lazy(rf"{_BEFORE}(?:{any_of('visitor_notice')})", re.IGNORECASE)
_QUOTED = lazy(r"[“„«「]|[\"”»」],? (?:said|says)")
_LONGEST, _WORDS = 400, 90
"""Characters: of a notice, and from its words to the end of their literal."""


@cache
def _words() -> Beginnings:
    return Beginnings(apart=words("visitor_notice"))


class Sentence(NamedTuple):
    """A sentence of a line, from ``start`` to ``end``, and whether it is such a notice."""

    line: Line
    start: int
    end: int
    notice: bool


def said_at(text: str, ends: list[int] | None) -> list[tuple[int, int]]:
    """Where the set words stand in ``text``, by the ``ends`` of the hints in it, where they are known."""
    return [match.span() for match in matches(_SET, text, _words().near(text, ends, _WORDS))]


def own(sentence: Sentence) -> bool:
    """Whether a notice says who speaks: "we", "our", "this site"."""
    return sentence.notice and bool(_OWN.search(sentence.line.text[sentence.start : sentence.end]))


def sentences_of(line: Line, said: list[tuple[int, int]]) -> Iterator[Sentence]:
    """The sentences of a line in which set words stand where ``said`` says."""
    text, start = line.text, 0
    for end in (*(match.end() for match in _BOUNDARY.finditer(text)), len(text)):
        piece = text[start:end]
        if piece.strip():
            at = bisect_left(said, (start,))
            notice = at < len(said) and said[at][1] <= end and len(piece) <= _LONGEST and not _QUOTED.search(piece)
            yield Sentence(line, start, end, notice)
            start = end
