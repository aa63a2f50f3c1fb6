"""Where may which rule fire?  One look at the text before any rule is asked.

The answer may only err on the side of asking: a rule runs the same with and without it, just slower without.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from cleaner.rule import Rule

Hits = dict[int, list[int] | None]
"""For each rule (by its number in the layer) that may fire: the lines where, or None for anywhere."""

_FIRST = re.compile(r"^[\W_]*", re.MULTILINE)
_SHORT = 2


class Scanner(Protocol):
    """Finds the rules of one layer that may fire in a text."""

    def scan(self, text: str) -> Hits:
        """The rules that may fire, with their lines."""


class PlainScanner:
    """The scanner that needs nothing but Python: a table of line heads, and one literal search after the other."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._always = [number for number, rule in enumerate(rules) if not rule.hints.heads and not rule.hints.inside]
        self._heads: dict[str, list[int]] = {}
        self._inside: dict[str, list[int]] = {}
        for number, rule in enumerate(rules):
            for word in rule.hints.heads:
                bare = word.lstrip("".join(c for c in word if not c.isalnum())) or word
                self._heads.setdefault(bare[:_SHORT], []).append(number)
            for literal in rule.hints.inside:
                self._inside.setdefault(literal, []).append(number)

    def scan(self, text: str) -> Hits:
        hits: Hits = dict.fromkeys(self._always)
        lower = text.lower()
        if self._heads:
            self._scan_heads(text, hits)
        for literal, numbers in self._inside.items():
            if literal in lower:
                for number in numbers:
                    hits[number] = None
        return hits

    def _scan_heads(self, text: str, hits: Hits) -> None:
        for index, line in enumerate(text.split("\n")):
            match = _FIRST.match(line)
            at = match.end() if match else 0
            for number in self._heads.get(line[at : at + _SHORT].lower(), ()):
                lines = hits.setdefault(number, [])
                if lines is not None and (not lines or lines[-1] != index):
                    lines.append(index)


class NoScanner:
    """Asks every rule everywhere: the reference that the other scanners are tested against."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._all: Hits = dict.fromkeys(range(len(rules)))

    def scan(self, text: str) -> Hits:
        return self._all
