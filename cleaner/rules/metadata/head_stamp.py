"""A line above the story that says when, where and by whom it was written.

What   A head line of nothing but dates, times, time zones, labels such as "Updated", names behind "by", agencies,
       roles, addresses and places: "5:45 AM PST 11/19/2019 by Ann Other", "Reuters, Oslo,", "By", "| BY:".
Why    It is no sentence of the story; date-header and byline know the plain forms, here are the mixed ones.
Kept   Lines with any other word, dates without a time or label, names alone.
Moves  Names go to `authors`, agencies to `dateline`, dates that can be read in one way to `published`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules._rows import last
from cleaner.rules.metadata._head import opening, opening_texts
from cleaner.rules.metadata._names import people
from cleaner.rules.metadata._pieces import is_stamp, pieces
from cleaner.rules.metadata._posts import filed, posted
from cleaner.rules.metadata._sections import as_section, known
from cleaner.rules.metadata._stamps import published
from cleaner.scan.traits import DATED, SHORT
from cleaner.words import any_of

rule = Rule(code="MET032", needs=SHORT | DATED)

_LONGEST = 120


def find(doc: Document) -> Iterator[Edit]:
    texts = opening_texts(doc, 2)
    labelled = [text for text in map(str.strip, last(doc, 2)) if _updated().match(text)]
    if len(texts) < 2 or not any(_says(text, doc) for text in (*map(str.strip, texts), *labelled)):
        return
    head = opening(doc, 2)
    ends = (*head, *(line for line in doc.tail(2) if line not in head))
    for number, line in enumerate(ends):
        text = line.text.strip()
        if len(text) > _LONGEST or (number >= len(head) and not _updated().match(text)):
            continue
        lift = _read(text, doc)
        if lift is not None and not _cited(line, doc):
            yield line.cut(**lift)


def _says(text: str, doc: Document) -> bool:
    """Whether a line says when, where or by whom it was written, and nothing else."""
    return len(text) <= _LONGEST and _read(text, doc) is not None


@cache
def _updated() -> re.Pattern[str]:
    return lazy(rf"{any_of('updated_label', 'published_label')}(?!\w).*\d", re.IGNORECASE)


def _cited(line: Line, doc: Document) -> bool:
    """Whether a name with an agency in brackets stands above the outlet of a citation."""
    below = doc.lines[line.index + 1].text.strip() if line.index + 1 < len(doc.lines) else ""
    return line.text.rstrip().endswith(")") and 0 < len(below) < 60 and not below.endswith(".")


def _read(text: str, doc: Document) -> dict[str, Any] | None:
    """What a line of nothing but stamps lifts; None when it holds anything else."""
    if post := posted(text):
        authors = {} if doc.fields.get("authors") else {"authors": people(post["name"]) or [post["name"]]}
        return published(post["date"]) | authors
    ending = filed(text)
    if ending and ending.start():
        text = text[: ending.start()]
    found = pieces(text)
    if found is None:
        return None
    names = people(found["name"]) if "name" in found else None
    word = text.rsplit(maxsplit=1)[-1]
    cut_short = "name" in found and word.isalpha() and word.islower()
    if cut_short or not is_stamp(found, names):
        return None
    lift: dict[str, Any] = {"authors": names} if names and not doc.fields.get("authors") else {}
    if "date" in found and not doc.fields.get("published"):
        lift |= published(found["date"])
    if "outlet" in found:
        lift["syndicated_from"] = found["outlet"]
    filed_in = ending["section"] if ending else None
    return lift | as_section(doc, filed_in if filed_in and known(filed_in) else None)


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
FIXES = [
    (_STORY + "\n\n" + _STORY[:-1] + " again.\n\nUpdated at 1:23 p.m.", _STORY + "\n\n" + _STORY[:-1] + " again.\n\n"),
    ("By Ann Other - 11/18/19 11:04 PM EST\n" + _STORY, _STORY, {"authors": ["Ann Other"]}),
    (
        "5:45 AM PST 11/19/2019 by Ann Other\n" + _STORY,
        _STORY,
        {"authors": ["Ann Other"], "published": "2019-11-19T05:45-08:00"},
    ),
    ("Reuters, Oslo,\n" + _STORY, _STORY),
    (
        "2026-07-22 11:58 来源：港口日报\n渡轮周一再次启航，船主在一份声明中说。",
        "渡轮周一再次启航，船主在一份声明中说。",
        {"published": "2026-07-22T11:58", "syndicated_from": "港口日报"},
    ),
    (
        "来源：港口日报\n渡轮周一再次启航，船主在一份声明中说。",
        "渡轮周一再次启航，船主在一份声明中说。",
        {"syndicated_from": "港口日报"},
    ),
    (
        "Written by Ann Other on May 3, 2019. Posted in Politics\n" + _STORY,
        _STORY,
        {"authors": ["Ann Other"], "published": "2019-05-03", "section": "Politics"},
    ),
    ("May 3, 2019 by Ann Other Leave a Comment\n" + _STORY, _STORY, {"authors": ["Ann Other"]}),
    ("By\n" + _STORY, _STORY),
    ("| BY:\n" + _STORY, _STORY),
    ("November 20, 2019 Ann Other\n" + _STORY, _STORY, {"authors": ["Ann Other"]}),
    ("Ann Other ann@news.example.org (509) 555-0100\n" + _STORY, _STORY),
    ("Updated\n1:39 am EST\n" + _STORY, _STORY),
    ("3 hours ago\n" + _STORY, _STORY),
    ("Atualizado há 2 horas\n" + _STORY, _STORY),
    ("* Updated: 18 Nov 2019, 19:11\n" + _STORY, _STORY),
    (
        "October 12, 2018 / 0 Comments / in Harbour News / by Ann Other\n" + _STORY,
        _STORY,
        {"authors": ["Ann Other"], "published": "2018-10-12"},
    ),
    ("Updated Nov 19, 6:55 AM; Posted Nov 19, 6:51 AM\n" + _STORY, _STORY),
]
KEEPS = [
    "Ann Other (Ap):\n" + _STORY,
    "Drama. 2011.\nPer-Olav Roe.\nMed:\n" + _STORY,
    "מאת חמישים הדיירים רק שלושה הסכימו לעזוב את הבניין לפני החורף.\n" + _STORY,
    "3 hours ago the ferry sank\n" + _STORY,
    "Vor 2 Stunden sank die Fähre\n" + _STORY,
    "October 12, 2018 / 0 boats in Lom\n" + _STORY,
    "Saturday, 13-06-2020 @4pm\n" + _STORY,
    "Source: Harbour Ministry, October 25, 2019\n" + _STORY,
    "Monday\n2015\n" + _STORY,
    "At 5:45\n" + _STORY,
    "PA\n" + _STORY,
    "— Ann Other (@annother) January 27, 2015\n" + _STORY,
    "A question of boats\n\nTom Reyk (Reuters)\nThe Harbour Times, 7/5/94\n\n" + _STORY,
    "West Arvo President Anand von\n" + _STORY,
    "Ann Other\n" + _STORY,
    "Saudi Arabia\n" + _STORY,
    "New York, Monday\n" + _STORY,
    "Monday\n" + _STORY,
    "By Monday the road had reopened.\n" + _STORY,
    "May 2015\n" + _STORY,
    "Reuters buys rival\n" + _STORY,
    "Ferry sails on November 20, 2019 again, its owner said on the day before in a statement to the press.",
]
