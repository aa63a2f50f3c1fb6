"""Where may which rule fire?  One look at the text before any rule is asked.

The answer may only err on the side of asking: a rule does the same with and without it, just slower without.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from typing import AnyStr, Protocol, TypeVar

from cleaner.kept import Shelf
from cleaner.lazy import parser
from cleaner.rule import Hints, Rule

Hits = dict[Hints, list[int] | None]
"""The hints of the rules that may fire, each with the lines where, in order, or None for anywhere."""

LEAD = 40
"""How many characters of white space and punctuation may stand before a line's head word."""

_BEFORE_HEAD = re.compile(rf"[\W_]{{0,{LEAD}}}")
_KEY, _LEAST, _KEPT = 4, 3, 4096

DOT_ABOVE = "\u0307"
"""What the dotted capital I leaves behind the small letter."""

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
"""What may not stand behind a head that is a whole word."""


@cache
def _shelf(name: str, mark: str) -> Shelf:
    """What is kept for one set of hints: a file of its own, so that nobody reads what other sets left."""
    return Shelf(name, f"2 {mark}")


_Word = TypeVar("_Word")
_Made = TypeVar("_Made")


class Scanner(Protocol):
    """Finds the rules that may fire in a text."""

    def scan(self, text: str) -> Hits:
        """The hints that are met, with their lines; one that knows more gives `Placed`."""


class Placed(Hits):
    """What a scan has met, and where in the text literals stand."""

    def ends(self, hints: Hints) -> list[int] | None:
        """Where in the text literals of ``hints`` end, in characters, first to last; None where nobody knows."""
        raise NotImplementedError


class NoScanner:
    """Asks every rule everywhere: the reference that the other scanners are tested against."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._all: Hits = dict.fromkeys(hints_of(rules))

    def scan(self, text: str) -> Hits:
        return self._all


class Heads:
    """Which rules may fire because of how a line begins: a table of the first letters of all head words."""

    def __init__(self, sought: Sought) -> None:
        self._hints = sought.hints
        table, sizes, longest = sought.kept("heads", lambda: _by_letters(sought))
        self._empty = not table

        def beginning(letters: str) -> list[tuple[str, bool, list[int]]]:
            """The head words that a line with these first letters may begin with."""
            return [one for size in sizes for one in table.get(letters[:size], ())]

        self._beginning = lru_cache(maxsize=_KEPT)(beginning)
        self.reach = 4 * (LEAD + longest + 1)
        """How many bytes say with which head words a line begins."""

    def scan(self, folded: str, hits: Hits) -> None:
        """Add to ``hits`` the hints and lines of a folded text."""
        if not self._empty:
            for index, line in enumerate(folded.split("\n")):
                if line:
                    for met in self.of_line(line):
                        note(hits, met, index)

    def of_line(self, line: str) -> Iterable[Hints]:
        """The hints with a head word that the folded ``line`` begins with, each as often as it has one."""
        at = 0 if line[:1].isalnum() else _BEFORE_HEAD.match(line).end()  # type: ignore[union-attr]
        return [
            self._hints[number]
            for word, whole, wanted_by in self._beginning(line[at : at + _KEY])
            if line.startswith(word, at) and not (whole and line[at + len(word) :][:1] in LETTERS)
            for number in wanted_by
        ]


_Table = dict[str, list[tuple[str, bool, list[int]]]]


def _by_letters(sought: Sought) -> tuple[_Table, list[int], int]:
    """The head words by their first letters, with the numbers of the hints that have them; the sizes of these letters,
    largest first; and that of the longest word."""
    table: _Table = {}
    for (word, whole), numbers in sought.heads:
        table.setdefault(word[:_KEY], []).append((word, whole, numbers))
    longest = max((len(word) for (word, _), _ in sought.heads), default=0)
    return table, sorted(set(map(len, table)), reverse=True), longest


class PlainScanner:
    """The scanner that needs no package at all: line heads, and one literal search after the other."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        sought = Sought(rules)
        self._inside, self._always = sought.plainly()
        self._heads = Heads(sought)

    def scan(self, text: str) -> Hits:
        hits = self._always.copy()
        folded = fold(text)
        self._heads.scan(folded, hits)
        for literal, wanted_by in self._inside:
            if literal in folded:
                hits.update(dict.fromkeys(wanted_by))
        return hits


