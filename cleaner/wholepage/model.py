"""How much each unit of a page looks like article text: a linear model of its own shape, then of its neighbourhood."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
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
_KEPT = 4096


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

    @cached_property
    def sums(self) -> Callable[[tuple[int, ...]], tuple[float, float]]:
        """What a unit's features weigh in the first and in the second stage; most units share theirs with others."""

        def of(have: tuple[int, ...]) -> tuple[float, float]:
            first, second = sum(map(self.own.__getitem__, have)), sum(map(self.second.__getitem__, have))
            return self.base + first, self.second_base + second

        return lru_cache(maxsize=_KEPT)(of)


@cache
def weights(by_line: bool) -> Weights:
    """The weights for lines or for sentences, from ``weights.json``."""
    table = json.loads(resources.files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    return Weights.of(table["lines" if by_line else "sentences"])


def scores(units: Sequence[Unit], by_line: bool, of: Weights | None = None) -> list[float]:
    """The log odds that each unit is part of the article, by the weights ``of`` or those that come with the module."""
    set_of = of or weights(by_line)
    weighed = [set_of.sums(have) for have in features(units, by_line)]
    around = context(units, [own for own, _ in weighed])
    return [second + sum(map(mul, set_of.context, row)) for (_, second), row in zip(weighed, around, strict=True)]


def context(units: Sequence[Unit], own: Sequence[float]) -> list[tuple[float, ...]]:
    """The values of ``CONTEXT`` for each unit."""
    count = len(units)
    cut = [max(-_LIMIT, min(_LIMIT, score)) / _LIMIT for score in own]
    padded = [_OUTSIDE] * 8 + cut + [_OUTSIDE] * 8
    columns = [cut]
    for step in (1, 2, 3):
        columns += (padded[8 - step : 8 - step + count], padded[8 + step : 8 + step + count])
    far = [sum(padded[at : at + 5]) / 5 for at in range(count + 12)]
    columns += (far[:count], far[12:])
    return list(zip(*columns, *_places(cut, *main_run(units, own)), strict=True))


def _places(own: Sequence[float], start: int, end: int, share: float) -> list[list[float]]:
    """Where each unit stands in relation to the main run, by value of ``CONTEXT``."""
    count = len(own)

    def column(first: int, last: int, values: Sequence[float] = ()) -> list[float]:
        first, last = max(0, first), min(last, count)
        if first >= last:
            return [0.0] * count
        return [0.0] * first + list(values[first:last] or [1.0] * (last - first)) + [0.0] * (count - last)

    shares, bounds = [share] * count, (0, *_FAR, count)
    return [
        *(column(start - bounds[at + 1], start - bounds[at]) for at in range(len(_FAR) + 1)),
        *(column(end + bounds[at], end + bounds[at + 1]) for at in range(len(_FAR) + 1)),
        column(start, end),
        column(start, end, own),
        column(start, min(start + 3, end)),
        column(max(start, end - 3), end),
        column(start, end, shares),
        [0.0 if start <= at < end else share for at in range(count)],
        column(start, end if share < _SMALL else start),
        column(start - _NEAR, start, own),
        column(end, end + _NEAR, own),
    ]


def main_run(units: Sequence[Unit], own: Sequence[float]) -> tuple[int, int, float]:
    """The run of units with the most prose for the least else: first, behind the last, and its share of all prose."""
    best = total = gained = 0.0
    run, begin = (0, 0), 0
    sums = [total]
    for at, (unit, score) in enumerate(zip(units, own, strict=True)):
        likely = 1 / (1 + exp(-max(-30.0, min(30.0, score + _BIAS))))
        prose = likely * min(_MOST, unit.size / 6)
        total += prose
        sums.append(total)
        if gained <= 0:
            gained, begin = 0.0, at
        gained += prose - (1 - likely) * _COST
        if gained > best:
            best, run = gained, (begin, at + 1)
    return *run, (sums[run[1]] - sums[run[0]]) / total if total else 0.0
