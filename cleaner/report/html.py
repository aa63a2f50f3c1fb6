"""One self-contained HTML page: no script, no outside resource, all third-party text escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TextIO

from cleaner.report.model import Row, Totals
from cleaner.show import one_line, visible

_HEAD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>corpus-clean report</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1b1f24 }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2rem }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 1rem 0 }
dl div { background: #f3f5f7; border-radius: .5rem; padding: .6rem .9rem }
dt { color: #57606a; font-size: .85rem } dd { font-size: 1.4rem; margin: 0; font-variant-numeric: tabular-nums }
table { border-collapse: collapse; width: 100% } th { text-align: left; color: #57606a; font-weight: 600 }
td, th { border-bottom: 1px solid #d8dee4; padding: .35rem .6rem; vertical-align: top; overflow-wrap: anywhere }
td.n { text-align: right; font-variant-numeric: tabular-nums }
.bar { background: #2f6fde; display: inline-block; height: .7em; min-width: 2px; border-radius: 2px }
.error { color: #b42318; font-weight: 600 } .warning { color: #8a5a00 } .info { color: #57606a }
code { background: #f3f5f7; border-radius: .25rem; padding: 0 .25rem }
</style></head><body>
<h1>corpus-clean report</h1>
"""


def write(rows: Iterable[Row], totals: Totals, out: TextIO) -> None:
    """Totals, a bar for every rule that fired, and all findings."""
    out.write(_HEAD)
    numbers = (
        ("records", totals.records),
        ("articles", totals.articles),
        ("changed", totals.changed),
        ("rejected", totals.rejected),
        ("characters in", totals.chars_in),
        ("characters out", totals.chars_out),
    )
    out.write("<dl>" + "".join(f"<div><dt>{name}</dt><dd>{n:,}</dd></div>" for name, n in numbers) + "</dl>\n")
    _rules(totals, out)
    out.write(
        "<h2>Findings</h2>\n<table><thead><tr><th>Level</th><th>Rule</th><th>Place</th><th>What</th></tr></thead>"
    )
    out.write("<tbody>\n")
    for row in rows:
        level = row.level if row.level in ("error", "warning") else "info"
        cells = (
            f'<td class="{level}">{level}</td>',
            f"<td><code>{escape(row.code)}</code> {escape(row.name)}</td>",
            f"<td>{escape(visible(row.path))}:{row.line}</td>",
            f"<td>{escape(one_line(row.message, 400))}</td>",
        )
        out.write("<tr>" + "".join(cells) + "</tr>\n")
    out.write("</tbody></table>\n</body></html>\n")


def _rules(totals: Totals, out: TextIO) -> None:
    if not totals.rules:
        return
    most = max(totals.rules.values())
    out.write("<h2>Edits by rule</h2>\n<table><tbody>\n")
    for code, count in sorted(totals.rules.items(), key=lambda item: (-item[1], item[0])):
        bar = f'<span class="bar" style="width:{count / most:.1%}"></span>'
        name = f"<code>{escape(code)}</code> {escape(totals.names.get(code, ''))}"
        out.write(f'<tr><td>{name}</td><td class="n">{count:,}</td><td style="width:60%">{bar}</td></tr>\n')
    out.write("</tbody></table>\n")
