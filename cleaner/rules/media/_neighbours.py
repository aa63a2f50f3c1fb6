"""Captions and the lines above and below them: which go together, and which are one paragraph."""

from __future__ import annotations

from typing import Any

from cleaner.document import Line
from cleaner.edit import Edit
from cleaner.text import stops

CLOSED = ".!?…。！？”\"’'»)]）】|" + stops.STOPS
"""What a line ends with that goes on in no other."""


def cut_lines(first: Line, last: Line, **lift: Any) -> Edit:
    """An edit that takes the lines ``first`` to ``last``, and the blank lines that would otherwise double."""
    lines, stop = first.doc.lines, last.index + 1
    if first.index == 0 or lines[first.index - 1].blank:
        while stop < len(lines) and lines[stop].blank and not lines[stop].gone:
            stop += 1
    end = lines[stop].begin if stop < len(lines) else len(first.doc.text)
    return Edit(first.start, end, "", tuple(lift.items()))


def wrapped_above(line: Line) -> bool:
    """Whether the line seems to go on a paragraph of the line above, as in texts with a fixed line width."""
    above = line.doc.lines[line.index - 1].text.rstrip() if line.index else ""
    if len(above) >= 60 and above[-1] not in CLOSED + ":":
        return True
    return bool(above) and line.text.lstrip()[:1].islower()


def wrapped_below(line: Line) -> bool:
    """Whether the line seems to go on in the line below."""
    text = line.text.rstrip()
    below = line.doc.lines[line.index + 1].text if line.index + 1 < len(line.doc.lines) else ""
    return len(text) >= 60 and text[-1] not in CLOSED and bool(below.strip())
