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
_SENTENCE_ENDS = frozenset(".!?…。！？”’»)]】*|•")
_DROP_FIRST = frozenset(".,;:!?…”’)]»。、，%")
_DROP_LAST = frozenset("([“‘«")
_OPENS = frozenset("“‘«\"'([【「『•·-–—*#@{")


@dataclass
class Standing:
    """How a stretch stands: in ``articles`` of them, ``times`` in all.

    ``alone`` counts the times it is a whole line, ``parted`` those between two sentences; ``heads`` and ``tails`` the
    articles that it opens or closes, with what stands between it and the article's end in ``before`` and ``after``;
    ``opens`` and ``closes`` how often a sentence begins or ends with it.
    """

    key: str
    articles: int = 0
    times: int = 0
    alone: int = 0
    parted: int = 0
    opens: int = 0
    closes: int = 0
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

    def add(self, text: str) -> None:
        """Take in one article."""
        keys, lines, prefixes = [], [], []
        cut = [found for found in map(tokens, text.split("\n")) if found]
        for found in cut:
            keys += [gram.key for gram in grams(found)]
            if found[-1].end - found[0].start <= _LONGEST:
                lines.append(key_of(found))
            prefixes += _prefixes(found)
        self.grams.add(keys)
        self.lines.add(lines)
        self.prefixes.add(prefixes)
        if cut:
            self.edges.add(
                edge.key for found, head in ((cut[0], True), (cut[-1], False)) for edge in _edges(found, head)
            )


class Spans:
    """The second look: how what recurs stands in the articles."""

    def __init__(self, counts: Counts, least: int) -> None:
        self._grams = counts.grams.at_least(least)
        self._lines = counts.lines.at_least(least)
        self._edges = counts.edges.at_least(least)
        self._prefixes = counts.prefixes.at_least(least)
        self.spans: dict[str, Standing] = {}
        self.labels: dict[str, Labelled] = {}

    def add(self, text: str) -> None:
        """Take in one article."""
        lines = text.split("\n")
        alive = [number for number, line in enumerate(lines) if line.strip()]
        seen: set[str] = set()
        labelled: set[str] = set()
        for number in alive:
            line = lines[number]
            found = tokens(line)
            head, tail = number == alive[0], number == alive[-1]
            for first, end in self._stretches(found, head, tail):
                key = key_of(found[first:end])
                standing = self.spans.setdefault(key, Standing(key))
                standing.articles += key not in seen
                _stand(standing, line, (found[first].start, found[end - 1].end), key not in seen, (head, tail))
                seen.add(key)
            self._label(line, found, labelled)

    def _stretches(self, found: list[Token], head: bool, tail: bool) -> set[tuple[int, int]]:
        """Every recurring stretch of a line, as token numbers: the line itself, its outer ends, and frequent rows."""
        made = {(0, len(found))} if found and key_of(found) in self._lines else set()
        made |= {
            edge[:2]
            for at, here in ((True, head), (False, tail))
            if here
            for edge in _edges(found, at)
            if edge.key in self._edges
        }
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

    def _label(self, line: str, found: list[Token], seen: set[str]) -> None:
        for key in _prefixes(found):
            if key not in self._prefixes:
                continue
            label = self.labels.setdefault(key, Labelled(key))
            label.articles += key not in seen
            label.lines += 1
            seen.add(key)
            count = next(n for n in range(1, len(found) + 1) if key_of(found[:n]) == key)
            rest = line[found[count - 1].end :].strip()
            if rest and len(line) <= SHORT:
                label.short += 1
                if len(label.rests) < _GAPS:
                    label.rests.append(rest)


def _edges(found: list[Token], head: bool) -> list[Gram]:
    """The first or last few tokens of an article."""
    counts = range(1, min(_EDGE, len(found)) + 1)
    spans = [(0, count) if head else (len(found) - count, len(found)) for count in counts]
    return [Gram(first, end, "^$"[not head] + key_of(found[first:end])) for first, end in spans]


def _prefixes(found: list[Token]) -> list[str]:
    return [key_of(found[:count]) for count in range(1, min(_PREFIX, len(found) - 1) + 1)]


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


def _stand(standing: Standing, line: str, span: tuple[int, int], new: bool, at: tuple[bool, bool]) -> None:
    raw, before, after = line[span[0] : span[1]], line[: span[0]].lstrip(), line[span[1] :].rstrip()
    standing.times += 1
    standing.varied |= bool(standing.raw) and standing.raw != raw
    standing.raw = standing.raw or raw
    opens, closes = begins_sentence(line, span[0]), ends_sentence(line, *span)
    standing.alone += not before and not after
    standing.opens += opens
    standing.closes += closes
    standing.parted += opens and closes
    if at[0] and new and len(before) <= NEAR:
        standing.heads += 1
        standing.before += [before] if len(standing.before) < _GAPS else []
    if at[1] and new and len(after) <= NEAR:
        standing.tails += 1
        standing.after += [after] if len(standing.after) < _GAPS else []


def begins_sentence(line: str, start: int) -> bool:
    """Whether what begins at ``start`` stands behind the end of a sentence, if need be glued to it."""
    before = line[:start].rstrip()
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
