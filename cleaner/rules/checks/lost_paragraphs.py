"""A long text in one line.

What   A line of more than 3,000 characters.
Why    Its paragraphs were joined on the way here, and nothing says where they parted.
Kept   Long paragraphs of an ordinary kind.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Finding
from cleaner.rule import REPORT, Rule

_LONG = 3000

rule = Rule("CHK004", REPORT)


def find(doc: Document) -> Iterator[Finding]:
    if len(doc.text) <= _LONG or max(map(len, doc.rows)) <= _LONG:
        return
    at = 0
    for line in doc.rows:
        if len(line) > _LONG:
            message = f"{len(line):,} characters without a line break: the paragraphs are lost"
            yield Finding(message, at, at + len(line), level="info")
            return
        at += len(line) + 1


REPORTS = ["It rained all day, and nobody left the house. " * 70]
KEEPS = ["It rained.\n" * 400]
