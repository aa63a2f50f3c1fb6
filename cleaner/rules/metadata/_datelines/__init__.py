"""Datelines: the place and agency in front of a first sentence, each form of them in the module of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from cleaner.lazy import lazy
from cleaner.rules.metadata._datelines.agency import agency_only, between, piped, pipes, site, slashed
from cleaner.rules.metadata._datelines.brackets import agency_first, brackets, glued_outlet, tokenised
from cleaner.rules.metadata._datelines.eastern import eastern
from cleaner.rules.metadata._datelines.form import Found
from cleaner.rules.metadata._datelines.place import colon, known_place, place_only, pointed
from cleaner.rules.metadata._places import agencies, in_capitals, is_known

MARKS = lazy(r"[)）\]】|／/—–―－電电\u0640-](?:(?<![-\u0640])|-?[ \u00a0])")
"""What every dateline holds but those in capitals with a colon: a cheap test before `read`."""

LOUD = lazy(r"[^\W\d_a-z]{2}[^:\n]{1,28}: ")

_OPENED = lazy(r"[(（\[]")
_DASHED = lazy(r"[-–—―\u0640]")
_WITHIN = 160

_SENTENCES = lazy(r"\s(?<=[.!?”\"].)\s?(?=[A-Z(])")
_IN_BRACKETS = lazy(r"[(（\[]([^()（）\[\]\n]{2,50})[)）\]]")
_TEASER, _AGENCY_WITHIN = 400, 170
"""Characters: of the sentences in front of a dateline; how far behind these its bracket may close, and some more."""

_COMMAS = lazy(r"\s{0,9},[\s,]{0,9}")


@lru_cache(maxsize=512)  # several rules ask about the same line, in each round
def read(text: str, *, loose: bool = True, first: bool = False) -> Found | None:
    """The dateline that ``text``, the begin of a line, begins with.

    ``loose`` allows forms without an agency for places that are not in the word lists; ``first`` says that ``text``
    is the start of the article, where an agency's name alone is a dateline.
    """
    for form in _forms(text[:_WITHIN], loose, first):
        found = form(text)
        if found is not None:
            return _chained(text, found)
    return None


def _forms(head: str, loose: bool, first: bool) -> Iterator[Callable[[str], Found | None]]:
    """The forms that are possible by the signs in the ``head`` of a text, in the order in which they are tried."""
    bracket, pipe, dash = _OPENED.search(head), "|" in head, _DASHED.search(head)
    if bracket:
        yield from (agency_first, brackets)
    if pipe:
        yield pipes
    if not head.isascii() or head.startswith(("(", "[")) or "/" in head[:10]:
        yield eastern
    yield from (form for form, sign in ((slashed, "/"), (piped, "|"), (site, "."), (colon, ":")) if sign in head)
    if dash:
        yield between
    if dash or pipe:
        yield known_place
    if loose and dash:
        yield place_only
    if first:
        signs = ((tokenised, bracket), (agency_only, dash), (glued_outlet, bracket), (pointed, dash))
        yield from (form for form, sign in signs if sign)


def _agency_brackets(text: str) -> list[int]:
    """Where brackets open that name the agency of a dateline behind a sentence."""
    found = _IN_BRACKETS.finditer(text, 20, _TEASER + _AGENCY_WITHIN)
    return [bracket.start() for bracket in found if any(map(agencies, {bracket[1], bracket[1].partition(",")[0]}))]


def behind(text: str) -> tuple[int, Found] | None:
    """Where the dateline behind one or two opening sentences starts, and what it is; it must name a known agency."""
    places = _agency_brackets(text)
    for gap in _SENTENCES.finditer(text, 20, _TEASER) if places else ():
        at = gap.end()
        found = brackets(text[at:]) if any(at <= place <= at + _AGENCY_WITHIN for place in places) else None
        if (
            found is None
            or agencies(found[2]) is None
            or not (not found[1] or in_capitals(found[1]) or is_known(found[1]))
        ):
            continue
        if text[at + found[0] - 1] == ")" or text[: at + found[0]].rstrip()[-1] in "-–—":
            return at, found
    return None


def _chained(text: str, found: Found) -> Found:
    """The dateline with the one behind it, if an agency passes on another one's dispatch."""
    end, place, known = found
    more = brackets(text[end:]) or pipes(text[end:])
    if more is None:
        return end, _COMMAS.sub(", ", place), known
    return end + more[0], _COMMAS.sub(", ", place or more[1]), more[2] or known
