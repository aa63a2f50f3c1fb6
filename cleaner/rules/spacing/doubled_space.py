"""Several blanks between two words.

What   Runs of blanks, tabs and no-break spaces inside a line become one blank.
Why    They are left over from markup or from a piece that was taken away.
Kept   Indentation; columns that blanks align in a short line; a no-break space by itself or before French punctuation;
       single tabs; Markdown.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule

_PAIR = {
    False: lazy("  "),
    True: lazy("[ \t\u00a0](?:(?<= )[ \t\u00a0]|(?<=\u00a0)[ \u00a0]|(?<=\t) )"),
}
"""Two blanks side by side, in a text with nothing but spaces and in one with tabs or no-break spaces too."""
_RUN = {False: lazy("   *"), True: lazy("[ \t\u00a0][ \t\u00a0]+")}
_COLUMNS = lazy(r"\S(?: {3,}|[ \t]*\t[ \t]*)(?=\S)")
_SHORT = 100
_FRENCH = frozenset("»:;!?%€")

rule = Rule("SPC004", hints=Hints(shapes=("[^ \t\n](?: |\t|\u00a0){2}",)))


def find(doc: Document) -> Iterator[Edit]:
    text = doc.text
    if doc.kind == "markdown":
        return
    mixed = "\t" in text or "\u00a0" in text
    pair = _PAIR[mixed].search(text)
    while pair:
        begin, end = text.rfind("\n", 0, pair.start()) + 1, text.find("\n", pair.end())
        end = end if end >= 0 else len(text)
        if end - begin > _SHORT or len(_COLUMNS.findall(text[begin:end])) < 2:
            for run in _RUN[mixed].finditer(text, begin, end):
                if begin < run.start() and run.end() < end and text[run.end()] != "\r":
                    french = "\u00a0" in run[0] and text[run.end()] in _FRENCH
                    yield Edit(*run.span(), "\u00a0" if french else " ")
        pair = _PAIR[mixed].search(text, end)


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
