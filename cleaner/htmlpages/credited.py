"""Agencies, outlets and desks that the markup credits as authors: kept apart from people, and only when asked for."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.htmlpages.authors import from_ld, from_props
from cleaner.htmlpages.semantics import Semantics
from cleaner.htmlpages.zone import Zone
from cleaner.text.folding import dense
from cleaner.text.people import organisations_in, people


def organisations(said: Semantics, near: Zone, sites: set[str], persons: Sequence[str]) -> tuple[list[str], str]:
    """The organisations that JSON-LD or microdata state as authors, in order, and the markup path.

    ``persons`` are the authors that are known; of a text that names one of them only a news agency is taken.
    """
    known = [dense(name) for name in persons]
    for source, path in ((from_ld(said, True), "json-ld:author"), (from_props(said, near), "itemprop:author")):
        found: list[str] = []
        for text, typed in source:
            named = any(one in dense(text) for one in known) or bool(people(text, sites, True, typed))
            found += organisations_in(text, named, sites)
        if found:
            return list(dict.fromkeys(found)), path
    return [], ""
