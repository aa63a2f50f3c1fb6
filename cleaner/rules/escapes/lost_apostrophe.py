"""A text that has lost its apostrophes.

What   ``couldn t``, ``they ve`` and ``Ruiz s``, in a text with at least two of the first kinds and no curly apostrophe;
       each gets its apostrophe back.
Why    A conversion that drops every character beyond ASCII takes the curly apostrophes with it.
Kept   Texts that hold a curly apostrophe; a text with a single case, which is reported; a lone letter that is a name, a
       unit or a list item.  Apostrophes without a letter behind them (the boys room), and the dashes and quotation
       marks that went the same way, cannot be told and stay lost: a finding says so.
"""

import re
from collections.abc import Iterator
from itertools import chain

from cleaner.document import Document
from cleaner.edit import Edit, Finding
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.text.beginnings import matches
from cleaner.text.repair import on_repaired
from cleaner.words import any_of, words

_SUBJECTS = ("it s ", "that s ", "he s ", "there s ", "they re ", "we re ", "you re ", "i m ", "they ve ", "we ve ")
rule = Rule(
    code="ENC009",
    hints=Hints(
        shapes=(*(rf"\b{stem} t\b" for stem in words("contraction_stem")), *(rf"\b{one}" for one in _SUBJECTS))
    ),
)

_CURLY = lazy("[’‘`´ʼ]")
_NEGATION = lazy(rf"\b{any_of('contraction_stem')}( )(?-i:t)(?![\w-])", re.IGNORECASE)
_SUBJECT = lazy(
    rf"\b{any_of('contraction_subject')}( ){any_of('contraction_ending')}(?= [a-z])",
    re.IGNORECASE,
)
_LAST = lazy(" t(?![\\w-])")
_ENDING = lazy(rf" {any_of('contraction_ending')}(?= [a-z])", re.IGNORECASE)
_LEAD = 12
_POSSESSIVE = lazy(rf" (?<=[A-Za-z] ){any_of('possessive_ending')}(?= (?:[A-Za-z]{{2}}|a ))")
_FEWEST = 2


def find(doc: Document) -> Iterator[Edit | Finding]:
    first = next(chain(_negations(doc.text), _subjects(doc.text)), None)
    if first is None:
        return
    found = list(on_repaired(doc.text, _places))
    yield from found
    said = "the dashes and quotation marks that went with them stay lost" if found else "it was left"
    what = f"{len(found)} lost apostrophes were put back" if found else "an apostrophe may be lost here"
    yield doc.note(*first.span(), f"{what}; {said}")._replace(level="info")


def _negations(text: str) -> Iterator[re.Match[str]]:
    return matches(_NEGATION, text, (match.start() for match in _LAST.finditer(text)), lead=_LEAD)


def _subjects(text: str) -> Iterator[re.Match[str]]:
    return matches(_SUBJECT, text, (match.start() for match in _ENDING.finditer(text)), lead=_LEAD)


def _places(text: str) -> Iterator[Edit]:
    sure = {match.span(1) for match in chain(_negations(text), _subjects(text))}
    if _CURLY.search(text) or len(sure) < _FEWEST:
        return
    places = sure | {(match.start(), match.start() + 1) for match in _POSSESSIVE.finditer(text)}
    for start, end in sorted(places):
        yield Edit(start, end, "'")


FIXES = [
    (
        "They didn t know. Ruiz s plan wasn t ready, she said; they ve waited.",
        "They didn't know. Ruiz's plan wasn't ready, she said; they've waited.",
    ),
    (
        "It isn t over, and it doesn t end. The NRA s men said 'no'. That s a shame.",
        "It isn't over, and it doesn't end. The NRA's men said 'no'. That's a shame.",
    ),
]
KEEPS = [
    "They didn t know that Ruiz’s plan wasn t ready.",
    "A single one didn t prove much.",
    "Don T. Ruiz and Don T. Silva met.",
    "Praha s novým mostem. Lidé s vozem a Jan s Evou čekali; Brno s Prahou nespěchalo.",
    "Vitamin d is good; size m fits; plan s failed.",
    "The vote wasn’t close and the count didn t matter, wasn t it?",
]
