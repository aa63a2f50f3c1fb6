"""Lines as mere strings: what tests that come before a rule looks at lines are made with."""

from __future__ import annotations

from itertools import islice

from cleaner.document import Document


def current(doc: Document) -> list[str]:
    """All lines as they are now, those that are gone empty."""
    if not doc.touched:
        return doc.rows
    rows = doc.rows.copy()
    for line in doc.changed():
        rows[line.index] = "" if line.gone else line.text
    return rows


def first(doc: Document, count: int) -> list[str]:
    """What the first ``count`` lines say that hold something."""
    if doc.touched:
        return [line.text for line in doc.head(count)]
    return list(islice(filter(str.strip, doc.rows), count))


def last(doc: Document, count: int) -> list[str]:
    """What the last ``count`` lines say that hold something, in reading order."""
    if doc.touched:
        return [line.text for line in doc.tail(count)]
    return list(islice(filter(str.strip, reversed(doc.rows)), count))[::-1]
