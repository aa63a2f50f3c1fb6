"""What changes: edits, findings, and the trace that can undo every one of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

Lift = tuple[tuple[str, Any], ...]
"""Metadata that an edit moves out of the text: pairs of article field and value."""


class Edit(NamedTuple):
    """Replace the characters ``start`` to ``end`` by ``new``; ``lift`` says where the meaning went."""

    start: int
    end: int
    new: str = ""
    lift: Lift = ()


class Finding(NamedTuple):
    """Something a person should know.  ``start`` and ``end`` are characters of the original text, -1 if unknown."""

    message: str
    start: int = -1
    end: int = -1
    code: str = ""
    name: str = ""
    level: str = "warning"


class Applied(NamedTuple):
    """One applied edit as the audit log keeps it.

    ``layer`` counts the passes over the text; ``at`` is the offset in the text that this layer was shown, and
    ``start``/``end`` the span in the original text that the edit stands for.  All are in characters.
    """

    code: str
    name: str
    layer: int
    at: int
    start: int
    end: int
    old: str
    new: str
    lift: Lift


class Layer:
    """The edits of one pass, sorted and without overlap, with the way back to the text before them."""

    __slots__ = ("edits", "ends", "shifts", "starts")

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.edits = edits
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.shifts: list[int] = []
        shift = 0
        for edit in edits:
            self.starts.append(edit.start - shift)
            shift += edit.end - edit.start - len(edit.new)
            self.ends.append(edit.end - shift)
            self.shifts.append(shift)

    def before(self, start: int, end: int) -> tuple[int, int]:
        """The span before this layer that became ``start`` to ``end``; a span inside a replacement is widened to it."""
        index = bisect_right(self.starts, start) - 1
        first = start
        if index >= 0:
            first = self.edits[index].start if start < self.ends[index] else start + self.shifts[index]
        if end <= start:
            return first, first
        index = bisect_right(self.starts, end - 1, max(0, index)) - 1
        if index < 0:
            return first, end
        return first, self.edits[index].end if end - 1 < self.ends[index] else end + self.shifts[index]


def apply(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with sorted, non-overlapping ``edits`` made, in one pass."""
    pieces, at = [], 0
    for start, end, new, _ in edits:
        pieces.append(text[at:start])
        if new:
            pieces.append(new)
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


class Claims:
    """The spans that edits of one layer have taken; the first to come wins.

    They stand in order in blocks, so that a new one moves no more than those of its block.
    """

    _MOST = 128

    def __init__(self) -> None:
        self._blocks: list[list[tuple[int, int]]] = [[]]
        self._firsts = [(0, 0)]

    def take(self, start: int, end: int) -> bool:
        """Claim a span; False when it overlaps one already taken."""
        span, blocks = (start, end), self._blocks
        last = blocks[-1]
        if last and last[-1][0] < start >= last[-1][1] and len(last) < self._MOST:  # behind all others
            last.append(span)
            return True
        number = bisect_right(self._firsts, span) - 1
        block = blocks[number]
        at = bisect_left(block, span)
        if at or number:
            _, past = block[at - 1] if at else blocks[number - 1][-1]
            if past > start:
                return False
        if at < len(block) or number + 1 < len(blocks):
            after, _ = block[at] if at < len(block) else blocks[number + 1][0]
            if after < end or after == start:
                return False
        block.insert(at, span)
        if len(block) > self._MOST:
            half = len(block) // 2
            blocks.insert(number + 1, block[half:])
            self._firsts.insert(number + 1, block[half])
            del block[half:]
        return True


def undo(text: str, edits: Iterable[Applied]) -> str:
    """The original text, character for character, from the cleaned ``text`` and its log.

    Raises ValueError when the log does not fit the text.
    """
    layers: dict[int, list[Applied]] = {}
    for edit in edits:
        layers.setdefault(edit.layer, []).append(edit)
    for number in sorted(layers, reverse=True):
        pieces: list[str] = []
        at = shift = 0
        for edit in sorted(layers[number], key=lambda e: (e.at, e.at + len(e.old))):
            here = edit.at - shift
            if here < at or text[here : here + len(edit.new)] != edit.new:
                raise ValueError(f"the log does not fit the text at character {here} (rule {edit.code})")
            pieces += (text[at:here], edit.old)
            at = here + len(edit.new)
            shift += len(edit.old) - len(edit.new)
        pieces.append(text[at:])
        text = "".join(pieces)
    return text


class Trace:
    """All layers of one document, and what each edit was in terms of the original text."""

    __slots__ = ("layers", "original", "text")

    def __init__(self, original: str) -> None:
        self.original = original
        self.layers: list[Layer] = []
        self.text = original

    def add(self, edits: Sequence[Edit]) -> str:
        """Make one layer of sorted, non-overlapping edits; gives the new text."""
        self.layers.append(Layer(edits))
        self.text = apply(self.text, edits)
        return self.text

    def origins(self, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The spans of the original behind ``spans`` of the final text."""
        for made in reversed(self.layers):
            if made.edits:
                spans = [made.before(start, end) for start, end in spans]
        return spans
