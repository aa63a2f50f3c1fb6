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
from shell import ENVIRONMENT
from steps import REPEATS, C, Matcher, inside, prune, sample, tree

from cleaner import Cleaner
from cleaner.rule import discover

GROWTH = 1.3
"""How many times more than in proportion the steps may grow: what is asked for of time."""

WIDTH = 3_000
"""Characters that a match may look at, in a pattern that is not counted."""

ANCHORED = {"match", "fullmatch"}
"""Methods that try one place only."""

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


def pumps(nodes: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """``(head, piece)``: texts that keep each repeat of the tree going, and that let it begin again and again."""
    for index, (kind, value) in enumerate(nodes):
        head = before + sample(nodes[:index])
        if kind in REPEATS:
            one = sample(value[2])
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


def growth(nodes: Any, flags: int, anchored: bool = False, sizes: tuple[int, int] = (60, 120)) -> tuple[float, str]:
    """How many times more than in proportion the steps grow at worst, and on which piece behind which head."""
    worst = (0.0, "")
    for head, piece in {*pumps(nodes), ("", " "), ("", "a"), ("", ". ")}:
        if piece:
            small, large = (
                steps(nodes, flags, head + (piece * (size // len(piece) + 1))[:size], anchored) for size in sizes
            )
            worst = max(worst, (large / small / 2 if large > 10 * sizes[1] else 0, f"{piece!r} behind {head!r}"))
    return worst


def test_every_pattern_is_bounded_or_grows_with_the_text(patterns: dict[tuple[str, int], tuple[str, bool]]) -> None:
    sys.setrecursionlimit(max(20_000, sys.getrecursionlimit()))
    slow = []
    for (pattern, flags), (where, anchored) in patterns.items():
        nodes = prune(tree(pattern, flags))
        if nodes.getwidth()[1] > WIDTH:
            factor, about = growth(nodes, flags, anchored)
            if factor > GROWTH:
                slow.append(f"{where}: {factor:.2f} × linear on {about}: {pattern[:100]!r}")
    assert len(patterns) > 200
    assert not slow, "\n".join(slow)


@pytest.mark.parametrize(
    ("pattern", "linear"),
    [(r"\s+$", False), (r"(?<!\s)\s+$", True), (r"(a+)+b", False), (r"a{1,9}b", True), (r"\[[^\]]*\]", False),
     (r"\[[^\[\]]*\]", True), (r"x*y", False), (r"^x*y", True), (r"(?:x|xx)*$", False)],
)  # fmt: skip
def test_the_counter_tells_a_careless_pattern_from_a_careful_one(pattern: str, linear: bool) -> None:
    nodes = tree(pattern, re.UNICODE)
    assert (growth(nodes, re.UNICODE, sizes=(12, 24))[0] <= GROWTH) == linear


PARTS = ("a", "B", "1", " ", "\n", "(", ".", "é")
WHOLE = (r"(?i)a+b?", r"\b\w{1,3}?\b", r"(?m)^[^\n]*$", r"(a|B)\1", r"(?<=a)[ \n]+(?!1)", r"(?:a|1| )*?B", r"[^\W\d_]+|\d")


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join), st.sampled_from(WHOLE))
def test_the_counter_finds_what_re_finds(text: str, pattern: str) -> None:
    compiled = re.compile(pattern)
    assert Matcher(tree(pattern, compiled.flags), compiled.flags, text).finditer() == [
        match.span() for match in compiled.finditer(text)
    ]


CLEANER = Cleaner(discover(), risky=True, max_removed=1.0, max_chrome=1.0)


def calls(text: str) -> int:
    """How many calls, of Python and of C functions, the cleaning of ``text`` takes."""
    count = 0

    def tally(frame: Any, event: str, what: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        CLEANER.clean(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(("about", "lines"), list(product(PIECES, (False, True))))
def test_calls_grow_with_the_text(about: str, lines: bool) -> None:
    small, middle, large = (calls(f"{size}\n" + grown(PIECES[about], size, lines)) for size in (1000, 2000, 4000))
    assert large - middle <= GROWTH * 2 * max(middle - small, 200)
