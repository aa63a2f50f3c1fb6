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

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.headings import folded, like_a_headline
from cleaner.rule import Rule
from cleaner.rules.metadata._head import closed, prose, starts, wide

rule = Rule(code="MET007")

_HEAD = 4
_LONGEST, _LONGEST_WIDE = 150, 80
_UNWRAPPED = 90
_SITE = re.compile(r"\s+[|–—-]\s+[^|]{2,50}$|\s*\([^()]{2,30}\)$|^[^:]{2,30}:\s+")
_MARK = re.compile(r"\s*#{1,6}\s+")
_CAPTION = re.compile(r"\((?:left|right|pictured|centre|center|above|below|file|l|r)\)|^[^,]{5,40}, [A-Z][^,]{5,30}$", re.IGNORECASE)


def find(doc: Document) -> Iterator[Edit]:
    title = doc.fields.get("title")
    if not title:
        head = doc.head(2)
        if len(head) == 2 and _is_title(*head):
            yield head[0].cut(title=" ".join(_MARK.sub("", head[0].text).split()))
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
    end = start + len(title)
    gap = len(text[end:]) - len(text[end:].lstrip(" .|:-–—\u00a0"))
    if len(text) - end > 60 and starts(text[end + gap :]) and (gap or not text[end].isspace()):
        yield line.span(0, end + gap)


def _is_title(first: Line, below: Line) -> bool:
    text = _MARK.sub("", first.text).strip()
    if len(text) > (_LONGEST_WIDE if wide(text) else _LONGEST) or not like_a_headline(text) or closed(text[:-1]):
        return False
    if re.search(r"[.!?] +[^\W\d_a-z]\w* \w+ \w+ ", text) or _CAPTION.search(text):
        return False
    parted = below.index > first.index + 1 or len(below.text) > _UNWRAPPED or wide(text)
    return parted and prose(below.text) and len(below.text) > len(text)


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
_TITLE = "Ferry sails again after the winter storm"
FIXES = [
    (f"{_TITLE}\n\n{_STORY}", _STORY, {"title": _TITLE}),
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
    "The crew of the ferry (pictured) on the quay\n\n" + _STORY,
]
