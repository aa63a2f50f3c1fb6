"""A block extraction of our own: a second opinion on every page, and the only one without an extractor installed."""

from __future__ import annotations

from typing import Any

from cleaner.htmlpages.blocks import Block, row
from cleaner.htmlpages.tree import content, prose
from cleaner.text.folding import squeeze
from cleaner.text.stops import ends_sentence

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

LINE = 100
"""Bytes of a line above which it may be a paragraph; of twice as many it is one, whatever stands in front of it."""

_BREAK = "\v"
"""A line break among pieces of text; no page holds this character (`tree.parse`)."""

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
            loose.append(_BREAK + (child.tail or ""))
            breaks = 0 if (child.tail or "").strip() else breaks
        else:
            inner = _inline(child)
            breaks = 0 if inner.strip() else breaks
            loose += (inner, child.tail or "")
    _flush(loose, kind, element, found)


def _inline(element: Any) -> str:
    """The text inside an element that makes no block, with its line breaks."""
    if len(element) == 0 or next(element.iter("br"), None) is None:
        return content(element)
    inner = "".join((_BREAK if child.tag == "br" else _inline(child)) + (child.tail or "") for child in element)
    return (element.text or "") + inner


def _flush(loose: list[str], kind: str, element: Any, found: list[Block]) -> None:
    """Append the text of ``loose`` as a block, which knows its lines where line breaks part paragraphs."""
    lines: list[str] = []
    for line in filter(None, map(squeeze, "".join(loose).split(_BREAK))):
        if lines and not _parted(lines[-1], line):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    if lines:
        found.append(Block(kind, " ".join(lines), _place(element), tuple(lines) if len(lines) > 1 else ()))


def _parted(before: str, after: str) -> bool:
    """True when two lines are paragraphs: not those of a poem, of an address, or broken at the end of a row."""
    held, following = (len(line.encode("utf-8", "replace")) for line in (before, after))
    return following >= 2 * LINE or (ends_sentence(before) and max(held, following) >= LINE)


def _place(element: Any) -> str:
    around = element.getparent()
    names = [f"{e.tag}.{e.get('class') or ''}" for e in (element, around) if e is not None]
    return " < ".join(names)
