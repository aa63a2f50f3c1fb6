"""What several commands share: options, settings, exit codes, and how trouble is told."""

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
from cleaner.read.profile import iso_day
from cleaner.show import one_line

CLEAN, FINDINGS, TROUBLE = 0, 1, 2
"""Exit codes: all clean or cleaned; findings remain; usage, configuration or internal error."""

_MESSAGE = 2_000
"""Characters of an error message."""


def shares(ctx: click.Context, param: click.Parameter, words: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    """``0.2`` or ``agency=0.5`` as pairs of source (empty for all) and share of letters."""
    found = []
    for word in words:
        source, _, number = word.rpartition("=")
        try:
            share = float(number)
        except ValueError:
            share = -1
        if not 0 <= share <= 1:
            raise click.BadParameter(f"{word!r} is not a number from 0 to 1, or SOURCE= and such a number", ctx, param)
        found.append((source.strip(), share))
    return tuple(found)


def cleaning(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every command which cleans has in common."""
    made = (
        click.option("--config", "config_file", type=click.Path(path_type=Path), help="Configuration file (TOML)."),
        click.option("--select", multiple=True, metavar="RULE", help="Only these rules: code prefix, name or phase."),
        click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules."),
        click.option("--risky", is_flag=True, default=None, help="Also make edits that may be wrong now and then."),
        click.option(
            "--max-removed",
            "max_removed_said",
            callback=shares,
            multiple=True,
            metavar="[SOURCE=]SHARE",
            help="Reject a text that would lose more of its letters: for all, or agency=0.5 for one source. [0.3]",
        ),
        click.option(
            "--today",
            metavar="DATE",
            help="Report what has expired or lies in the future by this date, as in 2027-01-31; no clock is asked.",
        ),
        click.option(
            "--detect-language",
            is_flag=True,
            default=None,
            help="Fill in the language where no field states it, and doubt stated ones (needs the extra `language`).",
        ),
        click.option(
            "--organisations",
            is_flag=True,
            default=None,
            help="Also name agencies, outlets and desks as authors where a page or a record credits them.",
        ),
        click.option("--encoding", help="Character set of all input; detected by default."),
        click.option(
            "--text-field", metavar="FIELD", help="The input field that holds the text, if there is one so called."
        ),
    )
    for option in reversed(made):
        command = option(command)
    return command


def reporting(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of commands whose result decides over a pipeline."""
    made = (
        click.option(
            "--report",
            multiple=True,
            metavar="FORMAT[=FILE]",
            help="text, json, jsonl, github, sarif, junit, gitlab or html; repeatable.",
        ),
        click.option("--exit-zero", is_flag=True, default=None, help="Exit with 0 even when findings remain."),
    )
    for option in reversed(made):
        command = option(command)
    return command


profiles = click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path),
    help="Configuration file (TOML), for the entries of its source profiles.",
)


def settle(config_file: Path | None, **given: Any) -> Options:
    """Configuration file and command line together; what the command line does not say stays."""
    options = config.load(config_file)
    said = {name: value for name, value in given.items() if value not in (None, ())}
    if "today" in said:
        said["today"] = iso_day(said["today"], "--today")
    return replace(options, **said)


@contextmanager
def trouble(*more: type[Exception]) -> Iterator[None]:
    """Turn what a user can mend into one line on stderr and exit code 2."""
    expected: tuple[type[Exception], ...] = (ConfigError, ValueError, OSError, *more)
    try:
        yield
    except BrokenPipeError:
        raise
    except expected as error:
        where = f"{error.filename}: {error.strerror}" if isinstance(error, OSError) and error.filename else str(error)
        click.echo(f"corpus-clean: {one_line(where, _MESSAGE)}", err=True)
        sys.exit(TROUBLE)
