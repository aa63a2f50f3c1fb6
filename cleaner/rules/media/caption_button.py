"""The buttons around a caption.

What   "Enlarge this image toggle caption Ana Ruiz/AP Ana Ruiz/AP", "hide caption", "Click to enlarge": the buttons, and
       the caption and credit of the same line.
Why    They are controls of the page; the credit often comes twice, once hidden and once shown.
Kept   Sentences that use the words.
Moves  Caption and credit go to `images[]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.media._tail import find_tail
from cleaner.text.credits import NAMED, image, literal_hints, strength, tidy
from cleaner.words import any_of, glued

rule = Rule(code="MED009", hints=literal_hints("caption_button"), glued=glued("caption_button"))

_BUTTON = any_of("caption_button")
_BUTTONS_ONLY = lazy(rf"{_BUTTON}(?:[\s/|]{{1,4}}{_BUTTON}){{0,3}}", re.IGNORECASE)
_TOGGLE = lazy(
    rf"(?:{_BUTTON}[\s/|]{{1,4}}){{0,2}}(?:(?P<caption>\S.{{0,300}}?)\s{{1,4}})?(?:{_BUTTON}[\s/|]{{1,4}}){{0,2}}"
    r"(?:toggle|hide) caption(?:\s{1,4}(?P<credit>.{2,120}))?",
    re.IGNORECASE,
)


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        text = line.text.strip()
        if len(text) > 450:
            continue
        if _BUTTONS_ONLY.fullmatch(text):
            yield line.cut()
            continue
        match = _TOGGLE.fullmatch(text)
        if match is None:
            continue
        credit, caption = tidy(match["credit"] or ""), match["caption"]
        if credit and strength(credit) < NAMED:
            continue
        tail = find_tail(caption) if caption else None
        if tail is not None and caption:
            caption, credit = caption[: tail.start], credit or tail.credit
        if credit or caption is None:
            yield line.cut(images=image(caption, credit))


_GLUED = (
    "The ferry to the island sailed again on Monday, its owner said in a statement to the press. {}Nobody was hurt when"
    " the storm tore it from the quay, but two cars went into the harbour."
)
FIXES = [
    (_GLUED.format("Enlarge this image "), _GLUED.format("")),
    (
        "It rained.\n\nEnlarge this image toggle caption Ana Ruiz/AP Ana Ruiz/AP\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"images": [{"caption": None, "credit": "Ana Ruiz/AP"}]},
    ),
    (
        "It rained.\n\nThe dam at Lom. Ana Ruiz/AP hide caption toggle caption Ana Ruiz/AP\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"images": [{"caption": "The dam at Lom.", "credit": "Ana Ruiz/AP"}]},
    ),
    ("It rained.\nEnlarge this image\ntoggle caption\nIt stopped.", "It rained.\nIt stopped."),
]
KEEPS = [
    _GLUED.format("Enlarge this image of The Quay, he said. "),
    "Click to enlarge is what the button said.",
    "They enlarge this image by a factor of ten.",
    "You can toggle caption display in the menu, it said.",
]
