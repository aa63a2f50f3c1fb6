"""Document × rules → Cleaned.  Pure: no files, no globals, no clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cleaner.document import Document, Kind
from cleaner.edit import Applied, Claims, Edit, Finding, Trace
from cleaner.glued import glued
from cleaner.metadata import Metadata
from cleaner.rule import REPORT, RISKY, Hints, Rule, discover
from cleaner.scan.hyperscanner import AdaptiveScanner
from cleaner.scan.rescan import Rescanner
from cleaner.scan.scanner import Hits, Scanner
from cleaner.scan.traits import known, traits
from cleaner.text.letters import ascii_letters, letters, letters_in

LAYERS: tuple[tuple[str, ...], ...] = (
    ("encoding",),
    ("escapes",),
    ("head",),
    ("chrome",),
    ("markup",),
    ("metadata", "media", "boilerplate"),
    ("spacing",),
    ("checks",),
)
"""Phases that see the same text share a layer; a layer's edits are applied at once."""

CONTENT = (LAYERS.index(("chrome",)), LAYERS.index(("metadata", "media", "boilerplate")))
"""The layers whose removals count as loss of text."""

SPACING = LAYERS.index(("spacing",))

ROUNDS = 8
"""How often the layers may run over one text: taking one thing uncovers another, such as a credit behind a share
button, and what a second run would take the first has to.  Most texts need one round, dirty ones two."""


@dataclass(slots=True)
class Cleaned:
    """What came of one text: the new text, its metadata, every edit made, and what a person should know.

    When ``rejected`` is set the text is the original, untouched, and the finding says why.
    """

    text: str
    original: str
    fields: dict[str, Any]
    edits: list[Applied] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    rejected: Finding | None = None

    @property
    def rules(self) -> Counter[str]:
        """How many edits each rule made, by code."""
        return Counter(edit.code for edit in self.edits)


class Limit(NamedTuple):
    """How much of a text may go, as a share of its letters (0 to 1), and who says so."""

    share: float
    origin: str = "max_removed"


class Cleaner:
    """A set of rules made ready once, to clean any number of texts.

    ``max_removed`` is the share of a text's letters (0 to 1) that the content rules may drop before the document is
    rejected (what they lift into metadata is not lost); ``max_chrome`` the same for the rules that cut page chrome.
    """

    def __init__(
        self,
        rules: Iterable[Rule] | None = None,
        *,
        risky: bool = False,
        max_removed: float = 0.3,
        max_chrome: float = 0.98,
        scanner: Callable[[Sequence[Rule]], Scanner] = AdaptiveScanner,
    ) -> None:
        self.rules = tuple(discover() if rules is None else rules)
        self.risky = risky
        self.max_removed = max_removed
        self.max_chrome = max_chrome
        self._layers = [_Layer(phases, self.rules) for phases in LAYERS]
        self.scanner = scanner([rule for layer in self._layers for rule in layer.rules])
        self._hinted: dict[Hints, list[tuple[int, int, Rule]]] = {}
        for number, layer in enumerate(self._layers):
            for at, rule in enumerate(layer.rules):
                if not rule.hints.always:
                    self._hinted.setdefault(rule.hints, []).append((number, at, rule))

    def clean(
        self,
        text: str,
        fields: Mapping[str, Any] | None = None,
        *,
        kind: Kind = "text",
        source: Rule | None = None,
        limit: Limit | None = None,
    ) -> Cleaned:
        """Clean one text; ``fields`` is the metadata already known.

        ``source`` is a rule for this supplier's texts, asked before all others that see the same text; ``limit``
        stands for the `Cleaner`'s ``max_removed``.
        """
        run = _Run(
            self,
            text,
            Metadata(fields, ("authors",) if kind == "page" else ()),
            kind,
            source=source,
            limit=limit or Limit(self.max_removed),
        )
        for _ in range(ROUNDS):
            before = len(run.edits)
            for number, layer in enumerate(self._layers[:-1]):
                run.layer(number, layer)
            if all(map(_hides_nothing, run.edits[before:])):
                break
            run.next_round()
        run.layer(len(self._layers) - 1, self._layers[-1])
        return run.result()

    def asked(self, hits: Hits) -> list[list[Asked]]:
        """The rules to ask of a text, for each layer, in order."""
        found = [layer.always.copy() for layer in self._layers]
        for hints, lines in hits.items():
            for number, at, rule in self._hinted.get(hints, ()):
                found[number].append((at, rule, lines))
        for asked, layer in zip(found, self._layers, strict=True):
            if len(asked) > len(layer.always):
                asked.sort()
        return found


