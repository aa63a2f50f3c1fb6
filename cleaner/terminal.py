"""Running with a person watching: the progress bar, the closing table, and streams; all of it on stderr."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from cleaner.config import Options
from cleaner.look import home_of
from cleaner.pipeline import Summary, run
from cleaner.report import Row, Totals, destination, emit
from cleaner.run.outcome import rows, totals
from cleaner.run.stream import clean_records
from cleaner.run.tally import Tally
from cleaner.show import one_line

if TYPE_CHECKING:
    from rich.table import Table


def clean_folder(source: Path, out: Path, options: Options, quiet: bool) -> Tally:
    """Clean a file or folder into a folder, write the wanted reports, and show what was done."""
    for word in options.report:
        destination(word)
    watched = sys.stderr.isatty() and not quiet
    summary = with_bar(source, out, options) if watched else run(source, out, options)
    if options.report:
        emit(lambda: rows(out), totals(out), options.report, home_of(str(source)))
    if not summary.outputs:
        click.echo(nothing_in(source), err=True)
    if not quiet:
        closing(summary, out)
    if options.statistics:
        from rich.console import Console

        Console(stderr=True, markup=False, highlight=False).print(statistics(summary))
    return summary.tally


def with_bar(source: Path, out: Path, options: Options) -> Summary:
    """A run with a progress bar."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    bar = Progress(
        TextColumn("cleaning"),
        BarColumn(),
        TransferSpeedColumn(),
        TextColumn("{task.fields[records]:,} records"),
        TimeRemainingColumn(),
        console=Console(stderr=True, markup=False, highlight=False),
        transient=True,
    )
    with bar:
        task = bar.add_task("cleaning", total=None, records=0)
        return run(source, out, options, lambda at, all_, n: bar.update(task, completed=at, total=all_, records=n))


def statistics(summary: Summary) -> Table:
    """What each rule did in this run, the dearest first: edits, texts it was asked about, CPU time.

    Edits are those of the whole output, also of parts that an earlier run has finished.
    """
    from rich.table import Table

    table = Table("rule", box=None, pad_edge=False)
    for head in ("edits", "asked", "seconds", "µs a time"):
        table.add_column(head, justify="right")
    for code, cost in sorted(summary.costs.items(), key=lambda item: -item[1].seconds):
        each = cost.seconds / cost.asked * 1e6
        edits = f"{summary.tally.rules[code]:,}"
        table.add_row(
            f"{code} {summary.names.get(code, '')}", edits, f"{cost.asked:,}", f"{cost.seconds:.3f}", f"{each:.1f}"
        )
    return table


def nothing_in(source: Path | str) -> str:
    """What to say when an input holds no file, which is most likely the wrong one."""
    return f"corpus-clean: {one_line(str(source))}: holds no file to read (names that begin with a dot are left out)"


def closing(summary: Summary, out: Path) -> None:
    """The closing table: the numbers of the run, and the rules that fired most."""
    tally = summary.tally
    said = [
        (tally.records, "records read"),
        (tally.articles, f"articles written, {tally.changed:,} of them changed"),
        (tally.rejected, "records rejected"),
        (tally.findings, "findings"),
        (tally.chars_in - tally.chars_out, f"characters fewer of {tally.chars_in:,}"),
    ]
    rules = [(count, f"× {code} {summary.names.get(code, '')}") for code, count in tally.rules.most_common(12)]
    width = max(len(f"{number:,}") for number, _ in said + rules)
    for number, what in said:
        click.echo(f"{number:{width},} {what}", err=True)
    for number, what in rules:
        click.echo(click.style(f"{number:{width},} {what}", dim=True), err=True)
    place = one_line(str(out))
    if tally.findings:
        click.echo(f"`corpus-clean report {place}` says what was found, and why records were rejected", err=True)
    if summary.removed:
        click.echo(f"{summary.removed} files of an earlier run, whose inputs are gone, were removed", err=True)
    if summary.skipped:
        click.echo(
            f"{summary.skipped} of {summary.outputs} outputs were finished before and left as they are", err=True
        )


def clean_stream(source: str, out: str, options: Options, quiet: bool) -> Tally:
    """Clean with a stream at one end or both: articles to standard output, everything else to stderr or to reports.

    Raises ValueError when OUT is a folder and IN a stream, which has no place to resume from, and for a report
    without a file.
    """
    if out != "-":
        raise ValueError("a stream can only be cleaned to a stream: write `corpus-clean - -`")
    if options.statistics:
        raise ValueError("--statistics is for an output folder; a stream has none")
    for word in options.report:
        if not destination(word)[1]:
            raise ValueError(f"standard output is taken by the articles: name a file, as in --report {word}=FILE")
    totals = Totals()
    stdout: BinaryIO = sys.stdout.buffer

    def findings() -> Iterator[Row]:
        for row in clean_records(source, sys.stdin.buffer, stdout, options, totals):
            totals.findings += 1
            totals.levels[row.level] += 1
            if not quiet and row.level != "info":
                from cleaner.report.plain import line_of

                print(line_of(row), file=sys.stderr)
            yield row

    if options.report:
        emit(findings, totals, options.report)
    else:
        deque(findings(), maxlen=0)
    stdout.flush()
    return totals
