r"""A line break that a program wrote out by its name.

What   ``NEWLINE_CHAR`` standing as a word or behind the end of a sentence, and ``\n`` or ``\r\n`` behind the end of
       one, each at least twice in the text; they become line breaks.  ``|||||``, which collections put between the
       documents that they have joined, becomes a blank line.
Why    They glue words together, and hide the paragraphs.
Kept   The same in code, between quotation marks, in Markdown, in paths and in LaTeX; a single mention.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.text.repair import on_repaired

rule = Rule(code="ENC007", hints=Hints(inside=("newline_char", "\\n", "|||||")))

_TOKEN = lazy(r"(?: |(?<!\w)|(?<=\\n)|(?<=_CHAR))NEWLINE_CHAR(?: |(?!\w)|(?=NEWLINE_CHAR))")
_JOINED = "|||||"
_JOINT = lazy(r"(?<=[.!?…”’\"')])\s{0,3}\|{5}(?:\s{1,3}|$)")
_WRITTEN = lazy(r"(?<=[.!?…”’»\"')\]]) {0,2}(?:\\r)?\\n(?:(?:\\r)?\\n| ){0,8}(?=[A-Z0-9À-ÞА-Я“‘«\"'(]|$)", re.M)
_CODE = lazy(
    r"\\(?:n(?:(?<=[\"']\\n)|\"\)|(?<=%[sd]\\n))|(?:begin|frac)\b|(?<=[A-Za-z]:\\))|\((?<=\w\()[\"']"
    r"|N(?:EWLINE_CHAR ?=|(?<=define N)EWLINE)"
)
_FEWEST = 2


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind != "markdown" and _JOINED in doc.text:
        yield from on_repaired(doc.text, _joints)
    if not _CODE.search(doc.text):
        yield from on_repaired(doc.text, _tokens if doc.kind == "markdown" else _breaks)


def _joints(text: str) -> Iterator[Edit]:
    yield from (Edit(*match.span(), "\n\n" if match.end() < len(text) else "") for match in _JOINT.finditer(text))


def _tokens(text: str) -> Iterator[Edit]:
    tokens = list(_TOKEN.finditer(text)) if "NEWLINE_CHAR" in text else []
    if len(tokens) >= _FEWEST:
        yield from (Edit(match.start(), match.end(), "\n") for match in tokens)


def _breaks(text: str) -> Iterator[Edit]:
    yield from _tokens(text)
    breaks = list(_WRITTEN.finditer(text)) if text.count("\\n") >= _FEWEST else []
    if len(breaks) >= _FEWEST:
        yield from (Edit(m.start(), m.end(), "\n" * min(2, m[0].count("\\n"))) for m in breaks)


FIXES = [
    ("One. NEWLINE_CHAR NEWLINE_CHAR Two.", "One.\n\nTwo."),
    ("One.NEWLINE_CHAR NEWLINE_CHAR Two.", "One.\n\nTwo."),
    ("It rained. ||||| It snowed. |||||", "It rained.\n\nIt snowed."),
    ("The end of one.\\n\\nThe next one.\\nThe third.", "The end of one.\n\nThe next one.\nThe third."),
    ("Das Ende.\\r\\nÜber uns.\\r\\n", "Das Ende.\nÜber uns.\n"),
]
KEEPS = [
    "The constant NEWLINE_CHAR ends a line.",
    "A row of pipes ||||| is drawn here.",
    "Wins | Draws |||||| Losses",
    "NEWLINE_CHAR = 10 and NEWLINE_CHAR = 13",
    'print("One.\\nTwo.\\nThree.")',
    "Open C:\\new\\notes. Then D:\\news.",
    "\\nabla f \\neq 0, \\nu. One mention of it.\\nThen no more.",
]
