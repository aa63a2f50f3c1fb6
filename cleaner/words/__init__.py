"""Word lists: one TOML file per language, data only.

Every top-level list is known by its key; rules ask for the union of a key over all languages, so a language
without the key simply takes no part.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from cleaner.kept import Shelf
from cleaner.rule import Hints
from cleaner.toml import parsed
from cleaner.words.alternation import alternation
from cleaner.words.shelf import HOME, VERSION, kept

_EASTERN = "\u3040"
_SHELF = Shelf("languages", VERSION)


@cache
def languages() -> dict[str, dict[str, Any]]:
    """All word lists by file name (a language code, or ``any`` for what belongs to no language)."""
    found: dict[str, dict[str, Any]] = _SHELF.get("all", _parsed)
    _SHELF.forget()
    return found


def _parsed() -> dict[str, dict[str, Any]]:
    return {path.stem: parsed(path.read_text(encoding="utf-8")) for path in sorted(HOME.glob("*.toml"))}


@kept
def by_language(key: str) -> dict[str, tuple[str, ...]]:
    """The list under ``key`` as it is written, for each language that has one."""
    return {language: tuple(table[key]) for language, table in languages().items() if key in table}


@kept
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
@kept
def numbers(key: str) -> dict[str, int]:
    """The union of the tables under ``key`` (month names and their numbers, say), keys lower-cased."""
    found: dict[str, int] = {}
    for table in languages().values():
        for word, number in table.get(key, {}).items():
            found[word.lower()] = number
    return found


@kept
def any_of(*keys: str) -> str:
    """A regular expression (non-capturing group) for any word under ``keys``; a space stands for any one space."""
    return alternation(words(*keys))


@kept
def any_phrase_of(*keys: str) -> str:
    """The same for those of two words and more."""
    return alternation([word for word in words(*keys) if " " in word])


@kept
def _lowered(*keys: str) -> tuple[str, ...]:
    return tuple(sorted({word.lower() for word in words(*keys)}))


@cache
def heads(*keys: str) -> Hints:
    """Hints for a rule whose lines begin with a word under ``keys``."""
    return Hints(heads=_lowered(*keys))


@cache
def inside(*keys: str) -> Hints:
    """Hints for a rule whose lines hold a word under ``keys`` anywhere."""
    return Hints(inside=_lowered(*keys))


def glued(*keys: str, after: tuple[str, ...] = ("",), extra: tuple[str, ...] = (), single: bool = False) -> Hints:
    """Hints for lines inside longer ones (`Rule.glued`): the phrases under ``keys``, each followed by one of ``after``,
    and ``extra``.  Words that stand alone are among them where they are ``single``, or their script has no spaces.
    """
    return Hints(inside=_glued(keys, after, extra, single))


@kept
def _glued(keys: tuple[str, ...], after: tuple[str, ...], extra: tuple[str, ...], single: bool) -> tuple[str, ...]:
    phrases = [word.lower() for word in words(*keys) if single or " " in word.strip() or word[-1:] >= _EASTERN]
    found = {phrase + end for phrase in phrases for end in after}
    return tuple(sorted(found.union(extra)))


@kept
def literals(
    keys: tuple[str, ...], after: tuple[str, ...] = ("",), extra: tuple[str, ...] = (), before: tuple[str, ...] = ("",)
) -> tuple[str, ...]:
    """The words under ``keys``, lower-cased, each between one of ``before`` and one of ``after``, and ``extra``: the
    shortest first, and none that holds another."""
    wanted = {start + word.lower() + end for word in words(*keys) for start in before for end in after} | set(extra)
    found: list[str] = []
    for literal in sorted(wanted, key=lambda word: (len(word), word)):
        if not any(shorter in literal for shorter in found):
            found.append(literal)
    return tuple(found)
