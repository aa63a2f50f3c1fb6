"""A sentence broken where a link or an emphasis stood in it.

What   In a text without paragraphs that has at least three lines which begin with a comma or a full stop, the lines of
       a sentence are joined again: those that begin with such a mark or a small letter, those behind a line that ends
       with a comma or one of the text's commonest short words, and the words of the link between two such lines.
Why    Some programs start a new line at every element of a page, also inside a sentence; what is left of it reads like
       labels and names, and other rules would take it for those.
Kept   Lines behind the end of a sentence or a colon; short lines among short lines, as in menus and verse; texts with
       blank lines between their paragraphs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.scan.traits import SHORT
from cleaner.text.scripts import UNSPACED

rule = Rule("ENC013", needs=SHORT)

_SIGNS = frozenset(",.、。，")
_FEWEST, _SELDOM, _GAPS = 3, 150, 20
_GLUED = lazy(r"(?:[,;.!?)\]”»]{1,3}(?=\s|$)|[,;]\s|['’]s\b|[、。，；）」』！？])")
_SPACELESS = lazy(rf"[{UNSPACED}\u3001-\u303f\uff01-\uff60]")
_INNER = lazy(r"[.!?][\"”’»)]{0,2} [^\W\d_]")
_CLOSED = tuple(".!?:…。！？：．।۔؟")
_OPEN = (",", "(", "“", "„", "«", "「", "『", "（", "、", "，")
_LONG, _OPEN_LONG, _SHORT_WORD, _TOP = 30, 25, 4, 30


def find(doc: Document) -> Iterator[Edit]:
    text = doc.text
    if len([1 for row in doc.rows[1:] if row[:1] in _SIGNS]) < _FEWEST:
        return
    rows = [row.strip() for row in text.split("\n")]
    glued = {at for at in range(1, len(rows)) if rows[at - 1] and _GLUED.match(rows[at])}
    if (
        not any(len(row) >= _LONG for row in rows)
        or len(glued) < max(_FEWEST, len(rows) // _SELDOM)
        or rows.count("") * _GAPS > len(rows)
    ):
        return
    start = end = 0
    for at, (row, joined) in enumerate(zip(text.split("\n"), _joins(rows, glued), strict=True)):
        if joined:
            blank = "" if at in glued or _opens(rows[at - 1]) or _spaceless(rows[at - 1], rows[at]) else " "
            yield Edit(end, start + len(row) - len(row.lstrip()), blank)
        end = start + len(row.rstrip())
        start += len(row) + 1


def _joins(rows: Sequence[str], glued: set[int]) -> list[bool]:
    """Which rows go on in the sentence of the row above."""
    common = _common_words(rows)
    goes_on = [at in glued or _small(rows, at) for at in range(len(rows))]
    joins = goes_on[:]
    for at in range(1, len(rows)):
        above = rows[at - 1]
        if joins[at] or not above or not rows[at] or above.endswith(_CLOSED):
            continue
        within = joins[at - 1] or (len(above) >= _LONG and _INNER.search(above) is not None)
        joins[at] = _left_open(above, common) or (within and at + 1 < len(rows) and goes_on[at + 1])
    return joins


def _small(rows: Sequence[str], at: int) -> bool:
    """Whether a row begins with a small letter behind one that is no whole sentence, among rows of running text."""
    if not at or not rows[at][:1].islower() or not rows[at - 1] or rows[at - 1].endswith(_CLOSED):
        return False
    return max(map(len, rows[max(0, at - 2) : at + 1])) >= _LONG


def _left_open(row: str, common: frozenset[str]) -> bool:
    return len(row) >= _OPEN_LONG and (row.endswith(_OPEN) or row.rsplit(None, 1)[-1] in common)


def _common_words(rows: Sequence[str]) -> frozenset[str]:
    """The short words that long rows have most often."""
    words = Counter(word for row in rows if len(row) >= _LONG for word in row.split() if len(word) <= _SHORT_WORD)
    return frozenset(word for word, count in words.most_common(_TOP) if word.islower() and count > 1)


def _opens(row: str) -> bool:
    return row.endswith(_OPEN[1:8])


def _spaceless(above: str, below: str) -> bool:
    return bool(_SPACELESS.match(above[-1]) and _SPACELESS.match(below))


_PAGE = (
    "News\nWeather\nThe harbour bridge was opened by\nAna Ruiz\n, the mayor of the town, on Tuesday in front of\n"
    "four hundred\ncyclists. The engineer\nTomas Reyk\nsaid in a note that he sent to the\nCourier\n"
    "that the new piers were built by the town. He is\nfifty-one\n.\nThe council meets again in June. Its members "
    "will then hear from\nOldfield\n, which built it.\nSport"
)
FIXES = [
    (
        _PAGE,
        "News\nWeather\nThe harbour bridge was opened by Ana Ruiz, the mayor of the town, on Tuesday in front of four "
        "hundred cyclists. The engineer Tomas Reyk said in a note that he sent to the Courier that the new piers were "
        "built by the town. He is fifty-one.\nThe council meets again in June. Its members will then hear from "
        "Oldfield, which built it.\nSport",
    ),
]
KEEPS = [
    _PAGE.replace("\n", "\n\n"),
    "home\nabout us\ncontact\n.\nprivacy\n.\nterms\n.\nhelp",
    "The list was long:\nbread,\nbutter\n, salt\nand the rest of it.",
    "I wandered by the sea\nand by the sea I sat,\nand nobody was there.",
]
