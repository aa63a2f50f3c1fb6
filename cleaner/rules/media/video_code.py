"""The placeholder of an embedded video, with the line that announces it.

What   "Simak juga Video 'A storm in May': [Gambas:Video 20detik]": the placeholder, and the pointer before it.
Why    The code of a publishing system stands in the text in place of the video.
Kept   Other square brackets; pointers that are part of a sentence.
Moves  The video's title goes to `media[].title`.
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
from cleaner.words import any_of

rule = Rule(
    code="MED017", hints=Hints(inside=("[gambas:", "[video:", "[embed:", "[media:", "[youtube:", "[audio:", "[iframe:"))
)

_CODE = lazy(
    rf"(?:(?:^|(?<=[.!?…\"”)]))\s{{0,3}}{any_of('media_link')}[ ]?:?[ ](?P<title>[^\[\]\n]{{3,200}}?)\s{{0,3}})?"
    r"\s{0,3}\[(?:gambas|video|embed|media|youtube|audio|iframe):[^\[\]\n]{1,200}\]",
    re.IGNORECASE,
)


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        text = line.text
        for match in _CODE.finditer(text):
            title = match["title"].strip(" '\"‘’“”:") if match["title"] else None
            item = medium(match[0].partition("[")[2], title)
            if not before(text, match.start()) and behind(text, match.end()) == len(text):
                yield line.cut(media=item)
            else:
                yield line.span(match.start(), match.end(), media=item)


FIXES = [
    (
        "Harga beras naik. Simak juga Video 'Badai di bulan Mei': [Gambas:Video 20detik]",
        "Harga beras naik.",
        {"media": [{"kind": "video", "title": "Badai di bulan Mei"}]},
    ),
    ("Harga beras naik. [Gambas:Video 20detik] Pasar tutup.", "Harga beras naik. Pasar tutup."),
    ("It rained.\n\n[embed:https://video.example.com/1]\n\nIt stopped.", "It rained.\n\nIt stopped."),
]
KEEPS = [
    "Simak wawancara kami di episode baru.",
    "It's an Ana [Ruiz] song.",
    "Simak juga Video itu, katanya.",
    "He said [video:] and meant it.",
]
