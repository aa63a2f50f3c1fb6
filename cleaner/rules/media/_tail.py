"""Credits at the end of a line."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from cleaner.lazy import lazy
from cleaner.rules.media._brackets import last_bracket
from cleaner.rules.media._labels import in_name, label, labels
from cleaner.rules.media._neighbours import CLOSED
from cleaner.text.credits import (
    INITIALS,
    NONE,
    SOURCED,
    agencies,
    image,
    is_phrase,
    is_source,
    names_agency,
    strength,
)
from cleaner.text.stops import STOPS

WINDOW = 170
"""How far before the end of a line, in characters, a credit may begin."""

_SIGN = lazy(rf"(?:[©ⓒ]\s{{0,3}}|(?<=[.!?。！？{STOPS}])\([cC]\))(?=[^\W\d])")
_FOR_PAPER = lazy(r"(?<=\s)Credit (?P<credit>[^\W\d_a-z][^\n:]{2,60} (?:for|via) [^\n:]{3,40})$")
_BREAK = lazy(
    rf"(?<=[.!?…。”\"’»){STOPS}])(?<!\b[A-Z]\.)(?<!\b(?:St|Dr|Mr|Jr|Sr)\.)(?:\s+(?=[^\W\d_])|(?=[^\W\d_a-z]))"
    r"|[ \t]{2,}|\s+(?=(?:REUTERS|AFP|AP|EPA)/)"
)
_PHOTOGRAPHER = lazy(r"(?:REUTERS|AFP|AP|EPA)/")
_EDITOR = lazy(rf"(?!STR)(?:{INITIALS} ?[/,] ?){{1,2}}[^\W\d_]{{2,12}}\.?")
"""An editor's initials and an agency, which sign a text, not a picture."""


class Tail(NamedTuple):
    """A credit at the end of a text: where its label begins, the credit, and how it stands there.

    ``kind`` is "credit" behind a word that only credits, "label", "photographer" for an agency with a name behind its
    slash, "bare" without a label, or "bracket".
    """

    start: int
    credit: str
    kind: str


@cache
def _beside() -> re.Pattern[str]:
    """An agency and what parts it from a name before or behind it."""
    return lazy(rf"(?:/ ?|\bvia ){agencies()}(?!\w)|(?<!\w){agencies()} ?/", re.IGNORECASE)


def captioned(text: str) -> dict[str, str | None]:
    """An item of the field ``images`` from the words of a caption element: the caption, and the credit in it."""
    text = " ".join(text.split())
    tail, lead = find_tail(text), label().match(text)
    if tail is not None:
        return image(text[: tail.start], tail.credit)
    if lead is not None and strength(text[lead.end() :]) != NONE:
        return image(None, text[lead.end() :])
    return image(None, text) if strength(text) == SOURCED else image(text, None)


@lru_cache(maxsize=64)  # several rules ask about the same line, one after the other
def find_tail(text: str) -> Tail | None:
    """The credit at the end of ``text`` (no line break in it), or None."""
    text = text.rstrip()
    begin = max(0, len(text) - WINDOW)
    if bracket := last_bracket(text, begin):
        return Tail(*bracket, "bracket")
    return _labelled(text, begin) or _signed(text, begin) or _for_paper(text, begin) or _bare(text, begin)


def _labelled(text: str, begin: int) -> Tail | None:
    for match in labels(text, begin):
        how = strength(text[match.end() :]) if match.start() else NONE
        if how != NONE and _introduces(text, match, how):
            return Tail(match.start(), text[match.end() :], _kind(match))
    return None


def _introduces(text: str, match: re.Match[str], how: int) -> bool:
    """Whether a label, behind which stands what looks ``how`` much like a credit, is no part of a word or sentence."""
    above, label = text[: match.start()], match[0]
    cased = label[0].upper() != label[0].lower()
    if cased and (label[0].islower() or in_name(text, match)):
        return False
    if above[-1].isspace():
        return how == SOURCED or above.rstrip()[-1:] in CLOSED or _after_caption(above, match)
    if not cased:
        return above[-1] in CLOSED + "／/"
    return above[-1] not in "-_/@#([" and (not above[-1].isupper() or (label[1].islower() and len(label) > 12))


def _kind(match: re.Match[str]) -> str:
    return "credit" if "redit" in match[0].lower() else "label"


def _after_caption(before: str, match: re.Match[str]) -> bool:
    """Whether names behind a label without a full stop before it can be a credit: "… at the dam Photo: Ana Ruiz"."""
    if not match["colon"]:
        return match[0].isupper()
    caption = before.split()
    return _kind(match) == "credit" or (len(caption) > 2 and not all(word[0].isupper() for word in caption))


def _signed(text: str, begin: int) -> Tail | None:
    for match in _SIGN.finditer(text, begin):
        if match.start() and strength(text[match.end() :]) == SOURCED:
            return Tail(match.start(), text[match.end() :], "credit")
    return None


def _for_paper(text: str, begin: int) -> Tail | None:
    match = _FOR_PAPER.search(text, begin)
    if match is None or not match.start() or strength(match["credit"]) != SOURCED:
        return None
    return Tail(match.start(), match["credit"], "credit")


def _bare(text: str, begin: int) -> Tail | None:
    for match in _BREAK.finditer(text, max(1, begin)):
        rest = text[match.end() :]
        if len(rest) > 80 or (rest[0].islower() and " | " in rest):
            continue  # the end of a caption, and a bar before its credit
        if is_phrase(rest.rstrip(".")):
            return Tail(match.end(), rest, "credit")
        if ("/" in rest or is_source(rest.partition(" via ")[0])) and _beside().search(rest) and names_agency(rest):
            if _PHOTOGRAPHER.match(rest):
                return Tail(match.end(), rest, "photographer")
            if not _EDITOR.fullmatch(rest):
                return Tail(match.end(), rest, "bare")
    return None
