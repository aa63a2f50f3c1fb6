"""Beginnings of other stories, behind each of which “Read more” stands.

What   At the end of a text three or more passages that break off in an ellipsis with “Read more”, “Weiterlesen” or the
       like behind it, none far from the next: from the sentence that the first breaks off to the end.
Why    A column of a site's latest posts came over with the article, and each is told in whole sentences.
Kept   Texts that begin with such a passage, which are lists; one or two; ellipses with nothing behind them.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule, take
from cleaner.text.places import places
from cleaner.text.stops import STOPS
from cleaner.words import any_of, inside

_LITERALS = ("…", "...")
_FEWEST, _GAP, _LAST, _STORY, _SENTENCE = 3, 1200, 600, 600, 400
"""Passages; characters from one to the next, from the last to the end, of the story, of the first one's sentence."""

rule = Rule("BLR065", hints=inside("related_bare"), chrome=True)

_MORE = lazy(rf"(?<=[.…])[\])»]?\s{{1,9}}\[?(?:{any_of('related_bare')})(?!\w)")
_END = lazy(rf"[.!?…。！？{STOPS}][\"”’»)\]]{{0,2}}(?=\s)|\n")


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind == "markdown" or sum(map(doc.text.count, _LITERALS)) < _FEWEST:
        return
    start = _start(doc.text)
    if start < _STORY:
        return
    for line in reversed(doc.alive()):
        if line.end <= start:
            return
        if line.start >= start:
            yield line.cut()
        else:
            yield from take(line, start - line.start, len(line.text))


def _start(text: str) -> int:
    """Where the sentence begins that the first passage of the last row breaks off; 0 without such a row."""
    marks = sorted(at + len(sign) for sign in _LITERALS for at in places(text, sign))
    passages = [match.span() for at in marks if (match := _MORE.match(text, at))]
    if len(passages) < _FEWEST or len(text) - passages[-1][1] > _LAST:
        return 0
    first = len(passages) - 1
    while first and passages[first][0] - passages[first - 1][1] <= _GAP:
        first -= 1
    if len(passages) - first < _FEWEST:
        return 0
    at = passages[first][0]
    ends = [match.end() for match in _END.finditer(text, max(0, at - _SENTENCE), at)]
    return ends[-1] if ends else 0


_A = "The ferry to the island sailed again on Monday, its owner said in a statement to the press at the quay of Lom."
_STORY_TOLD = " ".join([_A] * 7)
_SNOW = "For the first time in years it snowed in May. Nobody on the coast had thought that it could ..."
_DAM = "The mayor said on Friday that the dam would hold. Later in the day he …"
FIXES = [
    (f"{_STORY_TOLD} {_SNOW}\nRead More {_DAM}\nRead More {_SNOW}\nRead More",
     f"{_STORY_TOLD} For the first time in years it snowed in May.\n"),
    (f"{_STORY_TOLD}\n\n{_SNOW} Weiterlesen\n\n{_DAM} Weiterlesen\n\n{_SNOW} Weiterlesen\n",
     f"{_STORY_TOLD}\n\nFor the first time in years it snowed in May.\n\n"),
]  # fmt: skip
KEEPS = [
    f"{_STORY_TOLD} {_SNOW}\n{_DAM}\n{_SNOW}\nShe read more.",
    f"{_STORY_TOLD}\n\n{_SNOW} Read more\n\n{_DAM} Read more\n\n{_A}",
    f"{_SNOW} Read more\n\n{_DAM} Read more\n\n{_SNOW} Read more\n",
    f"{_SNOW} Read more\n\n{_DAM} Read more\n\n{_SNOW} Read more\n\n{_STORY_TOLD}",
]
