"""A caption that opens the text, behind the date.

What   The rest of a first line whose date has been taken: "2019-02-28 The president and the chairman greet each other
       before a meeting in Hanoi", when it describes a scene, has no full stop, and prose follows.
Why    The page put date and picture above the story, so the dump begins with both on one line.
Kept   Headlines, sentences, and first lines without a date.
Moves  The caption goes to `images[].caption`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules._rows import first
from cleaner.scan.traits import DATED
from cleaner.text.credits import image
from cleaner.words import any_of

rule = Rule(code="MED010", needs=DATED)

_DATE = lazy(r"\s*(?:[^\W\d]{2,12}:? )?(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})\s{1,4}")
_SCENE = lazy(rf"(?<!\w){any_of('caption_verb')}(?!\w)|\w{{2}}ing(?!\w)")
_PROSE = lazy(r".{80,}[.!?…”\"]\s*$", re.DOTALL)


def find(doc: Document) -> Iterator[Edit]:
    if not doc.touched and not any(map(_DATE.match, first(doc, 1))):
        return
    head = doc.head(1)
    if not head or head[0].index > 3 or len(head[0].text) > 330:
        return
    line = head[0]
    date = _DATE.match(line.text)
    taken = doc.text[line.begin : line.start]
    if date is None and not (line.touched and _DATE.fullmatch(taken + " ")):
        return
    start = date.end() if date else 0
    caption = line.text[start:].strip()
    if not 40 <= len(caption) <= 300 or caption[-1] in '.!?:…”"' or caption[0].islower() or ". " in caption:
        return
    follow = doc.head(2)[1:]
    if follow and _PROSE.match(follow[0].text) and _SCENE.search(caption):
        if start:
            yield line.span(len(line.text[:start].rstrip()), len(line.text), images=image(caption, None))
        else:
            yield line.cut(images=image(caption, None))


_STORY = "\n\nA SUMMIT between the two has ended without an agreement, both of them said later that evening."
FIXES = [
    (
        "2019-02-28 The president and the chairman greet each other before a meeting in Hanoi" + _STORY,
        "2019-02-28" + _STORY,
        {
            "images": [
                {"caption": "The president and the chairman greet each other before a meeting in Hanoi", "credit": None}
            ]
        },
    ),
    ("date 2019-02-28 Voters queue in the rain outside a school in Porto" + _STORY, "date 2019-02-28" + _STORY),
]
KEEPS = [
    "2019-02-28 Summit between the president and the chairman ends with no deal" + _STORY,
    "2019-02-28 The president and the chairman greet each other before a meeting in Hanoi.",
    "The president and the chairman greet each other before a meeting in Hanoi" + _STORY,
    "2019-02-28" + _STORY,
    "KAMPALA - The task force has threatened to arrest traders in a trading zone if they keep defying the rule"
    + _STORY,
]
