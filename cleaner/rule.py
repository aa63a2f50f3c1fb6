"""What decides: rules, their hints, and their discovery.

A rule is one module below ``cleaner.rules.<phase>``: its name is the module's, its page the module's docstring,
its tests the lists ``FIXES`` (or ``REPORTS``) and ``KEEPS``.  A rule never edits text; it yields edits and findings.

A pattern is written ``lazy(rf"…", re.IGNORECASE)`` (`cleaner.lazy`), which compiles it when it is first used.  And a
rule without hints is asked about every document: give it `Hints`, say which traits of a text it needs, or let ``find``
begin with the cheapest test there is.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cache, cached_property
from hashlib import sha256
from typing import Any

from cleaner.document import Document, Line
from cleaner.edit import Edit, Finding
from cleaner.lazy import lazy
from cleaner.text.blanks import before, behind

PHASES = ("encoding", "escapes", "head", "chrome", "markup", "metadata", "media", "boilerplate", "spacing", "checks")


class Safety(str, Enum):
    """``safe`` edits are always made, ``risky`` ones on request, ``report`` never changes text."""

    SAFE = "safe"
    RISKY = "risky"
    REPORT = "report"


SAFE, RISKY, REPORT = Safety.SAFE, Safety.RISKY, Safety.REPORT


@dataclass(frozen=True, eq=False)
class Hints:
    """What must be in a text before a rule can possibly fire in it; rules that share one object are looked up once.

    ``heads``: lower-case words, one of which must begin the line (after white space and punctuation).
    ``whole``: no letter of ASCII stands behind a head word that ends with one.
    ``inside``: lower-case literals, one of which must stand in the line (compared with the lower-cased text).
    ``shapes``: expressions for the lower-cased text, one of which must match somewhere, in the syntax that `re` and
    Hyperscan share: literals, groups, bounded repeats, and classes of ASCII characters or of bytes from \\x80 on.
    Hyperscan loses matches of some that have an optional repeat between literals; a test looks for each shape.
    ``fits``: what a line must pass, as it stands before any edit, for the rule to fire in it; a cheap test.
    A rule with several fires where one of them holds; a rule with none is always asked.
    """

    heads: tuple[str, ...] = field(default_factory=tuple)
    inside: tuple[str, ...] = field(default_factory=tuple)
    shapes: tuple[str, ...] = field(default_factory=tuple)
    fits: Callable[[str], bool] | None = None
    whole: bool = False

    @cached_property
    def always(self) -> bool:
        """Whether nothing is said of what must be there."""
        return not (self.heads or self.inside or self.shapes)

    @cached_property
    def literal(self) -> bool:
        """Whether literals are all that is sought."""
        return bool(self.inside) and not (self.heads or self.shapes or self.fits)

    @cached_property
    def mark(self) -> str:
        """What tells the words and shapes from all others."""
        said = "\0".join((*self.heads, f"{self.whole}", *self.inside, "", *self.shapes))
        return sha256(said.encode("utf-8", "replace")).hexdigest()

    def of_whole_words(self) -> Hints:
        """The same for a rule whose head words are whole words."""
        return replace(self, whole=True)

    def within(self, longest: int) -> Hints:
        """The same for a rule that takes lines of at most ``longest`` characters, white space at the ends apart."""
        return self.fitting(lambda row: len(row) <= longest or len(row.strip()) <= longest)

    def fitting(self, fits: Callable[[str], bool]) -> Hints:
        """The same for a rule whose lines pass the test ``fits``."""
        return replace(self, fits=fits)


ALWAYS = Hints()
"""The hints of rules that are asked about every text."""

Find = Callable[[Document], Iterable[Edit | Finding]]


@dataclass(frozen=True, eq=False)
class Rule:
    """A rule as the engine runs it.  ``name``, ``phase`` and the texts are filled in by `discover`.

    ``needs`` are traits of a text (`cleaner.scan.traits`) of which it must have one for the rule to fire, as long as no
    edit has changed it; 0 for none.
    ``glued`` are hints (literals inside) for lines of this rule that stand inside longer ones (`cleaner.glued`).
    A document in which a rule that ``rejects`` finds an error is rejected, whatever else has been done to it.
    """

    code: str
    safety: Safety = SAFE
    hints: Hints = ALWAYS
    needs: int = 0
    glued: Hints | None = None
    find: Find | None = None
    chrome: bool = False
    rejects: bool = False
    name: str = ""
    phase: str = ""
    page: str = ""
    fixes: tuple[Any, ...] = ()
    reports: tuple[Any, ...] = ()
    keeps: tuple[Any, ...] = ()

    @property
    def summary(self) -> str:
        """The first line of the rule's page."""
        return self.page.partition("\n")[0].rstrip(".")

    @property
    def fixable(self) -> bool:
        """True when the rule can change text."""
        return bool(self.fixes)


Lifter = Callable[["re.Match[str]"], dict[str, Any] | None]


