"""Three looks at the articles of each supplier, and the entries that stand up to the last."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from cleaner.config import Options
from cleaner.cuts import Cut
from cleaner.desk import Desk, hosts
from cleaner.document import Document, Record
from cleaner.edit import Edit, apply
from cleaner.engine import Cleaner
from cleaner.learn.entries import NEARLY, Candidate, of_label, of_standing
from cleaner.learn.spans import Counts, Spans, begins_sentence, ends_sentence
from cleaner.read import discover, read
from cleaner.read.profile import Profile
from cleaner.read.walk import Item
from cleaner.rule import Rule, chosen
from cleaner.rule import discover as general_rules
from cleaner.supplier import rule_of

BEFORE_CONTENT = ("encoding", "escapes", "markup")
"""The phases whose result the entries of a profile see."""

_BATCH = 16
_SAMPLES, _CONTEXT = 3, 60
_CANDIDATES = 300
_TWINS = 500_000


@dataclass(frozen=True)
class Terms:
    """What it takes to be proposed: so many ``articles``, and such a ``share`` of the supplier's articles."""

    articles: int = 5
    share: float = 0.02

    def least(self, count: int) -> int:
        """How many of ``count`` articles it takes."""
        return max(self.articles, math.ceil(self.share * count))


class Supplier(NamedTuple):
    """Whose articles are looked at together: a publisher, or else a folder or file of the input."""

    name: str
    match: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()


class Sample(NamedTuple):
    """Where an entry stands in one article: its words, and what is before and behind them."""

    before: str
    taken: str
    after: str


@dataclass
class Trial:
    """An entry on trial: the articles it fires in and how often, and in how many the rules take it already."""

    cut: Cut
    rule: Rule
    articles: int = 0
    times: int = 0
    parted: int = 0
    known: int = 0
    samples: list[Sample] = field(default_factory=list)

    def try_on(self, text: str) -> str:
        """The text without the entry; what it does is noted."""
        edits = _edits(self.rule, text)
        if not edits:
            return text
        self.articles += 1
        self.times += len(edits)
        for edit in edits:
            start, end = _visible(text, edit)
            begin = text.rfind("\n", 0, start) + 1
            line = text[begin : text.find("\n", end) if "\n" in text[end:] else len(text)]
            self.parted += begins_sentence(line, start - begin) and ends_sentence(line, start - begin, end - begin)
        if len(self.samples) < _SAMPLES:
            self.samples.append(_sample(text, edits[0]))
        return apply(text, edits)


@dataclass
class Proposal:
    """The entries proposed for a supplier, from how many of its articles."""

    supplier: Supplier
    articles: int
    entries: list[Trial]
    known: list[Trial]


def learn(root: Path, options: Options, terms: Terms) -> list[Proposal]:
    """The proposals for every supplier of ``root`` with articles enough, by name.

    Memory grows with what recurs, not with the input, which is read three times for every sixteen suppliers.
    Raises FileNotFoundError.
    """
    articles = _Articles(root, options, terms)
    made: list[Proposal] = []
    names = iter(sorted(articles.suppliers))
    while batch := list(islice(names, _BATCH)):
        counts = {name: Counts(terms.share / 4) for name in batch}
        seen: Counter[str] = Counter()
        for name, text, _ in articles.texts(batch):
            counts[name].add(text)
            seen[name] += 1
        spans = {name: Spans(counts.pop(name), terms.least(seen[name])) for name in batch}
        for name, text, _ in articles.texts(batch):
            spans[name].add(text)
        trials = {name: _trials(spans.pop(name), seen[name], terms.least(seen[name])) for name in batch}
        for name, text, record in articles.texts(batch):
            _try(trials[name], text, articles.desk.clean(record).text if trials[name] else "")
        made += [_proposal(articles.suppliers[name], seen[name], trials[name], terms) for name in batch]
    return made


