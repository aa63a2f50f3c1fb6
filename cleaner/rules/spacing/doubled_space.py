"""Several blanks between two words.

What   Runs of blanks, tabs and no-break spaces inside a line become one blank.
Why    They are left over from markup or from a piece that was taken away.
Kept   Indentation; columns that blanks align in a short line; a no-break space by itself or before French punctuation;
       single tabs; Markdown.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule

_PAIRS = ("\u00a0 ", " \u00a0", "\u00a0\u00a0", " \t", "\t ")
_DOUBLE = lazy("  ")  # finds two blanks faster than `in` does
_RUN = lazy(r"(?<=[^ \t\u00a0\n])[ \t\u00a0]{2,}(?=[^ \t\u00a0\n\r])")
_COLUMNS = lazy(r"\S(?: {3,}|[ \t]*\t[ \t]*)(?=\S)")
_SHORT = 100
_FRENCH = frozenset("»:;!?%€")

rule = Rule("SPC004", hints=Hints(shapes=("(?: |\t|\u00a0){2}",)))


def find(doc: Document) -> Iterator[Edit]:
    text, rows, bounds = doc.text, doc.rows, doc.bounds
    if doc.kind == "markdown" or not _doubled(text):
        return
    if "\t" in text or "\u00a0" in text:
        places: Iterable[int] = range(len(rows))
    else:
        places = dict.fromkeys(bisect_right(bounds, match.start()) - 1 for match in _DOUBLE.finditer(text))
    for at in places:
        line, begin = rows[at], bounds[at]
        if _doubled(line) and not (len(line) <= _SHORT and len(_COLUMNS.findall(line)) > 1):
            for match in _RUN.finditer(line):
                french = "\u00a0" in match[0] and line[match.end()] in _FRENCH
                yield Edit(begin + match.start(), begin + match.end(), "\u00a0" if french else " ")


def _doubled(text: str) -> bool:
    """Whether two blanks stand side by side in ``text``: a cheap test."""
    if _DOUBLE.search(text):
        return True
    return ("\t" in text or "\u00a0" in text) and any(pair in text for pair in _PAIRS)


FIXES = [
    ("One  two.   Three.", "One two. Three."),
    ("One \u00a0two.", "One two."),
    ("Il dit\u00a0\u00a0: non.", "Il dit\u00a0: non."),
]
KEEPS = [
    "Il dit\u00a0: « non ».",
    "One month   5-7/8   5-3/4",
    "    Indented words stay.",
    "One\ttwo\tthree",
    "One. \nTwo.",
]
