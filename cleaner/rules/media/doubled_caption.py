"""A short line that is there twice, one copy behind the other.

What   In the middle of the text, two neighbouring lines that say the same, or one line that says the same twice,
       without a full stop and with prose on both sides.
Why    A picture has its caption once for the eye and once for screen readers; a list of links has each headline twice.
Kept   Refrains, dialogue, lines near the start and the end, anything that ends like a sentence.
Moves  The words go to `images[].caption`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.media._tail import cut_lines
from cleaner.scan.traits import UNCLOSED
from cleaner.text.credits import image

rule = Rule(code="MED031", needs=UNCLOSED)

_SHORTEST, _LONGEST, _PROSE = 4, 200, 60
_STOP = lazy(r"[.!?…。！？।۔,:;][\"”’“‘'»«)\]」』]{0,3}$")


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind == "markdown":
        return
    texts = [line.text.strip() for line in doc.unclosed() if _SHORTEST <= line.end - line.start <= 2 * _LONGEST]
    if len(set(texts)) == len(texts) and not any(map(_half, texts)):
        return
    alive = list(doc.alive())
    texts = [line.text.strip() if line.end - line.start <= 2 * _LONGEST else "" for line in alive]
    for at in range(1, len(alive) - 1):
        text = texts[at]
        if len(text) < _SHORTEST or not text[0].isalpha() or _STOP.search(text[-4:]):
            continue
        half = _half(text)
        if half and _prose(alive[at - 1]) and _prose(alive[at + 1]):
            yield alive[at].cut(images=image(half, None))
        elif text == texts[at + 1] and at + 2 < len(alive) and _prose(alive[at - 1]) and _prose(alive[at + 2]):
            yield cut_lines(alive[at], alive[at + 1], images=image(text, None))


def _half(text: str) -> str:
    """What a line says twice, if it does: at least two words."""
    middle = len(text) // 2
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
