"""No pattern and no rule costs more than in proportion to the text: counted in steps and calls, not in seconds."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from adversarial import PIECES, grown
from hypothesis import given
from hypothesis import strategies as st
from shell import ENVIRONMENT, prose
from steps import REPEATS, C, Matcher, calls, inside, prune, repeats, sample, tree

from cleaner import Cleaner, undo
from cleaner.rule import discover

GROWTH = 1.3
"""How many times more than in proportion the steps may grow: what is asked for of time."""

WIDTH = 100_000
"""Characters that a match may look at, in a pattern whose repeats all have an end."""

ANCHORED = {"match", "fullmatch"}
"""Methods that try one place only."""


SPOIL = "\x01"
"""Stands at the end of every text, so that what has matched so far may come to nothing."""


@pytest.fixture(scope="module")
def patterns() -> dict[tuple[str, int], tuple[str, bool]]:
    """All patterns of the package: where they are compiled, and whether they are only tried at one place."""
    script = Path(__file__).parent / "patterns.py"
    done = subprocess.run([sys.executable, script], env=ENVIRONMENT, capture_output=True, timeout=300, check=True)
    found: dict[tuple[str, int], tuple[str, bool]] = {}
    for pattern, flags, where, methods in json.loads(done.stdout):
        _, anchored = found.get((pattern, flags), ("", True))
        found[pattern, flags] = where, anchored and bool(methods) and set(methods) <= ANCHORED
    return found


def unbounded(nodes: Any) -> bool:
    """Whether the tree has a repeat without an end."""
    return any(high == C.MAXREPEAT for _, high, _ in repeats(nodes))


def pumps(nodes: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """``(head, piece)``: texts that keep each endless repeat of the tree going, and let it begin again and again."""
    for index, (kind, value) in enumerate(nodes):
        head = before + sample(nodes[:index])
        if kind in REPEATS:
            one = sample(value[2])
            if value[1] == C.MAXREPEAT:
                yield from ((head, one), ("", one), ("", head + one), ("", head), (head, one + " "))
            yield from pumps(value[2], head)
        else:
            for inner in inside(kind, value):
                yield from pumps(inner, head)


def steps(nodes: Any, flags: int, text: str, anchored: bool = False) -> int:
    """Steps of a search through ``text``, or of one try at its start."""
    matcher = Matcher(nodes, flags, text)
    if anchored:
        matcher.match(0)
    else:
        matcher.finditer()
    return matcher.steps


def growth(nodes: Any, flags: int, anchored: bool = False, size: int = 30) -> tuple[float, str]:
    """How many times more than in proportion the steps grow at worst, and on which piece behind which head.

    The smaller text has at least ``size`` characters and four pieces, the larger one twice as many.
    """
    worst = (0.0, "")
    for head, piece in {*pumps(nodes), ("", " "), ("", "a"), ("", ". ")}:
        if piece:
            count = max(4, size // len(piece))
            small, large = (steps(nodes, flags, head + piece * times + SPOIL, anchored) for times in (count, 2 * count))
            known = large > 5 * (len(head) + 2 * count * len(piece))  # fewer steps tell nothing
            worst = max(worst, (large / small / 2 if known else 0, f"{piece!r} behind {head!r}"))
    return worst


def test_every_pattern_is_bounded_or_grows_with_the_text(patterns: dict[tuple[str, int], tuple[str, bool]]) -> None:
    sys.setrecursionlimit(max(20_000, sys.getrecursionlimit()))
    slow = []
    for (pattern, flags), (where, anchored) in patterns.items():
        nodes = tree(pattern, flags)
        if not unbounded(nodes):
            if nodes.getwidth()[1] > WIDTH and not anchored:
                slow.append(f"{where}: looks at up to {nodes.getwidth()[1]} characters: {pattern[:100]!r}")
            continue
        factor, about = growth(prune(nodes), flags, anchored)
        if factor > GROWTH:
            slow.append(f"{where}: {factor:.2f} × linear on {about}: {pattern[:100]!r}")
    assert len(patterns) > 600
    assert not slow, "\n".join(slow)


@pytest.mark.parametrize(
    ("pattern", "linear"),
    [(r"\s+$", False), (r"(?<!\s)\s+$", True), (r"(a+)+b", False), (r"a{1,3}b", True), (r"\[[^\]]*\]", False),
     (r"\[[^\[\]]*\]", True), (r"x*y", False), (r"^x*y", True), (r"(?:x|xx)*$", False)],
)  # fmt: skip
def test_the_counter_tells_a_careless_pattern_from_a_careful_one(pattern: str, linear: bool) -> None:
    nodes = tree(pattern, re.UNICODE)
    assert (growth(nodes, re.UNICODE, size=8)[0] <= GROWTH) == linear


PARTS = ("a", "B", "1", " ", "\n", "(", ".", "é")
WHOLE = (
    r"(?i)a+b?",
    r"\b\w{1,3}?\b",
    r"(?m)^[^\n]*$",
    r"(a|B)\1",
    r"(?<=a)[ \n]+(?!1)",
    r"(?:a|1| )*?B",
    r"[^\W\d_]+|\d",
)


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join), st.sampled_from(WHOLE))
def test_the_counter_finds_what_re_finds(text: str, pattern: str) -> None:
    compiled = re.compile(pattern)
    assert Matcher(tree(pattern, compiled.flags), compiled.flags, text).finditer() == [
        match.span() for match in compiled.finditer(text)
    ]


CLEANER = Cleaner(discover(), risky=True, max_removed=1.0, max_chrome=1.0)


@pytest.mark.parametrize(("about", "lines"), list(product(PIECES, (False, True))))
def test_calls_grow_with_the_text(about: str, lines: bool) -> None:
    sizes = (300, 600, 1200, 2400)
    texts = [f"{size}\n" + grown(PIECES[about], size, lines) for size in sizes]
    for text in texts:
        CLEANER.clean(text)  # what is made when it is first needed is not counted; the scanner changes in between
    *smaller, largest = (min(_calls(text), _calls(text)) / len(text) for text in texts)
    assert largest <= GROWTH * max(smaller)


def _calls(text: str) -> int:
    return calls(lambda: CLEANER.clean(text))


def test_a_line_of_a_megabyte_comes_to_its_end() -> None:
    line = prose(5, 140_000)
    assert len(line) > 1_000_000
    found = CLEANER.clean(f"{line}\n\nPhoto: Ana Ruiz/Reuters\n")
    assert found.text == line
    assert found.fields["images"] == [{"caption": None, "credit": "Ana Ruiz/Reuters"}]


def test_a_hundred_thousand_lines_come_to_their_end() -> None:
    trips = [f"The ferry made trip {number} to the island and came back at noon." for number in range(100_000)]
    lines = [*trips[:50_000], "Advertisement", *trips[50_000:], "Photo: Ana Ruiz/Reuters"]
    found = CLEANER.clean("\n".join(lines))
    assert found.text.rstrip("\n") == "\n".join(trips)
    assert undo(found.text, found.edits) == "\n".join(lines)
