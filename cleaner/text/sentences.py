"""Where sentences may begin in a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from cleaner.lazy import lazy
from cleaner.text.beginnings import matches
from cleaner.text.stops import STOPS

_ENDS, _STOPS, _QUOTES = rf".!?…:;\"”’»)\]。！？」』{STOPS}", ".!?…", "“‘«"

_BLANKS = r"[ \t\u00a0]*"
START = rf"(?:^|(?<=[{_ENDS}])|(?<=[{_STOPS}][{_QUOTES}])){_BLANKS}"
"""Where a sentence may begin: at the start of a line, or behind the mark that ends another (also without a space)."""

_END = lazy(rf"[{_ENDS}{_QUOTES}]")


class Sentences:
    """Sentences of which the beginning is known: what an expression, case ignored, matches where they begin."""

    def __init__(self, pattern: str) -> None:
        self._from_start = lazy(f"{START}(?:{pattern})", re.IGNORECASE)
        self._behind_end = lazy(rf"[{_ENDS}{_QUOTES}]{_BLANKS}(?:{pattern})", re.IGNORECASE)

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """One match behind the other, the blanks in front with it, as ``finditer`` with `START` in front would.

        The mark that ends the sentence before is searched for, which takes a tenth of the time of a look behind.
        """
        place = past = 0
        while True:
            match = self._from_start.match(text, place)
            if match:
                past = match.end()
                yield match
            end = self._behind_end.search(text, max(place, past - 1))
            if end is None:
                return
            place = end.start() + 1

    def among(self, text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
        """The same for sentences that begin at some of the places where `START` matches only."""
        return matches(self._from_start, text, places)

    def near(
        self, text: str, marks: Iterable[int] | None, reach: int, since: Since | None = None
    ) -> Iterator[re.Match[str]]:
        """The same for sentences in front of ``marks``, at most ``reach`` characters and as far as ``since`` says; all,
        where no marks are known."""
        return self.matches(text) if marks is None else self.among(text, starts(text, marks, reach, since))


Since = Callable[[str, int, int], int]
"""From where on, in a text between two places, a sentence may run to the second one."""


def starts(text: str, marks: Iterable[int], reach: int, since: Since | None = None) -> Iterator[int]:
    """The places in a line where `START` matches and from which one of the ``marks`` is at most ``reach`` characters
    away; all in order.
    """
    past = 0
    for mark in marks:
        begin = max(past, mark - reach)
        begin = since(text, begin, mark) if since else begin
        if not begin:
            yield 0
        for end in _END.finditer(text, max(0, begin - 1), mark):
            at = end.start()
            if text[at] not in _QUOTES or text[at - 1 : at] in (*_STOPS,):
                yield at + 1
        past = mark + 1
