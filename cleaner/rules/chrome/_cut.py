"""What the rules on page chrome share."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.textpages.region import HEAD, region


def cuts(doc: Document, place: str) -> Iterator[Edit]:
    """The edits that take the chrome at ``place``; none from a text that is an article already."""
    if doc.kind in ("page", "article"):
        return
    found = region(doc.text)
    for piece in found.pieces:
        if piece.place == place:
            lift = {"title": found.title} if place == HEAD and found.title and not doc.fields.get("title") else {}
            yield Edit(piece.start, piece.end, "", tuple(lift.items()))
