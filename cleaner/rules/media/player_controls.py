"""The controls of a video or audio player.

What   "0:00 / 3:12", and two or more of "Play", "Pause", "Mute", "Fullscreen" … in neighbouring lines or one line.
Why    They label buttons of a player.
Kept   One such word alone: it may be a heading; times in sentences and tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.words import any_of, heads

rule = Rule(code="MED018", hints=Hints(heads=(*heads("player_control").heads, "00:", "0:")))

_CONTROL = any_of("player_control")
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
_LENGTH = lazy(rf"{_CLOCK}\s?/\s?-?{_CLOCK}|0?0:00")
_SEVERAL = lazy(rf"(?:{_CONTROL}|{_CLOCK})(?:[\s/|,•]{{1,3}}(?:{_CONTROL}|{_CLOCK})){{1,14}}", re.IGNORECASE)
_ONE = lazy(rf"(?:{_CONTROL}|{_CLOCK}|\d{{1,3}} ?%)[ :]?", re.IGNORECASE)


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        text = line.text.strip(" \t\u00a0•*-")
        if len(text) > 160:
            continue
        if (
            _LENGTH.fullmatch(text)
            or _is_row(text)
            or (_ONE.fullmatch(text) and not text[0].isdigit() and _in_company(doc, line.index))
        ):
            yield line.cut()


def _is_row(text: str) -> bool:
    """Controls only, one of them at least a word and not all of them the same."""
    return _SEVERAL.fullmatch(text) is not None and any(c.isalpha() for c in text) and len({*text.lower().split()}) > 1


def _in_company(doc: Document, index: int) -> bool:
    """True when a line next to this one (one blank line apart at most) is a control as well."""
    for step in (-1, 1):
        for far in (1, 2):
            at = index + step * far
            if not 0 <= at < len(doc.lines):
                break
            near = doc.rows[at].strip(" \t\u00a0•*-")
            if near:
                if len(near) < 40 and (_ONE.fullmatch(near) or _LENGTH.fullmatch(near)):
                    return True
                break
    return False


FIXES = [
    ("It rained.\n\n0:00 / 3:12\n\nIt stopped.", "It rained.\n\nIt stopped."),
    ("It rained.\nPlay\nMute\n0:00\nIt stopped.", "It rained.\nIt stopped."),
    ("It rained.\n\nPlay Pause Mute Fullscreen\n\nIt stopped.", "It rained.\n\nIt stopped."),
]
KEEPS = [
    "It rained.\n\nPlay\n\nChildren need it, he said.",
    "It rained.\n\nSettings\n\nOpen the menu.",
    "3:12 / 5:14 were the times.",
    "10:00 Opening\n10:30 Coffee",
    "Play it again, she said.",
]
