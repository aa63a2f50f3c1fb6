"""Datelines that name a place alone."""

from __future__ import annotations

from functools import cache

from cleaner.lazy import lazy
from cleaner.rules.metadata._datelines.form import SPACE, Found, before_sentence
from cleaner.rules.metadata._names import agency
from cleaner.rules.metadata._places import announces, in_capitals, is_known, like_a_place, without_day
from cleaner.text.prose import starts
from cleaner.words import words

_COLON = lazy(rf"(?P<place>[^\W\d_a-z][^()|:;!?.\d\n]{{2,30}}):{SPACE}{{1,2}}")
_DASHED = lazy(
    rf"(?P<place>[^\W\d_][^()|:;!?\d\n]{{1,45}}?(?:, [^()|:;!?\n]{{3,18}}?)?){SPACE}?(?:--|[-–—―]){SPACE}{{1,2}}"
)
_PIPED = lazy(rf"(?P<place>[^|.\n]{{3,40}}?){SPACE}\|{SPACE}")
_POINTED = lazy(
    rf"(?P<place>[^\W\d_a-z][\w'’.-]{{1,20}}(?: [^\W\d_][\w'’-]{{1,20}}){{0,4}}(?:, [^\W\d_][\w'’. ]{{1,25}})?)"
    rf"{SPACE}?(?:\.{{1,2}} ?[-–—]|\.{{2}}-){SPACE}{{1,2}}"
)


def colon(text: str) -> Found | None:
    """ "ISLAMABAD: " in capitals, for places that the word lists know."""
    match = before_sentence(_COLON, text)
    place = match["place"].strip() if match else ""
    if match is None or not is_known(place):
        return None
    return (match.end(), place, "") if in_capitals(place) else None


def known_place(text: str) -> Found | None:
    """ "Kampala – ", for places that the word lists know."""
    match = _DASHED.match(text) or _PIPED.match(text)
    if match is None or not starts(text[match.end() :]):
        return None
    place, _ = without_day(match["place"])
    return (match.end(), place, "") if is_known(place) and like_a_place(place) else None


def place_only(text: str) -> Found | None:
    """ "KAMPALA, Uganda – " in capitals."""
    match = before_sentence(_DASHED, text)
    if match is None or text[match.end()].isdigit():
        return None
    place, dated = without_day(match["place"])
    if in_capitals(place) and (dated or "," in place or _lone(place)):
        return match.end(), place, ""
    return None


def _lone(place: str) -> bool:
    """Whether a place without region or day is surely one: a word or two in capitals, long enough for no acronym."""
    letters = sum(map(str.isalpha, place))
    return len(place.split()) <= 2 and not announces(place) and letters >= 5 and len(place) <= 20


def pointed(text: str) -> Found | None:
    """A place with full stop and dash, "Lom del Mar.- ", as Spanish papers write it: in any letters."""
    match = before_sentence(_POINTED, text)
    if match is None:
        return None
    place = match["place"].strip(" .")
    named = like_a_place(place) and not announces(place) and place.casefold() not in _headings()
    return (match.end(), place, "") if named and not agency(place) else None


@cache
def _headings() -> frozenset[str]:
    """Words with which a paragraph is headed in the same way."""
    return frozenset(word.casefold() for word in words("paragraph_head"))
