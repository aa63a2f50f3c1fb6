"""The credit and caption labels of pictures that were read out as text.

What   "Image copyright Getty Images Image caption The rifle was built in 1947", "Image source, Reuters", in other
       languages too, and the same in a line that holds more than the caption, where only labels and credit go.
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
from cleaner.rule import Rule
from cleaner.text.credits import NAMED, SOURCED, image, strength
from cleaner.words import any_of, inside

rule = Rule(code="MED006", hints=inside("picture_source"))

_SOURCE, _CAPTION = any_of("picture_source"), any_of("picture_caption")
_LINE = lazy(
    rf"{_SOURCE}(?P<mark>[,:،]?)\s{{1,3}}(?P<credit>.{{2,80}}?)(?:\s{{1,3}}{_CAPTION}[,:،]?\s{{1,3}}(?P<caption>.{{3,400}}))?",
    re.DOTALL,
)
_INSIDE = lazy(rf"{_SOURCE}[,،]?[ ]{{1,3}}(?P<credit>[^\n.]{{2,60}}?)[ ]{{1,3}}{_CAPTION}[,،]?[ ]{{1,3}}")


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        text = line.text.strip()
        alone = len(text) <= 500 and len(doc.head(2)) > 1
        match = _LINE.fullmatch(text) if alone else None
        if match and strength(match["credit"]) >= _needed(match):
            yield line.cut(images=image(match["caption"], match["credit"]))
            continue
        for inner in _INSIDE.finditer(line.text):
            if strength(inner["credit"]) == SOURCED:
                yield line.span(inner.start(), inner.end(), images=image(None, inner["credit"]))


def _needed(match: re.Match[str]) -> int:
    """How much the credit must look like one: names do where they have capitals and a mark or a caption stands by."""
    marked = match["caption"] or match["mark"] or match[0].startswith(("Image", "Media"))
    return NAMED if marked and match["credit"][0].isupper() else SOURCED


FIXES = [
    (
        "It rained.\n\nImage copyright Getty Images Image caption The rifle was built in 1947\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"images": [{"caption": "The rifle was built in 1947", "credit": "Getty Images"}]},
    ),
    ("It rained.\nImage source, Reuters\nIt stopped.", "It rained.\nIt stopped."),
    (
        "Шёл дождь.\n\nПравообладатель иллюстрации AFP Подпись к фото Площадь в Ломе пуста\n\nОн кончился.",
        "Шёл дождь.\n\nОн кончился.",
    ),
    (
        "بارش ہوئی۔\n\nتصویر کے کاپی رائٹ Reuters Image caption بندرگاہ خالی تھی\n\nپھر رک گئی۔",
        "بارش ہوئی۔\n\nپھر رک گئی۔",
    ),
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
    "Автор фото остался неизвестен, но подпись к фото сохранилась.",
    "بارش ہوئی۔\n\nتصویر کا ذریعہ معلوم نہیں ہو سکا\n\nپھر رک گئی۔",
    "Yağmur yağdı.\n\nTelif Hakkı Yasası Değişti\n\nSonra durdu.",
]
