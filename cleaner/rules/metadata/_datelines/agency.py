"""Datelines that name their agency between slashes, dashes or upright strokes."""

from __future__ import annotations

from cleaner.lazy import lazy
from cleaner.rules.metadata._datelines.form import SPACE, Found, before_sentence, sited
from cleaner.rules.metadata._names import wire
from cleaner.rules.metadata._places import agencies, in_capitals, is_known, like_a_place, outlet, without_day
from cleaner.text.prose import starts
from cleaner.text.sites import ENDING

_DASH = rf"(?:{SPACE}?[-–—]{{1,2}}|{SPACE}\u0640)"
"""A dash, or the stroke that Arabic letters are joined by, which stands for one."""

_SLASHED = lazy(
    rf"(?P<place>[^()|/:\n]{{3,60}}?)[ \u00a0.,]{{1,3}}/(?P<agency>[^/\n]{{2,20}})/"
    rf"(?:{SPACE}?(?:--?|[–—.]))?{SPACE}{{1,2}}"
)
_BETWEEN = lazy(
    rf"(?P<place>[^()|/:\n]{{2,50}}?)(?:{_DASH}{SPACE}|\.{SPACE})"
    rf"(?P<agency>[^()|/:–—\n-]{{2,22}}?)(?:\.RU)?(?:[.:]|{_DASH}){SPACE}{{1,2}}"
)
_SITE = lazy(
    rf"(?P<agency>[A-Z][\w-]{{2,20}}{ENDING}),{SPACE}(?P<place>[^()|:\n-]{{3,40}}?)"
    rf"{SPACE}(?:--?|[–—]){SPACE}{{1,2}}"
)
_PIPE = lazy(rf"(?P<place>[^()|:;!?.\d\n]{{3,30}}?){SPACE}(?P<agency>[a-zA-Z]{{2,8}}){SPACE}\|{SPACE}{{1,2}}")
_PIPES = lazy(rf"(?P<place>[^|.\n]{{3,60}}?){SPACE}?\|{SPACE}?(?P<agency>[^|.\n]{{2,30}}?){SPACE}?\|{SPACE}?")
_AGENCY_ONLY = lazy(rf"(?P<agency>[^\W\d_][\w/.& -]{{1,25}}?){SPACE}(?:--?|[–—]){SPACE}")


def slashed(text: str) -> Found | None:
    """ "МОСКВА, 3 мая. /ТАСС/. ", "LONDON, May 3, 2019 /PRNewswire/ -- "."""
    match = before_sentence(_SLASHED, text)
    known = agencies(match["agency"]) if match else None
    if match is None or not known:
        return None
    place, dated = without_day(match["place"])
    return (match.end(), place, known) if like_a_place(place) and (dated or sited(place)) else None


def between(text: str) -> Found | None:
    """ "Москва. 3 мая. INTERFAX.RU - ", "МОСКВА, 3 мая — РИА Новости. "."""
    match = _BETWEEN.match(text)
    if match is None:
        return None
    place, dated = without_day(match["place"])
    known, end = agencies(match["agency"]), match.end()
    if known is None and (rest := _BETWEEN.match(text, match.end("place") + 2)):  # the day is a part of its own
        known = agencies(rest["agency"]) if without_day(f" {rest['place']}")[1] else None
        end = rest.end()
    if not known or not starts(text[end:]):
        return None
    return (end, place, known) if like_a_place(place) and (dated or sited(place)) else None


def site(text: str) -> Found | None:
    """ "Liputan6.com, Jakarta - "."""
    match = before_sentence(_SITE, text)
    if match is None:
        return None
    place, _ = without_day(match["place"])
    return (match.end(), place, match["agency"]) if is_known(place) else None


def piped(text: str) -> Found | None:
    """ "BERLIN taz | "."""
    match = before_sentence(_PIPE, text)
    if match is None or not in_capitals(match["place"]):
        return None
    known = agencies(match["agency"])
    if not known and not (is_known(match["place"]) and match["agency"].islower()):
        return None
    return match.end(), match["place"], known or match["agency"]


def pipes(text: str) -> Found | None:
    """ "Madrid, Spain | AFP | "."""
    match = before_sentence(_PIPES, text)
    if match is None:
        return None
    place, known = match["place"].strip(), agencies(match["agency"])
    if (known and like_a_place(place)) or (is_known(place) and outlet(match["agency"])):
        return match.end(), place, known or match["agency"].strip()
    return None


def agency_only(text: str) -> Found | None:
    """ "AP - ", to the letter."""
    match = before_sentence(_AGENCY_ONLY, text)
    known = wire(match["agency"]) if match else None
    return (match.end(), "", known) if match and known else None
