"""Lines of lists: items behind bullets and numbers, below a line with a colon, and behind words with a colon."""

from __future__ import annotations

from collections import Counter

from cleaner.document import Line
from cleaner.lazy import lazy

LEAD = lazy(r"[^\W\d_a-z][\w'’-]{2,20}(?: [\w'’-]{2,20}){0,2}[:?!] (?P<rest>[^\W\d_a-z].*)")
"""A word or a few with a colon, and what they introduce."""

ITEM = lazy(r"\s*(?:[-–—•*·・▶►■◆□◇#|>]|\d{1,3}[.):h]|\d{1,2}[:.]\d\d|\(?(?:[ivx]{1,4}|[a-z])\) )")
"""How an item of a list begins."""


def listed(alive: list[Line]) -> set[int]:
    """The places of lines that stand in a list: without a blank one between them, and a colon above the first."""
    found: set[int] = set()
    first = 0
    for at, line in enumerate(alive):
        if at and (line.index != alive[at - 1].index + 1 or _announces(alive[at - 1])):
            first = at
        together = first < at or (at + 1 < len(alive) and alive[at + 1].index == line.index + 1)
        if together and first and _announces(alive[first - 1]):
            found.add(at)
    return found


def entry(alive: list[Line], at: int, leads: Counter[str]) -> bool:
    """Whether a line with a lead is an entry of a list: its lead stands there twice, or others stand next to it."""
    if not LEAD.fullmatch(alive[at].text.strip()):
        return False
    near = [line for line in alive[max(0, at - 2) : at + 3] if LEAD.fullmatch(line.text.strip())]
    return len(near) > 2 or leads[lead(alive[at])] > 1


def lead(line: Line) -> str:
    """What stands before the first colon of a line."""
    return line.text.strip().partition(":")[0]


def _announces(line: Line) -> bool:
    return line.text.rstrip().endswith((":", "："))
