"""The buttons of a picture box.

What   Lines that say only “Image”, “Caption”, “Close”, “less”, “more” or the like, when a text has at least two of
       them; and the lone numbers between them.
Why    The box is gone, its buttons are lines.
Kept   One such word alone, which may be a heading.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.words import any_of, heads

_CONTROL = lazy(rf"\W{{0,5}}{any_of('gallery_control')}\W{{0,2}}", re.IGNORECASE)
_NUMBER = lazy(r"\d{1,3}(?: ?(?:of|/|von) ?\d{1,3})?")

rule = Rule("MED034", hints=heads("gallery_control"))


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind == "markdown":
        return
    found = {line.index for line in doc.candidates() if len(line.text) <= 40 and _CONTROL.fullmatch(line.text.strip())}
    if len(found) < 2:
        return
    before = -1
    for line in doc.alive():
        if line.index in found:
            yield line.cut()
            before = line.index
        elif before >= 0 and line.index - before <= 2 and _NUMBER.fullmatch(line.text.strip()):
            yield line.cut()
        else:
            before = -1


FIXES = [
    ("Image\n\nIt rained.\n\nCaption\n\n5\n\nClose\n\nIt snowed.", "It rained.\n\nIt snowed."),
    ("It rained all day.\nless\nIt snowed.\nmore\nIt ended.", "It rained all day.\nIt snowed.\nIt ended."),
]
KEEPS = [
    "It rained.\n\nImage\n\nIt is all that counts, he said.",
    "Close the door.\nMore rain came.",
]
