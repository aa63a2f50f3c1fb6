"""What is worked out from the word lists, kept from one start to the next."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from cleaner.kept import Shelf, stamp

HOME = Path(__file__).parent

_Said = ParamSpec("_Said")
_Made = TypeVar("_Made")

VERSION = stamp(sorted(path for path in HOME.iterdir() if path.suffix in (".toml", ".py")))
_SHELF = Shelf("words", VERSION)
_making: list[str] = []
"""What is being made just now."""


def keep(key: tuple[Any, ...], make: Callable[[], _Made]) -> _Made:
    """What is kept under ``key``, made when there is none.

    What is only asked for to make something else is not kept: that will be there.
    """
    try:
        made: _Made = _SHELF[key]
    except KeyError:
        _making.append(key[0])
        try:
            made = make()
        finally:
            _making.pop()
        if not _making:
            _SHELF[key] = made
    return made


def kept(make: Callable[_Said, _Made]) -> Callable[_Said, _Made]:
    """``make``, a function of strings and of tuples of them, asked only for what is not kept yet."""

    @wraps(make)
    def found(*given: _Said.args, **named: _Said.kwargs) -> _Made:
        return keep((make.__name__, *given, *named.items()), lambda: make(*given, **named))

    return found
