"""The native scanner: all literals of a layer in one pass of Hyperscan over the text's bytes.

It may fire more often than `PlainScanner`, never less.  Method: Wang et al., "Hyperscan: A Fast Multi-pattern Regex
Matcher for Modern CPUs", NSDI 2019.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from cleaner.rule import Rule
from cleaner.scanner import Heads, Hits, PlainScanner, Scanner, fold, literals, unhinted


class HyperScanner:
    """Scans with a Hyperscan database made from the rules' hints.  Raises ImportError without the package."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        import hyperscan

        self._always = unhinted(rules)
        self._heads = Heads(rules)
        patterns: dict[bytes, list[int]] = {}
        for number, rule in enumerate(rules):
            for literal in literals(rule):
                patterns.setdefault(re.escape(literal.encode("utf-8", "surrogatepass")), []).append(number)
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
        if found:
            self._place(data, found, hits)
        return hits

    def _place(self, data: bytes, found: list[tuple[int, int]], hits: Hits) -> None:
        found.sort()
        at = line = 0
        for end, number in found:
            line += data.count(b"\n", at, end)
            at = end
            for rule in self._rules[number]:
                lines = hits.setdefault(rule, [])
                if lines is not None and (not lines or lines[-1] != line):
                    lines.append(line)


class AdaptiveScanner:
    """Plain at first; native, where it is installed, once enough text has come to repay its start."""

    _ENOUGH = 50_000
    """Characters after which the native database is built."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._scanner: Scanner = PlainScanner(rules)
        self._seen = 0

    def scan(self, text: str) -> Hits:
        if self._seen <= self._ENOUGH:
            self._seen += len(text)
            if self._seen > self._ENOUGH:
                with suppress(ImportError):
                    self._scanner = HyperScanner(self._rules)
        return self._scanner.scan(text)
