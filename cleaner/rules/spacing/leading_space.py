"""White space before a line that stands alone.

What   Blanks before a line with a blank line, or the text's edge, on both sides; a single blank before any line; the
       margin that all lines of a text share, and a deeper one of the first; the margin that all lines but the first
       share where one of them is prose.
Why    It is left over from the page's source or from a piece that was taken away.
Kept   Indented blocks such as verse, tables and code; the ideographic space that opens a Japanese paragraph; Markdown.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.text.prose import prose

_BLANKS = " \t\u00a0"

_DEEP = 4
"""Blanks that a formatter of XML puts before the lines below one that stands behind its tag, at least."""

rule = Rule("SPC003")


def find(doc: Document) -> Iterator[Edit]:
    lines = doc.rows
    if doc.kind == "markdown" or list(map(str.lstrip, lines)) == lines:
        return
    depths = [len(line) - len(line.lstrip(_BLANKS)) for line in lines]
    filled = [depth for line, depth in zip(lines, depths, strict=True) if line.strip()]
    margin = min(filled, default=0)
    if not margin and min(filled[1:], default=0) >= _DEEP and any(map(prose, lines[1:])):
        margin = min(filled[1:])
    at = 0
    for number, (line, depth) in enumerate(zip(lines, depths, strict=True)):
        if depth and line.strip():
            first = not number and margin and len(filled) > 1 and set(filled[1:]) == {margin}
            whole = depth - margin < 2 or first or _alone(lines, number)
            if whole or margin:
                yield Edit(at, at + (depth if whole else min(depth, margin)))
        at += len(line) + 1


def _alone(lines: list[str], number: int) -> bool:
    before = lines[number - 1] if number else ""
    after = lines[number + 1] if number + 1 < len(lines) else ""
    return not before.strip() and not after.strip()


_LONG = "The ferry to the island sailed again on Monday, its owner said in a statement to the press."
FIXES = [
    ("One.\n\n    Two.\n\nThree.", "One.\n\nTwo.\n\nThree."),
    (" One.\n Two.", "One.\nTwo."),
    ("\u00a0One.", "One."),
    (
        f"{_LONG}\n        {_LONG}\n        Two.\n        Three.\n            Four.",
        f"{_LONG}\n{_LONG}\nTwo.\nThree.\n    Four.",
    ),
    ("      One.\n    Two.\n    Three.", "One.\nTwo.\nThree."),
    ("    One.\n    Two.\n\n        Roses\n        violets", "One.\nTwo.\n\n    Roses\n    violets"),
]
KEEPS = [
    "The poem:\n\n    Roses are red\n    violets are blue\n\nIt ends.",
    "\u3000雨が降った。",
    "One. Two.",
    f"{_LONG}\n    Roses are red\n    violets are blue\n    and the sea is wet.",
    "One:\n    Two.\n    Three.",
    "    Roses are red\nand violets\n    are blue.",
]
