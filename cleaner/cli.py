"""The command line: options in, pipeline called, exit code out; no logic of its own."""

from __future__ import annotations

import click

from cleaner.commands.learn import learn
from cleaner.commands.look import check, diff
from cleaner.commands.output import report, schema, undo, validate
from cleaner.commands.rules import explain, rules
from cleaner.commands.run import run


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


for command in (run, check, diff, explain, rules, learn, undo, validate, schema, report):
    cli.add_command(command)
