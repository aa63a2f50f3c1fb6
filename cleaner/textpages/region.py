"""Which part of a whole page's text is the article: the gate, the best path through the scores, the head block."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice
from string import ascii_lowercase
from typing import NamedTuple

from cleaner.lazy import lazy
from cleaner.scan.scanner import fold
from cleaner.scan.traits import ITEM_SIGNS, linked, many_lines
from cleaner.text.headings import folded
from cleaner.textpages.broken import complete
from cleaner.textpages.model import Weights, scores
from cleaner.textpages.opening import STOPS, opening
from cleaner.textpages.shapes import Unit
from cleaner.textpages.units import Cut, lines, sentences
from cleaner.words import any_of, words

HEAD, ISLAND, TAIL = "head", "island", "tail"
"""Where a piece of chrome stands: above the article, inside it, below it."""

_FRONT_MATTER = "---\n"
"""Who writes this above a text has written an article, not saved a page."""

_TOP, _FEWEST, _SHORT = 16, 16, 45
_ENDS = frozenset('.!?…。！？”"»」．।۔؟:,')
_PAGE, _EDGE, _SENTENCE_ENDS = 2000, 400, (". ", "! ", "? ", ".”")
_FEW_AHEAD, _CAPITALS_AHEAD, _FEW_BEHIND, _CAPITALS_BEHIND = 1, 0.35, 2, 0.4
_SAMPLE, _CAPITALS, _LEAST = 500, 0.55, 1000
_KINDS = bytes.maketrans(ascii_lowercase.encode() + b"\t\n\v\f\r", b"a" * 26 + b" " * 5)
"""Small letters become one letter, and white space a blank."""

_ROW, _MARKS = 9, ".,;:!?)"
_KEEPING, _CHANGE = 1.5, 1.5
_SURE, _FEWEST_ABOVE, _FEWEST_AROUND, _MANY_BELOW = -2.0, 4, 20, 60
_FEWEST_TOLD, _FEWEST_LINKED = 2, 5
_RIGHTS = lazy(r"©|\([cC]\) ?(?:19|20)\d\d|[cC]opyright")
_FOOTER = rf"^{any_of('footer_label')}\b"
_SITE = lazy(
    rf"{_FOOTER}|(?<!\w)(?:Facebook|Twitter|Instagram|LinkedIn|YouTube|WhatsApp|RSS|cookies?)(?!\w)", re.IGNORECASE
)
_FOOT, _KEY = lazy(_FOOTER, re.IGNORECASE), 3
_SIGNS = (
    "©", "(c)", "copyright", "facebook", "twitter", "instagram", "linkedin", "youtube", "whatsapp", "rss", "cookie",
)  # fmt: skip
"""Of which a folded text holds one, if `_RIGHTS` or a network stands in it."""

_OF_SITE = lazy(r" (?:[|–—»·-]|::) ")
"""What parts a page's title from the name of its site."""

_WORTH = 0.1
_SEEN, _LIFT = 2.0, 2.5
_USUAL, _FOLLOWED, _STRICTER, _LONG = 2.5, 0.8, 0.5, 360
_INSIDE, _NEAR, _REACH, _HOLE, _SENTENCE = -9.0, -3.0, 4, 2, 100
_LIKELY, _FAR = -1.0, 9
_SHAPE, _LISTED = -4.0, -4.5
_ABOVE = 12
_TITLE = (15, 200)


class Piece(NamedTuple):
    """A span of the text that is chrome, and where it stands."""

    start: int
    end: int
    place: str


class Region(NamedTuple):
    """What is chrome in a text; nothing when it is no whole page.  ``title`` is the headline above the article."""

    pieces: tuple[Piece, ...] = ()
    title: str = ""


NOTHING = Region()


