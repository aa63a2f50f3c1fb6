"""Proposals as a configuration file that can be read, corrected and used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cleaner.engine import Cleaner
from cleaner.learn.propose import Proposal, Sample, Trial, proposed
from cleaner.profile.supplier import rule_of
from cleaner.rule import Rule

_HEAD = """\
# Proposed by corpus-clean learn.  Nothing here is in use yet: read every entry, delete what is article text, then keep
# the rest as corpus-clean.toml, or append it to the one you have.  A date in valid_until, as in 2027-12-31, makes a run
# say so when its articles are dated later.
"""
_PLACES = {
    "line": "as a whole line",
    "head": "at the start of the article",
    "tail": "at the end of the article",
    "anywhere": "between sentences",
}


def profiles_text(proposals: Iterable[Proposal]) -> str:
    """A TOML file with one source for each proposal that has entries."""
    return "\n".join([_HEAD, *(line for proposal in proposals for line in _source(proposal))])


def _source(proposal: Proposal) -> Iterator[str]:
    supplier = proposal.supplier
    if not (proposal.entries or proposal.doubtful or proposal.known):
        yield f"# {supplier.name}: nothing that stands apart from prose recurs in its {proposal.articles} articles."
        yield ""
        return
    yield f"# {supplier.name}: {proposal.articles} articles, {len(proposal.entries)} entries proposed."
    if proposal.entries:
        yield f"[source.{_key(supplier.name)}]"
        for key in ("match", "publishers"):
            values = getattr(supplier, key)
            if values:
                yield f"{key} = [{', '.join(map(quoted, values))}]"
        yield '# valid_until = "YYYY-MM-DD"'
        yield ""
    rule = rule_of(proposed(proposal))
    for trial in proposal.entries:
        yield from _entry(proposal, trial)
    for trial in proposal.entries:
        if rule and trial.samples:
            yield from _sample(supplier.name, rule, trial.samples[0])
    for trial in proposal.doubtful:
        yield f"# Not proposed, being {trial.doubt}: {_evidence(proposal, trial)}"
        yield from _shown(trial)
        yield f"#   {_entry_text(trial)}"
        yield ""
    for trial in proposal.known:
        yield f"# The general rules take this already: {_evidence(proposal, trial)}"
        yield f"#   {_entry_text(trial)}"
        yield ""


def _entry(proposal: Proposal, trial: Trial) -> Iterator[str]:
    yield f"# {_evidence(proposal, trial)}"
    if trial.known:
        yield f"# In {trial.known} of these the general rules take it already."
    yield from _shown(trial)
    yield f"[[source.{_key(proposal.supplier.name)}.cut]]"
    yield f"text = {quoted(trial.cut.text)}"
    yield f"at = {quoted(trial.cut.at)}"
    if trial.cut.lift:
        yield f"lift = {quoted(trial.cut.lift)}"
    yield ""


def _shown(trial: Trial) -> Iterator[str]:
    for sample in trial.samples:
        yield "#   " + _line(f"{sample.before}⟦{sample.taken}⟧{sample.after}")


def _evidence(proposal: Proposal, trial: Trial) -> str:
    share = trial.articles / proposal.articles
    often = f", {trial.times} times" if trial.times > trial.articles else ""
    return f"{trial.articles} of {proposal.articles} articles ({share:.0%}), {_PLACES[trial.cut.at]}{often}"


def _entry_text(trial: Trial) -> str:
    return f"text = {quoted(trial.cut.text)}, at = {quoted(trial.cut.at)}"


def _sample(name: str, rule: Rule, sample: Sample) -> Iterator[str]:
    text = f"{sample.before}{sample.taken}{sample.after}"
    yield f"[[source.{_key(name)}.sample]]"
    yield f"text = {quoted(text)}"
    yield f"result = {quoted(Cleaner((), max_removed=1.0).clean(text, source=rule).text)}"
    yield ""


def quoted(text: str) -> str:
    """``text`` as a basic string of TOML."""
    made = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]", lambda m: f"\\u{ord(m[0]):04x}", made) + '"'


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else quoted(name)


def _line(text: str) -> str:
    """``text`` on one line of a comment."""
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", "·", " ⏎ ".join(text.split("\n")))
