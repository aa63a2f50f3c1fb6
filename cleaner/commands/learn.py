"""`learn`, which proposes source profiles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cleaner import garbage
from cleaner.commands.options import settle, trouble


@click.command()
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="File to write. [stdout]")
@click.option("--min-articles", type=click.IntRange(2), default=5, help="In at least so many articles. [5]")
@click.option("--min-share", type=click.FloatRange(0.001, 1), default=0.02, help="In at least this share. [0.02]")
@click.option("--config", "config_file", type=click.Path(path_type=Path), help="Configuration file (TOML).")
@click.option("--encoding", help="Character set of all input; detected by default.")
@click.option("--text-field", metavar="FIELD", help="The input field that holds the text, if there is one so called.")
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
        terms = Terms(min_articles, min_share)
        found = learned(source, settle(config_file, **given), terms)
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
        if not found:
            click.echo(f"no supplier in it has {terms.enough} articles; --min-articles asks for half as many", err=True)
