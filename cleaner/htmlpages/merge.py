"""Two readings of one page become one: the extractor votes, the container fills what the vote left out in between."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import takewhile, zip_longest

from cleaner.htmlpages.blocks import Block, parted
from cleaner.text.folding import fold

END = 24
"""Characters at an end of a paragraph by which two readings of it are known to be of one."""

MENDED = 0.3
"""Words that a reading may have lost inside a paragraph, as a share of it."""

PIECE = 32
"""Characters (without spaces) of the pieces by which the two readings are compared."""

FOUND = 0.6
"""Share of a block's pieces that the other reading must hold for the block to count as held."""

SHARED = 0.75
"""Share of the extractor's text that the container must hold for the two to be readings of the same article."""

LEAST, LITTLE = 0.4, 600
"""When two readings are of different parts of the page, the extractor's must hold this share of the container's prose,
or this many bytes of prose, which the container must have too."""

OPENING = 800
"""Bytes of a paragraph that is no lead."""

DOUBTED = 350
"""Characters below which the extractor's answer is doubted: a section of the article, or a box, taken for the whole."""

PART = 0.3
"""It is when it holds less than this share of all paragraphs of the container."""

FEW = 1 / 3
"""A place of whose paragraphs the extractor holds no more than this share is another part of the page, mostly."""

MANY = 20
"""Places above which no others are called alike."""

MISSED = 0.75
"""When the extractor holds less than this share of the container's paragraphs, it has lost part of the article."""


def merge(votes: Held, whole: list[Block], titles: frozenset[str] = frozenset()) -> tuple[list[Block], str]:
    """The blocks of the article and the name of the reading: ``extractor``, ``container`` or ``both``.

    ``votes`` is what the extractor gives, ``whole`` everything in the container, ``titles`` the folded headlines.
    """
    voted = votes.given
    if not voted or not whole:
        return voted or _main(whole), "extractor" if voted else "container"
    held = Held(whole)
    if held.share(voted) < SHARED:
        if _prose(whole) > LITTLE and _prose(voted) < min(LEAST * _prose(whole), LITTLE):
            return _main(whole), "container"
        return _whole(voted, whole, held), "extractor"
    return _together(votes, whole, titles, held)


def _together(votes: Held, whole: list[Block], titles: frozenset[str], held: Held) -> tuple[list[Block], str]:
    """The blocks of two readings of one article, and how they were found; ``held`` is the container's."""
    voted = votes.given
    keep = [votes.has(block) for block in whole]
    first, last = _ends(keep)
    if _prose(passed := _below_headline(whole[:first], titles)) > _prose(voted):
        return [*passed, *voted], "both"
    if opening := _lost_opening(whole, titles, votes):
        known = Held(opening)
        return [*opening, *(block for block in voted if not known.has(block))], "both"
    places = _places(whole, keep)
    lost = votes.share([block for block in whole if is_prose(block) and block.place in places]) < MISSED
    if not lost:
        filled = _filled(_whole(voted, whole, held), whole, votes)
        return (_main(whole), "container") if _is_box(votes, whole) else (filled, "extractor")
    if len(places) <= MANY:
        places |= {place for place in {b.place for b in whole} if any(_is_alike(place, other) for other in places)}
    for at, block in enumerate(whole):
        keep[at] = keep[at] or (is_prose(block) and block.place in places)
    first, last = _ends(keep)
    for at in range(len(whole) - 2, first, -1):
        if whole[at].kind == "heading" and not keep[at]:
            keep[at] = keep[at + 1] and at < last
    found = [block for block, kept in zip(whole, keep, strict=True) if kept]
    if Held(found).share(voted) < SHARED:  # they stand in one block of the container, with much else
        return _whole(voted, whole, held), "extractor"
    return found, "both"


