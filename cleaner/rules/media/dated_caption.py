"""A caption in the style of picture agencies, known by its tense and its date.

What   A sentence that says in the present tense what somebody does who is seen, and then names a day with its year:
       "The mayor speaks during a rally in Lom on Friday, Aug. 30, 2024.", as a line or between other sentences.
Why    Stories tell of a day in the past tense, and seldom of its year; the pictures are gone.
Kept   Sentences in which somebody says something, what is to come, verbs that tell of no picture, days without a year.
Moves  The caption goes to `images[].caption`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.rules.boilerplate._shapes import take
from cleaner.rules.media._pictured import begin_of, end_of, pictured, verb_before
from cleaner.scan.scanner import fold
from cleaner.text.credits import image
from cleaner.words import numbers
from cleaner.words.alternation import alternation

_STORY = 200
"""Characters that must be there beside a caption."""

_YEAR = r"(?:19|20)\d\d"
rule = Rule(
    code="MED042",
    hints=Hints(
        shapes=(
            rf"[a-z\x80-\xff]{{3}}\.? \d{{1,2}},? {_YEAR}",
            rf"\d{{1,2}}\.? (?:de )?[a-z\x80-\xff]{{3,10}}\.? (?:de )?{_YEAR}",
        )
    ),
)

_FULL_YEAR = lazy(r"[12][09]\d\d(?!\d)")
_DAY = lazy(r"(?:[^\W\d_]{3,10}\.? \d{1,2},?|\d{1,2}\.? (?:de )?[^\W\d_]{3,10}\.?(?: de)?) $")
_REACH = 26
"""How many characters stand in front of the year of a day, at most."""

_RUN_ON = lazy(r" [A-Z]|.{0,200},[A-Z][a-z]")
"""Another sentence behind the day."""

_BY = lazy(
    r"\s?(?P<credit>(?:REUTERS|AFP|AP Photo|AP|EPA)/[A-Z][\w'’.-]{1,20} [A-Z][\w'’-]{1,20}(?:/(?:File Photo|Pool))?)"
    r"(?=\s*$| [A-Z“\"])"
)


@cache
def _month() -> re.Pattern[str]:
    return lazy(alternation(tuple(map(fold, numbers("months")))))


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        text, past = line.text, 0
        for year in _FULL_YEAR.finditer(text):
            day = _DAY.search(text, max(past, year.start() - _REACH), year.start())
            if day is None or not (_month().search(fold(day[0])) and verb_before(text, day.start())):
                continue
            start, end = begin_of(text, day.start()), end_of(text, year.end())
            story = len(doc.text) - (end - start) > _STORY
            if story and pictured(text[start:end], day.start() - start) and not _RUN_ON.match(text, year.end(), end):
                by = _BY.match(text, end)
                past = by.end() if by else end
                yield from take(line, start, past, images=image(text[start:end], by["credit"] if by else None))


_A = "The ferry to the island sailed again on Monday, its owner said in a statement to the press."
_B = "Nobody was hurt when the storm tore it from the quay, but two cars went into the harbour."
_CAPTION = "Mayor Ann Other speaks during a rally at the arena in Lom, on Friday, Aug. 30, 2024."
FIXES = [
    (f"{_A}\n\n{_CAPTION}\n\n{_B}\n\n{_A}", f"{_A}\n\n{_B}\n\n{_A}",
     {"images": [{"caption": _CAPTION, "credit": None}]}),
    (f"{_A} {_CAPTION} {_B} {_A}", f"{_A} {_B} {_A}"),
    (f"{_A}{_CAPTION}{_B}{_A}", f"{_A} {_B}{_A}"),
    (f"{_A} Ann Other speaks at Lom on Aug. 30, 2024, in Washington, D.C. {_B} {_A}", f"{_A} {_B} {_A}"),
    (f"{_A} Ann Other speaks on Aug. 30, 2024, at the U.S. Capitol. {_B} {_A}", f"{_A} {_B} {_A}"),
    (f"{_A} Smoke billows over the quay in Lom, October 1, 2024. REUTERS/Ann Other {_B} {_A}", f"{_A} {_B} {_A}",
     {"images": [{"caption": "Smoke billows over the quay in Lom, October 1, 2024.", "credit": "REUTERS/Ann Other"}]}),
    (f"{_A} Smoke billows over the quay in Lom, Md., on October 1, 2024. {_B} {_A}", f"{_A} {_B} {_A}"),
]  # fmt: skip
KEEPS = [
    f"{_A} The law that protects the harbour came into force on Aug. 30, 2024. {_B} {_A}",
    f"{_A} Ann Other will speak at the arena in Lom on Friday, Aug. 30, 2024. {_B} {_A}",
    f"{_A} She wants to walk through the town on Friday, Aug. 30, 2024. {_B} {_A}",
    f"{_A} Ann Other looks at the file and says that it was closed on Aug. 30, 2024. {_B} {_A}",
    f"{_A} Ann Other speaks at Lom on Aug. 30, 2024, in a park of the U.S. Navy and in the town hall beside it. {_B}",
    f"{_A} Ann Other speaks of the day on which it all began. On Aug. 30, 2024, the storm came. {_B} {_A}",
    _CAPTION,
]