def whole_line(code: str, pattern: str, *, lift: Lifter | None = None, hints: Hints = ALWAYS, **more: Any) -> Rule:
    """A rule that takes every line which ``pattern`` matches from its first to its last visible character.

    ``lift`` turns the match into metadata; when it gives None the line stays.
    """
    compiled = lazy(pattern, re.IGNORECASE)

    def find(doc: Document) -> Iterator[Edit]:
        for line in doc.candidates():
            match = compiled.fullmatch(line.text.strip())
            if match is None:
                continue
            lifted = lift(match) if lift else {}
            if lifted is not None:
                yield line.cut(**lifted)

    return Rule(code=code, hints=hints, find=find, **more)


def span(
    code: str, pattern: str, *, new: str = "", lift: Lifter | None = None, hints: Hints = ALWAYS, **more: Any
) -> Rule:
    """A rule that replaces every match of ``pattern`` inside a line by ``new`` (a template for `re.Match.expand`)."""
    flags = more.pop("flags", re.IGNORECASE)
    compiled = lazy(pattern, flags)

    def find(doc: Document) -> Iterator[Edit]:
        for line in doc.candidates():
            for match in compiled.finditer(line.text):
                lifted = lift(match) if lift else {}
                if lifted is not None:
                    yield line.span(match.start(), match.end(), match.expand(new) if new else "", **lifted)

    return Rule(code=code, hints=hints, find=find, **more)


def take(line: Line, start: int, end: int, **lift: Any) -> Iterator[Edit]:
    """The edits that take a piece of a line, and the whole line when nothing else is on it.

    What stood on both sides stays parted by one blank at least.  The blanks behind a piece that opened the line are
    an edit of their own, since a neighbour may already have taken them.
    """
    text = line.text
    head, tail = before(text, start), behind(text, end)
    if not head and tail == len(text):
        yield line.cut(**lift)
    elif tail == len(text):
        yield line.span(head, tail, "", **lift)
    elif not head:
        yield line.span(0, end, "", **lift)
        if end < tail:
            yield line.span(end, tail)
    else:
        parted = text[end : end + 1].isspace() or text[start - 1 : start].isspace()
        yield line.span(start, end, "" if parted else " ", **lift)


@cache
def discover() -> tuple[Rule, ...]:
    """All rules of ``cleaner.rules``, in the order in which they run.

    Raises ValueError when a module holds no rule or a code is used twice.
    """
    found = []
    for phase in PHASES:
        package = importlib.import_module(f"cleaner.rules.{phase}")
        for info in pkgutil.iter_modules(package.__path__):
            if not info.name.startswith("_"):
                found.append(load(phase, info.name))
    order = {phase: number for number, phase in enumerate(PHASES)}
    found.sort(key=lambda rule: (order[rule.phase], rule.code))
    codes = [rule.code for rule in found]
    if len(set(codes)) != len(codes):
        raise ValueError(f"rule codes used twice: {sorted({c for c in codes if codes.count(c) > 1})}")
    return tuple(found)


def load(phase: str, name: str) -> Rule:
    """The rule of the module ``name`` in the folder ``phase``.  Raises ValueError when it holds none."""
    module = importlib.import_module(f"cleaner.rules.{phase}.{name}")
    rule = getattr(module, "rule", None)
    if not isinstance(rule, Rule):
        raise ValueError(f"cleaner/rules/{phase}/{name}.py has no `rule`")
    return replace(
        rule,
        find=rule.find or module.find,
        name=name.replace("_", "-"),
        phase=phase,
        page=inspect.cleandoc(module.__doc__ or ""),
        fixes=tuple(getattr(module, "FIXES", ())),
        reports=tuple(getattr(module, "REPORTS", ())),
        keeps=tuple(getattr(module, "KEEPS", ())),
    )


def chosen(rules: Iterable[Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules that ``select`` (all when empty) names and ``ignore`` does not, by code prefix, name or phase.

    Raises ValueError for a word that names no rule.
    """
    rules = tuple(rules)
    select, ignore = tuple(select), tuple(ignore)
    for word in (*select, *ignore):
        if not any(named(rule, word) for rule in rules):
            raise unknown(word, rules)
    return tuple(
        rule
        for rule in rules
        if (not select or any(named(rule, word) for word in select)) and not any(named(rule, w) for w in ignore)
    )


def unknown(word: str, rules: Iterable[Rule]) -> ValueError:
    """The error that says that no rule is called so, and what may have been meant."""
    from difflib import get_close_matches

    known = {name: name for rule in rules for name in (rule.name, rule.phase)}
    known |= {rule.code.lower(): rule.code for rule in rules}
    close = get_close_matches(word.lower(), known, 1)
    hint = "name one at a time; " if "," in word else f"did you mean {known[close[0]]!r}? " if close else ""
    return ValueError(f"no rule is called {word!r}; {hint}`corpus-clean rules` lists them all")


def named(rule: Rule, word: str) -> bool:
    """Whether ``word`` is a rule's name or phase, or the beginning of its code."""
    return bool(word) and (word in (rule.name, rule.phase) or rule.code.startswith(word.upper()))
