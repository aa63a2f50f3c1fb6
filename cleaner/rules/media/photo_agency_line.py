"""A line with nothing but a photographer and an agency.

What   A credit without a label on a line of its own: "Ana Ruiz/AP", "AP - Ana Ruiz", "STR/AFP via Getty Images",
       "© Reuters", "Getty", "(ANI)".
Why    The picture is gone and its credit stands between two paragraphs.
Kept   An agency alone in the first or last line (it is the article's source there), bylines, rights notices; what a
       sentence goes on behind, with a small letter in the line below.
Moves  The credit goes to `images[].credit`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.scan.scanner import fold
from cleaner.text.credits import AGENCIES, NAMED, agencies, image, names_agency, strength
from cleaner.text.names import NAME
from cleaner.words import any_of, heads, literals
from cleaner.words.alternation import alternation

_SLASHED = literals(("agency_alone", *AGENCIES), before=("/", "/ ", " via "))
_OPENED = literals(("agency_alone", *AGENCIES), before=tuple("([（【"))
_DASHES = literals(("news_agency",), after=(" - ", " – "))
_PLATFORMS = ("pexels/", "unsplash/", "pixabay/", "shutterstock/", "istock/", "getty images/")
_OTHERS = ("reuters/", "afp/", "ap photo/", "(c)", "getty images", "| getty", "©", "ⓒ", "photo library", *_PLATFORMS)
rule = Rule(
    code="MED002",
    glued=Hints(inside=("©", "image source,")),
    hints=Hints(heads=heads("agency_alone").heads, inside=(*_SLASHED, *_OPENED, *_DASHES, *_OTHERS)),
)

_DASHED = lazy(rf"{any_of('news_agency')} [-–] (?P<name>{NAME} {NAME}(?: {NAME})?)")
_SIGN = lazy(alternation((*_SLASHED, *_OTHERS)))
_ALONE = lazy(rf"{any_of('agency_alone')}(?: (?:{any_of('agency_alone')}))?", re.IGNORECASE)
_BRACKETED = lazy(rf"[(\[（【]{agencies()}(?:(?:[=/]|, ){agencies()})?[)\]）】]", re.IGNORECASE)
_SIGNED = lazy(r"(?:[©ⓒ]|\([cC]\))\s{0,3}(?P<credit>[^\W\d].{1,70})")
_OWNER = lazy(r"\d{4}|rights|reserved|copyright|\b(?:inc|ltd|llc|gmbh|corp|s\.a|plc|ag|co)\b", re.IGNORECASE)
_BYLINE = lazy(r"(?:by|von|par|por|di|av|af|door|oleh|przez|source|via|quelle|fuente|fonte)\b", re.IGNORECASE)


def find(doc: Document) -> Iterator[Edit]:
    ends: set[int] | None = None
    for line in doc.candidates():
        text = line.text.strip(" \t\u00a0|•*").removeprefix(".")
        if not 2 <= len(text) <= 100 or _goes_on(line):
            continue
        if _ALONE.fullmatch(text) or _BRACKETED.fullmatch(text) or _DASHED.fullmatch(text):
            if ends is None:
                ends = {edge.index for edge in (*doc.head(1), *doc.tail(1))}
            if line.index not in ends:
                yield line.cut(images=image(None, text))
            continue
        signed = _SIGNED.fullmatch(text) or _SIGNED.fullmatch(text.strip("()[]"))
        text = text.strip("()[]")
        if signed and strength(signed["credit"]) >= NAMED and not _OWNER.search(text) and not _among_signs(line):
            yield line.cut(images=image(None, signed["credit"]))
        elif _unlabelled(text):
            yield line.cut(images=image(None, text))


def _goes_on(line: Line) -> bool:
    """Whether the next line that holds something begins with a small letter."""
    below = (other.text.strip() for other in line.doc.lines[line.index + 1 : line.index + 4])
    return next(filter(None, below), "")[:1].islower()


def _among_signs(line: Line) -> bool:
    """Whether the line below opens with a sign too, as in a post whose lines each have a picture sign."""
    below = line.doc.lines[line.index + 1].text.lstrip()[:1] if line.index + 1 < len(line.doc.lines) else ""
    return below != "" and category(below) == "So"


def _unlabelled(text: str) -> bool:
    if not _SIGN.search(fold(text)):
        return False
    return ":" not in text and not _BYLINE.match(text) and len(text.split()) <= 12 and names_agency(text)


_GLUED = (
    "The ferry to the island sailed again on Monday, its owner said in a statement to the press. {}Nobody was hurt when"
    " the storm tore it from the quay, but two cars went into the harbour."
)
FIXES = [
    (
        _GLUED.format("© Ana Ruiz / AFP "),
        _GLUED.format(""),
        {"images": [{"caption": None, "credit": "Ana Ruiz / AFP"}]},
    ),
    (
        "It rained.\n\nAna Ruiz/AP\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"images": [{"caption": None, "credit": "Ana Ruiz/AP"}]},
    ),
    ("It rained.\n\nSTR/AFP via Getty Images\n\nIt stopped.", "It rained.\n\nIt stopped."),
    ("It rained.\n\nAP Photo/Ana Ruiz\n\nIt stopped.", "It rained.\n\nIt stopped."),
    ("It rained.\n\nMTI - Roe Anna\n\nIt stopped.", "It rained.\n\nIt stopped."),
    ("It rained.\n\n(ANI)\n\nIt stopped.", "It rained.\n\nIt stopped."),
    ("雨が降った。\n\n(C)AFP\n\nやんだ。", "雨が降った。\n\nやんだ。"),
    ("It rained.\n\nGetty\n\nIt stopped.", "It rained.\n\nIt stopped."),
    ("It rained.\n\n© AP PHOTO/ ANA RUIZ\n\nIt stopped.", "It rained.\n\nIt stopped."),
    ("It rained.\n\nAna Ruiz | Bloomberg | Getty Images\n\nIt stopped.", "It rained.\n\nIt stopped."),
    ("It rained.\n\n© Reuters\n\nIt stopped.", "It rained.\n\nIt stopped."),
]
KEEPS = [
    _GLUED.format("© Roe Ltd is printed on the ticket. "),
    "The AP reported it first.",
    "It rained.\n\nReuters",
    "It rained.\n\nMTI - Ferry sails again\n\nIt stopped.",
    "It rained.\n\nThe /Associated Press/\n\nreports that it snowed.",
    "It rained.\n\n(AFP)",
    "Tom Reyk (Reuters)\nThe Harbour Times, 7/5/94",
    "By Ana Ruiz/AP\n\nIt rained.",
    "© 2019 Getty Images. All rights reserved.",
    "She told Reuters in a long call from Lom.",
    "A Reuters/Ipsos poll found that 20 percent approved.",
    "Getty buys its rival\n\nThe deal is worth 3bn.",
    "He wrote:\n\n© CAPTAIN\n😊 EXAMPLE\n💪 STRENGTH\n\nIt rained.",
]
