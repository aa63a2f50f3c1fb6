"""The name of a section or kind of article standing as first line.

What   A first line that says only “News”, “Review”, “Politik” or the like, right above a headline or a paragraph.
Why    It was the kicker of the page.
Kept   The same words further down, where they may be headings; above a list, or a small letter.
Moves  The word goes to `section`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.metadata._sections import as_section
from cleaner.text.prose import prose
from cleaner.words import any_of, heads

_LABEL = lazy(rf"\W{{0,3}}(?P<section>{any_of('section_name', 'kicker', 'kicker_label')})\W{{0,3}}", re.IGNORECASE)
_LONGEST = 40

rule = Rule("MET033", hints=heads("section_name", "kicker", "kicker_label").of_whole_words().within(_LONGEST))


def find(doc: Document) -> Iterator[Edit]:
    head = doc.head(3)
    if len(head) < 2 or doc.kind == "markdown" or head[0].end - head[0].start > _LONGEST:
        return
    if head[1].text.lstrip()[:1].islower():
        return
    match = _LABEL.fullmatch(head[0].text.strip())
    if match and (prose(head[1].text) or (len(head) > 2 and len(head[1].text) > _LONGEST and prose(head[2].text))):
        yield head[0].cut(**as_section(doc, match["section"]))


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
FIXES = [
    ("News\n\n" + _STORY, _STORY, {"section": "News"}),
    ("Politik\nDie Fähre zur Insel fuhr am Montag wieder, sagte der Eigner in einer Erklärung.",
     "Die Fähre zur Insel fuhr am Montag wieder, sagte der Eigner in einer Erklärung."),
    ("Článek\n" + _STORY, _STORY),
]  # fmt: skip
KEEPS = [
    "News travels fast\n\n" + _STORY,
    "News\n\n- one\n\n- two",
    _STORY + "\n\nNews\n\n" + _STORY,
    "Harbour\n\n" + _STORY,
    "NASA\nflies to the moon again, and the ferry to the island sails on, its owner said in a statement on Monday.",
]
