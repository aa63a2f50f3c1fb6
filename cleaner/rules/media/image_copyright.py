"""The credit and caption labels of pictures that were read out as text.

What   "Image copyright Getty Images Image caption The rifle was built in 1947", "Image source, Reuters", and the
       same in a line that holds more than the caption, where only the labels and the credit go.
Why    These words were hidden labels for screen readers; extraction makes them part of the text.
Kept   Sentences on the copyright in images.
Moves  Credit and caption go to `images[]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.text.credits import NAMED, SOURCED, image, strength

rule = Rule(code="MED006", hints=Hints(inside=("image copyright", "image source,", "media copyright")))

_LINE = lazy(
    r"(?:Image|Media) (?:copyright|source)[,:]?\s{1,3}(?P<credit>.{2,80}?)"
    r"(?:\s{1,3}(?:Image|Media) caption[,:]?\s{1,3}(?P<caption>.{3,400}))?",
    re.DOTALL,
)
_INSIDE = lazy(
    r"(?:Image|Media) (?:copyright|source),?[ ]{1,3}(?P<credit>[^\n.]{2,60}?)[ ]{1,3}(?:Image|Media) caption,?[ ]{1,3}"
)


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        text = line.text.strip()
        alone = len(text) <= 500 and len(doc.head(2)) > 1
        match = _LINE.fullmatch(text) if alone else None
        if match and strength(match["credit"]) >= NAMED:
            yield line.cut(images=image(match["caption"], match["credit"]))
            continue
        for inner in _INSIDE.finditer(line.text):
            if strength(inner["credit"]) == SOURCED:
                yield line.span(inner.start(), inner.end(), images=image(None, inner["credit"]))


FIXES = [
    (
        "It rained.\n\nImage copyright Getty Images Image caption The rifle was built in 1947\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"images": [{"caption": "The rifle was built in 1947", "credit": "Getty Images"}]},
    ),
    ("It rained.\nImage source, Reuters\nIt stopped.", "It rained.\nIt stopped."),
    (
        "Image copyright Reuters Image caption The square was empty The council met on Monday. It voted.",
        "The square was empty The council met on Monday. It voted.",
        {"images": [{"caption": None, "credit": "Reuters"}]},
    ),
    (
        "It rained all day in the north of the country. Image copyright AFP Image caption The square was empty. "
        + "A " * 250
        + "end.",
        "It rained all day in the north of the country. The square was empty. " + "A " * 250 + "end.",
    ),
]
KEEPS = [
    "Image copyright remains with the museum Image caption contests are held each year there.",
    "Image copyright is a question for the courts.",
    "Image copyright law has changed, the lawyers say in an image caption.",
    "The image source, he said, was a friend.",
]
