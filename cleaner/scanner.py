"""Where may which rule fire?  One look at the text before any rule is asked.

The answer may only err on the side of asking: a rule does the same with and without it, just slower without.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from cleaner.rule import Rule

Hits = dict[int, list[int] | None]
"""For each rule (by its number in the layer) that may fire: the lines where, in order, or None for anywhere."""

LEAD = 40
"""How many characters of white space and punctuation may stand before a line's head word."""

_BEFORE_HEAD = re.compile(rf"[\W_]{{0,{LEAD}}}")
_KEY = 2


class Scanner(Protocol):
    """Finds the rules of one layer that may fire in a text."""

    def scan(self, text: str) -> Hits:
        """The rules that may fire, with their lines."""


class NoScanner:
    """Asks every rule everywhere: the reference that the other scanners are tested against."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._all: Hits = dict.fromkeys(range(len(rules)))

    def scan(self, text: str) -> Hits:
        return self._all


class Heads:
    """Which rules may fire because of how a line begins: a table of the first letters of all head words."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._table: dict[str, list[tuple[str, int]]] = {}
        for number, rule in enumerate(rules):
            for bare in filter(None, map(head_of, rule.hints.heads)):
                self._table.setdefault(bare[:_KEY], []).append((bare, number))

    def scan(self, folded: str, hits: Hits) -> None:
        """Add to ``hits`` the rules and lines of a folded text."""
        table = self._table
        if not table:
            return
        for index, line in enumerate(folded.split("\n")):
            if not line:
                continue
            at = 0 if line[0].isalnum() else _BEFORE_HEAD.match(line).end()  # type: ignore[union-attr]
            found = table.get(line[at : at + _KEY])
            single = table.get(line[at : at + 1])
            if found is None and single is None:
                continue
            for word, number in (*(found or ()), *(single or ())):
                if line.startswith(word, at):
                    lines = hits.setdefault(number, [])
                    if lines is not None and (not lines or lines[-1] != index):
                        lines.append(index)


class PlainScanner:
    """The scanner that needs nothing but Python: line heads, and one literal search after the other."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._always = unhinted(rules)
        self._heads = Heads(rules)
        self._inside: dict[str, list[int]] = {}
        for number, rule in enumerate(rules):
            for literal in literals(rule):
                self._inside.setdefault(literal, []).append(number)

    def scan(self, text: str) -> Hits:
        hits: Hits = dict.fromkeys(self._always)
        folded = fold(text)
        self._heads.scan(folded, hits)
        for literal, numbers in self._inside.items():
            if literal in folded:
                hits.update(dict.fromkeys(numbers))
        return hits


def unhinted(rules: Sequence[Rule]) -> list[int]:
    """The numbers of the rules that must always be asked."""
    return [number for number, rule in enumerate(rules) if not rule.hints.heads and not rule.hints.inside]


def fold(text: str) -> str:
    """Lower case as `re.IGNORECASE` has it, for which dotless and dotted i equal i, and long s equals s."""
    lower = text.lower()
    if lower.isascii():
        return lower
    return lower.replace("ı", "i").replace("i\u0307", "i").replace("ſ", "s")


def head_of(word: str) -> str:
    """A hint's head word as it is looked up: folded, from its first letter or digit on; empty when it has none."""
    folded = fold(word)
    match = _BEFORE_HEAD.match(folded)
    return folded[match.end() :] if match else folded


def literals(rule: Rule) -> tuple[str, ...]:
    """The folded literals that a rule looks for anywhere: its inside hints, and heads that are mere punctuation."""
    return tuple(fold(word) for word in (*rule.hints.inside, *(w for w in rule.hints.heads if not head_of(w))))
