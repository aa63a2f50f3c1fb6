"""A caption that is a sentence, told by how it opens or where it stands.

What   A line that opens with set words such as "In this photo provided by …", "This undated photo …", "An artist's
       concept of …"; nothing but names and a year, "Ann Other in 1987."; a line above the dateline that says who stands
       "left" or "right"; and lines that open with the number of pictures, the same in three of them.
Why    The picture is gone, and its caption reads like a paragraph.
Kept   Sentences about pictures that open in other words, years in sentences and headings, numbered lists, tables.
Moves  The caption goes to `images[].caption`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.rules.media._neighbours import wrapped_above
from cleaner.rules.media._tail import find_tail
from cleaner.text.credits import image, literal_hints
from cleaner.words import any_of

_INSIDE = literal_hints(
    "caption_sure", "caption_mark", extra=(" in 1", " in 2", " en 1", " en 2", " i 1", " i 2")
).inside
rule = Rule(code="MED036", hints=Hints(heads=tuple("123456789"), inside=_INSIDE))

_LONGEST, _FEWEST = 500, 3
_OPENING = lazy(rf"{any_of('caption_sure')}")
_MARK = lazy(any_of("caption_mark"), re.IGNORECASE)
_NAME = r"[A-ZÀ-Þ][\w'’.-]{0,20}(?: [A-ZÀ-Þ][\w'’.-]{0,20}){1,3}"
_DATED = lazy(
    rf"{_NAME}(?:(?:, | and | und | et | y | e | och | og | en ){_NAME}){{0,4}} (?:in|en|im Jahr|im|i|circa) "
    r"(?:\w{3,9} )?(?:1[89]|20)\d\d\.?"
)
_PIECE = lazy(r"\w+")
_WORD = lazy(r"[A-ZÀ-Þ][\w'’-]{3,20}")
_COUNTED = lazy(r"(?P<count>\d{1,2}) (?=[A-Z][\w'’]* \w+ )[^\n]{25,300}[^.!?…:;,\s]")


def find(doc: Document) -> Iterator[Edit]:
    head = doc.head(_FEWEST)
    if len(head) < _FEWEST or doc.kind == "markdown":
        return
    counted: dict[str, list[Line]] = {}
    dated = {line.index for line in doc.candidates() if _DATED.fullmatch(line.text.strip())}
    said = frozenset(_PIECE.findall(doc.text)) if dated else frozenset()
    for line in doc.candidates():
        text = line.text.strip() if line.end - line.start <= _LONGEST else ""
        if not text:
            continue
        if wrapped_above(line):
            match = _COUNTED.fullmatch(text)
            if match:
                counted.setdefault(match["count"], []).append(line)
        elif _OPENING.match(text) or (line.index in dated and _named(text, said)) or _above_dateline(doc, line, head):
            tail = find_tail(text)
            yield line.cut(images=image(text[: tail.start], tail.credit) if tail else image(text, None))
        elif match := _COUNTED.fullmatch(text):
            counted.setdefault(match["count"], []).append(line)
    repeated = [(count, lines) for count, lines in counted.items() if len(lines) >= _FEWEST]
    for count, lines in repeated if len(repeated) == 1 else ():
        for line in lines:
            yield line.cut(images=image(line.text.strip()[len(count) :], None))


def _named(text: str, said: frozenset[str]) -> bool:
    """Whether none of a line's words is among those ``said`` in small letters; of a word with parts, not all are."""
    return not any(said.issuperset(_PIECE.findall(word.lower())) for word in _WORD.findall(text))


def _above_dateline(doc: Document, line: Line, head: list[Line]) -> bool:
    """Whether a line with a caption's mark is the first, and the next began with a dateline."""
    below = head[1]
    taken = doc.text[below.begin : below.start].strip()
    return (
        line is head[0] and bool(doc.fields.get("dateline")) and len(taken) > 3 and _MARK.search(line.text) is not None
    )


_A = "The ferry to the island sailed again on Monday, its owner said in a statement to the press."
_B = "Nobody was hurt when the storm tore it from the quay, but two cars went into the harbour."
_CLEAN = f"{_A}\n\n{_B}\n\n{_A[:-1]} twice."
FIXES = [
    (f"{_A}\n\nIn this photo provided by the coast guard, the ferry lies on the rocks.\n\n{_B}\n\n{_A[:-1]} twice.",
     _CLEAN),
    (f"{_A}\n\nAn artist's concept of the new ferry.\n\n{_B}\n\n{_A[:-1]} twice.", _CLEAN),
    (f"{_A}\n\nAnn Other and Jo Roe in 1987.\n\n{_B}\n\n{_A[:-1]} twice.", _CLEAN,
     {"images": [{"caption": "Ann Other and Jo Roe in 1987.", "credit": None}]}),
    (f"6 The ferry lies on the rocks off Lom\n\n{_A}\n\n6 A boy looks at the broken quay\n\n{_B}\n\n6 Two cars went in"
     f" that night\n\n{_A[:-1]} twice.", _CLEAN),
]  # fmt: skip
KEEPS = [
    f"{_A}\n\nIn this photo you can see what he means.\n\n{_B}",
    f"{_A}\n\nAnn Other sailed in 1987.\n\n{_B}",
    f"{_A}\n\n6 The ferry lies on the rocks off Lom\n\n7 A boy looks at the broken quay\n\n8 Two cars sank\n\n{_B}",
    f"Ann Other, left, was the captain of the ferry.\n\n{_A}\n\n{_B}",
    "In this photo provided by the coast guard, the ferry lies on the rocks.",
    f"{_A}\n\nHarbour Safety in 2025\n\n{_B} So much for safety, they say.\n\n{_A[:-1]} twice.",
    f"{_A}\n\n" + "\n\n".join(f"{day} Rest and then run for some {day}0 minutes" for day in (1, 2) * 3) + f"\n\n{_B}",
]
