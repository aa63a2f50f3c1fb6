"""A list of teasers in place of an article.

What   Texts of at least five headlines, under each of which a paragraph is broken off by an ellipsis, and no more than
       one paragraph that is told to its end.
Why    The address led to an overview of articles; what came over is the beginning of many and the whole of none, so
       the record is rejected.
Kept   Articles that end with such a list, lists whose items are whole, speech that trails off.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Finding
from cleaner.lazy import lazy
from cleaner.rule import REPORT, Hints, Rule

_BROKEN = lazy(r"[\w,’'” ](?:\.\.\.|…)\s*(?:\[…\]|»)?$")
_PARAGRAPH, _FEWEST, _WHOLE, _LONGEST = 80, 5, 1, 20_000

rule = Rule("CHK010", REPORT, Hints(inside=("...", "…")), rejects=True)


def find(doc: Document) -> Iterator[Finding]:
    text = doc.text
    if len(text) > _LONGEST or text.count("...\n") + text.count("…\n") < _FEWEST - 1:
        return
    rows = [line for row in doc.rows if (line := row.strip())]
    broken = whole = 0
    for above, row in zip(["", *rows], rows, strict=False):
        if len(row) < _PARAGRAPH:
            continue
        if _BROKEN.search(row[-8:]):
            broken += 0 < len(above) <= _PARAGRAPH and above[-1] not in ".:,;"
        elif row[-1] in ".!?。":
            whole += 1
    if broken >= _FEWEST and whole <= _WHOLE:
        yield Finding(f"this is no article but a list of {broken} teasers", 0, len(text), level="error")


def _teasers(count: int, end: str) -> str:
    body = "The ferry to the island sailed again on Monday, and its owner said in a statement to the press that the"
    return "\n".join(f"Ferry number {number} sails again\n{body} {end}" for number in range(count))


REPORTS = [_teasers(6, "old..."), "Ferries\n" + _teasers(5, "old…")]
KEEPS = [
    _teasers(4, "old..."),
    _teasers(6, "old quay was safe."),
    "The council met on Monday, and every member had something to say about the quay and who should pay for it.\n" * 2
    + _teasers(6, "old..."),
    "“I do not know what they were thinking when they built the quay, nor whether they thought at all about it...\n"
    * 6,
]
