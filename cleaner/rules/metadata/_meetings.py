"""Days that are not the article's though they stand as such: of meetings and matches, and what is asked for."""

from __future__ import annotations

import re
from functools import cache

from cleaner.document import Document, Line
from cleaner.lazy import lazy
from cleaner.rules.metadata._stamps import stamp
from cleaner.text.prose import prose, starts
from cleaner.words import any_of

_LABEL = 40
"""Characters; a shorter line with a colon is a label."""

_FIELD = lazy(r"[^\W\d][^\W\d]{2,15}(?: [^\W\d]{2,15})?: ?[^\s:]")


def event(doc: Document, line: Line) -> bool:
    """Whether a date stands right above two or three words that are no date: the place of a meeting."""
    below = doc.lines[line.index + 1] if line.index + 1 < len(doc.lines) else None
    words = below.text.split() if below and not below.blank else []
    if prose("".join(row.text for row in doc.lines[line.index + 2 : line.index + 3])):
        return False  # who wrote it, right above the story
    return 0 < len(words) < 4 and below is not None and stamp(below.text) is None and starts(below.text)


def asked_for(doc: Document, line: Line) -> bool:
    """Whether the paragraph above ends with a colon, so that the date is what it names."""
    above = next((row for at in range(line.index - 1, -1, -1) if (row := doc.lines[at].text.rstrip())), "")
    return len(above) > _LABEL and above[-1] in ":："


@cache
def _own_label() -> re.Pattern[str]:
    """What else is labelled above or below an article."""
    keys = ("published_label", "updated_label", "byline_label", "source_label", "tail_label", "reading_time_label")
    return lazy(rf"\W{{0,3}}{any_of(*keys)}(?!\w)", re.IGNORECASE)


def boxed(doc: Document, line: Line) -> bool:
    """Whether a labelled date stands right above a line with another label: the day and place of a meeting."""
    below = doc.lines[line.index + 1].text if line.index + 1 < len(doc.lines) else ""
    return _FIELD.match(below) is not None and _own_label().match(below) is None
