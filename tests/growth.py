"""Print, as JSON, what of the rules' work grows faster than the text: ``[rule, text, growth]``.

    python tests/growth.py PART OF [--all]

Run as a program, in a process of its own: the package is loaded such that its work is counted (`tally`).  PART of OF
says which rules to look at.  Each is asked alone, with its ``find`` and through the engine, about its own examples in
many copies, and about `HOSTILE` texts.  Some examples are taken, or all.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice

import tally

tally.counted()

from adversarial import CHANGES, PIECES, SHAPES, artefacts_of, grown, many, texts_of  # noqa: E402
from steps import forget  # noqa: E402

from cleaner.document import Document  # noqa: E402
from cleaner.engine import Cleaner  # noqa: E402
from cleaner.rule import Rule, discover  # noqa: E402
from cleaner.scan.scanner import NoScanner  # noqa: E402

GROWTH = 1.3
"""How many times more than in proportion the counts may grow when the text is twice as long."""

SIZE, FEWEST, MOST = 2000, 10, 50
"""Characters of the smallest text, and how many copies it holds at least and at most."""

DOUBLED = 5
"""How often a text is made twice as long before its growth is taken for what it is: a window may hide it at first."""

EXAMPLES, ARTEFACTS = 2, 5
"""How many of a rule's examples are taken, and how many of what it takes in them; evenly from first to last."""

TURNS = 2
"""In how many shapes each is shown; with the next it goes on to the others."""

HOSTILE = (
    *("one letter", "spaces", "nested brackets", "half a link", "fences"),
    *("credits", "confusables", "credits in brackets"),
)
ON_LINES = {"fences"}
"""What is nothing but where a line begins."""


Text = Callable[[int], str]
Work = Callable[[str], object]


def chosen(texts: list[str], most: int) -> list[str]:
    """At most so many texts, evenly from first to last."""
    return [texts[number * (len(texts) - 1) // (most - 1)] for number in range(most)] if len(texts) > most else texts


def hostile(piece: str, lines: bool) -> Text:
    """A piece over and over."""
    return lambda times: grown(piece, SIZE // 2 * times, lines)


def copies(text: str, shape: str, change: Callable[[str, int], str]) -> Text:
    """An example over and over."""
    count = max(FEWEST, min(MOST, SIZE // len(text)))
    return lambda times: many(text, count * times, shape, change)


def texts(rule: Rule, everything: bool) -> Iterator[tuple[str, Text, bool]]:
    """What the rule is asked about, and whether through the engine."""
    engine, turn, shapes = cycle((False, True)), cycle(CHANGES), cycle(SHAPES)
    most = (sys.maxsize, sys.maxsize) if everything else (EXAMPLES, ARTEFACTS)
    for number, text in enumerate(chosen(texts_of(rule), most[0]) + chosen(artefacts_of(rule), most[1])):
        for shape in SHAPES if everything else islice(shapes, TURNS):
            for change in CHANGES if everything else [next(turn)]:
                yield f"example {number}, {shape}, {change.__name__}", copies(text, shape, change), next(engine)
    for about in HOSTILE:
        yield about, hostile(PIECES[about], about in ON_LINES or next(turn) is CHANGES[0]), next(engine)


def growth(work: Work, text: Text) -> float:
    """How many times more than in proportion the counts grow; at most `GROWTH` as soon as they do so once."""
    small = text(1)
    before, times, grown_by = counts(work, small), 1, 0.0
    for _ in range(DOUBLED):
        times *= 2
        large = text(times)
        after = counts(work, large)
        much = 5 * len(large)
        longer = len(large) / len(small)
        grown_by = max(b / a / longer if a and b > much else 0 for a, b in zip(before, after, strict=True))
        if grown_by <= GROWTH:
            break
        small, before = large, after
    return grown_by


def found(rule: Rule, text: str) -> list[object]:
    """What the rule answers."""
    return list(rule.find(Document(text, {})))  # type: ignore[misc]


def counts(work: Work, text: str) -> tally.Count:
    """What the work takes when nothing is kept of work done before."""
    forget()
    return tally.count(lambda: work(text))


def main() -> None:
    """Count and print."""
    part, of = map(int, sys.argv[1:3])
    slow = []
    for rule in discover()[part::of]:
        cleaner = Cleaner([rule], risky=True, max_removed=1.0, max_chrome=1.0, scanner=NoScanner)
        assert all(cleaner.clean(dirty).text == fixed for dirty, fixed, *_ in rule.fixes), rule.code
        for about, text, engine in texts(rule, "--all" in sys.argv):
            grown_by = growth(cleaner.clean if engine else partial(found, rule), text)
            if grown_by > GROWTH:
                slow.append([f"{rule.code} {rule.name}", about, "engine" if engine else "find", round(grown_by, 2)])
    json.dump(slow, sys.stdout)


if __name__ == "__main__":
    main()
