"""A note on links that earn the publisher money, or on prices that may have changed.

What   A sentence or line such as “We may earn a commission if you buy through our links” or “Prices are subject to
       change without notice”, known by its set words wherever they stand in it.
Why    The law asks for it; it says nothing of the story.
Kept   Reports on commissions, partnerships and prices.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.boilerplate._shapes import INNER, START, STOP, reported, take
from cleaner.words import any_of, inside

_SENTENCE = lazy(
    rf"{START}[-–—•*(\s]{{0,4}}{INNER}{{0,240}}?(?<!\w)(?:{any_of('affiliate_note')}){INNER}{{0,200}}{STOP}",
    re.IGNORECASE,
)
_LONGEST, _SHORTEST = 700, 6

rule = Rule("BLR041", hints=inside("affiliate_note"))


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        if len(line.text) > _LONGEST:
            continue
        for match in reversed(list(_SENTENCE.finditer(line.text))):
            if (len(match[0].split()) >= _SHORTEST or not match[0].isascii()) and not reported(match[0]):
                yield from take(line, match.start(), match.end())


FIXES = [
    ("It rained.\n\nRoe Media may earn a commission from links here.\n\nIt snowed.", "It rained.\n\nIt snowed."),
    ("The tent is dry. Prices are subject to change without notice. It costs ten pounds.",
     "The tent is dry. It costs ten pounds."),
    ("Es regnet.\nDie mit einem Stern gekennzeichneten Links sind Affiliate-Links.", "Es regnet.\n"),
]  # fmt: skip
KEEPS = [
    "The agents earn a commission on every sale.",
    "Prices are subject to the mood of the market.",
    "The firm said that its affiliates would be closed.",
    "He picked the apples independently of his brother.",
    "Quantities may be limited by law, the minister warned.",
]
