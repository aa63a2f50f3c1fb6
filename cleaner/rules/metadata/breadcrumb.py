"""The way from the site's front page to the article.

What   “Home > News > Politics”, “You are here: Startseite » Politik » Fähre fährt wieder” as one of the first three
       lines; “Home” alone with names of sections on the lines below it.
Why    It is the site's navigation.
Kept   Lines that do not begin with the front page, “Home / Away” and the like, sentences with arrows.
Moves  The last step to `section`; a headline at its end to `title`, where the record has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.metadata._sections import SIGNS, as_section, home, known, parts
from cleaner.text.headings import folded
from cleaner.text.prose import closed
from cleaner.words import any_of, heads

_HERE = lazy(rf"{any_of('trail_label')} ?[:：]? ?", re.IGNORECASE)
_ARROW = frozenset(">»›→")
_LONGEST, _STEP, _WORDS, _HEADLINE, _DEEPEST = 260, 40, 4, 25, 5
"""Characters of a line and of a step, words of a step, characters from which on a last step may be the headline, and
steps of a way; a line with more is a menu."""

rule = Rule("MEN002", chrome=True, hints=heads("section_home", "trail_label").within(_LONGEST))


def find(doc: Document) -> Iterator[Edit]:
    head = doc.head(4)
    for at, line in enumerate(head[:3]):
        if at + 1 == len(head) or len(line.text) > _LONGEST:
            return
        steps = parts(_HERE.sub("", line.text.strip(), count=1))
        if len(steps) > 1 and home(steps[0]) and _is_way(line.text, steps):
            yield line.cut(**(_lifted(doc, steps[1:], head[at + 1]) if len(steps) <= _DEEPEST else {}))
            return
        if at == 0 and len(steps) == 1 and home(steps[0]):
            yield from _stacked(doc, head)
            return


def _is_way(text: str, steps: list[str]) -> bool:
    """Whether all steps but the last are short, and arrows or the name of a section say what they are."""
    *way, last = steps[1:]
    if any(len(step) > _STEP or len(step.split()) > _WORDS or closed(step) for step in way):
        return False
    return not closed(last) and (not _ARROW.isdisjoint(text) or len(way) > 1 or any(map(known, steps[1:])))


def _stacked(doc: Document, head: list[Line]) -> Iterator[Edit]:
    """“Home” and the sections below it, each on its own line, when something else follows."""
    names = [line.text.strip(SIGNS) for line in head[1:-1]]
    count = next((at for at, name in enumerate(names) if not known(name)), len(names))
    if count and not known(head[count + 1].text.strip()):
        yield head[0].cut()
        for line in head[1:count]:
            yield line.cut()
        yield head[count].cut(**_lifted(doc, names[:count], head[count + 1]))


def _lifted(doc: Document, steps: list[str], below: Line) -> dict[str, Any]:
    """The fields that the steps behind the front page fill."""
    lift: dict[str, Any] = {}
    last = folded(steps[-1].rstrip(" .…"))
    if len(steps[-1]) >= _HEADLINE or (len(last) > 3 and folded(below.text).startswith(last)):
        headline = steps.pop()
        if not doc.fields.get("title") and not folded(below.text).startswith(last) and not headline.endswith("…"):
            lift["title"] = headline
    return lift | as_section(doc, steps[-1] if steps else None)


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
FIXES = [
    (f"Home > News > Politics\n\n{_STORY}", _STORY, {"section": "Politics"}),
    (
        f"You are here: Home » Island life » Ferry sails again after the storm\n\n{_STORY}",
        _STORY,
        {"section": "Island life", "title": "Ferry sails again after the storm"},
    ),
    (f"Startseite / Politik / Ausland\n\n{_STORY}", _STORY, {"section": "Ausland"}),
    (f"Home | News | Sport | Blogs | Games | More\n\n{_STORY}", _STORY, {"section": None}),
    (f"Home\nPolitics\n{_STORY}", _STORY, {"section": "Politics"}),
    (f"Início›Política›Ferry sails\nFerry sails\n\n{_STORY}", f"Ferry sails\n\n{_STORY}", {"section": "Política"}),
]
KEEPS = [
    f"Home / Away\n\n{_STORY}",
    f"Home > Away is all that counts, he said.\n\n{_STORY}",
    f"Home\n\n{_STORY}",
    f"Home is where the ferry sails\n\n{_STORY}",
    f"Lom > Arvo > Oslo\n\n{_STORY}",
    "Home > News > Politics",
]
