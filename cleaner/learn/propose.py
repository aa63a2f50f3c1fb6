"""Three looks at the articles of each supplier, and the entries that stand up to the last."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from cleaner.config import Options
from cleaner.document import Document
from cleaner.edit import Edit, apply
from cleaner.learn.articles import Articles, Supplier
from cleaner.learn.entries import NEARLY, Candidate, of_label, of_standing
from cleaner.learn.spans import Counts, Spans, begins_sentence, ends_sentence
from cleaner.profile.cuts import Cut, Matcher
from cleaner.profile.supplier import rule_of
from cleaner.read.profile import Profile
from cleaner.record import Record
from cleaner.rule import Rule
from cleaner.run.desk import Desk

_BATCH = 16
_SAMPLES, _CONTEXT = 3, 60
_CANDIDATES = 300


@dataclass(frozen=True)
class Terms:
    """What it takes to be proposed: so many ``articles``, and such a ``share`` of the supplier's articles."""

    articles: int = 5
    share: float = 0.02

    @property
    def enough(self) -> int:
        """How many articles a supplier must have."""
        return 2 * self.articles

    def least(self, count: int) -> int:
        """How many of ``count`` articles it takes."""
        return max(self.articles, math.ceil(self.share * count))


class Sample(NamedTuple):
    """Where an entry stands in one article: its words, and what is before and behind them."""

    before: str
    taken: str
    after: str


@dataclass
class Trial:
    """An entry on trial: the articles it fires in and how often, and in how many the rules take it already."""

    cut: Cut
    anchor: str
    rule: Rule
    doubt: str = ""
    articles: int = 0
    times: int = 0
    parted: int = 0
    known: int = 0
    samples: list[Sample] = field(default_factory=list)

    def anchored(self, text: str) -> bool:
        """Whether the entry can be in a text at all; quickly said."""
        return self.anchor in text

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
    """The entries proposed for a supplier, from how many of its articles; those in ``doubt``, and those not needed."""

    supplier: Supplier
    articles: int
    entries: list[Trial]
    doubtful: list[Trial]
    known: list[Trial]


def learn(root: Path, options: Options, terms: Terms) -> list[Proposal]:
    """The proposals for every supplier of ``root`` with articles enough, by name.

    Memory grows with what recurs, not with the input.  Raises FileNotFoundError.
    """
    articles = Articles(root, options, terms.enough)
    desk, error = Desk(options), terms.share / 4
    made: list[Proposal] = []
    names = iter(sorted(articles.suppliers))
    while batch := list(islice(names, _BATCH)):
        texts = articles.of(batch)
        counts = {name: Counts(error) for name in batch}
        seen: Counter[str] = Counter()
        for name, text, _ in texts:
            counts[name].add(text)
            seen[name] += 1
        spans = {name: Spans(counts.pop(name), terms.least(seen[name]), error) for name in batch}
        for name, text, _ in texts:
            spans[name].add(text)
        trials = {name: _trials(spans.pop(name), seen[name], terms.least(seen[name])) for name in batch}
        for name, text, record in texts:
            fired = [trial for trial in trials[name] if trial.anchored(text)]
            if fired:
                _try(fired, text, desk, record)
        made += [_proposal(articles.suppliers[name], seen[name], trials[name], terms) for name in batch]
    return made


def _trials(spans: Spans, articles: int, least: int) -> list[Trial]:
    made = [
        one
        for standing in spans.spans.values()
        if standing.articles >= least
        for one in of_standing(standing, articles, least)
    ]
    made += [one for label in spans.labels.values() if label.articles >= least for one in of_label(label, least)]
    made.sort(key=lambda one: (-one.articles, -len(one.cut.text), one.cut.text, one.cut.at, one.doubt))
    candidates = list({one.cut: one for one in reversed(made)}.values())[::-1]
    return [Trial(cut, Matcher(cut).anchor, _rule(cut), doubt) for cut, _, doubt in _longest(candidates[:_CANDIDATES])]


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


def _try(trials: list[Trial], text: str, desk: Desk, record: Record) -> None:
    fired = []
    for trial in trials:
        before = trial.articles
        text = trial.try_on(text)
        fired += [trial] if trial.articles > before else []
    if fired:
        cleaned = desk.clean(record).text
        for trial in fired:
            trial.known += not _edits(trial.rule, cleaned)


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
    new = [trial for trial in good if trial not in known]
    return Proposal(supplier, articles, [one for one in new if not one.doubt], [one for one in new if one.doubt], known)


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
