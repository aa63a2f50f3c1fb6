"""What the shape of a text says at a glance: traits without which some rules, which have no words to look for, cannot
fire.

They are worked out once for a text; like a scan they may err only towards asking.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from cleaner.document import unclosed

SHORT, UNCLOSED, BARE_HEAD, DATED, SIGNED, TITLED = (1 << bit for bit in range(6))
"""A line of at most `LABEL` characters; a line that does not end with a full stop; a first line that is no prose; a
year, or a sign that a dateline may have, where an article begins or ends; a title that is known."""

LABEL = 120
_SENTENCE, _PARAGRAPH, _MOST = 60, 200, 12
_FIRST, _NEAR = 520, 180
"""How many characters of the first line, and of those below it, are looked at."""

_DIGITS = re.compile(r"\d{4}")
_SIGN = re.compile(r"[)）\]】|／/—–―－電电(（\[-]")


def traits(rows: Iterable[str]) -> int:
    """The traits of a text by its lines."""
    lines = [line for row in rows if (line := row.strip())]
    if len(lines) < 3:
        return SHORT | UNCLOSED | BARE_HEAD | DATED | SIGNED
    found = SHORT if min(map(len, lines)) <= LABEL else 0
    if any(map(unclosed, lines)):
        found |= UNCLOSED
    first, second = lines[:2]
    told = _is_prose(first)
    if not told:
        found |= BARE_HEAD
    below = (second,) if told and _is_prose(second) else lines[1:_MOST]
    head = "\n".join((first[:_FIRST], *(line[:_NEAR] for line in below)))
    if _SIGN.search(head):
        found |= SIGNED
    tail = lines[-1][-_NEAR:]
    if _DIGITS.search(head) or _DIGITS.search(tail if len(tail) == _NEAR else "\n".join(lines[-_MOST:])):
        found |= DATED
    return found


def known(fields: Mapping[str, Any]) -> int:
    """The traits that come with what is known of an article."""
    return TITLED if fields.get("title") else 0


def _is_prose(line: str) -> bool:
    """Whether a line is surely a sentence or more, and no title."""
    return len(line) >= _PARAGRAPH or (len(line) >= _SENTENCE and line[-1] in ".。")