class _Articles:
    """The input as texts of suppliers, read anew each time."""

    def __init__(self, root: Path, options: Options, terms: Terms) -> None:
        self._root = root
        self._items = discover(root)
        self._reading = options.reading()
        self._front = Cleaner(chosen(general_rules(), BEFORE_CONTENT))
        self.desk = Desk(options)
        self.suppliers: dict[str, Supplier] = {}
        named: Counter[str] = Counter(name for record, _ in self._records() for name in [publisher(record)] if name)
        self._publishers = {name for name, count in named.items() if count >= 2 * terms.articles}
        counted: Counter[Supplier] = Counter(self._supplier(record, item) for record, item in self._records())
        for supplier, count in counted.items():
            if count >= 2 * terms.articles:
                self.suppliers[supplier.name] = supplier

    def texts(self, names: Iterable[str]) -> Iterator[tuple[str, str, Record]]:
        """Supplier, text as the entries of a profile see it, and record; the same text is not given twice."""
        wanted, seen = set(names), set[bytes]()
        for record, item in self._records():
            name = self._supplier(record, item).name
            if name not in wanted:
                continue
            text = self._front.clean(record.text, record.fields, kind=record.kind).text
            mark = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
            if mark not in seen:
                if len(seen) < _TWINS:
                    seen.add(mark)
                yield name, text, record

    def _records(self) -> Iterator[tuple[Record, Item]]:
        for item in self._items:
            for record in read(item, self._reading):
                if isinstance(record, Record):
                    yield record, item

    def _supplier(self, record: Record, item: Item) -> Supplier:
        name = publisher(record)
        if name in self._publishers:
            return Supplier(slug(name), publishers=(name,))
        known = record.profile.name if record.profile else ""
        top, slash, _ = item.rel.partition("/")
        if slash:
            return Supplier(known or slug(top), match=(f"{top}/*",))
        if item.format in ("text", "markdown", "html"):
            place = PurePosixPath(item.rel).suffix
            return Supplier(known or slug(item.home), match=(f"{item.home}/*{place}",))
        return Supplier(known or slug(top.partition(".")[0]), match=(item.rel,))


def publisher(record: Record) -> str:
    """Who published a record, as far as it says: its publisher, its source, or the host of its address."""
    known = record.profile.name if record.profile else ""
    named = record.fields.get("publisher") or (record.source if record.source != known else "")
    if isinstance(named, str) and named.strip():
        return named.strip()
    return next(iter(hosts(record.fields.get("url"))), "")


def slug(name: str) -> str:
    """``name`` as the name of a profile."""
    return re.sub(r"[^\w.]+", "-", name.lower()).strip("-._")[:60] or "source"


def _trials(spans: Spans, articles: int, least: int) -> list[Trial]:
    found: dict[Cut, int] = {}
    for standing in spans.spans.values():
        if standing.articles >= least:
            for candidate in of_standing(standing, articles, least):
                found[candidate.cut] = max(candidate.articles, found.get(candidate.cut, 0))
    for label in spans.labels.values():
        if label.articles >= least:
            for candidate in of_label(label, least):
                found[candidate.cut] = max(candidate.articles, found.get(candidate.cut, 0))
    candidates = sorted(
        (Candidate(cut, count) for cut, count in found.items()),
        key=lambda one: (-one.articles, -len(one.cut.text), one.cut.text, one.cut.at),
    )
    return [Trial(cut, _rule(cut)) for cut, _ in _longest(candidates[:_CANDIDATES])]


def _longest(candidates: list[Candidate]) -> Iterator[Candidate]:
    """The candidates without those that are part of a longer one which is about as frequent."""
    for one in candidates:
        if not any(
            one.cut.text in other.cut.text and one.cut != other.cut and other.articles >= 0.8 * one.articles
            and one.cut.at == other.cut.at
            for other in candidates
        ):  # fmt: skip
            yield one


def _rule(cut: Cut) -> Rule:
    rule = rule_of(Profile("trial", cut=(cut,)))
    assert rule is not None
    return rule


def _try(trials: list[Trial], text: str, cleaned: str) -> None:
    for trial in trials:
        before = trial.articles
        text = trial.try_on(text)
        if trial.articles > before and not _edits(trial.rule, cleaned):
            trial.known += 1


def _edits(rule: Rule, text: str) -> list[Edit]:
    assert rule.find is not None
    return sorted(edit for edit in rule.find(Document(text)) if isinstance(edit, Edit))


def _proposal(supplier: Supplier, articles: int, trials: list[Trial], terms: Terms) -> Proposal:
    least = terms.least(articles)
    good = [
        trial for trial in trials
        if trial.articles >= least and (trial.cut.at != "anywhere" or trial.parted >= NEARLY * trial.times)
    ]  # fmt: skip
    known = [trial for trial in good if trial.articles - trial.known < least]
    return Proposal(supplier, articles, [trial for trial in good if trial not in known], known)


def _visible(text: str, edit: Edit) -> tuple[int, int]:
    """An edit's span without the white space at its ends."""
    taken = text[edit.start : edit.end]
    start = edit.start + len(taken) - len(taken.lstrip())
    return start, start + len(taken.strip())


def _sample(text: str, edit: Edit) -> Sample:
    start, end = _visible(text, edit)
    first, last = max(0, start - _CONTEXT), min(len(text), end + _CONTEXT)
    before, after = text[first:start], text[end:last]
    if first and " " in before:
        before = before.partition(" ")[2]
    if last < len(text) and " " in after:
        after = after.rpartition(" ")[0]
    return Sample(before, text[start:end], after)


def proposed(proposal: Proposal) -> Profile:
    """The profile that a proposal amounts to, with samples of what its entries do."""
    supplier = proposal.supplier
    cuts = tuple(trial.cut for trial in proposal.entries)
    return replace(Profile(supplier.name), match=supplier.match, publishers=supplier.publishers, cut=cuts)
