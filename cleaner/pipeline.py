"""Units × workers × resume: all parallelism, and the order in which anything reaches the disk."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from cleaner import __version__
from cleaner.config import Options
from cleaner.journal import Journal, Lock, tally_of
from cleaner.read import discover
from cleaner.rule import Rule, chosen
from cleaner.rule import discover as all_rules
from cleaner.units import Output, Unit, plan
from cleaner.validate import Validator
from cleaner.work import KINDS, Done, Tally, Worker
from cleaner.write.atomic import checksum, write_bytes
from cleaner.write.join import discard, join

HIDDEN = ".corpus-clean"
"""The folder below OUT that holds what is not finished yet."""

_WINDOW = 3
_SMALL = 2 << 20

Progress = Callable[[int, int, int], None]
"""Called with bytes done, bytes in all, and records so far."""


class Trouble(Exception):
    """The run cannot go on; the message says why and what to do."""


@dataclass
class Summary:
    """What a run did.  ``skipped`` outputs were finished before and are as they were."""

    tally: Tally = field(default_factory=Tally)
    outputs: int = 0
    skipped: int = 0
    names: dict[str, str] = field(default_factory=dict)


def run(source: Path, out: Path, options: Options, progress: Progress | None = None) -> Summary:
    """Clean ``source`` into ``out``; finished parts of an earlier run are not done again.

    Raises Trouble, FileNotFoundError, ValueError for a rule that does not exist, and Busy.
    """
    rules = chosen(all_rules(), options.select, options.ignore)
    items = discover(source)
    if out.resolve() == source.resolve() or source.resolve() in out.resolve().parents:
        raise Trouble(f"{out}: lies inside the input; the next run would take its own output for input")
    hidden = out / HIDDEN
    try:
        (hidden / "shards").mkdir(parents=True, exist_ok=True)
        with Lock(hidden / "lock"):
            return _Run(out, options, rules, list(plan(items)), progress).go()
    except OSError as error:
        raise Trouble(
            f"{error.filename or out}: {error.strerror or error}; mend that and run the same command again"
        ) from error


class _Run:
    def __init__(
        self, out: Path, options: Options, rules: tuple[Rule, ...], outputs: list[Output], progress: Progress | None
    ):
        self.out = out
        self.options = options
        self.outputs = outputs
        self.progress = progress
        self.shards = out / HIDDEN / "shards"
        self.rules_hash = rules_hash(rules)
        self.config_hash = config_hash(options)
        self.context = f"{__version__} {self.rules_hash} {self.config_hash}".encode()
        self.journal = Journal(out / HIDDEN / "journal.jsonl", self.shards)
        self.summary = Summary(names={rule.code: rule.name for rule in all_rules()})
        self.total = sum(item.size for output in outputs for item in output.inputs)
        self.past = 0
        self.before = _manifest(out)

    def go(self) -> Summary:
        entries = []
        waiting: deque[tuple[Output, list[str], list[Done | Future[Done]]]] = deque()
        units = sum(len(output.units) for output in self.outputs)
        with Crew(self.options, self.shards, min(units, jobs(self.options)) if self.total > _SMALL else 1) as crew:
            for output in self.outputs:
                keys = [unit.key(self.context) for unit in output.units]
                finished = self._finished(output, keys)
                if finished:
                    entries.append(finished)
                    self._advance(output, tally_of(finished["tally"]))
                    self.summary.skipped += 1
                    continue
                parts: list[Done | Future[Done]] = []
                for unit, key in zip(output.units, keys, strict=True):
                    parts.append(self.journal.find(key) or crew.give(unit, key, self._note))
                waiting.append((output, keys, parts))
                while len(waiting) > 1 and all(isinstance(part, Done) or part.done() for part in waiting[0][2]):
                    entries.append(self._close(*waiting.popleft()))
            while waiting:
                entries.append(self._close(*waiting.popleft()))
        self._finish(entries)
        return self.summary

    def _note(self, done: Done) -> None:
        self.journal.unit(done)

    def _finished(self, output: Output, keys: list[str]) -> dict[str, Any] | None:
        """The entry of an output that an earlier run, whole or killed, has finished and nobody has touched since."""
        for entry in (self.journal.outputs.get(output.name), self.before.get(output.name)):
            if entry and entry["units"] == keys:
                held = {kind: self.target(kind, output.name, self.options.compress) for kind in entry["files"]}
                if all(checksum(held[kind]) == made[0] for kind, made in entry["files"].items()):
                    return entry
        return None

    def _close(self, output: Output, keys: list[str], parts: list[Done | Future[Done]]) -> dict[str, Any]:
        done = [part if isinstance(part, Done) else _result(part) for part in parts]
        targets = {kind: self.target(kind, output.name, self.options.compress) for kind in KINDS}
        made, tally = join(done, self.shards, targets, self.options)
        entry = {
            "name": output.name,
            "compress": self.options.compress,
            "units": keys,
            "inputs": [{"path": item.rel, "bytes": item.size} for item in output.inputs],
            "files": {kind: list(one) for kind, one in made.items()},
            "tally": tally.plain(),
        }
        self.journal.output(entry)
        for key in keys:
            for kind in KINDS:
                (self.shards / f"{key[:32]}.{kind}").unlink(missing_ok=True)
        self._advance(output, tally)
        return entry

    def _advance(self, output: Output, tally: Tally) -> None:
        self.summary.outputs += 1
        self.summary.tally.add(tally)
        self.past += sum(item.size for item in output.inputs)
        if self.progress:
            self.progress(self.past, self.total, self.summary.tally.records)

    def target(self, kind: str, name: str, compress: str | None) -> Path:
        """Where a file of an output goes."""
        return self.out / kind / (name + (f".{compress}" if compress else ""))

    def _files(self, entry: dict[str, Any]) -> set[Path]:
        return {self.target(kind, entry["name"], entry["compress"]) for kind in entry["files"]}

    def _finish(self, entries: list[dict[str, Any]]) -> None:
        """Take away what an earlier run made of inputs that are gone, then write the manifest, last of all."""
        current = {path for entry in entries for path in self._files(entry)}
        for entry in self.before.values():
            for path in self._files(entry) - current:
                path.unlink(missing_ok=True)
        manifest = _rendered(self, entries)
        faults = Validator("manifest").faults(manifest)
        if faults:
            raise Trouble(f"internal error: the manifest does not fit its schema: {faults[0]}")
        write_bytes(self.out / HIDDEN / "outputs.json", orjson.dumps({entry["name"]: entry for entry in entries}))
        write_bytes(self.out / "manifest.json", orjson.dumps(manifest, option=orjson.OPT_INDENT_2) + b"\n")
        self.journal.close()
        (self.out / HIDDEN / "journal.jsonl").unlink()
        discard(self.shards)


class Crew:
    """Workers in processes of their own, or this process alone for one."""

    def __init__(self, options: Options, shards: Path, size: int) -> None:
        self._options = options
        self._shards = shards
        self._size = max(1, size)
        self._alone: Worker | None = None
        self._pool: ProcessPoolExecutor | None = None
        self._under_way: deque[tuple[Future[Done], Callable[[Done], None]]] = deque()

    def __enter__(self) -> Crew:
        if self._size == 1:
            self._alone = Worker(self._options)
        else:
            method = "spawn" if sys.platform in ("win32", "darwin") else "forkserver"
            context = multiprocessing.get_context(method)
            self._pool = ProcessPoolExecutor(self._size, context, _start, (self._options,))
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if self._pool is None:
            return
        if kind is None:
            self._drain(0)
            self._pool.shutdown()
            return
        for process in multiprocessing.active_children():
            process.terminate()
        with suppress(Exception):
            self._pool.shutdown(cancel_futures=True)

    def give(self, unit: Unit, key: str, note: Callable[[Done], None]) -> Done | Future[Done]:
        """Have one unit done; at most a few are under way at once.  ``note`` is called with it when it is done."""
        if self._alone is not None:
            done = self._alone.do(unit, key, self._shards)
            note(done)
            return done
        assert self._pool is not None
        self._drain(_WINDOW * self._size)
        future = self._pool.submit(_do, unit, key, self._shards)
        self._under_way.append((future, note))
        return future

    def _drain(self, most: int) -> None:
        while self._under_way and (len(self._under_way) > most or self._under_way[0][0].done()):
            future, note = self._under_way.popleft()
            note(_result(future))


_WORKER: Worker | None = None


def _start(options: Options) -> None:
    global _WORKER  # noqa: PLW0603 - one worker a process, made when the process starts
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _WORKER = Worker(options)


def _do(unit: Unit, key: str, shards: Path) -> Done:
    assert _WORKER is not None
    return _WORKER.do(unit, key, shards)


def _result(future: Future[Done]) -> Done:
    try:
        return future.result()
    except BrokenProcessPool:
        raise Trouble(
            "a worker process was ended by the system, most likely for want of memory; "
            "run the same command again, with fewer --jobs if it recurs"
        ) from None


def jobs(options: Options) -> int:
    """How many workers: as many as asked for, else one a core this process may use."""
    if options.jobs:
        return options.jobs
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def rules_hash(rules: tuple[Rule, ...]) -> str:
    """A checksum over the code, word lists and data of the package, and which rules run."""
    mark = sha256(" ".join(rule.code for rule in rules).encode())
    home = Path(__file__).parent
    for path in sorted(home.rglob("*")):
        if path.suffix in (".py", ".toml"):
            mark.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes())
    return mark.hexdigest()


def config_hash(options: Options) -> str:
    """A checksum over the options that change what is written."""
    aside = {"jobs", "report", "exit_zero", "fail_on", "max_rejected"}
    values = {name: getattr(options, name) for name in options.__dataclass_fields__ if name not in aside}
    return sha256(orjson.dumps(values, option=orjson.OPT_SORT_KEYS)).hexdigest()


def _manifest(out: Path) -> dict[str, Any]:
    path = out / HIDDEN / "outputs.json"
    try:
        found = orjson.loads(path.read_bytes())
    except (FileNotFoundError, orjson.JSONDecodeError):
        return {}
    return found if isinstance(found, dict) else {}


def _rendered(run: _Run, entries: list[dict[str, Any]]) -> dict[str, Any]:
    names = run.summary.names

    def numbers(tally: Tally) -> dict[str, Any]:
        keys = ("records", "articles", "rejected", "changed", "findings", "chars_in", "chars_out")
        rules = [{"code": code, "name": names[code], "count": n} for code, n in sorted(tally.rules.items()) if n]
        return {**{key: getattr(tally, key) for key in keys}, "rules": rules}

    def files(entry: dict[str, Any]) -> Iterator[dict[str, Any]]:
        for kind, (mark, size, rows) in entry["files"].items():
            path = run.target(kind, entry["name"], entry["compress"]).relative_to(run.out).as_posix()
            yield {"path": path, "sha256": mark, "bytes": size, "rows": rows}

    outputs = [
        {
            "name": e["name"],
            "inputs": e["inputs"],
            "units": e["units"],
            "files": list(files(e)),
            **numbers(tally_of(e["tally"])),
        }
        for e in entries
    ]
    return {
        "schema": 1,
        "version": __version__,
        "rules": run.rules_hash,
        "config": run.config_hash,
        "totals": numbers(run.summary.tally),
        "outputs": outputs,
    }
