"""What a line looks like at a glance: a sentence of running text, the beginning or the end of one."""

from __future__ import annotations

import re

from cleaner.lazy import lazy
from cleaner.text.scripts import EASTERN

_STOPS, _CLOSERS = ".。．।۔…", "\"'”’“‘»«）)]」』"
_END = lazy(rf"[{_STOPS}!?！？؟:：][{re.escape(_CLOSERS)}]{{0,3}}$")
_FULL_STOP = lazy(rf"[{_STOPS}][{re.escape(_CLOSERS)}]{{1,3}}$")
_WIDE = lazy(f"[{EASTERN}]")
_QUOTES = "\"'“”„«»‘’‚「『【（([¿¡—-"
_LONG, _PARAGRAPH = 60, 200
_ENDING = 4
"""As many characters as `_END` and `_FULL_STOP` may match."""


def wide(text: str) -> bool:
    """Whether ``text`` is in a script whose characters stand for more than a letter each."""
    first = text[:40]
    return not first.isascii() and _WIDE.search(first) is not None


def prose(text: str) -> bool:
    """Whether a line is a sentence of running text: long, and closed by a full stop, or longer than any headline."""
    text = text.strip()
    size = len(text)
    if 2 * size >= _LONG and size < _PARAGRAPH and not text.isascii() and wide(text):
        size *= 2
    if not _LONG <= size < _PARAGRAPH:
        return size >= _PARAGRAPH
    return text[-1] in _STOPS or (text[-1] in _CLOSERS and _FULL_STOP.search(text[-_ENDING:]) is not None)


def closed(text: str) -> bool:
    """Whether ``text`` ends like a sentence or an announcement."""
    return bool(_END.search(text.rstrip()[-_ENDING:]))


def starts(text: str) -> bool:
    """Whether ``text`` begins as a sentence does: with a capital, a digit, or a letter of a script without case."""
    first = text.lstrip(_QUOTES + " \u00a0")[:1]
    return bool(first) and first.isalnum() and not first.islower()
