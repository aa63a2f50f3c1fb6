"""Where the time of a document goes: by stage, by rule, by length and by number of rules."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from cleaner.article import article_row, edit_row
from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.engine import Cleaner
from cleaner.record import Record
from cleaner.rule import Rule, discover
from cleaner.scan.hyperscanner import AdaptiveScanner
from cleaner.validate import Validator

_PASSES = 4

Table = tuple[tuple[str, ...], Iterable[tuple[str, ...]]]


def texts_of(source: Path) -> list[str]:
    """The texts of a JSON Lines file."""
    return [json.loads(line)["text"] for line in source.read_text(encoding="utf-8").split("\n") if line]


def seconds(work: Callable[[], Any], times: int = 3) -> float:
    """The least CPU time that ``work`` takes."""
    found = []
    for _ in range(times):
        begin = time.process_time()
        work()
        found.append(time.process_time() - begin)
    return min(found)


class Watch:
    """Times every rule of a `Cleaner`; what reading the clock takes is taken off."""

    def __init__(self) -> None:
        self.took: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()
        self.edits: Counter[str] = Counter()
        self.tick = seconds(lambda: [time.process_time() for _ in range(10_000)]) / 10_000

    def clear(self) -> None:
        """Begin again."""
        for counter in (self.took, self.asked, self.edits):
            counter.clear()

    def rule(self, rule: Rule) -> Rule:
        """The rule, timed."""
        find = rule.find
        assert find is not None

        def timed(doc: Document) -> list[Any]:
            begin = time.process_time()
            found = list(find(doc))
            self.took[rule.code] += time.process_time() - begin - self.tick
            self.asked[rule.code] += 1
            self.edits[rule.code] += sum(isinstance(one, Edit) for one in found)
            return found

        return replace(rule, find=timed)


def rules(source: Path) -> Table:
    """What each rule costs, dearest first: microseconds a document, how many documents ask it, its edits."""
    texts, watch = texts_of(source), Watch()
    cleaner = Cleaner([watch.rule(rule) for rule in discover()])
    passes: list[Counter[str]] = []
    for _ in range(_PASSES):
        watch.clear()
        for text in texts:
            cleaner.clean(text)
        passes.append(watch.took.copy())
    least = Counter({code: min(took[code] for took in passes) for code in watch.took})
    names = {rule.code: rule.name for rule in discover()}
    rows = (
        (
            f"{code} {names[code]}",
            f"{took / len(texts) * 1e6:.1f}",
            f"{watch.asked[code] / len(texts):.2f}",
            str(watch.edits[code]),
        )
        for code, took in least.most_common()
    )
    return ("rule", "µs a document", "asked a document", "edits"), rows


def stages(source: Path) -> Table:
    """What each stage of a document costs, in microseconds."""
    import orjson

    lines, texts = source.read_bytes().strip().split(b"\n"), texts_of(source)
    every = Cleaner()
    for text in texts:
        every.clean(text)
    cleaned = [every.clean(text) for text in texts]
    scanner = AdaptiveScanner(discover())
    for text in texts:
        scanner.scan(text)
    records = [Record(str(n), text, "in.jsonl", n) for n, text in enumerate(texts)]
    rows = [(article_row(one, found), edit_row(one, found)) for one, found in zip(records, cleaned, strict=True)]
    article, edits = Validator("article"), Validator("edit")
    work: dict[str, Callable[[], Any]] = {
        "JSON to record": lambda: [orjson.loads(line) for line in lines],
        "scan for hints": lambda: [scanner.scan(text) for text in texts],
        "clean, scan included": lambda: [every.clean(text) for text in texts],
        "article and log rows, checksums": lambda: [
            (article_row(one, found), edit_row(one, found)) for one, found in zip(records, cleaned, strict=True)
        ],
        "validate both rows": lambda: [(article.faults(one), edits.faults(two)) for one, two in rows],
        "rows to JSON": lambda: [(orjson.dumps(one), orjson.dumps(two)) for one, two in rows],
    }
    size = sum(len(text.encode("utf-8", "surrogatepass")) for text in texts) / len(texts)
    head = ("stage", f"µs a document of {size / 1e3:.1f} kB")
    return head, ((name, f"{seconds(stage) / len(texts) * 1e6:.1f}") for name, stage in work.items())


def by_length(texts: list[str]) -> Iterator[tuple[float, float]]:
    """Length in kilobytes and milliseconds a document, for documents joined from 1, 2, 4 … of ``texts``."""
    cleaner = Cleaner()
    for text in texts:
        cleaner.clean(text)
    for joined in (1, 2, 4, 8, 16, 32):
        long = ["\n\n".join(texts[at : at + joined]) for at in range(0, len(texts) - joined + 1, joined)][:60]
        size = sum(len(text.encode()) for text in long) / len(long) / 1e3
        yield size, seconds(lambda some=long: [cleaner.clean(text) for text in some]) / len(long) * 1e3


def by_rules(texts: list[str]) -> Iterator[tuple[float, float]]:
    """Number of rules and milliseconds a document, for every eighth, every fourth … and all rules."""
    every = discover()
    for step in (8, 4, 2, 1):
        some = every[::step]
        cleaner = Cleaner(some)
        for text in texts:
            cleaner.clean(text)
        yield len(some), seconds(lambda made=cleaner: [made.clean(text) for text in texts]) / len(texts) * 1e3
