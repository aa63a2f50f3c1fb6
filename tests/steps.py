"""How many steps a backtracking matcher takes: the patterns of `re`, matched in Python, every step counted.

It takes the parse tree of `re` and searches as `re` does, but without its shortcuts, so that it counts at least as many
steps as `re` makes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

if sys.version_info >= (3, 11):
    from re import _constants as C
    from re import _parser as parser
else:
    import sre_constants as C
    import sre_parse as parser

Next = Callable[[int], "int | None"]
"""What has to match behind: the position where the whole match ends, or None."""

REPEATS = tuple(getattr(C, name) for name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") if hasattr(C, name))
SINGLE = (C.LITERAL, C.NOT_LITERAL, C.IN, C.ANY)
CATEGORIES = {"DIGIT": str.isdigit, "SPACE": str.isspace, "WORD": lambda char: char.isalnum() or char == "_"}
FALLBACK = "a1 .-A(é|क٣"
KEPT: type[Any] = type(lru_cache(len))


def tree(pattern: str, flags: int) -> Any:
    """The parse tree."""
    return parser.parse(pattern, flags & ~re.DEBUG)


def prune(nodes: Any) -> Any:
    """The tree made smaller where that says nothing about growth.

    At most three of the fixed words of each choice stay, and repeats that have an end end after six.
    """
    for index, (kind, value) in enumerate(nodes):
        if kind is C.BRANCH:
            fixed = [one for one in value[1] if not list(repeats(one))]
            value[1][:] = [one for one in value[1] if one not in fixed[3:]]
        if kind in REPEATS:
            low, high, inner = value
            nodes[index] = (kind, (min(low, 3), high if high == C.MAXREPEAT else min(high, 6), inner))
        for inner in [value[2]] if kind in REPEATS else inside(kind, value):
            prune(inner)
    return nodes


def repeats(nodes: Any, depth: int = 0) -> Iterator[tuple[int, int, Any]]:
    """``(depth of nesting in other variable repeats, most repetitions, what is repeated)`` of each repeat."""
    for kind, value in nodes:
        if kind in REPEATS:
            low, high, inner = value
            yield depth, high, inner
            yield from repeats(inner, depth + (low != high and high > 1))
        else:
            for inner in inside(kind, value):
                yield from repeats(inner, depth)


def inside(kind: Any, value: Any) -> list[Any]:
    """The trees within a node that is no repeat."""
    if kind is C.SUBPATTERN:
        return [value[-1]]
    if kind is C.BRANCH:
        return list(value[1])
    if kind in (C.ASSERT, C.ASSERT_NOT):
        return [value[1]]
    return [value] if kind == getattr(C, "ATOMIC_GROUP", "") else []


def sample(nodes: Any) -> str:
    """A text that the nodes would match, but for what they only look at."""
    made = ""
    for kind, value in nodes:
        if kind is C.LITERAL:
            made += chr(value)
        elif kind in SINGLE and kind is not C.IN:
            made += "a" if kind is C.ANY or value != ord("a") else "b"
        elif kind is C.IN:
            made += _one_of(value)
        elif kind in REPEATS:
            made += sample(value[2]) * max(1, value[0])
        elif kind is C.BRANCH:
            made += sample(value[1][0])
        elif kind not in (C.ASSERT, C.ASSERT_NOT):
            made += "".join(map(sample, inside(kind, value)))
    return made


def _one_of(items: Any) -> str:
    shown = [chr(value if kind is C.LITERAL else value[0]) for kind, value in items if kind in (C.LITERAL, C.RANGE)]
    fits = [char for char in FALLBACK if _in(items, char)]
    return (fits if items[0][0] is C.NEGATE or not shown else shown)[0]


def _in(items: Any, char: str) -> bool:
    code, found = ord(char), False
    for kind, value in items:
        if kind is C.LITERAL:
            found = found or code == value
        elif kind is C.RANGE:
            found = found or value[0] <= code <= value[1]
        elif kind is C.CATEGORY:
            name = str(value).removeprefix("CATEGORY_")
            fits = CATEGORIES[name.removeprefix("NOT_")](char)
            found = found or fits != name.startswith("NOT_")
    return found != (items[0][0] is C.NEGATE)


class Matcher:
    """Searches one text with one pattern, given as its tree, and counts."""

    def __init__(self, nodes: Any, flags: int, text: str) -> None:
        self.nodes, self.flags, self.text, self.steps = nodes, flags, text, 0
        self.groups: dict[int, tuple[int, int]] = {}

    def match(self, at: int) -> int | None:
        """Where a match that begins at ``at`` ends."""
        return self._match(self.nodes, 0, at, self.flags, lambda end: end)

    def finditer(self) -> list[tuple[int, int]]:
        """The spans that `re.finditer` gives."""
        found, at = [], 0
        while at <= len(self.text):
            end = self.match(at)
            if end is not None:
                found.append((at, end))
            at = end if end is not None and end > at else at + 1
        return found

    def _match(self, nodes: Any, index: int, at: int, flags: int, then: Next) -> int | None:
        """Match ``nodes`` from the ``index``-th on at ``at``, and what has to come ``then``."""
        if index == len(nodes):
            return then(at)
        kind, value = nodes[index]
        self.steps += 1

        def on(end: int) -> int | None:
            return self._match(nodes, index + 1, end, flags, then)

        if kind in SINGLE:
            fits = at < len(self.text) and self._char(kind, value, self.text[at], flags)
            return on(at + 1) if fits else None
        if kind in REPEATS:
            return self._repeat((kind, *value), at, flags, on)
        if kind is C.SUBPATTERN:
            return self._group(value, at, flags, on)
        if kind is C.BRANCH:
            return next((end for one in value[1] if (end := self._match(one, 0, at, flags, on)) is not None), None)
        holds, end = self._looks(kind, value, at, flags)
        return on(end) if holds else None

    def _looks(self, kind: Any, value: Any, at: int, flags: int) -> tuple[bool, int]:
        """Whether a place, an assertion or a reference back holds, and where it ends."""
        if kind is C.AT:
            return self._at(value, at, flags), at
        if kind in (C.ASSERT, C.ASSERT_NOT):
            ahead, inner = value
            begin = at if ahead > 0 else at - inner.getwidth()[0]
            found = self._match(inner, 0, begin, flags, lambda end: end) if begin >= 0 else None
            return (found is not None) == (kind is C.ASSERT), at
        if kind is C.GROUPREF:
            start, end = self.groups.get(value, (0, -1))
            end = max(start, end) + at - start
            return self.text[at:end].lower() == self.text[start : start + end - at].lower(), end
        raise NotImplementedError(kind)

    def _group(self, value: Any, at: int, flags: int, on: Next) -> int | None:
        group, more, less, inner = value

        def close(end: int) -> int | None:
            before = self.groups.get(group)
            self.groups[group] = (at, end)
            found = on(end)
            if found is None and before is not None:
                self.groups[group] = before
            return found

        return self._match(inner, 0, at, (flags | more) & ~less, close if group else on)

    def _repeat(self, repeat: tuple[Any, ...], at: int, flags: int, then: Next) -> int | None:
        kind, low, high, inner = repeat
        if len(inner) == 1 and inner[0][0] in SINGLE:
            return self._run(repeat, at, flags, then)

        def again(count: int, here: int) -> int | None:
            def more() -> int | None:
                if count >= high:
                    return None
                return self._match(
                    inner, 0, here, flags, lambda end: again(count + 1, end) if end > here or count < low else None
                )

            if count < low:
                return more()
            if kind is C.MIN_REPEAT:
                return end if (end := then(here)) is not None else more()
            return end if (end := more()) is not None else then(here)

        return again(0, at)

    def _run(self, repeat: tuple[Any, ...], at: int, flags: int, then: Next) -> int | None:
        """A repeat of one character, without recursion."""
        kind, low, high, (one,) = repeat
        most = at
        limit = len(self.text) if high is C.MAXREPEAT else min(len(self.text), at + high)
        if kind is C.MIN_REPEAT:
            while True:
                if most - at >= low and (end := then(most)) is not None:
                    return end
                self.steps += 1
                if most >= limit or not self._char(*one, self.text[most], flags):
                    return None
                most += 1
        while most < limit and self._char(*one, self.text[most], flags):
            self.steps += 1
            most += 1
        stops = range(most, at + low - 1, -1) if kind is C.MAX_REPEAT else range(most, most - 1, -1)
        return next((end for stop in stops if stop >= at + low and (end := then(stop)) is not None), None)

    def _char(self, kind: Any, value: Any, char: str, flags: int) -> bool:
        if kind is C.ANY:
            return char != "\n" or bool(flags & re.DOTALL)
        forms = (char, char.lower(), char.upper()) if flags & re.IGNORECASE else (char,)
        forms = tuple(form for form in forms if len(form) == 1)
        if kind is C.IN:
            if value[0][0] is C.NEGATE and flags & re.IGNORECASE:
                return all(_in(value, form) for form in forms)
            return any(_in(value, form) for form in forms)
        return any(ord(form) == value for form in forms) == (kind is C.LITERAL)

    def _at(self, value: Any, at: int, flags: int) -> bool:
        text, name = self.text, str(value).removeprefix("AT_")
        if name in ("BEGINNING", "BEGINNING_STRING"):
            multi = flags & re.MULTILINE and name == "BEGINNING"
            return at == 0 or bool(multi and text[at - 1] == "\n")
        if name in ("END", "END_STRING"):
            if name == "END_STRING":
                return at == len(text)
            return text[at:] in ("", "\n") or bool(flags & re.MULTILINE and text[at] == "\n")
        word = CATEGORIES["WORD"]
        edge = (at > 0 and word(text[at - 1])) != (at < len(text) and word(text[at]))
        return edge == (name == "BOUNDARY")


def forget() -> None:
    """Empty what the modules keep of the last texts; what is made once for all texts stays."""
    for name, module in list(sys.modules.items()):
        for kept in list(vars(module).values()) if name.startswith("cleaner.") else ():
            if isinstance(kept, KEPT) and kept.cache_parameters()["maxsize"] is not None:
                kept.cache_clear()


def calls(work: Callable[[], object]) -> int:
    """How many calls, of Python and of C functions, some work takes, when nothing is kept of work done before."""
    count = 0
    forget()

    def tally(frame: Any, event: str, what: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
