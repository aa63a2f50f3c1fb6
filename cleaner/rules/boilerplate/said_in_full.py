"""A line whose words stand in another line of the text.

What   A teaser broken off by “…” or “... more”, of 60 characters or more, a pull quote or any line without a full stop,
       of 80 or more, that another line says in full; a long line whose sentences have all been said above, or nearly
       all of which the lines below say, one behind the other.
Why    Pages repeat a sentence as a pull quote, a caption as its own short form, a whole article for search engines.
Kept   Lines of which a single character differs, headings, sentences that close like prose or go on in the next line;
       code and tables; texts of more than 200,000 characters, through which each line would have to be sought.
       Nothing is lost: the words stand in the other line.
"""

from bisect import bisect_right
from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.boilerplate._lines import in_form
from cleaner.rules.boilerplate._said import LONG, LONGEST, MERGED, MORE, SENTENCE, Said, candidates, core_of
from cleaner.text.technical import technical

_WHOLE = 200_000
_PIECES, _SKIPPED, _NEARLY = 4, 200, 0.95
"""Of how many lines another is made at least, characters of it between two of them, and the share that they make."""

_SPLIT = lazy(r"(?<=[.!?])[\"”’]?\s+")

rule = Rule("BLR048", chrome=True)


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind == "markdown" or len(doc.text) > _WHOLE:
        return
    found = candidates(doc.rows, "…" in doc.text or "..." in doc.text)
    if not found and not doc.shrunk():
        return
    said = Said(doc.text)
    asked = False
    past = 0
    for line in doc.at(found):
        length = line.end - line.start
        merged = length >= MERGED and _is_joined(doc, line)
        part = LONG <= length <= LONGEST and _is_part(doc, line, said, past)
        if merged or part or (length >= MERGED and _is_told(doc, line, said, past)):
            if not asked and technical(doc.text):
                return
            asked = True
            past = line.end if merged else past
            yield line.cut()


def _is_part(doc: Document, line: Line, said: Said, past: int) -> bool:
    """Whether a pull quote, teaser or open line stands in a longer one, from ``past`` on."""
    text = line.text.strip()
    core = core_of(text)
    if not core or in_form(line) or not said.may_repeat(core) or _goes_on(doc, line):
        return False
    found = (doc.text.find(core, past, line.start), doc.text.find(core, line.end))
    return any(at >= 0 and _longer(doc, at, len(text)) for at in found)


def _goes_on(doc: Document, line: Line) -> bool:
    """Whether a sentence that is wrapped goes on in the next line."""
    below = doc.rows[line.index + 1].lstrip()[:1] if line.index + 1 < len(doc.rows) else ""
    return below.islower() and line.text.rstrip()[-1:].isalnum()


def _longer(doc: Document, at: int, length: int) -> bool:
    """Whether the line around ``at`` is alive and holds more than ``length`` characters."""
    begin, end = doc.text.rfind("\n", 0, at) + 1, doc.text.find("\n", at)
    end = len(doc.text) if end < 0 else end
    return end - begin > length + MORE and not doc.lines[bisect_right(doc.bounds, at) - 1].gone


def _is_told(doc: Document, line: Line, said: Said, past: int) -> bool:
    """Whether all sentences of a long line stand above it, from ``past`` on."""
    text = line.text.strip()
    if not said.may_repeat(text[:SENTENCE]) or doc.text.find(text[:SENTENCE], past, line.start) < 0:
        return False
    parts = [part.strip() for part in _SPLIT.split(text) if len(part) >= SENTENCE]
    return len(parts) > 2 and all(
        said.may_repeat(part) and doc.text.find(part, past, line.start) >= 0 for part in parts
    )


def _is_joined(doc: Document, line: Line) -> bool:
    """Whether a long line is made of lines below it, some of which it may leave out."""
    text = line.text.strip()
    if doc.text.find("\n" + text[:SENTENCE], line.end) < 0:
        return False
    at = told = count = 0
    for row in doc.rows[line.index + 1 :]:
        piece = row.strip()
        found = text.find(piece, at, at + len(piece) + _SKIPPED) if piece else -1
        if found >= 0:
            at, told, count = found + len(piece), told + len(piece), count + 1
    return count >= _PIECES and told >= _NEARLY * len(text)


_A = (
    "The ferry to the island sailed again on Monday, and nobody had told the crew that the harbour was closed to ships."
)
_B = "Nobody was hurt when the storm tore it from the quay, but two cars went into the harbour that night in May."
_C = (
    "The police closed the road for the night, and the fire brigade pumped the water from the cellars of the town hall."
)
_D = "On Tuesday the sun shone, and the people of the town came out to see what was left of the quay and of the boats."
FIXES = [
    (f"“{_A[:-1]}”\n\nIt rained.\n\nHe said: {_A} Then he left.", f"It rained.\n\nHe said: {_A} Then he left."),
    (f"{_A} It rained.\n\n{_A[:80]}... more\n\nIt snowed.", f"{_A} It rained.\n\nIt snowed."),
    (f"{_A}\n\n{_B}\n\n{_C}\n\n{_D}\n\n{_A} {_B} {_C} {_D}", f"{_A}\n\n{_B}\n\n{_C}\n\n{_D}\n\n"),
    (f"{_A} {_B} {_C} {_D}\n\n{_A}\n\n“It rained.”\n\n{_B}\n\n{_C}\n\n{_D}",
     f"{_A}\n\n“It rained.”\n\n{_B}\n\n{_C}\n\n{_D}"),
]  # fmt: skip
KEEPS = [
    f"{_A} {_B} {_C} {_D}\n\n{_A}\n\n{_B}\n\n{_C}",
    f"{_A} {_B} {_C} {_D}\n\n{_A}\n\n{_D}\n\n{_B}\n\n{_C}",
    "Salad (1 cup of tomatoes, 2 cups of cucumber slices, 3 spoons of oil and a lot of the best salt of the sea)\n" * 2,
    f"“{_A[:-1]}”\n\nIt rained.\n\nHe said nothing.",
    f"{_A}\n\nHe said: {_A} Then he left.",
    f"{_A}\n\n{_B}\n\n{_A} {_B} {_C} {_D}",
    f"{_A}\n\n{_A[:50]}... more\n\nIt snowed.",
    f"{_A}\n{' ' * len(_A)}\nIt snowed.",
    f"The board found\n{_A[4:-1]}\nand went home.\n\nThe board found {_A[4:-1]} and went home.",
    f"{_A.replace(' was', chr(10) + 'was')}\n\nHe said: {_A} Then he left.",
    f"For whom: {_A[:-1]}\nWhen: May\n\nCourse\nFor whom: {_A[:-1]} in May\nWhen: June",
]
