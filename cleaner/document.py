"""What rules see: documents and their lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Literal, overload

from cleaner.edit import Edit, Finding

if TYPE_CHECKING:
    from cleaner.rule import Hints
    from cleaner.scan.rescan import Rescanner

_BEHIND = " \t\r\u00a0\"”’“‘'»«)]」』"
_SOLID = re.compile(r"\S")
CLOSED = frozenset(("", *".!…。！।۔"))
"""What closes a sentence; a question mark may close a headline as well."""


Kind = Literal["text", "markdown", "html", "page", "article"]
"""How a text is to be understood: bare text, Markdown, an HTML fragment, text extracted from a whole page, or an
article that has been cleaned before.  In the last, rules that weigh the evidence of a whole text do not guess again:
what they would weigh is no longer there.  So of an article a rule says nothing that it would not say of text or of
HTML."""


class Line:
    """One line of a document as the rules of a layer see it.

    ``start`` and ``end`` are character offsets into ``doc.text``, and ``text`` is what stands there, without its line
    break; they move inwards when an earlier rule has taken the head or the tail of the line, and ``gone`` is set when
    it has taken the whole.  A line is ``blank`` when nothing but white space is left.
    """

    __slots__ = ("blank", "doc", "end", "gone", "index", "start", "text", "touched")

    def __init__(self, doc: Document, index: int, start: int, text: str) -> None:
        self.doc = doc
        self.index = index
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.blank = not text or text.isspace()
        self.gone = False
        self.touched = False

    def __repr__(self) -> str:
        return f"Line({self.index}, {self.text!r})"

    def shrink(self, start: int, end: int, gone: bool) -> None:
        """For the engine: an edit has been accepted that leaves ``start`` to ``end`` of the line, or nothing."""
        self.start, self.end, self.gone, self.touched = start, end, self.gone or gone, True
        self.blank = self.gone or not holds(self.doc.text, start, end)
        with suppress(AttributeError):
            del self.text

    def __getattr__(self, name: str) -> str:
        """The text, when it is asked for after an edit: a line of many edits is not copied for each."""
        if name != "text":
            raise AttributeError(name)
        self.text = self.doc.text[self.start : self.end]
        return self.text

    def take(self) -> None:
        """For the engine: an edit has been accepted that leaves nothing of the line."""
        self.gone = self.touched = self.blank = True

    def cut(self, **lift: Any) -> Edit:
        """An edit that takes the whole line, and the blank lines behind it that would otherwise double."""
        lines, text = self.doc.lines, self.doc.text
        if text[self.end : self.end + 1] not in ("\n", ""):
            return Edit(self.start, self.end, "", tuple(lift.items()))
        stop = self.index + 1
        if self.index == 0 or lines[self.index - 1].blank:
            while stop < len(lines) and (below := lines[stop]).blank and not below.gone:
                stop += 1
        end = lines[stop].begin if stop < len(lines) else len(text)
        return Edit(self.start, end, "", tuple(lift.items()))

    @property
    def begin(self) -> int:
        """Where the line began before any rule took its head, in characters."""
        return self.doc.bounds[self.index]

    def span(self, start: int, end: int, new: str = "", **lift: Any) -> Edit:
        """An edit on the characters ``start`` to ``end`` of what is left of the line."""
        return Edit(self.start + start, self.start + end, new, tuple(lift.items()))


def unclosed(row: str) -> bool:
    """Whether a line does not end with a full stop, quotation marks and brackets behind it apart."""
    return row[-1] not in CLOSED and row.rstrip(_BEHIND)[-1:] not in CLOSED


def holds(text: str, start: int, end: int) -> bool:
    """Whether something else than white space stands from ``start`` to ``end``."""
    return start < end and _SOLID.search(text, start, end) is not None


class Lines(Sequence[Line]):
    """The lines of a document, split at line feeds only, in order; each is made when somebody asks for it."""

    __slots__ = ("_doc", "_made")

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._made: list[Line | None] = [None] * len(doc.rows)

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> list[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | list[Line]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self._made)))]
        return self._made[index] or self._make(index if index >= 0 else len(self._made) + index)

    def filled(self, found: Iterable[int]) -> list[Line]:
        """Of the lines ``found`` (indices) those that hold something."""
        made, make = self._made, self._make
        return [line for at in found if not (line := made[at] or make(at)).blank]

    def first(self, found: Iterable[int], count: int) -> list[Line]:
        """Of the lines ``found`` the first ``count`` that hold something."""
        made, chosen = self._made, []
        for at in found if count else ():
            line = made[at] or self._make(at)
            if not line.blank:
                chosen.append(line)
                if len(chosen) == count:
                    break
        return chosen

    def _make(self, index: int) -> Line:
        doc = self._doc
        line = self._made[index] = Line(doc, index, doc.bounds[index], doc.rows[index])
        return line

    def __iter__(self) -> Iterator[Line]:
        for index, line in enumerate(self._made):
            yield line or self[index]

    def __reversed__(self) -> Iterator[Line]:
        for index in range(len(self._made) - 1, -1, -1):
            yield self._made[index] or self[index]


Limits = tuple["list[int] | None", "Hints | None"]


class Document:
    """A text under the rules of one layer, with the metadata known so far.

    Rules read it and yield edits; only the engine changes it (``Line.start``, ``Line.end``, ``Line.gone``).
    ``rows`` are the lines as plain strings, before any edit; ``sought`` knows where hints stand in them, if anybody;
    ``limits``, set by the engine, are the lines (by index) where the next rule may fire, None for all, and its hints.
    Of a ``tagless`` text all mark-up was taken before: what looks like a tag is what its readers see.
    """

    __slots__ = (
        "_alive",
        "_bounds",
        "_claims",
        "_filled",
        "_lines",
        "_memo",
        "_pending",
        "_shrunk",
        "_touched",
        "fields",
        "kind",
        "limits",
        "rows",
        "sought",
        "tagless",
        "text",
    )

    def __init__(
        self,
        text: str,
        fields: dict[str, Any] | None = None,
        kind: Kind = "text",
        tagless: bool = False,
    ) -> None:
        self.text = text
        self.fields: dict[str, Any] = {} if fields is None else fields
        self.kind = kind
        self.tagless = tagless
        self._lines: Lines | None = None
        self._bounds: list[int] | None = None
        self._alive: list[Line] | None = None
        self._filled: list[int] | None = None
        self.limits: Limits = None, None
        self.sought: Rescanner | None = None
        self._touched: set[int] = set()
        self._shrunk: set[int] = set()
        self._claims: list[Edit] = []
        self._pending: list[Edit] = []
        self.rows = text.split("\n")
        self._memo: dict[Any, tuple[Any, int, int]] = {}

    @property
    def lines(self) -> Lines:
        """All lines, in order."""
        if self._lines is None:
            self._lines = Lines(self)
            self._pending = self._claims.copy()
        if self._pending:
            self._settle(self._lines)
        return self._lines

    def _settle(self, lines: Lines) -> None:
        """Mark what has been claimed since somebody last looked: after the last edit of a layer nobody does."""
        pending, self._pending = self._pending, []
        for edit in pending:
            self._mark(lines, edit)

    @property
    def bounds(self) -> list[int]:
        """Where each line begins, in characters."""
        if self._bounds is None:
            before = accumulate(map(len, self.rows[:-1]), initial=0)
            self._bounds = [at + breaks for breaks, at in enumerate(before)]
        return self._bounds

    @property
    def touched(self) -> bool:
        """Whether an edit has been accepted."""
        if self._pending:
            self._settle(self.lines)
        return bool(self._touched or self._claims)

    @property
    def filled(self) -> list[int]:
        """The lines (by index) that held something before any edit."""
        if self._filled is None:
            self._filled = [at for at, row in enumerate(self.rows) if row and not row.isspace()]
        return self._filled

    def alive(self) -> list[Line]:
        """Lines that still hold something, first to last."""
        lines = self.lines
        if self._alive is None:
            self._alive = lines.filled(self.filled)
        return self._alive

    def forward(self) -> Iterator[Line]:
        """Lines that still hold something, first to last, for those who will stop early."""
        lines = self.lines
        return (line for at in self.filled if not (line := lines[at]).blank)

    def backward(self) -> Iterator[Line]:
        """Lines that still hold something, last to first."""
        lines = self.lines
        return (line for at in reversed(self.filled) if not (line := lines[at]).blank)

    def head(self, count: int) -> list[Line]:
        """The first ``count`` lines that still hold something."""
        lines = self.lines
        return self._alive[:count] if self._alive is not None else lines.first(self.filled, count)

    def tail(self, count: int) -> list[Line]:
        """The last ``count`` lines that still hold something, in reading order."""
        lines = self.lines
        if self._alive is not None:
            return self._alive[-count:]
        return lines.first(reversed(self.filled), count)[::-1]

    def at(self, found: Iterable[int]) -> list[Line]:
        """Of the lines ``found`` (indices) and those that an edit has touched, the ones that hold something."""
        lines = self.lines
        if self._shrunk:
            found = sorted(self._shrunk.union(found))
        return lines.filled(found)

    def shrunk(self) -> bool:
        """Whether there is a line that an edit has touched and that still holds something."""
        return self.touched and bool(self.lines) and bool(self._shrunk)

    def changed(self) -> list[Line]:
        """The lines that an edit has touched."""
        lines = self.lines
        return [lines[at] for at in self._touched]

    def candidates(self) -> list[Line]:
        """The lines where the running rule's hints allow it to fire, and every line an earlier rule has touched.

        Where the hints are mere literals the latter are left out: no edit makes what is left of a line hold another.
        """
        found, hints = self.limits
        if found is None:
            return self.alive()
        if hints is not None and hints.literal:
            return self.lines.filled(found)
        return self.at(found)

    def recall(self, key: Any) -> Any:
        """What was kept under ``key``, None when it was not, or a line that it rests on has been touched since."""
        if self._pending:
            self._settle(self.lines)
        kept = self._memo.get(key)
        return kept and kept[0]

    def keep(self, key: Any, value: Any, first: int, last: int) -> None:
        """Keep what several rules work out of the same lines, ``first`` to ``last`` (indices)."""
        self._memo[key] = value, first, last

    def note(self, start: int, end: int, message: str) -> Finding:
        """A finding about the characters ``start`` to ``end``; it changes nothing."""
        return Finding(message=message, start=start, end=end)

    def ends(self, line: Line) -> list[int] | None:
        """Where in ``line`` literals of the running rule's hints end, in characters; None where nobody knows.

        What the scanner has found saves the rule a search of its own through a long line.
        """
        hints = self.limits[1]
        if hints is None or self.sought is None:
            return None
        found = self.sought.ends(hints, self.rows[line.index], line.begin)
        if found and line.touched:
            cut, stop = line.start - line.begin, line.end - line.begin
            return [end - cut for end in found if cut < end <= stop]
        return found

    def claim(self, edit: Edit) -> None:
        """For the engine: note that ``edit`` has been accepted, so that later rules see only what it leaves."""
        (self._claims if self._lines is None else self._pending).append(edit)

    def close(self) -> None:
        """For the engine: let go of the lines, which hold the document in turn, so that both are freed at once."""
        self._lines = self._alive = None
        self._memo, self._pending = {}, []

    def _mark(self, lines: Lines, edit: Edit) -> None:
        first = index = max(0, bisect_right(self.bounds, edit.start) - 1)
        whole = not edit.new.strip()
        while index < len(lines) and (line := lines[index]).start < edit.end:
            self._touched.add(index)
            if whole and edit.start <= line.start and line.end <= edit.end:
                self._alive = self._alive if line.blank else None
                line.take()
                self._shrunk.discard(index)
                index += 1
                continue
            start, end = line.start, line.end
            left, right = holds(self.text, start, edit.start), holds(self.text, edit.end, end)
            gone = whole and not left and not right
            if not gone and not left:
                start = min(max(start, edit.end), end)
            elif not gone and not right:
                end = max(min(end, edit.start), start)
            blank = line.blank
            line.shrink(start, end, gone)
            if line.blank is not blank:
                self._alive = None
            if line.blank:
                self._shrunk.discard(index)
            else:
                self._shrunk.add(index)
            index += 1
        if self._memo:
            self._memo = {key: kept for key, kept in self._memo.items() if kept[2] < first or index <= kept[1]}
