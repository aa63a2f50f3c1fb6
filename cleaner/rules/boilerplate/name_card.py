"""The hidden card behind a name.

What   A name that is there twice, the second time with the headlines of its card behind it, up to the word “MORE”:
       “Rep. Jo RoeJo RoeBill passes Senate asks for time MORE (D) said”.
Why    The page showed the card when the pointer stood on the name; in the text it tears the sentence apart.
Kept   The name itself, and everything without the closing word.
Moves  The headlines go to `related`.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.rules.boilerplate._lines import related

_WORD = r"[^\W\d_a-z][\w'’.-]{0,24}"
_CARD = lazy(
    rf"(?P<first>{_WORD})(?: {_WORD}){{0,2}} (?P<last>{_WORD})"
    rf"(?P<card> ?(?P=first)(?: {_WORD}){{0,3}}? (?P=last) ?(?P<titles>[^\n]{{10,900}}?) MORE)(?=[ ,.;:'’)(])"
)

rule = Rule(
    "BLR045", hints=Hints(inside=(" more ", " more,", " more.", " more'", " more’")).fitting(lambda row: " MORE" in row)
)


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        if " MORE" not in line.text:
            continue
        for match in _CARD.finditer(line.text):
            yield line.span(match.start("card"), match.end("card"), **related(match["titles"]))


FIXES = [
    (
        "It was Rep. Jo RoeJo RoeBill passes Senate asks for time Harbour plan falls MORE (D) who spoke.",
        "It was Rep. Jo Roe (D) who spoke.",
    ),
    (
        "It was Gov. Jo RoeJo Ann RoeBill passes Senate asks for time MORE (R) who spoke.",
        "It was Gov. Jo Roe (R) who spoke.",
    ),
    ("It was Jo Roe Jo Roe Bill passes Senate MORE who spoke.", "It was Jo Roe who spoke."),
]
KEEPS = [
    "It was Jo Roe who wanted MORE of it.",
    "Jo Roe and Jo Poe asked for MORE time.",
    "New York New York is a song of which he wanted more.",
]
