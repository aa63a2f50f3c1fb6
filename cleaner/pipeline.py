"""Units × workers × resume: what is done, in which order, and when it counts as finished."""

from __future__ import annotations

import os
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from cleaner import __version__, garbage
from cleaner.config import Options
from cleaner.read import Item, discover
from cleaner.read.profile import builtin_profiles, profile_for
from cleaner.rule import chosen
from cleaner.run.crew import Crew, Lost, prepare
from cleaner.run.desk import every_rule, limits
from cleaner.run.fingerprint import config_hash, rules_hash
from cleaner.run.journal import Journal
from cleaner.run.lock import Busy, Lock
from cleaner.run.statistics import Cost
from cleaner.run.tally import Tally
from cleaner.run.units import Piece, Plan, Unit, plan
from cleaner.run.work import KINDS, SHARDS, Done, Part, Worker, shard
from cleaner.show import one_line
from cleaner.write.atomic import checksum, sync_folder, write_bytes
from cleaner.write.join import Joining, check_format, join, target
from cleaner.write.manifest import MANIFEST, manifest_of, outputs_of

__all__ = ["Busy", "Progress", "Summary", "Trouble", "run"]

HIDDEN = ".corpus-clean"
"""The folder below OUT that holds what is not finished yet."""

_SHARE = 1 << 20
"""A worker process pays from about so many bytes of input on."""

_JOINS = 64
"""So many outputs at most are joined in one task."""

_NAME = 200
"""Characters of a file name in a message."""

Progress = Callable[[int, int, int], None]
"""Called with bytes done, bytes in all, and records so far."""

Task = Unit | tuple[Joining, ...]


class Trouble(Exception):
    """The run cannot go on; the message says why and what to do."""


@dataclass
class Summary:
    """What a run did.

    ``skipped`` outputs were finished before and are as they were; ``removed`` files belonged to inputs that are gone.
    """

    tally: Tally = field(default_factory=Tally)
    outputs: int = 0
    skipped: int = 0
    removed: int = 0
    names: dict[str, str] = field(default_factory=dict)
    costs: dict[str, Cost] = field(default_factory=dict)


def run(source: Path, out: Path, options: Options, progress: Progress | None = None) -> Summary:
    """Clean ``source`` into ``out``; finished parts of an earlier run are not done again.

    Raises Trouble, FileNotFoundError, ValueError for options that cannot be used, and Busy.
    """
    items = _outside(discover(source), out)
    if _workers(options, sum(item.size for item in items)) > 1:
        prepare()
    rules = chosen(every_rule(options), options.select, options.ignore)
    limits(options)
    check_format(options)
    items = _at_home(items, options)
    _check_ours(out)
    context = f"{__version__} {rules_hash(rules)} {config_hash(options)}".encode()
    hidden = out / HIDDEN
    try:
        (hidden / "shards").mkdir(parents=True, exist_ok=True)
        with Lock(hidden / "lock"):
            return _Run(out, options, context, plan(items), progress).go()
    except OSError as error:
        where = f"{one_line(str(error.filename), _NAME)}: " if error.filename else f"{out}: "
        raise Trouble(f"{where}{error.strerror or error}; mend that and run the same command again") from error
    except Lost as lost:
        task, why = lost.args
        what = one_line(task.pieces[0].item.rel if isinstance(task, Unit) else task[0].name, _NAME)
        raise Trouble(
            f"{what}: the worker that was busy with it {why}, most likely for want of memory; "
            "what is finished is kept: run the same command again, with fewer --jobs if it recurs"
        ) from None


def _outside(items: list[Item], out: Path) -> list[Item]:
    """The inputs that are not this run's own output."""
    place = out.resolve()
    homes = {item.rel.rpartition("/")[0]: item.path for item in items}
    inside = {folder for folder, path in homes.items() if place in path.parent.resolve().joinpath("_").parents}
    outside = [item for item in items if item.rel.rpartition("/")[0] not in inside]
    if items and not outside:
        raise Trouble(f"{out}: all input lies in the output folder; choose another one")
    return outside


def _at_home(items: list[Item], options: Options) -> list[Item]:
    """The inputs, knowing the name of their folder only where a profile is found by it: only there does it matter."""
    profiles = (*options.sources, *builtin_profiles())

    def matters(item: Item) -> bool:
        found = profile_for(item.rel, profiles, item.home)
        return found is not None and found is not profile_for(item.rel, profiles)

    return [item if matters(item) else item._replace(home="") for item in items]