class AhoScanner:
    """All literals in one pass of an Aho-Corasick automaton.  Raises ImportError without pyahocorasick.

    Method: Aho and Corasick, "Efficient string matching: an aid to bibliographic search", CACM 18(6), 1975.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        import ahocorasick

        sought = Sought(rules)
        inside, self._always = sought.plainly()
        self._shaped = {hints for _, hints in sought.shapes}
        self._heads = Heads(sought)
        self._automaton = ahocorasick.Automaton()
        for literal, wanted_by in inside:
            self._automaton.add_word(literal, wanted_by)
        self._automaton.make_automaton()

    def scan(self, text: str) -> Hits:
        hits = self._always.copy()
        folded = fold(text)
        self._heads.scan(folded, hits)
        if len(self._automaton):
            place(folded, list(self._automaton.iter(folded)), hits)
        for hints in self._shaped & hits.keys():
            hits[hints] = None  # where a shape's literal stands says nothing of where the shape ends
        return hits


def place(text: AnyStr, found: Iterable[tuple[int, Sequence[Hints]]], hits: Hits) -> None:
    """Add to ``hits`` what literals ``found`` (offset in ``text``, hints), in order of offset, mean for lines."""
    at = line = 0
    mark: AnyStr = "\n" if isinstance(text, str) else b"\n"
    for end, wanted_by in found:
        line += text.count(mark, at, end)
        at = end
        for hints in wanted_by:
            note(hits, hints, line)


def note(hits: Hits, met: Hints, line: int) -> None:
    """Add to ``hits`` that some hints are met in ``line``, which comes after those that are there."""
    lines = hits.setdefault(met, [])
    if lines is not None and (not lines or lines[-1] != line):
        lines.append(line)


def hints_of(rules: Sequence[Rule]) -> list[Hints]:
    """The hints of some rules, each once however many rules share them."""
    return list(dict.fromkeys(rule.hints for rule in rules))


class Sought:
    """What the scanners look for: folded ``heads`` and ``literals``, each with the numbers of the ``hints`` that have
    it, and ``shapes``.

    ``always`` are the hits of rules without hints; ``mark`` tells a set of hints from all others.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.hints = found = hints_of(rules)
        self.always: Hits = {hints: None for hints in found if hints.always}
        self.shapes = [(shape, hints) for hints in found for shape in hints.shapes]
        self.mark = sha256("".join(one.mark for one in found).encode()).hexdigest()

    def kept(self, name: str, make: Callable[[], _Made]) -> _Made:
        """What ``make`` gives for these hints, kept from one start to the next."""
        shelf = _shelf(name, self.mark)
        made: _Made = shelf.get("all", make)
        shelf.forget()
        return made

    @property
    def heads(self) -> list[tuple[tuple[str, bool], list[int]]]:
        """The head words, each with whether a letter behind it makes it another word."""
        return self._words[0]

    @property
    def literals(self) -> list[tuple[str, list[int]]]:
        """What is looked for anywhere."""
        return self._words[1]

    @cached_property
    def _words(self) -> tuple[list[tuple[tuple[str, bool], list[int]]], list[tuple[str, list[int]]]]:
        return self.kept("sought", lambda: (_numbered(self.hints, heads), _numbered(self.hints, literals)))

    def plainly(self) -> tuple[list[tuple[str, list[Hints]]], Hits]:
        """The same for a scanner that cannot look for shapes: literals, each shape's among them, and what it must say
        of every text because some shape has no literal.
        """
        by_literal = {word: [self.hints[at] for at in numbers] for word, numbers in self.literals}
        for shape, hints in self.shapes:
            if literal := needed(shape):
                by_literal[literal] = [*by_literal.get(literal, ()), hints]
        bare = {hints: None for shape, hints in self.shapes if not needed(shape)}
        return list(by_literal.items()), {**self.always, **bare}


@cache
def needed(shape: str) -> str:
    """The longest literal that every match of a shape holds, if it is of any use."""
    read = parser()
    runs = [""]
    for op, value in read.parse(shape):
        if op is read.LITERAL:
            runs[-1] += chr(value)
        elif op is not read.AT:
            runs.append("")
    longest = max(runs, key=len)
    return longest if len(longest) >= _LEAST else ""


def _numbered(found: Sequence[Hints], words: Callable[[Hints], Iterable[_Word]]) -> list[tuple[_Word, list[int]]]:
    """The words of some hints, each with the numbers of the hints that have it."""
    numbers: dict[_Word, list[int]] = {}
    for number, hints in enumerate(found):
        for word in dict.fromkeys(words(hints)):
            numbers.setdefault(word, []).append(number)
    return list(numbers.items())


def fold(text: str) -> str:
    """Lower case as `re.IGNORECASE` has it, for which dotless and dotted i equal i, and long s equals s."""
    lower = text.lower()
    if lower.isascii():
        return lower
    lower = lower.replace("ı", "i").replace("ſ", "s")
    return lower.replace(f"i{DOT_ABOVE}", "i") if DOT_ABOVE in lower else lower


def head_of(word: str) -> str:
    """A hint's head word as it is looked up: folded, from its first letter or digit on; empty when it has none."""
    folded = fold(word)
    match = _BEFORE_HEAD.match(folded)
    return folded[match.end() :] if match else folded


def heads(hints: Hints) -> Iterable[tuple[str, bool]]:
    """The head words as they are looked up, and whether each must be a whole word."""
    return [(word, hints.whole and word[-1] in LETTERS) for word in map(head_of, hints.heads) if word]


def literals(hints: Hints) -> tuple[str, ...]:
    """The folded literals that are looked for anywhere: those inside, and heads that are mere punctuation."""
    return tuple(fold(word) for word in (*hints.inside, *(word for word in hints.heads if not head_of(word))))
