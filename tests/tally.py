"""Count what the package does: its loops and calls, and the characters and elements that C functions handle for it.

`counted` must come before the package is imported: its modules are then compiled from a syntax tree in which every
call, loop, slice, sum and test for membership goes through a function that counts.  No clock, no sampling: the same
work gives the same counts on every machine.
"""

from __future__ import annotations

import ast
import builtins
import re
import sys
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from itertools import accumulate, chain, dropwhile, filterfalse, groupby, islice, pairwise, starmap, takewhile
from types import BuiltinFunctionType, FunctionType, MethodDescriptorType, MethodType
from typing import Any, NamedTuple

from rewriting import Counted
from steps import tree

LEFT_ALONE = ("cleaner.words", "cleaner.lazy", "cleaner.kept", "cleaner.read", "cleaner.learn", "cleaner.report")
"""Modules that make ready what is made once, or read and write files."""

LONG = 100
"""Characters: how far a part of an expression looks if it is said by its width, and not by what it matches."""

CONSTANT = {"endswith", "startswith", "isascii", "isidentifier", "format", "format_map", "isdigit", "isdecimal"}
"""Methods of strings that look at a few characters only."""

TAKING = {
    list,
    tuple,
    set,
    frozenset,
    dict,
    Counter,
    deque,
    defaultdict,
    bytes,
    bytearray,
    sum,
    any,
    all,
    min,
    max,
    sorted,
}
PASSING = {enumerate, zip, chain, chain.from_iterable, accumulate, islice, reversed, groupby, pairwise, starmap}
PASSING |= {dropwhile, filterfalse, takewhile}
"""What goes through an iterable that it is given, at once or as it is asked."""

TABLE_STEPS = {"get", "add", "discard", "pop", "setdefault", "remove", "keys", "values", "items"}
SEARCHES = {"find", "index", "rfind", "rindex"}
SIZED = (str, bytes, list, tuple, dict, set, frozenset, bytearray, deque)


class Count(NamedTuple):
    """What some work took: turns of loops and calls in Python, and characters or elements that C functions handled."""

    turns: int
    handled: int


_count = [0, 0]


def each(items: Iterable[Any]) -> Iterator[Any]:
    """The items, a turn each."""
    for item in items:
        _count[0] += 1
        yield item


def true(value: Any) -> Any:
    """The condition of a loop, a turn each time."""
    _count[0] += 1
    return value


def took(value: Any) -> Any:
    """What has been made or copied, with its size."""
    if isinstance(value, SIZED):
        _count[1] += len(value)
    return value


def within(item: Any, items: Any) -> bool:
    """``item in items``, as far as has to be looked."""
    found = item in items
    if isinstance(items, (str, bytes, list, tuple)):
        _count[1] += items.index(item) + 1 if found else len(items)
    return found


def call(called: Any, /, *given: Any, **named: Any) -> Any:
    """A call; what it costs is told by what is called, what it is given and what it gives back."""
    _count[0] += 1
    if isinstance(called, (FunctionType, MethodType)):
        return _python(called, given, named)
    if "key" in named:
        named["key"] = _counting(named["key"])
    if isinstance(called, MethodDescriptorType) and given:
        called, given = called.__get__(given[0]), given[1:]
    owner = getattr(called, "__self__", None)
    for kinds, method in METHODS:
        if isinstance(owner, kinds):
            return method(owner, called, given, named)
    return _builtin(called, given, named)


def _python(called: Any, given: Any, named: Any) -> Any:
    """A function written in Python: the package's count by themselves."""
    if called.__module__ == "re" and hasattr(re.Pattern, called.__name__):
        pattern = re.compile(given[0], named.pop("flags", 0))
        return _pattern(pattern, getattr(pattern, called.__name__), given[1:], named)
    if not called.__module__.startswith("cleaner"):
        _count[1] += _sizes(given)
    return called(*given, **named)


def _builtin(called: Any, given: Any, named: Any) -> Any:
    """A type, or a function written in C."""
    if called is map or called is filter:
        return called(_counting(given[0]), *map(each, given[1:]))
    if isinstance(called, (type, BuiltinFunctionType)) and (called in TAKING or called in PASSING):
        _count[1] += _sizes(given) if called in TAKING else 0
        return called(*(each(one) if hasattr(one, "__next__") else one for one in given), **named)
    if not isinstance(called, type) and getattr(called, "__self__", None) is not builtins:
        _count[1] += sum(len(one) for one in given if isinstance(one, (str, bytes)))
    return called(*given, **named)


def _sizes(given: Iterable[Any]) -> int:
    return sum(len(one) for one in given if isinstance(one, SIZED))


def _counting(key: Any) -> Any:
    """A function that others call, such that its calls count as well."""
    return key if key is None or isinstance(key, (FunctionType, MethodType)) else lambda *items: call(key, *items)


def _list(owner: Any, called: Any, given: Any, named: Any) -> Any:
    """A method of a list: what it looks at, or moves."""
    if called.__name__ in ("index", "count", "remove", "copy", "reverse", "sort"):
        _count[1] += len(owner)
    elif given and called.__name__ in ("insert", "pop"):
        _count[1] += max(1, len(owner) - given[0])
    elif called.__name__ == "extend":
        _count[1] += _sizes(given)
    return called(*given, **named)


