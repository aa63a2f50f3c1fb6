"""`undo`, `validate`, `schema` and `report`, which work on what has been written."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cleaner import garbage
from cleaner.commands.options import CLEAN, FINDINGS, reporting, trouble


@click.command()
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.argument("dest", metavar="DEST", type=click.Path(path_type=Path))
def undo(out: Path, dest: Path) -> None:
    """Give back the original texts of a cleaned folder OUT, character for character, in the new folder DEST."""
    from cleaner.run.restore import Mismatch, restore

    garbage.release()
    with trouble(Mismatch):
        count = restore(out, dest)
        click.echo(f"{count} texts restored to {dest}", err=True)


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--schema", "name", help="Check against this schema; by default the one the path tells, else article.")
def validate(files: tuple[Path, ...], name: str | None) -> None:
    """Check the files of a cleaned folder OUT, or single JSON Lines and Parquet files, against the schemas.

    Exit code 1 when a row does not fit.
    """
    from cleaner.run.checkrows import faults

    garbage.release()
    found = 0
    with trouble():
        for fault in faults(files, name):
            found += 1
            click.echo(fault)
        click.echo(f"{found} faults found" if found else "every row fits its schema", err=True)
    sys.exit(FINDINGS if found else CLEAN)


@click.command()
@click.argument("name")
def schema(name: str) -> None:
    """Print a JSON Schema: article, edit, rejected, finding, manifest or config."""
    import orjson

    from cleaner.validate import schema as load

    with trouble():
        click.echo(orjson.dumps(load(name), option=orjson.OPT_INDENT_2).decode())


@click.command()
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@reporting
def report(out: Path, report: tuple[str, ...], exit_zero: bool | None) -> None:
    """Report on a cleaned folder OUT again, in any format.

    Exit code 1 when records were rejected.
    """
    from cleaner.report import emit
    from cleaner.run.outcome import rows, totals

    garbage.release()
    with trouble():
        numbers = totals(out)
        emit(lambda: rows(out), numbers, report or ("text",))
        said = f"{numbers.articles} articles, {numbers.rejected} rejected, {numbers.findings} findings"
        click.echo(f"{numbers.records} records: {said}", err=True)
    sys.exit(FINDINGS if numbers.rejected and not exit_zero else CLEAN)
