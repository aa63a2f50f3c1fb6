"""A line that announces a video or audio report.

What   "• Europe Correspondent Ana Ruiz explains what next", "WATCH: The dam breaks", "Video: Kangaroo sneezes".
Why    The report is not part of the dump; the line interrupts the story.
Kept   The first line of a text, bullets that are sentences of the story, labels in running text.
Moves  The line goes to `media[].title`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.rules.media._players import medium
from cleaner.words import any_of, glued, heads, words

_LONGEST = 170
rule = Rule(
    code="MED016",
    hints=Hints(heads("media_label").heads, tuple(f" {verb} " for verb in words("teaser_verb"))).within(_LONGEST),
    glued=glued("media_label", after=(":", " :")),
)

_BULLET = lazy(
    rf"\s{{0,8}}[•·●▪►▶*]\s{{0,4}}(?P<title>(?-i:[^\W\d_a-z])\S{{1,20}}(?:\s(?-i:[^\W\d_a-z])\S{{0,20}}){{1,8}}\s{any_of('teaser_verb')}\s[^.!?\n]{{3,90}})",
    re.IGNORECASE,
)
_LABELLED = lazy(
    rf"\s{{0,8}}[•·●▪►▶*]?\s{{0,3}}(?:[\[【]{any_of('media_label')}[\]】]|{any_of('media_label')}[ ]?[:：|])"
    r"\s{0,3}(?P<title>[\w\"“‘„«'][^\n]{4,140})",
    re.IGNORECASE,
)
_FIELD = lazy(r"[^\W\d_][\w /-]{2,25}: [^\n]{1,60}")
_SENTENCES = lazy(r"[.!?]\s+\S")


def find(doc: Document) -> Iterator[Edit]:
    first: int | None = None
    for line in doc.candidates():
        text = line.text.rstrip()
        if len(text) > _LONGEST:
            continue
        bullet = _BULLET.fullmatch(text)
        match = bullet or _LABELLED.fullmatch(text)
        if match is None or _SENTENCES.search(match["title"]):
            continue
        if first is None:
            first = doc.head(1)[0].index
        if line.index != first and (bullet or not _among_fields(doc, line)):
            yield line.cut(media=medium("video" if bullet else text[: match.start("title")], match["title"]))


def _among_fields(doc: Document, line: Line) -> bool:
    """Whether a line next to a label is another thing's label with a value, as in a list of what a camera can do."""
    sides = (range(line.index - 1, -1, -1), range(line.index + 1, len(doc.lines)))
    near = [next((doc.lines[at].text for at in side if not doc.lines[at].blank), "") for side in sides]
    return any(_FIELD.fullmatch(text.strip()) and not _LABELLED.fullmatch(text.rstrip()) for text in near)


FIXES = [
    (
        "It rained.\n\n  • TVN Europe Correspondent Ana Ruiz explains what next\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"media": [{"kind": "video", "title": "TVN Europe Correspondent Ana Ruiz explains what next"}]},
    ),
    ("It rained.\n\nWATCH: The dam breaks in slow motion\n\nIt stopped.", "It rained.\n\nIt stopped."),
    (
        "It rained.\n\n• Video: Goat has a dancing day\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"media": [{"kind": "video", "title": "Goat has a dancing day"}]},
    ),
    ("雨でした。\n【動画】ダムが決壊する瞬間\n晴れました。", "雨でした。\n晴れました。"),
]
KEEPS = [
    "WATCH: The dam breaks\n\nIt happened on Monday.",
    "It rained.\n\n• The report explains what went wrong in the plant.",
    "It rained.\n\n• Ana Ruiz explains: it was the wind. Nobody was hurt.",
    "It rained.\n\nVideo of The Year: Rain by Ana Ruiz",
    "It rained.\n\nAna Ruiz explains what next",
    "It rained.\n\nWeight: 500 g\n\nVideo: 4K with no crop\n\nIt stopped.",
    "It rained.\n\nBest Video Director: Ana Ruiz",
]
