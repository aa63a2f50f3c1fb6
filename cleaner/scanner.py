"""Where may which rule fire?  One look at the text before any rule is asked.

The answer may only err on the side of asking: a rule does the same with and without it, just slower without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import AnyStr, Protocol

from cleaner.rule import Rule

Hits = dict[Rule, list[int] | None]
"""The rules that may fire, each with the lines where, in order, or None for anywhere."""

LEAD = 40
"""How many characters of white space and punctuation may stand before a line's head word."""

_BEFORE_HEAD = re.compile(rf"[\W_]{{0,{LEAD}}}")
_KEY = 4


class Scanner(Protocol):
    """Finds the rules that may fire in a text."""

    def scan(self, text: str) -> Hits:
        """The rules that may fire, with their lines."""


class NoScanner:
    """Asks every rule everywhere: the reference that the other scanners are tested against."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._all: Hits = dict.fromkeys(rules)

    def scan(self, text: str) -> Hits:
        return self._all


class Heads:
    """Which rules may fire because of how a line begins: a table of the first letters of all head words."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._table: dict[str, list[tuple[str, Rule]]] = {}
        for rule in rules:
            for bare in heads(rule):
                self._table.setdefault(bare[:_KEY], []).append((bare, rule))
        self._sizes = sorted({len(key) for key in self._table}, reverse=True)

    def scan(self, folded: str, hits: Hits) -> None:
        """Add to ``hits`` the rules and lines of a folded text."""
        if self._table:
            for index, line in enumerate(folded.split("\n")):
                if line:
                    for rule in self.of_line(line):
                        note(hits, rule, index)

    def of_line(self, line: str) -> Iterable[Rule]:
        """The rules with a head word that the folded ``line`` begins with, each as often as it has one."""
        at = 0 if line[0].isalnum() else _BEFORE_HEAD.match(line).end()  # type: ignore[union-attr]
        for size in self._sizes:
            for word, rule in self._table.get(line[at : at + size], ()):
                if line.startswith(word, at):
                    yield rule


class PlainScanner:
    """The scanner that needs no package at all: line heads, and one literal search after the other."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._always: Hits = dict.fromkeys(unhinted(rules))
        self._heads = Heads(rules)
        self._inside = by_literal(rules)

    def scan(self, text: str) -> Hits:
        hits = self._always.copy()
        folded = fold(text)
        self._heads.scan(folded, hits)
        for literal, rules in self._inside.items():
            if literal in folded:
                hits.update(dict.fromkeys(rules))
        return hits


class AhoScanner:
    """All literals in one pass of an Aho-Corasick automaton.  Raises ImportError without pyahocorasick.

    Method: Aho and Corasick, "Efficient string matching: an aid to bibliographic search", CACM 18(6), 1975.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        import ahocorasick

        self._always: Hits = dict.fromkeys(unhinted(rules))
        self._heads = Heads(rules)
        self._automaton = ahocorasick.Automaton()
        for literal, wanted_by in by_literal(rules).items():
            self._automaton.add_word(literal, wanted_by)
        self._automaton.make_automaton()

    def scan(self, text: str) -> Hits:
        hits = self._always.copy()
        folded = fold(text)
        self._heads.scan(folded, hits)
        if len(self._automaton):
            place(folded, list(self._automaton.iter(folded)), hits)
        return hits


def place(text: AnyStr, found: Iterable[tuple[int, Sequence[Rule]]], hits: Hits) -> None:
    """Add to ``hits`` what literals ``found`` (offset in ``text``, rules), in order of offset, mean for lines."""
    at = line = 0
    mark: AnyStr = "\n" if isinstance(text, str) else b"\n"
    for end, rules in found:
        line += text.count(mark, at, end)
        at = end
        for rule in rules:
            note(hits, rule, line)


def note(hits: Hits, rule: Rule, line: int) -> None:
    """Add to ``hits`` that ``rule`` may fire in ``line``, which comes after those that are there."""
    lines = hits.setdefault(rule, [])
    if lines is not None and (not lines or lines[-1] != line):
        lines.append(line)


def by_literal(rules: Sequence[Rule]) -> dict[str, list[Rule]]:
    """The rules under each literal that they look for."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        for literal in literals(rule):
            found.setdefault(literal, []).append(rule)
    return found


def unhinted(rules: Sequence[Rule]) -> list[Rule]:
    """The rules that must always be asked."""
    return [rule for rule in rules if not rule.hints.heads and not rule.hints.inside]


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


def heads(rule: Rule) -> Iterable[str]:
    """The head words of a rule as they are looked up."""
    return dict.fromkeys(filter(None, map(head_of, rule.hints.heads)))


def literals(rule: Rule) -> tuple[str, ...]:
    """The folded literals that a rule looks for anywhere: its inside hints, and heads that are mere punctuation."""
    return tuple(fold(word) for word in (*rule.hints.inside, *(w for w in rule.hints.heads if not head_of(w))))