def _table(owner: Any, called: Any, given: Any, named: Any) -> Any:
    """A method of a set or dictionary."""
    if called.__name__ not in TABLE_STEPS:
        _count[1] += len(owner) + _sizes(given)
    return called(*given, **named)


def _string(owner: Any, called: Any, given: Any, named: Any) -> Any:
    """A method of a string."""
    name = called.__name__
    if name == "join":
        return took(owner.join(list(each(given[0]))))
    result = called(*given, **named)
    if name in SEARCHES:
        begin, end, _ = slice(*_bounds(given)).indices(len(owner))
        _count[1] += 1 + (end - begin if result < 0 else end - result if name[0] == "r" else result - begin)
    elif name in CONSTANT:
        _count[1] += 1
    elif name.startswith("is"):
        _count[1] += len(owner) if result else 1
    elif name in ("strip", "lstrip", "rstrip"):
        _count[1] += 0 if result is owner else len(owner)
    else:
        _count[1] += len(owner) + (len(result) if isinstance(result, str) else 0)
    return result


def _bounds(given: Any) -> Any:
    """From where to where a search goes."""
    return (*given[1:3], None, None)[:2]


def _pattern(pattern: re.Pattern[Any], called: Any, given: Any, named: Any) -> Any:
    """A method of a compiled expression."""
    name, result = called.__name__, called(*given, **named)
    if name.startswith("sub") or name in ("split", "findall"):
        _count[1] += len(named.get("string", given[name.startswith("sub")]))
        return result
    text, begin, end = (*given, 0, sys.maxsize)[:3] if len(given) < 2 else (*given, sys.maxsize)[:3]
    end = min(end, len(text))
    if name == "finditer":
        return _matches(result, begin, end)
    if result:
        _count[1] += 1 + result.end() - begin
    else:
        _count[1] += 1 + (end - begin if name == "search" else min(end - begin, _looked(pattern, text, begin, end)))
    return result


METHODS: tuple[tuple[Any, Any], ...] = (
    (re.Pattern, _pattern),
    ((str, bytes), _string),
    ((list, deque), _list),
    ((set, frozenset, dict), _table),
)
"""What counts the methods of which types."""


def _matches(found: Iterator[re.Match[Any]], begin: int, end: int) -> Iterator[re.Match[Any]]:
    for match in found:
        _count[0] += 1
        _count[1] += match.end() - begin + 1
        begin = match.end()
        yield match
    _count[1] += max(0, end - begin)


def _looked(pattern: re.Pattern[Any], text: Any, begin: int, end: int) -> int:
    """How many characters a try at one place looked at in vain: as far as its long repeats have come."""
    for part, width in _parts(pattern.pattern, pattern.flags):
        found = part.match(text, begin, end) if part else None
        if found or part is None:
            return width + (found.end() - begin if found else 0)
    return 0


@cache
def _parts(pattern: str, flags: int) -> list[tuple[re.Pattern[str] | None, int]]:
    """The beginnings of an expression up to each long repeat, longest first, and the width behind each."""
    nodes = tree(pattern, flags)
    ends = [at + 1 for at in range(len(nodes)) if nodes[at : at + 1].getwidth()[1] >= LONG]
    compiler: Any = import_module("sre_compile" if sys.version_info < (3, 11) else "re._compiler")
    parts: list[tuple[Any, int]] = []
    for end, behind in zip(reversed(ends), reversed([*ends, len(nodes) + 1][1:]), strict=True):
        parts.append((compiler.compile(nodes[:end], flags), nodes[end : behind - 1].getwidth()[1]))
    return [*parts, (None, nodes[: ends[0] - 1].getwidth()[1] if ends else nodes.getwidth()[1])]


def rewritten(source: bytes | str, path: str) -> Any:
    """The code of a module whose work is counted."""
    for function in (call, took, each, true, within):
        setattr(builtins, f"_tally_{function.__name__}", function)
    return compile(ast.fix_missing_locations(Counted().visit(ast.parse(source, path))), path, "exec", dont_inherit=True)


class _Loader(SourceFileLoader):
    """Loads a module whose work is counted."""

    def get_code(self, fullname: str) -> Any:
        path = self.get_filename(fullname)
        return rewritten(self.get_data(path), path)


class _Finder(MetaPathFinder):
    """Finds the package's modules."""

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if fullname.partition(".")[0] != "cleaner" or fullname.startswith(LEFT_ALONE):
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec and spec.origin:
            spec.loader = _Loader(fullname, spec.origin)
        return spec


def counted() -> None:
    """From now on the package is loaded such that its work is counted."""
    assert "cleaner" not in sys.modules
    sys.meta_path.insert(0, _Finder())


def count(work: Callable[[], object]) -> Count:
    """What some work takes."""
    before = tuple(_count)
    work()
    return Count(_count[0] - before[0], _count[1] - before[1])
