"""What every report format is given."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple


class Row(NamedTuple):
    """One finding with its place: ``line`` is 1-based, ``start`` and ``end`` characters of the original text or -1."""

    code: str
    name: str
    level: str
    message: str
    path: str
    line: int
    id: str | None
    start: int
    end: int


@dataclass
class Totals:
    """The numbers of a run; records = articles + rejected.  Sizes are in characters."""

    records: int = 0
    articles: int = 0
    rejected: int = 0
    changed: int = 0
    chars_in: int = 0
    chars_out: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)
