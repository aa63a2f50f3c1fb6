"""The section of the outlet that lines above and below an article name."""

from __future__ import annotations

from functools import cache

from cleaner.document import Document
from cleaner.lazy import lazy
from cleaner.text.headings import folded
from cleaner.words import any_of, words

_SPLIT = lazy(r" ?[>»›→] ?| [/|·•–-] |::")
_LABELLED = lazy(rf"(?i:{any_of('section_label')}) ?[:：] ?(?P<name>[^\W\d_a-z][^:,.!?\n]{{1,39}})")
_LONGEST, _WORDS = 60, 4
SIGNS = " >»›→/|·•"
"""What stands around a name on the way from the front page."""


def parts(text: str) -> list[str]:
    """What stands between the signs of a way from the front page: "Home > News" are two."""
    return [part.strip() for part in _SPLIT.split(text.strip(SIGNS)) if part.strip()]


def section(text: str) -> str | None:
    """The section that a line names and says nothing else: "POLITICS", "News | Politics", "Section: Island life"."""
    text = text.strip(" \u00a0[]#*")
    if len(text) > _LONGEST:
        return None
    names = parts(text)
    return labelled(text) or (names[-1] if names and all(map(known, names)) else None)


def labelled(text: str) -> str | None:
    """The section behind a label: "Section: Island life"."""
    named = _LABELLED.fullmatch(text.strip(" \u00a0[]#*")) if len(text) <= _LONGEST else None
    return named["name"].strip() if named and len(named["name"].split()) <= _WORDS else None


def as_section(doc: Document, name: str | None) -> dict[str, str]:
    """The lift of a section ``name``; nothing where there is none, or the section is known already."""
    return {"section": name} if name and not doc.fields.get("section") else {}


def known(name: str) -> bool:
    """Whether ``name`` is a usual name of a section."""
    return folded(name) in _known()


def home(name: str) -> bool:
    """Whether ``name`` is what sites call their front page."""
    return folded(name) in _home()


def apart(text: str) -> tuple[str, str]:
    """A section before or behind the rest of a line, and that rest: "3 March 2015 | Politics"; else "" and the line."""
    names = parts(text) if len(text) <= 2 * _LONGEST else []
    for at in (-1, 0) if len(names) > 1 else ():
        if known(names[at]):
            before, _, behind = text.rpartition(names[at]) if at else text.partition(names[at])
            return names[at], (before if at else behind).strip(f"{SIGNS}–-")
    return "", text


@cache
def _known() -> frozenset[str]:
    return frozenset(map(folded, words("section_name")))


@cache
def _home() -> frozenset[str]:
    return frozenset(map(folded, words("section_home")))
