"""The body of the article: the strongest of several readings of one tree, as blocks of text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree

from cleaner.htmlpages import blocks
from cleaner.htmlpages.blocks import Block
from cleaner.htmlpages.container import own_blocks
from cleaner.htmlpages.dates import stamp
from cleaner.htmlpages.merge import DOUBTED, Held, is_prose, merge
from cleaner.htmlpages.script_body import body_in_scripts
from cleaner.htmlpages.selectors import Quick
from cleaner.htmlpages.semantics import Semantics
from cleaner.htmlpages.stated_body import settle
from cleaner.lazy import lazy
from cleaner.text.folding import fold

extractor: Any
try:
    import trafilatura as extractor
    from trafilatura import xpaths
    from trafilatura.settings import Extractor
except ImportError:  # the extra `html` is not installed
    extractor = None


HEAD = 6
"""Blocks among which headline, authors and date may stand again."""

SHORT = 80
"""Characters that a line of authors or a date may have."""

ENOUGH = 0.5
"""Share of the container's paragraphs below which the extractor's first answer is doubted."""

LABEL = 30
"""Characters that may stand around the authors' names in such a line, when there is no day and time among them."""

_STAMPED = lazy(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\D{1,3}\d{1,2}[:.]\d\d")


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of an article and the name of the reading they come from."""

    blocks: list[Block]
    evidence: str


@dataclass(frozen=True, slots=True)
class Known:
    """What has been read of the article's head before its body: headlines, standfirst, authors and days (ISO)."""

    titles: list[str]
    lead: str
    authors: list[str]
    days: set[str]


def body(root: Any, said: Semantics, known: Known, source: str | bytes) -> Body:
    """The article body on the page ``root``, which has been pruned; without headline, with its standfirst.

    ``source`` is the whole page as it came.
    """
    whole = own_blocks(root)
    found, evidence = merge(_voted(root, whole), whole, frozenset(map(fold, filter(None, known.titles))))
    found, evidence = settle(found, evidence, said.body())
    if _size(found) < DOUBTED and _size(carried := body_in_scripts(source)) > 2 * _size(found):
        found, evidence = carried, "script"
    return Body(_with_lead(_without_head(blocks.parted(found), known), known.lead), evidence)


def _size(found: list[Block]) -> int:
    return sum(len(block.text) for block in found)


def _without_head(found: list[Block], known: Known) -> list[Block]:
    """Blocks without what has been read into fields and stands again among the first of them, or signs the last."""
    titles = {fold(title) for title in known.titles if title}
    found = [block for at, block in enumerate(found) if at >= HEAD or not _is_head(block.text, titles, known)]
    while len(found) > 1 and (_heads_nothing(found[-1]) or _is_signature(found[-1].text, known)):
        found.pop()
    return found


def _heads_nothing(last: Block) -> bool:
    """True for a heading at the end, but not for one that tells of the author, the picture or the day."""
    return last.kind == "heading" and not any(char.isdigit() or char in ":：" for char in last.text)


def _is_signature(text: str, known: Known) -> bool:
    """True for a line that holds nothing but the authors."""
    rest = text if len(text) <= SHORT else ""
    for author in known.authors:
        rest = rest.replace(author, "")
    return len(rest) < len(text) <= SHORT and not any(char.isalnum() for char in rest)


def _is_head(text: str, titles: set[str], known: Known) -> bool:
    """True for the headline, and for a short line that holds little more than the authors or the date."""
    if fold(text) in titles:
        return True
    if len(text) > SHORT:
        return False
    rest = text
    for author in known.authors:
        rest = rest.replace(author, "")
    if len(rest) < len(text) and (len(rest) <= LABEL or _STAMPED.search(rest)):
        return True
    seen = stamp(text, "")
    return seen is not None and seen.day in known.days and not text.endswith((".", "!", "?", "。"))


def _with_lead(found: list[Block], lead: str) -> list[Block]:
    """Blocks with the standfirst in front, unless one of them holds it already."""
    if not lead or not found:
        return found
    start = fold(lead)[:60]
    if any(start in fold(block.text) for block in found):
        return found
    return [Block("p", lead), *found]


def _voted(tree: Any, whole: list[Block]) -> Held:
    """The extractor's blocks; it compares itself with its fallbacks only where it gave little of ``whole``."""
    quick = Held(_extracted(tree, True))
    lost = quick.share([block for block in whole if is_prose(block)]) < ENOUGH
    return Held(_extracted(tree, False)) if lost or _size(quick.given) < DOUBTED else quick


def _extracted(tree: Any, fast: bool) -> list[Block]:
    if extractor is None:
        return []
    try:
        with _quick():
            found: Any = extractor.bare_extraction(tree, options=_options(fast))
    except (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError):
        return []
    return blocks.from_extractor(found.body) if found is not None and found.body is not None else []


@cache
def _options(fast: bool) -> Any:
    """What the extractor is asked for; with the format "python" it would make a text of its tree as well."""
    return Extractor(output_format="txt", fast=fast, precision=True, comments=False)


@cache
def _quick() -> Quick:
    return Quick(xpaths)
