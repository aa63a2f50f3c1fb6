"""Sentences glued together where a line break or a link was lost.

What   The end of a sentence with a capitalised word right behind it, twice or more in a text: a blank comes between.
Why    The blank was lost on the way here, and words at such seams count wrongly.
Kept   Abbreviations, addresses, single slips; behind a straight quotation mark, which may open as well as close.
Risk   Names with a full stop inside, such as those of companies, programs and bands, are taken apart as well.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import RISKY, Hints, Rule

_LOWER, _UPPER = "a-zß-öø-ÿα-ωά-ώа-яёіїєґ", "A-ZÀ-ÖØ-ÞΑ-ΩА-ЯЁІЇЄҐ"
_SEAMS = {
    sign: lazy(
        rf"\{sign}(?=[”»{_UPPER}])(?<=[{_LOWER}]{{3}}.)[”»]?"
        rf"(?=(?!(?:Com|Net|Org|Co|Io|Tv|Js)\b)[{_UPPER}][{_LOWER}]+[ ,])"
    )
    for sign in ".!?"
}
_FEW = 2

_SHAPE = r"[a-z\x80-\xff]{2}[.!?](?:”|»)?[a-z\xc3\xce-\xd2][a-z\x80-\xff]"
rule = Rule("SPC005", RISKY, Hints(shapes=(_SHAPE,)))


def find(doc: Document) -> Iterator[Edit]:
    text = doc.text
    seams = [match.end() for sign, seam in _SEAMS.items() if sign in text for match in seam.finditer(text)]
    if len(seams) >= _FEW:
        yield from (Edit(at, at, " ") for at in sorted(seams))


FIXES = [
    ("It rained.Then it stopped all day.The sun came.", "It rained. Then it stopped all day. The sun came."),
    ("“It rained.”Then it stopped!Nobody came.", "“It rained.” Then it stopped! Nobody came."),
    ("Шёл дождь.Потом он кончился.Никто не вышел.", "Шёл дождь. Потом он кончился. Никто не вышел."),
]
KEEPS = [
    "It rained. Then it stopped.",
    "He works at Node.js and the U.S.A. office of Roe.com in town.",
    "It rained.Then it stopped.",
    "Roe.Com sells books, Tide.Com sells boats.",
]
