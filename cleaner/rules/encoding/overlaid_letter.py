"""Letters that carry a line as a second character each.

What   Runs of three or more characters each of which is followed by a combining line below, above or through it; the
       lines go, the letters stay.
Why    Programs that write links or struck words as plain text underline them so; no search finds such a word.
Kept   Single letters with such a line, which some spellings have; accents.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.text.repair import cleared

_LINES = "\u0305\u0332\u0333\u0335\u0336\u0337\u0338"
_RUN = lazy(rf"(?:[^\s\u0300-\u036f][{_LINES}]{{1,4}}[ \u00a0]?[{_LINES}]{{0,4}}){{3,400}}")
_LINE = lazy(f"[{_LINES}]")

rule = Rule("ENC014")


def find(doc: Document) -> Iterator[Edit]:
    if cleared(doc.text) or not any(line in doc.text for line in _LINES):
        return
    for match in _RUN.finditer(doc.text):
        for line in _LINE.finditer(match[0]):
            yield Edit(match.start() + line.start(), match.start() + line.end())


def _overlaid(text: str, line: str) -> str:
    return "".join(letter + line for letter in text)


FIXES = [
    (f"The {_overlaid('harbour bridge', chr(0x332))} is open.", "The harbour bridge is open."),
    (f"It costs {_overlaid('900', chr(0x336))} 700 pounds.", "It costs 900 700 pounds."),
    (f"Une {_overlaid('école', chr(0x332) * 2)}.", "Une école."),
]
KEEPS = [
    "K\u0332wak\u0332wala has letters with a line.",
    "x\u0332 and y\u0332 are means.",
    "A\u0338 ⊆ B and a ≠ b",
    "Crème brûlée, e\u0301te\u0301, Vi\u00eat",
]
