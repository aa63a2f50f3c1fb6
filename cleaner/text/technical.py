"""Whether a text is a program, a reference or a table rather than a story, by the shape of its lines alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from math import ceil

from cleaner.lazy import lazy

_CODE = lazy(
    r"(?:\$|>>>|#!|//|/\*|\*/|--) ?[^\s-].*"  # a prompt or a comment
    r"|</?[a-z][\w-]{0,20}(?: [^<>]{0,200})?/?>.*"
    r"|[}\])]{1,4}[;,)]{0,3}"
    r"|(?:SELECT|CREATE TABLE|INSERT INTO) .*"
    r"|\|.*\|"
)
_CODE_BEGINS = "$>#/*-<}])SCI|"
_COLUMNS = lazy(r"\S(?:\t| {3,9})\S[^\t]{0,200}(?:\t| {3,9})\S")
_SIGNS = (
    ("(", lazy(r"\w\([^()\s]{0,80}\)[;:{]?$|\w\.\w{1,40}\(|\(\)")),
    ("=", lazy(r"[\w\])] {0,3}[+*/:-]?={1,3}>? {0,3}[^\s=]")),
    ("->", lazy(r"\w->\w|\) ?-> ?\w")),
    ("::", lazy(r"\w::\w")),
    ("\t", _COLUMNS),
    ("   ", _COLUMNS),
)
"""What a line of code or a row of a table holds, and what to look for where it does."""

_END = lazy(r"(?:[{}]|[)\]}\"'];|^[^\s;]{1,60};)$")
_LONGEST = 200
"""Characters of a line of code or a row of a table."""

_FEWEST, _SHARE = 8, 0.06
"""Of the lines of a text so many, and so many in proportion, look so."""


@lru_cache(maxsize=4)  # several rules ask about one text
def technical(text: str) -> bool:
    """Whether ``text`` holds lines of code or rows of tables in such number that signs and repeats are part of it."""
    rows = [row.strip() for row in text.split("\n") if row and not row.isspace()]
    short = [row for row in rows if len(row) <= _LONGEST]
    least = max(_FEWEST, ceil(_SHARE * len(rows)))
    if len(short) < least:
        return False
    signs = [(sign, pattern) for sign, pattern in _SIGNS if sign in text]
    return any(islice((row for row in short if _looks_so(row, signs)), least - 1, None))


def _looks_so(row: str, signs: Sequence[tuple[str, re.Pattern[str]]]) -> bool:
    """Whether ``row`` is a line of code or a row of a table; of ``signs`` those that the text holds."""
    if row[0] in _CODE_BEGINS and _CODE.fullmatch(row):
        return True
    if "://" in row:
        return False
    if row[-1] in "{};" and _END.search(row):
        return True
    return any(sign in row and pattern.search(row) for sign, pattern in signs)
