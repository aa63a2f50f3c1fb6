"""Scanning again, as edits change a text: only lines that were not there before are looked at.

Hints lie within one line, so what a scan has found in a line holds wherever that line stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from cleaner.rule import Hints
from cleaner.scan.scanner import Hits, Placed, Scanner


class Rescanner:
    """Scans the states of one text, one after the other.

    Where hints are met in a line that does not pass their test (`Hints.fits`), the line is not among those where: the
    rules with these hints are asked when an edit has changed some line.
    """

    def __init__(self, scanner: Scanner) -> None:
        self._scanner = scanner
        self._first: tuple[Hits, Sequence[str]] | None = None
        self._changed = False
        self._anywhere: Hits = {}
        self._seen: set[str] = set()
        self._met: dict[str, dict[Hints, bool]] = {}
        """The lines with hits: the hints that are met, and whether the line fits them."""
        self._scanned: dict[str, tuple[Hits, int]] = {}
        """The lines with hits: the scan that met them, and where in its text the line begins."""

    def scan(self, text: str, rows: Sequence[str]) -> Hits:
        """Where rules may fire in a state of the text, of which ``rows`` are the lines."""
        if self._first is None:
            found = self._scanner.scan(text)
            self._first = found, rows
            return {hints: _fitting(hints, lines, rows) if hints.fits else lines for hints, lines in found.items()}
        now = set(rows)
        if not self._changed:
            self._changed = True
            self._learn(*self._first, now)
        new = list(now - self._seen)
        if new:
            self._learn(self._scanner.scan("\n".join(new)), new, now)
        hits, met = self._anywhere.copy(), self._met
        for at, row in enumerate(rows):
            if row in met:
                for hints, fits in met[row].items():
                    lines = hits.get(hints)
                    if lines is not None:
                        if fits:
                            lines.append(at)
                    elif hints not in hits:
                        hits[hints] = [at] if fits else []
        return hits

    def ends(self, hints: Hints, row: str, begin: int) -> list[int] | None:
        """Where literals of ``hints`` end in a line of the state scanned last, which begins at ``begin``.

        In characters from the begin of the line, first to last; None where the scanner does not say.
        """
        found = self._first[0] if self._first else None
        if self._changed:
            if row not in self._scanned and isinstance(found, Placed):
                return []
            found, begin = self._scanned.get(row, (found, begin))
        places = found.ends(hints) if isinstance(found, Placed) else None
        if places is None:
            return None
        within = places[bisect_right(places, begin) : bisect_right(places, begin + len(row))]
        return [place - begin for place in within] if begin else within

    def _learn(self, found: Hits, rows: Sequence[str], now: set[str]) -> None:
        """Keep what a scan has ``found`` in those of its ``rows`` that are there ``now``."""
        here: dict[int, dict[Hints, bool]] = {at: {} for at, row in enumerate(rows) if row in now}
        for hints, lines in found.items():
            if lines is None:
                self._anywhere[hints] = None
                continue
            fits = hints.fits
            for at in lines:
                if at in here:
                    here[at][hints] = fits is None or fits(rows[at])
        ends = list(accumulate(map(len, rows), initial=0))
        for at, met in here.items():
            row = rows[at]
            self._seen.add(row)
            if met:
                self._met[row] = met
                self._scanned[row] = found, ends[at] + at


def _fitting(hints: Hints, lines: list[int] | None, rows: Sequence[str]) -> list[int] | None:
    """Of some ``lines`` those that fit."""
    fits = hints.fits
    return [at for at in lines if fits(rows[at])] if lines and fits else lines
