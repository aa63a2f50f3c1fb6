"""The roster of the rules: what a start has to know of each, kept from one start to the next.

Of all rules a text calls for a score, and a rule's words are looked for by tables that are kept as well, so that the
module of a rule is imported when it is first asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from cleaner.document import Document
from cleaner.edit import Edit, Finding
from cleaner.package import kept
from cleaner.rule import Hints, Rule, Safety, discover, load

_HINTS = ("always", "literal", "mark", "shapes", "whole")
"""What is kept of a rule's hints."""

_RULE = ("code", "name", "phase", "needs", "chrome", "rejects")
"""What is kept of a rule as it is."""


class KnownHints(Hints):
    """Hints of which the roster says what a scanner with kept tables asks for; ``real`` gives the words."""

    def __init__(self, known: Iterable[Any], fitting: bool, real: Callable[[], Hints]) -> None:
        self.__dict__.update(zip(_HINTS, known, strict=True), fits=self._fits if fitting else None, _real=real)

    def __getattr__(self, name: str) -> Any:
        if name not in ("heads", "inside"):
            raise AttributeError(name)
        found = self.__dict__[name] = getattr(self.__dict__["_real"](), name)
        return found

    def _fits(self, row: str) -> bool:
        fits = self.__dict__["fits"] = self.__dict__["_real"]().fits
        return bool(fits(row))


@cache
def roster() -> tuple[Rule, ...]:
    """The rules as `discover` gives them, without their examples and all but the first line of their pages."""
    all_hints, rules = kept("roster", _known)
    hints = [_hints(*one) for one in all_hints]
    return tuple(
        _rule(known, safety, hints[at], None if glued is None else hints[glued]) for known, safety, at, glued in rules
    )


def _known() -> tuple[list[Any], list[Any]]:
    """What is kept: of all hints by which rule they are had, and of all rules."""
    numbers: dict[Hints, int] = {}
    all_hints, rules = [], []
    for rule in discover():
        for name, hints in (("hints", rule.hints), ("glued", rule.glued)):
            if hints is not None and hints not in numbers:
                numbers[hints] = len(numbers)
                known = [getattr(hints, about) for about in _HINTS]
                all_hints.append((known, hints.fits is not None, rule.phase, rule.name, name))
        at = numbers[rule.hints], None if rule.glued is None else numbers[rule.glued]
        rules.append(([*(getattr(rule, about) for about in _RULE), rule.summary], rule.safety.value, *at))
    return all_hints, rules


def _hints(known: Iterable[Any], fitting: bool, phase: str, name: str, which: str) -> Hints:
    def real() -> Hints:
        found: Hints = getattr(_loaded(phase, name), which)
        return found

    return KnownHints(known, fitting, real)


def _rule(known: Iterable[Any], safety: str, hints: Hints, glued: Hints | None) -> Rule:
    def find(doc: Document) -> Iterable[Edit | Finding]:
        real = _loaded(rule.phase, rule.name).find
        assert real is not None
        object.__setattr__(rule, "find", real)  # whoever asks the rule next asks it at once
        return real(doc)

    *about, page = known
    rule = Rule(
        **dict(zip(_RULE, about, strict=True)), page=page, safety=Safety(safety), hints=hints, glued=glued, find=find
    )
    return rule


@cache
def _loaded(phase: str, name: str) -> Rule:
    return load(phase, name.replace("-", "_"))