def _places(whole: list[Block], keep: list[bool]) -> set[str]:
    """The places in which the article stands: those of the prose that the votes hold (``keep``).

    A place of which they hold little is not one, as long as most of what they hold stands elsewhere: comments of
    readers, other stories.
    """
    kept: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for block, voted in zip(whole, keep, strict=True):
        if is_prose(block):
            held[block.place] += len(block.text)
            kept[block.place] += len(block.text) if voted else 0
    places = {place for place, size in kept.items() if size > FEW * held[place]}
    if 2 * sum(kept[place] for place in places) < sum(kept.values()):
        places = {place for place, size in kept.items() if size}
    return places


def _is_alike(place: str, other: str) -> bool:
    """True when two places have the same tags, and one has all the names of the other ("text", "text lead")."""
    for one, two in zip_longest(place.split(" < "), other.split(" < "), fillvalue=""):
        (tag, _, names), (same, _, others) = one.partition("."), two.partition(".")
        called, also = set(names.split()), set(others.split())
        if tag != same or not (called <= also or also <= called) or bool(called) != bool(also):
            return False
    return True


def _is_box(votes: Held, whole: list[Block]) -> bool:
    """True when the votes are short and hold but a part of the paragraphs of the container, which has several."""
    if sum(len(block.text) for block in votes.given) >= DOUBTED:
        return False
    prose = [block for block in whole if is_prose(block)]
    return _prose(prose) > LITTLE and votes.share(prose) < PART


def _whole(voted: list[Block], whole: list[Block], held: Held) -> list[Block]:
    """``voted`` with the words that it has lost inside paragraphs: links that the markup calls links, mostly."""
    known: dict[str, Block] = {}
    for block in whole:
        if len(block.dense) > 2 * END and is_prose(block):
            known.setdefault(block.dense[:END], block)
            known.setdefault(block.dense[-END:], block)
    return [block if block.dense in held.blocks else _mended(block, known) for block in voted]


def _mended(block: Block, known: dict[str, Block]) -> Block:
    """The paragraph of the container of which ``block`` holds all but some words; ``block`` where there is none."""
    dense = block.dense
    whole = known.get(dense[:END]) or known.get(dense[-END:])
    if whole is None or not 0 < len(whole.dense) - len(dense) <= MENDED * len(dense) or whole.kind != block.kind:
        return block
    rest = iter(whole.text.split())
    return replace(whole, place="") if all(word in rest for word in block.text.split()) else block


def _filled(voted: list[Block], whole: list[Block], votes: Held) -> list[Block]:
    """``voted`` with what stands in the container between two blocks that it holds: headings, and single paragraphs
    of the same element; and with the paragraphs of the same element right before the first one that it holds.
    """
    before = _leading(whole, votes) | _lost_lines(whole, votes)
    for last, lost, following in zip(whole, whole[1:], whole[2:], strict=False):
        if last.kind == "heading" or not is_prose(following) or not (votes.has(last) and votes.has(following)):
            continue
        alike = is_prose(lost) and lost.place == last.place == following.place
        if (lost.kind == "heading" or alike) and not votes.has(lost):
            before[following.dense] = [lost]
    found: list[Block] = []
    for block in voted:
        if (dense := block.dense) in before:
            found += before.pop(dense)
        found.append(block)
    return found


def _leading(whole: list[Block], votes: Held) -> dict[str, list[Block]]:
    """The paragraphs right before the first one that the votes hold, under that one; they stand in the same element."""
    first = next((at for at, block in enumerate(whole) if is_prose(block) and votes.has(block)), 0)
    start = first
    while start and is_prose(whole[start - 1]) and whole[start - 1].place == whole[first].place:
        start -= 1
    return {whole[first].dense: whole[start:first]} if start < first else {}


def _lost_lines(whole: list[Block], votes: Held) -> dict[str, list[Block]]:
    """The long lines of blocks that are lost in front of a line which the votes hold as a block, under that one."""
    before: dict[str, list[Block]] = {}
    for block in whole:
        lost: list[Block] = []
        for line in parted([block]) if block.lines else ():
            if line.dense in votes.blocks:
                before |= {line.dense: lost} if lost else {}
                lost = []
            elif is_prose(line) and not votes.has(line):
                lost.append(line)
    return before


