"""A line that only a machine reads.

What   The address of a picture or an ISO date with its time, alone on a line; a switch such as “showPaywall:” with the
       “true” or “false” below it.
Why    Extraction took fields of the page's data along.
Kept   Addresses and dates in sentences; other words alone on a line.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule

_LINE = lazy(
    r"[-–•*]?\s?(?:https?://[^\s<>\"]{5,400}\.(?:jpe?g|png|gif|webp|svg|avif)(?:\?[^\s<>\"]{0,200})?"
    r"|\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)",
    re.IGNORECASE,
)
_SWITCH = lazy(r"[-–•*]?\s?(?:is|has|show|enable|use)[A-Z][A-Za-z]{2,30}(?P<colon>:)?(?P<value>\s?(?:true|false))?")
_VALUE = lazy(r"[-–•*]?\s?(?:true|false|null)")

rule = Rule("MED035", hints=Hints(heads=("http", "is", "has", "show", "enable", "use", *"0123456789")))


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind == "markdown":
        return
    head = {line.index for line in doc.head(4)}
    for line in doc.candidates():
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


_STORY = "One.\nTwo.\nThree.\nFour.\n"
FIXES = [
    (f"{_STORY}2019-11-19T08:57:40+01:00\nhttps://img.example.org/a/dam-500-250.jpg\nFive.", f"{_STORY}Five."),
    (f"{_STORY}- showPaywall:\n- false\nFive.", f"{_STORY}Five."),
]
KEEPS = [
    f"{_STORY}https://www.example.org/dam.html",
    f"{_STORY}false",
    f"{_STORY}2019-11-19",
    "2019-11-19T08:57:40+01:00\n" + _STORY,
    f"{_STORY}isolated: the town in the snow",
]
