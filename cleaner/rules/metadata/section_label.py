"""The name of a section or kind of article standing as first line.

What   A first line that says only “News”, “Review”, “Politik” or the like, right above a headline or a paragraph; also
       two or three such lines, and one that stands there twice.
Why    It was the kicker of the page.
Kept   The same words further down, where they may be headings; above a list, or a small letter.
Moves  The word goes to `section`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.metadata._sections import as_section
from cleaner.text.prose import prose
from cleaner.words import any_of, heads

_LABEL = lazy(rf"\W{{0,3}}(?P<section>{any_of('section_name', 'kicker', 'kicker_label')})\W{{0,3}}", re.IGNORECASE)
_LONGEST, _MOST = 40, 3

rule = Rule("MET033", hints=heads("section_name", "kicker", "kicker_label").of_whole_words().within(_LONGEST))


def find(doc: Document) -> Iterator[Edit]:
    head = doc.head(_MOST + 2)
    if len(head) < 2 or doc.kind == "markdown" or head[0].end - head[0].start > _LONGEST:
        return
    found = list(takewhile(bool, (_label(line) for line in head[:_MOST])))
    below = head[len(found) :]
    if not found or not below or below[0].text.lstrip()[:1].islower():
        return
    text = below[0].text
    if prose(text) or (len(below) > 1 and len(text) > _LONGEST and prose(below[1].text)):
        yield from (line.cut() for line in head[: len(found) - 1])
        yield head[len(found) - 1].cut(**as_section(doc, found[-1]))


def _label(line: Line) -> str:
    match = _LABEL.fullmatch(line.text.strip()) if line.end - line.start <= _LONGEST else None
    return match["section"] if match else ""


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
FIXES = [
    ("News\n\n" + _STORY, _STORY, {"section": "News"}),
    ("Politik\nDie Fähre zur Insel fuhr am Montag wieder, sagte der Eigner in einer Erklärung.",
     "Die Fähre zur Insel fuhr am Montag wieder, sagte der Eigner in einer Erklärung."),
    ("Článek\n" + _STORY, _STORY),
    ("Sport\nSport\n\n" + _STORY, "\n" + _STORY, {"section": "Sport"}),
]  # fmt: skip
KEEPS = [
    "News travels fast\n\n" + _STORY,
    "News\n\n- one\n\n- two",
    _STORY + "\n\nNews\n\n" + _STORY,
    "Harbour\n\n" + _STORY,
    "Sport\n\nPolitik\n\n- one\n\n- two",
    "NASA\nflies to the moon again, and the ferry to the island sails on, its owner said in a statement on Monday.",
]