Asked = tuple[int, Rule, "list[int] | None"]
"""A rule's place in its layer, the rule, and the lines where it may fire, None for anywhere."""


def _hides_nothing(edit: Applied) -> bool:
    """Whether an edit only takes blanks at the ends of lines, or blank lines, behind which no rule finds anything.

    Doubled blanks may hide something, and so may a no-break space in front of what was read in the wrong character
    set.
    """
    return edit.layer % len(LAYERS) == SPACING and not edit.new.strip("\n") and not edit.old.strip(" \t\r\n")


class _Layer:
    """The rules of one layer, ready to be asked."""

    def __init__(self, phases: Sequence[str], rules: Iterable[Rule]) -> None:
        found = [rule for phase in phases for rule in rules if rule.phase == phase]
        self.rules = (*found, *(glued(rule) for rule in found if rule.glued))
        self.free = all(rule.hints.always for rule in self.rules)
        self.needing = any(rule.needs for rule in self.rules)
        self.all: list[Asked] = [(at, rule, None) for at, rule in enumerate(self.rules)]
        self.always = [asked for asked in self.all if asked[1].hints.always]


class _Run:
    """One document on its way through the layers."""

    def __init__(
        self, cleaner: Cleaner, text: str, metadata: Metadata, kind: Kind, *, source: Rule | None, limit: Limit
    ) -> None:
        self.cleaner = cleaner
        self.trace = Trace(text)
        self.text = text
        self.metadata = metadata
        self.kind = kind
        self.source = source
        self.limit = limit
        self.tagless = kind in ("page", "article")
        self.doc = Document(text, metadata.fields, kind, self.tagless)
        self.scanner = Rescanner(cleaner.scanner)
        self.asked: list[list[Asked]] | None = None
        self.traits: int | None = None
        self.quiet: dict[int, tuple[str, int]] = {}
        self.passes = 0
        self.before_content: str | None = None
        self.edits: list[Applied] = []
        self.findings: list[Finding] = []
        self.refused: Finding | None = None
        self.removed: list[tuple[Applied, bool]] = []

    def next_round(self) -> None:
        """Look at the text as at one that has been cleaned before; what is still to be said will be said again."""
        self.findings.clear()
        self.refused = None
        self.passes += len(LAYERS)
        if self.kind not in ("markdown", "page"):
            self.kind = "article"
        self._show("")

    def _show(self, text: str) -> None:
        """Let the rules see ``text`` from now on."""
        self.doc.close()
        self.doc = Document(text, self.metadata.fields, self.kind, self.tagless)

    def layer(self, number: int, layer: _Layer) -> None:
        """One pass: ask the rules that may fire, take the edits that do not collide, make them all at once.

        A text that no layer has changed is scanned and cut into lines only once.  And a layer that had nothing to say
        of it is not asked again: of a text that has been cleaned before it would say less.
        """
        state, findings = (self.text, len(self.edits)), len(self.findings)
        if self.quiet.get(number) == state:
            return
        if self.doc.text is not self.text:
            self._show(self.text)
        if layer.free or (number == SPACING and self.asked is None):
            asked = layer.all
        else:
            if self.asked is None:
                self.asked = self.cleaner.asked(self.scanner.scan(self.text, self.doc.rows))
            asked = self.asked[number]
            self.doc.sought = self.scanner
        if self.source and number == CONTENT[-1]:
            asked = [(-1, self.source, None), *asked]
        if asked:
            self._take(number, asked, self._traits() if layer.needing else 0)
        said = len(self.edits) > state[1] or len(self.findings) > findings
        if not said and not self.doc.touched and self.kind != "page":
            self.quiet[number] = state

    def _take(self, number: int, asked: Sequence[Asked], seen: int) -> None:
        """Ask some rules, of a text in which some traits have been ``seen``, and make the edits that do not collide."""
        doc, touched = self.doc, self.doc.touched
        accepted: list[tuple[Edit, Rule]] = []
        claims: Claims | None = None
        for _, rule, lines in asked:
            if rule.needs and not (touched or rule.needs & seen):
                continue
            if lines is not None and not lines and not doc.shrunk():
                continue
            doc.limits = lines, rule.hints
            try:
                answers = list(rule.find(doc))  # type: ignore[misc]
            except Exception as error:  # a faulty rule must not take the document, or the run, with it
                message = f"the rule failed and was left out: {type(error).__name__}: {error}"
                self._report(Finding(message, 0, len(self.text), level="error"), rule, number)
                continue
            if not answers:
                continue
            claims = claims or Claims()
            for edit in self._edits(answers, rule, number):
                if claims.take(edit.start, edit.end):
                    accepted.append((edit, rule))
                    if edit.lift:
                        self.metadata.lift(edit.lift)
                    doc.claim(edit)
                    touched = True
        if accepted:
            self._apply(number, accepted)

    def _traits(self) -> int:
        """The traits of the text as it is, and those that come with what is known of it."""
        if self.traits is None:
            self.traits = traits(self.doc.text, self.doc.rows)
        return self.traits | known(self.metadata.fields)

    def _edits(self, answers: list[Edit | Finding], rule: Rule, number: int) -> list[Edit]:
        """Of a rule's answers the edits that it may make; the rest is reported."""
        edits = []
        for answer in answers:
            if isinstance(answer, Finding):
                self._report(answer, rule, number)
                if rule.rejects and answer.level == "error":
                    self.refused = self.refused or self.findings[-1]
            elif rule.safety is REPORT or (rule.safety is RISKY and not self.cleaner.risky):
                self._report(Finding(rule.summary, answer.start, answer.end), rule, number)
            elif answer.new != self.text[answer.start : answer.end] or answer.lift:
                edits.append(answer)
        return edits

    def _report(self, finding: Finding, rule: Rule, number: int) -> None:
        ((start, end),) = self.trace.origins([(finding.start, finding.end)])
        level = "info" if rule.safety is RISKY and finding.level != "error" else finding.level
        self.findings.append(Finding(finding.message, start, end, rule.code, rule.name, level))

    def _apply(self, number: int, accepted: list[tuple[Edit, Rule]]) -> None:
        accepted.sort(key=lambda pair: pair[0][:2])
        edits = [edit for edit, _ in accepted]
        layer, content = self.passes + number, number in CONTENT
        origins = self.trace.origins([(edit.start, edit.end) for edit in edits])
        for (edit, rule), (start, end) in zip(accepted, origins, strict=True):
            at, stop, new, lift = edit
            applied = Applied(rule.code, rule.name, layer, at, start, end, self.text[at:stop], new, lift)
            self.edits.append(applied)
            if content:
                self.removed.append((applied, rule.chrome))
        if content and self.before_content is None:
            self.before_content = self.text
        text = self.trace.add(edits)
        if text != self.text:  # edits that only lift leave a text that need not be looked at anew
            self.text = text
            self.asked = self.traits = None

    def result(self) -> Cleaned:
        self.doc.close()
        original = self.trace.original
        why = self._guard()
        if why is not None:
            self.findings.append(why)
        why = why or self.refused
        if why is not None:
            return Cleaned(original, original, self.metadata.fields, [], self.findings, why)
        return Cleaned(self.text, original, self.metadata.fields, self.edits, self.findings)

    def _guard(self) -> Finding | None:
        whole = len(self.trace.original)
        if not self.text.strip():
            return Finding("nothing is left of the text", 0, whole, "GUARD1", "text-empty-after-cleaning", "error")
        if not self.removed:
            return None
        text = self.before_content or self.trace.original
        if not self._excess(ascii_letters(text), self._removed(lambda edit: len(edit.old))):
            return None
        removed = self._removed(_lost)
        return self._excess(ascii_letters(text), removed) and self._excess(letters(text), removed)

    def _removed(self, count: Callable[[Applied], int]) -> dict[bool, int]:
        """How much the content rules have taken, those for page chrome (True) and the others."""
        removed = {True: 0, False: 0}
        for edit, chrome in self.removed:
            removed[chrome] += count(edit)
        return removed

    def _excess(self, total: int, removed: Mapping[bool, int]) -> Finding | None:
        """Whether too much has been ``removed`` of a text of ``total`` letters, or of no fewer."""
        total = max(1, total)
        for chrome, limit in ((False, self.limit), (True, Limit(self.cleaner.max_chrome, "the limit for page chrome"))):
            base = total if chrome else max(1, total - removed[True])
            share = removed[chrome] / base
            if share > limit.share:
                allowed = f"at most {limit.share:.0%} are allowed ({limit.origin})"
                message = f"the rules would take {share:.0%} of the letters; {allowed}"
                return Finding(message, 0, len(self.trace.original), "GUARD2", "too-much-removed", "error")
        return None


def _lost(edit: Applied) -> int:
    """How many letters an edit takes that it does not move to metadata."""
    kept = (letters(edit.new) if edit.new else 0) + (letters_in(edit.lift) if edit.lift else 0)
    return max(0, letters(edit.old) - kept)
