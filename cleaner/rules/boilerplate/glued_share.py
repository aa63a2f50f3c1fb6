"""The label of a share button behind the last word of the text.

What   “Share”, “Teilen”, “Shpërndaje” and the like glued to the last word of the last line, or alone behind its last
       sentence: “… to the press.Share”, “… people who came toShare”.
Why    The button's label is left when a page without line breaks becomes text.
Kept   Names such as TimeShare, words that end so, labels further up, short lines.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.words import any_of, inside, words

_SHORTEST = 60
"""Characters of a line that is prose."""

_LABELS = tuple(words("share_glued"))
_LABEL = lazy(rf"(?:(?<=[.!?…”\"»])[ \u00a0]?|(?<=[^\W\d_A-ZÀ-ÞΑ-ΩА-ЯЀ-Џ]{{2}})){any_of('share_glued')}\s{{0,9}}$")


def _fits(row: str) -> bool:
    return len(row) >= _SHORTEST and row.rstrip().endswith(_LABELS)


rule = Rule(code="BLR050", hints=Hints(inside=inside("share_glued").inside).fitting(_fits))


def find(doc: Document) -> Iterator[Edit]:
    last = doc.tail(1)
    if not last or not _fits(last[0].text):
        return
    text = last[0].text
    match = _LABEL.search(text, len(text) - _SHORTEST)
    if match is None:
        return
    word = text[: match.start()].rsplit(None, 1)[-1]
    if not word[-1].isalpha() or word[0].islower():
        yield last[0].span(match.start(), len(text))


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement to the press."
FIXES = [
    (f"{_STORY}Share", _STORY),
    (f"{_STORY} Teilen", _STORY),
    (f"{_STORY} Nobody had waited for itShare", f"{_STORY} Nobody had waited for it"),
    (f"{_STORY}\n\n{_STORY}Shpërndaje\n", f"{_STORY}\n\n{_STORY}\n"),
]
KEEPS = [
    f"{_STORY} They had booked it with a firm called TimeShare",
    f"{_STORY} They had asked for it on iShare",
    f"{_STORY} Each of them has had a share",
    f"{_STORY} It was the first time that he had to Share",
    f"{_STORY}Share\n\nNobody was hurt when the storm tore it from the quay.",
    "It rained.Share",
]
