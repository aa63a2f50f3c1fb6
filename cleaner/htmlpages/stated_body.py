"""The body that a page's JSON-LD gives decides where two readings end, and stands in when both fail."""

from __future__ import annotations

from cleaner.htmlpages.blocks import Block
from cleaner.htmlpages.merge import Held
from cleaner.lazy import lazy
from cleaner.text.folding import squeeze

FULL = 400
"""Bytes that a stated body must have to decide anything."""

AGREED = 0.6
"""Share of the paragraphs that a stated body must hold to be taken as the body of the same article, in full."""

TAIL = 0.6
"""Share of the text that may be cut off behind the last paragraph of the stated body."""

LOST = 0.5
"""When the readings hold less than this share of the stated body, the stated body is taken."""

_LINES = lazy(r"\s{0,9}\n\s{0,99}")
_TAGS = lazy(r"<[/a-zA-Z][^<>]{0,300}>")


def settle(found: list[Block], evidence: str, stated: str) -> tuple[list[Block], str]:
    """``found`` without what follows the article by its ``stated`` body; or that body where ``found`` has lost it."""
    body = [Block("p", text) for line in _LINES.split(_TAGS.sub("\n", stated)) if (text := squeeze(line))]
    if len(stated.encode("utf-8", "replace")) < FULL:
        return found, evidence
    if Held(found).share_of_pieces(body) < LOST and _size(body) > _size(found):
        return body, "json-ld:articleBody"
    held = Held(body)
    within = [held.has(block) for block in found]
    if True not in within:
        return found, evidence
    last = len(within) - 1 - within[::-1].index(True)
    kept = found[: last + 1]
    agreed = _size([block for block, inside in zip(found, within, strict=True) if inside])
    whole = _ends_together(body, found[last]) and agreed >= AGREED * _size(kept)
    return (kept, evidence) if whole and _size(found[last + 1 :]) <= TAIL * _size(found) else (found, evidence)


def _ends_together(body: list[Block], last: Block) -> bool:
    """True when the last paragraph of the body ends with the last block that it shares with the readings."""
    dense, end = last.dense, "".join(block.dense for block in body[-3:])
    return len(dense) >= 8 and end.endswith(dense[-24:])


def _size(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks)
