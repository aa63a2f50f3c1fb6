"""Headline, caption, byline and date in front of a text without line breaks.

What   The beginning of a text of one line up to a stamp behind which a sentence or a dateline begins: "Ferry sails
       again By Ann Other Nov. 18, 2019 7:04 pm ET The ferry …". A stamp is a date with two of: an author or agency in
       front, a label, a time, a zone, a dateline behind.
Why    Programs that write a page as one line run its head into the first sentence.
Kept   Dates in sentences, stamps far from the beginning, texts with line breaks.
Moves  The headline goes to `title`, names to `authors`, the date to `published`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.metadata._datelines import read
from cleaner.rules.metadata._head import starts
from cleaner.rules.metadata._names import people
from cleaner.rules.metadata._stamps import published
from cleaner.scan.scanner import fold
from cleaner.scan.traits import DATED
from cleaner.text.beginnings import Beginnings, matches
from cleaner.text.dates import date_pattern, time_pattern
from cleaner.words import any_of, numbers, words
from cleaner.words.alternation import alternation

rule = Rule(code="MET034", needs=DATED, chrome=True)

_LONE, _FAR, _LONG, _SHORTEST, _TITLE = 600, 320, 400, 15, 160
"""Up to where a stamp may begin in a text of one line, and in one whose first line is long; the least that stands in
front of it, and the most that is a headline."""

_YEAR = lazy(r"\d\d{3}")
_BESIDE, _DATE, _REACH = 40, 120, 300
"""Characters: what is looked at beside a year; how far in front of it a date with its time begins, at most, and a
stamp."""

_SENTENCES = lazy(r"[.!?…][\"”’)]? ")
_HANGING = lazy(r"(?<![^\W_])[^\W\d_A-Z]{1,5} $")


@cache
def _stamp() -> re.Pattern[str]:
    """A date with what may stand around it."""
    name = r"[^\W\d_a-z][\w'’.-]{0,24}(?: [^\W\d_a-z][\w'’.-]{0,24}| (?:de|van|von|der|bin|al|and)){0,4}?"
    gap = r"[ |,•·–—-]{1,4}"
    label = any_of("updated_label", "published_label")
    zone = r"(?-i:[A-Z]{2,4}T|GMT|UTC|ET|CT|MT|PT|Uhr)(?!\w)"
    clock = rf"(?:{gap}(?:at )?{time_pattern()})?(?:[ ]?(?P<zone>{zone}))?"
    day = rf"(?:[^\W\d_]{{3,9}}\.? \d{{1,2}} at |{date_pattern()})"
    again = rf"(?:{gap}{label}:?[ ]{day}(?:{time_pattern()})?(?: {zone})?)?"
    return lazy(
        rf"(?:(?<!\w)(?P<by>{any_of('author_by')}):? (?P<name>(?-i:{name})){gap}"
        rf"|(?<!\w)(?P<agency>{any_of('news_agency')}){gap})?"
        rf"(?:(?<!\w)(?P<label>{label}):? ?)?(?P<date>(?<!\d){date_pattern()}){clock}{again} {{1,3}}",
        re.IGNORECASE,
    )


@cache
def _beginnings() -> tuple[Beginnings, Beginnings]:
    """What a stamp begins with: the words and figures of its date or time, those of its author, agency or label."""
    halves = tuple(numbers("half_day"))
    dated = (*words("date_filler", "weekday"), *numbers("months"), "tháng", "thg")
    signed = words("author_by", "news_agency", "updated_label", "published_label")
    return Beginnings((*dated, *halves, *(f"t{half}" for half in halves)), more=r"t?\d"), Beginnings(apart=signed)


def _places(text: str, begin: int, year: int, end: int) -> list[int]:
    """Where a stamp may begin, from ``begin`` up to ``end``, the date of which has its year at ``year``."""
    dated, signed = _beginnings()
    return sorted({*dated.places(text, max(begin, year - _DATE), end), *signed.places(text, begin, end)})


_SIGN = r"(?: ?[(（][^()（）\d]{1,12}[)）])?(?: ?(?:г|р|r)\.|ء)?"
"""What may be said of a date behind its year."""

_THEN = lazy(rf"\d{{1,2}}(?!\d)| ?[年년]|{_SIGN}(?: ?[A-Z][A-Za-z]{{1,4}})? {{1,3}}[^\w\n]{{0,12}}[^\W_a-zà-ÿа-я]")
_FIGURE = lazy(r"\D{0,100}\d{1,3}")


@cache
def _between() -> re.Pattern[str]:
    """What stands between the year of a stamp and the next figure, in small letters."""
    gap = r"[ \t\u00a0\u202f.,،|·•/()–—-]{0,12}"
    dated = (*words("date_filler", "weekday"), *numbers("months"), *numbers("half_day"), "tháng", "thg", "at", "gada")
    said = alternation(tuple(map(fold, dated)))
    label = alternation(tuple(map(fold, words("updated_label", "published_label"))))
    return lazy(rf"(?: m)?{_SIGN}(?: ?[a-z]{{2,5}})?{gap}(?:{label}|(?:{said}{gap}){{0,4}}t?\d{{1,2}}(?!\d))")


def _followed(text: str, at: int) -> bool:
    """Whether behind a year, which ends ``at``, stands what does in a stamp: a sentence, a label, or more figures."""
    if _THEN.match(text, at):
        return True
    figure = _FIGURE.match(text, at)
    return figure is not None and _between().match(fold(figure[0])) is not None


def _stamps(text: str, far: int) -> Iterator[re.Match[str]]:
    """The stamps that begin within the first ``far`` characters, sought in front of years that stand in a date."""
    past = 0
    for year in _YEAR.finditer(text, 0, far + _REACH):
        dated = year.start() >= past and _followed(text, year.end())
        if dated and _in_date(text, year.start(), year.end()):
            begin = max(past, year.start() - _REACH)
            places = _places(text, begin, year.start(), min(far, year.start()) + 1)
            for match in matches(_stamp(), text, places, reach=2 * far):
                past = match.end()
                yield match
            past = max(past, year.start() + 1)


@cache
def _dated() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What ends in front of the year of a date, and what begins behind it, in small letters."""
    month = alternation((*map(fold, numbers("months")), "tháng", "thg"))
    join = r"[ \u00a0.,،-]{0,3}(?:(?:de|del|of|năm|d'|พ\.ศ\.|ค\.ศ\.|سال) ?)?"
    day = r"\d(?:st|nd|rd|th|er|º)?"
    return (
        lazy(rf"(?:\d[-/.] ?|{day}{join}|\d[^\n]{{0,12}}{month}{join})$"),
        lazy(rf"[-/.] ?\d| ?[年년]|(?:\.? | m\. |[.-]){month}|\. gada"),
    )


