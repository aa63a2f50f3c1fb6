"""What is one piece of work: an input file or a byte range of a large one; small pieces are done in runs.

The partition depends on the input alone, never on the number of workers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from cleaner.read import Item, ranges
from cleaner.write.names import all_printable, assign

RANGE = 1 << 20
"""Bytes of one range of a large JSON Lines file."""

RUN_FILES, RUN_BYTES = 256, 1 << 20
"""At most so many small files, or so many bytes of them, are one unit."""

_BLOCK = 1 << 20


class Piece(NamedTuple):
    """An input file, or its bytes ``start`` to ``end`` (``end`` 0: all of it), and the output it goes to."""

    item: Item
    output: str
    start: int = 0
    end: int = 0
    first_line: int = 1

    @property
    def place(self) -> str:
        """What tells the piece from all others of the run."""
        return f"{self.start}:{self.item.rel}"

    @property
    def size(self) -> int:
        """Bytes of input."""
        return (self.end or self.item.size) - self.start

    def key(self, context: bytes, data: bytes | None = None) -> str:
        """A checksum over the piece's bytes, its place, its output, and ``context`` (rules, configuration, version).

        ``data`` are its bytes, if they have been read before.  A file that cannot be read counts as what the system
        says about it.
        """
        item = self.item
        about = (
            f"\0{item.rel}\0{self.output}\0{item.format}\0{item.compression}\0{item.refused}\0{self.start}\0{item.home}"
        )
        mark = sha256(context + f"{about}\0{self.first_line}\0".encode())
        if data is not None:
            mark.update(data)
        elif not item.refused:
            try:
                with item.path.open("rb") as file:
                    file.seek(self.start)
                    left = self.size if self.end else -1
                    while left and (block := file.read(min(_BLOCK, left) if left > 0 else _BLOCK)):
                        mark.update(block)
                        left -= len(block) if left > 0 else 0
            except OSError as error:
                mark.update(f"unreadable {error.errno}".encode())
        return mark.hexdigest()


class Unit(NamedTuple):
    """Pieces that one worker does in one go."""

    pieces: tuple[Piece, ...]

    @property
    def size(self) -> int:
        """Bytes of input."""
        return sum(piece.size for piece in self.pieces)


@dataclass
class Plan:
    """All units of a run, and for each output the pieces that make it, in order."""

    units: list[Unit] = field(default_factory=list)
    outputs: dict[str, list[Piece]] = field(default_factory=dict)


def plan(items: Sequence[Item]) -> Plan:
    """The work of a run.  Raises OSError when a large file cannot be read."""
    items = all_printable(items)
    names, made = assign(items), Plan()
    run: list[Piece] = []
    size = 0
    for item in items:
        for piece in _pieces(item, names[item.rel]):
            made.outputs.setdefault(piece.output, []).append(piece)
            if run and (len(run) == RUN_FILES or size + piece.size > RUN_BYTES):
                made.units.append(Unit(tuple(run)))
                run, size = [], 0
            run.append(piece)
            size += piece.size
    if run:
        made.units.append(Unit(tuple(run)))
    return made


def _pieces(item: Item, output: str) -> list[Piece]:
    if item.refused or item.format != "jsonl" or item.compression or item.size <= RANGE:
        return [Piece(item, output)]
    cuts = ranges(item, RANGE)
    if len(cuts) == 1:
        return [Piece(item, output)]
    return [Piece(item, output, start, end, line) for start, end, line in cuts]
