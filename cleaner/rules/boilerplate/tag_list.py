"""The list of an article's topics below it.

What   “Tags: rain, storm”, “Filed under: Weather” and the like as one line below the last paragraph; such a label alone
       with the short lines below it, to the end.
Why    The site files its articles so.
Kept   Such lines further up; labels with sentences behind them.
Moves  A section named so to `section`.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.boilerplate._lines import label, last_prose
from cleaner.rules.metadata._sections import as_section, labelled, section
from cleaner.words import any_of, heads

_LISTED = lazy(
    rf"\W{{0,4}}{any_of('topics_label')}(?:\s?[:：|]\s?|\s)(?P<topics>\S.{{0,300}}?)\W{{0,4}}",
    re.IGNORECASE,
)
_ALONE = lazy(rf"\W{{0,4}}{any_of('topics_label')}\s?[:：]?\W{{0,4}}", re.IGNORECASE)
_COLON = lazy(r"[:：|]")
_LONGEST_TOPIC = 45

rule = Rule("BLR043", hints=heads("topics_label", "section_label"))


def find(doc: Document) -> Iterator[Edit]:
    candidates = list(doc.candidates())
    end = last_prose(doc) if candidates else 0
    for line in candidates:
        text = line.text.strip()
        if line.index <= end or end < 0 or not label(text):
            continue
        if _ALONE.fullmatch(text):
            yield from _block(doc, line.index)
            return
        if labelled(text) and not _specified(doc, line.index):
            yield line.cut(**as_section(doc, section(text)))
            continue
        match = _LISTED.fullmatch(text)
        if (
            match
            and not _specified(doc, line.index)
            and (_COLON.search(text) or len(text) <= 60)
            and not match["topics"].endswith((".", "?", "!"))
        ):
            yield line.cut(**as_section(doc, section(match["topics"])))


def _specified(doc: Document, index: int) -> bool:
    """Whether the line stands in a list of specifications, between other labels with what they label."""
    near = [line for line in doc.lines[max(0, index - 1) : index + 2] if line.index != index and not line.blank]
    return len(near) == 2 and all(_COLON.search(line.text[:20]) for line in near)


def _block(doc: Document, index: int) -> Iterator[Edit]:
    """The label and all lines below it, when all are short enough for topics."""
    lines = [line for line in doc.lines[index:] if not line.blank]
    if all(len(line.text.strip()) <= _LONGEST_TOPIC for line in lines):
        for line in lines:
            yield line.cut()


FIXES = [
    ("It rained.\n\nTags: rain, storm, harbour", "It rained.\n\n"),
    ("It rained.\n\nFiled under\n\nweather\n\nharbour\n\nstorm", "It rained.\n\n"),
    ("雨が降った。\n\nタグ: 天気", "雨が降った。\n\n"),
    ("Es regnet.\nThemen: Wetter, Hafen", "Es regnet.\n"),
    ("It rained.\n\nCategory: Island life", "It rained.\n\n", {"section": "Island life"}),
    ("It rained.\n\nPosted in Politics", "It rained.\n\n", {"section": "Politics"}),
]
KEEPS = [
    "雨が降った。\n\n価格：無料\nカテゴリ：天気\n開発者：Roe",
    "Topics: what was said\n\nIt rained all day.",
    "It rained.\n\nTags are made of tin.",
    "Filed under\n\nIt rained all day, and the people of the town stayed in their houses until it stopped.",
    "Tags: rain",
    "It rained.\n\nCategory: under 21",
    "It rained.\n\nPublished in Oslo by the harbour office",
]
