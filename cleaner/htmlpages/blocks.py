"""Blocks of text: paragraphs, headings, quotations, list items, table rows; and the page text made of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cleaner.htmlpages.tree import content, words_of
from cleaner.text.folding import squeeze


@dataclass(frozen=True)
class Block:
    """One block; ``kind`` is p, heading, quote, item or row, ``text`` stands on one line.

    ``place`` names the element it comes from and the one around that, as far as their markup has names.  ``lines`` are
    the paragraphs of which it is made, when line breaks part it into several.
    """

    kind: str
    text: str
    place: str = ""
    lines: tuple[str, ...] = ()

    @cached_property
    def dense(self) -> str:
        """The text without spaces, as readings are compared."""
        return "".join(self.text.split())


def parted(blocks: Iterable[Block]) -> list[Block]:
    """Blocks of which none is made of several lines, and none says again what the one before it says."""
    lines = [Block(block.kind, line, block.place) for block in blocks for line in block.lines or (block.text,)]
    pairs = zip([None, *lines], lines, strict=False)
    return [block for before, block in pairs if not before or before.dense != block.dense]


def join(blocks: Iterable[Block]) -> str:
    """Blocks as text: a blank line between blocks, list items and table rows on lines of their own."""
    pieces: list[str] = []
    before = ""
    for block in blocks:
        if pieces:
            pieces.append("\n" if block.kind == before and block.kind in ("item", "row") else "\n\n")
        pieces.append(f"- {block.text}" if block.kind == "item" else block.text)
        before = block.kind
    return "".join(pieces)


_HOLDERS = frozenset(("p", "head", "quote", "code", "item", "row", "ab", "list", "table", "cell", "div", "body"))
_KINDS = {"p": "p", "head": "heading", "quote": "quote", "code": "p", "item": "item", "row": "row", "ab": "p"}


def from_extractor(body: Any) -> list[Block]:
    """The blocks of a trafilatura body element."""
    found: list[Block] = []
    _walk(body, "p", found)
    return found


def _walk(element: Any, kind: str, found: list[Block]) -> None:
    """Append the blocks below ``element`` to ``found``; text that stands between blocks makes paragraphs of its own."""
    loose: list[str] = [element.text or ""]
    for child in element:
        if child.tag in _HOLDERS:
            _flush(loose, kind, found)
            if child.tag == "row":
                row(child, found)
            else:
                _walk(child, _KINDS.get(child.tag, kind), found)
            loose = [child.tail or ""]
        elif child.tag == "lb":
            _flush(loose, kind, found)
            loose = [child.tail or ""]
        elif child.tag in ("graphic", "figure"):
            loose.append(child.tail or "")
        else:
            loose += (content(child), child.tail or "")
    _flush(loose, kind, found)


def row(element: Any, found: list[Block]) -> None:
    """Append a row of a table to ``found``; a single cell is a paragraph, as is a label with a colon and more."""
    cells = [cell for cell in map(words_of, element) if cell]
    if len(cells) > 1 and cells[1][0] in ":：":
        cells = [" ".join([cells[0] + cells[1], *cells[2:]])]
    if len(cells) == 1:
        found.append(Block("p", cells[0]))
    elif cells:
        found.append(Block("row", " | ".join(cells)))


def _flush(loose: list[str], kind: str, found: list[Block]) -> None:
    text = squeeze("".join(loose))
    if text:
        found.append(Block(kind, text))
