r"""A line break or character that a program wrote out by its name.

What   ``NEWLINE_CHAR`` standing as a word, at least twice; ``\n`` behind the end of a sentence, at least twice;
       ``\xa0``, ``\u2019`` and the like in running text: each becomes the character that it names.
Why    They glue words together, and hide the paragraphs.
Kept   The same in code, between quotation marks, in Markdown, in paths and in LaTeX; a single mention.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.repair import on_repaired, repaired
from cleaner.rule import Hints, Rule

rule = Rule(code="ENC007", hints=Hints(inside=("newline_char", "\\n", "\\r", "\\x", "\\u")))

_TOKEN = re.compile(r"(?: |(?<!\S))NEWLINE_CHAR(?: |(?!\S))")
_BREAK = re.compile(r"(?<=[.!?…”’»\"')\]]) {0,2}(?:\\r)?\\n(?:(?:\\r)?\\n| ){0,8}(?=[A-Z0-9À-ÞА-Я“‘«\"'(]|$)", re.M)
_ESCAPE = re.compile(r"(?<![\\\"'`=(\[/])(?:\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}){1,16}(?![\\\"'`)\]\-}])")
_CODE = re.compile(r"[\"']\\n|\\n\"\)|\w\([\"']|\\(?:begin|frac)\b|[A-Za-z]:\\|%[sd]\\n|NEWLINE_CHAR ?=|define NEWLINE")
_FEWEST = 2


def find(doc: Document) -> Iterator[Edit]:
    return on_repaired(doc.text, _tokens if doc.kind == "markdown" else _written)


def _tokens(text: str) -> Iterator[Edit]:
    tokens = list(_TOKEN.finditer(text))
    if len(tokens) >= _FEWEST and not _CODE.search(text):
        yield from (Edit(match.start(), match.end(), "\n") for match in tokens)


def _written(text: str) -> Iterator[Edit]:
    yield from _tokens(text)
    if "\\" not in text or _CODE.search(text):
        return
    breaks = list(_BREAK.finditer(text))
    if len(breaks) >= _FEWEST:
        yield from (Edit(m.start(), m.end(), "\n" * min(2, m[0].count("\\n"))) for m in breaks)
    for match in _ESCAPE.finditer(text):
        named = _named(match[0])
        if named is not None:
            yield Edit(match.start(), match.end(), named)


def _named(escape: str) -> str | None:
    """The characters that ``escape`` names, None where they are none that a writer could have meant."""
    units = escape.encode("ascii").decode("unicode-escape")
    try:
        if "\\u" not in escape and not units.isascii():
            units = _of_bytes(units)
        named = units.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        return None
    kept = repaired(named)
    return kept if all(char.isprintable() or char == "\xa0" for char in kept) else None


def _of_bytes(units: str) -> str:
    try:
        return units.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return units


FIXES = [
    ("One. NEWLINE_CHAR NEWLINE_CHAR Two.", "One.\n\nTwo."),
    ("The end of one.\\n\\nThe next one.\\nThe third.", "The end of one.\n\nThe next one.\nThe third."),
    ("Le film «\\xa0Le Passage\\xa0» sort demain.", "Le film «\xa0Le Passage\xa0» sort demain."),
    ("Ein umgest\\u00fcrzter Baum \\u2013 nicht mehr\\u200b.", "Ein umgestürzter Baum – nicht mehr."),
    ("Bravo \\ud83d\\ude00 und caf\\xc3\\xa9", "Bravo 😀 und café"),
]
KEEPS = [
    "The constant NEWLINE_CHAR ends a line.",
    "NEWLINE_CHAR = 10 and NEWLINE_CHAR = 13",
    'print("One.\\nTwo.\\nThree.") and s.replace("\\xa0", " ")',
    "Open C:\\new\\notes. Then D:\\news.",
    "\\nabla f \\neq 0, \\nu. One mention of it.\\nThen no more.",
    "The pattern [\\x20-\\x7e] and '\\u00e9' in code",
    "Half a pair \\ud83d stays.",
]
