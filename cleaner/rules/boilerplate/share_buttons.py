"""A row of share buttons.

What   Lines made only of the names of networks and button words, run together or not; or such a row behind the last
       sentence of a line, or in front of its first.
Why    Buttons lose their pictures when a page becomes text and leave their labels.
Kept   Sentences, lists with commas or “and”, a single network's name as a heading.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule, take
from cleaner.text.technical import technical
from cleaner.words import any_of, heads

_ONE = rf"(?:{any_of('network')}|{any_of('share_button')})"
_GAP = r"[ \t|•·/+()\[\]:]{0,3}(?:\d{1,6}[ \t|•·)\]]{0,3})?"
_ROW = lazy(rf"\W{{0,4}}{_ONE}(?:{_GAP}{_ONE}){{0,20}}\W{{0,4}}", re.IGNORECASE)
_PIECE = lazy(_ONE, re.IGNORECASE)
_BUTTON = lazy(any_of("share_button"), re.IGNORECASE)
_GLUED = lazy(rf"(?<=[.!?”\"…])[ \t]{{0,3}}{_ONE}(?:[ \t|]{{0,2}}{_ONE}){{2,20}}\W{{0,4}}$", re.IGNORECASE)
_LEAD = lazy(rf"\s*{_ONE}(?:[ \t|]{{0,2}}{_ONE}){{3,20}} (?=(?-i:[^\W\d_a-z])\w* \w)", re.IGNORECASE)
_REACH = 200
_PAIRS = ("twitterfacebook", "facebooktwitter", "facebook twitter", "twitter facebook", "whatsappfacebook", "facebookx")


def _fits(row: str) -> bool:
    return (
        len(row) <= _REACH
        or len(row.strip()) <= _REACH
        or any(pair in row.lower() for pair in _PAIRS)
        or bool(_LEAD.match(row))
    )


rule = Rule(code="BLR018", hints=Hints(heads("network", "share_button").heads, _PAIRS).fitting(_fits))


def find(doc: Document) -> Iterator[Edit]:
    asked = False
    for edit in _rows(doc):
        if not asked and technical(doc.text):
            return
        asked = True
        yield edit


def _rows(doc: Document) -> Iterator[Edit]:
    first = doc.head(1)
    lead = _LEAD.match(first[0].text) if first else None
    if lead and _BUTTON.search(lead[0]):
        yield first[0].span(0, lead.end())
    run: list[Line] = []
    for line in doc.candidates():
        text = line.text.strip()
        if len(text) <= _REACH and _ROW.fullmatch(text):
            if run and not _neighbours(doc, run[-1], line):
                yield from _taken(run)
                run = []
            run.append(line)
            continue
        end = line.text[-_REACH:].lower()
        paired = any(pair in end for pair in _PAIRS)
        match = _GLUED.search(line.text, max(0, len(line.text) - _REACH)) if paired else None
        if match:
            yield from take(line, match.start(), match.end())
    yield from _taken(run)


def _neighbours(doc: Document, above: Line, below: Line) -> bool:
    """Whether no line that holds something stands between two lines."""
    return all(line.blank for line in doc.lines[above.index + 1 : below.index])


def _taken(run: list[Line]) -> Iterator[Edit]:
    """Three pieces make a row, or two with a button among them."""
    pieces = sum(len(_PIECE.findall(line.text)) for line in run)
    if pieces >= 3 or (pieces == 2 and any(_BUTTON.search(line.text) for line in run)):
        for line in run:
            yield line.cut()


FIXES = [
    ("TwitterFacebookLinkedInRedditGoogle+EmailPrint\n\nThe vote was close.", "The vote was close."),
    ("It ended late.\n\nShare\n\nWhatsApp\n\nTweet", "It ended late.\n\n"),
    ("It ended late. TwitterFacebookEmail", "It ended late."),
    ("Share this with Email Facebook Messenger Twitter Copy this link The vote was close.", "The vote was close."),
    ("Teilen Drucken\nEs regnet.", "Es regnet."),
]
KEEPS = [
    "Email Facebook Twitter Google and what they do to us all.",
    "Facebook\n\nThe network has two billion users.",
    "Twitter, Facebook and Google were named.",
    "Share, and what you give will grow.",
    "Shares closed at $83.",
    "It was posted on Twitter. Facebook did not answer.",
]
