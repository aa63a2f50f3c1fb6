"""The native scanner: all literals of a layer in one pass of Hyperscan over the text's bytes.

It may fire more often than `PlainScanner`, never less.  Method: Wang et al., "Hyperscan: A Fast Multi-pattern Regex
Matcher for Modern CPUs", NSDI 2019.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from cleaner.rule import Rule
from cleaner.scanner import AhoScanner, Heads, Hits, PlainScanner, Scanner, by_literal, fold, place, unhinted


class HyperScanner:
    """Scans with a Hyperscan database made from the rules' hints.  Raises ImportError without the package."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        import hyperscan

        self._always = unhinted(rules)
        self._heads = Heads(rules)
        patterns = {re.escape(one.encode("utf-8", "surrogatepass")): rules for one, rules in by_literal(rules).items()}
        self._rules = list(patterns.values())
        self._database: Any = None
        if patterns:
            self._database = hyperscan.Database()
            self._database.compile(
                expressions=list(patterns), ids=list(range(len(patterns))), elements=len(patterns), flags=0
            )

    def scan(self, text: str) -> Hits:
        hits: Hits = dict.fromkeys(self._always)
        folded = fold(text)
        self._heads.scan(folded, hits)
        if self._database is None:
            return hits
        data = folded.encode("utf-8", "surrogatepass")
        found: list[tuple[int, int]] = []
        note = found.append

        def on_match(number: int, start: int, end: int, flags: int, context: Any) -> None:
            note((end, number))

        self._database.scan(data, match_event_handler=on_match)
        found.sort()
        place(data, ((end, self._rules[number]) for end, number in found), hits)
        return hits


class AdaptiveScanner:
    """Aho-Corasick at first; Hyperscan, where it is installed, once enough text has come to repay its start."""

    _ENOUGH = 200_000
    """Characters after which the Hyperscan database is built."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._scanner = first_of((AhoScanner, PlainScanner), rules)
        self._seen = 0

    def scan(self, text: str) -> Hits:
        if self._seen <= self._ENOUGH:
            self._seen += len(text)
            if self._seen > self._ENOUGH:
                self._scanner = first_of((HyperScanner, AhoScanner, PlainScanner), self._rules)
        return self._scanner.scan(text)


def first_of(kinds: Sequence[Callable[[Sequence[Rule]], Scanner]], rules: Sequence[Rule]) -> Scanner:
    """The first of some scanners whose package is installed."""
    for kind in kinds[:-1]:
        with suppress(ImportError):
            return kind(rules)
    return kinds[-1](rules)
