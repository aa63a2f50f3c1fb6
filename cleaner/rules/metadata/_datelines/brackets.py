"""Datelines with an agency in brackets."""

from __future__ import annotations

import re

from cleaner.lazy import lazy
from cleaner.rules.metadata._datelines.form import SPACE, Found, before_sentence
from cleaner.rules.metadata._names import agency
from cleaner.rules.metadata._places import agencies, in_capitals, is_known, like_a_place, outlet, without_day
from cleaner.text.prose import starts

_DASH = r"(?:\.?[—–―－−]|\.?--?|[:：.=])"
_BRACKETS = lazy(
    rf"(?P<place>[^()（）\[\]|\n]{{0,70}}?(?:[ ]\([^()\n]{{3,30}}\))?)(?P<gap>[ \u00a0.,/–—-]{{0,3}})"
    rf"[(（\[](?P<agency>[^()（）\[\]\n]{{2,50}})[)）\]]"
    rf"(?P<mark>{SPACE}{{0,3}}{_DASH}{{0,2}})(?P<space>{SPACE}{{0,3}})"
)
_AGENCY_FIRST = lazy(
    rf"[(（](?P<agency>[^()（）\n]{{2,20}})[)）]{SPACE}?{_DASH}{{1,2}}{SPACE}"
    rf"(?P<place>[^()|\n]{{3,50}}?){SPACE}?[-–—]{SPACE}"
)
_GLUED_OUTLET = lazy(r"\((?P<agency>[A-Z][\w.'’& ]{1,30})\)(?=[\"“‘']?[A-Z])")
_TOKENISED = lazy(
    r"(?P<place>(?:[a-z.'-]{2,20} ){0,3}(?:, [a-z.]{2,20} (?:[a-z]{2,20} )?)?)"
    r"\( (?P<agency>[a-z]{2,10}) \) (?:-{1,2} )?"
)


def brackets(text: str) -> Found | None:
    """ "OSLO, June 10 (Reuters) - ", "(CNN)"."""
    match = _BRACKETS.match(text)
    if match is None:
        return None
    named, _, day = match["agency"].partition(",")
    known = agencies(named if day and not without_day(f" {day}")[0] else match["agency"])
    if not known and (match["mark"].strip() in ("", ".", ":") or not starts(text[match.end() :])):
        return None
    place, _ = without_day(match["place"])
    if known:
        return (match.end(), place, known) if _is_signed(match, text, place) else None
    capitals = in_capitals(place)
    if capitals and not without_day(" " + match["agency"])[0]:
        return match.end(), place, ""
    sited = capitals or is_known(place) or ("," in place and like_a_place(place) and match["agency"].isupper())
    return (match.end(), place, match["agency"].strip()) if sited and outlet(match["agency"]) else None


def _is_signed(match: re.Match[str], text: str, place: str) -> bool:
    """Whether a known agency in brackets ends a dateline: not a name's abbreviation in a sentence."""
    rest, mark = text[match.end() :], match["mark"].strip()
    firm = not place or in_capitals(place) or is_known(place)
    if not firm and not (like_a_place(place) and (mark or not (match["space"] or match["mark"]))):
        return False
    return starts(rest) or (firm and mark not in ("", ".", ":") and rest[:1].isalnum())


def agency_first(text: str) -> Found | None:
    """ "(ANSA) - ROMA, 5 MAR - "."""
    match = before_sentence(_AGENCY_FIRST, text)
    known = agencies(match["agency"]) if match else None
    if match is None or not known:
        return None
    place, dated = without_day(match["place"])
    return (match.end(), place, known) if in_capitals(place) or (dated and like_a_place(place)) else None


def glued_outlet(text: str) -> Found | None:
    """An outlet in brackets to which the first sentence is glued."""
    match = _GLUED_OUTLET.match(text)
    return (match.end(), "", match["agency"]) if match and outlet(match["agency"]) else None


def tokenised(text: str) -> Found | None:
    """ "oslo ( reuters ) - ", in a text of small letters."""
    if not text[:100].islower():
        return None
    match = _TOKENISED.match(text)
    known = agency(match["agency"]) if match else None
    return (match.end(), match["place"].strip(), known) if match and known else None
