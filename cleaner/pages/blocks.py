"""Blocks of text: paragraphs, headings, quotations, list items, table rows; and the page text made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cleaner.pages.tree import content, squeeze, words_of


@dataclass(frozen=True)
class Block:
    """One block; ``kind`` is p, heading, quote, item or row, ``text`` stands on one line.

    ``place`` names the element it comes from and the one around that, as far as their markup has names.
    """

    kind: str
    text: str
    place: str = ""

    @cached_property
    def dense(self) -> str:
        """The text without spaces, as readings are compared."""
        return "".join(self.text.split())


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


_KINDS = {"p": "p", "head": "heading", "quote": "quote", "code": "p", "item": "item", "row": "row", "ab": "p"}


def from_extractor(body: Any) -> list[Block]:
    """The blocks of a trafilatura body element."""
    return [block for block in _walk(body, "p") if block.text]


def _walk(element: Any, kind: str) -> Iterator[Block]:
    """Blocks below ``element``; text that stands between blocks makes paragraphs of its own."""
    loose: list[str] = [element.text or ""]
    for child in element:
        if child.tag in ("p", "head", "quote", "code", "item", "row", "ab", "list", "table", "cell", "div", "body"):
            yield from _flush(loose, kind)
            yield from _row(child) if child.tag == "row" else _walk(child, _KINDS.get(child.tag, kind))
            loose = [child.tail or ""]
        elif child.tag == "lb":
            yield from _flush(loose, kind)
            loose = [child.tail or ""]
        elif child.tag in ("graphic", "figure"):
            loose.append(child.tail or "")
        else:
            loose.append(content(child))
            loose.append(child.tail or "")
    yield from _flush(loose, kind)


def _row(element: Any) -> Iterator[Block]:
    cells = [words_of(cell) for cell in element]
    cells = [cell for cell in cells if cell]
    if len(cells) == 1:
        yield Block("p", cells[0])
    elif cells:
        yield Block("row", " | ".join(cells))


def _flush(loose: list[str], kind: str) -> Iterator[Block]:
    text = squeeze("".join(loose))
    if text:
        yield Block(kind, text)
