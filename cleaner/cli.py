"""The command line: options in, pipeline called, exit code out; no logic of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cleaner import config, garbage
from cleaner.config import ConfigError, Options
from cleaner.read.profile import iso_day
from cleaner.show import one_line

if TYPE_CHECKING:
    from cleaner.run.tally import Tally

CLEAN, FINDINGS, TROUBLE = 0, 1, 2
"""Exit codes: all clean or cleaned; findings remain; usage, configuration or internal error."""

_MESSAGE = 2_000


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
        click.option("--encoding", help="Character set of all input; detected by default."),
        click.option("--text-field", metavar="FIELD", help="The input field that holds the text."),
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


profiles = click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path),
    help="Configuration file (TOML), for the entries of its source profiles.",
)


@cli.command()
@click.argument("code", metavar="RULE")
@profiles
def explain(code: str, config_file: Path | None) -> None:
    """Say what a rule or source profile does, why, and what it leaves alone; RULE is a code or a name."""
    from cleaner.explain import page
    from cleaner.run.desk import every_rule

    with trouble():
        rules = every_rule(settle(config_file))
        found = [rule for rule in rules if code.upper() == rule.code or code == rule.name]
        if not found:
            raise ValueError(f"no rule is called {code!r}; `corpus-clean rules` lists them all")
        click.echo(page(found[0]))


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="As a JSON array.")
@profiles
def rules(as_json: bool, config_file: Path | None) -> None:
    """List all rules in the order in which they run, then the source profiles that have entries."""
    from cleaner.explain import as_rows, table
    from cleaner.run.desk import every_rule

    with trouble():
        found = every_rule(settle(config_file))
        if as_json:
            import orjson

            click.echo(orjson.dumps(as_rows(found), option=orjson.OPT_INDENT_2).decode())
        else:
            table(found)


@cli.command()
@click.argument("inputs", metavar="IN...", nargs=-1, required=True)
@options
@reporting
def check(inputs: tuple[str, ...], config_file: Path | None, **given: Any) -> None:
    """Say what would change in IN (files, folders, or - for a stream), and write nothing.

    Exit code 1 when something would change or a record would be rejected.
    """
    from cleaner.look import count, edit_rows, look, rows, unreadable_row
    from cleaner.report import Row, Totals, emit

    with trouble():
        options = settle(config_file, **given)
        totals = Totals()

        def findings() -> Iterator[Row]:
            for seen in look(inputs, options, sys.stdin.buffer):
                count(totals, seen)
                if isinstance(seen, tuple):
                    yield from rows(*seen)
                    yield from edit_rows(*seen)
                else:
                    yield unreadable_row(seen)

        emit(findings, totals, options.report or ("text",))
        click.echo(
            f"{totals.records} records: {totals.changed} would change, {totals.rejected} would be rejected", err=True
        )
    sys.exit(FINDINGS if (totals.changed or totals.rejected) and not options.exit_zero else CLEAN)


@cli.command()
@click.argument("inputs", metavar="IN...", nargs=-1, required=True)
@options
@click.option("--exit-zero", is_flag=True, default=None, help="Exit with 0 even when something would change.")
@click.option("--color/--no-color", default=None, help="Colours; by default on a terminal only.")
def diff(inputs: tuple[str, ...], config_file: Path | None, color: bool | None, **given: Any) -> None:
    """Show what would change in IN, document by document, like a version-control diff.

    Exit code 1 when something would change.
    """
    from cleaner.diff import diff as lines_of
    from cleaner.document import Unreadable
    from cleaner.look import look

    colours = {"-": "red", "+": "green", "@": "cyan"}
    changed = False
    with trouble():
        options = settle(config_file, **given)
        for seen in look(inputs, options, sys.stdin.buffer):
            if isinstance(seen, Unreadable) or not seen[1].edits:
                continue
            changed = True
            for number, line in enumerate(lines_of(f"{seen[0].path}:{seen[0].line}", seen[1])):
                styled = click.style(line, bold=True) if number < 2 else click.style(line, fg=colours.get(line[:1]))
                click.echo(styled, color=color)
    sys.exit(FINDINGS if changed and not options.exit_zero else CLEAN)


@cli.command()
@click.argument("source", metavar="IN")
@click.argument("out", metavar="OUT")
@options
@reporting
@click.option("--jobs", "-j", type=click.IntRange(0), help="Worker processes; 0 is one a core. [0]")
@click.option("--format", type=click.Choice(config.FORMATS), help="Of the output files. [jsonl]")
@click.option("--compress", type=click.Choice(config.COMPRESSIONS), help="Compress the output files, never a stream.")
@click.option("--extra", is_flag=True, default=None, help="Keep fields that no article field stands for, as JSON text.")
@click.option("--max-rejected", type=click.FloatRange(0, 1), help="Share of records that may be rejected. [0]")
@click.option("--fail-on", type=click.Choice(config.FAIL_LEVELS), help="What ends with exit code 1. [rejected]")
@click.option("--quiet", "-q", is_flag=True, help="No progress bar and no closing table.")
@click.option("--statistics", is_flag=True, default=None, help="Show edits and time of each rule; not for a stream.")
def run(source: str, out: str, config_file: Path | None, quiet: bool, **given: Any) -> None:
    """Clean IN (a file, a folder, or - for a stream) into the folder OUT (or - for a stream of articles)."""
    from cleaner.pipeline import Trouble
    from cleaner.run.lock import Busy
    from cleaner.terminal import clean_folder, clean_stream

    with trouble(Trouble, Busy):
        options = settle(config_file, **given)
        if not source or not out:
            raise ValueError("IN and OUT must not be empty; write . for the current folder")
        if source == "-" or out == "-":
            tally = clean_stream(source, out, options, quiet)
        else:
            tally = clean_folder(Path(source), Path(out), options, quiet)
    sys.exit(verdict(tally, options))


def verdict(tally: Tally, options: Options) -> int:
    """The exit code that a run's numbers ask for."""
    if options.exit_zero or options.fail_on == "never":
        return CLEAN
    if tally.rejected > options.max_rejected * tally.records:
        return FINDINGS
    asked = config.FAIL_LEVELS[1:4]
    levels = asked[: asked.index(options.fail_on) + 1] if options.fail_on in asked else ()
    return FINDINGS if any(tally.levels[level] for level in levels if level != "error" or not tally.rejected) else CLEAN


