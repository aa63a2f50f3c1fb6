"""Which of the first lines are title and subtitle."""

from __future__ import annotations

import re
from functools import cache

from cleaner.document import Document, Line
from cleaner.lazy import lazy
from cleaner.rules.metadata._headlines import is_headline, is_title, is_told, recurs
from cleaner.rules.metadata._repeats import begins_again
from cleaner.rules.metadata._stamps import yearly
from cleaner.text.prose import closed, prose, wide
from cleaner.words import any_of

_KICKER, _SMALL, _STORY_SEEN = 35, 160, 4000
"""Characters: of a kicker, of lines between title and story, and how many of the story are compared."""

_POST = 600
"""Characters below a cry or a question that open a post; a story below a headline is longer."""

_DASHES = ("-", "–", "—")


def title_places(doc: Document, head: list[Line]) -> list[int]:
    """Where title and subtitle stand among the first lines; nothing when a third line could be one as well.

    What is left below must not pass for a title in its turn, or a text cleaned twice would lose more.
    """
    first = 0 if begins_again(head) else _headline(doc, head)
    found = [] if first is None or _speaks(doc, head[first : first + 2]) else [first]
    while found and len(found) < 3:
        rest = found[-1] + 1
        more = _headline(doc, head[rest:], alone=True)
        if more is None or _signed(head[rest + more].text):
            return found
        if _caseless(head[rest + more].text):
            return []
        found.append(rest + more)
    return []


def _speaks(doc: Document, lines: list[Line]) -> bool:
    """Whether the first of two lines is the first turn of a dialogue, or cries or asks at the top of a post."""
    said = lines[0].text.strip()
    if said.startswith(_DASHES) and lines[-1].text.lstrip().startswith(_DASHES):
        return True
    apart = not lines[0].index and lines[-1].index > 1
    return apart and said[-1:] in "!?！？" and len(doc.text) - lines[0].end < _POST


def _signed(text: str) -> bool:
    """Whether a line has a year and somebody behind a word such as "by": a byline with its date."""
    return yearly(text) and _by().search(text) is not None


@cache
def _by() -> re.Pattern[str]:
    return lazy(rf"(?<!\w)(?i:{any_of('author_by')}):? [^\W\d_a-z]")


def _caseless(text: str) -> bool:
    """Whether ``text`` is in a script with word spaces and without capitals, in which sentences often close with
    nothing and a second headline cannot be told from them."""
    first = next(filter(str.isalpha, text), "a")
    return first.upper() == first.lower() and not wide(text)


def _headline(doc: Document, head: list[Line], *, alone: bool = False) -> int | None:
    """Which of some lines is a title: the first, or the one below a word or two that name its subject.

    ``alone`` judges the lines without what stood above them.
    """
    if len(head) < 2 or (_caseless(head[0].text) and head[0].text[-1:].isspace()):
        return None  # a blank at the end of a line was left by a link, in the middle of a sentence
    sure = is_title(*head[:2])
    if (sure and (alone or not head[0].touched)) or (
        not alone and not head[0].touched and _below_stamps(doc, head[:3])
    ):
        return 0
    kicker = head[0].text.strip()
    named = len(kicker) <= _KICKER and len(kicker.split()) <= 4 and not closed(kicker)
    return next((at for at in ((0, 1) if named else (0,)) if _passes(doc, head[at:])), None)


def _passes(doc: Document, head: list[Line]) -> bool:
    """Whether the first of these lines could be a headline of the prose that stands a few short lines below."""
    if len(head) < 2 or not is_told(head[0].text) or head[1].text.lstrip()[:1].islower():
        return False
    story = next((at for at, line in enumerate(head) if at and prose(line.text)), 0)
    if not story or any(len(line.text) > _SMALL for line in head[1:story]):
        return False
    begin = head[story].start
    return recurs(head[0].text, doc.text[begin : begin + _STORY_SEEN])


def _below_stamps(doc: Document, head: list[Line]) -> bool:
    """Whether address and date stood above, and what follows would not pass for a headline in its turn."""
    above = doc.lines[: head[0].index]
    stamped = sum(line.gone for line in above) > 1 and len(head) > 2
    return stamped and is_headline(head[0].text) and not is_title(*head[1:3])
