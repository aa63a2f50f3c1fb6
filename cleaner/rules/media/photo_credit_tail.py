"""A photo credit at the end of a paragraph.

What   A credit behind the last sentence of a line, often glued to it: "…anymore.Featured image via Getty Images",
       "…he said. Photo by Ana Ruiz/AP", "…for years.  Ana Ruiz / Getty Images".
Why    Dumps without line breaks run the credit of the last picture into the text.
Kept   Sentences that mention a picture or an agency; the sentence before the credit.
Moves  The credit goes to `images[].credit`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.credits import image
from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.rules.media._tail import find_tail, hints, split

rule = Rule(code="MED005", hints=hints())

MOST = 4
"""Credits taken from one line."""


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        text = line.text
        credits: list[dict[str, str | None]] = []
        start = end = len(text)
        for _ in range(MOST):
            tail = find_tail(text[:start])
            if tail is None or not text[: tail.start].strip(" \t|•"):
                break
            start = len(text[: tail.start].rstrip(" \t\u00a0|•–—"))
            credits[:0] = [image(None, credit) for credit in split(tail.credit)]
        if credits:
            yield line.span(start, end, images=credits)


FIXES = [
    (
        "We don't have to deal with it anymore.Featured image via Getty Images/screengrab",
        "We don't have to deal with it anymore.",
        {"images": [{"caption": None, "credit": "Getty Images/screengrab"}]},
    ),
    ("Who saw this coming? Besides all of us.Image via screen capture.", "Who saw this coming? Besides all of us."),
    ("Amen to that. Photo by Ana Ruiz/Getty Images for Post Media.", "Amen to that."),
    ("It was over.Featured Image: Ana Ruiz   Pool/Getty Images", "It was over."),
    ("He had lived there for three years.  Ana Ruiz / Getty Images", "He had lived there for three years."),
    ("This picture exists.Featured image is a screenshot", "This picture exists."),
    ("No crowds are expected. PHOTO BY ANA RUIZ", "No crowds are expected."),
    ("O corpo foi achado no dia 10 de maio. Fotos: reprodução/Facebook", "O corpo foi achado no dia 10 de maio."),
]
KEEPS = [
    "“I sold it to Getty Images,” she said.",
    "It was first posted by photographer Ana Ruiz on Monday and credited to Martin Le-May.",
    "He also gave credit where credit is due",
    "Pictures posted online, however, offered no conclusive evidence",
    "This picture was the story",
    "It's a striking image: a new baby cradled in the flag.",
    "Farm Credit paper was cited by Reuters",
    "He blurred out the image of the first lady",
    "Here is the video, via ABC News:",
]
