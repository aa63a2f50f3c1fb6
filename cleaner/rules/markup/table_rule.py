"""The lines of a Markdown table.

What   In a table with a row such as `|---|:-:|`: that row goes, the bars between cells become tabs.
Why    The bars draw the table; the cells are its text.
Kept   Every cell; bars in any other line.
"""

import re
from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View

rule = Rule("MRK033", hints=HINTS, find=planned("MRK033"))
SIGNS = "|"

_RULE = lazy(
    r"^[ \t]{0,40}\|?(?:[ \t]{0,20}:?-{2,200}:?[ \t]{0,20}\|){1,50}(?:[ \t]{0,20}:?-{2,200}:?)?[ \t]{0,20}(?:\n|\Z)",
    re.MULTILINE,
)
_BAR = lazy(r"[ \t]{0,50}(?<!\\)\|[ \t]{0,50}")


def spans(view: View) -> Iterator[Edit]:
    text = view.text
    if "|" not in text or "--" not in text:
        return
    past = 0
    for match in _RULE.finditer(text):
        start = text.rfind("\n", 0, max(match.start() - 1, 0)) + 1
        if start < past or "|" not in text[start : match.start()]:
            continue
        yield from _row(text, start, match.start() - 1)
        yield Edit(*match.span())
        past = match.end()
        while past < len(text):
            end = text.find("\n", past)
            end = len(text) if end < 0 else end
            if "|" not in text[past:end] or _RULE.match(text, past):
                break
            yield from _row(text, past, end)
            past = end + 1


def _row(text: str, start: int, end: int) -> Iterator[Edit]:
    for match in _BAR.finditer(text, start, end):
        outer = match.start() == start or match.end() == end
        yield Edit(*match.span(), "" if outer else "\t")


FIXES = [
    ("It ended:\n\n| Team | Won |\n|------|----:|\n| Reds | 3 |\n| Blues | |\n\nThen rain.",
     "It ended:\n\nTeam\tWon\nReds\t3\nBlues\t\n\nThen rain."),
]  # fmt: skip
KEEPS = ["KAMPALA | AFP | The number rose.", "A | B\nC | D", "One\n---|---\nTwo"]
