"""A sentence that only points to a video below.

What   "Watch the video below:", "You can watch the interview here:", "Listen to her speech below" behind the last
       sentence of a line or on a line of its own; inside a line only with its colon and a word such as "video".
Why    There is nothing below in a dump.
Kept   Sentences that say more, and "watch" in the middle of a sentence.
Moves  The sentence goes to `media[].title`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.rules.media._players import medium
from cleaner.words import any_of, words

_WHERE = any_of("media_where")
rule = Rule(
    code="MED015",
    hints=Hints(
        inside=(
            *(f"{where}{end}" for where in words("media_where") for end in (":", " :")),
            *(f"{phrase.lower()}:" for phrase in words("media_below")),
            "below.",
            "watch:",
            *(w.lower() for w in words("media_live")),
        )
    ),
)

_STOP = r"(?:^|(?<=[.!?…)”\"’'/])|(?<=[.!?…][ ]))\s{0,3}"
_END = lazy(
    rf"{_STOP}(?P<title>(?:You can )?{any_of('media_below')}(?:(?: [^.!?:\n]{{0,90}})? {_WHERE}| ?(?=:))\s?[:.]?"
    rf"|{any_of('media_live')}[^.!?:\n]{{1,40}}:)\s{{0,3}}$",
    re.IGNORECASE,
)
_INSIDE = lazy(
    rf"{_STOP}(?P<title>(?:You can )?{any_of('media_below')} (?:[^.!?:\n]{{0,60}} )?{any_of('media_object')},? "
    r"(?:[^.!?:\n]{0,30} )?below):\s?(?=[^\W_])",
    re.IGNORECASE,
)


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        text = line.text
        end = _END.search(text, max(0, len(text) - 130))
        if end is not None and text[end.start("title")].isupper():
            if end.start("title") == len(text) - len(text.lstrip()):
                yield line.cut(media=medium(end["title"], end["title"]))
                continue
            yield line.span(end.start(), len(text), media=medium(end["title"], end["title"]))
        for match in _INSIDE.finditer(text):
            if text[match.start("title")].isupper() and (end is None or match.end() <= end.start()):
                yield line.span(
                    match.start(),
                    match.end(),
                    " " if match.start() else "",
                    media=medium(match["title"], match["title"]),
                )


FIXES = [
    (
        "They still hope.Watch the video below:",
        "They still hope.",
        {"media": [{"kind": "video", "title": "Watch the video below"}]},
    ),
    ("It s only a question of days.You can watch the interview below: ", "It s only a question of days."),
    (
        "Nobody can tell, of course.Watch this incredible video below:For years people fought.",
        "Nobody can tell, of course. For years people fought.",
    ),
    (
        "It rained.\n\nListen to her speech below:\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"media": [{"kind": "audio", "title": "Listen to her speech below"}]},
    ),
    ("Skor akhir 2-1 untuk tim tamu. Saksikan Live PagiIni:", "Skor akhir 2-1 untuk tim tamu."),
    ("He knew it then.Watch:", "He knew it then."),
    ("Ra shi gjithë ditën.Shiko Videon:", "Ra shi gjithë ditën."),
]
KEEPS = [
    "It is good to watch the race from another boat.",
    "Watch the sky: the stars are out below zero.",
    "They watch the valley below",
    "He told them to watch the road below.",
    "Watch below: better oars is what they claim.",
    "You can watch the game in any bar, they said.",
    "Listen to the experts, she said.",
    "Do të shihni disa foto e video nga bregu i liqenit.",
]
