"""Word lists: one TOML file per language, data only.

Every top-level list is known by its key; rules ask for the union of a key over all languages, so a language
without the key simply takes no part.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Any

from cleaner.kept import Shelf
from cleaner.rule import Hints
from cleaner.words.alternation import alternation

_EASTERN = "\u3040"
_HOME = Path(__file__).parent


def _version() -> str:
    """What tells the files of this package from other versions of them, without reading them."""
    stats = ((path.name, path.stat()) for path in sorted(_HOME.iterdir()) if path.suffix in (".toml", ".py"))
    return repr([(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats])


_SHELF = Shelf("words", _version())


@cache
def languages() -> dict[str, dict[str, Any]]:
    """All word lists by file name (a language code, or ``any`` for what belongs to no language)."""
    found: dict[str, dict[str, Any]] = _SHELF.get(("languages",), _parsed)
    return found


def _parsed() -> dict[str, dict[str, Any]]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(_HOME.glob("*.toml"))}


@cache
def words(*keys: str) -> tuple[str, ...]:
    """The union of the lists under ``keys``, longest first, as written.  Raises KeyError when no language has a key."""
    found: set[str] = set()
    for key in keys:
        lists = [list(table[key]) for table in languages().values() if key in table]
        if not lists:
            raise KeyError(f"no word list has {key!r}")
        for words_of_language in lists:
            found.update(words_of_language)
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def numbers(key: str) -> dict[str, int]:
    """The union of the tables under ``key`` (month names and their numbers, say), keys lower-cased."""
    found: dict[str, int] = {}
    for table in languages().values():
        for word, number in table.get(key, {}).items():
            found[word.lower()] = number
    return found


@cache
def any_of(*keys: str) -> str:
    """A regular expression (non-capturing group) for any word under ``keys``; a space stands for any one space."""
    found: str = _SHELF.get(("any_of", *keys), lambda: alternation(words(*keys)))
    return found


@cache
def any_phrase_of(*keys: str) -> str:
    """The same for those of two words and more."""
    found: str = _SHELF.get(
        ("any_phrase_of", *keys), lambda: alternation([word for word in words(*keys) if " " in word])
    )
    return found


@cache
def heads(*keys: str) -> Hints:
    """Hints for a rule whose lines begin with a word under ``keys``."""
    return Hints(heads=tuple(sorted({word.lower() for word in words(*keys)})))


@cache
def inside(*keys: str) -> Hints:
    """Hints for a rule whose lines hold a word under ``keys`` anywhere."""
    return Hints(inside=tuple(sorted({word.lower() for word in words(*keys)})))


def glued(*keys: str, after: tuple[str, ...] = ("",), extra: tuple[str, ...] = (), single: bool = False) -> Hints:
    """Hints for lines inside longer ones (`Rule.glued`): the phrases under ``keys``, each followed by one of ``after``,
    and ``extra``.  Words that stand alone are among them where they are ``single``, or their script has no spaces.
    """
    phrases = [word.lower() for word in words(*keys) if single or " " in word.strip() or word[-1:] >= _EASTERN]
    found = {phrase + end for phrase in phrases for end in after}
    return Hints(inside=tuple(sorted(found.union(extra))))


def literals(
    keys: tuple[str, ...], after: tuple[str, ...] = ("",), extra: tuple[str, ...] = (), before: tuple[str, ...] = ("",)
) -> tuple[str, ...]:
    """The words under ``keys``, lower-cased, each between one of ``before`` and one of ``after``, and ``extra``: the
    shortest first, and none that holds another."""

    def make() -> tuple[str, ...]:
        wanted = {start + word.lower() + end for word in words(*keys) for start in before for end in after} | set(extra)
        kept: list[str] = []
        for literal in sorted(wanted, key=lambda word: (len(word), word)):
            if not any(shorter in literal for shorter in kept):
                kept.append(literal)
        return tuple(kept)

    found: tuple[str, ...] = _SHELF.get(("literals", keys, after, extra, before), make)
    return found
