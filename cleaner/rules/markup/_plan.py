"""All edits on the mark-up of a text, to the end.

Taking one piece of mark-up away may bring another to light: `&lt;b&gt;` is a tag, and so is what is left of
`<<b>i>`.  So the rules of this phase are asked together, again on what they leave until they find nothing more,
and their edits are told in terms of the first text.  A text that does not settle soon is left as it is.

Each module says in ``SIGNS`` of which characters one must stand in a text for its ``spans`` to find anything there.
"""

from __future__ import annotations

import importlib
import pkgutil
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from cleaner.document import Document, Kind
from cleaner.edit import Claims, Edit, Layer, apply
from cleaner.rule import Hints
from cleaner.rules.markup._view import View

HINTS = Hints(inside=("<", "&", "[", "\\", "*", "_", "~~", "#", "{", "|", "---", "document.", "window.", "$("))
"""What must be in a text before any rule of this phase can fire."""

_MOST_ROUNDS = 6


class Coded(NamedTuple):
    """An edit and the code of the rule that wants it."""

    edit: Edit
    code: str


def planned(code: str) -> Callable[[Document], list[Edit]]:
    """The ``find`` of the rule with this code: its part of the plan."""

    def find(doc: Document) -> list[Edit]:
        return _plan(doc.text, "page" if doc.tagless else doc.kind).get(code, [])

    return find


@lru_cache(maxsize=1024)  # the links of a site's menu are there again in each of its pages
def settled(text: str, kind: Kind, markdown: bool) -> str:
    """``text``, a fragment, without its mark-up."""
    return apply(text, [edit for edit, _ in _rounds(text, kind, markdown, bare=True)])


@lru_cache(maxsize=2)  # every rule of the phase asks about the same text, one after the other
def _plan(text: str, kind: Kind) -> dict[str, list[Edit]]:
    """The edits of each rule, by its code."""
    wanted: dict[str, list[Edit]] = {}
    for edit, code in _rounds(text, kind, kind == "markdown", bare=False):
        wanted.setdefault(code, []).append(edit)
    return wanted


def _rounds(text: str, kind: Kind, markdown: bool, bare: bool) -> list[Coded]:
    made: list[Coded] = []
    if not (markdown or _may_hold(text)):
        return made
    for _ in range(_MOST_ROUNDS):
        view = View(text, kind, markdown, bare)
        found = _round(view)
        if not found:
            return made
        made = joined(made, found, text)
        text, markdown = apply(text, [edit for edit, _ in found]), view.markdown
        if not (markdown or _may_hold(text) or any(sign in text for sign in _UNCOVERED)):
            return made
    return []


_UNCOVERED = ("&", ";", "]]")
"""Signs of mark-up that would not be looked for in a whole text, but that may be left where some was taken."""


def _may_hold(text: str) -> bool:
    """Whether ``text`` may hold mark-up, of which single asterisks and underlines are none outside Markdown."""
    return (
        "[" in text
        or "<" in text
        or "#" in text
        or "{" in text
        or "\\" in text
        or ("&" in text and ";" in text)
        or ("*" in text and "**" in text)
        or ("|" in text and "--" in text)
        or ("$" in text and "$(" in text)
        or any(sign in text for sign in ("document.", "window."))
        or text.startswith("---")
    )


def _round(view: View) -> list[Coded]:
    """What the rules want to do to the text of ``view``: no overlaps, nothing in code, sorted."""
    claims = Claims()
    for start, end in view.code:
        claims.take(start, end)
    found = [
        Coded(edit, code)
        for code, signs, spans in _finders()
        if not signs.isdisjoint(view.signs)
        for edit in spans(view)
        if edit.new != view.text[edit.start : edit.end] and claims.take(edit.start, edit.end)
    ]
    return sorted(found, key=lambda coded: coded.edit.start)


@cache
def _finders() -> list[tuple[str, frozenset[str], Callable[[View], Iterable[Edit]]]]:
    """The signs and the function ``spans`` of each rule of this phase, in order of the rules' codes."""
    package = importlib.import_module(__package__)
    names = [info.name for info in pkgutil.iter_modules(package.__path__) if not info.name.startswith("_")]
    modules = [importlib.import_module(f"{__package__}.{name}") for name in names]
    return sorted((module.rule.code, frozenset(module.SIGNS), module.spans) for module in modules)


def joined(first: list[Coded], second: list[Coded], between: str) -> list[Coded]:
    """Two rounds of edits as one: ``second`` was found in ``between``, the text that ``first`` left behind."""
    if not first:
        return second
    layer = Layer([edit for edit, _ in first])
    made: list[Coded] = []
    used: set[int] = set()
    at = 0
    while at < len(second):
        low, high = _touched(layer, second[at].edit)
        upto = at + 1
        while upto < len(second) and _touched(layer, second[upto].edit)[0] < high:
            high = max(high, _touched(layer, second[upto].edit)[1])
            upto += 1
        used.update(range(low, high))
        made.append(_merged(layer, [first[i].edit for i in range(low, high)], second[at:upto], between, (low, high)))
        at = upto
    made += (coded for number, coded in enumerate(first) if number not in used)
    return sorted(made, key=lambda coded: coded.edit.start)


def _touched(layer: Layer, edit: Edit) -> tuple[int, int]:
    """The edits of ``layer`` (by number, half open) whose result ``edit`` changes."""
    low = bisect_right(layer.ends, edit.start)
    return low, max(low, bisect_left(layer.starts, edit.end))


def _merged(layer: Layer, inner: list[Edit], outer: list[Coded], between: str, place: tuple[int, int]) -> Coded:
    """One edit for the edits ``outer`` and those of the round before that lie in their way."""
    low, high = place
    begin, end = outer[0].edit.start, outer[-1].edit.end
    if inner:
        begin, end = min(begin, layer.starts[low]), max(end, layer.ends[high - 1])
    start = inner[0].start if inner and begin == layer.starts[low] else begin + (layer.shifts[low - 1] if low else 0)
    ends_inside = inner and end == layer.ends[high - 1]
    stop = inner[-1].end if ends_inside else end + (layer.shifts[high - 1] if high else 0)
    pieces: list[str] = []
    at, lift = begin, [pair for edit in inner for pair in edit.lift]
    for edit, _ in outer:
        pieces += (between[at : edit.start], edit.new)
        at = edit.end
        lift += edit.lift
    return Coded(Edit(start, stop, "".join(pieces) + between[at:end], tuple(lift)), outer[0].code)
