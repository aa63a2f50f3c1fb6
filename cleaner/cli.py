"""The command line: options in, pipeline called, exit code out; no logic of its own."""

from __future__ import annotations

from pathlib import Path

import click

from cleaner.commands.learn import learn
from cleaner.commands.look import check, diff
from cleaner.commands.options import TROUBLE
from cleaner.commands.output import report, schema, undo, validate
from cleaner.commands.rules import explain, rules
from cleaner.commands.run import run
from cleaner.show import one_line


class DefaultRun(click.Group):
    """A group whose first word may be left out: `corpus-clean IN OUT` is `corpus-clean run IN OUT`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ("--help", "-h", "--version"):
            self._look_for(ctx, args[0])
            args = ["run", *args]
        return super().parse_args(ctx, args)

    def _look_for(self, ctx: click.Context, word: str) -> None:
        """End the run when ``word`` is neither there to be read nor an option, but almost a command."""
        if word[:1] in ("", "-") or Path(word).exists():
            return
        from difflib import get_close_matches

        close = get_close_matches(word, self.commands, 1, 0.75)
        if close:
            said = f"{one_line(word)}: no such file or folder; did you mean `{ctx.command_path} {close[0]}`?"
            click.echo(f"corpus-clean: {said}", err=True)
            ctx.exit(TROUBLE)


@click.group(cls=DefaultRun, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="corpus-clean", message="corpus-clean %(version)s")
def cli() -> None:
    """Clean article dumps, account for every change, and say whether a dump is fit to ingest.

    `corpus-clean IN OUT` cleans the file or folder IN (or `-`) into the folder OUT.
    Exit code: 0 all clean or cleaned, 1 records were rejected (or what --fail-on names was found; for check and diff:
    something would change), 2 usage, configuration or internal error.
    """


for command in (run, check, diff, explain, rules, learn, undo, validate, schema, report):
    cli.add_command(command)
