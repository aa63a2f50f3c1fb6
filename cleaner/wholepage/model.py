"""How much each unit of a page looks like article text: a linear model of its own shape, then of its neighbourhood."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from itertools import accumulate, chain, repeat
from math import exp
from operator import add, sub
from typing import Any, NamedTuple

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
_NEIGHBOURS, _FARTHEST, _ENDS = 9, 5, 3
"""How many of the weights are those of neighbours; of how many units the farthest are averaged; how many of the run are
its ends."""

_EDGE = (-0.5,) * 8
"""What stands above the first and below the last unit."""

_MOST, _WORD = 60, 6
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
    def sums(self) -> Callable[[tuple[int, ...]], tuple[float, float, float]]:
        """What a unit's features say: `judged` by the first stage, and their sum in the second.

        Most units share their features with others.
        """

        def of(have: tuple[int, ...]) -> tuple[float, float, float]:
            first, second = sum(map(self.own.__getitem__, have)), sum(map(self.second.__getitem__, have))
            return *judged(self.base + first), self.second_base + second

        return lru_cache(maxsize=_KEPT)(of)


@cache
def weights(by_line: bool) -> Weights:
    """The weights for lines or for sentences, from ``weights.json``."""
    table = json.loads(resources.files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    return Weights.of(table["lines" if by_line else "sentences"])


def scores(units: Sequence[Unit], by_line: bool, of: Weights | None = None) -> list[float]:
    """The log odds that each unit is part of the article, by the weights ``of`` or those that come with the module."""
    if not units:
        return []
    set_of = of or weights(by_line)
    cut, likely, second = zip(*map(set_of.sums, features(units, by_line)), strict=True)
    return list(map(add, second, around(set_of.context, cut, main_run(units, likely))))


def judged(score: float) -> tuple[float, float]:
    """A score of the first stage as the second uses it: cut to -1 to 1, and as the probability to be prose."""
    cut = max(-_LIMIT, min(_LIMIT, score)) / _LIMIT
    return cut, 1 / (1 + exp(-max(-30.0, min(30.0, score + _BIAS))))


class Run(NamedTuple):
    """The main run of prose: its first unit, the one behind its last, and its share of all prose on the page."""

    start: int
    end: int
    share: float


def main_run(units: Sequence[Unit], likely: Sequence[float]) -> Run:
    """The run of units with the most prose for the least else."""
    best = gained = 0.0
    start = end = begin = 0
    prose = [
        probable * (unit.size / _WORD if unit.size < _MOST * _WORD else _MOST)
        for unit, probable in zip(units, likely, strict=True)
    ]
    for at, (gain, probable) in enumerate(zip(prose, likely, strict=True)):
        if gained <= 0:
            gained, begin = 0.0, at
        gained += gain - (1 - probable) * _COST
        if gained > best:
            best, start, end = gained, begin, at + 1
    total = sum(prose)
    return Run(start, end, sum(prose[start:end]) / total if total else 0.0)


def around(weights: Sequence[float], cut: Sequence[float], run: Run) -> list[float]:
    """What the neighbourhood of each unit weighs: the values of ``CONTEXT``, each times its weight, added up.

    ``cut`` are the first stage's scores from -1 to 1.  The value of one name alone comes of weights that are 0 but for
    a 1 in its place.
    """
    _, above, below, second_above, second_below, third_above, third_below, far_above, far_below = weights[:_NEIGHBOURS]
    padded = [*_EDGE, *cut, *_EDGE]
    sums = list(accumulate(padded, initial=0.0))
    far = [(last - first) / _FARTHEST for first, last in zip(sums, sums[_FARTHEST:], strict=False)]
    return [
        place + times * own + above * a1 + below * b1 + second_above * a2 + second_below * b2
        + third_above * a3 + third_below * b3 + far_above * a4 + far_below * b4
        for place, times, own, a1, b1, a2, b2, a3, b3, a4, b4 in zip(
            *_places(weights, len(cut), run), cut, padded[7:], padded[9:], padded[6:], padded[10:], padded[5:],
            padded[11:], far, far[12:], strict=False,
        )
    ]  # fmt: skip


def _places(weights: Sequence[float], count: int, run: Run) -> tuple[list[float], list[float]]:
    """What it weighs where each of ``count`` units stands in relation to the main run, and by how much its own score
    counts there.
    """
    start, end, share = run
    own, size = weights[0], end - start
    zones = _NEIGHBOURS + len(_FAR) + 1
    inside, own_inside, first, last, share_inside, share_outside, small, own_above, own_below = weights[-9:]
    outside = share * share_outside
    middle = [inside + share * share_inside + (small if share < _SMALL else 0.0)] * size
    for at in range(min(_ENDS, size)):
        middle[at] += first
        middle[-1 - at] += last
    place = [
        *(outside + weight for weight in _by_distance(weights[_NEIGHBOURS:zones], start)[::-1]),
        *middle,
        *(outside + weight for weight in _by_distance(weights[zones : zones + len(_FAR) + 1], count - end)),
    ]
    above, below = min(start, _NEAR), min(count - end, _NEAR)
    times = [own] * (start - above) + [own + own_above] * above + [own + own_inside] * size
    return place, times + [own + own_below] * below + [own] * (count - end - below)


def _by_distance(weights: Sequence[float], count: int) -> list[float]:
    """The weights of ``count`` units in the order of their distance from the run."""
    bounds = (0, *_FAR, max(count, _FAR[-1]))
    return list(chain.from_iterable(map(repeat, weights, map(sub, bounds[1:], bounds))))[:count]
