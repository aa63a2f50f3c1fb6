"""The file name of a picture.

What   A line with nothing but a name such as "harbour-400x300", "IMG_2041.jpg" or "dam_final.png".
Why    Extraction took the file name for a caption.
Kept   File names in sentences and file names with spaces; sizes that stand alone.
Moves  The name goes to `images[].caption`, since nothing else is known of the picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.text.credits import image

rule = Rule(
    code="MED022",
    hints=Hints(
        inside=(
            ".jpg",
            ".jpeg",
            ".png",
            ".gif",
            ".webp",
            *(f"{digit}x{other}" for digit in "0123456789" for other in "123456789"),
        )
    ),
)

_NAME = lazy(
    r"[\w%+.()-]{1,90}\.(?:jpe?g|png|gif|webp)|[^\W\d][\w%+.-]{2,80}[-_]\d{2,4}x\d{2,4}(?:\.\w{3,4})?", re.IGNORECASE
)


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        name = line.text.strip()
        if _NAME.fullmatch(name) and (not line.index or doc.lines[line.index - 1].blank):
            yield line.cut(images=image(name, None))


FIXES = [
    (
        "It rained.\n\nharbour-400x300\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"images": [{"caption": "harbour-400x300", "credit": None}]},
    ),
    ("It rained.\n\nIMG_2041.jpg\n\nIt stopped.", "It rained.\n\nIt stopped."),
]
KEEPS = [
    "It rained.\n\n1920x1080\n\nIt stopped.",
    "Save it as dam_final.png and go on.",
    "It rained.\n\n![dam](dam.png)\n\nIt stopped.",
    "It rained.\n\nhttps://example.com/a-very-long-\naddress-to-a-dam.jpg\n\nIt stopped.",
    "The 400x300 pictures are small.",
]
