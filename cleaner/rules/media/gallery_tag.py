"""A pointer to a picture gallery.

What   "View gallery", "【ギャラリー】Leaders in Vietnam38", "Photo gallery: The flood", "Galerie: 12 Bilder",
       "12 photos", "+12" on a line of its own; some of the phrases also behind the last sentence of a line.
Why    The gallery is not part of the dump.
Kept   The first line of a text, sentences on galleries, and titles that hold such a word.
Moves  Title and number of pictures go to `galleries[]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.text.credits import literal_hints
from cleaner.words import any_of, heads

_HEADS = heads("gallery_label", "gallery_phrase").heads
rule = Rule(code="MED012", hints=Hints(heads=(*_HEADS, *"0123456789"), inside=literal_hints("gallery_tail").inside))

_UNIT = any_of("gallery_unit")
_LABEL = any_of("gallery_label")
_PHRASE = lazy(
    rf"{any_of('gallery_phrase')}[ ]?(?:[(\[（【]?(?P<count>\d{{1,4}})(?: ?{_UNIT})?[)\]）】]?)?[\s.:…›»>▶+]{{0,5}}",
    re.IGNORECASE,
)
_LABELLED = lazy(rf"(?:{_LABEL}[ ]?[:：|]|[【\[]{_LABEL}[】\]])\s{{0,3}}(?P<title>\S.{{0,160}})", re.IGNORECASE)
_COUNT = lazy(rf"\+?(?P<count>\d{{1,3}}) ?{_UNIT}|(?P<plus>\+\d{{1,2}})", re.IGNORECASE)
_TITLE_COUNT = lazy(
    rf"(?P<title>.{{0,160}}?[^\W\d_])?\s?[(（]?(?<![\d.,])(?P<count>\d{{1,3}})[)）]?(?: ?{_UNIT})?", re.IGNORECASE
)
_TAIL = lazy(rf"(?<=[.!?…/)”\"])\s{{0,3}}{any_of('gallery_tail')}[\s.:…›»>]{{0,4}}$", re.IGNORECASE)


def find(doc: Document) -> Iterator[Edit]:
    first = doc.head(1)
    for line in doc.candidates():
        text = line.text.strip(" \t\u00a0•·*-–—|>»▶►")
        found = _whole(doc, line, text) if len(text) <= 200 else None
        if found is not None and line is not first[0]:
            yield line.cut(galleries=found)
        elif len(line.text) > 40:
            tail = _TAIL.search(line.text, len(line.text) - 60)
            if tail is not None:
                yield line.span(tail.start(), len(line.text), galleries=_gallery(None, None))


def _whole(doc: Document, line: Line, text: str) -> dict[str, Any] | None:
    match = _PHRASE.fullmatch(text)
    if match is not None:
        return _gallery(None, match["count"])
    match = _LABELLED.fullmatch(text)
    if match is not None:
        title = match["title"].strip()
        counted = _TITLE_COUNT.fullmatch(title)
        glued = counted is not None and (text[0] in "【[" or not counted["title"] or not title[-1].isdigit())
        return _gallery(counted["title"], counted["count"]) if counted and glued else _gallery(title, None)
    match = _COUNT.fullmatch(text)
    if match is not None and (match["count"] or _between_prose(doc, line)):
        return _gallery(None, match["count"] or match["plus"])
    return None


def _between_prose(doc: Document, line: Line) -> bool:
    """A bare "+12" counts pictures only where it stands alone, not in a table of temperatures or scores."""
    around = doc.lines[max(0, line.index - 2) : line.index + 3]
    near = [other for other in around if other is not line and not other.blank]
    return bool(near) and all(len(other.text) > 20 for other in near)


def _gallery(title: str | None, count: str | None) -> dict[str, Any]:
    return {"title": title.strip() if title else None, "count": int(count) if count else None}


FIXES = [
    (
        "It rained.\n\n【ギャラリー】Leaders in Vietnam38\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"galleries": [{"title": "Leaders in Vietnam", "count": 38}]},
    ),
    ("It rained.\n\nVIEW GALLERY\n\nIt stopped.", "It rained.\n\nIt stopped."),
    (
        "Es regnete.\n\nGalerie: 12 Bilder\n\nEs hörte auf.",
        "Es regnete.\n\nEs hörte auf.",
        {"galleries": [{"title": None, "count": 12}]},
    ),
    (
        "It rained.\n\nPhoto gallery: The flood\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"galleries": [{"title": "The flood", "count": None}]},
    ),
    ("It rained.\n\nStory continues after slideshow...\n\nIt stopped.", "It rained.\n\nIt stopped."),
    ("Choveu em todo o estado durante a noite. Veja a galeria:", "Choveu em todo o estado durante a noite."),
    ("今日は雨です。\n写真一覧（15件）\n明日は晴れです。", "今日は雨です。\n明日は晴れです。"),
    (
        "It rained all day and night.\n\n+12\n\nIt stopped at noon on Monday.",
        "It rained all day and night.\n\nIt stopped at noon on Monday.",
    ),
]
KEEPS = [
    "There is an Imgur gallery of bad harbour film posters.",
    "The portrait hangs in the gallery, not in the flat of the president.",
    "Gallery unveils interactive tree\n\nIt is made of glass.",
    "It opened.\n\nThe work was unveiled at the city's art gallery\n\nIt closed.",
    "It opened.\n\nin front of the National Gallery? That's fine.",
    "Silva, na galeria de antigos prefeitos, pintou mais.",
    "Confira galeria de fotos do porto e do farol",
    "一覧です。\n・幻想的な写真展【新-写真空間】\n終わり。",
    "An online gallery of horrible posters.",
    "Temperatures\n\n+12\n\n+14\n\n+9",
    "Gallery\n\nThe first line is a title.",
    "La obra se exhibió en la Galería Lago de la ciudad.",
    "It opened at the city's Lake gallery\n\nIn front of the National Gallery",
]
