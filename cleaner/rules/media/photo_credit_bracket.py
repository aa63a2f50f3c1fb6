"""A photo credit in brackets.

What   A bracket anywhere in a line that holds nothing but a picture credit: "(Photo by Ana Ruiz/Getty Images)",
       "[Image via screengrab]", "（写真：山田太郎）", "(FILE PHOTO)"; at the end of a line also the cover's caption
       before it: "Titelbild: Der Hafen (Foto: dpa)"; anywhere a sentence before it that says in the present tense what
       is seen.
Why    The bracket belonged to a picture that is gone.
Kept   Brackets that are part of the sentence: "(pictured left)", "(foto acima)", "(Reuters)", "(AFP)".
Moves  The credit goes to `images[].credit`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule, take
from cleaner.rules.media._brackets import brackets
from cleaner.rules.media._pictured import begin_of, pictured
from cleaner.text.blanks import before, behind
from cleaner.text.credits import image
from cleaner.words import any_of, words

_COVERED = 160
"""Characters before the bracket in which a cover's label and caption stand."""

_FIRST = {word.lower()[:3].strip() for word in words("credit_label", "credit_by", "credit_phrase")}
_OPENED = {
    bracket + first
    for first in _FIRST
    for bracket in ("([" if first.isascii() or first[0].upper() != first[0] else "([（【［")
}
_STOPS = (".", "!", "?", "…")
_OTHERS = (
    "（撮影・",
    "h/t",
    "摄）",
    "攝）",
    "摄)",
    "攝)",
    "/ap)",
    "/afp)",
    "/reuters)",
    "getty images)",
    "/getty)",
    "(reuters/",
    "(ap photo",
    "/shutterstock)",
    "library)",
)
rule = Rule(code="MED004", hints=Hints(inside=(*sorted(_OPENED), *_OTHERS)))


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        text = line.text
        for start, end, credit in brackets(text):
            past = behind(text, end)
            if past == len(text) and not before(text, start):
                yield line.cut(images=image(None, credit))
                continue
            cover = _cover().search(text, max(0, start - _COVERED), start) if past == len(text) else None
            if cover is None and (begin := _shown(text, start)) is not None:
                yield from take(line, begin, end, images=image(text[begin:start], credit))
                continue
            first = before(text, cover.start() if cover else start, " \t\u00a0")
            caption = cover["caption"] if cover else None
            yield line.span(first, end if first else past, images=image(caption, credit))


def _shown(text: str, bracket: int) -> int | None:
    """Where the sentence in front of a ``bracket`` begins, when it says what a picture shows and others precede it."""
    stop = before(text, bracket)
    begin = begin_of(text, stop - 1) if text[stop - 1 : stop] in _STOPS else 0
    return begin if begin and pictured(text[begin:stop]) else None


@cache
def _cover() -> re.Pattern[str]:
    """What says that the picture on top of the article is meant, and its caption, in front of the last bracket."""
    return lazy(rf"(?<=[.!?…”\"»)]) ?{any_of('cover_label')}: ?(?P<caption>[^.!?:\n]{{3,120}}?) ?$", re.IGNORECASE)


FIXES = [
    (
        "The dam (Photo by Ana Ruiz/Getty Images) broke in May.",
        "The dam broke in May.",
        {"images": [{"caption": None, "credit": "Ana Ruiz/Getty Images"}]},
    ),
    ("The town will surely notice.\n\n[Image via screengrab]", "The town will surely notice.\n\n"),
    ("It was flushed away. [h/t Metro, Photo: News.example.com]", "It was flushed away."),
    ("お出かけが楽しくなる春です。（写真：山田太郎）", "お出かけが楽しくなる春です。"),
    ("雨停了。（新华社记者 张三 摄）", "雨停了。"),
    ("A nurse takes a sample. (FILE PHOTO) Results are due.", "A nurse takes a sample. Results are due."),
    ("[Image: NordPics (CEN) via the Daily Post]\n\nIt rained.", "It rained."),
    (
        "A hajó hétfőn újra elindult.Borítókép: A hajó és a legénysége (Fotó: MTI/Ruiz Anna)",
        "A hajó hétfőn újra elindult.",
        {"images": [{"caption": "A hajó és a legénysége", "credit": "MTI/Ruiz Anna"}]},
    ),
    (
        "The vote was close. The mayor speaks during a rally at the quay of the town. (AP Photo/Ana Ruiz) It rained.",
        "The vote was close. It rained.",
        {
            "images": [
                {"caption": "The mayor speaks during a rally at the quay of the town.", "credit": "AP Photo/Ana Ruiz"}
            ]
        },
    ),
    (
        "The vote was close.The mayor speaks during a rally at the quay of the town. (AP Photo/Ana Ruiz)It rained.",
        "The vote was close. It rained.",
    ),
    ("船は月曜日に島へ出た。（撮影・田中花子）", "船は月曜日に島へ出た。"),
    ("Fleas live on rodents. (ANA RUIZ/SCIENCE PHOTO LIBRARY)", "Fleas live on rodents."),
]
KEEPS = [
    "He sold the ship. Cover photo: the last one (it was the ship of 1910)",
    "船は月曜日（撮影・編集の日）に島へ出た。",
    "他（摄影师）说雨停了。",
    "Ana Roe (pictured left and right as a child) was chosen.",
    "A nova ponte (foto acima) abre hoje.",
    "Hugo Moura (foto) realizaram a obra.",
    "Agence France Presse (AFP) reported the news.",
    "WASHINGTON (Reuters) - The head of a group said so.",
    "The camera (photo: see page 4) is new.",
    "Do you use Tor? [Ana Ruiz/Deep Web] (Thanks, Alan!)",
    "Example: [Received via mail, May 2016]",
    "The bank (Credit Suisse) declined to say.",
    "Officer Ana Ruiz (pictured) earned a medal last year.",
    "By selling her car (right) to pay for the boat (left), she hopes to live.",
]
