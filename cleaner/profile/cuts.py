"""The small language of a source profile's entries: literal text with placeholders, and where it may stand.

An entry is no regular expression, so that a profile from a third party can neither hang a run nor reach further than
it says: every placeholder is bounded and tried once, an entry never crosses a line break, and it must hold letters of
its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from cleaner.lazy import lazy

PLACES = ("line", "head", "tail", "anywhere")
"""Where an entry may stand: as a whole line, at the very start or end of the article, or at any place in a line."""

LIFTS = (
    "title", "subtitle", "authors", "published", "updated", "dateline", "section", "publisher", "url",
    "syndicated_from", "rights", "contributors", "headings", "images.caption", "images.credit", "galleries.title",
    "media.title", "related.title",
)  # fmt: skip
"""The article fields that an entry may move its words to."""

LONGEST, LONGEST_ANY, MOST_OPEN, MOST = 500, 200, 2, 8
"""Characters of an entry; characters that ``{any:N}`` may stand for; how many ``{any:N}`` and ``{name}`` an entry may
hold, and how many placeholders in all."""

_PLACEHOLDER = lazy(r"\{\{|\}\}|\{([^{}]{0,40})\}|[{}]")
_ANY = lazy(r"any:([1-9]\d{0,2})")
_GAP = r"[^\S\n]{1,8}"
_NAME = rf"[^\W\d_][\w.'’-]{{0,30}}(?![\w.'’-])(?:{_GAP}[^\W\d_][\w.'’-]{{0,30}}(?![\w.'’-])){{0,4}}"
_FIXED = {
    "number": r"(?<!\d)\d{1,12}(?:[.,:]\d{1,12}){0,3}(?!\d)",
    "email": r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}",
    "url": r"(?:https?://|www\.)[^\s<>\"“”]{1,500}",
}
_PARTICLES = frozenset((
    "al", "bin", "da", "das", "de", "del", "den", "der", "di", "do", "dos", "du", "el", "en", "ibn", "la", "le", "les",
    "of", "ten", "ter", "und", "van", "von", "y", "zu",
))  # fmt: skip
_CASELESS = lazy("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uff66-\uff9f]")
_CLOSING = frozenset(".,;:!?…)]}»”’%。、，！？）］」』】")


@dataclass(frozen=True)
class Cut:
    """One entry of a profile: what to take, where it may stand (one of `PLACES`), and the field it goes to."""

    text: str
    at: str = "line"
    lift: str = ""


class Piece(NamedTuple):
    """A part of an entry: literal text (``kind`` empty) or a placeholder; ``size`` is the N of ``{any:N}``."""

    kind: str
    text: str = ""
    size: int = 0


class Found(NamedTuple):
    """Where an entry stands in a line, in characters, and the words that it lifts."""

    start: int
    end: int
    value: str


def load_cut(table: Any, where: str) -> Cut:
    """An entry from a TOML table.  Raises ValueError that says where and what is wrong."""
    if not isinstance(table, Mapping):
        raise ValueError(f'{where}: must be a table, as in {{ text = "Read more: {{any:80}}", at = "tail" }}')
    for key, value in table.items():
        if key not in Cut.__dataclass_fields__:
            raise ValueError(f"{where}: unknown key {key!r}; known keys are {', '.join(Cut.__dataclass_fields__)}")
        if not isinstance(value, str):
            raise ValueError(f"{where}.{key}: must be a string")
    if "text" not in table:
        raise ValueError(f"{where}: says no text")
    cut = Cut(**table)
    if cut.at not in PLACES:
        raise ValueError(f"{where}.at: must be one of {', '.join(PLACES)}")
    if cut.lift and cut.lift not in LIFTS:
        raise ValueError(f"{where}.lift: must be one of {', '.join(LIFTS)}")
    try:
        check(cut)
    except ValueError as error:
        raise ValueError(f"{where}.text: {error}") from None
    return cut


def check(cut: Cut) -> None:
    """Raises ValueError when the text of an entry is not in the language, or could take whatever it likes."""
    if len(cut.text) > LONGEST or "\n" in cut.text:
        raise ValueError(f"must be one line of at most {LONGEST} characters")
    found = pieces(cut.text)
    kinds = [piece.kind for piece in found]
    if not any(char.isalnum() for piece in found if not piece.kind for char in piece.text):
        raise ValueError("must hold a letter or digit of its own besides placeholders")
    if sum(kind in ("any", "name") for kind in kinds) > MOST_OPEN or sum(map(bool, kinds)) > MOST:
        raise ValueError(f"may hold {MOST_OPEN} of {{any:N}} and {{name}}, and {MOST} placeholders in all")
    for one, two in pairwise(found):
        if one.kind in ("any", "name") and two.kind:
            raise ValueError(f"needs words between {{{one.kind}}} and {{{two.kind}}}, to tell one from the other")
    if kinds[0] in ("any", "name") and cut.at not in ("line", "head"):
        raise ValueError(
            f'may begin with {{{kinds[0]}}} only where the line or the article does (at = "line" or "head")'
        )
    if kinds[-1] in ("any", "name") and cut.at not in ("line", "tail"):
        raise ValueError(
            f'may end with {{{kinds[-1]}}} only where the line or the article does (at = "line" or "tail")'
        )


def pieces(text: str) -> list[Piece]:
    """The literal texts and placeholders of an entry, in order.  Raises ValueError for one that is not known."""
    found: list[Piece] = []
    literal, at = "", 0
    for match in _PLACEHOLDER.finditer(text):
        literal, at = literal + text[at : match.start()], match.end()
        if match[0] in ("{{", "}}"):
            literal += match[0][0]
            continue
        found += [Piece("", literal)] if literal else []
        literal = ""
        found.append(_placeholder(match[1] or "", match[0]))
    literal += text[at:]
    return found + ([Piece("", literal)] if literal else [])


def _placeholder(word: str, shown: str) -> Piece:
    sized = _ANY.fullmatch(word)
    if sized and int(sized[1]) <= LONGEST_ANY:
        return Piece("any", size=int(sized[1]))
    if word in ("date", "name", *_FIXED):
        return Piece(word)
    raise ValueError(
        f"{shown!r} is no placeholder; known are {{date}}, {{name}}, {{number}}, {{email}}, {{url}} and {{any:N}} "
        f"with N up to {LONGEST_ANY}; a brace itself is written twice"
    )


def escaped(text: str) -> str:
    """``text`` as an entry that stands for it literally."""
    return text.replace("{", "{{").replace("}", "}}")


class Matcher:
    """An entry made ready.  ``anchor`` is a literal that every text with the entry in it holds."""

    def __init__(self, cut: Cut) -> None:
        found = pieces(cut.text.strip())
        self.cut = cut
        self.anchor = max((word for piece in found if not piece.kind for word in piece.text.split()), key=len)
        self._names = [number for number, piece in enumerate(found) if piece.kind == "name"]
        self._values = [number for number, piece in enumerate(found) if piece.kind]
        body = "".join(_regex(found, number) for number in range(len(found)))
        before = r"[^\S\n]{0,8}" if cut.at in ("line", "head") else ""
        after = r"[^\S\n]{0,8}\Z" if cut.at in ("line", "tail") else ""
        self._pattern = re.compile(f"{before}(?P<all>{body}){after}")
        self._reach = sum(len(_regex_free(piece)) + _WIDTHS.get(piece.kind, piece.size) for piece in found) + 80

    def find(self, line: str) -> Iterator[Found]:
        """Every place of the entry in ``line``, as far as its place in the line allows; none overlap."""
        if self.anchor not in line:
            return
        if self.cut.at in ("line", "head"):
            match = self._pattern.match(line)
            if match and self._holds(match, line):
                yield self._found(match)
            return
        start = max(0, len(line) - self._reach) if self.cut.at == "tail" else 0
        for match in self._pattern.finditer(line, start):
            if self._holds(match, line):
                yield self._found(match)

    def _found(self, match: re.Match[str]) -> Found:
        if not self._values:
            return Found(match.start("all"), match.end("all"), match["all"].strip())
        start, end = match.start(f"p{self._values[0]}"), match.end(f"p{self._values[-1]}")
        return Found(match.start("all"), match.end("all"), match.string[start:end].strip())

    def _holds(self, match: re.Match[str], line: str) -> bool:
        start, end = match.span("all")
        return (
            all(is_name(match[f"p{number}"]) for number in self._names)
            and parted(line, start)
            and parted(line, end)
        )  # fmt: skip


_WIDTHS = {"date": 120, "name": 180, "number": 60, "email": 380, "url": 520}


def _regex_free(piece: Piece) -> str:
    return "" if piece.kind else piece.text + " " * (8 * piece.text.count(" "))


def _regex(found: list[Piece], number: int) -> str:
    piece = found[number]
    if not piece.kind:
        return literal(piece.text)
    if piece.kind != "any":
        return f"(?P<p{number}>{_fixed(piece.kind, number)})"
    following = literal(found[number + 1].text) if number + 1 < len(found) else ""
    if not following:
        return rf"(?P<p{number}>[^\n]{{1,{piece.size}}})"
    # What a lookahead has found is not tried again: the shortest stretch before the next words, or nothing.
    return rf"(?=(?P<p{number}>[^\n]{{1,{piece.size}}}?){following})(?P=p{number})"


@cache
def _fixed(kind: str, number: int) -> str:
    if kind == "date":
        from cleaner.text.dates import date_pattern

        return rf"(?<!\d)(?:(?<!\w)|(?=\d))(?i:{date_pattern(f'date{number}')})"
    return _NAME if kind == "name" else _FIXED[kind]


def literal(text: str) -> str:
    """A regular expression for ``text`` in which a space stands for any run of up to eight."""
    words = [re.escape(word) for word in text.split()]
    before = _GAP if text[:1].isspace() else ""
    return before + _GAP.join(words) + (_GAP if words and text[-1:].isspace() else "")


def is_name(text: str) -> bool:
    """Whether every word could belong to a name: none begins in lower case but particles such as "de" or "von"."""
    first, *others = text.split()
    return not first[0].islower() and not any(word[0].islower() and word not in _PARTICLES for word in others)


def parted(line: str, at: int) -> bool:
    """Whether a word may end at ``at``: no letters on both sides, unless they are glued as in "state.Photo", "onceAnd".

    Two capitalised words glued ("CONTENTThe") count as parted, and so do scripts that put no spaces.
    """
    left, right = line[at - 1 : at], line[at : at + 1]
    if not (left.isalnum() and right.isalnum()) or _CASELESS.match(left) or _CASELESS.match(right):
        return True
    if right.isupper():
        return left.islower() or left.isdigit() or line[at + 1 : at + 2].islower()
    return False


def spaced(line: str, start: int, end: int) -> tuple[int, int, str]:
    """The span to take with its spare white space, and what to put there: one space where two words would touch."""
    left, right = line[:start], line[end:]
    if not left.strip():
        return start, end + len(right) - len(right.lstrip()), ""
    if not right.strip():
        return len(left.rstrip()), end, ""
    if left[-1].isspace():
        return start, end + len(right) - len(right.lstrip()), ""
    if right[0].isspace() or right[0] in _CLOSING or _CASELESS.match(left[-1]) or _CASELESS.match(right[0]):
        return start, end, ""
    return start, end, " "


def lift(cut: Cut, value: str) -> dict[str, Any]:
    """The metadata that an entry moves: ``value`` under its field."""
    field, _, key = cut.lift.partition(".")
    value = " ".join(value.split())
    if not field or not value:
        return {}
    if key:
        return {field: {key: value}}
    if field == "dateline":
        return {field: {"text": value}}
    if field == "authors":
        from cleaner.rules.metadata._names import people

        return {field: people(value, sure=True) or [value]}
    return {field: value}
