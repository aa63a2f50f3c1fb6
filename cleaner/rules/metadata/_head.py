"""Where an article begins: what the rules for title, dates, byline and dateline share."""

from __future__ import annotations

import re

from cleaner.document import Document, Line
from cleaner.lazy import lazy

_STOPS, _CLOSERS = ".。．।۔…", "\"'”’“‘»«）)]」』"
_END = lazy(rf"[{_STOPS}!?！？؟:：][{re.escape(_CLOSERS)}]{{0,3}}$")
_FULL_STOP = lazy(rf"[{_STOPS}][{re.escape(_CLOSERS)}]{{1,3}}$")
_WIDE = lazy(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_QUOTES = "\"'“”„«»‘’‚「『【（([¿¡—-"
_LONG, _PARAGRAPH, _MOST, _PROSES = 60, 200, 12, 3
_ENDING = 4
"""As many characters as `_END` and `_FULL_STOP` may match."""


def wide(text: str) -> bool:
    """Whether ``text`` is in a script whose characters stand for more than a letter each."""
    first = text[:40]
    return not first.isascii() and _WIDE.search(first) is not None


def prose(text: str) -> bool:
    """Whether a line is a sentence of running text: long, and closed by a full stop, or longer than any headline."""
    text = text.strip()
    length = len(text)
    if length >= _PARAGRAPH or 2 * length < _LONG:
        return length >= _PARAGRAPH
    if not text.isascii() and wide(text):
        length *= 2
    if not _LONG <= length < _PARAGRAPH:
        return length >= _PARAGRAPH
    return text[-1] in _STOPS or (text[-1] in _CLOSERS and _FULL_STOP.search(text[-_ENDING:]) is not None)


def closed(text: str) -> bool:
    """Whether ``text`` ends like a sentence or an announcement."""
    return bool(_END.search(text.rstrip()[-_ENDING:]))


def opening(doc: Document, proses: int = 1) -> list[Line]:
    """The first lines that hold something, down to and with the ``proses``-th line of prose, of three at most.

    They are twelve at most.  Prose is what other rules leave alone, so that taking a credit or a button between does
    not move the end.
    """
    known: list[list[Line]] | None = doc.recall(opening)
    if known is None:
        known = _openings(doc)
    return known[proses - 1]


def _openings(doc: Document) -> list[list[Line]]:
    """The first lines down to the first, second and third line of prose."""
    openings: list[list[Line]] = []
    found: list[Line] = []
    last = len(doc.rows)
    for line in doc.forward():
        found.append(line)
        if prose(line.text[: 4 * _PARAGRAPH]):
            openings.append(found.copy())
        if len(openings) == _PROSES or len(found) == _MOST:
            last = line.index
            break
    openings += [found] * (_PROSES - len(openings))
    doc.keep(opening, openings, 0, last)
    return openings


def closing(doc: Document) -> list[Line]:
    """The last lines that hold something, up to and with the last but one that is prose, in reading order."""
    known: list[Line] | None = doc.recall(closing)
    if known is not None:
        return known
    found: list[Line] = []
    proses = first = 0
    for line in doc.backward():
        found.append(line)
        proses += prose(line.text[-4 * _PARAGRAPH :])
        if proses == 2 or len(found) == _MOST:
            first = line.index
            break
    found.reverse()
    doc.keep(closing, found, first, len(doc.rows))
    return found


def starts(text: str) -> bool:
    """Whether ``text`` begins as a sentence does: with a capital, a digit, or a letter of a script without case."""
    first = text.lstrip(_QUOTES + " \u00a0")[:1]
    return bool(first) and first.isalnum() and not first.islower()
