"""`rules` and `explain`, which say what the rules do."""

from __future__ import annotations

from pathlib import Path

import click

from cleaner.commands.options import profiles, settle, trouble


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As a JSON array.")
@profiles
def rules(as_json: bool, config_file: Path | None) -> None:
    """List all rules in the order in which they run, then the source profiles that have entries."""
    from cleaner.explain import as_rows, table
    from cleaner.rule import discover
    from cleaner.run.desk import every_rule

    with trouble():
        found = every_rule(settle(config_file), discover)
        if as_json:
            import orjson

            click.echo(orjson.dumps(as_rows(found), option=orjson.OPT_INDENT_2).decode())
        else:
            table(found)


@click.command()
@click.argument("code", metavar="RULE")
@profiles
def explain(code: str, config_file: Path | None) -> None:
    """Say what a rule or source profile does, why, and what it leaves alone; RULE is a code or a name."""
    from cleaner.explain import page
    from cleaner.rule import discover, named, unknown
    from cleaner.run.desk import every_rule

    with trouble():
        rules = every_rule(settle(config_file), discover)
        found = [rule for rule in rules if code.upper() == rule.code or code == rule.name]
        if not found:
            several = [rule.code for rule in rules if named(rule, code)]
            if several:
                raise ValueError(f"{code!r} stands for {len(several)} rules: {', '.join(several)}; explain one of them")
            raise unknown(code, rules)
        click.echo(page(found[0]))
