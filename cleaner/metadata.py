"""The metadata of one article: what came with the record, and what the rules lift out of the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from cleaner.edit import Lift

SCALARS = (
    "title", "subtitle", "published", "published_precision", "updated", "dateline", "language", "section",
    "publisher", "url", "syndicated_from", "rights",
)  # fmt: skip
"""Article fields that hold one value; null when unknown."""

ITEMS: dict[str, tuple[str, ...]] = {
    "images": ("caption", "credit"),
    "links": ("text", "target", "valid"),
    "galleries": ("title", "count"),
    "media": ("kind", "title"),
    "related": ("title", "url"),
}
"""Article fields that hold a list of objects, with the keys that every object has."""

NAMES = ("authors", "contributors", "headings")
"""Article fields that hold a list of strings."""

PARTS: dict[str, tuple[str, ...]] = {"dateline": ("place", "agency", "text")}
"""Article fields that hold one object, with its keys."""


class Metadata:
    """Collects fields; the record's own values stand, lifted ones fill the gaps and lengthen the lists.

    ``settled`` names lists that stand too when they are given: the markup of a page says all of its authors.
    """

    __slots__ = ("fields", "settled")

    def __init__(self, given: Mapping[str, Any] | None = None, settled: Iterable[str] = ()) -> None:
        self.fields: dict[str, Any] = {}
        self.settled: frozenset[str] = frozenset()
        for name, value in (given or {}).items():
            if name in SCALARS:
                self._scalar(name, value)
            elif isinstance(value, (list, tuple)):
                for item in value:
                    self._item(name, item)
            else:
                self._item(name, value)
        self.settled = frozenset(name for name in settled if self.fields.get(name))

    def lift(self, lift: Lift) -> None:
        """Take in what an edit lifts; a list value stands for several items.  Raises KeyError for an unknown field."""
        for name, value in lift:
            if name in SCALARS:
                self._scalar(name, value)
            elif name not in self.settled:
                for item in value if isinstance(value, list) else [value]:
                    self._item(name, item)

    def _scalar(self, name: str, value: Any) -> None:
        held = self.fields.get(name)
        if value in (None, "") or (held not in (None, "") and (name not in PARTS or held.get("text"))):
            return
        if name in PARTS:  # an agency that the record names without the wording is filled up with what the text says
            value = {key: (held or {}).get(key) or value.get(key) for key in PARTS[name]}
        self.fields[name] = value

    def _item(self, name: str, value: Any) -> None:
        if name in ITEMS:
            value = {key: value.get(key) for key in ITEMS[name]}
        elif name not in NAMES:
            raise KeyError(f"the article schema has no field {name!r}")
        held = self.fields.setdefault(name, [])
        if value not in held and value not in (None, ""):
            held.append(value)
