"""How often each rule is asked and what it takes, for those who want to know why a run is slow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from time import process_time
from typing import Any

from cleaner.document import Document
from cleaner.rule import Rule


@dataclass
class Cost:
    """What one rule has cost: texts that it was asked about, what it answered, and CPU seconds."""

    asked: int = 0
    answers: int = 0
    seconds: float = 0.0

    def add(self, other: Cost) -> None:
        """Add another cost to this one."""
        self.asked += other.asked
        self.answers += other.answers
        self.seconds += other.seconds


class Watch:
    """Times rules; what reading the clock takes is part of the figures."""

    def __init__(self) -> None:
        self._costs: dict[str, Cost] = {}

    def timed(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """The rules, which now count what they cost."""
        return tuple(replace(rule, find=self._find(rule)) for rule in rules)

    def _find(self, rule: Rule) -> Any:
        ask = rule.find
        assert ask is not None

        def find(doc: Document) -> list[Any]:
            begin = process_time()
            answers = list(ask(doc))
            cost = self._costs.setdefault(rule.code, Cost())
            cost.add(Cost(1, len(answers), process_time() - begin))
            return answers

        return find

    def take(self) -> dict[str, Cost]:
        """The costs since the last time, by the rules' codes."""
        costs, self._costs = self._costs, {}
        return costs
