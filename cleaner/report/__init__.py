"""Findings and totals of a run, in the formats that people and CI systems read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TextIO

from cleaner.report.model import Row, Spool, Totals

Writer = Callable[[Iterable[Row], Totals, TextIO], None]

FORMATS = {
    "text": ("plain", "text"),
    "json": ("plain", "json_document"),
    "jsonl": ("plain", "jsonl"),
    "github": ("plain", "github"),
    "sarif": ("sarif", "write"),
    "junit": ("plain", "junit"),
    "gitlab": ("gitlab", "write"),
    "html": ("html", "write"),
}
"""Every report format by its name on the command line, and where it is written: module and function."""

STREAMED = ("text", "jsonl", "github")
"""Formats that need no totals before the first finding, and go through the findings once."""

__all__ = ["FORMATS", "Row", "Totals", "destination", "emit"]


PLACED = ("github", "sarif", "gitlab")
"""Formats whose readers look for the file in a repository."""


class _Placed:
    """Findings with ``home`` in front of their paths; they can be gone through as often as ``rows``."""

    def __init__(self, rows: Iterable[Row], home: str) -> None:
        self._rows, self._home = rows, home

    def __iter__(self) -> Iterator[Row]:
        return (row.below(self._home) for row in self._rows)


def emit(rows: Callable[[], Iterable[Row]], totals: Totals, wanted: Sequence[str], home: str = "") -> None:
    """Write the findings in every wanted ``FORMAT[=FILE]``; the first to standard output when it names no file.

    Rows are asked for once; when several reports are wanted, or one needs the totals first, they are kept in a
    temporary file in between.  ``home`` is what paths start from, for the formats of ``PLACED``.  Raises ValueError for
    an unknown format.
    """
    targets = [destination(word) for word in wanted]
    if len(targets) == 1 and targets[0][0] in STREAMED:
        _write(targets[0], rows(), totals, home)
        return
    with Spool() as spool:
        spool.fill(rows())
        for target in targets:
            _write(target, spool, totals, home)


def destination(word: str) -> tuple[str, str]:
    """Format and file name (empty for standard output) of ``FORMAT[=FILE]``.  Raises ValueError."""
    name, _, file = word.partition("=")
    if name not in FORMATS:
        raise ValueError(f"unknown report format {name!r}; known are {', '.join(FORMATS)}")
    return name, file


def writer(name: str) -> Writer:
    """What writes a format."""
    module, function = FORMATS[name]
    found: Writer = getattr(import_module(f"cleaner.report.{module}"), function)
    return found


def _write(target: tuple[str, str], rows: Iterable[Row], totals: Totals, home: str) -> None:
    name, file = target
    if home and name in PLACED:
        rows = _Placed(rows, home)
    if file:
        with Path(file).open("w", encoding="utf-8", newline="\n") as out:
            writer(name)(rows, totals, out)
    else:
        writer(name)(rows, totals, sys.stdout)
        sys.stdout.flush()