@cli.command()
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="File to write. [stdout]")
@click.option("--min-articles", type=click.IntRange(2), default=5, help="In at least so many articles. [5]")
@click.option("--min-share", type=click.FloatRange(0.001, 1), default=0.02, help="In at least this share. [0.02]")
@click.option("--config", "config_file", type=click.Path(path_type=Path), help="Configuration file (TOML).")
@click.option("--encoding", help="Character set of all input; detected by default.")
@click.option("--text-field", metavar="FIELD", help="The input field that holds the text.")
def learn(
    source: Path, output: Path | None, min_articles: int, min_share: float, config_file: Path | None, **given: Any
) -> None:
    """Propose source profiles from what recurs in the articles of each supplier of IN, a file or folder.

    A supplier is a publisher that the records name, the host of their addresses, or else a folder or file of IN.
    What is written is a configuration file for a person to read, correct and use; nothing is applied.
    """
    from cleaner.learn import Terms, profiles_text
    from cleaner.learn import learn as learned

    garbage.release()
    with trouble():
        if str(source) == "-":
            raise ValueError("learn reads IN several times, which a stream does not allow: name a file or folder")
        found = learned(source, settle(config_file, **given), Terms(min_articles, min_share))
        text = profiles_text(found)
        if output:
            output.write_text(text, encoding="utf-8", newline="\n")
        else:
            click.echo(text, nl=False)
        articles, entries = sum(one.articles for one in found), sum(len(one.entries) for one in found)
        doubtful, known = sum(len(one.doubtful) for one in found), sum(len(one.known) for one in found)
        click.echo(
            f"{articles} articles of {len(found)} suppliers: {entries} entries proposed; "
            f"{doubtful} are doubtful, {known} the rules take already",
            err=True,
        )


@cli.command()
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.argument("dest", metavar="DEST", type=click.Path(path_type=Path))
def undo(out: Path, dest: Path) -> None:
    """Give back the original texts of a cleaned folder OUT, character for character, in the new folder DEST."""
    from cleaner.run.restore import Mismatch, restore

    garbage.release()
    with trouble(Mismatch):
        count = restore(out, dest)
        click.echo(f"{count} texts restored to {dest}", err=True)


@cli.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--schema", "name", help="Check against this schema; by default the one the path tells, else article.")
def validate(files: tuple[Path, ...], name: str | None) -> None:
    """Check JSON Lines files (or folders of them) against the schemas."""
    from cleaner.run.checkrows import faults

    garbage.release()
    found = 0
    with trouble():
        for fault in faults(files, name):
            found += 1
            click.echo(fault)
    sys.exit(FINDINGS if found else CLEAN)


@cli.command()
@click.argument("name")
def schema(name: str) -> None:
    """Print a JSON Schema: article, edit, rejected, finding, manifest or config."""
    import orjson

    from cleaner.validate import schema as load

    with trouble():
        click.echo(orjson.dumps(load(name), option=orjson.OPT_INDENT_2).decode())


@cli.command()
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@reporting
def report(out: Path, report: tuple[str, ...], exit_zero: bool | None) -> None:
    """Report on a cleaned folder OUT again, in any format."""
    from cleaner.report import emit
    from cleaner.run.outcome import rows, totals

    garbage.release()
    with trouble():
        numbers = totals(out)
        emit(lambda: rows(out), numbers, report or ("text",))
    sys.exit(FINDINGS if numbers.rejected and not exit_zero else CLEAN)
