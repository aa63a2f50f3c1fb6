"""Shapes that several boilerplate rules share: sentences that open with known words, and lines that are no prose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Lifter, Rule
from cleaner.text.beginnings import Beginnings
from cleaner.text.blanks import before, behind
from cleaner.text.glue import before_next
from cleaner.text.places import places
from cleaner.text.sentences import Sentences, Since
from cleaner.text.stops import STOPS, unstopped
from cleaner.words import any_of

EDGE = r"(?![^\W_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])"
"""The end of a word; in scripts without word spaces it may be anywhere."""

INNER = rf"(?:\(at\)|[^.!?。！？{STOPS}\n)]|\)(?!\w)|(?-i:[.](?=[a-z0-9])))"
"""One character inside a sentence; a full stop counts when a small letter or a digit follows, as in an address, a
bracket when no word is glued to it, which would be another sentence's, but for the one of a masked address."""

STOP = rf"(?:[.!?。！？…{STOPS}]+[\"”’“‘»«)\]]*(?=\s|$|(?-i:[A-Z]))|(?=\s*$))"
"""The end of a sentence, or of the line."""

_PROSE = lazy(
    rf"[.。{STOPS}](?:[\"”’“‘»«)\]」』]|\s)*$|[,;，、]$"
    r"|^[\"“„«][^\"“”»]{1,140}[,!?.][\"”»] [^\"“”«»]{3,60}[.,] [\"“„«]"  # “Not me,” she says. “Him!”
)
_REPORTED = lazy(
    r",[\"”’]? (?:[\w'’]{1,20} ){1,3}(?:said|says|told|asked|warned|urged|advised)(?: [\w'’]{1,20}){0,4}\.?\s{0,9}$"
)
_PLAIN = lazy(r"(?:(?<!さ)い|(?<!しょ)う|(?<![まで])す|[るただくつぬむぶぐ])。[」』]?$|(?<!니)다[.\"”]{1,2}$")
_FIELD = lazy(r"\s{0,9}[^\W\d_a-z][^.:!?\n]{1,30}: ?\w")
_GAP, _LOUD = lazy(r"[ \t\u00a0]{5,}"), lazy(r"[A-Z]{2}[’'”\")]?(?=[A-Z][a-z])")
_PARTICLES = "的者说說称稱时時"
_BROKEN_OFF = lazy(r"[\w,:;] ?(?:…|\.{3,5})(?: [^.!?…]{2,25}[›»>→])?$")
_LONGEST_TITLE, _REACH, _GAPPED, _AROUND, _SHORTEST, _TEASER = 160, 150, 300, 90, 60, 400


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
            if match and not _told(match):
                yield part.cut()
            else:
                seen = sentence.near(text, doc.ends(part), reach)
                yield from _taken(part, _found(seen, lambda match: None if _told(match) else {}))

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


def take(line: Line, start: int, end: int, **lift: Any) -> Iterator[Edit]:
    """The edits that take a piece of a line, and the whole line when nothing else is on it.

    What stood on both sides stays parted by one blank at least.  The blanks behind a piece that opened the line are
    an edit of their own, since a neighbour may already have taken them.
    """
    text = line.text
    head, tail = before(text, start), behind(text, end)
    if not head and tail == len(text):
        yield line.cut(**lift)
    elif tail == len(text):
        yield line.span(head, tail, "", **lift)
    elif not head:
        yield line.span(0, end, "", **lift)
        if end < tail:
            yield line.span(end, tail)
    else:
        parted = text[end : end + 1].isspace() or text[start - 1 : start].isspace()
        yield line.span(start, end, "" if parted else " ", **lift)


def titled(text: str) -> bool:
    """Whether a line looks like a headline: short, without the mark that ends a sentence of prose."""
    bare = text.strip()
    return 0 < len(bare) <= _LONGEST_TITLE and not _PROSE.search(bare) and not unstopped(bare)


def teaser(line: Line) -> bool:
    """Whether a line is the beginning of a story and breaks off in an ellipsis, with or without “Full story ›”."""
    text = line.text.rstrip()
    if text[-1] not in "….›»>→" or not _SHORTEST <= len(text) <= _TEASER:
        return False
    return _BROKEN_OFF.search(text) is not None and "://" not in text


def _told(match: re.Match[str]) -> bool:
    """Whether a phrase is how a sentence of the story begins: one that says who spoke, or goes on in plain style.

    Japanese and Korean notices are polite, news are not; in Chinese a phrase goes on with a particle.
    """
    if reported(match[0]):
        return True
    rest = match.string[match.end("said") : match.end()].rstrip()
    if not rest or rest.isascii() or match["said"].isascii():
        return False
    return rest[0] in _PARTICLES or _PLAIN.search(rest[-8:]) is not None


def reported(text: str) -> bool:
    """Whether ``text`` ends by naming who said it: “Sign up for the army, they told us.”"""
    return _REPORTED.search(text) is not None


def label(text: str) -> bool:
    """Whether a line may be a label of the page: no small letter first and no full stop last, as in wrapped prose."""
    bare = text.strip()
    first = next(filter(str.isalnum, bare), "")
    return not first.islower() and (not bare.endswith(".") or bare.endswith("..."))


def in_form(line: Line) -> bool:
    """Whether a line has a label with a colon, and so has a line beside it, as in a form or a programme."""
    return _FIELD.match(line.text) is not None and any(
        _FIELD.match(line.doc.lines[at].text)
        for at in (line.index - 1, line.index + 1)
        if 0 <= at < len(line.doc.lines)
    )


def last_prose(doc: Document) -> int:
    """The index of the last line that holds prose; below it stand only short lines that are no sentences.

    -1 when no line does.  Taking lines from below never moves it, so rules that look only there find all at once.
    """
    for line in doc.backward():
        if not titled(line.text):
            return line.index
    return -1


def related(title: str, url: str | None = None) -> dict[str, Any]:
    """The lift of a link to another article."""
    return {"related": {"title": title.strip(" \t\u00a0\u3000•·・-–—*>»▶▸◆◇■□|[]") or None, "url": url}}
