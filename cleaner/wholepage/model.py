"""How much each unit of a page looks like article text: a linear model of its own shape, then of its neighbourhood."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp
from operator import mul
from typing import Any

from cleaner.wholepage.features import NAMES, features
from cleaner.wholepage.units import Unit

CONTEXT = (
    "own",
    *(f"{number} {side}" for number in ("first", "second", "third", "fourth to eighth") for side in ("above", "below")),
    *(f"{side} the run, {far} away" for side in ("above", "below") for far in (1, 3, 8, 20, "farther")),
    "in the run", "own in the run", "at the run's start", "at the run's end", "share of the run, inside",
    "share of the run, outside", "small run", "own, just above the run", "own, just below the run",
)  # fmt: skip
"""What the second stage weighs besides a unit's own features: the first stage's scores of the unit and its neighbours,
from -1 to 1, and where it stands in relation to the page's main run of prose."""

_FAR = (1, 3, 8, 20)
_LIMIT = 4.0
_OUTSIDE = -0.5
_MOST = 60
_BIAS, _COST = 1.0, 8.0
_SMALL, _NEAR = 0.6, 8


@dataclass(frozen=True)
class Weights:
    """The numbers of both stages for one way to cut a page: by feature, and by context."""

    own: tuple[float, ...]
    base: float
    second: tuple[float, ...]
    context: tuple[float, ...]
    second_base: float

    @classmethod
    def of(cls, table: dict[str, Any]) -> Weights:
        """The weights that a table names; a feature that it lacks weighs nothing."""
        return cls(
            tuple(table["own"].get(name, 0.0) for name in NAMES),
            table["base"],
            tuple(table["second"].get(name, 0.0) for name in NAMES),
            tuple(table["context"].get(name, 0.0) for name in CONTEXT),
            table["second_base"],
        )


@cache
def weights(by_line: bool) -> Weights:
    """The weights for lines or for sentences, from ``weights.json``."""
    table = json.loads(resources.files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    return Weights.of(table["lines" if by_line else "sentences"])


def scores(units: Sequence[Unit], by_line: bool, of: Weights | None = None) -> list[float]:
    """The log odds that each unit is part of the article, by the weights ``of`` or those that come with the module."""
    have = features(units, by_line)
    set_of = of or weights(by_line)
    own = [set_of.base + sum(map(set_of.own.__getitem__, of_unit)) for of_unit in have]
    around = context(units, own)
    return [
        set_of.second_base + sum(map(set_of.second.__getitem__, of_unit)) + sum(map(mul, set_of.context, row))
        for of_unit, row in zip(have, around, strict=True)
    ]


def context(units: Sequence[Unit], own: Sequence[float]) -> list[list[float]]:
    """The values of ``CONTEXT`` for each unit."""
    cut = [max(-_LIMIT, min(_LIMIT, score)) / _LIMIT for score in own]
    padded = [_OUTSIDE] * 8 + cut + [_OUTSIDE] * 8
    start, end, share = main_run(units, own)
    rows = []
    for at in range(len(units)):
        here = at + 8
        row = [padded[here]]
        for step in (1, 2, 3):
            row += (padded[here - step], padded[here + step])
        row += (sum(padded[here - 8 : here - 3]) / 5, sum(padded[here + 4 : here + 9]) / 5)
        row += _place(at, start, end, share, padded[here])
        rows.append(row)
    return rows


def _place(at: int, start: int, end: int, share: float, own: float) -> list[float]:
    """Where a unit stands in relation to the main run."""
    row = [0.0] * (2 * len(_FAR) + 2 + 9)
    inside = 2 * len(_FAR) + 2
    if at < start:
        row[bisect_left(_FAR, start - at)] = 1.0
        row[inside + 5] = share
        row[inside + 7] = own if start - at <= _NEAR else 0.0
    elif at >= end:
        row[len(_FAR) + 1 + bisect_left(_FAR, at - end + 1)] = 1.0
        row[inside + 5] = share
        row[inside + 8] = own if at - end < _NEAR else 0.0
    else:
        row[inside : inside + 7] = (
            1.0,
            own,
            float(at - start < 3),
            float(end - at <= 3),
            share,
            0.0,
            float(share < _SMALL),
        )
    return row


def main_run(units: Sequence[Unit], own: Sequence[float]) -> tuple[int, int, float]:
    """The run of units with the most prose for the least else: first, behind the last, and its share of all prose."""
    best = total = gained = 0.0
    run = (0, 0)
    begin = 0
    sums = [0.0]
    for at, (unit, score) in enumerate(zip(units, own, strict=True)):
        likely = 1 / (1 + exp(-max(-30.0, min(30.0, score + _BIAS))))
        prose = likely * min(_MOST, unit.size / 6)
        sums.append(sums[-1] + prose)
        if gained <= 0:
            gained, begin = 0.0, at
        gained += prose - (1 - likely) * _COST
        if gained > best:
            best, run = gained, (begin, at + 1)
    total = sums[-1]
    return *run, (sums[run[1]] - sums[run[0]]) / total if total else 0.0
