"""Headline, caption, byline and date in front of a text without line breaks.

What   The beginning of a text of one line up to a stamp behind which a sentence or a dateline begins: "Ferry sails
       again By Ann Other Nov. 18, 2019 7:04 pm ET The ferry …". A stamp is a date with two of: an author or agency in
       front, a label, a time, a zone, a dateline behind; a labelled one behind a full stop alone.
Why    Programs that write a page as one line run its head into the first sentence.
Kept   Dates in sentences, stamps far from the beginning, texts with line breaks.
Moves  The headline goes to `title`, names to `authors`, the date to `published`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.metadata._datelines import read
from cleaner.rules.metadata._glued_stamps import stamps
from cleaner.rules.metadata._names import people
from cleaner.rules.metadata._stamps import published
from cleaner.rules.metadata._years import has_year
from cleaner.scan.traits import DATED
from cleaner.text.prose import starts

rule = Rule(code="MET034", needs=DATED, chrome=True)

_LONE, _FAR, _LONG, _SHORTEST, _TITLE = 600, 320, 400, 15, 160
"""Up to where a stamp may begin in a text of one line, and in one whose first line is long; the least that stands in
front of it, and the most that is a headline."""

_SENTENCES = lazy(r"[.!?…][\"”’)]? ")
_CLOSED = lazy(r"[.…][\"”’)]? $")
_HANGING = lazy(r"(?<![^\W_])[^\W\d_A-Z]{1,5} $")


def find(doc: Document) -> Iterator[Edit]:
    head = doc.head(3)
    if not head or not (len(head) < 3 or len(head[0].text) > _LONG):
        return
    text, far = head[0].text, _LONE if len(head) < 3 else _FAR
    if len(text) < _LONG or not has_year(text, far):
        return
    for match in stamps(text, far):
        start, rest = match.start(), text[match.end() :]
        if len(text[:start].strip()) >= _SHORTEST and len(rest) >= _LONG and starts(rest):
            signs = _signs(match, text[:start], rest)
            prose = start > _TITLE and bool(_SENTENCES.search(text[:start]))
            if signs > 1 and match["label"] and not match["name"] and _CLOSED.search(text[:start]):
                yield head[0].span(start, match.end(), **_dates(match, doc))
                return
            if signs > 1 + prose:
                yield head[0].span(0, match.end(), **_lift(match, text[:start].strip(), doc))
                return


def _signs(match: re.Match[str], before: str, rest: str) -> int:
    """How much speaks for a stamp."""
    done = match["by"] == "by" and before.endswith("ed ")  # “was founded by”
    if match["label"] and match["label"][0].islower() and before.rstrip()[-1:].isalnum():
        return 0  # “Death date:”
    author = bool(match["name"] and people(match["name"])) and not done
    if not (author or match["agency"] or match["label"]) and (_HANGING.search(before) or match["date"][0].islower()):
        return 0  # “on November 20, 2019”
    signs = 2 * author + sum(map(bool, (match["by"] and not author, match["agency"], match["label"], match["zone"])))
    signs += ":" in match[0][match.end("label") - match.start() if match["label"] else 0 :]
    signs += read(rest, loose=False) is not None
    return signs


def _lift(match: re.Match[str], before: str, doc: Document) -> dict[str, Any]:
    lift: dict[str, Any] = {}
    if len(before) <= _TITLE and not _SENTENCES.search(before):
        lift["title"] = before
    names = people(match["name"]) if match["name"] else None
    if names and not doc.fields.get("authors"):
        lift["authors"] = names
    return lift | _dates(match, doc)


def _dates(match: re.Match[str], doc: Document) -> dict[str, Any]:
    return {} if doc.fields.get("published") else published(match["date"])


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement to the press of the town. " * 5
_TWO = _STORY[: len(_STORY) // 5 * 2]
FIXES = [
    ("Ferry sails again after stormNovember 20, 2019 - 11:28 AMT " + _STORY, _STORY,
     {"title": "Ferry sails again after storm"}),
    ("Ferry sails again after storm By Ann Other Nov. 18, 2019 7:04 pm ET " + _STORY, _STORY,
     {"title": "Ferry sails again after storm", "authors": ["Ann Other"]}),
    ("The storm is over. But will the quay hold? By Ann Other Nov. 18, 2019 7:04 pm ET " + _STORY, _STORY),
    ("Ferry sails again after storm REUTERS 19 NOV 2019 OSLO (Reuters) - " + _STORY, "OSLO (Reuters) - " + _STORY),
    (_TWO + "Giriş: 15 Eylül 2025, Pazartesi 16:39 Güncelleme: 16 Eylül 2025, Salı 08:16 " + _STORY, _TWO + _STORY,
     {"published": "2025-09-15"}),
    ("Ferry sails again after storm By Ann Other| November 18, 2019 at 2:26 PM EST - Updated November 18 at 4:46 PM "
     + _STORY, _STORY),
    ("Ferry sails again. Nobody was hurt. Published: 18 November 2019 7:04 pm " + _STORY,
     "Ferry sails again. Nobody was hurt. " + _STORY),
    ("Fähre fährt wieder nach dem Sturm Von Eva Lang - 19.11.2019, 10:30 Uhr " + _STORY, _STORY),
]  # fmt: skip
KEEPS = [
    _TWO + "Published on 15 September 2025 The book of the ferry was read by all. " + _STORY,
    "Here is a look at Ann Other, owner of the ferry. Birth date: 1962 Death date: July 31, 2024 Birth place: Lom "
    + _STORY,
    "The club was founded by Ann Other on Nov. 18, 2019 7:04 pm ET The rest is known. " + _STORY,
    "The ferry sank off the island on November 20, 2019, 11:28 UTC The crew was saved. " + _STORY,
    "The ferry will sail again from November 20, 2019 The town is glad. " + _STORY,
    "It was told by Ann Other on Nov. 18, 2019 The town is glad. " + _STORY,
    _STORY * 2 + "Ferry sails again By Ann Other Nov. 18, 2019 7:04 pm ET The town is glad.",
    "Ferry sails again after storm\nBy Ann Other Nov. 18, 2019 7:04 pm ET The ferry sailed again.\n" + _STORY,
]
