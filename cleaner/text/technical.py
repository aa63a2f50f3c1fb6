"""Whether a text is a program, a reference or a table rather than a story, by the shape of its lines alone."""

from __future__ import annotations

from functools import lru_cache

from cleaner.lazy import lazy

_CODE = lazy(
    r"(?:\$|>>>|#!|//|/\*|\*/|--) ?[^\s-].*"  # a prompt or a comment
    r"|</?[a-z][\w-]{0,20}(?: [^<>]{0,200})?/?>.*"
    r"|[}\])]{1,4}[;,)]{0,3}"
    r"|(?:SELECT|CREATE TABLE|INSERT INTO) .*"
    r"|\|.*\|"
)
_SIGN = lazy(
    r"[{}]$|[)\]}\"'];$|^[^\s;]{1,60};$"
    r"|\w\([^()\s]{0,80}\)[;:{]?$|\w\.\w{1,40}\(|\(\)"
    r"|[\w\])] {0,3}[+*/:-]?={1,3}>? {0,3}[^\s=]"
    r"|\w->\w|\) ?-> ?\w|\w::\w"
    r"|\S(?:\t| {3,9})\S[^\t]{0,200}(?:\t| {3,9})\S"  # columns
)
_LONGEST = 200
"""Characters of a line of code or a row of a table."""

_FEWEST, _SHARE = 8, 0.06
"""Of the lines of a text so many, and so many in proportion, look so."""


@lru_cache(maxsize=4)  # several rules ask about one text
def technical(text: str) -> bool:
    """Whether ``text`` holds lines of code or rows of tables in such number that signs and repeats are part of it."""
    rows = [row.strip() for row in text.split("\n") if row and not row.isspace()]
    short = [row for row in rows if len(row) <= _LONGEST]
    if len(short) < max(_FEWEST, _SHARE * len(rows)):
        return False
    found = sum(bool(_CODE.fullmatch(row) or ("://" not in row and _SIGN.search(row))) for row in short)
    return found >= _FEWEST and found >= _SHARE * len(rows)
