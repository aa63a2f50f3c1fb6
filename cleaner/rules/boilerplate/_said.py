"""What may stand in a text twice."""

from collections import Counter
from functools import cached_property

_MANY = 40
"""Pieces that are sought in a text before its words are counted."""


class Said:
    """What a text says: once much has been sought in it, what may stand in it twice can be told by its words."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._sought = 0

    def may_repeat(self, part: str) -> bool:
        """Whether ``part`` may stand in the text a second time."""
        self._sought += 1
        return self._sought <= _MANY or self._twice.issuperset(part.split()[1:-1])

    @cached_property
    def _twice(self) -> set[str]:
        return {word for word, count in Counter(self._text.split()).items() if count > 1}
