"""A text that was written out as a Python list.

What   A line ``content: ['First paragraph.', 'Second one.']``: the items become paragraphs, and what is escaped in
       them (``\\xa0``, ``\\'``) is read.
Why    A scraper that prints its list of paragraphs writes brackets, quotation marks and escapes into the text.
Kept   Lists of words or labels, code, Markdown, and lines that Python itself would not read as a list of strings.
"""

import ast
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule

rule = Rule(code="ENC020", hints=Hints(inside=("['", '["')))

_OPEN = lazy(r"\s*(?:[A-Za-z_]{1,20} ?[:=] ?)?\[\s*(?=['\"])")
_STRING = lazy(r"'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"")
_BETWEEN = lazy(r"\s*,\s*")
_CLOSE = lazy(r"\s{0,9},?\s{0,9}\]\s{0,9}$")
_ESCAPE = lazy(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[nrt'\"\\])")
_PARAGRAPH, _WORDS = 40, 5


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind == "markdown":
        return
    for line in doc.candidates():
        items = _items(line.text)
        at = 0
        for start, end in items:
            yield line.span(at, start, "\n\n" if at else "")
            for escape in _ESCAPE.finditer(line.text, start, end):
                yield line.span(*escape.span(), ast.literal_eval(f"'{escape[0]}'"))
            at = end
        if items:
            yield line.span(at, len(line.text))


def _items(text: str) -> list[tuple[int, int]]:
    """The spans inside the quotation marks, none when the line is no list of paragraphs."""
    opened = _OPEN.match(text)
    found: list[tuple[int, int]] = []
    at = opened.end() if opened else len(text)
    while (item := _STRING.match(text, at)) is not None:
        found.append((item.start() + 1, item.end() - 1))
        if _CLOSE.match(text, item.end()):
            return found if any(_is_paragraph(text[start:end]) for start, end in found) else []
        between = _BETWEEN.match(text, item.end())
        if between is None:
            break
        at = between.end()
    return []


def _is_paragraph(item: str) -> bool:
    return len(item) >= _PARAGRAPH and len(item.split()) >= _WORDS


FIXES = [
    (
        "content: ['The council of the harbour town met on Monday.', 'It voted for the bridge.\\xa0']",
        "The council of the harbour town met on Monday.\n\nIt voted for the bridge.\xa0",
    ),
    (
        "[\"It's late, said the mayor of the old harbour town.\", 'She didn\\'t stay.']",
        "It's late, said the mayor of the old harbour town.\n\nShe didn't stay.",
    ),
    (
        "content: ['اجتمع مجلس المدينة القديمة يوم الاثنين في الميناء.']",
        "اجتمع مجلس المدينة القديمة يوم الاثنين في الميناء.",
    ),
]
KEEPS = [
    "tags: ['harbour', 'council', 'bridge']",
    "names = ['Ana Ruiz', 'Tomas Reyk']",
    "The list ['one', 'two'] has the items that the council of the town asked for.",
    "['The council of the harbour town met on Monday.', 7]",
    "['The council of the harbour town met on Monday.' and 'no more']",
]
