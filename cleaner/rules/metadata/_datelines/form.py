"""What the forms of a dateline share."""

from __future__ import annotations

import re

from cleaner.rules.metadata._places import in_capitals, is_known
from cleaner.text.prose import starts

SPACE = r"[ \u00a0]"

Found = tuple[int, str, str]
"""Where the dateline ends (characters), its place and its agency, empty when unknown."""


def sited(place: str) -> bool:
    """Whether ``place`` is one by its capitals, or known."""
    return in_capitals(place) or is_known(place)


def before_sentence(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match of ``pattern`` at the start of ``text``, if a sentence starts behind it."""
    match = pattern.match(text)
    return match if match and starts(text[match.end() :]) else None
