"""A label that marked an advertisement.

What   A line that says only “Advertisement” or the like, in any of the known languages, or a set prompt such as
       “Scroll to continue with content”, also in the middle of a paragraph; the label between sentences of a text
       without line breaks when it stands there twice, or before a word that opens sentences.
Why    The advertisement is gone; its label reads as a heading, or splits a sentence.
Kept   Sentences about advertising, names of firms, headings with further words.
"""

import re
from collections.abc import Iterator
from functools import cache

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule, take
from cleaner.rules.boilerplate._lines import label
from cleaner.rules.boilerplate._shapes import EDGE
from cleaner.text.beginnings import Beginnings, matches
from cleaner.text.stops import ends_sentence
from cleaner.words import any_of, glued, heads, inside, words
from cleaner.words.alternation import alternation

_WORDS = tuple(word for word in words("advert_label") if word.isalpha() and word[0] != word[0].lower())
_LOUDLY = alternation([word.upper() for word in _WORDS])
_LOUD = rf"(?<=[.!?”»\"] )(?-i:{_LOUDLY})(?= (?-i:[^\W\d_a-zß-ÿа-я]|[“\"]))"
_BETWEEN = rf"(?:^|(?<=[.!?”»\"] ))(?-i:{alternation(_WORDS)}(?= {any_of('sentence_opener')} ))"
_TWICE = lazy(rf"(?<=[.!?”\"]) {alternation(_WORDS)}(?: {alternation(_WORDS)})?(?= [“\"]?[^\W\d_a-zß-ÿа-я])")
_LABEL = lazy(
    rf"\W{{0,8}}(?:{any_of('advert_label', 'advert_prompt')}|(?-i:AD))(?:\W{{0,3}}\d)?\W{{0,8}}"
    rf"|(?P<said>{alternation(_WORDS)})\s(?P=said)\W{{0,8}}",
    re.IGNORECASE,
)
_PROMPT = lazy(
    rf"[ \t]?(?<!\w)[-–—(\[]{{0,2}}[ \t]?(?:{any_of('advert_prompt')}{EDGE}|{_LOUD}|{_BETWEEN})"
    r"(?:[ \t]?[-–—)\].:]{1,2})?",
    re.IGNORECASE,
)

rule = Rule(
    code="BLR003",
    glued=glued("advert_label"),
    hints=Hints(
        heads=(*heads("advert_label", "advert_prompt").heads, "ad"),
        inside=(*inside("advert_prompt").inside, "publicid", *(f"{word.lower()} " for word in _WORDS)),
        whole=True,
    ),
)


_WRAPPED = 40
"""Characters of a line of wrapped prose, at least."""

_REACH = 60
"""Characters that a label or prompt has, at most."""


@cache
def _beginnings() -> Beginnings:
    return Beginnings(apart=(*words("advert_prompt"), *_WORDS))


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        text = line.text
        if len(text) <= 90 and (label(text) or _apart(doc, line)) and _LABEL.fullmatch(text.strip()):
            yield line.cut()
            continue
        places = list(_beginnings().near(text, doc.ends(line), _REACH))
        found = {match.span() for match in matches(_PROMPT, text, places, lead=4)}
        twice = [match.span() for match in matches(_TWICE, text, places, lead=1)]
        for start, end in sorted(found.union(twice if len(twice) > 1 else ())):
            yield from take(line, start, end)


def _apart(doc: Document, line: Line) -> bool:
    """Whether a line is a word above or below all others where no wrapped sentence ends with it."""
    if not line.text.strip().isalpha():
        return False
    last = doc.tail(2)
    above = last[0].text.strip()
    below = len(last) > 1 and last[1].index == line.index and (len(above) < _WRAPPED or ends_sentence(above))
    return below or doc.head(1)[0].index == line.index


FIXES = [
    ("reklama\nPršelo celý den.\n\nReklama Reklama", "Pršelo celý den.\n\n"),
    ("Pršelo celý den.\n\nreklama", "Pršelo celý den.\n\n"),
    (
        "渡船于周一再次启航，船主在声明中对记者这样说。以后每天都有船。 广告 风暴来时没有人受伤，但有两辆车掉进港口。",
        "渡船于周一再次启航，船主在声明中对记者这样说。以后每天都有船。 风暴来时没有人受伤，但有两辆车掉进港口。",
    ),
    ("The match was close.\n\n- Advertisement -\n\nIt ended late.", "The match was close.\n\nIt ended late."),
    ("Der Minister kam spät.\nAnzeige\nEr ging früh.", "Der Minister kam spät.\nEr ging früh."),
    ("Ia datang SCROLL TO CONTINUE WITH CONTENT lalu pergi.", "Ia datang lalu pergi."),
    ("It rained. ADVERTISEMENT It snowed.", "It rained. It snowed."),
    ("Es regnet. ANZEIGE Hagel fiel.", "Es regnet. Hagel fiel."),
    ("It rained. Advertisement The rain went on.", "It rained. The rain went on."),
    ("Es regnet. Anzeige Niemand kam.", "Es regnet. Niemand kam."),
    ("It rained. Advert Roe left. Poe stayed. Advert Lee slept.", "It rained. Roe left. Poe stayed. Lee slept."),
    ("It rained.\nAD\nIt snowed.", "It rained.\nIt snowed."),
]
KEEPS = [
    "It rained. Advertisement revenue fell. Advertisement College closed.",
    "He placed an\nadvertisement.\nNobody came.",
    "It was in May that he had at last placed an\nadvertisement",
    "Not a word of\nreklama reklama is in it.",
    "It was a fine advertisement for rowing.",
    "Highland Advertisement College opened its doors.",
    "In an advertisement in the evening paper, the ferry line said it was sorry.",
    "AD 79 was the year of the eruption.",
    "It rained. Advert Roe is what they call him. It snowed.",
    "Es regnet. Werbung soll verboten werden. Es schneit. Werbung kostet Geld.",
    "Anzeige erstattet: der Fall kommt vor Gericht",
    "Advertisers left the network.",
    "The firm has just released a new advertisement video.",
    "The flat was found to have been advertised as ‘women only’.",
    "The shop plans to let advertisers into its media system.",
]
