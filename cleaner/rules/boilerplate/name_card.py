"""The hidden card behind a name.

What   A name that is there twice, the second time with the headlines of its card behind it, up to the word “MORE”:
       “Rep. Jo RoeJo RoeBill passes Senate asks for time MORE (D) said”.
Why    The page showed the card when the pointer stood on the name; in the text it tears the sentence apart.
Kept   The name itself, and everything without the closing word.
Moves  The headlines go to `related`.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Hints, Rule
from cleaner.rules.boilerplate._shapes import related

_WORD = r"[^\W\d_a-z][\w'’.-]{0,24}"
_CARD = re.compile(
    rf"(?P<name>{_WORD}(?: {_WORD}){{1,3}}?)(?P<card> ?(?P<second>(?P=name)|{_WORD}(?: {_WORD}){{1,3}}?)"
    r" ?(?P<titles>[^\n]{10,500}?) MORE)(?=[ ,.;:'’)(])"
)

rule = Rule("BLR045", hints=Hints(inside=(" more ", " more,", " more.", " more'", " more’")))


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        if " MORE" not in line.text:
            continue
        at = 0
        while match := _CARD.search(line.text, at):
            first, second = match["name"].split(), match["second"].split()
            if first[-1] == second[-1][: len(first[-1])] and first[0] == second[0]:
                yield line.span(match.start("card"), match.end("card"), **related(match["titles"]))
                at = match.end()
            else:
                at = match.start() + 1


FIXES = [
    (
        "It was Rep. Jo RoeJo RoeBill passes Senate asks for time Harbour plan falls MORE (D) who spoke.",
        "It was Rep. Jo Roe (D) who spoke.",
    ),
    ("It was Jo Roe Jo Roe Bill passes Senate MORE who spoke.", "It was Jo Roe who spoke."),
]
KEEPS = [
    "It was Jo Roe who wanted MORE of it.",
    "Jo Roe and Jo Poe asked for MORE time.",
    "New York New York is a song of which he wanted more.",
]
