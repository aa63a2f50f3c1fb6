"""Where may which rule fire?  One look at the text before any rule is asked.

The answer may only err on the side of asking: a rule does the same with and without it, just slower without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import AnyStr, Protocol

from cleaner.rule import Rule

Hits = dict[int, list[int] | None]
"""For each rule (by its number in the layer) that may fire: the lines where, in order, or None for anywhere."""

LEAD = 40
"""How many characters of white space and punctuation may stand before a line's head word."""

_BEFORE_HEAD = re.compile(rf"[\W_]{{0,{LEAD}}}")
_KEY = 4


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
        self._sizes = sorted({len(key) for key in self._table}, reverse=True)

    def scan(self, folded: str, hits: Hits) -> None:
        """Add to ``hits`` the rules and lines of a folded text."""
        table = self._table
        if not table:
            return
        for index, line in enumerate(folded.split("\n")):
            if not line:
                continue
            at = 0 if line[0].isalnum() else _BEFORE_HEAD.match(line).end()  # type: ignore[union-attr]
            for size in self._sizes:
                for word, number in table.get(line[at : at + size], ()):
                    if line.startswith(word, at):
                        lines = hits.setdefault(number, [])
                        if lines is not None and (not lines or lines[-1] != index):
                            lines.append(index)


class PlainScanner:
    """The scanner that needs no package at all: line heads, and one literal search after the other."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._always = unhinted(rules)
        self._heads = Heads(rules)
        self._inside = by_literal(rules)

    def scan(self, text: str) -> Hits:
        hits: Hits = dict.fromkeys(self._always)
        folded = fold(text)
        self._heads.scan(folded, hits)
        for literal, numbers in self._inside.items():
            if literal in folded:
                hits.update(dict.fromkeys(numbers))
        return hits


class AhoScanner:
    """All literals in one pass of an Aho-Corasick automaton.  Raises ImportError without pyahocorasick.

    Method: Aho and Corasick, "Efficient string matching: an aid to bibliographic search", CACM 18(6), 1975.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        import ahocorasick

        self._always = unhinted(rules)
        self._heads = Heads(rules)
        self._automaton = ahocorasick.Automaton()
        for literal, numbers in by_literal(rules).items():
            self._automaton.add_word(literal, numbers)
        self._automaton.make_automaton()

    def scan(self, text: str) -> Hits:
        hits: Hits = dict.fromkeys(self._always)
        folded = fold(text)
        self._heads.scan(folded, hits)
        if len(self._automaton):
            place(folded, list(self._automaton.iter(folded)), hits)
        return hits


def place(text: AnyStr, found: Iterable[tuple[int, Sequence[int]]], hits: Hits) -> None:
    """Add to ``hits`` what literals ``found`` (offset in ``text``, rules), in order of offset, mean for lines."""
    at = line = 0
    mark: AnyStr = "\n" if isinstance(text, str) else b"\n"
    for end, rules in found:
        line += text.count(mark, at, end)
        at = end
        for rule in rules:
            lines = hits.setdefault(rule, [])
            if lines is not None and (not lines or lines[-1] != line):
                lines.append(line)


def by_literal(rules: Sequence[Rule]) -> dict[str, list[int]]:
    """The rules' numbers under each literal that they look for."""
    found: dict[str, list[int]] = {}
    for number, rule in enumerate(rules):
        for literal in literals(rule):
            found.setdefault(literal, []).append(number)
    return found


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
