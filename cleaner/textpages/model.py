"""How much each unit of a page looks like article text: what it looks like itself, then what surrounds it.

Both stages add up numbers, so that each can be told: the weights of a unit's own features, and for each value of its
surroundings the number that a table gives for the class that the value falls in.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate, chain, repeat
from math import exp
from operator import sub
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.textpages.features import features
from cleaner.textpages.shapes import BIT, NAMES, Unit
from cleaner.textpages.units import Cut

_ODDS = (-3.5, -2.5, -1.75, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5)
_SHARES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
_DISTANCES = (1, 2, 3, 4, 6, 9, 13, 19, 30, 50)
_COUNTS = (-6, -2, 0, 1, 2, 3, 4, 6, 9, 15)

WINDOWS = {
    "two around": (-2, 2), "eight around": (-8, 8), "eight above": (-8, -1), "eight below": (1, 8),
}  # fmt: skip
"""Of which units, counted from a unit, the first stage's log odds are averaged."""

CONTEXT: dict[str, tuple[float, ...]] = {
    **dict.fromkeys(WINDOWS, _ODDS),
    **dict.fromkeys(("above the run", "into the run", "to the run's end", "below the run"), _DISTANCES),
    **dict.fromkeys(("chrome since the run's start", "phrases since the run's start"), _COUNTS),
    "share of the run, inside": _SHARES,
    "share of the run, outside": _SHARES,
    "prose on the page": (60, 120, 200, 350, 600, 1000, 2000),
}
"""What the second stage looks at besides a unit's own features, and the bounds of its classes: log odds of the first
stage, distances in units from the ends of the page's main run of prose, counts of units, shares, words."""

_STEPS, _LIMIT = 4, 4
"""Log odds of the first stage are rounded to steps of a fourth, from -4 to 4: levels are whole numbers from 0."""

_REACH = 8
_EDGE = ((_LIMIT - 2) * _STEPS,) * _REACH
"""The levels of what stands above the first and below the last unit."""

_MOST, _WORD = 60, 6
_BIAS, _COST, _CHROME = 1.0, 8.0, -2.0
_PHRASES = BIT["boilerplate"] | BIT["long boilerplate"]
_KEPT = 2048


class First(NamedTuple):
    """What a unit's own features say: the level of the first stage and its probability to be prose, their sum in the
    second stage, and whether it is chrome, or begins with a phrase of chrome.
    """

    level: int
    likely: float
    second: float
    chrome: bool
    phrase: bool


@dataclass(frozen=True)
class Weights:
    """The numbers of both stages for one way to cut a page: by feature, and by the classes of ``CONTEXT``."""

    own: tuple[float, ...]
    base: float
    second: tuple[float, ...]
    context: dict[str, list[float]]
    second_base: float

    @classmethod
    def of(cls, table: dict[str, Any]) -> Weights:
        """The weights that a table names; what it lacks weighs nothing."""
        return cls(
            tuple(table["own"].get(name, 0.0) for name in NAMES),
            table["base"],
            tuple(table["second"].get(name, 0.0) for name in NAMES),
            {name: table["context"].get(name, [0.0] * (len(bounds) + 1)) for name, bounds in CONTEXT.items()},
            table["second_base"],
        )

    @cached_property
    def sums(self) -> Callable[[int], First]:
        """What the features of a unit say; most units share theirs with others."""

        def of(have: int) -> First:
            numbered = numbers(have)
            score = self.base + sum(map(self.own.__getitem__, numbered))
            second = self.second_base + sum(map(self.second.__getitem__, numbered))
            return First(*judged(score), second, *flags(score, have))

        return lru_cache(maxsize=_KEPT)(of)

    @cached_property
    def windows(self) -> list[tuple[int, int, list[float]]]:
        """For each window its first unit, the one behind its last, and its table by the sum of the levels."""
        tables = []
        for name, (first, last) in WINDOWS.items():
            units = last - first + 1
            odds = [total / units / _STEPS - _LIMIT for total in range(2 * _LIMIT * _STEPS * units + 1)]
            tables.append((first, last + 1, [self.at(name, value) for value in odds]))
        return tables

    @cached_property
    def distances(self) -> dict[str, list[float]]:
        """For each table of distances the weights from a distance of one on; the last is that of all larger ones."""
        names = (name for name, bounds in CONTEXT.items() if bounds is _DISTANCES)
        return {name: [self.at(name, value) for value in range(1, _DISTANCES[-1] + 1)] for name in names}

    def away(self, name: str, count: int) -> list[float]:
        """What each of the distances from 1 to ``count`` weighs."""
        table = self.distances[name]
        return table[:count] + table[-1:] * (count - len(table))

    def at(self, name: str, value: float) -> float:
        """What a value of ``CONTEXT`` weighs."""
        return self.context[name][bisect_right(CONTEXT[name], value)]

    def along(self, name: str, rising: Sequence[int], start: int = 0) -> Iterator[float]:
        """What each of some rising values weighs, counted from ``start``."""
        cuts = [bisect_left(rising, start + bound) for bound in CONTEXT[name]]
        return chain.from_iterable(map(repeat, self.context[name], map(sub, [*cuts, len(rising)], [0, *cuts])))


