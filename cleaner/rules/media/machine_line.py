"""A line that only a machine reads.

What   The address of a picture or an ISO date with its time, alone on a line; a switch such as “showPaywall:” with the
       “true” or “false” below it; the record of a post glued together, from the address of its picture to the times at
       which it was made and changed, with the headline up to the number of replies behind it.
Why    Extraction took fields of the page's data along.
Kept   Addresses and dates in sentences; other words alone on a line.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule, take
from cleaner.text.blanks import before
from cleaner.words import any_of

_LINE = lazy(
    r"[-–•*]?\s?(?:https?://[^\s<>\"]{5,400}\.(?:jpe?g|png|gif|webp|svg|avif)(?:\?[^\s<>\"]{0,200})?"
    r"|\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)",
    re.IGNORECASE,
)
_SWITCH = lazy(r"[-–•*]?\s?(?:is|has|show|enable|use)[A-Z][A-Za-z]{2,30}(?P<colon>:)?(?P<value>\s?(?:true|false))?")
_VALUE = lazy(r"[-–•*]?\s?(?:true|false|null)")

_TIMES = lazy(r"(?<=\w)20\d\d-\d\d-\d\d \d\d:\d\d:\d\d20\d\d-\d\d-\d\d \d\d:\d\d:\d\d")
_PICTURE = lazy(r"https?://[^\s<>\"]{5,300}?\.(?:jpe?g|png|gif|webp)", re.IGNORECASE)
_REPLIES = lazy(
    rf"[^\n]{{0,200}}?(?<!\d)\d{{1,4}} ?(?:replies|reply|Antworten|{any_of('comments_label')})", re.IGNORECASE
)
_SHORT, _RECORD = 60, 700
"""Characters from the address of a picture to the times of its post, at least and at most."""

rule = Rule(
    "MED035",
    hints=Hints(
        heads=("http", "is", "has", "show", "enable", "use", *"0123456789"),
        shapes=(r"\d\d:\d\d:\d\d20\d\d-\d\d-\d\d \d\d:\d\d",),
    ),
)


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind == "markdown":
        return
    head = {line.index for line in doc.head(4)}
    for line in doc.candidates():
        if line.end - line.start > _SHORT and "http" in line.text:
            yield from _records(line)
        text = line.text.strip() if line.end - line.start <= 620 else ""
        if _LINE.fullmatch(text) and line.index not in head:
            yield line.cut()
            continue
        switch = _SWITCH.fullmatch(text)
        if switch and (switch["value"] or switch["colon"]):
            yield line.cut()
            below = next((other for other in doc.lines[line.index + 1 : line.index + 3] if not other.blank), None)
            if below is not None and not switch["value"] and _VALUE.fullmatch(below.text.strip()):
                yield below.cut()


def _records(line: Line) -> Iterator[Edit]:
    text = line.text
    for times in reversed(list(_TIMES.finditer(text))):
        first = max(0, times.start() - _RECORD)
        start = text.rfind("http", first, times.start())
        while start > first and not text[start - 1].isspace():
            start = text.rfind("http", first, start)
        if start >= 0 and _PICTURE.match(text, start):
            replies = _REPLIES.match(text, times.end())
            yield from take(line, before(text, start), replies.end() if replies else times.end())


_STORY = "One.\nTwo.\nThree.\nFour.\n"
FIXES = [
    (f"{_STORY}2019-11-19T08:57:40+01:00\nhttps://img.example.org/a/dam-500-250.jpg\nFive.", f"{_STORY}Five."),
    (
        "It rained. https://harbour.example/a/quay.jpg640480annhttps://harbour.example/sign.pngThe Harbour Post"
        "2018-10-15 10:33:492018-10-15 10:33:49Rain in Lom! 0replies Come and see.",
        "It rained. Come and see.",
    ),
    (f"{_STORY}- showPaywall:\n- false\nFive.", f"{_STORY}Five."),
]
KEEPS = [
    "It rained. See https://harbour.example/rain for logs: a2018-10-15 10:33:492018-10-15 10:33:49 was the first.",
    f"{_STORY}https://www.example.org/dam.html",
    f"{_STORY}false",
    f"{_STORY}2019-11-19",
    "2019-11-19T08:57:40+01:00\n" + _STORY,
    f"{_STORY}isolated: the town in the snow",
]
