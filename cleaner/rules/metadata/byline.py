"""Who wrote the article.

What   "By Ann Other", "Von Jo Roe und Al Poe", "記事執筆：roe", with role, outlet or address behind the name, as a line near
       the start or the end; a line that is only an e-mail address at the end; the same glued in front of a dateline.
Why    It is no sentence of the story.
Kept   Sentences that open with the same word: "By Friday the road had reopened."
Moves  Names of people to `authors`; a news agency to `dateline`; "By Staff Reporter" names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.rule import Hints, Rule
from cleaner.rules.metadata._head import prose, starts
from cleaner.rules.metadata._names import agency, people, staff
from cleaner.words import any_of, heads

rule = Rule(code="MET005", hints=heads("author_by", "byline_label"))

_LONGEST = 160
_HEAD, _TAIL = 8, 3
_FOLLOW = re.compile(r"\s(?:Follow|Suivre|Sigue|Folgen)\s.{0,60}$")
_GLUED = re.compile(r"By[ :.]{1,3}(?P<name>[^.|\n]{3,60}?)(?:\s\.\s(?=\S)|\s(?=[A-Z]{3,}[^a-z\n]{0,40}(?:[A-Z][a-z]{2}\.? \d{1,2} )?\())")


@cache
def _line() -> re.Pattern[str]:
    by, label = any_of("author_by"), any_of("byline_label")
    return re.compile(
        rf"[-–—*•\s(（【\[]{{0,4}}(?:(?P<label>{by}|{label})[ \u00a0]?[:：／/＝][ \u00a0]{{0,3}}|(?P<by>{by})[ \u00a0.]{{1,3}})"
        rf"(?P<names>\S.{{1,120}}?)[\s)）】\].;]{{0,3}}",
        re.IGNORECASE,
    )


def find(doc: Document) -> Iterator[Edit]:
    head, tail = doc.head(_HEAD), doc.tail(_TAIL)
    if not any(not line.blank for line in doc.lines[1:]) and len(head) < 2:
        head, tail = head[:1], []
    for line in dict.fromkeys(head + tail):
        lift = _read(line.text) if len(line.text) <= _LONGEST else None
        if lift is not None and (len(head) > 1 or line not in head):
            yield line.cut(**lift)
        elif line.index == (head[0].index if head else -1):
            yield from _glued(line)


def _read(text: str) -> dict[str, Any] | None:
    text = _FOLLOW.sub("", text.strip())
    match = _line().fullmatch(text)
    if match is None or prose(text) or text[-1:] in "!?…:":
        return None
    return _lift(match["names"], sure=match["label"] is not None)


def _lift(names: str, sure: bool) -> dict[str, Any] | None:
    if staff(names):
        return {}
    named = agency(names)
    if named:
        return {"dateline": {"place": None, "agency": named, "text": None}}
    found = people(names, sure=sure)
    return None if found is None else {"authors": found} if found else {}


def _glued(line: Line) -> Iterator[Edit]:
    """A byline in front of a dateline, or set off by spaced full stops."""
    text = line.text
    start = len(text) - len(text.lstrip())
    match = _GLUED.match(text, start)
    if match and starts(text[match.end() :]):
        lift = _lift(match["name"].strip(), sure=False)
        if lift is not None:
            yield line.span(0, match.end(), **lift)


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
FIXES = [
    ("By Ann Other\n\n" + _STORY, _STORY, {"authors": ["Ann Other"]}),
    ("Ferry sails\nBy ISMAIL MUSA LADU\n" + _STORY, "Ferry sails\n" + _STORY, {"authors": ["Ismail Musa Ladu"]}),
    ("By: Rory McRoe, Political Editor\n" + _STORY, _STORY, {"authors": ["Rory McRoe"]}),
    ("By Ann Other and Jo van der Roe\n" + _STORY, _STORY, {"authors": ["Ann Other", "Jo van der Roe"]}),
    ("Von Jo Roe und Eva Lang\n" + _STORY, _STORY, {"authors": ["Jo Roe", "Eva Lang"]}),
    ("By Staff Writer\n" + _STORY, _STORY, {"authors": None}),
    ("By Associated Press\n" + _STORY, _STORY, {"authors": None}),
    ("記事執筆：memn0ck\n船が出る。", "船が出る。", {"authors": ["memn0ck"]}),
    (_STORY + "\n-- By Michael Roe Follow @mroe", _STORY + "\n", {"authors": ["Michael Roe"]}),
    ("By Isaac Roe ABUJA, Nov 1 (Reuters) - The army said so.", "ABUJA, Nov 1 (Reuters) - The army said so.",
     {"authors": ["Isaac Roe"]}),
    ("By . Associated Press . " + _STORY, _STORY, {"authors": None}),
    ("Автор: Анна Ким\nПаром снова вышел в море.", "Паром снова вышел в море.", {"authors": ["Анна Ким"]}),
]  # fmt: skip
KEEPS = [
    "By Friday, Cuba-related accounts were ablaze\n" + _STORY,
    "By Ginsberg’s count, he said, there are 10 shots\n" + _STORY,
    "By the grace of God, I and my management\n" + _STORY,
    "By 2013 she had found her calling\n" + _STORY,
    "By the way, it is a really good book.\n" + _STORY,
    "By Monday Morning\n" + _STORY,
    "By searching for “app store ranking manipulation”\n" + _STORY,
    "De Havilland and Short Brothers said\n" + _STORY,
    "By the Sea\n" + _STORY,
    "By Monday the road had reopened.\n" + _STORY,
    "By Ann Other",
    "Von der Leyen und Macron\n" + _STORY,
]
