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
from cleaner.rules.metadata._datelines import read
from cleaner.rules.metadata._head import closing, opening, prose, starts
from cleaner.rules.metadata._names import agency, people
from cleaner.rules.metadata._places import is_known
from cleaner.words import any_of, heads

rule = Rule(code="MET004", hints=Hints(heads("author_by", "byline_label").heads, inside=("| ", "@")))

_LONGEST = 160
_FOLLOW = re.compile(r"\s(?:Follow|Suivre|Sigue|Folgen)\s.{0,60}$")
_ADDRESS = re.compile(r"\s*(?:e-?mail ?[:：] ?)?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}\s*", re.IGNORECASE)
_SPACED = re.compile(r"By[ :.]{1,3}(?P<name>[^.|;\n]{3,60}?)(?:\s\.|;)\s(?=\S)")
_LEAD = re.compile(r"By[ :]{1,3}(?=[^\W\d_a-z])")
_PIPED = re.compile(r"(?:(?P<outlet>[^|\n]{2,30}?)[ \u00a0]?)?\|[ \u00a0]?(?P<name>[^|\n]{5,40}?)[ \u00a0]?\|[ \u00a0]?")
_TOKENS = 7
_FEW = 2
"""A text with more labelled names than these lists people."""
_ITEMS = ("- ", "* ", "• ", "– ")


@cache
def _line() -> re.Pattern[str]:
    by, label = any_of("author_by"), any_of("byline_label")
    return re.compile(
        rf"[-–—*•\s(（【\[]{{0,4}}(?:(?P<label>{by}|{label})[ \u00a0]?[:：／/＝][ \u00a0]{{0,3}}|(?P<by>{by})[ \u00a0.]{{1,3}})"
        rf"(?P<names>\S.{{1,120}}?)[\s)）】\].;]{{0,3}}",
        re.IGNORECASE,
    )


@cache
def _before_quote() -> re.Pattern[str]:
    name = r"[^\W\d_a-z][\w'’.-]{1,20}"
    return re.compile(rf"(?:{any_of('author_by', 'byline_label')}) ?[:：] ?(?P<name>{name} {name})(?=[“«„])")


def find(doc: Document) -> Iterator[Edit]:
    head, tail = opening(doc, 3), closing(doc)
    several = len(head) > 1
    labelled = [line for line in doc.candidates() if len(line.text) <= _LONGEST and _labelled(line.text)]
    lines = dict.fromkeys((*head, *tail, *(labelled if len(labelled) <= _FEW else ())))
    for line in lines if several else ():
        lift = _read(line.text) if len(line.text) <= _LONGEST else None
        if lift is not None:
            if "dateline" in lift and any(read(other.text[:_LONGEST].lstrip(), loose=False) for other in head):
                lift = {}
            yield line.cut(**lift)
        elif line in tail and _ADDRESS.fullmatch(line.text):
            yield line.cut()
    for line in head[:2]:
        if not line.blank and _read(line.text[:_LONGEST]) is None:
            yield from _glued(line)


def _labelled(text: str) -> bool:
    match = _line().fullmatch(text.strip())
    return match is not None and match["label"] is not None


def _read(text: str) -> dict[str, Any] | None:
    text = _FOLLOW.sub("", text.strip())
    match = _line().fullmatch(text)
    if match is None or prose(text) or text[-1:] in "!?…:" or (match["label"] and text[:2] in _ITEMS):
        return None
    return _lift(match["names"], sure=match["label"] is not None)


def _lift(names: str, sure: bool) -> dict[str, Any] | None:
    named = agency(names)
    if named:
        return {"dateline": {"place": None, "agency": named, "text": None}}
    found = people(names, sure=sure)
    return None if found is None else {"authors": found} if found else {}


def _glued(line: Line) -> Iterator[Edit]:
    """A byline in front of a dateline or the story: before a place, between pipes, or before a spaced full stop."""
    text = line.text[: 2 * _LONGEST]
    start = len(text) - len(text.lstrip())
    for pattern in (_SPACED, _PIPED, _before_quote()):
        match = pattern.match(text, start)
        if match and starts(text[match.end() :]) and (pattern is not _PIPED or _is_piped(match)):
            lift = _lift(match["name"].strip(), sure=False)
            if lift is not None:
                yield line.span(0, match.end(), **lift)
                return
    lead = _LEAD.match(text, start)
    if lead:
        yield from _before_place(line, text, lead.end())


def _is_piped(match: re.Match[str]) -> bool:
    return match["name"].isupper() and agency(match["name"]) is None and (not match["outlet"] or bool(agency(match["outlet"])))


def _before_place(line: Line, text: str, at: int) -> Iterator[Edit]:
    """The longest name after which a dateline begins with a known place, else the shortest after which any begins."""
    best: tuple[int, list[str]] | None = None
    for gap in list(re.finditer(r"\s+", text[at:]))[1:_TOKENS]:
        names = people(text[at : at + gap.start()])
        found = read(text[at + gap.end() :], loose=False) if names else None
        if names and found and (best is None or is_known(found[1]) or len(gap[0]) > 1):
            best = at + gap.end(), names
    if best:
        yield line.span(0, best[0], authors=best[1])


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
    ("By PAUL ROE    BRUSSELS, Belgium (AP) -- The army said so.", "BRUSSELS, Belgium (AP) -- The army said so.",
     {"authors": ["Paul Roe"]}),
    ("| ANN OTHER | The army said so.", "The army said so.", {"authors": ["Ann Other"]}),
    (_STORY + "\n\nann.other@news.example.org", _STORY + "\n\n"),
    ("By Harbour Team; The army said so on Monday.", "The army said so on Monday.", {"authors": None}),
    ("Rain\nShkruan: Ana Roe“Shiu ra gjithë ditën”, tha ai.", "Rain\n“Shiu ra gjithë ditën”, tha ai.", {"authors": ["Ana Roe"]}),
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
    _STORY + "\n\nWrite to ann.other@news.example.org for a form.",
    "By the river; The army said so on Monday.",
    "Reporter: Did you see it?\n" + _STORY,
    "Entries:\n- Author: Harry\n- Author: Ann Other\n" + _STORY,
    "Tables | Chairs | The army said so.",
    "Rain | By the numbers\n" + _STORY,
    "Von der Leyen und Macron\n" + _STORY,
]
