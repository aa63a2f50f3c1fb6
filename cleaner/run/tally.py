"""The numbers of a run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing_extensions import Self

COUNTS = ("records", "articles", "rejected", "changed", "findings", "chars_in", "chars_out")
LEVELS = ("error", "warning", "info")


@dataclass
class Tally:
    """The numbers of some records: records = articles + rejected; sizes in characters."""

    records: int = 0
    articles: int = 0
    rejected: int = 0
    changed: int = 0
    findings: int = 0
    chars_in: int = 0
    chars_out: int = 0
    levels: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        """Add another tally to this one."""
        for name in COUNTS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.levels.update(other.levels)
        self.rules.update(other.rules)

    def plain(self) -> dict[str, Any]:
        """The tally as JSON has it."""
        rules = {code: count for code, count in sorted(self.rules.items()) if count}
        levels = {level: self.levels[level] for level in LEVELS}
        return {**{name: getattr(self, name) for name in COUNTS}, "levels": levels, "rules": rules}

    @classmethod
    def of(cls, plain: dict[str, Any]) -> Self:
        """The tally that `plain` gave."""
        return cls(**{**plain, "levels": Counter(plain["levels"]), "rules": Counter(plain["rules"])})
