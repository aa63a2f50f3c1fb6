"""A photo credit between two sentences of a paragraph.

What   "…at the summit:Photo: Ana Ruiz / ReutersThe minister …", "…in LomCredit: Reuters The ferry …": a labelled credit
       that ends with the name of an agency, glued to the next sentence or followed by one; and
       "FILE PHOTO: …" up to the photographer behind it.
Why    Where line breaks are lost, pictures between paragraphs leave their credits inside the text.
Kept   Labels that a sentence follows, credits whose end cannot be seen, sentences on agencies.
Moves  The credit goes to `images[].credit`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.media._inside import credits_inside
from cleaner.rules.media._labels import hints
from cleaner.text.credits import image

rule = Rule(code="MED023", hints=replace(hints(), inside=(*hints().inside, "file photo:")))

_LONG = 100
"""Characters; a shorter line is read as a whole by other rules."""


_FILE = lazy(
    r"(?<=[.!?”\"] )FILE PHOTOS?: (?P<caption>[^\n]{10,350}?) "
    r"(?P<by>(?:REUTERS|AFP|AP Photo|EPA)/[A-Z][\w'’.-]{1,20} [A-Z][\w'’-]{1,20}(?:/File Photo)?) (?=[A-Z“\"])"
)


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        text = line.text
        if len(text) < _LONG:
            continue
        for file in _FILE.finditer(text) if "FILE PHOTO" in text else ():
            yield line.span(file.start(), file.end(), "", images=image(file["caption"], file["by"]))
        for start, credit in credits_inside(text):
            end = credit.end()
            parted = text[end].isspace() or text[start - 1].isspace()
            end += text[end].isspace() and text[start - 1].isspace()
            yield line.span(start, end, "" if parted else " ", images=image(None, credit["credit"]))


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
