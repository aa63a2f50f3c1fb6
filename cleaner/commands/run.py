"""`run`, the command that cleans."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cleaner import config
from cleaner.commands.options import CLEAN, FINDINGS, cleaning, reporting, settle, trouble
from cleaner.config import Options

if TYPE_CHECKING:
    from cleaner.run.tally import Tally


@click.command()
@click.argument("source", metavar="IN")
@click.argument("out", metavar="OUT")
@cleaning
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
