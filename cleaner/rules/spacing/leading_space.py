"""White space before a line that stands alone.

What   Blanks before a line with a blank line, or the text's edge, on both sides; a single blank before any line.
Why    It is left over from the page's source or from a piece that was taken away.
Kept   Indented blocks such as verse, tables and code; the ideographic space that opens a Japanese paragraph; Markdown.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule

_BLANKS = " \t\u00a0"

rule = Rule("SPC003")


def find(doc: Document) -> Iterator[Edit]:
    lines = doc.rows
    if doc.kind == "markdown" or list(map(str.lstrip, lines)) == lines:
        return
    at = 0
    for number, line in enumerate(lines):
        bare = line.lstrip(_BLANKS)
        depth = len(line) - len(bare)
        if depth and bare.strip() and (depth == 1 or _alone(lines, number)):
            yield Edit(at, at + depth)
        at += len(line) + 1


def _alone(lines: list[str], number: int) -> bool:
    before = lines[number - 1] if number else ""
    after = lines[number + 1] if number + 1 < len(lines) else ""
    return not before.strip() and not after.strip()


FIXES = [
    ("One.\n\n    Two.\n\nThree.", "One.\n\nTwo.\n\nThree."),
    (" One.\n Two.", "One.\nTwo."),
    ("\u00a0One.", "One."),
]
KEEPS = [
    "The poem:\n\n    Roses are red\n    violets are blue\n\nIt ends.",
    "\u3000雨が降った。",
    "One. Two.",
]
