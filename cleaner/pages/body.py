"""The body of the article: the strongest of several readings of one tree, as blocks of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lxml import etree

from cleaner.pages import blocks
from cleaner.pages.blocks import Block
from cleaner.pages.merge import merge
from cleaner.pages.own import own_blocks
from cleaner.pages.semantics import Semantics
from cleaner.pages.tree import fold, squeeze

try:
    from trafilatura import bare_extraction
except ImportError:  # the extra `html` is not installed
    bare_extraction = None


HEAD = 6
"""Blocks among which the headline may stand again."""


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of an article and the name of the reading they come from."""

    blocks: list[Block]
    evidence: str


def body(root: Any, said: Semantics, titles: list[str], lead: str) -> Body:
    """The article body on the page ``root``, which has been pruned; without headline, with its standfirst ``lead``."""
    found, evidence = merge(_extracted(root), own_blocks(root))
    return Body(_with_lead(_without_titles(found, titles), lead), evidence)


def _without_titles(found: list[Block], titles: list[str]) -> list[Block]:
    """Blocks without the headline, which may stand again among the first of them."""
    known = {fold(title) for title in titles if title}
    return [b for at, b in enumerate(found) if not (at < HEAD and fold(b.text) in known)]


def _with_lead(found: list[Block], lead: str) -> list[Block]:
    """Blocks with the standfirst in front, unless one of them holds it already."""
    if not lead or not found:
        return found
    start = fold(lead)[:60]
    if any(start in fold(block.text) for block in found):
        return found
    return [Block("p", lead), *found]


def _extracted(tree: Any) -> list[Block]:
    if bare_extraction is None:
        return []
    try:
        found = bare_extraction(tree, include_comments=False, favor_precision=True)
    except (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError):
        return []
    return blocks.from_extractor(found.body) if found is not None and found.body is not None else []


def articles_text(said: Semantics) -> str:
    """The body that the page's JSON-LD gives, on one line; empty when it gives none."""
    return squeeze(str(said.ld.get("articleBody") or ""))
