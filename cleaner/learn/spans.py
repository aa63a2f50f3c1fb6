"""Rows of words that recur across articles, and how they stand: alone on a line, at an end, between sentences.

Method: frequent short rows of words are found first and chained into longer ones where they follow one another, cut
where the frequency changes, which gives the maximal repeated stretches that a suffix array would give (Lee et al.,
"Deduplicating training data makes language models better", ACL 2022) in one pass over a stream.  That a line which
recurs across the pages of a site is its template is the observation of Wenzek et al., "CCNet", LREC 2020, and of
Bar-Yossef and Rajagopalan, "Template detection via data mining", WWW 2002; how a stretch stands among the sentences
is what tells furniture from a name or a phrase that is merely frequent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from cleaner.learn.counts import Frequent
from cleaner.learn.tokens import Gram, Token, grams, key_of, tokens

NEAR = 100
"""Characters between a stretch and the start or end of the article that an entry may bridge with a placeholder."""

SHORT = 160
"""Characters of a line that may be all furniture."""

_CHANGE = 0.8
_ATOMS = 16
_PREFIX, _EDGE = 5, 4
_LONGEST = 400
_GAPS = 200
_WINDOW = 2 * NEAR
_FIRST, _LAST, _PROSE = 3, 8, 80
_SENTENCE_ENDS = frozenset(".!?…。！？”’»)]】*|•")
_DROP_FIRST = frozenset(".,;:!?…”’)]»。、，%")
_DROP_LAST = frozenset("([“‘«")
_OPENS = frozenset("“‘«\"'([【「『•·-–—*#@{")


class Line(NamedTuple):
    """A line of an article with its tokens: whether it is the first or last that holds something, one of the outer
    ones, and followed by a paragraph of prose."""

    text: str
    tokens: list[Token]
    head: bool
    tail: bool
    outer: bool
    leads: bool


def lines_of(text: str) -> list[Line]:
    """The lines of an article that hold something, without blocks of code."""
    kept, code = [], False
    for line in text.split("\n"):
        fence = line.lstrip().startswith("```")
        code ^= fence
        if not (code or fence) and (found := tokens(line)):
            kept.append((line, found))
    last = len(kept) - 1
    return [
        Line(
            line, found, number == 0, number == last, number < _FIRST or number > last - _LAST,
            number < last and len(kept[number + 1][0]) >= _PROSE,
        )
        for number, (line, found) in enumerate(kept)
    ]  # fmt: skip


@dataclass
class Standing:
    """How a stretch stands: in ``articles`` of them, ``times`` in all; ``missed`` may have gone uncounted before.

    ``alone`` counts the times it is a whole line, ``first`` those where it begins one, ``parted`` those between two
    sentences, ``outer`` those near the start or end of the article, ``leads`` those on a line before a paragraph;
    ``heads`` and ``tails`` the articles that it opens or closes, with what stands between it and the article's end in
    ``before`` and ``after``; ``opens`` and ``closes`` how often a sentence begins or ends with it, ``starts`` how often
    what follows begins with a word that these articles also write small, as a sentence does and a name does not.
    """

    key: str
    missed: int = 0
    articles: int = 0
    times: int = 0
    alone: int = 0
    parted: int = 0
    first: int = 0
    outer: int = 0
    leads: int = 0
    opens: int = 0
    closes: int = 0
    starts: int = 0
    heads: int = 0
    tails: int = 0
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    raw: str = ""
    varied: bool = False


@dataclass
class Labelled:
    """Lines that begin alike: how many ``articles`` and ``lines`` have them, and what follows on the ``short`` ones."""

    key: str
    articles: int = 0
    lines: int = 0
    short: int = 0
    rests: list[str] = field(default_factory=list)


class Counts:
    """The first look at a supplier's articles: which short rows of words, and which beginnings of lines, recur."""

    def __init__(self, error: float) -> None:
        self.grams = Frequent(error)
        self.lines = Frequent(error)
        self.prefixes = Frequent(error)
        self.edges = Frequent(error)
        self.words = Frequent(error)

    def add(self, text: str) -> None:
        """Take in one article."""
        lines = lines_of(text)
        self.grams.add(gram.key for line in lines for gram in grams(line.tokens))
        self.lines.add(key_of(line.tokens) for line in lines if len(line.text) <= _LONGEST)
        self.prefixes.add(key for line in lines for key, _ in _prefixes(line.tokens))
        self.words.add(word for line in lines for token in line.tokens if (word := token.key.strip()).islower())
        self.edges.add(edge.key for line in lines for edge in _edges(line))


