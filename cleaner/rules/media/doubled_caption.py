"""A short line that is there twice, one copy behind the other.

What   In the middle of the text, two neighbouring lines that say the same, or one line that says the same twice,
       without a full stop and with prose on both sides.
Why    A picture has its caption once for the eye and once for screen readers; a list of links has each headline twice.
Kept   Refrains, dialogue, lines near the start and the end, anything that ends like a sentence.
Moves  The words go to `images[].caption`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cleaner.document import CLOSED, Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules._rows import current
from cleaner.rules.media._neighbours import cut_lines
from cleaner.scan.traits import UNCLOSED
from cleaner.text.credits import image

rule = Rule(code="MED031", needs=UNCLOSED)

_SHORTEST, _LONGEST, _PROSE = 4, 200, 60
_STOP = lazy(r"[.!?…。！？।۔,:;][\"”’“‘'»«)\]」』]{0,3}$")


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind == "markdown" or not _repeats(current(doc)):
        return
    found = [line.index for line in doc.alive()] if doc.touched else doc.filled
    rows = [line.text for line in doc.alive()] if doc.touched else map(doc.rows.__getitem__, found)
    texts = [row.strip() if len(row) <= 2 * _LONGEST else "" for row in rows]
    for at in _doubled(texts):
        lines = [doc.lines[near] for near in found[at - 1 : at + 3]]
        if not _prose(lines[0]):
            continue
        if texts[at] != texts[at + 1]:
            if _prose(lines[2]):
                yield lines[1].cut(images=image(_half(texts[at]), None))
        elif len(lines) > 3 and _prose(lines[3]):
            yield cut_lines(lines[1], lines[2], images=image(texts[at], None))


def _repeats(rows: list[str]) -> bool:
    """Whether two open lines say the same, or one says something twice: a cheap test."""
    opened = [row.strip() for row in rows if row and row[-1] not in CLOSED and len(row) <= 2 * _LONGEST]
    return len(set(opened)) < len(opened) or any(map(_half, filter(None, opened)))


def _doubled(texts: list[str]) -> Iterator[int]:
    """The places of lines that say the same twice, or the same as the next one, but for the first and the last."""
    for at, (text, below) in enumerate(pairwise(texts)):
        if len(text) < _SHORTEST or text[-1] in CLOSED or not (text == below or _half(text)):
            continue
        if at and text[0].isalpha() and not _STOP.search(text[-4:]):
            yield at


def _half(text: str) -> str:
    """What a line says twice, if it does: at least two words."""
    middle = len(text) // 2
    if text[middle] != text[0] and not text[middle].isspace():
        return ""
    first, second = text[:middle].rstrip(), text[middle:].lstrip()
    return first if first == second and " " in first else ""


def _prose(line: Line) -> bool:
    text = line.text.strip()
    return len(text) >= _PROSE and _STOP.search(text[-4:]) is not None


_A = "The ferry to the island sailed again on Monday, its owner said in a statement to the press."
_B = "Nobody was hurt when the storm tore it from the quay, but two cars went into the harbour."
FIXES = [
    (f"{_A}\n\nAna Ruiz\nAna Ruiz\n\n{_B}", f"{_A}\n\n{_B}", {"images": [{"caption": "Ana Ruiz", "credit": None}]}),
    (f"{_A}\n\nThe quay at LomThe quay at Lom\n\n{_B}", f"{_A}\n\n{_B}"),
]
KEEPS = [
    f"{_A}\n\nNo!\nNo!\n\n{_B}",
    "Row your boat\nRow your boat\nGently down the stream",
    f"{_A}\n\nSo so\n\n{_B}",
    f"Row, row\nRow, row\n{_A}",
    f"{_A}\n\nThe quay\n\nThe quay of Lom\n\n{_B}",
]
