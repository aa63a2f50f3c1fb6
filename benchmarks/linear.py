"""How time grows with the text, for hostile texts: every rule alone and all rules together.

    python benchmarks/linear.py [--size 100000] [--rule CODE …] [--limit 1.3]

A text is one piece over and over, on one line and on many lines: the pieces of ``tests/adversarial.py`` for all rules,
and each rule's own examples and hint words for that rule; what the rule takes in its examples also in the other shapes
that ``tests/test_growth.py`` counts the work on.  Growth is the time for the whole text divided by twice the
time for its half: 1.0 is linear, 2.0 quadratic.  Of up to ``PAIRS`` measurements the fastest count, fewer when the
growth is below ``SURE``: a busy machine makes single ones slow.  Whatever takes less than ``QUICK`` seconds for the
whole text is not told apart.  Prints the worst growth and the slowest text of all, and what grows faster than the
limit; exit code 1 when there is any.
"""

from __future__ import annotations

import argparse
import gc
import math
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from adversarial import PIECES, SHAPES, artefacts_of, grown, many, of_rule, renamed

from cleaner import Cleaner
from cleaner.document import Document
from cleaner.rule import Rule, discover

QUICK = 0.05
PAIRS, SURE = 8, 1.15
ARTEFACTS = 3
NUMBER = count()


class Grown(NamedTuple):
    """How one thing behaves on one text: seconds for the whole text, and its growth (0 when it was quick)."""

    what: str
    text: str
    seconds: float
    growth: float


def seconds(work: Callable[[str], object], text: str) -> float:
    """Processor time of a call, without the collector's; no two get the same text, for what is known costs nothing."""
    fresh = f"{next(NUMBER)}\n{text}"
    began = time.process_time()
    work(fresh)
    took = time.process_time() - began
    gc.collect()
    return took


def alone(rule: Rule) -> Callable[[str], object]:
    """The rule asked on every line, as no scanner would let it."""
    find = rule.find
    assert find is not None
    return lambda text: list(find(Document(text, {})))


def growth(what: str, about: str, work: Callable[[str], object], piece: str, size: int) -> Iterator[Grown]:
    """The growth on one line and on many."""
    for lines in (False, True):
        text = grown(piece, size, lines)
        yield of_text(what, f"{about}, {'a line each' if lines else 'one line'}", work, text)


def shaped(rule: Rule, size: int) -> Iterator[Grown]:
    """The growth on copies of what the rule takes, no two of them alike, in every shape."""
    for number, text in enumerate(artefacts_of(rule)[:ARTEFACTS]):
        for shape in SHAPES:
            copies = many(text, size // len(text) + 1, shape, renamed)[:size]
            yield of_text(rule.code, f"artefact {number}, {shape}", alone(rule), copies)


def of_text(what: str, about: str, work: Callable[[str], object], text: str) -> Grown:
    """The growth from the half of a text to the whole."""
    whole, half = seconds(work, text), math.inf
    for _ in range(PAIRS if whole >= QUICK else 0):
        half = min(half, seconds(work, text[: len(text) // 2]))
        whole = min(whole, seconds(work, text))
        if whole / half / 2 < SURE:
            break
    return Grown(what, about, whole, whole / half / 2 if whole >= QUICK else 0)


def measured(chosen: list[str], size: int) -> Iterator[Grown]:
    """All of them."""
    known = [rule for rule in discover() if not chosen or rule.code in chosen]
    for rule in known:
        for about, piece in {**PIECES, **of_rule(rule)}.items():
            yield from growth(rule.code, about, alone(rule), piece, size)
        yield from shaped(rule, size)
    cleaner = Cleaner(known, risky=True, max_removed=1.0, max_chrome=1.0)
    for about, piece in PIECES.items():
        yield from growth("all rules", about, cleaner.clean, piece, size)
    for rule in known:
        about, piece = next(((a, p) for a, p in of_rule(rule).items() if a.startswith("example")), ("", ""))
        if piece:
            yield from growth("all rules", f"{rule.code} {about}", cleaner.clean, piece, size)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--rule", action="append", default=[])
    parser.add_argument("--limit", type=float, default=1.3)
    asked = parser.parse_args()
    discover()
    gc.freeze()
    gc.disable()
    found, bad = [], 0
    for one in measured(asked.rule, asked.size):
        found.append(one)
        if one.growth > asked.limit:
            bad += 1
            print(f"{one.what:10} {one.growth:5.2f} × linear  {one.seconds:7.3f} s  {one.text}", flush=True)
    worst, slowest = max(found, key=lambda one: one.growth), max(found, key=lambda one: one.seconds)
    print(f"{len(found)} texts of {asked.size:,} characters, {sum(one.growth > 0 for one in found)} not quick")
    print(f"worst growth {worst.growth:.2f} × linear: {worst.what}, {worst.text}")
    print(f"slowest {slowest.seconds:.3f} s: {slowest.what}, {slowest.text}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
