"""A pointer to a video, a podcast or a poll.

What   "Scroll down for video", "Video loading", "Click here to watch the video", "Listen to the podcast", "Ver vídeo",
       "Видео загружается" on a line of its own.
Why    What it points to is not part of the dump.
Kept   The first line of a text, and sentences that go on.
Moves  Its kind goes to `media[]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.media._players import medium
from cleaner.words import any_of, heads

rule = Rule(code="MED013", hints=heads("media_phrase", "media_notice"))

_PHRASE = lazy(rf"{any_of('media_phrase', 'media_notice')}[\s.:!…›»>▶►()]{{0,6}}", re.IGNORECASE)


def find(doc: Document) -> Iterator[Edit]:
    first: int | None = None
    for line in doc.candidates():
        text = line.text.strip(" \t\u00a0•·*_-–—|>»▶►()[]【】")
        if len(text) > 100 or not _PHRASE.fullmatch(text):
            continue
        if first is None:
            first = doc.head(1)[0].index
        if line.index != first:
            yield line.cut(media=medium(text))


FIXES = [
    (
        "It rained.\n\nScroll down for video\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"media": [{"kind": "video", "title": None}]},
    ),
    ("It rained.\n\nVideo loading\n\nIt stopped.", "It rained.\n\nIt stopped."),
    (
        "It rained.\n\nPoll loading …\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"media": [{"kind": "poll", "title": None}]},
    ),
    ("It rained.\n\nON A MOBILE DEVICE? CLICK HERE TO WATCH THE VIDEO.", "It rained.\n\n"),
    (
        "It rained.\n\nListen to the podcast\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"media": [{"kind": "audio", "title": None}]},
    ),
    ("Llovió.\n\nVer vídeo\n\nParó.", "Llovió.\n\nParó."),
    ("Шёл дождь.\n\nСмотреть видео\n\nОн кончился.", "Шёл дождь.\n\nОн кончился."),
    ("It rained.\nPlease enable Javascript to watch.\nIt stopped.", "It rained.\nIt stopped."),
]
KEEPS = [
    "It rained.\n\nThe video was authentic\n\nIt stopped.",
    "It rained.\n\nHe scrolled through the message one more time",
    "Watch live\n\nA new channel starts on Monday.",
    "It rained.\n\nFailure to listen to the experts",
    "It rained.\n\nWatch the video, she said, and you will see.",
    "It rained.\n\nClaro Video o El TV",
    "It rained.\n\nVideo loading times have halved, the firm says.",
    "It rained.\n\nVideo of the Year: Rain, by Ana Ruiz",
]
