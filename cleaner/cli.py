"""The command line: options in, pipeline called, exit code out; no logic of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from cleaner import config
from cleaner.config import ConfigError, Options

CLEAN, FINDINGS, TROUBLE = 0, 1, 2
"""Exit codes: all clean or cleaned; findings remain; usage, configuration or internal error."""


class DefaultRun(click.Group):
    """A group whose first word may be left out: `corpus-clean IN OUT` is `corpus-clean run IN OUT`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ("--help", "-h", "--version"):
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group(cls=DefaultRun, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="corpus-clean", message="corpus-clean %(version)s")
def cli() -> None:
    """Clean article dumps, account for every change, and say whether a dump is fit to ingest.

    `corpus-clean IN OUT` cleans the file or folder IN (or `-`) into the folder OUT.
    Exit code: 0 all clean or cleaned, 1 findings remain, 2 usage or internal error.
    """


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every command which cleans has in common."""
    made = (
        click.option("--config", "config_file", type=click.Path(path_type=Path), help="Configuration file (TOML)."),
        click.option("--select", multiple=True, metavar="RULE", help="Only these rules: code prefix, name or phase."),
        click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules."),
        click.option("--risky", is_flag=True, default=None, help="Also make edits that may be wrong now and then."),
        click.option("--max-removed", type=click.FloatRange(0, 1), help="Reject a text that would lose more of its letters. [0.3]"),
        click.option("--encoding", help="Character set of all input; detected by default."),
        click.option("--text-field", metavar="FIELD", help="The input field that holds the text."),
    )
    for option in reversed(made):
        command = option(command)
    return command


def reporting(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of commands whose result decides over a pipeline."""
    made = (
        click.option("--report", multiple=True, metavar="FORMAT[=FILE]", help="text, json, jsonl, github, sarif, junit, gitlab or html; repeatable."),
        click.option("--exit-zero", is_flag=True, default=None, help="Exit with 0 even when findings remain."),
    )
    for option in reversed(made):
        command = option(command)
    return command


def settle(config_file: Path | None, **given: Any) -> Options:
    """Configuration file and command line together; what the command line does not say stays."""
    options = config.load(config_file)
    said = {name: value for name, value in given.items() if value not in (None, ())}
    return replace(options, **said)


@contextmanager
def trouble() -> Iterator[None]:
    """Turn what a user can mend into one line on stderr and exit code 2."""
    try:
        yield
    except (ConfigError, ValueError, OSError) as error:
        where = f"{error.filename}: {error.strerror}" if isinstance(error, OSError) and error.filename else str(error)
        click.echo(f"corpus-clean: {where}", err=True)
        sys.exit(TROUBLE)
    except KeyboardInterrupt:
        click.echo("corpus-clean: interrupted; run the same command again to go on", err=True)
        sys.exit(130)


@cli.command()
@click.argument("code", metavar="RULE")
def explain(code: str) -> None:
    """Say what a rule does, why, and what it leaves alone; RULE is a code or a name."""
    from cleaner.explain import page
    from cleaner.rule import discover

    with trouble():
        found = [rule for rule in discover() if code.upper() == rule.code or code == rule.name]
        if not found:
            raise ValueError(f"no rule is called {code!r}; `corpus-clean rules` lists them all")
        click.echo(page(found[0]))


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="As a JSON array.")
def rules(as_json: bool) -> None:
    """List all rules in the order in which they run."""
    from cleaner.explain import as_rows, table
    from cleaner.rule import discover

    if as_json:
        import orjson

        click.echo(orjson.dumps(as_rows(discover()), option=orjson.OPT_INDENT_2).decode())
    else:
        table(discover())
