"""Counting what is frequent without keeping what is rare."""

from __future__ import annotations

from collections.abc import Iterable


class Frequent:
    """In how many articles each key occurs, for keys in at least a share of them, in memory that does not grow.

    After every ``1 / error`` articles, keys that cannot have reached the share are let go; a count is then too small
    by at most ``error`` times the articles seen, never too large.

    Method: lossy counting; Manku and Motwani, "Approximate frequency counts over data streams", VLDB 2002.
    """

    def __init__(self, error: float) -> None:
        self._bucket = max(1, round(1 / error))
        self._held: dict[str, tuple[int, int]] = {}
        self._articles = 0

    def add(self, keys: Iterable[str]) -> None:
        """Take in the keys of one article; one that is given twice counts once."""
        number = self._articles // self._bucket
        held = self._held
        for key in set(keys):
            count, missed = held.get(key, (0, number))
            held[key] = count + 1, missed
        self._articles += 1
        if self._articles % self._bucket == 0:
            number += 1
            self._held = {key: found for key, found in held.items() if sum(found) > number}

    def at_least(self, count: int) -> dict[str, int]:
        """The keys that may occur in ``count`` articles or more, with what was counted, in the order of the keys."""
        return {key: found[0] for key, found in sorted(self._held.items()) if sum(found) >= count}
