"""Findings and totals of a run, in the formats that people and CI systems read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from cleaner.report import gitlab, html, plain, sarif
from cleaner.report.model import Row, Totals
from cleaner.report.plain import github, jsonl, junit, text

Writer = Callable[[Iterable[Row], Totals, TextIO], None]

FORMATS: dict[str, Writer] = {
    "text": text,
    "json": plain.json_document,
    "jsonl": jsonl,
    "github": github,
    "sarif": sarif.write,
    "junit": junit,
    "gitlab": gitlab.write,
    "html": html.write,
}
"""Every report format by its name on the command line."""

__all__ = ["FORMATS", "Row", "Totals"]
