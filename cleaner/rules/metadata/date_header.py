"""When the article was published or updated, standing above it.

What   A head line of dates, with or without label, time and reading time: "Published: 3 March 2015 | Updated …", also
       with the name of a section beside it; the same glued in front of the first sentence, if it has a label or a time;
       a labelled date as the last line.
Why    It is no sentence of the story.
Kept   Sentences that open with a date, dates without a year, and dates that are part of a programme or list.
Moves  The dates go to `published` and `updated` with the precision they state, the section to `section`; a date whose
       day and month could be swapped stays, with a finding, unless the record's own date settles it.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit, Finding
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.metadata._head import closing, closing_texts, opening, opening_texts
from cleaner.rules.metadata._meetings import asked_for, boxed, event
from cleaner.rules.metadata._sections import apart, as_section
from cleaner.rules.metadata._stamps import Stamp, lifted, stamp, yearly
from cleaner.scan.traits import DATED
from cleaner.text.prose import starts
from cleaner.words import glued

rule = Rule(code="MET003", needs=DATED, glued=glued("published_label", "updated_label", after=(" ", ": ", " : ")))

_LONGEST, _REACH = 200, 160
_TIME = lazy(r"\s{0,9}\d{1,2}[:.h]\d\d(?: ?(?:Uhr|hrs?|h|uur|год\.?))?\s{0,9}")


def find(doc: Document) -> Iterator[Edit | Finding]:
    tail = yearly(doc.text[-_REACH:]) and any(len(text) <= _LONGEST and yearly(text) for text in closing_texts(doc))
    if not tail and not any(map(yearly, opening_texts(doc))):
        return
    head = opening(doc)
    for line, after in zip(head, [*head[1:], None], strict=True):
        if not yearly(line.text):
            continue
        found = stamp(line.text)
        if found is None or found.end < len(line.text):
            yield from _beside(doc, line)
        if found:
            whole = list(_whole(doc, line, found)) if len(line.text) <= _LONGEST else []
            yield from _with_time(doc, line, after, whole) if after and ":" not in line.text else whole
            yield from _glued(doc, line, found)
    for line in closing(doc) if tail else ():
        if line not in head and len(line.text) <= _LONGEST and yearly(line.text):
            found = stamp(line.text)
            if found and found.labelled and found.end == len(line.text) and not boxed(doc, line):
                yield from _taken(doc, line, 0, found)


def _whole(doc: Document, line: Line, found: Stamp) -> Iterator[Edit | Finding]:
    if line.text.rstrip()[-1:] in ":：" and not found.labelled:
        return  # the heading of a programme or a table of results
    if not found.labelled and asked_for(doc, line):
        return
    if boxed(doc, line) if found.labelled else not (found.timed or found.machine) and event(doc, line):
        return
    if found.end == len(line.text) and (found.labelled or len(doc.head(2)) > 1):
        yield from _taken(doc, line, 0, found)


def _with_time(doc: Document, line: Line, after: Line, whole: list[Edit | Finding]) -> Iterator[Edit | Finding]:
    """A line of a date, and the one below it when that is its time."""
    found = stamp(f"{line.text.strip()} {after.text.strip()}") if whole and _TIME.fullmatch(after.text) else None
    if found and found.timed:
        yield from _taken(doc, line, 0, found)
        yield after.cut()
    else:
        yield from whole


def _beside(doc: Document, line: Line) -> Iterator[Edit | Finding]:
    """The line, when it names a section beside its dates and says nothing else."""
    name, rest = apart(line.text)
    found = stamp(rest) if name else None
    if found and found.end == len(rest) and len(doc.head(2)) > 1 and (found.labelled or not event(doc, line)):
        yield from _taken(doc, line, 0, found, as_section(doc, name))


def _glued(doc: Document, line: Line, found: Stamp) -> Iterator[Edit | Finding]:
    if found.end == len(line.text) or not (found.labelled or found.timed or found.machine):
        return
    rest = line.text[found.end :]
    gap = line.text[found.inner : found.end]
    if gap and "," not in gap and starts(rest) and len(rest) > 20:
        yield from _taken(doc, line, found.end, found)


def _taken(
    doc: Document, line: Line, end: int, found: Stamp, more: dict[str, str] | None = None
) -> Iterator[Edit | Finding]:
    lift, unsettled = lifted(found, doc.fields)
    if unsettled:
        yield doc.note(line.start, line.end, f"day and month of “{unsettled}” could be swapped; it was left")
    elif lift:
        yield line.span(0, end, **lift) if end else line.cut(**lift, **(more or {}))


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
_PRESS = (
    "Le ferry vers l'île est reparti lundi, a déclaré son propriétaire dans un communiqué de presse."
    " Personne n'a été blessé."
)
FIXES = [
    (
        f"Publié le 3 mai 2019 {_PRESS}",
        _PRESS,
        {"published": "2019-05-03"},
    ),
    ("3 March 2015\nHarbour Desk\n" + _STORY, "Harbour Desk\n" + _STORY),
    ("3 March 2015\n" + _STORY, _STORY, {"published": "2015-03-03", "published_precision": "day"}),
    ("Rain\n\n3 March 2015\n\n14:05\n\n" + _STORY, "Rain\n\n" + _STORY, {"published": "2015-03-03T14:05"}),
    ("3 March 2015, 14:05 | Politics\n" + _STORY, _STORY, {"published": "2015-03-03T14:05", "section": "Politics"}),
    ("Publicado el 03/05/2019\n" + _STORY, _STORY, {"published": "2019-05-03"}),
    ("Politik – 3. März 2015\n" + _STORY, _STORY, {"published": "2015-03-03", "section": "Politik"}),
    ("Rain\n2013-07-21T08:40:00+0900\n" + _STORY, "Rain\n" + _STORY, {"published": "2013-07-21T08:40:00+09:00"}),
    (
        "Published: 3 March 2015 | Last updated at 14:05 GMT on 4 March 2015\n\n" + _STORY,
        _STORY,
        {"published": "2015-03-03", "updated": "2015-03-04T14:05Z"},
    ),
    (" date 2019-02-28 " + _STORY, _STORY, {"published": "2019-02-28", "published_precision": "day"}),
    (
        "9 May 2016 Last updated at 11:20 BST " + _STORY,
        _STORY,
        {"published": "2016-05-09", "updated": "2016-05-09T11:20+01:00"},
    ),
    (
        "PUBLISHED: . 14:11 EST, 25 October 2013 . | . UPDATED: . 15:36 EST, 25 October 2013 . " + _STORY,
        _STORY,
        {"published": "2013-10-25T14:11-05:00", "updated": "2013-10-25T15:36-05:00"},
    ),
    ("Veröffentlicht am 3. März 2015, 14.05 Uhr\n" + _STORY, _STORY, {"published": "2015-03-03T14:05"}),
    ("公開日：2015年3月3日\n船は月曜日に出た。", "船は月曜日に出た。", {"published": "2015-03-03"}),
    ("Rain\nJune 3, 2021 · 7 min read\n" + _STORY, "Rain\n" + _STORY, {"published": "2021-06-03"}),
    (_STORY + "\n\nLast updated on 3 March 2015", _STORY + "\n\n", {"updated": "2015-03-03"}),
]
KEEPS = [
    "Boats\n\n14:05\n\n15:20\n\n" + _STORY,
    "Publié le 3 mai 2019 chez un petit éditeur, le livre du capitaine raconte la nuit de la tempête sur l'île.",
    "Meeting of the pilots\n\nFriday, June 3, 1994\nHarbour Hall\nRoom 4\n\n" + _STORY,
    "Cup\n\nSaturday, 05.10.2024:\n\nLom FC - Arvo United 2:1\n\n" + _STORY,
    "Tuesday, May 9, 2016 is a day that no sailor will forget.",
    "On January 30, 2014, the attorney general announced a new post.",
    "Friday is the 69th anniversary.",
    f"{_STORY}\n\nAsk the captain which day of his life he remembers best:\n\nApril 17, 1964.\n\n{_STORY}",
    "Thursday April 9, the harbour board said.\nIt would wait until the summer, it added on Monday evening.",
    "Friday, 25 February\n" + _STORY,
    f"{_STORY}\n\n{_STORY}\nDate: 3 March 2015\nPlace: Harbour Hall, Lom\nEntry: free",
    _STORY + "\nFriday, June 3, 1994\nHarbour Hall\nRoom 4",
    "03/04/2015\n" + _STORY,
    "Published on 5 June 2014, Ann Other’s novel sold well for a year before it was filmed.",
    "15 June 2017 Carlos became famous for his dogs, of which he owns twelve.",
    "A video posted on YouTube on 3 March 2015 shows the crew.",
    "The board named April 30 as the record date.\nIt paid in May.",
    "1914 and 1920! The book is about both.\nIt sold well.",
]
