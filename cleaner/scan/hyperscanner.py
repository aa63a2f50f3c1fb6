"""The native scanner: all literals and head words in one pass of Hyperscan over the text's bytes.

It may fire more often than `PlainScanner`, never less.  Method: Wang et al., "Hyperscan: A Fast Multi-pattern Regex
Matcher for Modern CPUs", NSDI 2019.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import cached_property, partial
from itertools import accumulate, chain
from operator import methodcaller
from typing import Any

from cleaner.rule import Hints, Rule
from cleaner.scan.compiling import Expression
from cleaner.scan.native import ENOUGH, ONCE, NotKept, database, every_character, one_of
from cleaner.scan.scanner import DOT_ABOVE, AhoScanner, Heads, Hits, Placed, PlainScanner, Scanner, Sought, fold

_ODD_LINE = rb"\n[^\n0-9A-Za-z\xc4-\xca\xd0\xd1\xd3\xe5-\xe8\xeb\xec]"
"""The start of a line that may begin with something else than a letter or digit.  The bytes left out are those that
begin letters only."""


_NO_LETTER = rb"[^a-z]"
"""What stands behind a head that is a whole word."""

_ODD = 0
"""The number of that expression."""


class HyperScanner:
    """Scans with a Hyperscan database made from the rules' hints.

    Raises ImportError without the package, and NotKept when the database is not there and ``kept_only`` says not to
    make it.
    A head word is looked for as a literal behind a line break; lines that begin with a sign are looked up in `Heads`.
    """

    def __init__(self, rules: Sequence[Rule], *, kept_only: bool = False) -> None:
        self._sought = sought = Sought(rules)
        self.always = sought.always

        def make() -> list[Expression]:
            lines = [_escaped("\n" + word) + _NO_LETTER * whole for (word, whole), _ in sought.heads]
            literals = [_escaped(literal) for literal, _ in sought.literals]
            shapes = [shape.encode() for shape, _ in sought.shapes]
            return [(one, 0) for one in (_ODD_LINE, *lines, *literals, *shapes)]

        about = f"places of all {sought.mark}"
        self._database: Any = None
        if any(not hints.always for hints in sought.hints):
            self._database = database(about, make, kept_only=kept_only)
        self._folder = Folder(kept_only=kept_only)
        kinds, of_heads, of_literals = sought.kept("kinds", lambda: _kinds(sought))
        self._kinds = [[sought.hints[at] for at in kind] for kind in kinds]
        self._of_literals = array("H", of_literals)
        self._first = 1 + len(of_heads) // self._of_literals.itemsize
        self._hints: list[Iterable[Hints]] = [[], *map(self._kinds.__getitem__, array("H", of_heads + of_literals))]
        self._hints += ([by] for _, by in sought.shapes)
        self._numbers: dict[Hints, frozenset[int]] = {}

    @cached_property
    def _heads(self) -> Heads:
        return Heads(self._sought)

    @cached_property
    def _by_kind(self) -> list[list[int]]:
        """The numbers of the expressions for literals, for each kind."""
        found: list[list[int]] = [[] for _ in self._kinds]
        for number, kind in enumerate(self._of_literals, self._first):
            found[kind].append(number)
        return found

    def numbers(self, hints: Hints) -> frozenset[int]:
        """The numbers of the expressions for the literals of ``hints``."""
        known = self._numbers.get(hints)
        if known is None:
            mine = (of for of, kind in zip(self._by_kind, self._kinds, strict=True) if hints in kind)
            known = self._numbers[hints] = frozenset(chain.from_iterable(mine))
        return known

    def scan(self, text: str) -> Hits:
        if self._database is None:
            return self.always.copy()
        data = b"\n%b\n" % self._folder.folded(text)
        found: list[tuple[int, int]] = []
        hits = _Found(self, text, data, found)
        self._database.scan(data, match_event_handler=_on_match, context=found)
        found.sort()
        met: dict[Hints, list[int]] = {}
        line, next_break = -1, 0
        for end, number in found:
            if next_break < end - 1:  # the last byte may be the line break behind a head
                line += data.count(b"\n", next_break, end - 1)
                next_break = data.find(b"\n", end - 1)
            for hints in self._hints[number] if number != _ODD else self._of_head(data, end - 1):
                lines = met.get(hints)
                if lines is None:
                    met[hints] = [line]
                elif lines[-1] != line:
                    lines.append(line)
        hits.update(met)
        return hits

    def _of_head(self, data: bytes, begin: int) -> Iterable[Hints]:
        """The hints met by how the line that begins at a byte of the folded ``data`` begins."""
        end = min(data.index(b"\n", begin), begin + self._heads.reach)
        while data[end] & 0xC0 == 0x80:  # within a character
            end -= 1
        return self._heads.of_line(_read(data[begin:end]))


def _kinds(sought: Sought) -> tuple[list[tuple[int, ...]], bytes, bytes]:
    """The numbers of hints that expressions have in common, and which of these (16 bits each) those for heads and for
    literals have: of ten thousand expressions most belong to few rules.
    """
    kinds: dict[tuple[int, ...], int] = {}
    heads, literals = (
        array("H", [kinds.setdefault(tuple(numbers), len(kinds)) for _, numbers in words]).tobytes()
        for words in (sought.heads, sought.literals)
    )
    return list(kinds), heads, literals


class _Found(Placed):
    """What has been met, with the ``found`` ends in the folded bytes of a text, and the numbers of expressions."""

    def __init__(self, scanner: HyperScanner, text: str, data: bytes, found: list[tuple[int, int]]) -> None:
        super().__init__(scanner.always)
        self._scanner, self._text, self._data, self._found = scanner, text, data, found
        self._same: bool | None = None
        self._ends: dict[Hints, list[int]] = {}

    def ends(self, hints: Hints) -> list[int] | None:
        if self._same is None:  # no letter has become two, and no two have become one
            self._same = self._text.isascii() or len(_read(self._data)) == len(self._text) + 2
        if not self._same:
            return None
        if hints not in self._ends:
            numbers = self._scanner.numbers(hints)
            self._ends[hints] = self._places(sorted({end for end, number in self._found if number in numbers}))
        return self._ends[hints]

    def _places(self, ends: list[int]) -> list[int]:
        """Offsets in the text for some in the data, in front of which stands a line break."""
        if self._text.isascii():
            return [end - 1 for end in ends]
        pieces = [self._data[begin:end] for begin, end in zip((1, *ends), ends, strict=False)]
        return list(accumulate(map(len, map(_read, pieces))))


_read = methodcaller("decode", "utf-8", "surrogatepass")


class Folder:
    """Folds texts.  Most hold no letter beyond ASCII that folding changes, which one look at their bytes tells.

    Raises as `HyperScanner`.
    """

    def __init__(self, *, kept_only: bool = False) -> None:
        import hyperscan

        def make() -> list[Expression]:
            changed = [char for char in every_character() if not char.isascii() and fold(char) != char]
            return [(one_of((*changed, DOT_ABOVE)).encode(), hyperscan.HS_FLAG_UTF8 | ONCE)]

        self._database: Any = database(f"capitals {unicodedata.unidata_version}", make, kept_only=kept_only)

    def folded(self, text: str) -> bytes:
        """As `fold`, in UTF-8."""
        try:
            data = text.encode()
        except UnicodeEncodeError:
            return fold(text).encode("utf-8", "surrogatepass")
        found: list[tuple[int, int]] = []
        if not text.isascii():
            self._database.scan(data, match_event_handler=_on_match, context=found)
        return fold(text).encode() if found else data.lower()


def _escaped(literal: str) -> bytes:
    return re.escape(literal.encode("utf-8", "surrogatepass"))


def _on_match(number: int, start: int, end: int, flags: int, found: list[tuple[int, int]]) -> None:
    found.append((end, number))


class AdaptiveScanner:
    """Hyperscan where its database is kept, or enough text has come to repay making one; Aho-Corasick until then."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._seen = 0
        kept: Callable[[Sequence[Rule]], Scanner] = partial(HyperScanner, kept_only=True)
        self._scanner = first_of((kept, AhoScanner, PlainScanner), rules)

    def scan(self, text: str) -> Hits:
        if self._seen <= ENOUGH:
            self._seen += len(text)
            if self._seen > ENOUGH and not isinstance(self._scanner, HyperScanner):
                self._scanner = first_of((HyperScanner, AhoScanner, PlainScanner), self._rules)
        return self._scanner.scan(text)


def first_of(kinds: Sequence[Callable[[Sequence[Rule]], Scanner]], rules: Sequence[Rule]) -> Scanner:
    """The first of some scanners whose package is installed, and whose database is there if it must be."""
    for kind in kinds[:-1]:
        with suppress(ImportError, NotKept):
            return kind(rules)
    return kinds[-1](rules)
