"""What the forms of a dateline share."""

from __future__ import annotations

from cleaner.rules.metadata._places import in_capitals, is_known

SPACE = r"[ \u00a0]"

Found = tuple[int, str, str]
"""Where the dateline ends (characters), its place and its agency, empty when unknown."""


def sited(place: str) -> bool:
    """Whether ``place`` is one by its capitals, or known."""
    return in_capitals(place) or is_known(place)
