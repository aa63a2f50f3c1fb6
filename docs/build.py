"""Writes docs/rules.md, commands.md and reasons.md from the rules, the command line and the readers themselves.

python docs/build.py            write them
python docs/build.py --check    exit 1 when they are not what the code says
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cleaner.cli import cli
from cleaner.explain import as_rows, page
from cleaner.read.reasons import EXPLANATIONS
from cleaner.rule import PHASES, discover

HERE = Path(__file__).parent

EXAMPLES = 4
"""Of each kind, on a rule's page in docs/rules.md: there are thousands in all."""


def rules() -> str:
    """All rules: a table, then the page of each."""
    parts = ["# Rules", "", "Made by `python docs/build.py` from the rules' own files.", ""]
    parts += ["| code | name | phase | safety | what it takes |", "|---|---|---|---|---|"]
    for row in as_rows(discover()):
        name = f"[{row['name']}](#{row['code'].lower()}-{row['name']})"
        parts.append(f"| {row['code']} | {name} | {row['phase']} | {row['safety']} | {row['summary']} |")
    for phase in PHASES:
        parts += ["", f"## Phase {phase}"]
        for rule in discover():
            if rule.phase == phase:
                title, _, rest = page(rule, EXAMPLES).partition("\n")
                parts += ["", f"### {title}", "", "```text", rest, "```"]
    return "\n".join(parts) + "\n"


def commands() -> str:
    """The help of every command."""
    parts = ["# Commands", "", "Made by `python docs/build.py` from the command line itself.", ""]
    context = click.Context(cli, info_name="corpus-clean", **{**cli.context_settings, "max_content_width": 100})
    parts += ["```text", cli.get_help(context), "```"]
    for name, command in sorted(cli.commands.items()):
        inner = click.Context(command, info_name=name, parent=context, max_content_width=100)
        parts += ["", f"## {name}", "", "```text", command.get_help(inner), "```"]
    return "\n".join(parts) + "\n"


def reasons() -> str:
    """Why a piece of input gave no record: a table."""
    parts = ["# Why input gives no record", "", "Made by `python docs/build.py` from the readers.", ""]
    parts += [
        "The names of findings and rejected records with the code `READ`.",
        "",
        "| name | what it means |",
        "|---|---|",
    ]
    parts += [f"| `{name}` | {said} |" for name, said in sorted(EXPLANATIONS.items())]
    return "\n".join(parts) + "\n"


def main() -> int:
    """Write or check all pages."""
    stale = []
    for name, made in (("rules.md", rules()), ("commands.md", commands()), ("reasons.md", reasons())):
        path = HERE / name
        if "--check" in sys.argv[1:]:
            if not path.exists() or path.read_text(encoding="utf-8") != made:
                stale.append(name)
        else:
            path.write_text(made, encoding="utf-8")
    for name in stale:
        print(f"docs/{name} is not what the code says; run python docs/build.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
