"""A block extraction of our own: a second opinion on every page, and the only one without an extractor installed."""

from __future__ import annotations

from typing import Any

from cleaner.pages.blocks import Block, row
from cleaner.pages.tree import content, prose, squeeze

_KINDS = {
    "p": "p", "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "blockquote": "quote", "li": "item", "pre": "p", "dt": "p", "dd": "item",
}  # fmt: skip
_HOLDERS = (
    "div", "section", "article", "main", "header", "ul", "ol", "dl", "table", "tbody", "thead", "tfoot", "tr",
    "td", "th", "figure", "center", "form", "fieldset", "details", "summary",
)  # fmt: skip
_BLOCKS = frozenset(_KINDS).union(_HOLDERS)
HELD = 0.8
"""The container of an article is the deepest element that holds this share of the running text around it."""

DEEP = 200
"""Levels of markup that are looked at one by one; what lies deeper counts as one block."""


def own_blocks(root: Any) -> list[Block]:
    """The blocks of the element that holds nearly all running text, in reading order."""
    found: list[Block] = []
    _walk(container(root), "p", 0, found)
    while found and found[-1].kind == "heading":
        found.pop()
    return found


def container(root: Any) -> Any:
    """The deepest element with nearly all running text of ``root``."""
    weight = prose(root)
    here = root
    while True:
        best = max(here, key=lambda child: weight.get(child, 0), default=None)
        if best is None or best.tag in ("p", "li", "span", "b", "em"):
            return here
        if weight.get(best, 0) < HELD * weight.get(here, 0):
            return here
        here = best


def _walk(element: Any, kind: str, depth: int, found: list[Block]) -> None:
    """Append the blocks below ``element`` to ``found``; two line breaks part paragraphs."""
    loose: list[str] = [element.text or ""]
    breaks = 0
    for child in element:
        if child.tag in _BLOCKS and depth < DEEP:
            _flush(loose, kind, element, found)
            if child.tag == "tr":
                row(child, found)
            else:
                _walk(child, _KINDS.get(child.tag, kind), depth + 1, found)
            loose = [child.tail or ""]
            breaks = 0
        elif child.tag in ("br", "hr"):
            breaks += 1
            if breaks > 1:
                _flush(loose, kind, element, found)
                loose = []
            loose.append("\n" + (child.tail or ""))
            breaks = 0 if (child.tail or "").strip() else breaks
        else:
            inner = content(child)
            breaks = 0 if inner.strip() else breaks
            loose += (inner, child.tail or "")
    _flush(loose, kind, element, found)


def _flush(loose: list[str], kind: str, element: Any, found: list[Block]) -> None:
    text = squeeze("".join(loose))
    if text:
        found.append(Block(kind, text, _place(element)))


def _place(element: Any) -> str:
    around = element.getparent()
    names = [f"{e.tag}.{e.get('class') or ''}" for e in (element, around) if e is not None]
    return " < ".join(names)
