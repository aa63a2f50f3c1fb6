"""What blogs write beside a date: where a post is filed, and how many comments it has."""

from __future__ import annotations

import re
from functools import cache

from cleaner.lazy import lazy
from cleaner.rules.metadata._stamps import yearly
from cleaner.text.dates import date_pattern
from cleaner.words import any_of, words

_PARTING = "/|·•"
_POSTED = lazy(
    rf"(?P<date>{date_pattern()}) ?[{_PARTING}] ?\d{{1,5}} {any_of('comments_label')} ?[{_PARTING}] ?"
    rf"in [^{_PARTING}]{{2,60}}[{_PARTING}] ?by (?P<name>[^{_PARTING}]{{2,40}})",
    re.IGNORECASE,
)
_FILED = lazy(
    rf"[.|·•]? ?(?:(?:posted|filed) (?:in|under)[ :] ?(?P<section>[^|·•.]{{2,40}})|{any_of('comments_prompt')}"
    rf"|\d{{1,5}} {any_of('comments_label')})\s?$",
    re.IGNORECASE,
)


@cache
def _filed_ends() -> frozenset[str]:
    """What `_FILED` ends with, in up to four small letters, but for names of sections."""
    return frozenset(word.lower()[-4:] for word in words("comments_prompt", "comments_label"))


def _may_be_filed(small: str) -> bool:
    """Whether `_FILED` may match the end of a line in ``small`` letters: a cheap test."""
    ends = _filed_ends()
    return small[-4:] in ends or small[-3:] in ends or small[-2:] in ends or "ed in" in small or "ed under" in small


def posted(text: str) -> re.Match[str] | None:
    """The ``date`` and ``name`` of a line that names comments and section between them."""
    parted = "by " in text.lower() and any(mark in text for mark in _PARTING)
    return _POSTED.fullmatch(text) if parted else None


def filed(text: str) -> re.Match[str] | None:
    """What ends a line with a year: the ``section`` of a post, or a word about comments."""
    return _FILED.search(text) if _may_be_filed(text.lower()) and yearly(text) else None
