"""How well removed words agree with labelled lines: precision, recall, and the share of prose lost.

Original and cleaned text are aligned line by line, then word by word within the lines that differ; a word of the
original that has no partner counts as removed.  Words on doubtful lines are not counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """The words of ``text``, lower-cased."""
    return [word.lower() for word in _WORD.findall(text)]


def removed(original: Sequence[str], cleaned: str) -> set[tuple[int, int]]:
    """The words of the ``original`` lines, as (line, number in line), that ``cleaned`` lacks."""
    left = [tuple(line) for line in map(words, cleaned.split("\n")) if line]
    numbered = [(number, tuple(line)) for number, line in enumerate(map(words, original)) if line]
    gone = set()
    for kind, a, b, c, d in _blocks([line for _, line in numbered], left):
        if kind == "equal":
            continue
        here = [(number, at, word) for number, line in numbered[a:b] for at, word in enumerate(line)]
        there = [word for line in left[c:d] for word in line]
        for part, start, end, _, _ in _blocks([word for _, _, word in here], there):
            if part in ("delete", "replace"):
                gone.update((number, at) for number, at, _ in here[start:end])
    return gone


def _blocks(old: Sequence[Any], new: Sequence[Any]) -> list[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


class LabelScores:
    """Adds up documents; ``row()`` gives the shares and ``by_label`` the words gone and in all of each label."""

    def __init__(self) -> None:
        self.sums: Counter[str] = Counter()
        self.gone: Counter[str] = Counter()
        self.all: Counter[str] = Counter()

    def add(self, text: str, cleaned: str, labels: Mapping[int, Mapping[str, Any]], doubtful: Container[int]) -> None:
        """Count one document; ``labels``: by line number, ``label`` and ``keep``, the part of the line that stays."""
        lines = text.split("\n")
        gone = removed(lines, cleaned)
        for number, line in enumerate(lines):
            found = words(line)
            if not found or number in doubtful:
                continue
            label = labels.get(number)
            wanted = _artefact(found, label.get("keep")) if label else set()
            taken = {at for at in range(len(found)) if (number, at) in gone}
            self.sums.update(
                hit=len(taken & wanted),
                taken=len(taken),
                artefact=len(wanted),
                surplus=len(taken - wanted),
                prose=len(found) - len(wanted),
                damaged=bool(taken - wanted),
            )
            if label:
                self.gone[label["label"]] += len(taken & wanted)
                self.all[label["label"]] += len(wanted)

    def row(self) -> dict[str, float]:
        """Precision and recall of the removed words, the share of prose words lost, and the number of lines damaged."""
        sums = self.sums
        return {
            "precision": sums["hit"] / max(1, sums["taken"]),
            "recall": sums["hit"] / max(1, sums["artefact"]),
            "prose lost": sums["surplus"] / max(1, sums["prose"]),
            "lines damaged": sums["damaged"],
        }

    def by_label(self) -> dict[str, tuple[int, int]]:
        """The words gone and the words in all, for each label."""
        return {label: (self.gone[label], self.all[label]) for label in sorted(self.all)}


def _artefact(found: list[str], keep: str | None) -> set[int]:
    """The words of a labelled line, by number, that are not to be kept."""
    wanted = set(range(len(found)))
    if keep:
        for match in SequenceMatcher(None, found, words(keep), autojunk=False).get_matching_blocks():
            wanted -= set(range(match.a, match.a + match.size))
    return wanted
