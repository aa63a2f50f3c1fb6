"""The captions of a picture gallery that run on in one paragraph.

What   "1of3Ana Ruiz at the quay. (Bo Lee/AP) 2of3The ferry. (Bo Lee/AP) 3of3…(Bo Lee/AP) LOM (AP) — The ferry …",
       "Image 1 of 2 The ferry. (Image credit: Ana Ruiz)Image 2 of 2 …": two counters or more of the same gallery, each
       one higher than the last, each caption closed by a credit in brackets.
Why    Where line breaks are lost, a gallery stands in the text as one run.
Kept   Counters whose captions have no credit, counters that leave one out, fractions in sentences; of a last caption
       without a credit only the counter goes.
Moves  Captions and credits go to `images[]`, the number of pictures to `galleries[].count`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.rules.media._brackets import brackets
from cleaner.text.blanks import before
from cleaner.text.credits import image
from cleaner.words import any_of

_LONGEST = 600
"""Characters of a caption with its credit."""

_WORD = 40
"""Characters of what stands in front of the last figure of the first number, and some more."""

_PARTED = r" ?(?:of|von|de|di|van|av|af|/) ?"
_LIKELY = lazy(rf"\d{_PARTED}\d{{1,3}} ?(?=[^\W\d_a-z]|[\"“])")
_COUNTER = lazy(
    rf"(?<!\w)(?:(?i:{any_of('slide_word')})[ \u00a0](?P<n>\d{{1,3}}){_PARTED}"
    r"(?P<m>\d{1,3}) ?|(?P<i>\d{1,3})of(?P<j>\d{1,3})|(?P<k>\d{1,3}) of (?P<o>\d{1,3}) )(?=[^\W\d_a-z]|[\"“])"
)

rule = Rule(code="MED040", hints=Hints(shapes=(rf"\d{{1,3}}{_PARTED}\d{{1,3}} ?[^\d\s.,;:)]",)))


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        likely = list(_LIKELY.finditer(line.text))
        counters = list(_counters(line.text, likely)) if len(likely) > 1 else []
        if len(counters) > 1:
            yield from _runs(line, counters)


def _counters(text: str, likely: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The counters at some places where they are likely."""
    past = 0
    for place in likely:
        counter = _COUNTER.search(text, max(past, place.start() - _WORD), place.end() + 1)
        if counter:
            past = counter.end()
            yield counter


def _runs(line: Line, counters: list[re.Match[str]]) -> Iterator[Edit]:
    """The edits for each run of counters that count on."""
    credits = {end: (start, credit) for start, end, credit in brackets(line.text)}
    ends, at = list(credits), 0
    while at < len(counters):
        first, pictures = at, []
        while at + 1 < len(counters) and _follows(counters[at], counters[at + 1]):
            end = before(line.text, counters[at + 1].start())
            if end not in credits or end - counters[at].end() > _LONGEST:
                break
            pictures.append(image(line.text[counters[at].end() : credits[end][0]], credits[end][1]))
            at += 1
        if pictures:
            last = counters[at].end()
            after = bisect_right(ends, last)
            end = ends[after] if after < len(ends) and ends[after] <= last + _LONGEST else last
            if end > last:
                pictures.append(image(line.text[last : credits[end][0]], credits[end][1]))
            end += line.text[end : end + 1] == " "
            count = _count(counters[first])[1]
            yield line.span(
                counters[first].start(), end, "", images=pictures, galleries={"title": None, "count": count}
            )
        at += 1


def _follows(one: re.Match[str], other: re.Match[str]) -> bool:
    (n, m), (after, again) = _count(one), _count(other)
    return m == again and after == n + 1 <= m


def _count(counter: re.Match[str]) -> tuple[int, int]:
    """Which picture a counter tells, and of how many."""
    at, of = [part for part in counter.group("n", "m", "i", "j", "k", "o") if part]
    return int(at), int(of)


FIXES = [
    (
        "1of2Ana Ruiz looks at the quay. (Bo Lee/AP) 2of2The ferry. (Bo Lee/AP) LOM — The ferry sailed again.",
        "LOM — The ferry sailed again.",
        {"galleries": [{"title": None, "count": 2}]},
    ),
    (
        "The boats are these: Image 1 of 2 The old one. (Image credit: Ana Ruiz)Image 2 of 2 The new one at the quay."
        " (Image credit: Ana Ruiz) They sail on Monday.",
        "The boats are these: They sail on Monday.",
    ),
    (
        "Bild 1 von 3 Die Fähre. (Foto: dpa) Bild 2 von 3 Der Kai. (Foto: dpa) Bild 3 von 3 Es regnete den ganzen Tag.",
        "Es regnete den ganzen Tag.",
    ),
]
KEEPS = [
    "1 of 4 Grass Lake residents has no car, and 2 of 4 Lom residents have one.",
    "Image 1 of 2 The ferry at the quay. Image 2 of 2 The ferry sailed again on Monday.",
    "In 1of3 The ferry sails (Photo: AP) and 3of3 It sank.",
]
