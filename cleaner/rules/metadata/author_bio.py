"""A note about the author behind the text.

What   A last or last but one line such as "Ann Other is a reporter at the Courier." or "The author teaches law at …",
       with the address or handle that follows it; such a sentence, and what follows it, near the end of a text without
       line breaks.
Why    It speaks about the writer, not about the story.
Kept   Last sentences about people whom the story is about.
Moves  A name goes to `authors`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.rules.metadata._bios import handle, noted, noted_from, unnamed
from cleaner.rules.metadata._names import people, titled
from cleaner.words import inside, words

_LONGEST, _FEW = 450, 5
"""Characters of a note, words of one in which no letter is a capital."""

_WHOLE, _END, _ABOUT = 1200, 650, 1100
"""Characters that a text without line breaks has at least, and within which of its end a note may begin, and one that
sentences about its outlet follow."""

_HINTS = (
    *inside("bio_phrase", "bio_author", "bio_follow", "bio_role").inside,
    *(f" {one} " for one in words("bio_work")),
)


def _fits(row: str) -> bool:
    return len(row) <= _LONGEST or len(row) >= _WHOLE or len(row.strip()) <= _LONGEST


rule = Rule(code="MET006", hints=Hints(inside=tuple(map(str.lower, _HINTS))).fitting(_fits))

_SENTENCE = lazy(r" (?<=[.!?”\"] ) {0,2}(?=[A-Z])")
_OUTLET, _FAR = lazy(r" (?:at|for|with|of) (?:the )?(?P<name>[A-Z\d]\w*)"), 120
_SAID = lazy(r"[“”\"]|(?<!\w)(?:said|says|told|added)(?!\w)")


def find(doc: Document) -> Iterator[Edit]:
    if len(doc.head(2)) == 1:
        yield from _behind(doc, doc.head(1)[0])
        return
    follow: Line | None = None
    met = {line.index for line in doc.candidates()}
    for line in reversed(doc.tail(2)):
        if len(line.text) > _LONGEST or line.index not in met or line is doc.head(1)[0]:
            continue
        lift = _read(doc, line)
        if lift is not None:
            yield line.cut(**lift)
            if follow is not None:
                yield follow.cut()
        elif handle(line.text.strip()):
            follow = line


def _behind(doc: Document, line: Line) -> Iterator[Edit]:
    """The note behind the last sentence of a text without line breaks."""
    text = line.text
    if len(text) < _WHOLE:
        return
    outlets = [outlet for outlet in _OUTLET.finditer(text, len(text) - _ABOUT) if _last(outlet)]
    if not outlets:
        return
    for gap in _SENTENCE.finditer(text, max(0, outlets[0].start() - _FAR)):
        near = any(gap.end() <= outlet.start() <= gap.end() + _FAR for outlet in outlets)
        match = noted_from(text, gap.end()) if near else None
        name = _name(match)
        if name and not _SAID.search(text, gap.end()) and _unknown(doc, name, text[: gap.start()]):
            yield line.span(gap.start(), len(text), authors=[name])
            return


def _last(outlet: re.Match[str]) -> bool:
    """Whether an outlet is named near enough to the end, or sentences about it come last: "WESTPOST is where …"."""
    text, name = outlet.string, outlet["name"]
    return outlet.start() >= len(text) - _END or (len(name) > 3 and text.find(f" {name} is ", outlet.end()) > 0)


def _name(match: re.Match[str] | None) -> str | None:
    """The one person whom a note names."""
    names = people(match["name"]) if match else None
    return names[0] if names and len(names) == 1 else None


def _unknown(doc: Document, name: str, before: str) -> bool:
    """Whether a name is the author's by what is known, or nobody's of whom the text speaks."""
    known = {titled(str(author)).casefold() for author in doc.fields.get("authors") or ()}
    return name.casefold() in known or name.rsplit(maxsplit=1)[-1] not in before


def _cased(name: str, text: str) -> bool:
    """Whether ``name`` may be one: where no letter is a capital, in a note of a few words at most."""
    return name[0].lower() != name[0].upper() or len(text.split()) <= _FEW


def _read(doc: Document, line: Line) -> dict[str, list[str]] | None:
    """What a note lifts; None when a line is none."""
    text = line.text.strip()
    match = noted(text)
    name = _name(match)
    if match and name and _cased(match["name"], text):
        role = match.groupdict().get("title")
        if role or _unknown(doc, name, doc.text[: line.start]):
            return {"authors": [name]}
    return {} if unnamed(text) else None


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
FIXES = [
    (_STORY + "\n\nAnn Other is a reporter at the Courier.", _STORY + "\n\n", {"authors": ["Ann Other"]}),
    (_STORY + "\n\nThe author is a research fellow at the Harbour Institute.", _STORY + "\n\n"),
    (_STORY + "\n— Jo Roe is a reporter at Harbour Review.", _STORY + "\n", {"authors": ["Jo Roe"]}),
    (_STORY + "\n\nJo Roe is a columnist who lives in Oslo.\n\nFollow him on Twitter @jroe", _STORY + "\n\n"),
    (_STORY + "\n\nThe writer, Ann Other, is a journalist.", _STORY + "\n\n", {"authors": ["Ann Other"]}),
    (_STORY + "\n\nAnn Other is the Courier's deal curator and spends her pay on boats.", _STORY + "\n\n"),
    (_STORY + "\n\nAnn Other’s book about the sea, “Waves”, is out now.", _STORY + "\n\n"),
    (
        " ".join([_STORY] * 20) + " Ann Other is a staff writer at the Courier covering the sea. She lives in Lom.",
        " ".join([_STORY] * 20),
        {"authors": ["Ann Other"]},
    ),
    (
        " ".join([_STORY] * 20)
        + " Ann Other is a staff writer at WESTPOST covering the sea, the tides and ships. "
        + "She lives in Lom with a dog, a cat and a boat of her own. " * 10
        + "WESTPOST is where the sea is at home.",
        " ".join([_STORY] * 20),
    ),
    (
        "عادت السفينة إلى الميناء القديم يوم الاثنين، كما قال صاحبها للصحفيين.\n\nسمير أنور كاتب صحفي",
        "عادت السفينة إلى الميناء القديم يوم الاثنين، كما قال صاحبها للصحفيين.\n\n",
    ),
    (_STORY + "\n\nEva Lang ist Redakteurin im Ressort Politik.", _STORY + "\n\n", {"authors": ["Eva Lang"]}),
]
KEEPS = [
    " ".join([_STORY] * 20) + " Ann Other is an editor of maps.",
    " ".join([_STORY] * 20) + " Ann Other is a staff writer at the Courier. “It rained,” she said.",
    " ".join([_STORY] * 20) + " Ann Other is a staff writer at WESTPOST and likes the sea. " + " ".join([_STORY] * 9),
    " ".join(["Ann Other saw it.", *[_STORY] * 20]) + " Ann Other is a staff writer at the Courier.",
    _STORY + "\n\nJo Roe is joined by investigative journalist Eva Lang to talk about the ferry and its crew.",
    _STORY + "\n\nShe is the Courier's first female editor.",
    _STORY + "\n\nThe dog's new book is a best-seller.",
    "Jo Roe was tired.\n\n" + _STORY + "\n\nJo Roe is the harbour's chief editor of maps.",
    _STORY + "\n\nThe 59-year-old is a journalist and former mayor.",
    "The vote was Anand Reyk's.\n\nAnand Reyk is a columnist from the south.",
    _STORY + "\n\nBut the writer said an uncle who had seen it is an editor.",
    _STORY + "\n\nHer sister is a reporter at the Courier.",
    "“Anand Reyk, the writer, is dead,” they said.\n\nThe writer is dead.",
    "Ann Other is a reporter at the Courier.",
    "عادت السفينة إلى الميناء القديم يوم الاثنين، كما قال صاحبها للصحفيين."
    "\n\nوقال كاتب صحفي إن الناس كانوا ينتظرون عودتها منذ عام.",
    "नाव सोमवार को फिर चली, उसके मालिक ने पत्रकारों से कहा।\n\nद्वीप के स्वतंत्र पत्रकार अनिल ने कहा कि लोग एक साल से इंतज़ार में थे।",
    _STORY + "\n\nThe boy now shows his boats to the world.\n\nYou can follow him on Instagram.",
]
