"""A block about the author below the text.

What   "About the author" and what follows it to the end; or a line with nothing but a name, near the end, and below it
       a paragraph that opens with that name and says what its bearer is or does.
Why    It speaks about the writer, not about the story.
Kept   Names of people in the story as headings; lists of things, each with its name above; what stands further up.
Moves  The name goes to `authors`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.metadata._names import people
from cleaner.scan.traits import SHORT
from cleaner.words import any_of

rule = Rule(code="MET031", needs=SHORT)

_REACH, _MOST, _LONGEST, _SHORT = 8, 6, 900, 60
_NAMED, _NO_NAME, _ENTRIES = 40, ".!?:", 3
"""Characters: the most that a name has, and what it does not end with."""

_HEAD = lazy(rf"\W{{0,4}}{any_of('bio_heading')}\W{{0,4}}", re.IGNORECASE)
_VERB = lazy(rf"(?<!\w){any_of('bio_verb')}(?!\w)")
_HANDLE = lazy(r"@\w{2,30}")


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind == "markdown":
        return
    tail = doc.tail(_REACH)
    for at, line in enumerate(tail[1:], start=1):
        text = line.text.strip()
        if len(text) > _SHORT:
            continue
        below = tail[at + 1 :]
        if len(below) > _MOST or any(len(other.text) > _LONGEST for other in below):
            continue
        if _HEAD.fullmatch(text):
            yield from _taken(tail[at:], _name(below[0].text) if below else [])
            return
        if below and _speaks_of(text, below, doc):
            yield from _taken(tail[at:], _name(text))
            return


def _taken(lines: list[Line], names: list[str]) -> Iterator[Edit]:
    for number, line in enumerate(lines):
        yield line.cut(**({"authors": names} if names and not number else {}))


def _name(text: str) -> list[str]:
    text = text.strip()
    found = people(text, sure=True) if len(text) <= _NAMED and text[-1:] not in _NO_NAME else None
    return found if found and len(found) == 1 else []


def _speaks_of(text: str, below: list[Line], doc: Document) -> bool:
    """Whether ``text`` is a name that the story does not know, and the next paragraph opens with it."""
    if len(text) > _NAMED or text[-1:] in _NO_NAME:
        return False
    told = next((other.text.strip() for other in below if not _HANDLE.fullmatch(other.text.strip())), "")
    if len(below) > 3 or len(told) <= 40 or _VERB.search(told[:60]) is None:
        return False
    names = _name(text)
    if not names or not told.startswith(names[0].split()[0] + " "):
        return False
    if _glossary(doc.alive()):
        return False
    story = doc.text[: below[0].start - len(text) - 2].casefold()
    return not any(token.casefold() in story for token in names[0].split())


def _glossary(alive: list[Line]) -> bool:
    """Whether one short line after the other has a paragraph below that opens with its first word, as in a list of
    things that are told one by one.
    """
    pairs = ((above.text.strip(), below.text) for above, below in pairwise(alive))
    return sum(len(term) <= _NAMED and told.startswith(f"{term.split()[0]} ") for term, told in pairs) >= _ENTRIES


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
_MORE = "Nobody was hurt when the storm tore it from the quay."
_BIO = "Ann covers the harbour for the Courier and lives on the island with two dogs and a boat."
FIXES = [
    (f"{_STORY}\n\n{_MORE}\n\nAnn Other\n\n{_BIO}", f"{_STORY}\n\n{_MORE}\n\n", {"authors": ["Ann Other"]}),
    (f"{_STORY}\n\n{_MORE}\n\nAbout the Author\n\nAnn Other\n\n@annother\n\n{_BIO}", f"{_STORY}\n\n{_MORE}\n\n"),
    (f"{_STORY}\n\n{_MORE}\n\nÜber die Autorin\n\nAnn Other lebt auf der Insel.", f"{_STORY}\n\n{_MORE}\n\n"),
]
KEEPS = [
    f"{_STORY}\n\nAnn spoke first.\n\nAnn\n\n{_BIO}",
    f"{_STORY}\n\n{_MORE}\n\nAbout the ferry\n\n{_BIO}",
    f"About the author\n\n{_BIO}",
    f"{_STORY}\n\nAnn Other was the captain.\n\nAnn Other\n\n{_BIO}",
    f"{_STORY}\n\n" + "\n\n".join(f"{name}\n\n{name}{_BIO[3:]}" for name in ("Yesod", "Revel", "Ann Other")),
]
