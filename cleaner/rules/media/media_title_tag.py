"""A tag in a headline that promises pictures or a video.

What   "(VIDEO)", "[PHOTOS]", "(Photos+video)", "（動画あり）" at the end or the beginning of the first line.
Why    The tag speaks of the page; without it the headline is the headline.
Kept   The same words without brackets, or deeper in the text.
Moves  The kind goes to `media[]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Hints, Rule
from cleaner.rules.media._players import medium
from cleaner.rules.media._tags import title_tags
from cleaner.words import words

rule = Rule(
    code="MED019",
    hints=Hints(
        inside=tuple(sorted({b + w.lower()[:3].strip() for w in words("media_tag") for b in "([（【"} | {"(+", "[+"}))
    ),
)

LONGEST = 250
"""Characters of a headline."""


def find(doc: Document) -> Iterator[Edit]:
    first = doc.head(1)
    if not first or len(first[0].text) > LONGEST or len(doc.head(2)) < 2:
        return
    line = first[0]
    tags = title_tags(line.text)
    if tags is None:
        return
    if tags.behind:
        yield line.span(tags.end, len(line.text), media=medium(tags.behind))
    if tags.before:
        yield line.span(0, tags.start, media=medium(tags.before))


FIXES = [
    (
        "A boy feeds his mother (VIDEO)\nIt was filmed in May.",
        "A boy feeds his mother\nIt was filmed in May.",
        {"media": [{"kind": "video", "title": None}]},
    ),
    ("(VIDEO) Is it not a miracle?\nIt was filmed in May.", "Is it not a miracle?\nIt was filmed in May."),
    (
        "Thesari sipër(FOTO)\nAi dëgjonte zhurma.",
        "Thesari sipër\nAi dëgjonte zhurma.",
        {"media": [{"kind": "photo", "title": None}]},
    ),
    (
        "Two dead after shooting (+Photos, Video)\n\nIt happened in May.",
        "Two dead after shooting\n\nIt happened in May.",
    ),
    ("ダムが決壊（動画あり）\n雨でした。", "ダムが決壊\n雨でした。"),
]
KEEPS = [
    "The host and VJ (video jockey) is back\nHe was away.",
    "A single line (VIDEO)",
    "Video shows the dam\nIt broke in May.",
    "The dam broke.\nSee it here (VIDEO) or there.",
    "Hugo Moura (foto) realiza obra em Lisboa\nA obra abre hoje.",
    "A headline about (photography)\nIt goes on.",
]
