"""A paragraph that stands in the text more than once.

What   The later copies of a line of 60 characters or more.
Why    Consent boxes, pull quotes and double extraction repeat whole paragraphs.
Kept   Short lines, which may be refrains; questions, which an interview may put to several people; paragraphs that
       differ in any character.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule

_LONG = 60
_ASKING = frozenset("?？:：؟;")

rule = Rule("BLR022")


def find(doc: Document) -> Iterator[Edit]:
    seen: set[str] = set()
    for line in doc.lines:
        if line.end - line.start < _LONG or line.gone:
            continue
        text = line.text.strip()
        if text in seen and len(text) >= _LONG and text[-1] not in _ASKING:
            yield line.cut()
        seen.add(text)


_BOX = "This place holds a video of another site; with your consent it is shown."
_QUOTE = "“Nobody in this town had seen rain like that before the storm came.”"
FIXES = [
    (f"{_BOX}\nIt rained.\n{_BOX}\nIt snowed.", f"{_BOX}\nIt rained.\nIt snowed."),
    (f"{_QUOTE}\n\nIt rained.\n\n{_QUOTE}", f"{_QUOTE}\n\nIt rained.\n\n"),
]
KEEPS = [
    "And what would you cook for your friends on a rainy day in May?\nSoup.\n" * 2,
    "Row, row, row your boat\nGently down the stream\nRow, row, row your boat",
    f"{_BOX}\n{_BOX[:-1]}!",
]
