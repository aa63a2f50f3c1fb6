"""A run of bare addresses.

What   Three or more web addresses with nothing between them.
Why    A list of links stands where the extraction should have stopped.
Kept   Addresses inside sentences.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Finding
from cleaner.lazy import lazy
from cleaner.rule import REPORT, Hints, Rule

_RUN = lazy(r"(?:https?://[^\s]{4,300}[\s,;|•*-]{1,20}){2,50}https?://[^\s]{4,300}")

rule = Rule("CHK007", REPORT, Hints(inside=("://",)))


def find(doc: Document) -> Iterator[Finding]:
    if doc.text.count("://") < 3:
        return
    for match in _RUN.finditer(doc.text):
        yield doc.note(match.start(), match.end(), f"{match[0].count('://')} addresses in a row")


REPORTS = ["It rained.\nhttps://roe.com/a\nhttps://roe.com/b\nhttps://roe.com/c"]
KEEPS = ["See https://roe.com/a and https://roe.com/b and https://roe.com/c for more."]
