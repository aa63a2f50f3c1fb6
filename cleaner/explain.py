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

_SCREEN = 800
"""Characters of an example that is shown among a few."""


def page(rule: Rule, most: int | None = None) -> str:
    """The page of one rule: its text, and its examples with white space made visible.

    Of examples of a kind at most ``most`` are shown, the shortest ones, in their order, and none that fill a screen.
    """
    parts = [f"{rule.code} {rule.name}", f"phase {rule.phase}; {_SAFETY[rule.safety.value]}", "", rule.page, ""]
    kinds = (
        ("Changes", [[*_block("-", dirty), *_block("+", clean), ""] for dirty, clean, *_ in rule.fixes]),
        ("Reports", [_block("!", example) for example in rule.reports]),
        ("Leaves alone", [_block("=", example) for example in rule.keeps]),
    )
    for name, examples in kinds:
        shown = examples if most is None else _few(examples, most)
        left = len(examples) - len(shown)
        if examples:
            parts += [name, *(line for example in shown for line in example)]
            parts += [f"  {left}{' more' if shown else ''}: corpus-clean explain {rule.code}"] if left else []
            parts += [""] if name == "Reports" or (left and name == "Changes") else []
    return "\n".join(parts)


def _few(examples: list[list[str]], most: int) -> list[list[str]]:
    sizes = {at: len("".join(example)) for at, example in enumerate(examples)}
    short = [at for at, size in sizes.items() if size <= _SCREEN]
    return [examples[at] for at in sorted(sorted(short, key=sizes.__getitem__)[:most])]


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
