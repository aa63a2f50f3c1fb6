"""A text that has lost its apostrophes.

What   ``couldn t``, ``they ve`` and ``Ruiz s``, in a text with at least two of the first kind and no apostrophe at
       all; each gets its apostrophe back.
Why    A conversion that drops every character beyond ASCII takes the curly apostrophes with it.
Kept   Texts that hold one apostrophe or more; a text with a single case; a lone letter that is a name, a unit or a
       list item.  Apostrophes without a letter behind them (the boys room) cannot be told and stay lost.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.repair import on_repaired
from cleaner.rule import RISKY, Hints, Rule
from cleaner.words import any_of, words

rule = Rule(
    code="ENC009",
    safety=RISKY,
    hints=Hints(inside=tuple(sorted(f"{stem} t" for stem in words("contraction_stem")))),
)

_APOSTROPHES = lazy("['’‘`´ʼ]")
_NEGATION = lazy(rf"\b{any_of('contraction_stem')}( )(?-i:t)(?![\w-])", re.IGNORECASE)
_SUBJECT = lazy(
    rf"\b{any_of('contraction_subject')}( ){any_of('contraction_ending')}(?= [a-z])",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(rf"(?<=[a-z])( ){any_of('possessive_ending')}(?= [A-Za-z]{{2}})")
_FEWEST = 2


def find(doc: Document) -> Iterator[Edit]:
    return on_repaired(doc.text, _places)


def _places(text: str) -> Iterator[Edit]:
    if _APOSTROPHES.search(text) or sum(1 for _ in _NEGATION.finditer(text)) < _FEWEST:
        return
    places = {match.span(1) for each in (_NEGATION, _SUBJECT, _POSSESSIVE) for match in each.finditer(text)}
    for start, end in sorted(places):
        yield Edit(start, end, "'")


FIXES = [
    (
        "They didn t know. Ruiz s plan wasn t ready, she said; they ve waited.",
        "They didn't know. Ruiz's plan wasn't ready, she said; they've waited.",
    ),
]
KEEPS = [
    "They didn t know that Ruiz's plan wasn t ready.",
    "A single one didn t prove much.",
    "Don T. Ruiz and Don T. Silva met.",
    "Vitamin d is good; size m fits; plan s failed.",
    "The vote wasn’t close and the count didn t matter, wasn t it?",
]
