"""Lines as mere strings: what tests that come before a rule looks at lines are made with."""

from __future__ import annotations

from itertools import islice

from cleaner.document import Document


def current(doc: Document) -> list[str]:
    """What each line says now, nothing where it is gone."""
    if not doc.touched:
        return doc.rows
    known: list[str] | None = doc.recall(current)
    if known is None:
        known = doc.rows.copy()
        for line in doc.changed():
            known[line.index] = "" if line.blank else line.text
        doc.keep(current, known, 0, len(known))
    return known


def first(doc: Document, count: int) -> list[str]:
    """What the first ``count`` lines say that hold something."""
    return list(islice(filter(str.strip, current(doc)), count))


def last(doc: Document, count: int) -> list[str]:
    """What the last ``count`` lines say that hold something, in reading order."""
    return list(islice(filter(str.strip, reversed(current(doc))), count))[::-1]
