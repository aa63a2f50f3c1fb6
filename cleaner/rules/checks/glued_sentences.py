"""Sentences glued together where a line break or a link was lost.

What   The end of a sentence with a capitalised word right behind it, twice or more in a text.
Why    The blank was lost on the way here; words at such seams count wrongly, and some seams hide a lost link.
Kept   Abbreviations, addresses, single slips.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Finding
from cleaner.rule import REPORT, Hints, Rule

_GLUED = re.compile(r"[.!?](?<=[a-zß-öø-ÿ]{3}.)[”\"]?[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+(?=[ ,])")
_FEW = 2

_SHAPE = r"[a-z\x80-\xff]{2}[.!?](?:”|\")?[a-z\xc3]{2}"
rule = Rule("CHK002", REPORT, Hints(shapes=(_SHAPE,)))


def find(doc: Document) -> Iterator[Finding]:
    seams = list(_GLUED.finditer(doc.text))
    if len(seams) >= _FEW:
        yield doc.note(seams[0].start(), seams[0].end(), f"{len(seams)} sentences stick to the one before")


REPORTS = ["It rained.Then it stopped all day.The sun came."]
KEEPS = [
    "It rained. Then it stopped.",
    "He works at Node.js and the U.S.A. office of Roe.com in town.",
    "It rained.Then it stopped.",
]
