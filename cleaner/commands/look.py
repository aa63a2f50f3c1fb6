"""`check` and `diff`, which show what would change and write nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from cleaner.commands.options import CLEAN, FINDINGS, cleaning, reporting, settle, trouble


@click.command()
@click.argument("inputs", metavar="IN...", nargs=-1, required=True)
@cleaning
@reporting
def check(inputs: tuple[str, ...], config_file: Path | None, **given: Any) -> None:
    """Say what would change in IN (files, folders, or - for a stream), and write nothing.

    Exit code 1 when something would change or a record would be rejected.
    """
    from cleaner.look import count, edit_rows, look, rows, unreadable_row
    from cleaner.report import Row, Totals, emit
    from cleaner.terminal import nothing_in

    with trouble():
        options = settle(config_file, **given)
        totals = Totals()

        def findings() -> Iterator[Row]:
            for home, seen in look(inputs, options, sys.stdin.buffer):
                count(totals, seen)
                found = (*rows(*seen), *edit_rows(*seen)) if isinstance(seen, tuple) else (unreadable_row(seen),)
                yield from (row.below(home) for row in found)

        emit(findings, totals, options.report or ("text",))
        if not totals.records:
            click.echo(nothing_in(inputs[0]), err=True)
        click.echo(
            f"{totals.records} records: {totals.changed} would change, {totals.rejected} would be rejected", err=True
        )
    sys.exit(FINDINGS if (totals.changed or totals.rejected) and not options.exit_zero else CLEAN)


@click.command()
@click.argument("inputs", metavar="IN...", nargs=-1, required=True)
@cleaning
@click.option("--exit-zero", is_flag=True, default=None, help="Exit with 0 even when something would change.")
@click.option("--color/--no-color", default=None, help="Colours; by default on a terminal only.")
def diff(inputs: tuple[str, ...], config_file: Path | None, color: bool | None, **given: Any) -> None:
    """Show what would change in IN, document by document, like a version-control diff.

    Exit code 1 when something would change.
    """
    from cleaner.diff import diff as lines_of
    from cleaner.look import look
    from cleaner.record import Unreadable
    from cleaner.terminal import nothing_in

    colours = {"-": "red", "+": "green", "@": "cyan"}
    changed, seen, refused = False, None, 0
    with trouble():
        options = settle(config_file, **given)
        for home, seen in look(inputs, options, sys.stdin.buffer):
            refused += isinstance(seen, Unreadable) or bool(seen[1].rejected)
            if isinstance(seen, Unreadable) or not seen[1].edits:
                continue
            changed = True
            for number, line in enumerate(lines_of(f"{home}{seen[0].path}:{seen[0].line}", seen[1])):
                styled = click.style(line, bold=True) if number < 2 else click.style(line, fg=colours.get(line[:1]))
                click.echo(styled, color=color)
        if seen is None:
            click.echo(nothing_in(inputs[0]), err=True)
        if refused:
            click.echo(f"{refused} records would be rejected; `corpus-clean check` says why", err=True)
    sys.exit(FINDINGS if changed and not options.exit_zero else CLEAN)
