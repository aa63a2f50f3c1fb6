"""The count of what an interface left out.

What   “… [+2340 chars]” and “...[truncated]” at the very end: the brackets go, the dots stay.
Why    Interfaces that sell news give the first characters of a text, and say in brackets how much is missing.
Kept   The dots, which say that the text breaks off; the same brackets anywhere else, and others at the end.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule

rule = Rule("BLR068", hints=Hints(inside=(" chars]", " characters]", "[truncated]")))

_REACH = 60
_MARK = lazy(r"(?<=\S)[ \t]{0,3}\[(?:\+ ?\d{1,7} (?:chars?|characters)|truncated)\]\s{0,9}$")


def find(doc: Document) -> Iterator[Edit]:
    last = doc.tail(1)
    match = _MARK.search(last[0].text, max(0, len(last[0].text) - _REACH)) if last else None
    if match:
        yield last[0].span(match.start(), len(last[0].text))


FIXES = [
    ("The ferry sailed again, and the crew of the b… [+2340 chars]", "The ferry sailed again, and the crew of the b…"),
    ("The ferry sailed again, and the crew...[truncated]", "The ferry sailed again, and the crew..."),
]
KEEPS = [
    "The field [+12 chars] is read first, the handbook says.",
    "The ferry sailed again… [+3]",
    "[truncated]",
    "The ferry sailed again, and the tail was [truncated] by hand.",
]
