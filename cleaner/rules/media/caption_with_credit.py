"""A caption that ends with its credit.

What   A short line of its own that ends with a credit: "The talks took place in Hanoi. Credit: AP",
       "Sticky hands (Picture: CEN)", "Ministers arrive in RigaCredit: EPA".
Why    Between two paragraphs it reads like one, and it is often a piece of another story.
Kept   Long lines, quotations, and sentences with the credit glued to their full stop: there only the credit goes
       (photo-credit-tail, photo-credit-bracket).
Moves  Caption and credit go to `images[]`, so nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.media._labels import hints, label
from cleaner.rules.media._neighbours import wrapped_above
from cleaner.rules.media._pictured import pictured
from cleaner.rules.media._tail import Tail, find_tail
from cleaner.text.credits import image
from cleaner.text.stops import STOPS

rule = Rule(code="MED003", hints=hints())

LONGEST = 300
_LEAD = lazy(r"\s{0,9}(?:(?i:file (?:photo|image|picture))\s{0,9}[:-]\s{0,9}|\d{1,2} (?=[^\W\d_a-z])|[|•]\s{0,9})")
_SENTENCE = lazy(rf"(?<![A-Z])[.!?{STOPS}][\"”’']?\s+(?=[^\W\d_a-z])")
_FULL_STOP = (*STOPS, ".", "!", "?", "…", "。", '."', ".”", "!”", "?”")
_CHROME = lazy(r"featured|main image|lead image|cover|header|top image|banner", re.IGNORECASE)


def find(doc: Document) -> Iterator[Edit]:
    edge: tuple[int, int] | None = None
    for line in doc.candidates():
        text = line.text
        if not 12 <= len(text) <= LONGEST + 100:
            continue
        tail = find_tail(text)
        if tail is None:
            continue
        if edge is None:
            if len(doc.head(3)) < 3:
                return
            edge = doc.head(1)[0].index, doc.tail(1)[0].index
        if _is_caption(line, tail, first=line.index == edge[0], last=line.index == edge[1]):
            lead = _LEAD.match(text, 0, tail.start)
            caption = text[lead.end() if lead else 0 : tail.start]
            by = label().match(text.strip())  # "Photo illustration by Ana Ruiz. Photo by Bo Lee."
            yield line.cut(images=image(None, text) if by and by["by"] else image(caption, tail.credit))


def _is_caption(line: Line, tail: Tail, *, first: bool, last: bool) -> bool:
    caption = line.text[: tail.start].strip()
    if not 3 <= len(caption) <= LONGEST or caption[0] in "\"“„«‘'" or len(_SENTENCE.findall(caption)) > 1:
        return False
    if tail.kind == "bare" or _CHROME.match(line.text, tail.start) or wrapped_above(line):
        return False
    if not caption.endswith(_FULL_STOP):
        return any(char.isalpha() for char in caption) and not (first and tail.kind == "bracket")
    glued = not line.text[tail.start - 1].isspace()
    if tail.kind == "bracket":
        return pictured(caption)
    return not glued and (tail.kind in ("credit", "photographer") or not last)


FIXES = [
    (
        "The talks broke down.\n\nTheir dinner was called 'friendly'. Credit: AP\n\nNo new date is set.",
        "The talks broke down.\n\nNo new date is set.",
        {"images": [{"caption": "Their dinner was called 'friendly'.", "credit": "AP"}]},
    ),
    ("It rained.\n\nIt stopped.\n\nThe flood reached the town of Lom. Credit: AP", "It rained.\n\nIt stopped.\n\n"),
    ("It rained.\n\nSticky hands (Picture: CEN)\n\nIt stopped.", "It rained.\n\nIt stopped."),
    (
        "It rained.\n\n6 Ministers arrive in RigaCredit: EPA\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"images": [{"caption": "Ministers arrive in Riga", "credit": "EPA"}]},
    ),
    (
        "It rained.\n\nAll the 12 Ministers arrive in RigaCredit: EPA\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"images": [{"caption": "All the 12 Ministers arrive in Riga", "credit": "EPA"}]},
    ),
    (
        "It rained.\n\nThe mayor speaks during a rally at the quay of the town. (Photo by Ana Ruiz/AFP)\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
    ),
    ("It rained.\n\nThe brick sold in 1974 Photo: Brickworks\n\nIt stopped.", "It rained.\n\nIt stopped."),
    ("It rained.\n\nAna Ruiz © Getty Images\n\nIt stopped.", "It rained.\n\nIt stopped."),
    (
        "It rained.\n\nCommissioner Bo Lee Credit Ana Ruiz for The New York Times\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
    ),
    (
        "It rained.\n\nFILE PHOTO: Traders work in New York, May 4, 2019. REUTERS/Ana Ruiz\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"images": [{"caption": "Traders work in New York, May 4, 2019.", "credit": "REUTERS/Ana Ruiz"}]},
    ),
]
KEEPS = [
    "It rained.\n\nThe mayor spoke at the quay of the town on Monday. (Photo by Ana Ruiz/AFP)\n\nIt stopped.",
    "It rained.\n\nHe gave credit to whom it was due.\n\nIt stopped.",
    "It rained.\n\nShe sold the image to Getty Images.\n\nIt stopped.",
    "It rained.\n\nIt was credited to Bo Le-Roe.\n\nIt stopped.",
    "It rained.\n\n“We never saw it.” Photo: Reuters\n\nIt stopped.",
    "It rained.\n\nHe lived there for three years.  Ana Ruiz / Getty Images\n\nIt stopped.",
    "A single line that ends with its picture. Credit: AP",
    "It rained.\n\nThe firm will use all that it has learned from its satellites\nin its landers. Credit: Lab\n\nEnd.",
    "It rained.\n\nThe Big Picture: Europe\n\nIt stopped.",
    "雨が降った。\n\n止んだ。\n\n船主は26日、船を再び出すと述べた。(c)AFP/Ana RUIZ",
    "It rained.\n\nTo its credit: nobody was hurt\n\nIt stopped.",
    "It rained.\n\nHere is the bigger picture: Europe\n\nIt stopped.",
]
