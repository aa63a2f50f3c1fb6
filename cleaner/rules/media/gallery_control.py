"""The buttons of a picture box.

What   Lines that say only “Image”, “Caption”, “Close”, “less”, “more” or the like, when a text has at least two of
       them; the lone numbers between them; and a caption of which the line below such a button is the beginning.
Why    The box is gone, its buttons are lines.
Kept   One such word alone, which may be a heading.
Moves  A caption goes to `images[].caption`.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.media._tail import captioned
from cleaner.words import any_of, heads

_CONTROL = lazy(rf"\W{{0,5}}{any_of('gallery_control')}\W{{0,2}}", re.IGNORECASE)
_NUMBER = lazy(r"\d{1,3}(?: ?(?:of|/|von) ?\d{1,3})?")

_FOLDED = 60
"""Characters that the beginning of a caption has at least."""

rule = Rule("MED034", hints=heads("gallery_control"))


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind == "markdown":
        return
    found = {line.index for line in doc.candidates() if len(line.text) <= 40 and _CONTROL.fullmatch(line.text.strip())}
    if len(found) < 2:
        return
    before = -1
    alive = doc.alive()
    folded = {at for at in range(len(alive) - 2) if alive[at + 1].index in found and _folded(alive[at], alive[at + 2])}
    for at, line in enumerate(alive):
        if line.index in found or at - 2 in folded:
            yield line.cut()
            before = line.index
        elif at in folded:
            yield line.cut(images=captioned(line.text))
        elif before >= 0 and line.index - before <= 2 and _NUMBER.fullmatch(line.text.strip()):
            yield line.cut()
        else:
            before = -1


def _folded(line: Line, below: Line) -> bool:
    """Whether ``below`` is the beginning of a caption that ``line`` gives in full."""
    begin = below.text.strip().rstrip(" .…")
    return _FOLDED <= len(begin) < len(line.text.strip()) and line.text.lstrip().startswith(begin)


_CAPTION = "The mayor opens the bridge to the island of Arvo in front of four hundred cyclists. The rain had stopped."
FIXES = [
    (
        f"It rained.\n{_CAPTION}\nless\n{_CAPTION[:70]}\n... more\nIt ended.",
        "It rained.\nIt ended.",
        {"images": [{"caption": _CAPTION, "credit": None}]},
    ),
    ("Image\n\nIt rained.\n\nCaption\n\n5\n\nClose\n\nIt snowed.", "It rained.\n\nIt snowed."),
    ("It rained all day.\nless\nIt snowed.\nmore\nIt ended.", "It rained all day.\nIt snowed.\nIt ended."),
]
KEEPS = [
    f"{_CAPTION}\nIt was open at last, in rain and sun, by day and night.\nless\n{_CAPTION[:50]}",
    "It rained.\n\nImage\n\nIt is all that counts, he said.",
    "Close the door.\nMore rain came.",
]
