"""A mark that says that the dispatch is over.

What   “（完）”, “(끝)”, “[END]” or “انتهای پیام/” below or behind the last sentence, also with the number of the editor
       behind it.
Why    Agencies close their dispatches so.
Kept   The same words inside a sentence or further up, and without brackets where they are words of every day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule, take
from cleaner.text.sentences import START
from cleaner.words import any_of, inside, words

_REACH = 60
_CLOSERS = tuple(f"{left}{word.lower()}" for word in words("end_mark") for left in "（([【")
_MARK = lazy(
    rf"{START}(?:[（(\[【]\s?{any_of('end_mark')}\s?[)）\]】]|[-–—*]{{0,2}}{any_of('end_phrase')}(?:\s?[/.:*]\s?\w{{0,8}}){{0,4}})\s*$",
    re.IGNORECASE,
)

rule = Rule("BLR057", hints=Hints(inside=(*inside("end_phrase").inside, *_CLOSERS)))


def find(doc: Document) -> Iterator[Edit]:
    candidates = list(doc.candidates())
    last = {line.index for line in doc.tail(2)} if candidates else set()
    for line in candidates:
        text = line.text
        match = _MARK.search(text, max(0, len(text) - _REACH)) if line.index in last else None
        if match and (match.start() or line.index > doc.head(1)[0].index):
            yield from take(line, match.start(), match.end())


FIXES = [
    ("渡轮周一早上恢复航行，船主在声明中说。（完）", "渡轮周一早上恢复航行，船主在声明中说。"),
    ("비가 왔다.\n(끝)", "비가 왔다.\n"),
    ("باران بارید. انتهای پیام/۱۲۳", "باران بارید."),
    ("باران بارید.\n\nانتهای پیام", "باران بارید.\n\n"),
    ("باران بارید.\n\nانتهای\u200cپیام/86/ح40/ض", "باران بارید.\n\n"),
    ("It rained.\n\n[END]", "It rained.\n\n"),
]
KEEPS = [
    "비가 왔다. (끝) 비가 왔다.\n비가 그쳤다.",
    "انتهای پیام او را کسی نشنید.",
    "It rained to the very END",
    "He read the page marked (end of story).",
    "(끝) 비가 왔다.",
    "انتهای پیام/ او را کسی نشنید و همه رفتند.",
]
