"""A row of signs that parted the story from something else.

What   Lines of asterisks, dashes, underlines, dots or boxes and nothing else, and lone bullets.
Why    The parts they divided are gone, or blank lines do the same work.
Kept   Rules of Markdown, ellipses, anything with a letter or a digit.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule

_SIGNS = frozenset("*_=~#•·●○◆◇■□★☆※▪►▼◎-") | frozenset(map(chr, (*range(0x2010, 0x2016), *range(0x2500, 0x2580))))
_ENDS = _SIGNS | frozenset(" \t\u00a0")

rule = Rule("BLR026")


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind == "markdown":
        return
    text = doc.text
    for line in doc.lines:
        if line.start < line.end and text[line.end - 1] in _ENDS and not line.blank:
            if _SIGNS.issuperset("".join(line.text.split())):
                yield line.cut()


FIXES = [
    ("It rained.\n\n******\n\nIt snowed.", "It rained.\n\nIt snowed."),
    ("It rained.\n– –\nIt snowed.", "It rained.\nIt snowed."),
    ("It rained.\n\n*  *  *\n\nIt snowed.\n___", "It rained.\n\nIt snowed.\n"),
    ("It rained.\n•\nIt snowed.", "It rained.\nIt snowed."),
]
KEEPS = [
    "He paused.\n...\nThen he went on.",
    "A - B",
    "* a star\n- a dash",
    "– No, he said.",
]
