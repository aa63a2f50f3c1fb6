"""Rules as pages and tables, from what their own files say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cleaner.rule import Rule
from cleaner.show import visible

_SAFETY = {
    "safe": "safe: always applied",
    "risky": "risky: applied with --risky, otherwise reported",
    "report": "report: never changes text",
}


def page(rule: Rule) -> str:
    """The page of one rule: its text, and its examples with white space made visible."""
    parts = [f"{rule.code} {rule.name}", f"phase {rule.phase}; {_SAFETY[rule.safety.value]}", "", rule.page, ""]
    if rule.fixes:
        parts.append("Changes")
        for dirty, clean, *_ in rule.fixes:
            parts += [*_block("-", dirty), *_block("+", clean), ""]
    if rule.reports:
        parts.append("Reports")
        parts += [line for example in rule.reports for line in _block("!", example)] + [""]
    parts.append("Leaves alone")
    parts += [line for example in rule.keeps for line in _block("=", example)]
    return "\n".join(parts)


def _block(mark: str, text: str) -> list[str]:
    return [f"  {mark} {visible(line)}".rstrip() for line in text.split("\n")]


def as_rows(rules: Sequence[Rule]) -> list[dict[str, Any]]:
    """One object a rule: code, name, phase, safety, fixable, summary."""
    return [
        {
            "code": rule.code,
            "name": rule.name,
            "phase": rule.phase,
            "safety": rule.safety.value,
            "fixable": rule.fixable,
            "summary": rule.summary,
        }
        for rule in rules
    ]


def table(rules: Sequence[Rule]) -> None:
    """Print the rules as a table."""
    from rich.console import Console
    from rich.table import Table

    made = Table(box=None, pad_edge=False)
    for column in ("code", "name", "phase", "safety", "summary"):
        made.add_column(column, no_wrap=column != "summary")
    for row in as_rows(rules):
        made.add_row(row["code"], row["name"], row["phase"], row["safety"], row["summary"])
    console = Console(markup=False, highlight=False)
    if not console.is_terminal:
        console.width = 200
    console.print(made)
