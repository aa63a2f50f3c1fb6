"""The counter of a picture gallery.

What   "1 of 9", "Image 1 of 5", "Bild 2 von 8", "2 of 9 — Harbour day in Lom" on a line of its own; also "1of4Ana Ruiz
       looks at …", where the caption is glued to the counter, which goes alone when the line is all there is.
Why    The gallery is gone, its counters and captions stand in the text.
Kept   Fractions in sentences: "1 of 5 adults smokes".
Moves  The number of pictures goes to `galleries[].count`, a glued caption to `images[]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.rules.media._brackets import brackets
from cleaner.rules.media._neighbours import wrapped_below
from cleaner.rules.media._tail import find_tail
from cleaner.text.credits import image
from cleaner.words import any_of, heads

rule = Rule(code="MED011", hints=Hints(heads=(*heads("slide_word").heads, *"0123456789")))

_OF = r"(?:of|von|de|di|van|av|af|z|из|з|sur|su|/|of /)"
_COUNTER = lazy(
    rf"{any_of('slide_word')}[ \u00a0](?P<n>\d{{1,3}}) ?{_OF} ?(?P<m>\d{{1,3}})|(?P<i>\d{{1,3}}) ?of ?(?P<j>\d{{1,3}})"
    r"|(?P<k>1) ?/ ?(?P<l>[3-9]|\d{2,3})",
    re.IGNORECASE,
)
_TITLED = lazy(r"(?P<n>\d{1,3}) of (?P<m>\d{1,3}) [–—] (?P<title>[^\W\d_a-z][^.!?\n]{4,150})")
_GLUED = lazy(r"(?P<n>\d{1,3}) ?of ?(?P<m>\d{1,3})(?P<caption>[^\W\d_a-z].{10,2900})")
_AGAIN = lazy(r"\D\d{1,3}of\d{1,3}[A-Z]")
_LONGEST, _SEVERAL = 520, 3000
_HEAD = lazy(r"\s*(?P<n>[1-9]\d{0,2})of(?P<m>\d{1,3})(?=[A-Z\"“][\w’' -]{2})")


def find(doc: Document) -> Iterator[Edit]:
    lone = len(doc.head(2)) < 2
    for line in doc.candidates():
        counter = _HEAD.match(line.text) if lone else None
        if (
            counter is not None
            and int(counter["n"]) <= int(counter["m"])
            and not _AGAIN.search(line.text, counter.end())
        ):
            yield line.span(0, counter.end(), galleries=_gallery(int(counter["m"])))
            continue
        text = line.text.strip("()[] \t\u00a0")
        if len(text) > _LONGEST and (len(text) > _SEVERAL or not _AGAIN.search(text, 1)):
            continue
        match = _COUNTER.fullmatch(text)
        if match is not None:
            at, count = int(match["n"] or match["i"] or match["k"]), int(match["m"] or match["j"] or match["l"])
            if at <= count:
                yield line.cut(galleries=_gallery(count))
            continue
        match = _TITLED.fullmatch(text)
        if match is not None and not lone and int(match["n"]) <= int(match["m"]):
            yield line.cut(galleries={"title": match["title"].strip(), "count": int(match["m"])})
            continue
        match = _GLUED.fullmatch(text)
        if match is None or lone or (_AGAIN.search(text, 1) and any(brackets(text))):
            continue
        if 1 <= int(match["n"]) <= int(match["m"]) and not wrapped_below(line):
            caption = match["caption"]
            tail = find_tail(caption)
            picture = image(caption[: tail.start], tail.credit) if tail else image(caption, None)
            yield line.cut(images=picture, galleries=_gallery(int(match["m"])))


def _gallery(count: int) -> dict[str, Any]:
    return {"title": None, "count": count}


FIXES = [
    ("It rained.\n\n1 of 9\n\nIt stopped.", "It rained.\n\nIt stopped.", {"galleries": [{"title": None, "count": 9}]}),
    ("It rained.\n\n1/12\n\nIt stopped.", "It rained.\n\nIt stopped."),
    (
        "It rained.\n\n2 of 9 — Harbour day in Lom\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"galleries": [{"title": "Harbour day in Lom", "count": 9}]},
    ),
    ("It rained.\n\nImage 2 of 5\n\nIt stopped.", "It rained.\n\nIt stopped."),
    ("Es regnete.\n\nBild 2 von 8\n\nEs hörte auf.", "Es regnete.\n\nEs hörte auf."),
    (
        "It rained.\n\n1of4Ana Ruiz looks at the last can on the shelf.\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"images": [{"caption": "Ana Ruiz looks at the last can on the shelf.", "credit": None}]},
    ),
    ("1of4Grass Lake's mayor spoke to the crowd. It rained.", "Grass Lake's mayor spoke to the crowd. It rained."),
]
KEEPS = [
    "1of2Ana Ruiz looks at the quay. (Bo Lee/AP) 2of2The ferry. (Bo Lee/AP) LOM — The ferry sailed again.",
    "1 of 4 Grass Lake residents has no car.",
    "7of3Ana Ruiz spoke to the crowd on Monday.",
    "1 of 5 adults smokes.",
    "1 of 9 Americans lives alone, the report says.",
    "9 of 8",
    "It rained.\n\n2 of 9 — a share that nobody had foreseen.\n\nIt stopped.",
    "It rained.\n\n3/4\n\nIt stopped.",
    "It rained.\n\n1/2\n\nIt stopped.",
    "It was one of 9\n\nof them.",
    "Image 3 of the set was lost.",
]
