"""Lines that are no prose: headlines, beginnings of other stories, labels."""

from __future__ import annotations

from typing import Any

from cleaner.document import Document, Line
from cleaner.lazy import lazy
from cleaner.text.stops import STOPS, unstopped

_PROSE = lazy(
    rf"[.。{STOPS}](?:[\"”’“‘»«)\]」』]|\s)*$|[,;，、]$"
    r"|^[\"“„«][^\"“”»]{1,140}[,!?.][\"”»] [^\"“”«»]{3,60}[.,] [\"“„«]"  # “Not me,” she says. “Him!”
)
_BROKEN_OFF = lazy(r"[\w,:;] ?(?:…|\.{3,5})(?: [^.!?…]{2,25}[›»>→])?$")
_FIELD = lazy(r"\s{0,9}[^\W\d_a-z][^.:!?\n]{1,30}: ?\w")
_LONGEST_TITLE, _SHORTEST, _TEASER = 160, 60, 400
"""Characters: of a headline, and of the beginning of a story."""


def titled(text: str) -> bool:
    """Whether a line looks like a headline: short, without the mark that ends a sentence of prose."""
    bare = text.strip()
    return 0 < len(bare) <= _LONGEST_TITLE and not _PROSE.search(bare) and not unstopped(bare)


def teaser(line: Line) -> bool:
    """Whether a line is the beginning of a story and breaks off in an ellipsis, with or without “Full story ›”."""
    text = line.text.rstrip()
    if text[-1] not in "….›»>→" or not _SHORTEST <= len(text) <= _TEASER:
        return False
    return _BROKEN_OFF.search(text) is not None and "://" not in text


def label(text: str) -> bool:
    """Whether a line may be a label of the page: no small letter first and no full stop last, as in wrapped prose."""
    bare = text.strip()
    first = next(filter(str.isalnum, bare), "")
    return not first.islower() and (not bare.endswith(".") or bare.endswith("..."))


def in_form(line: Line) -> bool:
    """Whether a line has a label with a colon, and so has a line beside it, as in a form or a programme."""
    return _FIELD.match(line.text) is not None and any(
        _FIELD.match(line.doc.lines[at].text)
        for at in (line.index - 1, line.index + 1)
        if 0 <= at < len(line.doc.lines)
    )


def last_prose(doc: Document) -> int:
    """The index of the last line that holds prose; below it stand only short lines that are no sentences.

    -1 when no line does.  Taking lines from below never moves it, so rules that look only there find all at once.
    """
    for line in doc.backward():
        if not titled(line.text):
            return line.index
    return -1


def related(title: str, url: str | None = None) -> dict[str, Any]:
    """The lift of a link to another article."""
    return {"related": {"title": title.strip(" \t\u00a0\u3000•·・-–—*>»▶▸◆◇■□|[]") or None, "url": url}}
