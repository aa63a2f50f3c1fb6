"""The bare host name that an embedded video or post left behind.

What   A line with nothing but "youtube.com", "w.soundcloud.com", "player.vimeo.com" …
Why    The embed is gone, and the name of its host is all that extraction kept.
Kept   Host names in sentences and lists, addresses with a path, other hosts.
Moves  Its kind goes to `media[]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.words import any_of, heads

rule = Rule(code="MED021", hints=heads("embed_host"))

_HOST = lazy(rf"{any_of('embed_host')}/?", re.IGNORECASE)
_POST = lazy(r"twitter|facebook|instagram", re.IGNORECASE)
_AUDIO = lazy(r"soundcloud|spotify", re.IGNORECASE)


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        text = line.text.strip()
        if _HOST.fullmatch(text):
            kind = "post" if _POST.search(text) else "audio" if _AUDIO.search(text) else "video"
            yield line.cut(media={"kind": kind, "title": None})


FIXES = [
    (
        "It rained.\n\nyoutube.com\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"media": [{"kind": "video", "title": None}]},
    ),
    (
        "It rained.\n\nw.soundcloud.com\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"media": [{"kind": "audio", "title": None}]},
    ),
]
KEEPS = [
    "It rained.\n\nexample.com\n\nIt stopped.",
    "youtube.com was down for an hour.",
    "See youtube.com/rain for more.",
    "YouTube",
]