class Spans:
    """The second look: how what recurs stands in the articles; what proves rare after all is let go."""

    def __init__(self, counts: Counts, least: int, error: float) -> None:
        self._grams = counts.grams.at_least(least)
        self._lines = counts.lines.at_least(least)
        self._edges = counts.edges.at_least(least)
        self._prefixes = counts.prefixes.at_least(least)
        self._words = counts.words.at_least(least)
        self._bucket = max(1, round(1 / error))
        self._articles = 0
        self.spans: dict[str, Standing] = {}
        self.labels: dict[str, Labelled] = {}

    def add(self, text: str) -> None:
        """Take in one article."""
        seen: set[str] = set()
        number = self._articles // self._bucket
        for line in lines_of(text):
            for first, end in self._stretches(line):
                key = key_of(line.tokens[first:end])
                standing = self.spans.get(key)
                if standing is None:
                    standing = self.spans[key] = Standing(key, missed=number)
                following = line.tokens[end].key.strip() if end < len(line.tokens) else ""
                standing.starts += not following[:1].isalpha() or following.lower() in self._words
                _stand(standing, line, first, end, key not in seen)
                seen.add(key)
            self._label(line, seen)
        self._articles += 1
        if self._articles % self._bucket == 0:
            self.spans = {key: one for key, one in self.spans.items() if one.articles + one.missed > number + 1}

    def _stretches(self, line: Line) -> set[tuple[int, int]]:
        """Every recurring stretch of a line, as token numbers: the line itself, its outer ends, and frequent rows."""
        found = line.tokens
        made = {(0, len(found))} if key_of(found) in self._lines else set()
        made |= {(edge.first, edge.end) for edge in _edges(line) if edge.key in self._edges}
        made |= {_trimmed(found, *union) for run in self._runs(found) for union in _unions(run)}
        return {(first, end) for first, end in made if first < end}

    def _runs(self, found: list[Token]) -> Iterator[list[tuple[int, int, int]]]:
        """Runs of frequent rows that follow one another, as ``(first, end, articles)`` each."""
        run: list[tuple[int, int, int]] = []
        for gram in grams(found):
            count = self._grams.get(gram.key)
            if count is None:
                if run:
                    yield run
                run = []
            else:
                run.append((gram.first, gram.end, count))
        if run:
            yield run

    def _label(self, line: Line, seen: set[str]) -> None:
        for key, count in _prefixes(line.tokens):
            if key not in self._prefixes:
                continue
            label = self.labels.setdefault(key, Labelled(key))
            label.articles += "^" + key not in seen
            label.lines += 1
            seen.add("^" + key)
            rest = line.text[line.tokens[count - 1].end :].strip() if len(line.text) <= SHORT else ""
            if rest:
                label.short += 1
                label.rests += [rest] if len(label.rests) < _GAPS else []


def _edges(line: Line) -> list[Gram]:
    """The first or last few tokens of an article, when ``line`` is its first or last."""
    size, counts = len(line.tokens), range(1, min(_EDGE, len(line.tokens)) + 1)
    heads = [Gram(0, count, "^" + key_of(line.tokens[:count])) for count in counts if line.head]
    return heads + [Gram(size - n, size, "$" + key_of(line.tokens[size - n :])) for n in counts if line.tail]


def _prefixes(found: list[Token]) -> list[tuple[str, int]]:
    return [(key_of(found[:count]), count) for count in range(1, min(_PREFIX, len(found) - 1) + 1)]


def _unions(run: list[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of a run: it is cut where the frequency changes, and neighbours are joined in every way."""
    atoms: list[tuple[int, int, int]] = []
    for first, end, count in run:
        if atoms and min(atoms[-1][2], count) >= _CHANGE * max(atoms[-1][2], count):
            atoms[-1] = atoms[-1][0], end, atoms[-1][2]
        else:
            atoms.append((first, end, count))
    for number in range(len(atoms)):
        for other in range(number, min(len(atoms), number + _ATOMS)):
            yield atoms[number][0], atoms[other][1]


def _trimmed(found: list[Token], first: int, end: int) -> tuple[int, int]:
    """The stretch without what belongs to the sentence before or behind it."""
    while first < end and found[first].key.strip() in _DROP_FIRST:
        first += 1
    while first < end and found[end - 1].key.strip() in _DROP_LAST:
        end -= 1
    return first, end


def _stand(standing: Standing, line: Line, first: int, last: int, new: bool) -> None:
    start, end = line.tokens[first].start, line.tokens[last - 1].end
    begin, stop = line.tokens[0].start, line.tokens[-1].end
    raw = line.text[start:end]
    opens, closes = begins_sentence(line.text, start), ends_sentence(line.text, start, end)
    standing.articles += new
    standing.times += 1
    standing.varied |= bool(standing.raw) and standing.raw != raw
    standing.raw = standing.raw or raw
    standing.alone += start == begin and end == stop
    standing.first += start == begin
    standing.parted += opens and closes
    standing.outer += line.outer
    standing.leads += line.leads
    standing.opens += opens
    standing.closes += closes
    if line.head and new and start - begin <= NEAR:
        standing.heads += 1
        standing.before += [line.text[begin:start]] if len(standing.before) < _GAPS else []
    if line.tail and new and stop - end <= NEAR:
        standing.tails += 1
        standing.after += [line.text[end:stop]] if len(standing.after) < _GAPS else []


def begins_sentence(line: str, start: int) -> bool:
    """Whether what begins at ``start`` stands behind the end of a sentence, if need be glued to it.

    A full stop inside an address or a number ends none.
    """
    if line[max(0, start - 1) : start] == "." and (line[start].islower() or line[start].isdigit()):
        return False
    before = line[max(0, start - _WINDOW) : start].rstrip()
    if not before or before[-1] in _SENTENCE_ENDS or (before[-1] == '"' and before[-2:-1] in _SENTENCE_ENDS):
        return True
    glued = line[start - 1]
    return glued.isalnum() and not glued.isupper() and line[start].isupper()


def ends_sentence(line: str, start: int, end: int) -> bool:
    """Whether a sentence may begin where the stretch from ``start`` ends; what is in square brackets always ends."""
    after = line[end : end + 40].lstrip()
    if not after or (line[start] in "[【" and line[end - 1] in "]】"):
        return True
    first = after[0]
    return first.isupper() or first.isdigit() or first in _OPENS or (line[end - 1] in "。！？】" and first.isalpha())
