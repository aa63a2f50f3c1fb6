"""The headline as first line.

What   A first line that repeats the record's title, or, where the record has none, one that looks like a headline and
       stands above prose.
Why    It is no sentence of the text, and many dumps carry it twice.
Kept   First lines that are sentences, section headings above other headings, the first line of hard-wrapped text.
Moves  To `title`.
"""

from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.headings import folded, is_prose, like_a_headline
from cleaner.rule import Rule

rule = Rule(code="MET002")

_UNWRAPPED = 90
"""Characters; a line longer than this has not been wrapped by hand."""


def find(doc: Document) -> Iterator[Edit]:
    head = doc.head(5)
    title = doc.fields.get("title")
    if title:
        wanted = folded(str(title))
        for line in head[:3]:
            if folded(line.text) == wanted and len(head) > 1:
                yield line.cut()
    elif head and _is_title(head):
        yield head[0].cut(title=" ".join(head[0].text.split()))


def _is_title(head: list[Line]) -> bool:
    first = head[0]
    if not like_a_headline(first.text) or first.touched:
        return False
    below = next((line for line in head[1:] if len(line.text.strip()) > _UNWRAPPED or is_prose(line.text)), None)
    if below is None or len(below.text) <= len(first.text) or not is_prose(below.text):
        return False
    near = head[1].index == first.index + 1
    return not any(like_a_headline(line.text) for line in head[1 : head.index(below)]) and not (
        near and len(head[1].text) <= _UNWRAPPED and head[1] is below
    )


FIXES = [
    ("Ferry sails again after the winter storm\n\nThe ferry to the island sailed again on Monday, its owner said.",
     "The ferry to the island sailed again on Monday, its owner said.",
     {"title": "Ferry sails again after the winter storm"}),
    ("駅前の図書館、来月開館へ 市が発表\n\n市は12日、駅前に建設していた図書館を来月1日に開館すると発表した。",
     "市は12日、駅前に建設していた図書館を来月1日に開館すると発表した。"),
]  # fmt: skip
KEEPS = [
    "The ferry sails again.\n\nThe ferry to the island sailed again on Monday, its owner said.",
    "The ferry to the island sailed\nagain on Monday, its owner said.",
    "Bad outlook\n\nThe ferry to the island sailed again on Monday, its owner said.",
    "Ferry sails again after the winter storm",
    "Trade Minister, Amelia Kent\n\nThe ferry to the island sailed again on Monday, its owner said.",
    "First of all the many things\n\nSecond of all the many things\n\nThe ferry to the island sailed on Monday, they said.",
    "It was a dark and stormy night,\n\nand the ferry to the island had not sailed since Monday, its owner said.",
]
