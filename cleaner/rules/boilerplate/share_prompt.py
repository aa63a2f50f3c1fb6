"""A request to share the article.

What   Sentences and short lines that open with “Share this article”, “Click to share on” and the like, and lines that
       say only “Spread the love”, also in a long line before a word that opens a sentence.
Why    The button behind the words is gone.
Kept   “Share, and what you give will grow.” and everything else about sharing and shares.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule, take
from cleaner.rules.boilerplate._lines import label
from cleaner.rules.boilerplate._shapes import EDGE, INNER, STOP
from cleaner.rules.boilerplate._told import reported
from cleaner.text.glue import before_next
from cleaner.text.sentences import Sentences
from cleaner.words import any_of, glued, heads, inside

_REACH = 200
"""Characters between the beginning of a sentence and the end of the phrase that opens it, at most."""

_LINE = lazy(rf"\W{{0,4}}{any_of('share_line')}(?:[ \u00a0]{any_of('network')}\w{{0,4}})?\W{{0,4}}", re.IGNORECASE)
_SENTENCE = Sentences(rf"\(?(?P<said>{any_of('share_prompt')}){EDGE}{INNER}{{0,160}}{STOP}")

rule = Rule(
    "BLR008",
    hints=Hints(heads=heads("share_line").heads, inside=inside("share_prompt").inside),
    glued=glued("share_line"),
)


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        if len(line.text) <= 80 and label(line.text) and _LINE.fullmatch(line.text.strip()):
            yield line.cut()
            continue
        for match in _SENTENCE.near(line.text, doc.ends(line), _REACH):
            if not reported(match[0]):
                yield from take(line, match.start(), before_next(line.text, match.end("said"), match.end()))


_STORY = (
    "The ferry to the island sailed again on Monday, its owner said in a statement to the press. {}Nobody was hurt when"
    " the storm tore it from the quay, but two cars went into the harbour."
)
FIXES = [
    (_STORY.format("Share this article "), _STORY.format("")),
    (_STORY.format("Spread the love "), _STORY.format("")),
    ("Spread the love\n\nThe vote was close.", "The vote was close."),
    ("It rained.\nShare this article\nIt snowed.", "It rained.\nIt snowed."),
    ("Het regent.\nDelen op Facebook\nHet sneeuwt.", "Het regent.\nHet sneeuwt."),
    ("Llovió. Comparte este contenido:", "Llovió."),
    ("It rained. Share your thoughts with Jo Roe on Twitter.", "It rained."),
]
KEEPS = [
    "It rained. Share this story with the children, the priest said.",
    _STORY.format("Spread the love The Bishop said. "),
    "Una experiencia que le encanta compartir:",
    "Shares closed at $83.",
    "The bank lost 1.27 dlrs per\nshare.\n Reuter",
    "(CNN)Share, and what you give will grow.",
    "Spread the love, said the bishop, and he meant it.",
    "Shares in the insurer soared.",
    "It had some 4,000 shares by the weekend.",
    "Una receta que le gusta compartir:",
    "Comparten no sólo el mismo puerto.",
    "Instagram user @anaroe uploaded a photo of the deer.",
    "Rain curtailed the second day of the match.",
]
