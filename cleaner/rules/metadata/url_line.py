"""The article's own address standing above it.

What   An address (http, https or www) alone on the first line of a text that goes on.
Why    Crawlers write where they fetched a page above what they found there.
Kept   Addresses inside sentences, further down, and texts that are nothing but addresses.
Moves  The address goes to `url`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule

rule = Rule(code="MET001", hints=Hints(heads=("http", "www", "url")))

_ADDRESS = lazy(r"(?:url[ :：]{1,3})?<?((?:https?://|www\.)[^\s<>\"|\\^`{}]{4,2000})>?", re.IGNORECASE)


def find(doc: Document) -> Iterator[Edit]:
    lines = doc.head(2)
    if len(lines) < 2:
        return
    match = _ADDRESS.fullmatch(lines[0].text.strip())
    if match and not _ADDRESS.match(lines[1].text.strip()):
        yield lines[0].cut(url=match[1])


FIXES = [
    ("http://news.example.org/a/1\nThe vote was close.", "The vote was close.", {"url": "http://news.example.org/a/1"}),
    ("https://news.example.org/?id=1&x=2\n\n本文です。", "本文です。", {"url": "https://news.example.org/?id=1&x=2"}),
    ("URL: www.example.org/a\nThe vote was close.", "The vote was close.", {"url": "www.example.org/a"}),
]
KEEPS = [
    "http://news.example.org/a/1",
    "http://news.example.org/a/1\nhttp://news.example.org/a/2\nBoth are down.",
    "www.example.org is down again.\nNobody knows why.",
    "The site is down.\nhttp://news.example.org/a/1\nNobody knows why.",
]
