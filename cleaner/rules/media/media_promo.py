"""A pointer to a video, a podcast or a poll.

What   "Scroll down for video", "Video loading", "Click here to watch the video", "Listen to the podcast", "Ver vídeo",
       "Видео загружается" on a line of its own; a few set phrases also between the sentences of a long line.
Why    What it points to is not part of the dump.
Kept   A few words in the first line of a text, and sentences that go on.
Moves  Its kind goes to `media[]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.rules.media._players import medium
from cleaner.words import any_of, glued, heads, inside

rule = Rule(
    code="MED013",
    hints=Hints(heads("media_phrase", "media_notice").heads, inside("media_phrase_inline").inside),
    glued=glued("media_phrase", "media_notice"),
)

_SET = 3
"""Words; longer phrases are no headline either."""

_PHRASE = lazy(rf"{any_of('media_phrase', 'media_notice')}[\s.:!…›»>▶►()]{{0,6}}", re.IGNORECASE)
_INLINE = lazy(rf"(?:^|(?<=[.!?…”\"’'»)])) ?(?i:{any_of('media_phrase_inline')})(?: ?[.!:])?(?=\s*$|\s+[^\W_a-z])")


def find(doc: Document) -> Iterator[Edit]:
    first: int | None = None
    for line in doc.candidates():
        text = line.text.strip(" \t\u00a0•·*_-–—|>»▶►()[]【】")
        if len(text) > 100:
            for match in _INLINE.finditer(line.text):
                end = match.end() if match.start() else len(line.text) - len(line.text[match.end() :].lstrip())
                yield line.span(match.start(), end, media=medium(match[0]))
            continue
        if not _PHRASE.fullmatch(text):
            continue
        if first is None:
            first = doc.head(1)[0].index
        if line.index != first or len(text.split()) > _SET:
            yield line.cut(media=medium(text))


_LONG = "The harbour was under water for most of the week, and the ferry to the island did not sail before Monday ."
_GLUED = (
    "The ferry to the island sailed again on Monday, its owner said in a statement to the press. {}Nobody was hurt when"
    " the storm tore it from the quay, but two cars went into the harbour."
)
FIXES = [
    (_GLUED.format("Listen to the podcast "), _GLUED.format("")),
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
    (f"It rained . Scroll down for video . {_LONG}", f"It rained . {_LONG}"),
    (f"Scroll down for video {_LONG}", _LONG),
]
KEEPS = [
    _GLUED.format("Listen to the podcast, The Post wrote. "),
    "MAÇ SAAT KAÇTA CANLI İZLENECEK?",
    "Disa foto e video nga bregdeti u publikuan të hënën.",
    f"It rained. Scroll down for video of the flood. {_LONG}",
    f"The page said: “Scroll down for video” and nothing else. {_LONG}",
    "It rained.\n\nThe video was authentic\n\nIt stopped.",
    "It rained.\n\nHe scrolled through the letter yet again",
    "Watch live\n\nA new channel starts on Monday.",
    "It rained.\n\nFailure to listen to the experts",
    "It rained.\n\nWatch the video, she said, and you will see.",
    "It rained.\n\nClaro Video o El TV",
    "It rained.\n\nVideo loading times have halved, the firm says.",
    "It rained.\n\nVideo of the Year: Rain, by Ana Ruiz",
    "In a video posted on the website of the Courier, a man speaks.",
    "The video appeared authentic and matched what the agency had reported.",
    "It rained.\n\nHANGİ KANALDA, SAAT KAÇTA İZLENECEK?\n\nIt stopped.",
    "The site tries to fool people into clicking on bogus stories.",
]
