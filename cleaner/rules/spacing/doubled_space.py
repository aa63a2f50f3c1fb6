"""Several blanks between two words.

What   Runs of blanks, tabs and no-break spaces inside a line become one blank.
Why    They are left over from markup or from a piece that was taken away.
Kept   Indentation; columns that blanks align in a short line; a no-break space by itself or before French punctuation;
       single tabs; Markdown.
"""

import re
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
    tabs = "\t" in text
    mixed = tabs or "\u00a0" in text
    pair, run = _PAIR[mixed], _RUN[mixed]
    found = pair.search(text)
    while found:
        at = found.start()
        if not tabs and (at == 0 or text[at - 1] == "\n"):  # indentation
            past = run.match(text, at).end()  # type: ignore[union-attr]
        else:
            begin, past = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            past = past if past >= 0 else len(text)
            if past - begin > _SHORT or len(_COLUMNS.findall(text[begin:past])) < 2:
                yield from _runs(text, run, begin, past)
        found = pair.search(text, past)


def _runs(text: str, run: re.Pattern[str], begin: int, end: int) -> Iterator[Edit]:
    """The runs of blanks within the line from ``begin`` to ``end``."""
    for match in run.finditer(text, begin, end):
        if begin < match.start() and match.end() < end and text[match.end()] != "\r":
            french = "\u00a0" in match[0] and text[match.end()] in _FRENCH
            yield Edit(*match.span(), "\u00a0" if french else " ")


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
