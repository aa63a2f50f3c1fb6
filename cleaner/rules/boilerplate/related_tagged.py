"""A headline with a tag in brackets, or an arrow before it, in the middle of the text.

What   A line without a full stop that ends with a tag, “Storm hits the coast [VIDEO]”, or opens with an
       arrow, “>> Here are all dates at a glance”; such a headline with a tag behind the last sentence of a paragraph.
Why    Pages set links to other articles so.
Kept   Sentences with a bracket in them, quotations, lists.
Moves  The words go to `related`.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule, take
from cleaner.rules.boilerplate._lines import related
from cleaner.words import any_of

_ARROWS = (">>", "▶", "►", "→", "➡", "👉", "☞", "➤", "▸", "⇒")
_TAGGED = lazy(r"[-–•* ]{0,3}(?P<title>\S.{15,180}?)[\"”’']? ?\[(?P<tag>[^\[\]]{3,20})\][|]?")
_TAGGED_ENDS = ("]", "|")
_BEHIND = lazy(r"(?<=[.!?][ \"”’])(?P<title>[^\W_a-z][^.!?\[\]\n]{15,160}) \[(?P<tag>[^\[\]]{3,20})\][| ]*$")
_TAG = lazy(any_of("media_tag", "kicker", "related_tag"), re.IGNORECASE)
_ARROW = lazy(rf"[-–•* ]{{0,3}}(?:{'|'.join(_ARROWS)}){{1,3}}\ufe0f?[ \u00a0](?P<title>[^\W\d_].{{8,220}})")
_BACK = lazy(r"(?P<title>[^\s«»<][^«»]{12,160}?) (?:»|>>|→|►|▶)")
_BACK_ENDS = ("»", ">>", "→", "►", "▶")

_ENTRY = lazy(r": ?[\d.,%€$£]{1,15}\s{0,9}$")
_LISTED, _LABEL, _TITLE = 40, 6, 12
_LONGEST, _REST, _BEHIND_LONG = 260, 4, 200


def _fits(row: str) -> bool:
    return len(row) <= _LONGEST or row[-_REST:].rstrip(" |").endswith("]")


rule = Rule("BLR042", hints=Hints(inside=(*_ARROWS, "]", "»")).fitting(_fits))


def find(doc: Document) -> Iterator[Edit]:
    first = doc.head(1)
    for line in doc.candidates():
        behind = (
            _BEHIND.search(line.text, max(0, len(line.text) - _BEHIND_LONG))
            if line.text.rstrip(" |").endswith("]")
            else None
        )
        if behind and _TAG.fullmatch(behind["tag"]):
            yield from take(line, behind.start(), len(line.text), **related(behind["title"]))
            continue
        if len(line.text) > _LONGEST or (line is first[0] and not line.text.lstrip().startswith(_ARROWS)):
            continue
        text = line.text.strip()
        if (text.startswith(">") and _quoted(doc, line.index)) or _item(doc, line.index):
            continue
        tagged = _TAGGED.fullmatch(text) if text.endswith(_TAGGED_ENDS) else None
        if tagged and not _TAG.fullmatch(tagged["tag"]):
            continue
        arrow = None if tagged else _ARROW.fullmatch(text)
        match = tagged or arrow or (_BACK.fullmatch(text) if text.endswith(_BACK_ENDS) else None)
        if match and not (_sentence(match["title"]) if arrow else match["title"].endswith((".", ",", ";"))):
            yield line.cut(**related(match["title"]))


def _item(doc: Document, index: int) -> bool:
    """Whether a line with an arrow is one of a list that the line above it announces, or an entry of a table."""
    if not _pointed(doc.lines[index].text):
        return False
    if _ENTRY.search(doc.lines[index].text):
        return True
    first = index
    while first and first > index - _LISTED and (doc.lines[first].blank or _pointed(doc.lines[first].text)):
        first -= 1
    return doc.lines[first].text.rstrip().endswith((":", "：")) and _told(doc.lines[first].text)


def _sentence(title: str) -> bool:
    """Whether a line behind an arrow reads like a paragraph of the article: long, and closed by a full stop."""
    return title.endswith(".") and len(title.split()) > _TITLE


def _pointed(text: str) -> bool:
    return text.lstrip().startswith(_ARROWS)


def _told(text: str) -> bool:
    """Whether a line that announces a list is a sentence, not a label such as "Read more:"."""
    return len(text.split()) > _LABEL


def _quoted(doc: Document, index: int) -> bool:
    """Whether a line with an arrow stands among others, as in a letter that quotes another."""
    near = [line for line in doc.lines[max(0, index - 3) : index + 4] if line.index != index]
    return any(line.text.lstrip().startswith(">") for line in near)


FIXES = [
    ("It rained.\n\nStorm tears roof off the town hall [VIDEO]\n\nIt snowed.", "It rained.\n\nIt snowed."),
    ("It rained. Storm tears roof off the town hall [VIDEO]\n\nIt snowed.", "It rained.\n\nIt snowed."),
    (
        "It rained. " * 40 + "Car found in the harbour [INSIGHT]|\n\nIt snowed.",
        "It rained. " * 39 + "It rained.\n\nIt snowed.",
    ),
    ("It rained.\n\nCar found in the harbour [INSIGHT]|\n\nIt snowed.", "It rained.\n\nIt snowed."),
    (
        "Es regnet.\n\n>> Hier finden Sie alle Termine im Überblick\n\nEs schneit.",
        "Es regnet.\n\nEs schneit.",
        {"related": [{"title": "Hier finden Sie alle Termine im Überblick", "url": None}]},
    ),
    ("Det regner.\n\n👉 Alt om uværet på kysten\n\nDet snør.", "Det regner.\n\nDet snør."),
]
KEEPS = [
    "It rained.\n\n→ The bottom line: the rain is over, but the people at the harbour will not forget.\n\nIt snowed.",
    ">Ana Ruiz wrote:\n>> With the kind of boats they have now\n>> they can take the cup.",
    "It rained.\n\n<< Data Source >>\n\nIt snowed.",
    "It rained.\n\nThe car was left in the road near the harbour [CEN]\n\nIt snowed.",
    "It rained.\n\n“He [the mayor] was wet”\n\nIt snowed.",
    "The report [PDF] was published in May.",
    "It rained.\n\n»Es regnet sehr in dieser Stadt«\n\nIt snowed.",
    "It rained.\n\n« Il pleut beaucoup dans cette ville »\n\nIt snowed.",
    "a -> b",
    "Es regnet.\n\nKranke je 100.000 Einwohner:\n► Lom: 55,3\n► Arvo: 41\n\nEs schneit.",
    "Es regnet.\n\nWas die Stadt von den Leuten am Hafen nach dem Sturm will:\n\n► Boote an Land ziehen\n► Taue prüfen"
    "\n\nEs schneit.",
]
