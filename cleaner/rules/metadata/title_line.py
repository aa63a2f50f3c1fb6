"""The headline standing as first line.

What   A head line that repeats the record's title, as often as it does; where the record has none, a first line that
       looks like a headline and stands right above prose. A title without a line break goes too when the record has it
       and a sentence follows.
Why    It is no sentence of the text, and many dumps carry it twice.
Kept   First lines that are sentences, labels or captions, headings above other headings, the top of hard-wrapped text.
Moves  To `title`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleaner.dates import time_pattern
from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.headings import folded, words_in
from cleaner.rule import Rule
from cleaner.rules.media._players import medium
from cleaner.rules.metadata._head import closed, prose, starts, wide
from cleaner.words import any_of

rule = Rule(code="MET007")

_HEAD = 4
_SHORTEST, _SHORTEST_WIDE, _MOST = 18, 8, 30
_LONGEST, _LONGEST_WIDE = 115, 80
_UNWRAPPED = 90
_SITE = re.compile(r"\s+[|–—-]\s+[^|]{2,50}$|\s*\([^()]{2,30}\)$|^[^:]{2,30}:\s+")
_MARK = re.compile(r"\s*#{1,6}\s+")
_SENTENCES = re.compile(r"[.!?] +[^\W\d_a-z]\w* \w+ \w+ ")
_ARTICLES = frozenset(("the", "a", "an", "is", "are", "was", "were", "has", "have", "had", "been", "be", "which", "who"))
"""English words that headlines leave out; two of them make a line the first sentence without its full stop."""


def find(doc: Document) -> Iterator[Edit]:
    title = doc.fields.get("title")
    if not title:
        head = doc.head(3)
        if len(head) > 1 and not head[0].touched and (_is_title(*head[:2]) or (_below_stamps(doc, head) and _headline(head[0].text))):
            found = _bare(head[0].text)
            tag = _tag().search(head[0].text)
            yield head[0].cut(title=found, **({"media": medium(tag[0])} if tag else {}))
            yield from _again(head[1], found)
        return
    wanted = {folded(str(title)), *(folded(text) for text in _shorter(str(title)))}
    head = doc.head(_HEAD)
    for line in head[: len(head) - 1]:
        if len(line.text) <= 2 * len(str(title)) + 20 and _same(_MARK.sub("", line.text), wanted):
            yield line.cut()
        elif prose(line.text):
            break
    if head:
        yield from _glued(head[0], str(title).strip())


def _below_stamps(doc: Document, head: list[Line]) -> bool:
    """Whether address and date stood above, and what follows would not pass for a headline in its turn."""
    above = doc.lines[: head[0].index]
    return sum(line.gone for line in above) > 1 and len(head) > 2 and not _is_title(*head[1:3])


def _shorter(title: str) -> Iterator[str]:
    """The title without the outlet behind it, a tag in brackets, or the kicker before it."""
    bare = _SITE.sub("", title, count=1)
    if bare != title and len(bare) >= 20:
        yield bare


def _same(text: str, wanted: set[str]) -> bool:
    return folded(text) in wanted or any(folded(part) in wanted for part in _shorter(text))


def _glued(line: Line, title: str) -> Iterator[Edit]:
    """The title in front of the first sentence of the same line."""
    text = line.text
    start = len(text) - len(text.lstrip())
    if len(title) < 15 or folded(text[start : start + len(title)]) != folded(title):
        return
    tag = _tag("").match(text, start + len(title))
    end = tag.end() if tag else start + len(title)
    gap = len(text[end:]) - len(text[end:].lstrip(" .|:-–—\u00a0"))
    if len(text) - end > 60 and starts(text[end + gap :]) and (gap or tag or not text[end].isspace()):
        yield line.span(0, end + gap)


def _is_title(first: Line, below: Line) -> bool:
    """Whether ``first`` looks like a headline and ``below`` like the story: the story never passes for a headline."""
    parted = below.index > first.index + 1 or len(below.text) > _UNWRAPPED or wide(first.text)
    return parted and len(below.text) > len(first.text) and prose(below.text) and _headline(first.text)


def _again(line: Line, title: str) -> Iterator[Edit]:
    """The title said a second time, alone on the next line or glued to the story."""
    if folded(line.text) == folded(title):
        yield line.cut()
    else:
        yield from _glued(line, title)


def _bare(text: str) -> str:
    """A headline without Markdown sign and picture tag, and with single spaces."""
    return " ".join(_tag().sub("", _MARK.sub("", text)).split())


@cache
def _tag(end: str = "$") -> re.Pattern[str]:
    opened, shut = r"\s{0,3}[(\[（【［]\s?\+?", r"[)\]）】］][.!]?\s{0,3}"
    return re.compile(rf"{opened}{any_of('media_tag')}[^()\[\]（）]{{0,20}}{shut}{end}", re.IGNORECASE)


def _headline(text: str) -> bool:
    text = _bare(text)
    shortest, longest = (_SHORTEST_WIDE, _LONGEST_WIDE) if wide(text) else (_SHORTEST, _LONGEST)
    if not shortest <= len(text) <= longest or not 4 <= words_in(text) <= _MOST or closed(text[:-1]):
        return False
    if not starts(text) or text.count(": ") > 1 or text[-1] in ".,;:…。、：-–—)" or _SENTENCES.search(text) or _not_a_headline().search(text):
        return False
    found = text.split()
    if text[-1] in "?？":
        return True
    return sum(word.lower() in _ARTICLES for word in found) < 2 or sum(word[0].isupper() for word in found) * 2 > len(found)


@cache
def _not_a_headline() -> re.Pattern[str]:
    """Captions, credits and the hour of an update."""
    return re.compile(
        rf"\((?:left|right|pictured|centre|center|above|below|file|l|r)\)|^[^,]{{5,40}}, (?-i:[A-Z])[^,]{{5,30}}$"
        rf"|(?<!\w)(?:{any_of('credit_label')} ?[:：]|{any_of('photo_agency')}(?!\w)|via \w+\.|{time_pattern()} ?[A-Z]{{2,4}}$)",
        re.IGNORECASE,
    )


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
_TITLE = "Ferry sails again after the winter storm"
FIXES = [
    (f"{_TITLE}\n\n{_STORY}", _STORY, {"title": _TITLE}),
    (f"{_TITLE}\n{_TITLE}{_STORY}", _STORY),
    (f"{_TITLE}\n{_TITLE} (Video){_STORY}", _STORY),
    (f"{_TITLE} (VIDEO)\n\n{_STORY}", _STORY, {"title": _TITLE, "media": [{"kind": "video", "title": None}]}),
    (f"# {_TITLE}\n\n{_STORY}", _STORY, {"title": _TITLE}),
    ("駅前の図書館、来月開館へ 市が発表\n\n市は12日、駅前に建設していた図書館を来月1日に開館すると発表した。",
     "市は12日、駅前に建設していた図書館を来月1日に開館すると発表した。"),
    (f"Will the ferry to the island sail again?\n\n{_STORY}", _STORY),
]  # fmt: skip
KEEPS = [
    "The ferry sails again.\n\n" + _STORY,
    "The ferry to the island sailed\nagain on Monday, its owner said to those who waited.",
    "Bad outlook\n\n" + _STORY,
    "ILLEGALITY\n\n" + _STORY,
    _TITLE,
    "Trade Minister, Amelia Kent\n\n" + _STORY,
    "First of all the many things\n\nSecond of all the many things\n\n" + _STORY,
    "It was a dark and stormy night,\n\n" + _STORY,
    "The ferry, which was set free, could be one of the largest\n\n" + _STORY,
    "The crew of the ferry waits on the quay. Photo: AFP\n\n" + _STORY,
    "Update at 8:50 p.m. EDT\n\n" + _STORY,
    "The crew of the ferry (pictured) on the quay\n\n" + _STORY,
]
