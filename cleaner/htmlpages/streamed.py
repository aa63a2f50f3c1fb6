"""Pages that a server sends in parts (React): the later ones stand hidden at the end until a script moves them."""

from __future__ import annotations

from typing import Any

from cleaner.htmlpages.tree import drop

_PLACES = ("B:", "P:")
"""With which the names of placeholders begin; that of the part is "S:"."""


def settle(root: Any) -> None:
    """Put the parts of ``root`` that were sent later where their placeholders stand, in place."""
    places = {str(name): element for element in root.iter("template") if (name := element.get("id"))}
    if not places:
        return
    for part in [element for element in root.iter("div") if element.get("hidden") is not None]:
        called = part.get("id") or ""
        for begin in _PLACES:
            place = places.pop(begin + called[2:], None) if called.startswith("S:") else None
            if place is not None and part not in set(place.iterancestors()):
                del part.attrib["hidden"]
                place.addprevious(part)
                drop(place)
