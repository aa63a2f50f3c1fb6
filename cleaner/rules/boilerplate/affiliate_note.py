"""A note on links that earn the publisher money, or on prices that may have changed.

What   A sentence or line such as “We may earn a commission if you buy through our links” or “Prices are subject to
       change without notice”, known by its set words wherever they stand in it; in a text without line breaks at its
       end only.
Why    The law asks for it; it says nothing of the story.
Kept   Reports on commissions, partnerships and prices.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule, take
from cleaner.rules.boilerplate._shapes import INNER, STOP
from cleaner.rules.boilerplate._told import reported
from cleaner.text.sentences import Sentences
from cleaner.words import any_of, inside

_SENTENCE = Sentences(rf"[-–—•*(\s]{{0,4}}{INNER}{{0,240}}?(?<!\w)(?:{any_of('affiliate_note')}){INNER}{{0,200}}{STOP}")
_LONGEST, _SHORTEST = 700, 6
_END = 600
"""Within how many characters of the end of a longer line such a sentence must begin."""

_REACH = 260
_ASKED = lazy(r"\W{0,12}[^.!?\n]{5,80}\?")
"""A question, alone on the line, that such a sentence answers."""

_MORE = lazy(
    r"\s{1,3}(?:(?:Learn |Read )?More|For more information, (?:go|click) here|More info(?:rmation)?)[.!]?\s{0,9}$"
)
"""The link behind such a sentence, at the end of the line."""

_TRADE = lazy(r"(?<!\w)affiliate links?(?!\w)", re.IGNORECASE)
_OWN = lazy(
    r"(?<!\w)(?:we|our|us|i|my|me|commission|these are)(?!\w)|\bcontains? |(?<!\w)this [^.]{0,30}(?:uses|includes?) ",
    re.IGNORECASE,
)
"""What says that the links are the publisher's own, and not what the article is about."""

rule = Rule("BLR041", hints=inside("affiliate_note"))


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        below = -1
        for match in reversed(_matches(doc, line)):
            long = len(match[0].split()) >= _SHORTEST or not match[0].isascii() or match.end() == below
            if long and not _told(match[0]):
                asked = _ASKED.fullmatch(line.text, 0, match.start()) if match.end() == len(line.text) else None
                below = 0 if asked else match.start()
                more = _MORE.match(line.text, match.end())
                yield from take(line, below, more.end() if more else match.end())


def _matches(doc: Document, line: Line) -> list[re.Match[str]]:
    text = line.text
    if len(text) <= _LONGEST:
        return list(_SENTENCE.matches(text))
    first, ends = len(text) - _END, doc.ends(line)
    marks = None if ends is None else [end for end in ends if end >= first]
    return [match for match in _SENTENCE.near(text, marks, _REACH) if match.start() >= first]


def _told(text: str) -> bool:
    """Whether a sentence is one of the article."""
    return reported(text) or (_TRADE.search(text) is not None and not _OWN.search(text))


FIXES = [
    ("It rained.\n\nRoe Media may earn a commission from links here.\n\nIt snowed.", "It rained.\n\nIt snowed."),
    ("The tent is dry. Prices are subject to change without notice. It costs ten pounds.",
     "The tent is dry. It costs ten pounds."),
    ("It rained.\n👁 Want a dry tent? Roe Media may earn a commission from its picks.\n", "It rained.\n"),
    (
        "The tent is dry, and it stands in a minute. " * 20 + "Roe Media may earn a commission on orders placed here.",
        ("The tent is dry, and it stands in a minute. " * 20).rstrip(),
    ),
    ("It rained.\n\nRoe Media may earn a commission from links here. More.", "It rained.\n\n"),
    ("Es regnet.\nDie mit einem Stern gekennzeichneten Links sind Affiliate-Links.", "Es regnet.\n"),
]  # fmt: skip
KEEPS = [
    "Roe Media may earn a commission on orders placed here. " + "The tent is dry, and it stands in a minute. " * 20,
    "To sell more, use discount codes and affiliate links that are tied to one sale.",
    "Most shops on the island live from notices and from affiliate links in their posts.",
    "The agents earn a commission on every sale.",
    "Prices are subject to the mood of the market.",
    "The firm said that its affiliates would be closed.",
    "He picked the apples independently of his brother.",
    "Quantities may be limited by law, the minister warned.",
]
