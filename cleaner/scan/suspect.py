"""May ftfy change this text?  An answer that errs only on the side of yes, many times faster than ftfy itself.

ftfy looks for mojibake with one large expression, its badness, which takes nearly all its time on clean text.  Every
alternative of that expression needs two particular characters side by side (or one that is rare by itself); those
pairs are read here from the expression that the installed ftfy brings, so they follow its version.  Where its
structure is not understood, every text beyond ASCII is suspect and ftfy decides alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from cleaner.lazy import lazy, parser

_parser = parser()
_Sets = tuple[dict[str, frozenset[str]], frozenset[str]]


def _members(op: Any, arg: Any) -> frozenset[str] | None:
    """The characters that one item of a parsed expression stands for; None when that is not a plain list."""
    if op is _parser.LITERAL:
        return frozenset(chr(arg))
    if op is not _parser.IN:
        return None
    found: set[str] = set()
    for kind, value in arg:
        if kind is _parser.LITERAL:
            found.add(chr(value))
        elif kind is _parser.RANGE:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(found)


def _necessary(pattern: re.Pattern[str]) -> _Sets:
    """What every match of ``pattern`` must hold: a character with one of its followers, or one of the lone characters.

    Raises ValueError when the expression is not a list of alternatives that each name some characters.
    """
    ((op, (_, alternatives)),) = _parser.parse(pattern.pattern, pattern.flags)
    if op is not _parser.BRANCH:
        raise ValueError("not a list of alternatives")
    followers: dict[str, set[str]] = {}
    lone: set[str] = set()
    for alternative in alternatives:
        sets = [_members(*item) for item in alternative]
        pairs = [(one, two) for one, two in pairwise(sets) if one and two]
        first, second = min(pairs, key=lambda pair: len(pair[0]) * len(pair[1]), default=(None, frozenset()))
        if first is None or any(map(str.isascii, second)):
            lone |= first or min(filter(None, sets), key=len)
        else:
            for char in first:
                followers.setdefault(char, set()).update(second)
    if any(map(str.isascii, lone)):
        raise ValueError("an alternative of ASCII alone")
    shared: dict[frozenset[str], frozenset[str]] = {}
    frozen = {char: frozenset(found) for char, found in followers.items()}
    return {char: shared.setdefault(found, found) for char, found in frozen.items()}, frozenset(lone)


def _one_of(chars: Iterable[str]) -> str:
    return "[" + "".join(map(re.escape, sorted(chars))) + "]"


class _Known(NamedTuple):
    """What is known of ftfy's badness: the pairs, the lone characters, patterns for both, and the longest match."""

    followers: dict[str, frozenset[str]]
    alone: frozenset[str]
    pair: re.Pattern[str]
    lone: re.Pattern[str]
    width: int


@cache
def _known() -> _Known | None:
    """Made when the first text asks for it: ftfy takes as long to start as many articles to clean."""
    badness = _badness()
    try:
        followers, alone = _necessary(badness)
        width = _parser.parse(badness.pattern, badness.flags).getwidth()[1]
    except (AttributeError, TypeError, ValueError):
        return None
    seconds = _one_of(frozenset().union(*followers.values()))
    return _Known(followers, alone, lazy(f"{_one_of(followers)}(?={seconds})"), re.compile(_one_of(alone)), width)


def _badness() -> re.Pattern[str]:
    from ftfy.badness import BADNESS_RE

    return BADNESS_RE


CONTROLS = "\\0-\\x08\\x0b\\x0e-\\x1f\\x7f-\\x9f\\u206a-\\u206f\\ud800-\\udfff\\ufeff\\ufff9-\\ufffc"
"""What ftfy removes or replaces wherever it stands, to go into a character class: controls, halves of surrogates."""

CONTROL = lazy(f"[{CONTROLS}]")


def pairs() -> list[tuple[Iterable[str], Iterable[str]]] | None:
    """What must stand in a text before ftfy can see mojibake in it: a character of the first set of some pair with one
    of the second behind it; an empty second set asks for none.  None when nothing is known.
    """
    known = _known()
    if known is None:
        return None
    groups: dict[frozenset[str], list[str]] = {}
    for char, after in known.followers.items():
        groups.setdefault(after, []).append(char)
    return [(first, second) for second, first in groups.items()] + [(known.alone, ())]


def may_be_mojibake(text: str) -> bool:
    """Whether ftfy may see mojibake; never no when it does, too often yes only for windows that begin in mid-line."""
    known = _known()
    if known is None:
        return True
    badness, width = _badness(), known.width
    for match in known.pair.finditer(text):
        at = match.start()
        if text[at + 1] in known.followers[text[at]] and badness.search(text[max(0, at - width) : at + width]):
            return True
    return any(
        badness.search(text[max(0, match.start() - width) : match.start() + width])
        for match in known.lone.finditer(text)
    )


def may_change(text: str) -> bool:
    """Whether ftfy, asked line by line, may change ``text``; never no when it would."""
    return bool(CONTROL.search(text)) or may_recode(text)


def may_recode(text: str) -> bool:
    """The same for a ``text`` that is known to hold none of `CONTROLS`."""
    return not text.isascii() and (not unicodedata.is_normalized("NFC", text) or may_be_mojibake(text))
