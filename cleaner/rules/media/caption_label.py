"""A line that is labelled as a caption.

What   "Pictured: the mayor and her deputy", "Image caption The harbour in 1910", "Bildunterschrift: …", "На фото: …";
       inside a long line, behind the end of a sentence, where the end of the caption can be seen.
Why    It describes a picture that is not there.
Kept   The first line of a text, sentences such as "Pictured in 1910, the harbour …", and long paragraphs.
Moves  The caption, and a credit at its end, go to `images[]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.media._tail import find_tail
from cleaner.text.credits import image
from cleaner.words import any_of, glued, heads

rule = Rule(
    code="MED007",
    hints=heads("caption_label", "picture_caption"),
    glued=glued("caption_label", after=(":", " :", "："), extra=("image caption",), single=True),
)

LONGEST = 400
_LABELLED = lazy(
    rf"[،,]?(?:{any_of('caption_label')}[ \t\u00a0]{{0,2}}[:：|]|{any_of('picture_caption')}[,،](?=[ ])|(?<=،)"
    rf"{any_of('picture_caption')}(?=[ ])"
    r"|(?:(?-i:Image|Media|Photo|Picture) caption),?[ ](?=(?-i:[^\W\d_a-z]|[\d\"“‘'])))"
    r"[ \t\u00a0]{0,3}(?P<caption>\S.{2,400})",
    re.IGNORECASE,
)


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        text = line.text.strip().strip("*_[]【】()")
        match = _LABELLED.fullmatch(text) if len(text) <= LONGEST else None
        if match is None or line.index == doc.head(1)[0].index:
            continue
        caption = match["caption"]
        tail = find_tail(caption)
        if tail is None:
            yield line.cut(images=image(caption, None))
        else:
            yield line.cut(images=image(caption[: tail.start], tail.credit))


_STORY = (
    "The ferry to the island sailed again on Monday, its owner said in a statement to the press. {}Nobody was hurt when"
    " the storm tore it from the quay, but two cars went into the harbour."
)
FIXES = [
    (_STORY.format("Image caption, The ferry at the quay of the island "), _STORY.format("")),
    (_STORY.format("Bildunterschrift: Die Fähre am Kai von Lom "), _STORY.format("")),
    (
        "It rained.\n\nPictured: the mayor and her deputy in Lom\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"images": [{"caption": "the mayor and her deputy in Lom", "credit": None}]},
    ),
    ("Llovió.\nImage caption El puerto fue inaugurado en 1910.\nParó.", "Llovió.\nParó."),
    (
        "Es regnete.\n\nBildunterschrift: Der Hafen im Jahr 1910. Foto: Archiv\n\nEs hörte auf.",
        "Es regnete.\n\nEs hörte auf.",
        {"images": [{"caption": "Der Hafen im Jahr 1910.", "credit": "Archiv"}]},
    ),
    ("Шёл дождь.\n\nНа фото: мэр города\n\nОн кончился.", "Шёл дождь.\n\nОн кончился."),
]
KEEPS = [
    _STORY.format("Pictured: the mayor of Lom, who opened the quay and left. "),
    "Caption: what is left of it\n\nIt rained.",
    "It rained.\n\nPictured in 1910, the harbour was new.\n\nIt stopped.",
    "It rained.\n\nThe image caption says nothing of it.\n\nIt stopped.",
    "It rained.\n\nAbove all, he said, it was cold.\n\nIt stopped.",
    "It rained.\n\nCaption contests were his joy.\n\nIt stopped.",
    "It rained.\n\nHe was also pictured on the podium of the race.\n\nIt stopped.",
]
