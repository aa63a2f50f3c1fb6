"""Whose articles there are, and their texts as the entries of a source profile see them, as often as needed."""

from __future__ import annotations

import math
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

import orjson

from cleaner.config import Options
from cleaner.engine import Cleaner
from cleaner.read import discover, read
from cleaner.read.profile import Profile
from cleaner.read.walk import Item
from cleaner.record import Record
from cleaner.rule import chosen
from cleaner.rule import discover as general_rules
from cleaner.run.desk import hosts

BEFORE_CONTENT = ("encoding", "escapes", "markup")
"""The phases whose result the entries of a profile see."""

MOST = 10_000
"""So many articles of a supplier at most are looked at, spread evenly over all of them."""

_TWINS = 500_000


class Supplier(NamedTuple):
    """Whose articles are looked at together: a publisher, or else a folder or file of the input."""

    name: str
    match: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()


class Articles:
    """The input, by supplier.  ``suppliers`` are those with ``least`` articles, by name; raises FileNotFoundError."""

    def __init__(self, root: Path, options: Options, least: int) -> None:
        self._items = discover(root)
        self._reading = options.reading()
        self._front = Cleaner(chosen(general_rules(), BEFORE_CONTENT))
        counted = Counter((publisher(record), _place(record, item)) for record, item in self._records())
        named: Counter[str] = Counter()
        for (name, _), count in counted.items():
            named[name] += count if name else 0
        self._publishers = {name for name, count in named.items() if count >= least}
        sizes: Counter[Supplier] = Counter()
        for (name, place), count in counted.items():
            sizes[self._supplier(name, place)] += count
        self._names = _names(supplier for supplier, count in sizes.items() if count >= least)
        self._steps = {name: math.ceil(sizes[supplier] / MOST) for supplier, name in self._names.items()}
        self.suppliers = {name: supplier._replace(name=name) for supplier, name in self._names.items()}

    def of(self, names: Iterable[str]) -> Texts:
        """The articles of some suppliers."""
        return Texts(self._chosen(set(names)), self._front)

    def _chosen(self, wanted: set[str]) -> Iterator[tuple[str, Record]]:
        numbers: dict[str, int] = defaultdict(int)
        for record, item in self._records():
            name = self._names.get(self._supplier(publisher(record), _place(record, item)), "")
            if name in wanted:
                numbers[name] += 1
                if numbers[name] % self._steps[name] == 0:
                    yield name, record

    def _records(self) -> Iterator[tuple[Record, Item]]:
        for item in self._items:
            for record in read(item, self._reading):
                if isinstance(record, Record):
                    yield record, item

    def _supplier(self, name: str, place: Supplier) -> Supplier:
        return Supplier(slug(name), publishers=(name,)) if name in self._publishers else place


class Texts:
    """Supplier, text and record of each article, in order, the same text never twice.

    The texts are kept in a file without a name, so that the input is read and repaired only once.
    """

    def __init__(self, records: Iterator[tuple[str, Record]], front: Cleaner) -> None:
        self._records = records
        self._front = front
        self._file: IO[bytes] | None = None
        self._profiles: dict[str, Profile | None] = {}

    def __iter__(self) -> Iterator[tuple[str, str, Record]]:
        if self._file is None:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115
            yield from self._first(self._file)
            return
        self._file.seek(0)
        for line in self._file:
            name, text, profile, record = orjson.loads(line)
            yield name, text, Record(**record, profile=self._profiles[profile])

    def _first(self, file: IO[bytes]) -> Iterator[tuple[str, str, Record]]:
        seen: set[bytes] = set()
        for name, record in self._records:
            text = self._front.clean(record.text, record.fields, kind=record.kind).text
            mark = blake2b(f"{name}\0{text}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
            if mark in seen:
                continue
            if len(seen) < _TWINS:
                seen.add(mark)
            kept = {key: getattr(record, key) for key in ("id", "text", "path", "line", "kind", "source", "fields")}
            profile = record.profile.name if record.profile else ""
            self._profiles[profile] = record.profile
            file.write(orjson.dumps([name, text, profile, kept], default=str) + b"\n")
            yield name, text, record


def _place(record: Record, item: Item) -> Supplier:
    """The folder or file that stands for the supplier of a record that names none."""
    known = record.profile.name if record.profile else ""
    top, slash, _ = item.rel.partition("/")
    if slash:
        return Supplier(known or slug(top), match=(f"{top}/*",))
    if item.format in ("text", "markdown", "html"):
        return Supplier(known or slug(item.home), match=(f"{item.home}/*{PurePosixPath(item.rel).suffix}",))
    return Supplier(known or slug(top.partition(".")[0]), match=(item.rel,))


def publisher(record: Record) -> str:
    """Who published a record, as far as it says: its publisher, its source, or the host of its address."""
    known = record.profile.name if record.profile else ""
    named = record.fields.get("publisher") or (record.source if record.source != known else "")
    if isinstance(named, str) and named.strip():
        return named.strip()
    return next(iter(hosts(record.fields.get("url"))), "")


def slug(name: str) -> str:
    """``name`` as the name of a profile."""
    return re.sub(r"[^\w.]+", "-", name.lower()).strip("-._")[:60] or "source"


def _names(suppliers: Iterable[Supplier]) -> dict[Supplier, str]:
    """A name of its own for each supplier: its slug, with a number where that is taken."""
    found: dict[Supplier, str] = {}
    for supplier in sorted(suppliers):
        name, number = supplier.name, 1
        while name in found.values():
            number += 1
            name = f"{supplier.name}-{number}"
        found[supplier] = name
    return found
