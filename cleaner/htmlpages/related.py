"""Links to other stories that stand between the paragraphs: known by being nothing but a link."""

from __future__ import annotations

from typing import Any

from cleaner.htmlpages.tree import drop, joined, words_of

_INNER = ("div", "section", "article", "p", "ul", "ol", "table", "blockquote", "h1", "h2", "h3", "h4", "li")
_BLOCKS = ("p", "div", "h4", "h5", "h6")
_STOPS = (".", "!", "?", "。", "！", "？", "؟", "।", "…", ".”", ".“", '."', "”", "»")
_BACK = ("←", "⟵", "◀", "‹")
"""With which links begin that lead back to a list of stories."""

LABEL = 25
"""Characters that a label before a link may have ("Read more:")."""

LONG = 250
"""Characters above which a block is a paragraph, however much of it is linked."""


def take_related(root: Any, base: str) -> list[dict[str, str]]:
    """Take blocks that are only links out of ``root``, in place; gives their titles and addresses."""
    taken: list[dict[str, str]] = []
    for links in list(root.iter("ul", "ol")):
        items = list(links.iter("li"))
        if items and sum(_only_link(item) for item in items) > 0.6 * len(items):
            for item in items:
                _note(item, base, taken)
            drop(links)
    for block in _innermost(root):
        _take(block, base, taken)
    for link in list(root.iter("a")):
        if link.text and link.text.lstrip().startswith(_BACK) and not (link.tail or "").strip():
            drop(link)
    return taken


def _innermost(root: Any) -> list[Any]:
    """The blocks of ``root`` that hold links and no other block, in document order."""
    around: dict[Any, None] = {}
    for link in root.iter("a"):
        chain: list[Any] = []
        for outer in link.iterancestors():
            if outer in around:
                break
            if outer.tag in _BLOCKS:
                chain.append(outer)
            if outer.tag in _INNER:
                break
        around.update(dict.fromkeys(reversed(chain)))
    return [block for block in around if next(block.iterdescendants(*_INNER), None) is None]


def _take(block: Any, base: str, taken: list[dict[str, str]]) -> None:
    if _only_link(block):
        _note(block, base, taken)
        drop(block)


def _only_link(block: Any) -> bool:
    text = words_of(block)
    if not text or len(text) > LONG:
        return False
    linked = [words_of(a) for a in block.iter("a") if a.get("href")]
    inside = sum(map(len, linked))
    outside = len(text) - inside
    if not inside or len(linked) > 3:
        return False
    if outside <= 3:
        return not text.endswith(_STOPS) or len(text) < 30
    label = text[: text.find(linked[0])].rstrip()
    return label.endswith((":", "：", "»", ">", "|", "►", "→")) and outside <= LABEL + 3 and inside > outside


def _note(block: Any, base: str, taken: list[dict[str, str]]) -> None:
    for link in block.iter("a"):
        title, target = words_of(link), (link.get("href") or "").strip()
        if len(title) > 15 and target and not target.startswith(("#", "javascript:", "mailto:")):
            try:
                taken.append({"title": title, "url": joined(base, target)})
            except ValueError:
                taken.append({"title": title, "url": target})
