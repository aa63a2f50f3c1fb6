"""Print every pattern that the package compiles, as JSON: ``[pattern, flags, where, methods]``.

Run as a program, in a process of its own: the patterns are caught at `re.compile`, and the methods that they are used
with when they are called, on importing every module, cleaning the rules' own examples and reading the sample pages.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
from itertools import chain
from pathlib import Path
from typing import Any

from cleaner import lazy

ROOT = Path(__file__).parent.parent
HOME = str(ROOT / "cleaner")


class Caught:
    """A compiled pattern that notes which of its methods are called."""

    def __init__(self, made: re.Pattern[str], where: str) -> None:
        self.made, self.where, self.used = made, where, set[str]()

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.made, name)
        if not callable(found):
            return found

        def call(*given: Any, **named: Any) -> Any:
            self.used.add(name)
            return found(*given, **named)

        return call


def catch() -> list[Caught]:
    """Catch what the package compiles from now on."""
    found: list[Caught] = []
    compile_ = re.compile

    def caught(pattern: Any, flags: int = 0) -> Any:
        made = compile_(pattern, flags)
        frame = sys._getframe(1)
        if not frame.f_code.co_filename.startswith(HOME) or not isinstance(made.pattern, str):
            return made
        found.append(Caught(made, f"{frame.f_code.co_filename[len(HOME) + 1 :]}:{frame.f_lineno}"))
        return found[-1]

    def lazily(pattern: str, flags: int) -> Any:  # what is kept is not compiled
        found.append(Caught(compile_(pattern, flags), "lazy.py"))
        return found[-1]

    re.compile = caught  # type: ignore[assignment]
    lazy._compiled = lazily
    return found


def main() -> None:
    """Catch and print."""
    found = catch()
    import cleaner
    from cleaner.document import Document
    from cleaner.read.html import page
    from cleaner.rule import discover

    for module in pkgutil.walk_packages(cleaner.__path__, "cleaner."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    rules = discover()
    texts = [one if isinstance(one, str) else one[0] for r in rules for one in chain(r.fixes, r.reports, r.keeps)]
    for text in texts:
        cleaner.clean(text)
    for rule in rules:
        for text in texts:
            list(rule.find(Document(text, {})))  # type: ignore[misc]
    for path in (ROOT / "fixtures" / "pages").glob("*.html"):
        page(path.read_bytes())
    json.dump([[one.made.pattern, one.made.flags, one.where, sorted(one.used)] for one in found], sys.stdout)


if __name__ == "__main__":
    main()
