"""Lines that stand inside longer ones, where line breaks are lost: cut out, and shown to the rules for lines.

A rule that says by which words its lines can be told inside a longer line (`Rule.glued`) is asked about what begins
with them behind the end of a sentence, as if it stood on a line of its own.  Where such a piece ends must be seen: at
the end of the text, before a word that opens sentences, glued to such a word, or, when it is short, at a full stop.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule, take
from cleaner.text.glue import ends
from cleaner.text.stops import STOPS
from cleaner.words.alternation import alternation

_LONG, _EASTERN, _FAR, _NEAR = 120, 50, 170, 200
"""Characters: the shortest line that is looked into, the same in Chinese and Japanese, the longest piece, and what is
shown of what stands around it."""

_LEAD = 16
"""Characters that may stand between the end of a sentence and a literal, and some more."""

_SIGNS = r" \t\u00a0▶►▸»>•*·|■●◆–—\-👉→\[(【［"
_END = rf"[.!?…。！？\"”’»)\]」』】{STOPS}](?:(?<=[.!?…。！？{STOPS}])|(?=[ \t\u00a0]))"
"""The last mark of a sentence; a closing one must have a blank behind it."""

_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"), ("【", "】"))


def glued(rule: Rule) -> Rule:
    """What a rule for lines is where these stand inside longer ones."""
    hints = rule.glued
    assert hints is not None and rule.find is not None

    @cache
    def patterns() -> tuple[re.Pattern[str], re.Pattern[str], int]:
        said = rf"(?P<lead>[{_SIGNS}]{{0,8}})(?P<said>(?:\d{{1,3}}[ \u00a0-]?)?{alternation(hints.inside)})"
        return lazy(said, re.IGNORECASE), lazy(rf"{_END}{said}", re.IGNORECASE), max(map(len, hints.inside))

    def find(doc: Document) -> Iterator[Edit]:
        for line in doc.candidates():
            if line.end - line.start >= (_EASTERN if line.text[-1] > "\u3000" else _LONG):
                first, behind, longest = patterns()
                yield from _pieces(rule, doc, line, first, _Search(behind, line.text, doc.ends(line), longest))

    return replace(rule, hints=hints, needs=0, find=find)


class _Search(NamedTuple):
    """A search for a pattern in a line; where it is known where literals end (``ends``), only around them."""

    pattern: re.Pattern[str]
    text: str
    ends: list[int] | None
    longest: int

    def find(self, begin: int) -> re.Match[str] | None:
        """The first match from ``begin`` on."""
        if self.ends is None:
            return self.pattern.search(self.text, begin)
        for end in self.ends[bisect_right(self.ends, begin) :]:
            match = self.pattern.search(self.text, max(begin, end - self.longest - _LEAD), end + self.longest)
            if match and match.start("said") < end:
                return match
        return None


def _pieces(rule: Rule, doc: Document, line: Line, first: re.Pattern[str], behind: _Search) -> Iterator[Edit]:
    """The edits for pieces that begin where the line or another piece does (``first``), or ``behind`` a sentence."""
    text, at = line.text, 0
    match = first.match(text)
    while match := match or behind.find(at):
        at, begin = match.end(), match.start("lead")
        taken = None
        for end in ends(text, at, begin + _FAR) if not text[match.start("said")].islower() else ():
            if edit := _asked(rule, doc, text, begin, end):
                yield from take(line, begin, end, **dict(edit.lift))
                at, taken = end, first.match(text, end)
                break
        match = taken


def _asked(rule: Rule, doc: Document, text: str, begin: int, end: int) -> Edit | None:
    """What the rule takes when the piece stands on a line of its own, if that is all of it and nothing else."""
    said = text[begin:end].strip()
    above = text[max(0, begin - _NEAR) : begin].strip()
    start = len(above) + 2 if above else 0
    stop = start + len(said)
    if said.count('"') % 2 or any(said.count(opens) != said.count(closes) for opens, closes in _PAIRS):
        return None
    near = filter(None, (above, said, text[end : end + _NEAR].strip()))
    apart = Document("\n\n".join(near), dict(doc.fields), doc.kind)
    for edit in rule.find(apart) if rule.find else ():
        if isinstance(edit, Edit) and not edit.new and start - 2 <= edit.start <= start and 0 <= edit.end - stop <= 2:
            return edit
    return None
