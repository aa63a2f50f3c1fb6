"""A row of signs that parted the story from something else.

What   Lines of asterisks, dashes, underlines, dots or boxes and nothing else; lone bullets; a lone number below
       such a row or a line that another rule has just removed, and the same number wherever it stands beside one.
Why    The parts they divided or counted are gone; a blank line parts paragraphs as well.
Kept   Drawings made of such signs, rules of Markdown, ellipses, numbered sections, anything with a letter; the rows of
       signs in code and tables.
"""

from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.scan.traits import ROW_SIGNS, RULED
from cleaner.text.technical import technical

_CORNERS = frozenset("┌┐└┘├┤┬┴┼╔╗╚╝╭╮╰╯")
_ENDS = ROW_SIGNS | frozenset(" \t\u00a0")
_NUMBER, _LONGEST = lazy(r"[(\[]?\d{1,4}[)\]]?"), 6

rule = Rule("BLR026", needs=RULED)


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind == "markdown":
        return
    ending = [at for at, row in enumerate(doc.rows) if row and row[-1] in _ENDS]
    if not ending and not doc.touched:
        return
    found = [line for line in doc.at(ending) if _is_row(line.text.lstrip())]
    taken = {line.index for line in found}
    orphans = _orphans(doc, taken) if found or any(line.gone for line in doc.changed()) else []
    if not (found or orphans) or _drawn(doc.text) or (found and technical(doc.text)):
        return
    for line in (*found, *orphans):
        yield line.cut()


def _is_row(text: str) -> bool:
    return text[0] in ROW_SIGNS and ROW_SIGNS.issuperset("".join(text.split()))


def _drawn(text: str) -> bool:
    """Whether a text holds the corner of a box: then it is a drawing."""
    return any(corner in text for corner in _CORNERS)


def _orphans(doc: Document, rows: set[int]) -> list[Line]:
    """The only lone number of the text, when it stands below one of the ``rows`` or something removed.

    Where it stands more than once, each has one of these above or below it.
    """
    numbers = [line for line in doc.alive() if len(said := line.text.strip()) <= _LONGEST and _NUMBER.fullmatch(said)]
    if len({line.text.strip() for line in numbers}) != 1:
        return []

    def beside(line: Line, step: int) -> bool:
        other = _next(doc, line, step)
        return other is not None and (other.gone or other.index in rows)

    lost = all(beside(line, -1) or (len(numbers) > 1 and beside(line, 1)) for line in numbers)
    return numbers if lost else []


def _next(doc: Document, line: Line, step: int) -> Line | None:
    """The next line above (-1) or below (1) that holds something or did before it was taken."""
    stop = -1 if step < 0 else len(doc.lines)
    lines = (doc.lines[at] for at in range(line.index + step, stop, step))
    return next((other for other in lines if other.gone or other.text.strip()), None)


FIXES = [
    ("It rained.\n\n******\n\nIt snowed.", "It rained.\n\nIt snowed."),
    ("It rained.\n– –\nIt snowed.", "It rained.\nIt snowed."),
    ("It rained.\n\n*  *  *\n\nIt snowed.\n___", "It rained.\n\nIt snowed.\n"),
    ("It rained.\n•\nIt snowed.", "It rained.\nIt snowed."),
    ("It rained.\n‹ › ×\nIt snowed.", "It rained.\nIt snowed."),
    ("It rained.\n______\n\n6\n\nIt snowed.", "It rained.\n\nIt snowed."),
    ("It rained.\n\n6\n______\n\nIt snowed.\n______\n\n6", "It rained.\n\n\nIt snowed.\n\n"),
]
KEEPS = [
    "He paused.\n...\nThen he went on.",
    "A - B",
    "* a star\n- a dash",
    "– No, he said.",
    "3 × 4",
    "query = load(boats);\ncount = query.size();\n\nBoat     Length     Year\n-----------------------\n"
    "Roe        12      1950\nPoe         9      1962\nLee        14      1987\nMay        11      1971\n"
    "fleet.close();\nreturn count;",
    "It rained.\n\n┌──────┐\n│ Quay │\n└──────┘\n▼\n\nIt snowed.",
    "It rained.\n\n6\n\nIt snowed.",
]