@lru_cache(maxsize=4)
def region(text: str) -> Region:
    """The chrome of ``text``."""
    by_line = many_lines(text)
    if text.startswith(_FRONT_MATTER) or not (_has_menus(text) if by_line else _labelled(text)):
        return NOTHING
    cut = lines(text) if by_line else sentences(text)
    units = cut.units
    if not _may_be_told(text, units):
        return NOTHING
    odds = levelled(units, scores(cut))
    kept = path(odds)
    if True not in kept or not ((_surrounded(odds, kept) if by_line else _much(units, kept)) and _told(units, kept)):
        return NOTHING
    if by_line:
        _mend(cut, odds, kept)
        complete(text, cut, kept)
    title = _head(units, kept)
    if True not in kept:
        return NOTHING
    pieces = _pieces(text, cut.spans, kept)
    if not by_line and pieces and pieces[0].place == HEAD:
        pieces[0] = _without_opening(text, cut, kept, title)
    return Region(tuple(pieces), title)


def article(cut: Cut, weights: Weights) -> list[bool]:
    """Which units of a page are the article by given weights: the decision alone, for those who fit weights."""
    odds = levelled(cut.units, scores(cut, weights))
    kept = path(odds)
    if cut.by_line and True in kept:
        _mend(cut, odds, kept)
    return kept


def _has_menus(text: str) -> bool:
    """Whether many lines, and some of the first, are labels or links: a cheap look before the real one."""
    first = text.split("\n", 2 * _TOP)[: 2 * _TOP]
    few = sum(0 < len(line) < _SHORT for line in first) < _FEWEST_ABOVE
    if few and first.count("") < _TOP + _FEWEST_ABOVE and not linked(text):
        return False
    held = filter(None, map(str.strip, text.split("\n")))
    above = sum(map(_label, islice(held, _TOP)))
    return above >= _FEWEST_ABOVE and above + sum(islice(filter(None, map(_label, held)), _FEWEST)) >= _FEWEST


def _label(line: str) -> bool:
    if len(line) < _SHORT:
        return line[-1] not in _ENDS
    return line[0] in ITEM_SIGNS or linked(line)


def _labelled(text: str) -> bool:
    """Whether a text without lines begins or ends with labels: capitals in a row, or many and hardly a sentence."""
    sample = text[:_SAMPLE]
    words = sample.split()
    small = sample.encode("utf-8", "surrogatepass").translate(_KINDS).count(b" a")
    capital = len(words) - small
    if capital > _CAPITALS * len(words) and len(text) >= _LEAST and _opens_with_labels(words):
        return True
    if len(text) < _PAGE:
        return False
    if capital > _CAPITALS_AHEAD * len(words) and _loose(text[:_EDGE], _FEW_AHEAD, _CAPITALS_AHEAD):
        return True
    return not text.endswith(STOPS) and _loose(text[-_EDGE:], _FEW_BEHIND, _CAPITALS_BEHIND)


def _loose(edge: str, most: int, least: float) -> bool:
    """Whether at most so many sentences end in an edge of a text, and so many of its words are capitalised."""
    if sum(map(edge.count, _SENTENCE_ENDS)) > most:
        return False
    cased = [word[0].isupper() for word in edge.split() if word[0].isalpha()]
    return sum(cased) > least * len(cased)


def _opens_with_labels(words: Sequence[str]) -> bool:
    """Whether most of the first words of a text are capitalised, and many in a row, as in a menu."""
    first = [word[0] for word in words]
    cased = [letter.isupper() for letter in first if letter.isalpha()]
    return len(cased) > 20 and sum(cased) > _CAPITALS * len(cased) and _menu(words)


def _menu(words: Sequence[str]) -> bool:
    """Whether some words in a row have neither a small first letter nor a mark of a sentence: names are shorter."""
    row = 0
    for word in words:
        row = 0 if word[0].islower() or word[0] == "(" or word[-1] in _MARKS else row + word[0].isalnum()
        if row >= _ROW:
            return True
    return False


