"""Datelines whose agency stands between slashes or dashes, and those that close with a colon."""

from __future__ import annotations

from cleaner.lazy import lazy
from cleaner.rules.metadata._head import starts
from cleaner.rules.metadata._places import agencies, in_capitals, is_known, like_a_place, without_day

_SPACE = r"[ \u00a0]"
_DASH = rf"(?:{_SPACE}?[-–—]{{1,2}}|{_SPACE}\u0640)"
"""A dash, or the stroke that Arabic letters are joined by, which stands for one."""

_SLASHED = lazy(
    rf"(?P<place>[^()|/:\n]{{3,60}}?)[ \u00a0.,]{{1,3}}/(?P<agency>[^/\n]{{2,20}})/"
    rf"(?:{_SPACE}?(?:--?|[–—.]))?{_SPACE}{{1,2}}"
)
_BETWEEN = lazy(
    rf"(?P<place>[^()|/:\n]{{2,50}}?)(?:{_DASH}{_SPACE}|\.{_SPACE})"
    rf"(?P<agency>[^()|/:–—\n-]{{2,22}}?)(?:\.RU)?(?:[.:]|{_DASH}){_SPACE}{{1,2}}"
)
_SITE = lazy(
    rf"(?P<agency>[A-Z][\w-]{{2,20}}\.(?:com|co\.id|co|id|net|org)),{_SPACE}(?P<place>[^()|:\n-]{{3,40}}?)"
    rf"{_SPACE}(?:--?|[–—]){_SPACE}{{1,2}}"
)
_COLON = lazy(rf"(?P<place>[^\W\d_a-z][^()|:;!?.\d\n]{{2,30}}):{_SPACE}{{1,2}}")
_PIPE = lazy(rf"(?P<place>[^()|:;!?.\d\n]{{3,30}}?){_SPACE}(?P<agency>[a-zA-Z]{{2,8}}){_SPACE}\|{_SPACE}{{1,2}}")

Found = tuple[int, str, str]
"""Where the dateline ends (characters), its place and its agency, empty when unknown."""


def slashed(text: str) -> Found | None:
    """ "МОСКВА, 3 мая. /ТАСС/. ", "LONDON, May 3, 2019 /PRNewswire/ -- "."""
    match = _SLASHED.match(text)
    known = agencies(match["agency"]) if match else None
    if match is None or not known or not starts(text[match.end() :]):
        return None
    place, dated = without_day(match["place"])
    return (match.end(), place, known) if like_a_place(place) and (dated or _sited(place)) else None


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
    return (end, place, known) if like_a_place(place) and (dated or _sited(place)) else None


def site(text: str) -> Found | None:
    """ "Liputan6.com, Jakarta - "."""
    match = _SITE.match(text)
    if match is None or not starts(text[match.end() :]):
        return None
    place, _ = without_day(match["place"])
    return (match.end(), place, match["agency"]) if is_known(place) else None


def colon(text: str) -> Found | None:
    """ "ISLAMABAD: " in capitals, for places that the word lists know."""
    match = _COLON.match(text)
    place = match["place"].strip() if match else ""
    if match is None or not starts(text[match.end() :]) or not is_known(place):
        return None
    return (match.end(), place, "") if in_capitals(place) else None


def piped(text: str) -> Found | None:
    """ "BERLIN taz | "."""
    match = _PIPE.match(text)
    if match is None or not in_capitals(match["place"]) or not starts(text[match.end() :]):
        return None
    known = agencies(match["agency"])
    if not known and not (is_known(match["place"]) and match["agency"].islower()):
        return None
    return match.end(), match["place"], known or match["agency"]


def _sited(place: str) -> bool:
    return in_capitals(place) or is_known(place)
