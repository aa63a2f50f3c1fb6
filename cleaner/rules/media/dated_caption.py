"""A caption in the style of picture agencies, known by its tense and its date.

What   A sentence that says in the present tense what somebody does who is seen, and then names a day with its year:
       "The mayor speaks during a rally in Lom on Friday, Aug. 30, 2024.", as a line or between other sentences; one
       that opens with "In this Aug. 30, 2024, file photo"; one that ends with such a day before a credit such as
       "Ana Ruiz | AFP | Getty Images".
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
from cleaner.rule import Hints, Rule, take
from cleaner.rules.media._pictured import LONGEST, begin_of, end_of, pictured, present, verb_before
from cleaner.scan.scanner import fold
from cleaner.text.credits import image
from cleaner.words import numbers
from cleaner.words.alternation import alternation

_STORY, _SHORT = 200, 3
"""Characters that must be there beside a caption; between its day and its end, where a credit alone tells it."""

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
    r"|\s?(?P<chain>[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){1,3}(?: \| [A-Z][\w ]{1,25}){0,2}"
    r" \| (?:Getty Images|AFP|Reuters|REUTERS|AP|EPA))(?=\s*$| ?[A-Z“\"])"
    r"|\s?\((?P<bracket>(?=[^()\n]{0,60}(?<!\w)(?:AP|AFP|EPA|[Rr]euters|Getty|[Ff]ile)(?!\w))[^()\n]{2,80})\)"
)
_THIS = lazy(r" ?(?:FILE ?[-–—]{1,2} ?)?In this (?:[A-Z][a-z]{5,8}, )?$")
_PHOTO = lazy(r",? (?:file |handout |undated ){0,2}(?:photo(?:graph)?|image|picture|frame grab|video frame),? ")
_TO_CREDIT = lazy(r"[^()\n]{10,350}(?<! )(?= ?\()")
_OPENING, _CHAINED = 30, 130
"""How far in front of a day a caption of a file photo opens, and behind its year the last bar of a credit stands."""


@cache
def _month() -> re.Pattern[str]:
    return lazy(alternation(tuple(map(fold, numbers("months")))))


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        text, past = line.text, 0
        for year in _FULL_YEAR.finditer(text):
            day = _DAY.search(text, max(past, year.start() - _REACH), year.start())
            if day is None or not _month().search(fold(day[0])):
                continue
            span = _caption(text, max(past, day.start() - LONGEST), day, year)
            if span and len(doc.text) - (span[1] - span[0]) > _STORY:
                start, end = span
                by = _BY.match(text, end)
                past = by.end() if by else end
                credit = next(filter(None, by.groups()), None) if by else None
                yield from take(line, start, past, images=image(text[start:end].strip(), credit))


def _caption(text: str, past: int, day: re.Match[str], year: re.Match[str]) -> tuple[int, int] | None:
    """From where to where the caption goes that names a day, if it is one."""
    this = _THIS.search(text, max(past, day.start() - _OPENING), day.start())
    if this:
        photo = _PHOTO.match(text, year.end())
        told = _TO_CREDIT.match(text, photo.end()) if photo else None
        by = _BY.match(text, told.end()) if told else None
        end = told.end() if told and by and by["bracket"] else end_of(text, year.end()) if photo else 0
        return (this.start(), end) if end else None
    chained = " | " in text[year.end() : year.end() + _CHAINED]
    if not chained and not verb_before(text, day.start()):
        return None
    start, end = begin_of(text, day.start()), end_of(text, year.end())
    sentence = text[start:end]
    if pictured(sentence, day.start() - start) and not _RUN_ON.match(text, year.end(), end):
        return start, end
    by = _BY.match(text, end) if chained and end - year.end() < _SHORT else None
    return (start, end) if by and by["chain"] and present(sentence) else None


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
    (f"{_A} In this Aug. 30, 2024, file photo, the ferry is moored in Lom. (AP Photo/Ann Other, File) {_B} {_A}",
     f"{_A} {_B} {_A}"),
    (f"{_A} The ferry passes a lock in Lom on Friday, Aug. 30, 2024. Ann Other | AFP | Getty Images {_B} {_A}",
     f"{_A} {_B} {_A}"),
    (f"{_A} Smoke billows over the quay in Lom, Md., on October 1, 2024. {_B} {_A}", f"{_A} {_B} {_A}"),
]  # fmt: skip
KEEPS = [
    f"{_A} The law that protects the harbour came into force on Aug. 30, 2024. {_B} {_A}",
    f"{_A} Ann Other will speak at the arena in Lom on Friday, Aug. 30, 2024. {_B} {_A}",
    f"{_A} She wants to walk through the town on Friday, Aug. 30, 2024. {_B} {_A}",
    f"{_A} Ann Other looks at the file and says that it was closed on Aug. 30, 2024. {_B} {_A}",
    f"{_A} Ann Other speaks at Lom on Aug. 30, 2024, in a park of the U.S. Navy and in the town hall beside it. {_B}",
    f"{_A} Ann Other speaks of the day on which it all began. On Aug. 30, 2024, the storm came. {_B} {_A}",
    f"{_A} The ferry left Lom and was seen on Friday, Aug. 30, 2024. Ann Other | AFP | Getty Images {_B} {_A}",
    f"{_A} In this Aug. 30, 2024, speech the mayor is at his best, and the town is not. {_B} {_A}",
    _CAPTION,
]