def _mend(cut: Cut, odds: Sequence[float], kept: list[bool]) -> None:
    """Keep sentences between kept lines, sentences that stand near and score not too low, and what little is between.

    Losing prose is worse than leaving residue, so that lines which read as prose need better evidence to go.
    """
    units = cut.units
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    for at in range(first, last):
        if not kept[at] and odds[at] > _INSIDE:
            kept[at] = prose(units[at])
    for side, reach in ((range(last + 1, len(units)), _REACH), (range(first - 1, -1, -1), _FAR)):
        far = 0
        for at in side:
            far += 1
            if far > reach:
                break
            if prose(units[at]) and odds[at] > (_NEAR if far <= _REACH else _LIKELY):
                kept[at], far = True, 0
    _fill(units, odds, kept)
    _list_below(cut, odds, kept)


def _list_below(cut: Cut, odds: Sequence[float], kept: list[bool]) -> None:
    """Keep the list that the article ends with: the lines below a last line that ends with a colon."""
    units, spans, _ = cut
    at = len(kept) - kept[::-1].index(True)
    if not units[at - 1].text.endswith((":", "：")) or units[at - 1].announced:
        return
    while at < len(kept) and not units[at].linked and not units[at].announced:
        if odds[at] < (_LISTED if spans[at][0] - spans[at - 1][1] > 1 else _INSIDE):
            break
        kept[at] = True
        at += 1


def _fill(units: Sequence[Unit], odds: Sequence[float], kept: list[bool]) -> None:
    """Keep runs inside the article that nothing speaks against: one or two lines, or more without a known phrase.

    An article's own lists, tables and short headings look like chrome to the scores, but nothing in them says “share”,
    “related” or “photo”.
    """
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    while first < last and False in kept[first:last]:
        at = kept.index(False, first)
        stop = kept.index(True, at)
        run = range(at, stop)
        small = len(run) <= _HOLE and all(odds[n] > _INSIDE and not units[n].targets for n in run)
        if small or (sum(odds[at:stop]) > _SHAPE * len(run) and _unannounced(units[at:stop])):
            kept[at:stop] = [True] * len(run)
        first = stop + 1


def _unannounced(run: Sequence[Unit]) -> bool:
    return sum(unit.linked > 0.5 for unit in run) * 2 <= len(run) and not any(unit.announced for unit in run)


def prose(unit: Unit) -> bool:
    """Whether a unit reads as a sentence or more."""
    return unit.size >= _SENTENCE and unit.linked < 0.5 and unit.closed


def _surrounded(odds: Sequence[float], kept: Sequence[bool]) -> bool:
    """Whether enough lines around the article are nothing but chrome: what tells a page from an article with lists."""
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    above, below = (sum(score < _SURE for score in side) for side in (odds[:first], odds[last + 1 :]))
    if below >= _MANY_BELOW:
        return above * 2 >= _FEWEST_ABOVE
    return above >= _FEWEST_ABOVE and above + below >= _FEWEST_AROUND


def _told(units: Sequence[Unit], kept: Sequence[bool]) -> bool:
    """Whether the lines around the article say whose they are, and not only look so: phrases, networks, rights, links.

    What surrounds the prose of an article of lists has the shape of chrome too.
    """
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    around = [*units[:first], *units[last + 1 :]]
    told = links = 0
    for unit in around:
        told += unit.announced
        links += unit.linked > 0.5
        if told >= _FEWEST_TOLD or links >= _FEWEST_LINKED:
            return True
    for unit in around:
        told += not unit.announced and _SITE.search(unit.text) is not None
        if told >= _FEWEST_TOLD or _RIGHTS.search(unit.text):
            return True
    return False


def _may_be_told(text: str, units: Sequence[Unit]) -> bool:
    """Whether some of the units of a text may be such lines: a cheap look before all are weighed."""
    told = sum([unit.announced for unit in units])
    if told >= _FEWEST_TOLD or sum([unit.linked > 0.5 for unit in units]) >= _FEWEST_LINKED:
        return True
    if any(map(fold(text).__contains__, _SIGNS)):
        return True
    firsts = _footers()
    likely = [unit.text for unit in units if not unit.announced and fold(unit.text[:_KEY]) in firsts]
    return told + sum(_FOOT.match(line) is not None for line in likely) >= _FEWEST_TOLD


