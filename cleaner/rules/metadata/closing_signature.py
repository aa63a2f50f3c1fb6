"""Who wrote it, and the day, in brackets behind the last sentence.

What   “(Ann Other, 2.8.2015)”, “(dpa, Reuters, 2 August 2015)”, “(red, 2. 8. 2015)”, “(2.8.2015)” at the very end.
Why    Newsrooms sign so; it is no part of the story.
Kept   Brackets inside a sentence, with a year or month alone, or with anything but names, agencies and initials.
Moves  Names to `authors`, an agency to `syndicated_from`, the day to `published`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules._rows import last
from cleaner.rules.metadata._names import agency, people
from cleaner.rules.metadata._stamps import published
from cleaner.scan.traits import DATED
from cleaner.text.credits import SMALL_INITIALS
from cleaner.text.dates import date_pattern, read_date

rule = Rule(code="MET035", needs=DATED)

_REACH = 120
_BETWEEN = lazy(r"\s{0,3}[,;/]\s{0,3}|\s{1,3}(?:[–—-]|und|and|et|y|e|och|og|en)\s{1,3}")
_INITIALS = lazy(SMALL_INITIALS)
"""Of capitals a place may be made as well: “(USA, 22.8.2015)”."""

_FROM = lazy(r" (?:aus|in|from|de|da|desde|från|fra|uit|z) [^\W\d_a-zß-ÿ].*$")


@cache
def _signature() -> re.Pattern[str]:
    return lazy(
        rf"(?<=[.!?…”\"»“])[ \u00a0]{{0,2}}\((?P<who>[^()\d]{{0,70}}?)(?P<date>{date_pattern()})\)\.?\s{{0,9}}$",
        re.IGNORECASE,
    )


def find(doc: Document) -> Iterator[Edit]:
    text = "".join(last(doc, 1))
    if text.rstrip(" .\t\u00a0")[-1:] != ")":
        return
    match = _signature().search(text, max(0, len(text) - _REACH))
    if match is None or match.start() == 0:
        return
    stated = read_date(match["date"])
    who = _signed(match["who"].strip(" ,;/–—-\u00a0"))
    if who is None or stated is None or (stated.precision in ("year", "month") and not stated.ambiguous):
        return
    if not doc.fields.get("published"):
        who |= published(match["date"])
    yield doc.tail(1)[0].span(match.start(), len(text), **who)


def _signed(text: str) -> dict[str, Any] | None:
    """What names, agencies and initials say; None when anything else stands among them."""
    authors: list[str] = []
    agencies: list[str] = []
    for part in filter(None, _BETWEEN.split(text)):
        known = agency(part)
        names = None if known or _INITIALS.fullmatch(part) else people(_FROM.sub("", part)) or []
        if names is not None and not (names and all(" " in name for name in names)):
            return None
        agencies += [known] if known else []
        authors += names or []
    lift: dict[str, Any] = {"authors": authors} if authors else {}
    return lift | ({"syndicated_from": agencies[0]} if agencies else {})


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
FIXES = [
    (f"{_STORY} (Ann Other, 22.8.2015)", _STORY, {"authors": ["Ann Other"], "published": "2015-08-22"}),
    (f"{_STORY} (dpa, Reuters, 2 August 2015)", _STORY, {"syndicated_from": "dpa", "published": "2015-08-02"}),
    (f"{_STORY} (Jo Roe aus Lom; 22. 8. 2015)", _STORY, {"authors": ["Jo Roe"]}),
    (f"{_STORY} (APA/red – 22.8.2015)", _STORY, {"syndicated_from": "APA"}),
    (f"“{_STORY}” (22.8.2015)", f"“{_STORY}”", {"published": "2015-08-22"}),
    (f"{_STORY} (22.8.2015)\t", _STORY, {"published": "2015-08-22"}),
]
KEEPS = [
    f"{_STORY} It was the first time in years (22.8.2015).",
    f"{_STORY} (The trial began on 22.8.2015)",
    f"{_STORY} (Lom, 22.8.2015)",
    f"{_STORY} (USA, 22.8.2015)",
    f"{_STORY} (August 2015)",
    f"{_STORY} (Ann Other, 2015)",
    f"{_STORY} (Ann Other, 22.8.2015)\n\nNobody was hurt when the storm tore it from the quay.",
]