@cache
def weights(by_line: bool) -> Weights:
    """The weights for lines or for sentences, from ``weights.json``."""
    table = json.loads(Path(__file__).with_name("weights.json").read_bytes())
    return Weights.of(table["lines" if by_line else "sentences"])


def scores(cut: Cut, of: Weights | None = None) -> list[float]:
    """The log odds that each unit is part of the article, by the weights ``of`` or those that come with the module."""
    if not cut.units:
        return []
    set_of = of or weights(cut.by_line)
    return around(set_of, cut.units, [*map(set_of.sums, features(cut))])


def judged(score: float) -> tuple[int, float]:
    """A score of the first stage as the second uses it: as a level, and as the probability to be prose."""
    cut = max(-_LIMIT, min(_LIMIT, score))
    return round((cut + _LIMIT) * _STEPS), 1 / (1 + exp(-max(-30.0, min(30.0, score + _BIAS))))


def numbers(have: int) -> list[int]:
    """The numbers of some features, least first."""
    return [number for number in range(len(NAMES)) if have >> number & 1]


def flags(score: float, have: int) -> tuple[bool, bool]:
    """Whether the first stage takes a unit for chrome, and whether it begins with a phrase of chrome."""
    return score < _CHROME, have & _PHRASES != 0


class Run(NamedTuple):
    """The main run of prose: its first unit, the one behind its last, and its share of all prose on the page."""

    start: int
    end: int
    share: float


def amounts(units: Sequence[Unit], likely: Sequence[float]) -> list[float]:
    """How many words of prose each unit is expected to be; of long ones only some count."""
    return [
        probable * (unit.size / _WORD if unit.size < _MOST * _WORD else _MOST)
        for unit, probable in zip(units, likely, strict=True)
    ]


def main_run(prose: Sequence[float], likely: Sequence[float]) -> Run:
    """The run of units with the most prose for the least else."""
    best = gained = 0.0
    start = end = begin = 0
    for at, (gain, probable) in enumerate(zip(prose, likely, strict=True)):
        if gained <= 0:
            gained, begin = 0.0, at
        gained += gain - (1 - probable) * _COST
        if gained > best:
            best, start, end = gained, begin, at + 1
    total = sum(prose)
    return Run(start, end, sum(prose[start:end]) / total if total else 0.0)


def around(of: Weights, units: Sequence[Unit], first: Sequence[First]) -> list[float]:
    """The second stage's log odds of each unit, from what the first stage says of all."""
    levels, likely, second, chrome, phrases = zip(*first, strict=True)
    prose = amounts(units, likely)
    run = main_run(prose, likely)
    columns: list[Iterable[float]] = [
        repeat(of.at("prose on the page", sum(prose))),
        second,
        _places(of, len(first), run),
        _since(of, "chrome since the run's start", chrome, run.start),
        _since(of, "phrases since the run's start", phrases, run.start),
    ]
    sums = list(accumulate((*_EDGE, *levels, *_EDGE), initial=0))
    for begin, end, table in of.windows:
        columns.append(map(table.__getitem__, map(sub, sums[_REACH + end :], sums[_REACH + begin :])))
    return [*map(sum, zip(*columns, strict=False))]


def _since(of: Weights, name: str, flags: Sequence[bool], start: int) -> Iterator[float]:
    """What it weighs how many flags stand between the start of the run and each unit; above it they count as less."""
    counts = list(accumulate(flags, initial=0))
    return of.along(name, counts[:-1], start=counts[start])


def _places(of: Weights, count: int, run: Run) -> list[float]:
    """What it weighs where each of ``count`` units stands in relation to the main run."""
    size = run.end - run.start
    inside, outside = (of.at(f"share of the run, {side}", run.share) for side in ("inside", "outside"))
    into, to_end = of.away("into the run", size), of.away("to the run's end", size)
    above, below = of.away("above the run", run.start), of.away("below the run", count - run.end)
    return [
        *[outside + weight for weight in reversed(above)],
        *[inside + first + last for first, last in zip(into, reversed(to_end), strict=True)],
        *[outside + weight for weight in below],
    ]