@cache
def _footers() -> frozenset[str]:
    """The first letters of the labels of footers."""
    found = {fold(word)[:_KEY] for word in words("footer_label")}
    return frozenset(found.union(key.replace(" ", "\u00a0") for key in found))


def _much(units: Sequence[Unit], kept: Sequence[bool]) -> bool:
    """Whether a text without lines has chrome at both ends, and not just a few words of it."""
    gone = sum(unit.size for unit, keep in zip(units, kept, strict=True) if not keep)
    return not kept[0] and gone > _WORTH * sum(unit.size for unit in units)


def levelled(units: Sequence[Unit], odds: Sequence[float]) -> list[float]:
    """The scores, lowered on a page whose prose scores high and raised on one whose prose scores low.

    Where the article is beyond doubt a line that is in doubt is none of it; where nothing is, an article of few or
    short lines looks no better, and even its best line is raised to what others have.
    """
    taken = [(score, min(unit.size, _LONG)) for unit, score in zip(units, odds, strict=True) if score > 0]
    level = sum(score * size for score, size in taken) / sum(size for _, size in taken) if taken else _USUAL
    shift = _FOLLOWED * (_USUAL - level) - _STRICTER
    shift += max(0.0, min(_LIFT, _SEEN - max(odds) - shift))
    return [score + shift for score in odds]


def path(odds: Sequence[float]) -> list[bool]:
    """Which units are the article: the path through the scores that changes sides only where it gains from it."""
    ahead, leads = -_CHANGE, []
    for score in odds:
        leads.append(ahead)
        held = _CHANGE if ahead > _CHANGE else ahead if ahead > -_CHANGE else -_CHANGE
        ahead = held + score + _KEEPING
    taken, side = [], ahead > 0
    for ahead in reversed(leads):
        taken.append(side)
        side = ahead > (-_CHANGE if side else _CHANGE)
    return taken[::-1]


def _head(units: Sequence[Unit], kept: list[bool]) -> str:
    """Find the headline above the article; let what stands above it go, and what the metadata rules read stay."""
    start = kept.index(True)
    opening = folded(units[0].text)
    for at in range(min(start + 1, len(units) - 1), max(0, start - _ABOVE), -1):
        unit = units[at]
        if unit.targets or not _TITLE[0] <= unit.size <= _TITLE[1]:
            continue
        if unit.mark == "#" or opening.startswith(folded(unit.text)):
            for above in range(start, at + 1):
                kept[above] = False
            for below in range(at + 1, start):
                kept[below] = _stamp(units[below])
            return unit.text
    return ""


def _without_opening(text: str, cut: Cut, kept: Sequence[bool], title: str) -> Piece:
    """The labels above the article, but for the first sentence that runs into their last."""
    first = kept.index(True)
    start, end = cut.spans[first - 1]
    site = _OF_SITE.search(text, 0, _LONG)
    return Piece(0, opening(text, start, end, title or (text[: site.start()] if site else "")), HEAD)


_YEAR = lazy(r"(?:19|20)\d\d")


def _stamp(unit: Unit) -> bool:
    return unit.size < 100 and bool(_YEAR.search(unit.text)) and not unit.targets


def _pieces(text: str, spans: Sequence[tuple[int, int]], kept: Sequence[bool]) -> list[Piece]:
    pieces = []
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    if first:
        pieces.append(Piece(0, spans[first][0], HEAD))
    at = first
    while at < last:
        if not kept[at]:
            stop = kept.index(True, at)
            pieces.append(Piece(spans[at][0], spans[stop][0], ISLAND))
            at = stop
        at += 1
    if last < len(kept) - 1:
        pieces.append(Piece(spans[last][1], len(text), TAIL))
    return pieces