def _workers(options: Options, size: int) -> int:
    """How many workers pay: no more than asked for, and than ``size`` bytes of input are worth."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(options.jobs or cores, 1 + size // _SHARE)


def _check_ours(out: Path) -> None:
    """Refuse to write over files that no run of ours has made."""
    if out.exists() and not out.is_dir():
        raise Trouble(f"{out}: is a file; OUT has to be a folder")
    if (out / HIDDEN).exists() or not out.exists():
        return
    found = [name for name in (*KINDS, MANIFEST) if (out / name).exists()]
    if found:
        raise Trouble(f"{out / found[0]}: is there already and not from a run of this tool; choose another folder")


class _Run:
    """One run, under its lock."""

    def __init__(self, out: Path, options: Options, context: bytes, work: Plan, progress: Progress | None) -> None:
        self.out, self.options, self.context, self.work, self.progress = out, options, context, work, progress
        self.hidden = out / HIDDEN
        self.previous = self.hidden / "previous.json"
        for part in (self.hidden / "shards").glob("*.part"):
            part.unlink(missing_ok=True)
        self.journal = Journal(self.hidden / "journal.jsonl", self.hidden / "shards")
        self.before = outputs_of(self.previous) | outputs_of(out / MANIFEST)
        self.summary = Summary(names={rule.code: rule.name for rule in every_rule(options)})
        self.entries: dict[str, dict[str, Any]] = {}
        self.parts: dict[str, tuple[str, Part]] = {}
        self.open = {name: len(pieces) for name, pieces in work.outputs.items()}
        self.users: dict[str, int] = defaultdict(int)
        self.problems: list[str] = []
        self.ready: deque[Joining] = deque()
        self.seen = [0, sum(unit.size for unit in work.units), 0]

    def go(self) -> Summary:
        """Do what is not done yet, and write the manifest last of all."""
        for name, pieces in self.work.outputs.items():
            entry = self._finished(name, pieces)
            if entry:
                self.summary.skipped += 1
                self._enter(entry)
                self._count(sum(piece.size for piece in pieces), entry["tally"]["records"])
        if len(self.entries) == len(self.work.outputs) and self._settled():
            self._tidy()
            return self.summary
        if (self.out / MANIFEST).exists():
            (self.out / MANIFEST).replace(self.previous)
        size = max(1, min(_workers(self.options, self.seen[1] - self.seen[0]), len(self.work.units)))
        with Crew(size, worker, (self.hidden, self.options, self.context)) as crew:
            self._work(crew)
        if self.problems:
            raise Trouble(_problems(self.problems))
        self._finish()
        return self.summary

    def _settled(self) -> bool:
        """Whether the manifest of an earlier run already says all there is to say."""
        return (self.out / MANIFEST).exists() and set(self.before) == set(self.entries) and not self.journal.begun

    def _finished(self, name: str, pieces: list[Piece]) -> dict[str, Any] | None:
        """The entry of an output that an earlier run, whole or killed, has finished and nobody has touched since."""
        found = [entry for entry in (self.journal.outputs.get(name), self.before.get(name)) if entry]
        if not found:
            return None
        key = _key(piece.key(self.context) for piece in pieces)
        for entry in found:
            if entry["key"] == key and all(checksum(self.out / at) == made[0] for at, made in entry["files"].items()):
                return entry
        return None

    def _work(self, crew: Crew) -> None:
        units = self._units()
        self._give(crew, units)
        while crew.busy:
            done = crew.take()
            if crew.apart:  # before the journal waits for the disk
                self._give(crew, units)
            self._take(*done)
            self._give(crew, units)

    def _give(self, crew: Crew, units: Iterator[Unit]) -> None:
        while crew.free:
            task = self._next_join() or next(units, None) or self._next_join()  # what is held already may be ready
            if task is None:
                return
            crew.give(task)

    def _units(self) -> Iterator[Unit]:
        """The units to do; pieces that the journal vouches for are left out."""
        for unit in self.work.units:
            left = []
            for piece in unit.pieces:
                if piece.output in self.entries:
                    continue
                held = (
                    self.journal.find(piece.place, piece.key(self.context)) if self.journal.has(piece.place) else None
                )
                if held:
                    self._piece_done(piece, *held)
                else:
                    left.append(piece)
            if left:
                yield Unit(tuple(left))

    def _next_join(self) -> tuple[Joining, ...] | None:
        if not self.ready:
            return None
        joinings = tuple(self.ready.popleft() for _ in range(min(_JOINS, len(self.ready))))
        self.journal.begin(one.name for one in joinings)
        return joinings

    def _take(self, task: Task, result: Any) -> None:
        if isinstance(task, Unit):
            done: Done = result
            self.journal.unit(done)
            for code, cost in done.costs.items():
                self.summary.costs.setdefault(code, Cost()).add(cost)
            for piece, part in zip(task.pieces, done.parts, strict=True):
                self._piece_done(piece, done.stem, part)
        else:
            self.journal.finish(result)
            for joining, entry in zip(task, result, strict=True):
                self._enter(entry)
                self._release(joining)

    def _piece_done(self, piece: Piece, stem: str, part: Part) -> None:
        self.parts[piece.place] = stem, part
        self.users[stem] += 1
        if part.problem:
            self.problems.append(f"{one_line(piece.item.rel, _NAME)} {part.problem}")
        self._count(piece.size, part.tally.records)
        self.open[piece.output] -= 1
        if not self.open[piece.output]:
            held = tuple(self.parts.pop(one.place) for one in self.work.outputs[piece.output])
            if not any(part.problem for _, part in held):
                self.ready.append(Joining(piece.output, _key(part.key for _, part in held), held))

    def _release(self, joining: Joining) -> None:
        """Remove the shards that no output needs any more."""
        for stem, _ in joining.pieces:
            self.users[stem] -= 1
            if not self.users[stem]:
                for kind in SHARDS:
                    shard(self.hidden / "shards", stem, kind).unlink(missing_ok=True)

    def _enter(self, entry: dict[str, Any]) -> None:
        self.entries[entry["name"]] = entry
        self.summary.outputs += 1
        self.summary.tally.add(Tally.of(entry["tally"]))

    def _count(self, size: int, records: int) -> None:
        self.seen[0] += size
        self.seen[2] += records
        if self.progress:
            self.progress(*self.seen)

    def _finish(self) -> None:
        """Take away what an earlier run made of inputs that are gone, then write the manifest, last of all."""
        current = {path for entry in self.entries.values() for path in entry["files"]}
        earlier = {path for entry in (*self.before.values(), *self.journal.outputs.values()) for path in entry["files"]}
        earlier |= {target(kind, name, self.options) for name in self.journal.begun for kind in KINDS}
        for path in sorted(earlier - current):
            if path.partition("/")[0] in KINDS and ".." not in path.split("/"):
                self.summary.removed += (self.out / path).exists()
                (self.out / path).unlink(missing_ok=True)
        for folder in {(self.out / path).parent for path in current}:
            sync_folder(folder)
        entries = [self.entries[name] for name in sorted(self.entries)]
        inputs = {name: [one.item for one in pieces if not one.start] for name, pieces in self.work.outputs.items()}
        manifest = manifest_of(self.context, entries, inputs, self.summary.tally, self.summary.names)
        write_bytes(self.out / MANIFEST, manifest)
        self._tidy()

    def _tidy(self) -> None:
        self.journal.close()
        for leftover in (self.hidden / "journal.jsonl", self.previous):
            leftover.unlink(missing_ok=True)
        with suppress(OSError):
            for shard in (self.hidden / "shards").iterdir():
                shard.unlink()
            (self.hidden / "shards").rmdir()


def worker(hidden: Path, options: Options, context: bytes) -> Callable[[Task], Any]:
    """What a worker does with its tasks: units are cleaned, finished outputs joined."""
    cleans = Worker(options, context, hidden / "shards")
    garbage.release()

    def do(task: Task) -> Any:
        return cleans.do(task) if isinstance(task, Unit) else [join(one, hidden, options) for one in task]

    return do


def _key(keys: Iterator[str]) -> str:
    return sha256("".join(keys).encode()).hexdigest()


def _problems(found: list[str]) -> str:
    shown = ", ".join(found[:5]) + (f" and {len(found) - 5} more" if len(found) > 5 else "")
    return f"{shown} while being read; everything else is kept: run the same command again when the input is at rest"
