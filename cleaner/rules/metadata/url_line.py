"""The article's own address as a first line.

What   A line among the first two that is nothing but a web address.
Why    Crawlers write it above the text.
Kept   Addresses inside sentences and further down.
Moves  To `url`.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Hints, Rule

rule = Rule(code="MET001", hints=Hints(heads=("http://", "https://", "url")))

_URL = re.compile(r"(?:url[:：]?\s{0,3})?(https?://[^\s<>\"]{4,2000})", re.IGNORECASE)


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.head(2):
        match = _URL.fullmatch(line.text.strip())
        if match:
            yield line.cut(url=match[1])
            return


FIXES = [
    (
        "https://a.example/story/1\nThe ferry sails again.",
        "The ferry sails again.",
        {"url": "https://a.example/story/1"},
    )
]
KEEPS = [
    "The list stands at https://a.example/story/1",
    "One.\nTwo.\nhttps://a.example/story/1\nThree.",
]
