"""Masks that the supplier put in the place of words.

What   `*NUMBER*`, `*URL*`, `*EMAIL*` and `*PHONE*`.
Why    What they hide is lost; sentences with them are no natural language.
Kept   Emphasis with asterisks.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Finding
from cleaner.rule import REPORT, Hints, Rule

_MASKS = ("*NUMBER*", "*URL*", "*EMAIL*", "*PHONE*")

rule = Rule("CHK003", REPORT, Hints(inside=tuple(map(str.lower, _MASKS))))


def find(doc: Document) -> Iterator[Finding]:
    count = sum(map(doc.text.count, _MASKS))
    if count:
        first = min(at for at in map(doc.text.find, _MASKS) if at >= 0)
        yield doc.note(first, doc.text.index("*", first + 1) + 1, f"{count} values are masked by the supplier")


REPORTS = ["El evento será a las *NUMBER* de la tarde."]
KEEPS = ["It was a *number* of things.", "NUMBER * TWO * THREE"]
