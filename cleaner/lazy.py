"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("finditer", "fullmatch", "match", "search", "split", "sub")


class _Lazy:
    """Stands for a compiled pattern; the first use compiles it, later ones go straight to its methods."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._source)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but the work is done, and a faulty ``pattern`` raises `re.error`, at the first use.

    For patterns made from word lists: hundreds of them would take most of a second at every start, and a small
    input needs few.
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
