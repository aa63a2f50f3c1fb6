r"""A line break, or the escape of a dollar sign, that was left as a backslash.

What   A line whose words are joined by backslashes at even distances, as when hard-wrapped text lost its newlines:
       each becomes a space.  A backslash before an amount in dollars goes.
Why    The joined words are one word to every tokeniser.
Kept   Paths, LaTeX, code, drawings, either\or, breadcrumbs, dates, positional parameters, a single join that nothing
       confirms; all of Markdown, where the backslash is an escape.
"""

from collections.abc import Iterator
from itertools import pairwise

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.text.repair import on_repaired

rule = Rule(code="ENC006", hints=Hints(inside=("\\",)))

_JOIN = lazy(r"\\(?<=[^\s\\:/]\\)(?=[A-Za-z])(?!u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2})")
_AMOUNT = lazy(
    r"\\(?:(?<![\\\w]\\)|(?<=US\\)(?<![\\\w]US\\)|(?<=[ACS]\\)(?<![\\\w][ACS]\\))"
    r"\$(?=[0-9](?:[0-9,.]*[0-9]| ?(?:[mb]n?\b|[mbt]rillion|[mb]illion)))"
)
_LATEX = lazy(r"\\(?:begin|frac|text[a-z]*|left|right|sum|cdot)\b|\$\$|\\[()\[\]{}]")
_SHORTEST, _LONGEST, _SPREAD = 40, 100, 15


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind != "markdown" and not _LATEX.search(doc.text):
        yield from on_repaired(doc.text, _backslashes)


def _backslashes(text: str) -> Iterator[Edit]:
    yield from (Edit(match.start(), match.start() + 1) for match in _AMOUNT.finditer(text))
    begin = 0
    for line in text.split("\n"):
        joins = [match.start() for match in _JOIN.finditer(line)] if "\\" in line else ()
        if joins and _wrapped([line[one:two] for one, two in pairwise([0, *joins, len(line)])]):
            yield from (Edit(begin + at, begin + at + 1, " ") for at in joins)
        begin += len(line) + 1


def _wrapped(pieces: list[str]) -> bool:
    """Whether ``pieces``, joined by backslashes, are as long as a printer would have wrapped them."""
    first, *inner, last = [len(piece.replace("\\", "")) for piece in pieces] if len(pieces) > 2 else (0, 0)
    if not inner or min(inner) < _SHORTEST or max(inner) > _LONGEST:
        return False
    return max(inner) - min(inner) <= _SPREAD and max(first, last) <= max(inner) + _SPREAD


FIXES = [
    (
        "The council of the old harbour town voted on Monday to build a\\new bridge over the river, a plan that"
        " had split its members\\for years and twice cost a mayor the job.",
        "The council of the old harbour town voted on Monday to build a new bridge over the river, a plan that"
        " had split its members for years and twice cost a mayor the job.",
    ),
    ("The firm will pay \\$250 million to end it.", "The firm will pay $250 million to end it."),
    ("Shares above \\$1.34, a bid of A\\$1 billion", "Shares above $1.34, a bid of A$1 billion"),
]
KEEPS = [
    "Save it under C:\\Users\\Public\\Documents and reboot.",
    "either\\or, his\\her, AC\\DC, km\\h",
    "ASCII art: \\ \\/ / and  /\\  /\\",
    "Laptop review \\ Best of 2014 \\ Home",
    "On (4\\1\\2025) and 1\\3 of the sentence",
    "\\begin{equation} a\\alpha + \\$50 \\end{equation}",
    "Type echo \\$1 and awk '{print \\$2}'.",
    "One join nobody confirms on\\Sunday in the town.",
    "He copied the files from the folder reports\\spring to another one and from there to archive\\old, twice,"
    " before he asked anybody whether the copies on the server\\share were still in use by other people.",
]
