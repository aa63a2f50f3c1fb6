"""A photo credit between two sentences of a paragraph.

What   "…at the summit:Photo: Ana Ruiz / ReutersThe minister …", "…in LomCredit: Reuters The ferry …": a labelled credit
       that ends with the name of an agency, glued to the next sentence or followed by one; and
       "FILE PHOTO: …" up to the photographer behind it.
Why    Where line breaks are lost, pictures between paragraphs leave their credits inside the text.
Kept   Labels that a sentence follows, credits whose end cannot be seen, sentences on agencies.
Moves  The credit goes to `images[].credit`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.media._labels import hints, in_name, label
from cleaner.rules.media._neighbours import CLOSED
from cleaner.text.blanks import before
from cleaner.text.credits import NAMED, SOURCED, agencies, image, strength
from cleaner.words import any_of, words

rule = Rule(code="MED023", hints=replace(hints(), inside=(*hints().inside, "file photo:")))

_KEY = 3
_LONG = 100
"""Characters; a shorter line is read as a whole by other rules."""

_CASELESS = r"[\u0600-\u06ff\u0900-\u097f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
"""Letters of scripts in which no capital opens a sentence."""

_CAPITAL = r"[^\W\d_a-z][\w'’-]{1,20} [a-zß-ÿа-яѐ-џğışçöü]"

_FILE = lazy(
    r"(?<=[.!?”\"] )FILE PHOTOS?: (?P<caption>[^\n]{10,350}?) "
    r"(?P<by>(?:REUTERS|AFP|AP Photo|EPA)/[A-Z][\w'’.-]{1,20} [A-Z][\w'’-]{1,20}(?:/File Photo)?) (?=[A-Z“\"])"
)


_GLUED = lazy(
    r"(?P<credit>(?P<names>(?:[^\W\d_a-z][\w.'’&-]{0,24}(?: [/–-]|,)? ){1,5})"
    r"(?P<last>[^\W\d_a-z][\w-]{2,20}[^\W\d_A-Z]))"
    r"(?=[^\W\d_a-z][^\W\d_A-Z]{0,20},?(?: [^\W\d_a-z][\w-]{1,20})? [^\W\d_A-Z])"
)


@cache
def _capitals() -> re.Pattern[str]:
    """How a label begins: with a capital, which an expression finds fast."""
    keys: dict[str, set[str]] = {}
    for word in words("credit_label", "credit_by"):
        cased = (f"[{re.escape(char.lower())}{re.escape(char.upper())}]" for char in word[1:_KEY])
        keys.setdefault(re.escape(word[0].upper()), set()).add("".join(cased))
    longest_first = {first: sorted(rest, key=lambda word: (-len(word), word)) for first, rest in sorted(keys.items())}
    return lazy("|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in longest_first.items()))


@cache
def _end() -> re.Pattern[str]:
    """What may stand behind the label: names, then an agency, then the next sentence."""
    follows = rf"(?=[A-Z][a-z]|[AE] [a-z]|[\"“]|\s+(?:{any_of('sentence_opener')}(?!\w)|[\"“]|{_CASELESS}|{_CAPITAL}))"
    return re.compile(
        rf"(?P<credit>(?=[^\W\d_a-z])[^.!?:\n]{{0,70}}?(?<![^\W_])(?i:{agencies()})(?! Images?\b)){follows}"
    )


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        text = line.text
        if len(text) < _LONG:
            continue
        for file in _FILE.finditer(text) if "FILE PHOTO" in text else ():
            yield line.span(file.start(), file.end(), "", images=image(file["caption"], file["by"]))
        for place in _capitals().finditer(text):
            start = place.start()
            match = label().match(text, start) if _may_begin(text, start) else None
            match = None if match and in_name(text, match) else match
            credit = (_end().match(text, match.end()) or _names(text, match.end())) if match else None
            if credit is not None and strength(credit["credit"]) >= (NAMED if credit.re.groups > 1 else SOURCED):
                end = credit.end()
                parted = text[end].isspace() or text[start - 1].isspace()
                end += text[end].isspace() and text[start - 1].isspace()
                yield line.span(start, end, "" if parted else " ", images=image(None, credit["credit"]))


def _names(text: str, at: int) -> re.Match[str] | None:
    """Names to which the next sentence is glued."""
    match = _GLUED.match(text, at)
    if match is None or not text[match.end()].isupper() or not text[match.end() - 1].islower():
        return None
    return match if text[match.start("last")].isupper() else None


def _may_begin(text: str, start: int) -> bool:
    """Whether a label may begin here: with no small letter, behind a sentence or glued to the word before it."""
    last = text[start - 1 : start]
    if last == " ":
        last = text[start - 2 : start - 1]
        if last not in CLOSED and last != " ":
            return False
    if not last or text[start].islower():
        return False
    end = before(text, start)
    if end < start:
        return text[max(0, end - 1) : end] in CLOSED
    return last in CLOSED + ":" or (last.islower() and text[start].isupper())


_MORE = " It rained on the harbour for most of the week, and the ferry to the island did not sail before Monday." * 2
FIXES = [
    (f"Havazott. Fotó: Nagy Anna / KurirElindulunk egy címre.{_MORE}", f"Havazott. Elindulunk egy címre.{_MORE}"),
    (
        "لم يصب أحد عندما اقتلعت العاصفة العبارة من الرصيف، لكن سيارتين سقطتا في الميناء."
        " الصورة: رويترز وقال القبطان للصحفيين إن الأمر انتهى.",
        "لم يصب أحد عندما اقتلعت العاصفة العبارة من الرصيف، لكن سيارتين سقطتا في الميناء."
        " وقال القبطان للصحفيين إن الأمر انتهى.",
    ),
    (f"It rained. Foto: AFP Fähren fahren wieder.{_MORE}", f"It rained. Fähren fahren wieder.{_MORE}"),
    (
        f"He listened to the speech:Photo: Ana Ruiz / ReutersThe minister left early.{_MORE}",
        f"He listened to the speech: The minister left early.{_MORE}",
        {"images": [{"caption": None, "credit": "Ana Ruiz / Reuters"}]},
    ),
    (f"What is it?Photo by Ana Ruiz/Getty ImagesThey knew.{_MORE}", f"What is it? They knew.{_MORE}"),
    (f"He lives in LomCredit: East2West The ferry sails.{_MORE}", f"He lives in Lom The ferry sails.{_MORE}"),
    (
        f"It rained. FILE PHOTO: Traders at the quay in Lom, May 8, 2019. REUTERS/Ana Ruiz The ferry sails.{_MORE}",
        f"It rained. The ferry sails.{_MORE}",
    ),
]
KEEPS = [
    f"It rained. Photo: Ana MacRoe said so.{_MORE}",
    f"It rained. Foto: AFP berichtet von der Küste.{_MORE}",
    f"It rained. Photo: Reuters Institute Press.{_MORE}",
    f"It rained. Photo by Ana Ruiz/Getty Images nobody had seen.{_MORE}",
    f"The crew waits in Lom.STR/NurPhoto via Getty ImagesThe ferry sailed.{_MORE}",
    f"To its credit: Reuters The agency said so.{_MORE}",
    f"Photo: Ana Ruiz, who works for Reuters, took it.{_MORE}",
    f"It rained. Photo: Ana Ruiz for Reuters and others.{_MORE}",
    f"It rained. Photo by photo, Reuters The agency told it.{_MORE}",
]
