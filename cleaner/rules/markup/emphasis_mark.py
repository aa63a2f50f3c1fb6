"""The stars and underscores of Markdown emphasis.

What   `**bold**`, `__bold__`, `*word*` and `_word_` where a pair hugs words on one line; a bare `** **`.
Why    They are mark-up; the words are text.
Kept   Footnote stars, multiplication, masked words such as f**k, snake_case names, code.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Hints, Rule

rule = Rule(
    code="MRK014", hints=Hints(inside=("**", "__", " _", " *", "\n_", "\n*", "(_", "“_", "“*", '"*', '"_', "(*"))
)

_STRONG = re.compile(
    r"(?<![\w*_\\`])(?P<mark>\*\*\*|\*\*|__)(?=[^\s*_])(?P<words>[^*\n`]{1,600}?)(?<=[^\s*\\])(?P=mark)(?![\w*_]|\.\w)"
)
_LIGHT = re.compile(
    r"(?<![\w*_\\/`])(?P<mark>[*_])(?=[^\s*_])(?P<words>[^*_\n`]{2,300}?)(?<=[^\s*_\\])(?P=mark)(?![\w*_/])"
)
_EMPTY = re.compile(r"(?<![\w*])\*\*[ \u00a0]{1,3}\*\*(?![\w*])")


def find(doc: Document) -> Iterator[Edit]:
    text = doc.text
    if "```" in text:
        return
    for match in _STRONG.finditer(text):
        yield from _marks(match)
    for match in _LIGHT.finditer(text):
        if " " not in match["words"] and match["mark"] == "_" and match["words"].islower() and doc.kind != "markdown":
            continue
        yield from _marks(match)
    for match in _EMPTY.finditer(text):
        yield Edit(match.start(), match.end())


def _marks(match: "re.Match[str]") -> Iterator[Edit]:
    yield Edit(match.start(), match.start("words"))
    yield Edit(match.end("words"), match.end())


FIXES = [
    ("The **old** ferry and the __new__ one.", "The old ferry and the new one."),
    ("She said _never again_ and *meant it*.", "She said never again and meant it."),
    ("A ** ** gap.", "A  gap."),
]
KEEPS = [
    "They f**ked it up, and s*** happened.",
    "Price* and rate* are without tax. *See the note.",
    "2 * 3 * 4 and a ** b ** c",
    "The file my_file_name and __init__.py stay; so does _x in _y.",
    "* one item\n* two items",
]
