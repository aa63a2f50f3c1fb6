"""Lines cut into tokens in which dates, numbers and addresses are placeholders, so that equal shapes are equal keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cleaner.lazy import lazy
from cleaner.profile.cuts import escaped
from cleaner.text.dates import date_pattern

_TOKEN = lazy(
    r"(?P<url>(?:https?://|www\.)[^\s<>\"“”]{1,500})"
    r"|(?P<email>[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4})"
    r"|(?P<number>\d{1,12}(?:[.,:]\d{1,12}){0,3}(?!\d))"
    "|[\u3041-\u309f]+|[\u30a0-\u30ff\uff66-\uff9f]+|[\u3400-\u9fff々]+|[^\\W\\d_]+(?:['’][^\\W\\d_]+)*|\\d+|[^\\w\\s]|_+"
)
_WIDE = lazy("[\u3041-\u30ff\u3400-\u9fff\uff66-\uff9f]")
_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BEFORE, _AFTER = 40, 60
GRAM = 3
"""How many tokens at least are looked for; a run of kanji or kana counts for half its characters."""


class Token(NamedTuple):
    """A token's key, with a space in front where white space stood, and its place in the line in characters."""

    key: str
    start: int
    end: int


class Gram(NamedTuple):
    """A few tokens in a row: the numbers of the first and the one behind the last, and their common key."""

    first: int
    end: int
    key: str


@cache
def _date() -> re.Pattern[str]:
    return re.compile(rf"(?<!\d)(?:(?<!\w)|(?=\d))(?:{date_pattern()})", re.IGNORECASE)


def tokens(line: str) -> list[Token]:
    """The tokens of a line.  Keys are written as the entries of a source profile are."""
    dates = list(_dates(line))
    found: list[Token] = []
    at, last = 0, 0
    while match := _TOKEN.search(line, at):
        start, end, kind = match.start(), match.end(), match.lastgroup
        while dates and dates[0][0] < start:
            dates.pop(0)
        if dates and dates[0][0] == start:
            end, kind = dates.pop(0)[1], "date"
        key = f"{{{kind}}}" if kind else escaped(match[0])
        found.append(Token(" " + key if start > last and found else key, start, end))
        at = last = end
    return found


def _dates(line: str) -> Iterator[tuple[int, int]]:
    """Where dates stand: only around a year is worth a look."""
    done = 0
    for year in _YEAR.finditer(line):
        if year.start() < done:
            continue
        for match in _date().finditer(line, max(done, year.start() - _BEFORE), year.end() + _AFTER):
            if match.start() <= year.start() < match.end():
                done = match.end()
                yield match.span()
                break


def key_of(found: list[Token]) -> str:
    """The common key of tokens in a row."""
    return "".join(token.key for token in found).lstrip()


def grams(found: list[Token]) -> list[Gram]:
    """The shortest rows of tokens, one from each token on, that weigh `GRAM`; fewer at the end of the line."""
    keys = [token.key for token in found]
    weights = [len(key) / 2 if not key.isascii() and _WIDE.search(key) else 1 for key in keys]
    made = []
    end, weight = 0, 0.0
    for first in range(len(found)):
        while end < len(found) and weight < GRAM:
            weight += weights[end]
            end += 1
        if weight < GRAM:
            break
        made.append(Gram(first, end, "".join(keys[first:end]).lstrip()))
        weight -= weights[first]
    return made
