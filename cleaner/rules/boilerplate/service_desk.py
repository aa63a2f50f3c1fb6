"""How to reach the service desk for readers, at the end of the text.

What   From a sentence that names the customer service, the subscription desk or the like, to the end of the text, when
       three or more telephone numbers and addresses follow it, and nothing else of length does.
Why    The foot of the page lists them in whole sentences and lines that look like the article's own.
Kept   A number or an address that the story gives its readers; stories about such desks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule, take
from cleaner.rules.boilerplate._told import reported
from cleaner.text.stops import STOPS
from cleaner.words import any_of, inside

rule = Rule("BLR064", hints=inside("service_desk"), chrome=True)

_LONGEST, _BEFORE, _FEWEST, _APART = 1200, 300, 3, 400
"""Characters of the whole, of its first sentence up to the words, details that it has, characters between two."""

_DESK = lazy(rf"(?<!\w)(?:{any_of('service_desk')})", re.IGNORECASE)
_DETAIL = lazy(r"[\w.+-]{1,40}@[\w-]{1,40}\.[\w.-]{2,30}|[+*(]{0,2}\d(?:[ ()/.-]{0,2}\d){6,14}(?![\d:])")
_END = lazy(rf"[.!?…。！？{STOPS}][\"”’»)\]]{{0,2}}(?:\s|(?=[A-Z][a-z]))")
_QUOTED = lazy(r"[“”„»]|(?<!\w)(?:said|says|told)(?!\w)")


def find(doc: Document) -> Iterator[Edit]:
    stop = len(doc.text)
    for line in doc.candidates():
        if stop - line.end > _LONGEST:
            continue
        first = max(0, line.end - line.start - _LONGEST)
        for desk in _DESK.finditer(line.text, first):
            ends = list(_END.finditer(line.text, max(0, desk.start() - _BEFORE), desk.start()))
            start = ends[-1].end() if ends else 0
            if desk.start() - start > _BEFORE or stop - line.start - start > _LONGEST:
                continue
            if _is_desk(doc.text[line.start + start :], desk.end() - start):
                for below in reversed([other for other in doc.alive() if other.index > line.index]):
                    yield below.cut()
                yield from take(line, start, len(line.text))
                return


def _is_desk(text: str, at: int) -> bool:
    """Whether details follow the words that end ``at``, none far from the one before, and nobody speaks."""
    details = [at, *(match.start() for match in _DETAIL.finditer(text, at)), len(text)]
    near = all(below - above <= _APART for above, below in pairwise(details))
    return len(details) - 2 >= _FEWEST and near and not _QUOTED.search(text) and not reported(text)


_STORY = "The ferry to the island sailed again on Monday, and nobody was hurt."
_DETAILS = "Telephone: 01 555 01 23 45\nFax: 01 555 01 23 46\nE-mail: subs@harbour.example"
FIXES = [
    (f"{_STORY} You can reach the Harbour Post customer service with any question:\n{_DETAILS}", f"{_STORY}\n"),
    (f"{_STORY}\n\nReader service of the Harbour Post\n{_DETAILS}\n", f"{_STORY}\n\n"),
    (f"Die Fähre fährt wieder.\n\nUnser Leserservice hilft gerne.\n{_DETAILS}", "Die Fähre fährt wieder.\n\n"),
]
KEEPS = [
    f"{_STORY} Passengers can reach the customer service of the ferry on 01 555 01 23 45.",
    f"{_STORY} The ferry closed its customer service in May.\n\n{_STORY}\n\n{_DETAILS}\n\n{_STORY * 6}",
    f"{_STORY}\n\n“Customer service is all we have,” she said.\n{_DETAILS}",
    f"{_STORY}\n\nFor tickets:\n{_DETAILS}",
]
