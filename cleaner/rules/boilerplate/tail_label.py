"""A label without its content, below or behind the last paragraph.

What   “Comments”, “Tags”, “More”, “leia também:” and other labels of a page's foot where no prose follows; behind the
       last sentence also “E-mail to a friend” and the list of topics “All About Lom • Lake Arvo”.
Why    What they announced is not in the dump.
Kept   The same words further up, where they may be headings.
"""

import re
from collections.abc import Iterator

from cleaner.document import CLOSED, Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule, take
from cleaner.rules.boilerplate._lines import label, last_prose
from cleaner.text.sentences import START
from cleaner.words import any_of, heads, words

_ANNOUNCED = any_of("related_label", "related_block")
_BELOW = any_of("comments_label", "tail_label", "footer_label")
_LINE = lazy(rf"\W{{0,4}}(?:{_BELOW}|{_ANNOUNCED})\W{{0,4}}", re.IGNORECASE)
_BEHIND = lazy(rf"{START}{_ANNOUNCED} ?[:：]\s*$", re.IGNORECASE)
_MAILED = lazy(
    rf"{START}(?:E-?mail (?:to|this to) a friend(?: ?[.|])?)(?: All About (?-i:[A-Z0-9])[^.!?]{{2,150}})?[.\s]{{0,9}}$"
    rf"|{START}All About (?-i:[A-Z0-9])[^.!?•]{{2,60}} • (?-i:[A-Z0-9])[^.!?]{{2,100}}[.\s]{{0,9}}$",
    re.IGNORECASE,
)
_REACH = 60

rule = Rule(
    "BLR023",
    hints=Hints(
        heads=heads("comments_label", "tail_label", "footer_label", "related_label", "related_block").heads,
        inside=(
            *(f"{word.lower()}:" for word in words("related_label", "related_block")),
            "mail to a friend",
            "mail this to a friend",
            "all about ",
        ),
    ),
)


def find(doc: Document) -> Iterator[Edit]:
    candidates = list(doc.candidates())
    first = last_prose(doc) if candidates else 0
    for line in candidates:
        if line.index < first:
            continue
        if line.index > first >= 0 and len(line.text) <= 60 and _LINE.fullmatch(line.text.strip()):
            if label(line.text) or _ends(doc, line):
                yield line.cut()
            continue
        text = line.text
        match = _BEHIND.search(text, max(0, len(text) - _REACH)) or _MAILED.search(text, max(0, len(text) - 4 * _REACH))
        if match:
            yield from take(line, match.start(), match.end())


def _ends(doc: Document, line: Line) -> bool:
    """Whether ``line`` is the last, behind one that ends a sentence: then no small letter says that one goes on."""
    *above, last = doc.tail(2)
    return line is last and bool(above) and above[0].text.rstrip()[-1:] in CLOSED


FIXES = [
    ("It rained.\n\nComments", "It rained.\n\n"),
    ("It rained.\n\ncomments", "It rained.\n\n"),
    ("Choveu muito. leia também:", "Choveu muito."),
    ("It rained all day . E-mail to a friend . All About Lake Arvo • Weather .", "It rained all day ."),
    ("It rained all day . All About Lake Arvo • Weather .", "It rained all day ."),
    ("It rained.\nTags:", "It rained.\n"),
    ("Es regnet.\nMehr zum Thema", "Es regnet.\n"),
]
KEEPS = [
    "He won for the film. All About Rain.",
    "She said she would e-mail to a friend.",
    "Tips • All About Rain • All About Snow\n\nIt rained.",
    "He had no\ncomment.",
    "He had many\n\ncomments",
    "Comments\n\nThe new tool lets teams write comments.",
    "He asked for comments",
    "They wanted more",
    "See also how the dam was built.",
]
