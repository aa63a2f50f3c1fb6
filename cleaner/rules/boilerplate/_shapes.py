"""Shapes of rules for sentences and pieces of sentences, and what their expressions are made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Lifter, Rule, take
from cleaner.rules.boilerplate._told import told
from cleaner.text.beginnings import Beginnings
from cleaner.text.blanks import behind
from cleaner.text.glue import before_next
from cleaner.text.places import places
from cleaner.text.scripts import EASTERN, THAI
from cleaner.text.sentences import Sentences, Since
from cleaner.text.stops import STOPS
from cleaner.words import any_of

EDGE = rf"(?![^\W_{THAI}{EASTERN}])"
"""The end of a word; in scripts without word spaces it may be anywhere."""

INNER = rf"(?:\(at\)|[^.!?。！？{STOPS}\n)]|\)(?!\w)|(?-i:[.](?=[a-z0-9])))"
"""One character inside a sentence; a full stop counts when a small letter or a digit follows, as in an address, a
bracket when no word is glued to it, which would be another sentence's, but for the one of a masked address."""

STOP = rf"(?:[.!?。！？…{STOPS}]+[\"”’“‘»«)\]]*(?=\s|$|(?-i:[A-Z]))|(?=\s*$))"
"""The end of a sentence, or of the line."""

_GAP, _LOUD = lazy(r"[ \t\u00a0]{5,}"), lazy(r"[A-Z]{2}[’'”\")]?(?= ?[A-Z][a-z])")
_REACH, _GAPPED, _AROUND = 150, 300, 90
"""Characters around a phrase: up to a literal behind its begin, the same with a gap, around a sign."""


def opening(
    code: str, *keys: str, also: str = "", longest: int = 300, inner: int = 200, whole: bool = False, **more: Any
) -> Rule:
    """A rule for the sentences that open with a phrase under ``keys``, and for short lines that do.

    A line of at most ``longest`` characters goes whole; elsewhere a sentence goes, of at most ``inner`` characters
    behind the phrase; it holds a literal of the rule's hints, at most `_REACH` characters from where it begins.
    ``also`` is an expression for phrases with a gap, in which it may be `_GAPPED` characters.  ``whole`` says that the
    phrases are complete: where a word that opens sentences comes next, what follows is another sentence, of which
    nothing is taken.
    """
    lead = r"[-–—•*>»|·\[(\s\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]{0,10}"
    phrase = rf"(?P<said>{any_of(*keys)}{'|' + also if also else ''}){EDGE}"
    opener = rf"(?<!:)\s(?-i:{any_of('sentence_opener')})\s"
    line = lazy(rf"\s*{lead}{phrase}{f'(?!{opener})' if whole else ''}(?:[^)]|\)(?!\w)){{0,{longest}}}", re.IGNORECASE)
    rest = rf"{INNER}{{0,{inner}}}{STOP}"
    reach = _GAPPED if also else _REACH
    sentence = Sentences(rf"{lead}{phrase}(?:{f'(?={opener})|' if whole else ''}{rest})")

    def find(doc: Document) -> Iterator[Edit]:
        for part in doc.candidates():
            text = part.text
            match = line.fullmatch(text) if len(text.strip()) <= longest else None
            if match and not told(match):
                yield part.cut()
            else:
                seen = sentence.near(text, doc.ends(part), reach)
                yield from _taken(part, _found(seen, lambda match: None if told(match) else {}))

    return Rule(code=code, find=find, **more)


def sentences(
    code: str,
    pattern: str,
    *,
    reach: int = _REACH,
    near: tuple[str, ...] = (),
    since: Since | None = None,
    lift: Lifter | None = None,
    **more: Any,
) -> Rule:
    """A rule that takes ``pattern`` wherever it stands as a sentence of its own, or as a whole line; as `pieces`.

    Every match holds a literal of the rule's hints, or one of the words ``near``, that ends at most ``reach``
    characters from where it begins, and not before the place that ``since`` gives.
    """
    sentence = Sentences(pattern)
    marks = Beginnings(apart=near, letters=reach) if near else None

    def find(doc: Document) -> Iterator[Edit]:
        for line in doc.candidates():
            text = line.text
            ends = marks.places(text) if marks else doc.ends(line)
            yield from _taken(line, _found(sentence.near(text, ends, reach, since), lift))

    return Rule(code=code, find=find, **more)


def pieces(code: str, pattern: str, *, around: str = "", lift: Lifter | None = None, **more: Any) -> Rule:
    """A rule that takes every match of ``pattern``, and the whole line when nothing else is on it.

    Each match holds the characters ``around``, if any, at most `_AROUND` characters from where it begins and ends.
    """
    compiled = lazy(pattern, re.IGNORECASE)

    def find(doc: Document) -> Iterator[Edit]:
        for line in doc.candidates():
            text = line.text
            seen = _around(compiled, text, around) if around else compiled.finditer(text)
            yield from _taken(line, _found(seen, lift, re.Match.end))

    return Rule(code=code, find=find, **more)


def _around(pattern: re.Pattern[str], text: str, sign: str) -> Iterator[re.Match[str]]:
    past = 0
    for at in places(text, sign):
        match = pattern.search(text, max(past, at - _AROUND), at + _AROUND)
        if match:
            past = match.end()
            yield match


_Found = list[tuple[int, int, dict[str, Any]]]


def _found(
    seen: Iterable[re.Match[str]], lift: Lifter | None, end_of: Callable[[re.Match[str]], int] | None = None
) -> _Found:
    """The spans to take with what they lift; those that touch and lift nothing are one."""
    found: _Found = []
    for match in seen:
        lifted = lift(match) if lift else {}
        if lifted is None:
            continue
        start, end, text = match.start(), (end_of or _end)(match), match.string
        if found and not lifted and not found[-1][2] and not text[found[-1][1] : start].strip():
            start = found.pop()[0]
        found.append((start, end, lifted))
    return found


def _end(match: re.Match[str]) -> int:
    """Where a sentence ends: before a wide gap, and before another that is glued to it.

    What opens with a phrase in capitals ends where they end; a phrase of one word says nothing of what is glued to it.
    """
    text, end = match.string, match.end()
    gap = _GAP.search(text, behind(text, match.start()), end)
    end = gap.start() if gap else end
    said = match["said"] if "said" in match.re.groupindex else None
    if said and said.isupper() and (loud := _LOUD.search(text, match.end("said"), end)):
        return loud.end()
    return before_next(text, match.end("said"), end) if said and " " in said else end


def _taken(line: Line, found: _Found) -> Iterator[Edit]:
    """The edits, last first, so that the line's end moves up as they are accepted."""
    for start, end, lifted in reversed(found):
        yield from take(line, start, end, **lifted)