def _below_headline(passed: list[Block], titles: frozenset[str]) -> list[Block]:
    """The paragraphs behind the last headline among the blocks above those that the votes hold."""
    heads = _headlines(passed, titles)
    return [block for block in passed[heads[-1] :] if is_prose(block)] if heads else []


def _headlines(found: list[Block], titles: frozenset[str]) -> list[int]:
    """Where among some blocks headlines stand: what is an h1, or one of the folded ``titles``."""
    return [at for at, b in enumerate(found) if b.place.startswith("h1.") or (titles and fold(b.text) in titles)]


def _lost_opening(whole: list[Block], titles: frozenset[str], votes: Held) -> list[Block]:
    """The first two paragraphs behind the headline, with those of the same places that follow, when one of the two is
    long and the votes do not hold it; none otherwise.
    """
    heads = _headlines(whole, titles)
    prose = [block for block in whole[heads[0] :] if is_prose(block)] if heads else []
    lost = [block for block in prose[:2] if not votes.has(block)]
    if not lost or _prose(lost) < max(OPENING, _prose(votes.given) / 2):
        return []
    places = {block.place for block in lost}
    return [*prose[:2], *takewhile(lambda block: block.place in places, prose[2:])]


def _main(whole: list[Block]) -> list[Block]:
    """The headings and paragraphs of the container, with the short ones that stand in the same elements."""
    places = {block.place for block in whole if is_prose(block)}
    return [block for block in whole if is_prose(block) or block.kind == "heading" or block.place in places]


def _prose(blocks: list[Block]) -> int:
    """How many bytes of paragraphs some blocks hold."""
    return sum(len(block.text.encode("utf-8", "replace")) for block in blocks if is_prose(block))


def _ends(keep: list[bool]) -> tuple[int, int]:
    """The first and the last index that is kept."""
    if True not in keep:
        return len(keep), -1
    return keep.index(True), len(keep) - 1 - keep[::-1].index(True)


class Held:
    """What a reading holds, for asking whether it holds a block."""

    def __init__(self, blocks: list[Block]) -> None:
        self.given = blocks
        self.blocks = {block.dense for block in blocks}
        self.text = "\n".join(block.dense for block in blocks)

    def has(self, block: Block) -> bool:
        """True when most of ``block`` stands in the reading; a short block must be a block there too."""
        dense = block.dense
        if dense in self.blocks:
            return True
        pieces = [dense[at : at + PIECE] for at in range(0, len(dense) - PIECE + 1, PIECE)]
        return bool(pieces) and _count(pieces, self.text) >= FOUND * len(pieces)

    def share_of_pieces(self, blocks: list[Block]) -> float:
        """The share of the text of ``blocks`` that the reading holds, piece by piece, wherever blocks begin."""
        dense = "".join(block.dense for block in blocks)
        text = self.text.replace("\n", "")
        pieces = [dense[at : at + PIECE] for at in range(0, len(dense), PIECE)]
        return _count(pieces, text) / len(pieces) if pieces else 1.0

    def share(self, blocks: list[Block]) -> float:
        """The share of the text of ``blocks`` that stands in blocks of the reading."""
        whole = sum(len(block.text) for block in blocks)
        return sum(len(block.text) for block in blocks if self.has(block)) / whole if whole else 1.0


def _count(pieces: list[str], text: str) -> int:
    """How many of ``pieces`` stand in ``text``; each is looked for first behind the one before it."""
    count = at = 0
    for piece in pieces:
        if (found := text.find(piece, at)) >= 0 or (found := text.find(piece, 0, at + len(piece))) >= 0:
            count += 1
            at = found
    return count


def is_prose(block: Block) -> bool:
    """True for a paragraph, quotation or item of some length."""
    return len(block.text.encode("utf-8", "replace")) >= 100 and block.kind in ("p", "quote", "item")
