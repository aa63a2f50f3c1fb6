"""A gallery that opens with its first counter and closes with a link back.

What   "Image 1 of 5 Caption Close Image 1 of 5 The ferry … Photo: Ana Ruiz, AP 1 / 5 Back to Gallery" within a
       paragraph, and other copies of its caption with their buttons and credits just beside it.
Why    The box tells its picture two or three times, for the page, the enlarged picture and the screen reader.
Kept   A link back without a counter before it, a counter of another gallery.
Moves  The caption goes to `images[]`, the number of pictures to `galleries[].count`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.text.credits import image, once
from cleaner.words import any_of, inside

_LONGEST = 3000
"""Characters from the first counter to the link back."""

rule = Rule(code="MED041", hints=inside("gallery_back"))

_CLOSING = lazy(rf"(?<!\d)(?P<n>\d{{1,3}}) ?/ ?(?P<m>\d{{1,3}})\s{{1,3}}{any_of('gallery_back')}\s?", re.IGNORECASE)
_OPENING = (
    r"(?:(?i:{word})\s)?(?<!\d)\d{{1,3}} ?of ?/? ?{count}(?!\d)(?:\s{control}(?! of| \d{{1,3}} of))*"
    r"(?:\s(?i:{word})\s\d{{1,3}} of {count})?\s"
)
_CAPTION = lazy(rf"(?P<caption>\S.{{19,900}}?)\s(?:less|more|{any_of('credit_label')}:)\s")

_BUTTON = lazy(
    rf"\s(?:less|more|{any_of('credit_label')}: [^\n:]{{3,60}}?(?=\s(?:{any_of('credit_label')}:|"
    rf"{any_of('slide_word')}\s?$)|\s?$)|{any_of('slide_word')})(?!\w)",
    re.IGNORECASE,
)


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        for closing in _CLOSING.finditer(line.text):
            opening = _opening(closing["m"]).search(line.text, max(0, closing.start() - _LONGEST), closing.start())
            if opening is None:
                continue
            told = _CAPTION.match(line.text, opening.end(), closing.start())
            caption = once(told["caption"]) if told else ""
            yield line.span(
                opening.start(),
                closing.end(),
                "",
                images=image(caption or None, None),
                galleries={"title": None, "count": int(closing["m"])},
            )
            if caption:
                yield from _copies(doc, line, opening.start(), caption)


def _opening(count: str) -> re.Pattern[str]:
    return lazy(_OPENING.format(count=count, word=any_of("slide_word"), control=any_of("gallery_control")))


def _copies(doc: Document, box: Line, start: int, caption: str) -> Iterator[Edit]:
    """What stands just before the box and says nothing but its caption, the buttons and credits."""
    for line in (box, *doc.lines[max(0, box.index - 2) : box.index]):
        end = start if line is box else len(line.text)
        begin = line.text.find(caption, max(0, end - _LONGEST), end)
        if begin >= 0 and _told_again(line.text[begin:end], caption):
            yield line.cut() if begin == 0 and end == len(line.text) else line.span(begin, end, "")


def _told_again(text: str, caption: str) -> bool:
    """Whether nothing else stands in ``text``, which begins with the caption; later copies may break off with dots."""
    at = len(caption)
    while at < len(text):
        part = _BUTTON.match(text, at)
        if part is not None:
            at = part.end()
        elif text.startswith(caption[:40], at + 1):
            dots = text.find(" ...", at, at + len(caption) + 5)
            at = dots + 4 if dots >= 0 else at + 1 + len(caption)
        else:
            return not text[at:].strip()
    return True


_SHOWN = "Ana Ruiz, left, speaks with the owner of a ferry during a stop in Lom on Tuesday."
FIXES = [
    (
        f"Image 1of/5 Caption Close Image 1 of 5 {_SHOWN} Photo: Bo Lee, AP Ruiz takes the ferry 1 / 5 Back to Gallery"
        " LOM — The ferry sailed again.",
        "LOM — The ferry sailed again.",
        {"images": [{"caption": _SHOWN, "credit": None}], "galleries": [{"title": None, "count": 5}]},
    ),
    (
        f"Bo Lee\n{_SHOWN} less {_SHOWN[:50]} ... more Photo: Bo Lee, AP Photo: Bo Lee, AP Image\n1of/5 Caption Close"
        f" Image 1 of 5 {_SHOWN} less {_SHOWN[:50]} ... more Photo: Bo Lee, AP Ruiz sails 1 / 5 Back to Gallery"
        " The ferry sailed again.",
        "Bo Lee\nThe ferry sailed again.",
    ),
]
KEEPS = [
    "They went back to gallery 5 on Monday.",
    "It won 4 / 5 in the poll. Back to Gallery Street, where the ferry sails.",
    "It was 1 of 3 ferries that sailed on Monday. 1 / 5 Back to Gallery",
]
