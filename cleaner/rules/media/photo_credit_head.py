"""A caption that begins with its credit.

What   A line of its own that opens with an agency, set off by two spaces or glued to the caption:
       "Getty   Anna, not thinking about rats", "REUTERS/Ana Ruiz   The new office", "GettyKim in May"; of a line that
       opens with a labelled credit and goes on with a sentence the credit alone: "Foto: Ana Ruiz/AFP It rained …".
Why    The page showed the credit inside the picture; extraction puts it in front of the caption.
Kept   Sentences that begin with an agency, names such as "GettyImages", rows of tables.
Moves  Caption and credit go to `images[]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.text.credits import agencies, image
from cleaner.text.names import NAME
from cleaner.text.prose import starts
from cleaner.words import any_of, heads

rule = Rule(code="MED008", hints=heads("agency_alone", "picture_platform", "credit_label"))

_SPACED = lazy(
    rf"(?P<credit>(?i:{any_of('agency_alone', 'picture_platform')})(?: ?/ ?[^\W\d_][^\n]{{1,40}}?)?)"
    r"(?:[ \u00a0]{2,9}|\t)[ \t\u00a0]{0,9}"
    rf"(?P<caption>(?!{any_of('picture_platform')}\b)\S.{{4,250}})",
)
_GLUED = lazy(
    r"(?P<credit>Getty|Reuters|REUTERS|AFP|AP|PA|EPA|Rex)(?!Images|Photo|Pictures|Is\b)"
    r"(?P<caption>[A-Z][a-z]+[ ].{4,200})"
)
_LABELLED = lazy(
    rf"\s{{0,9}}(?i:{any_of('credit_label')}) ?[:：] ?(?P<credit>{NAME}(?: {NAME}){{1,3}} ?/ ?"
    rf"(?i:{agencies()}))(?!\w) "
)
_CELL = lazy(r"[$€£]?\d")
"""How a cell of a table or a time begins."""

_SENTENCE = 80
"""Characters behind a credit, at least: what is shorter may be its caption."""


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        labelled = _LABELLED.match(line.text)
        if labelled and len(line.text) - labelled.end() > _SENTENCE and starts(line.text[labelled.end() :]):
            yield line.span(0, labelled.end(), images=image(None, labelled["credit"]))
            continue
        text = line.text.strip()
        spaced = _SPACED.fullmatch(text)
        match = spaced or _GLUED.fullmatch(text)
        if match is None or _CELL.match(match["caption"]) or "\t" in match["caption"] or len(doc.head(3)) < 3:
            continue
        caption = match["caption"].strip()
        if caption[-1] not in ".!?:" or (spaced and len(caption) < 200):
            yield line.cut(images=image(caption, match["credit"]))


FIXES = [
    (
        "It rained.\n\nGetty   Here's Anna, not thinking about rats\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"images": [{"caption": "Here's Anna, not thinking about rats", "credit": "Getty"}]},
    ),
    ("It rained.\n\nREUTERS/Ana Ruiz   The paper's new office\n\nIt stopped.", "It rained.\n\nIt stopped."),
    ("It rained.\n\nGettyKim Lee in May  \n\nIt stopped.", "It rained.\n\nIt stopped."),
    (
        "Foto: Ana Ruiz/AFP The ferry to the island sailed again on Monday, its owner said in a statement to them.",
        "The ferry to the island sailed again on Monday, its owner said in a statement to them.",
        {"images": [{"caption": None, "credit": "Ana Ruiz/AFP"}]},
    ),
    ("It rained.\n\nFacebook / Ana Ruiz   Sore: the red line blistered\n\nIt stopped.", "It rained.\n\nIt stopped."),
]
KEEPS = [
    "Foto: Ana Ruiz/AFP Ferry Lom",
    "It rained.\n\nGetty Images was sold in May.\n\nIt stopped.",
    "It rained.\n\nReuters could not verify the report.\n\nIt stopped.",
    "It rained.\n\nFacebook shares fell.\n\nIt stopped.",
    "It rained.\n\nGetty         12:09 pm   The minister has arrived\n\nIt stopped.",
    "It rained.\n\nPAtients waited for hours\n\nIt stopped.",
    "It rained.\n\nFacebook\t$0.50 to $3.00\nInstagram\tPhotos, short films\tdaily\n\nIt stopped.",
    "It rained.\n\nAPIs (which tie two programs to each other)\n\nIt stopped.",
]
