"""What the shape of a text says at a glance: traits without which some rules, which have no words to look for, cannot
fire.

They are worked out once for a text; like a scan they may err only towards asking.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from cleaner.document import CLOSED, unclosed

SHORT, UNCLOSED, BARE_HEAD, DATED, SIGNED, TITLED = (1 << bit for bit in range(6))
"""A line of at most `LABEL` characters; a line that does not end with a full stop; a first line that is no prose; a
year, or a sign that a dateline may have, where an article begins or ends; a title that is known."""

LABEL = 120
_SENTENCE, _PARAGRAPH, _MOST = 60, 200, 12
_TEASER, _STAMPED, _NEAR = 520, 320, 180
"""How many characters are looked at: of the first line for brackets and for years, of every other."""

_DIGITS = re.compile(r"\d{4}")
_SIGN = re.compile(r"[)）\]】|／/—–―－電电(（\[-]")


def traits(rows: Iterable[str]) -> int:
    """The traits of a text by its lines."""
    lines = [line for row in rows if (line := row.strip())]
    if len(lines) < 3:
        return SHORT | UNCLOSED | BARE_HEAD | DATED | SIGNED
    found = SHORT if min(map(len, lines)) <= LABEL else 0
    if any(line[-1] not in CLOSED for line in lines) and any(map(unclosed, lines)):
        found |= UNCLOSED
    first, second = lines[:2]
    told = _is_prose(first)
    if not told:
        found |= BARE_HEAD
    below = (second,) if told and _is_prose(second) else lines[1:_MOST]
    near = "\n".join([line[:_NEAR] for line in below])
    begin = first[:_TEASER]
    if "(" in begin or "[" in begin or "（" in begin or _SIGN.search(first[:_NEAR]) or _SIGN.search(near):
        found |= SIGNED
    tail = lines[-1][-_NEAR:]
    end = tail if len(tail) == _NEAR else "\n".join(lines[-_MOST:])
    if _DIGITS.search(first[:_STAMPED]) or _DIGITS.search(near) or _DIGITS.search(end):
        found |= DATED
    return found


def known(fields: Mapping[str, Any]) -> int:
    """The traits that come with what is known of an article."""
    return TITLED if fields.get("title") else 0


def _is_prose(line: str) -> bool:
    """Whether a line is surely a sentence or more, and no title."""
    return len(line) >= _PARAGRAPH or (len(line) >= _SENTENCE and line[-1] in ".。")
