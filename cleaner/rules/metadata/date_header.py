"""When the article was published or updated, written above the text.

What   A line among the first ones that is only a date, with or without a label, a second date and a reading time; and
       a labelled date glued in front of the first sentence.
Why    It is no sentence of the text, and glued on it breaks the first one.
Kept   Sentences that begin with a date; events and tables further down. A date whose day and month could be swapped
       stays and is reported.
Moves  To `published`, `published_precision` and `updated`.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from cleaner.dates import Reading, date_pattern, read_date
from cleaner.document import Document
from cleaner.edit import Edit, Finding
from cleaner.headings import is_prose
from cleaner.rule import Rule
from cleaner.words import any_of

rule = Rule(code="MET003")

_LOOK = 7
_MINUTES = r"\d{1,3} ?-?(?:minutes?|mins?|Min\.?|minuti|minutos|分)(?: to)?(?: ?read(?:ing time)?| Lesezeit| de lectura| de lecture| di lettura)?"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    date, published, updated = date_pattern(), any_of("published_label"), any_of("updated_label")
    first = rf"(?:(?P<label>{published}|{updated})(?![^\W_])[ ]?[:：]?[ .]{{0,3}})?(?P<date>{date})"
    second = rf"(?:[ .|·•(,;/–—-]{{0,6}}(?P<label2>{updated}|{published})(?![^\W_])[ ]?[:：]?[ .]{{0,3}}(?P<date2>{date})[ .)]{{0,3}})?"
    time = r"\d{1,2}:\d\d(?: ?[A-Z]{2,4})?"
    glued = (
        rf"(?:By \. (?P<by>[^.\n]{{3,60}}) \. )?(?:(?:{published}|{updated})(?![^\W_])[ ]?[:：]?[ .]{{0,3}}(?P<date>{date})"
        rf"|(?P<bare>{date}) Last updated at {time})(?:[ .|]{{1,8}}(?:{updated})[ ]?[:：]?[ .]{{0,3}}(?P<date2>{date}))?[ .|]{{1,6}}(?=\S)"
    )
    return (
        re.compile(rf"{first}{second}(?:[ |·•,–—-]{{0,4}}{_MINUTES})?[ .|]{{0,3}}|{_MINUTES}", re.IGNORECASE),
        re.compile(glued, re.IGNORECASE),
    )


def find(doc: Document) -> Iterator[Edit | Finding]:
    whole, glued = _patterns()
    head = doc.head(_LOOK)
    for number, line in enumerate(head):
        text = line.text.strip()
        if not any(map(str.isdigit, text[:160])):
            continue
        match = whole.fullmatch(text) if len(text) <= 160 else None
        if match and len(head) > number + 1 and (match["label"] or number < 4) and _above_prose(doc, number):
            dates = [read_date(d) for d in (match["date"], match["date2"]) if d]
            yield from _moved(doc, line.cut(), dates, match["label"])
        elif number == 0 and (match := glued.match(line.text.lstrip())) and _begins(line.text.lstrip()[match.end() :]):
            dates = [read_date(d) for d in (match["date"] or match["bare"], match["date2"]) if d]
            at = len(line.text) - len(line.text.lstrip())
            yield from _moved(doc, line.span(0, at + match.end()), dates, None)


def _moved(doc: Document, cut: Edit, dates: list[Reading | None], label: str | None) -> Iterator[Edit | Finding]:
    if any(date is None or date.ambiguous for date in dates):
        yield doc.note(cut.start, cut.end, "this date can be read in two ways, or in none; it was left in the text")
        return
    lift: dict[str, Any] = {}
    updated = label is not None and re.fullmatch(any_of("updated_label"), label, re.IGNORECASE)
    for name, date in zip(("updated", "published") if updated else ("published", "updated"), dates, strict=False):
        assert date is not None
        lift[name] = date.iso
        if name == "published":
            lift["published_precision"] = date.precision
    yield cut._replace(lift=tuple(lift.items()))


def _above_prose(doc: Document, number: int) -> bool:
    return any(is_prose(line.text) for line in doc.head(number + 5)[number + 1 :])


def _begins(rest: str) -> bool:
    """Whether ``rest`` begins like a sentence or a caption, not like the rest of one."""
    return not rest[:1].islower() and rest[:1] not in ",;:)-–—"


FIXES = [
    ("Published: 14 March 2023 09:30 GMT\nThe ferry to the island sailed again on Monday, its owner said.",
     "The ferry to the island sailed again on Monday, its owner said.",
     {"published": "2023-03-14T09:30Z", "published_precision": "minute"}),
    (" date 2019-02-28 US ministers greet the crew of the ferry", "US ministers greet the crew of the ferry",
     {"published": "2019-02-28", "published_precision": "day"}),
    ("2012-06-19T09:55:00+0900\nThe ferry to the island sailed again on Monday, its owner said.",
     "The ferry to the island sailed again on Monday, its owner said.", {"published": "2012-06-19T09:55:00+09:00"}),
    ("15 June 2017 Last updated at 16:01 BST Carla is famous for her dogs.", "Carla is famous for her dogs.",
     {"published": "2017-06-15"}),
    ("By . Ann Other . PUBLISHED: . 14:11 EST, 25 October 2013 . | . UPDATED: . 15:36 EST, 25 October 2013 . The bishop",
     "The bishop", {"published": "2013-10-25T14:11-05:00", "updated": "2013-10-25T15:36-05:00"}),
    ("Posted on June 3, 2021 | Updated: June 4, 2021 | 4 min read\n\nThe ferry to the island sailed again on Monday, they said.",
     "The ferry to the island sailed again on Monday, they said.", {"published": "2021-06-03", "updated": "2021-06-04"}),
]  # fmt: skip
KEEPS = [
    "Monday, October 30, 2017 is one of those dates that will go down in history.",
    "On January 30, 2014, the attorney general announced a new post.",
    "Friday, 25 February\nThe ferry to the island sailed again on Monday, its owner said.",
    "Published 12 May 2019 by a small press, the book sold well.",
    "Wednesday March 18, the Federal Reserve said.\nIt would wait with the next step until the summer, it added.",
    "The fair\n\nFriday, May 7, 1993\nHyatt Regency\n\nRoom 4",
    "03/04/2015\nThe ferry to the island sailed again on Monday, its owner said.",
]