def _in_date(text: str, start: int, end: int) -> bool:
    """Whether day or month stand beside the year from ``start`` to ``end``."""
    before, behind = _dated()
    return bool(
        behind.match(fold(text[end : end + _BESIDE])) or before.search(fold(text[max(0, start - _BESIDE) : start]))
    )


def find(doc: Document) -> Iterator[Edit]:
    head = doc.head(3)
    if not head or not (len(head) < 3 or len(head[0].text) > _LONG):
        return
    text, far = head[0].text, _LONE if len(head) < 3 else _FAR
    if len(text) < _LONG or not _YEAR.search(text, 0, far):
        return
    for match in _stamps(text, far):
        start, rest = match.start(), text[match.end() :]
        if (
            len(text[:start].strip()) >= _SHORTEST
            and len(rest) >= _LONG
            and starts(rest)
            and _is_stamp(match, text[:start], rest)
        ):
            yield head[0].span(0, match.end(), **_lift(match, text[:start].strip(), doc))
            return


def _is_stamp(match: re.Match[str], before: str, rest: str) -> bool:
    """Whether enough speaks for a stamp: two signs, three where whole sentences stand in front of it."""
    done = match["by"] == "by" and before.endswith("ed ")  # “was founded by”
    if match["label"] and match["label"][0].islower() and before.rstrip()[-1:].isalnum():
        return False  # “Death date:”
    author = bool(match["name"] and people(match["name"])) and not done
    if not (author or match["agency"] or match["label"]) and (_HANGING.search(before) or match["date"][0].islower()):
        return False  # “on November 20, 2019”
    signs = 2 * author + sum(map(bool, (match["by"] and not author, match["agency"], match["label"], match["zone"])))
    signs += ":" in match[0][match.end("label") - match.start() if match["label"] else 0 :]
    return signs + (read(rest, loose=False) is not None) > 1 + (
        len(before) > _TITLE and bool(_SENTENCES.search(before))
    )


def _lift(match: re.Match[str], before: str, doc: Document) -> dict[str, Any]:
    lift: dict[str, Any] = {}
    if len(before) <= _TITLE and not _SENTENCES.search(before):
        lift["title"] = before
    names = people(match["name"]) if match["name"] else None
    if names and not doc.fields.get("authors"):
        lift["authors"] = names
    if not doc.fields.get("published"):
        lift |= published(match["date"])
    return lift


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement to the press of the town. " * 5
FIXES = [
    ("Ferry sails again after stormNovember 20, 2019 - 11:28 AMT " + _STORY, _STORY,
     {"title": "Ferry sails again after storm"}),
    ("Ferry sails again after storm By Ann Other Nov. 18, 2019 7:04 pm ET " + _STORY, _STORY,
     {"title": "Ferry sails again after storm", "authors": ["Ann Other"]}),
    ("The storm is over. But will the quay hold? By Ann Other Nov. 18, 2019 7:04 pm ET " + _STORY, _STORY),
    ("Ferry sails again after storm REUTERS 19 NOV 2019 OSLO (Reuters) - " + _STORY, "OSLO (Reuters) - " + _STORY),
    ("Fähre fährt wieder nach dem Sturm Von Eva Lang - 19.11.2019, 10:30 Uhr " + _STORY, _STORY),
]  # fmt: skip
KEEPS = [
    "Here is a look at Ann Other, owner of the ferry. Birth date: 1962 Death date: July 31, 2024 Birth place: Lom "
    + _STORY,
    "The club was founded by Ann Other on Nov. 18, 2019 7:04 pm ET The rest is known. " + _STORY,
    "The ferry sank off the island on November 20, 2019, 11:28 UTC The crew was saved. " + _STORY,
    "The ferry will sail again from November 20, 2019 The town is glad. " + _STORY,
    "It was told by Ann Other on Nov. 18, 2019 The town is glad. " + _STORY,
    _STORY * 2 + "Ferry sails again By Ann Other Nov. 18, 2019 7:04 pm ET The town is glad.",
    "Ferry sails again after storm\nBy Ann Other Nov. 18, 2019 7:04 pm ET The ferry sailed again.\n" + _STORY,
]
