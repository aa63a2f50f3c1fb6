"""What is one piece of work: an input file, a range of a large one, or a run of small ones.

The partition depends on the input alone, never on the number of workers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from cleaner.read import Item, ranges
from cleaner.show import visible

RANGE = 4 << 20
"""Bytes of one range of a large JSON Lines file."""

BATCH_FILES, BATCH_BYTES = 256, 1 << 20
"""At most so many loose documents, or so many bytes of them, are one unit."""

LOOSE = ("text", "markdown", "html")
"""Formats whose files are one document each; those of one folder share an output."""


@dataclass(frozen=True)
class Unit:
    """Some whole files, or the bytes ``start`` to ``end`` of one (``end`` 0: all of it)."""

    items: tuple[Item, ...]
    start: int = 0
    end: int = 0
    first_line: int = 1

    def key(self, context: bytes) -> str:
        """A checksum over the unit's bytes, their names, and ``context`` (rules, configuration, version).

        A file that cannot be read counts as what the system says about it.
        """
        mark = sha256(context)
        for item in self.items:
            mark.update(
                f"\0{item.rel}\0{item.format}\0{item.refused}\0{self.start}\0{self.first_line}\0".encode(
                    "utf-8", "surrogateescape"
                )
            )
            if not item.refused:
                self._bytes(item, mark)
        return mark.hexdigest()

    def _bytes(self, item: Item, mark: object) -> None:
        update = mark.update  # type: ignore[attr-defined]
        try:
            with item.path.open("rb") as file:
                file.seek(self.start)
                left = (self.end or item.size + 1) - self.start
                while left > 0 and (block := file.read(min(1 << 20, left))):
                    update(block)
                    left -= len(block)
        except OSError as error:
            update(f"unreadable {error.errno}".encode())


@dataclass(frozen=True)
class Output:
    """One output and the units that make it, in order.  ``name`` is its POSIX path below ``articles/`` and the rest."""

    name: str
    units: tuple[Unit, ...]

    @property
    def inputs(self) -> tuple[Item, ...]:
        """The input files, in order, each once."""
        return tuple(dict.fromkeys(item for unit in self.units for item in unit.items))


def plan(items: Sequence[Item]) -> Iterator[Output]:
    """The outputs of a run, sorted by name.  Raises OSError when a large file cannot be read."""
    loose: dict[str, list[Item]] = {}
    single: list[tuple[str, Item]] = []
    for item in items:
        if item.format in LOOSE and not item.compression and not item.refused:
            loose.setdefault(str(PurePosixPath(item.rel).parent), []).append(item)
        else:
            single.append((_name(item.rel), item))
    taken = {name for name, _ in single}
    outputs = [Output(name, _units(item)) for name, item in single]
    for folder, members in loose.items():
        outputs.append(Output(_free(folder, taken), tuple(_batches(members))))
    yield from sorted(outputs, key=lambda output: output.name)


def _name(rel: str) -> str:
    safe = "/".join(_safe(part) for part in PurePosixPath(rel).parts)
    return safe if safe.endswith(".jsonl") else f"{safe}.jsonl"


def _safe(part: str) -> str:
    """A path part that no file system or terminal trips over; ``%`` marks what was replaced."""
    shown = visible(part.encode("utf-8", "backslashreplace").decode()).replace("\t", "%09").replace("\n", "%0A")
    return "%2E%2E" if shown == ".." else "".join("%5C" if c in "\\:" else c for c in shown)


def _free(folder: str, taken: set[str]) -> str:
    stem = "_documents"
    while True:
        name = f"{stem}.jsonl" if folder == "." else f"{_name(folder).removesuffix('.jsonl')}/{stem}.jsonl"
        if name not in taken:
            return name
        stem = f"_{stem}"


def _units(item: Item) -> tuple[Unit, ...]:
    if item.refused or item.format != "jsonl" or item.compression:
        return (Unit((item,)),)
    pieces = ranges(item, RANGE)
    if len(pieces) == 1:
        return (Unit((item,)),)
    return tuple(Unit((item,), start, end, line) for start, end, line in pieces)


def _batches(items: Sequence[Item]) -> Iterator[Unit]:
    batch: list[Item] = []
    size = 0
    for item in items:
        if batch and (len(batch) == BATCH_FILES or size + item.size > BATCH_BYTES):
            yield Unit(tuple(batch))
            batch, size = [], 0
        batch.append(item)
        size += item.size
    if batch:
        yield Unit(tuple(batch))
