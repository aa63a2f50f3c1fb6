"""The native scanner: all hints of a layer in one pass of Hyperscan over the text's bytes.

It may fire more often than `PlainScanner`, never less.  Method: Wang et al., "Hyperscan: A Fast Multi-pattern Regex
Matcher for Modern CPUs", NSDI 2019.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from typing import Any

from cleaner.rule import Rule
from cleaner.scanner import LEAD, Hits, PlainScanner, Scanner, fold, head_of, literals, unhinted

_NOT_WORD = rb"[^A-Za-z0-9\n]"
_HIGHEST = 0x1F000
"""No letter from this code point on has two cases."""


class HyperScanner:
    """Scans with a Hyperscan database made from the rules' hints.  Raises ImportError without the package."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        import hyperscan

        self._always = unhinted(rules)
        patterns: dict[bytes, list[int]] = {}
        for number, rule in enumerate(rules):
            for head in filter(None, map(head_of, rule.hints.heads)):
                # Bytes of other scripts pass as punctuation: it costs a needless question now and then, no miss.
                lead = rb"^" + _NOT_WORD + b"{0,%d}" % (LEAD * 3)
                patterns.setdefault(lead + _caseless(head), []).append(number)
            for literal in literals(rule):
                patterns.setdefault(_caseless(literal), []).append(number)
        self._rules = list(patterns.values())
        self._database: Any = None
        if patterns:
            self._database = hyperscan.Database()
            self._database.compile(
                expressions=list(patterns),
                ids=list(range(len(patterns))),
                elements=len(patterns),
                flags=[hyperscan.HS_FLAG_MULTILINE] * len(patterns),
            )

    def scan(self, text: str) -> Hits:
        hits: Hits = dict.fromkeys(self._always)
        if self._database is None:
            return hits
        data = text.encode("utf-8", "surrogatepass")
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


def _caseless(folded: str) -> bytes:
    """A byte pattern for every text that folds to ``folded``."""
    pieces = []
    for char in folded:
        forms = [re.escape(form.encode()) for form in _forms().get(char, (char,))]
        pieces.append(forms[0] if len(forms) == 1 else b"(?:" + b"|".join(forms) + b")")
    return b"".join(pieces)


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    """For each folded letter the characters that fold to it."""
    forms: dict[str, set[str]] = {}
    for point in range(_HIGHEST):
        char = chr(point)
        low = fold(char)
        if low != char and len(low) == 1 and not 0xD800 <= point < 0xE000:
            forms.setdefault(low, {low}).add(char)
    return {low: tuple(sorted(chars)) for low, chars in forms.items()}


class AdaptiveScanner:
    """Plain at first; native, where it is installed, once enough text has come to repay its half second of start."""

    _ENOUGH = 500_000
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
