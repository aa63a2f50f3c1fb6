"""A message of a player that cannot play.

What   "Media playback is not supported on this device", "To play this video you need to enable JavaScript in your
       browser" and the like, anywhere in a line and often glued to the next sentence.
Why    It is text for browsers without scripts, which extraction takes for a sentence.
Kept   Sentences on playback; the sentences on both sides.
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
from cleaner.text.blanks import before, behind
from cleaner.text.credits import literal_hints
from cleaner.words import any_of

rule = Rule(code="MED014", hints=Hints(inside=(*literal_hints("media_notice").inside, "video loading", "poll loading")))

_NOTICE = lazy(
    rf"(?:[ \t/]{{1,16}})?\$?(?:(?<!\w){any_of('media_notice')}"
    r"|(?<=\s{3})(?:Video|Poll) loading(?: ?…)?(?=\s{3}))[.!…]{0,3}",
    re.IGNORECASE,
)


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        text = line.text
        for match in _NOTICE.finditer(text):
            start, end = match.span()
            opens, closes = not before(text, start), behind(text, end) == len(text)
            if opens and closes:
                yield line.cut(media=medium(match[0]))
            elif opens or closes:
                end = behind(text, end, " \t\u00a0")
                yield line.span(0 if opens else start, end, media=medium(match[0]))
            else:
                yield line.span(start, end, "" if text[end].isspace() else " ", media=medium(match[0]))


FIXES = [
    (
        "Media playback is not supported on this device Former captain Ana Ruiz is back.",
        "Former captain Ana Ruiz is back.",
        {"media": [{"kind": "video", "title": None}]},
    ),
    ("It rained. Media playback is unsupported on your device It stopped.", "It rained. It stopped."),
    ("Ra shi.Shtype reklamen dhe shiko videon e ketij shkrimiPastaj pushoi.", "Ra shi. Pastaj pushoi."),
    ("Ra shi gjithë ditën. / Për ta shikuar videon hap marketingun", "Ra shi gjithë ditën."),
    ("It rained.\n\nThis slideshow requires JavaScript.\n\nIt stopped.", "It rained.\n\nIt stopped."),
    (
        "He was named in June.            Video loading            He was seen.",
        "He was named in June.            He was seen.",
    ),
]
KEEPS = [
    "Media playback is not what it was on this device, he said.",
    "The slideshow requires patience.",
    "The message said that video loading takes long.",
    "Fine playback and good acoustics.",
    "Shiko, futbolli është një lojë.",
    "Many sites require JavaScript to play video.",
]
