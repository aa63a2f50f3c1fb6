"""What every report format is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import orjson

from cleaner.run.tally import Tally


class Row(NamedTuple):
    """One finding with its place: ``line`` is 1-based, ``start`` and ``end`` characters of the original text or -1."""

    code: str
    name: str
    level: str
    message: str
    path: str
    line: int
    id: str | None
    start: int
    end: int

    def below(self, home: str) -> Row:
        """The finding with ``home`` in front of its path."""
        return self._replace(path=home + self.path)


@dataclass
class Totals(Tally):
    """The numbers of a run, with the names of the rules by code."""

    names: dict[str, str] = field(default_factory=dict)


class Spool:
    """Findings kept in a temporary file, so that several reports can be written and memory does not grow."""

    def __init__(self) -> None:
        import tempfile

        self._file = tempfile.TemporaryFile()  # noqa: SIM115

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def fill(self, rows: Iterable[Row]) -> None:
        """Take in all rows."""
        for row in rows:
            self._file.write(orjson.dumps(tuple(row)) + b"\n")

    def __iter__(self) -> Iterator[Row]:
        self._file.seek(0)
        for line in self._file:
            yield Row(*orjson.loads(line))
