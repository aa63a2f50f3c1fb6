"""Regular expressions that are compiled when they are first used, and never twice on one machine.

Patterns made from word lists are long: compiling all of them takes more than a second, most of what a run over a few
articles would take.  `re` cannot store what it has compiled, but its compiler's result is a list of numbers; these are
kept (`cleaner.kept`) and handed to `re`'s own engine, which checks them.  Where a version of Python does that
otherwise, the pattern is compiled as usual.
"""

from __future__ import annotations

import importlib
import re
import sys
from array import array
from hashlib import blake2b
from typing import Any, cast

from cleaner import __version__
from cleaner.kept import Drawers, Shelf

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")
_SHORT = 500
_KEPT = Drawers("pattern", __version__)
_TOGETHER = Shelf("short-pattern", __version__)
"""The short ones, of which there are many."""

_FAULTS = (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError)


class _Lazy:
    """Stands for a compiled pattern; the first use compiles it, later ones go straight to its methods."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = _compiled(*self._source)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but the work is done, and a faulty ``pattern`` raises `re.error`, at the first use.

    For patterns of modules: hundreds of them would take most of a second at every start, and a small input needs few.
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    kept = _TOGETHER if len(pattern) < _SHORT else _KEPT
    key = blake2b(f"{int(flags)} {pattern}".encode("utf-8", "surrogatepass"), digest_size=16).digest()
    try:
        all_flags, code, groups, names, order = kept[key]
        return _ready(pattern, all_flags, array("I", code).tolist(), groups, names, order)
    except (KeyError, *_FAULTS):
        pass
    try:
        found = _parts(pattern, int(flags))
    except _FAULTS:
        return re.compile(pattern, flags)
    all_flags, code, groups, names, order = found
    kept[key] = (all_flags, array("I", code).tobytes(), groups, names, order)
    return _ready(pattern, *found)


def _ready(*parts: Any) -> re.Pattern[str]:
    """A pattern from its expression and `_parts`; raises RuntimeError for code that makes no sense."""
    engine: Any = importlib.import_module("_sre")
    return cast("re.Pattern[str]", engine.compile(*parts))


def parser() -> Any:
    """The module with `re`'s own parser, wherever this version of Python keeps it."""
    return importlib.import_module("sre_parse" if sys.version_info < (3, 11) else "re._parser")


def _parts(pattern: str, flags: int) -> tuple[int, list[int], int, dict[str, int], tuple[str | None, ...]]:
    """What `re` makes of a pattern: flags, code, number of groups, and their names in both directions."""
    compiler = importlib.import_module("sre_compile" if sys.version_info < (3, 11) else "re._compiler")
    tree = parser().parse(pattern, flags)
    code = compiler._code(tree, flags)
    names = dict(tree.state.groupdict)
    order: list[str | None] = [None] * tree.state.groups
    for name, number in names.items():
        order[number] = name
    return flags | tree.state.flags, code, tree.state.groups - 1, names, tuple(order)
