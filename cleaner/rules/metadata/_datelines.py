"""The forms that a dateline takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from cleaner.lazy import lazy
from cleaner.rules.metadata._datelines_more import Found, between, colon, piped, site, slashed
from cleaner.rules.metadata._head import starts
from cleaner.rules.metadata._names import agency, wire
from cleaner.rules.metadata._places import agencies, announces, in_capitals, is_known, like_a_place, outlet, without_day
from cleaner.words import words

MARKS = lazy(r"[)）\]】|／/—–―－電电\u0640-](?:(?<![-\u0640])|-? )")
"""What every dateline holds but those in capitals with a colon: a cheap test before `read`."""

LOUD = lazy(r"[^\W\d_a-z]{2}[^:\n]{1,28}: ")

_OPENED = lazy(r"[(（\[]")
_DASHED = lazy(r"[-–—―\u0640]")
_WITHIN = 160

_DASH = r"(?:\.?[—–―－−]|\.?--?|[:：.=])"
_SPACE = r"[ \u00a0]"
_WIDE_SPACE = r"[ \u3000]"
_BRACKETS = lazy(
    rf"(?P<place>[^()（）\[\]|\n]{{0,70}}?(?:[ ]\([^()\n]{{3,30}}\))?)(?P<gap>[ \u00a0.,/–—-]{{0,3}})"
    rf"[(（\[](?P<agency>[^()（）\[\]\n]{{2,50}})[)）\]]"
    rf"(?P<mark>{_SPACE}{{0,3}}{_DASH}{{0,2}})(?P<space>{_SPACE}{{0,3}})"
)
_AGENCY_FIRST = lazy(
    rf"[(（](?P<agency>[^()（）\n]{{2,20}})[)）]{_SPACE}?{_DASH}{{1,2}}{_SPACE}"
    rf"(?P<place>[^()|\n]{{3,50}}?){_SPACE}?[-–—]{_SPACE}"
)
_PIPES = lazy(rf"(?P<place>[^|.\n]{{3,60}}?){_SPACE}?\|{_SPACE}?(?P<agency>[^|.\n]{{2,30}}?){_SPACE}?\|{_SPACE}?")
_AGENCY_ONLY = lazy(rf"(?P<agency>[^\W\d_][\w/.& -]{{1,25}}?){_SPACE}(?:--?|[–—]){_SPACE}")
_PLACE_ONLY = lazy(
    rf"(?P<place>[^\W\d_][^()|:;!?\d\n]{{1,45}}?(?:, [^()|:;!?\n]{{3,18}}?)?){_SPACE}?(?:--|[-–—―]){_SPACE}{{1,2}}"
)
_PLACE_PIPE = lazy(rf"(?P<place>[^|.\n]{{3,40}}?){_SPACE}\|{_SPACE}")
_POINTED = lazy(
    rf"(?P<place>[^\W\d_a-z][\w'’.-]{{1,20}}(?: [^\W\d_][\w'’-]{{1,20}}){{0,4}}(?:, [^\W\d_][\w'’. ]{{1,25}})?)"
    rf"{_SPACE}?(?:\.{{1,2}} ?[-–—]|\.{{2}}-){_SPACE}{{1,2}}"
)
_COMMAS = lazy(r"\s{0,9},[\s,]{0,9}")
_GLUED_OUTLET = lazy(r"\((?P<agency>[A-Z][\w.'’& ]{1,30})\)(?=[\"“‘']?[A-Z])")
_TOKENISED = lazy(
    r"(?P<place>(?:[a-z.'-]{2,20} ){0,3}(?:, [a-z.]{2,20} (?:[a-z]{2,20} )?)?)"
    r"\( (?P<agency>[a-z]{2,10}) \) (?:-{1,2} )?"
)
_EASTERN = tuple(
    lazy(pattern + rf"{_WIDE_SPACE}{{0,4}}")
    for pattern in (
        r"(?P<agency>新华社|中新社|新華社|中新网|中新網)(?P<place>[^\d\s，。、]{0,10}?)\d{1,2}月\d{1,2}日[电電]"
        rf"(?:{_WIDE_SPACE}?[（(][^（）()\n]{{1,40}}[)）])?",
        rf"(?P<agency>本[报報][讯訊])(?P<place>)[（(](?:记者|記者|通讯员)[^（）()\n]{{1,40}}[)）]{_WIDE_SPACE}?",
        rf"(?P<place>[^\d\s，。、（(【]{{2,8}})[／/](?P<agency>[^\s，。、]{{2,8}}?){_WIDE_SPACE}",
        r"[（(【](?P<agency>中央社|共同社|路透|新华社|新華社|法新社)(?:記者|记者)?"
        r"(?P<place>[^（）()【】\n]{0,30}?)[电電報讯訊]?[)）】]",
        rf"【(?:\d{{1,2}}月\d{{1,2}}日{_WIDE_SPACE})?(?P<agency>[A-Z]{{2,10}}|[^\s【】=＝]{{2,8}})(?P<place>)"
        r"(?:[=＝][^【】\n]{1,20})?】",
        rf"［(?P<place>[^\s［］]{{2,12}}){_WIDE_SPACE}{{1,2}}[\d０-９]{{1,2}}日{_WIDE_SPACE}{{1,2}}"
        rf"(?P<agency>[^\s［］]{{2,8}})］{_WIDE_SPACE}{{0,3}}[-－–—]?",
        r"【(?P<place>[^\s【】=＝]{2,8}?)(?P<agency>共同|時事|ロイター|AFP|ＡＦＰ)(?:[=＝][^【】\n]{1,20})?】",
        r"[(\[](?P<place>[^\s()=\[\]]{2,12})=(?P<agency>[^\s()=\[\]]{2,8})[)\]][ ]?"
        r"(?:[^\s=]{2,6} ?(?:기자|특파원)(?: ?= ?)?)?",
    )
)


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
        yield from (_agency_first, _brackets)
    if pipe:
        yield _pipes
    if not head.isascii() or head.startswith(("(", "[")) or "/" in head[:10]:
        yield _eastern
    yield from (form for form, sign in ((slashed, "/"), (piped, "|"), (site, "."), (colon, ":")) if sign in head)
    if dash:
        yield between
    if dash or pipe:
        yield _known_place
    if loose and dash:
        yield _place_only
    if first:
        signs = ((_tokenised, bracket), (_agency_only, dash), (_glued_outlet, bracket), (_pointed, dash))
        yield from (form for form, sign in signs if sign)


_SENTENCES = lazy(r"\s(?<=[.!?”\"].)\s?(?=[A-Z(])")
_TEASER = 400
_IN_BRACKETS = lazy(r"[(（\[]([^()（）\[\]\n]{2,50})[)）\]]")
_AGENCY_WITHIN = 170
"""How far behind a sentence the bracket of `_BRACKETS` may close, and some more."""


def _opened(text: str) -> list[int]:
    """Where brackets open that name the agency of a dateline behind a sentence."""
    brackets = _IN_BRACKETS.finditer(text, 20, _TEASER + _AGENCY_WITHIN)
    return [bracket.start() for bracket in brackets if any(map(agencies, {bracket[1], bracket[1].partition(",")[0]}))]


def behind(text: str) -> tuple[int, Found] | None:
    """Where the dateline behind one or two opening sentences starts, and what it is; it must name a known agency."""
    brackets = _opened(text)
    for gap in _SENTENCES.finditer(text, 20, _TEASER) if brackets else ():
        at = gap.end()
        found = _brackets(text[at:]) if any(at <= bracket <= at + _AGENCY_WITHIN for bracket in brackets) else None
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
    more = _brackets(text[end:]) or _pipes(text[end:])
    if more is None:
        return end, _COMMAS.sub(", ", place), known
    return end + more[0], _COMMAS.sub(", ", place or more[1]), more[2] or known


def _brackets(text: str) -> Found | None:
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


def _glued_outlet(text: str) -> Found | None:
    """An outlet in brackets to which the first sentence is glued."""
    match = _GLUED_OUTLET.match(text)
    return (match.end(), "", match["agency"]) if match and outlet(match["agency"]) else None


def _agency_first(text: str) -> Found | None:
    match = _AGENCY_FIRST.match(text)
    known = agencies(match["agency"]) if match else None
    if match is None or not known or not starts(text[match.end() :]):
        return None
    place, dated = without_day(match["place"])
    return (match.end(), place, known) if in_capitals(place) or (dated and like_a_place(place)) else None


def _pipes(text: str) -> Found | None:
    match = _PIPES.match(text)
    if match is None or not starts(text[match.end() :]):
        return None
    place, known = match["place"].strip(), agencies(match["agency"])
    if (known and like_a_place(place)) or (is_known(place) and outlet(match["agency"])):
        return match.end(), place, known or match["agency"].strip()
    return None


def _agency_only(text: str) -> Found | None:
    match = _AGENCY_ONLY.match(text)
    known = wire(match["agency"]) if match else None
    return (match.end(), "", known) if match and known and starts(text[match.end() :]) else None


def _known_place(text: str) -> Found | None:
    match = _PLACE_ONLY.match(text) or _PLACE_PIPE.match(text)
    if match is None or not starts(text[match.end() :]):
        return None
    place, _ = without_day(match["place"])
    return (match.end(), place, "") if is_known(place) and like_a_place(place) else None


def _place_only(text: str) -> Found | None:
    match = _PLACE_ONLY.match(text)
    if match is None or not starts(text[match.end() :]) or text[match.end()].isdigit():
        return None
    place, dated = without_day(match["place"])
    if in_capitals(place) and (dated or "," in place or _lone(place)):
        return match.end(), place, ""
    return None


def _pointed(text: str) -> Found | None:
    """A place with full stop and dash, "Lom del Mar.- ", as Spanish papers write it: in any letters."""
    match = _POINTED.match(text)
    if match is None or not starts(text[match.end() :]):
        return None
    place = match["place"].strip(" .")
    named = like_a_place(place) and not announces(place) and place.casefold() not in _headings()
    return (match.end(), place, "") if named and not agency(place) else None


@cache
def _headings() -> frozenset[str]:
    """Words with which a paragraph is headed in the same way."""
    return frozenset(word.casefold() for word in words("paragraph_head"))


def _lone(place: str) -> bool:
    """Whether a place without region or day is surely one: a word or two in capitals, long enough for no acronym."""
    letters = sum(map(str.isalpha, place))
    return len(place.split()) <= 2 and not announces(place) and letters >= 5 and len(place) <= 20


def _tokenised(text: str) -> Found | None:
    if not text[:100].islower():
        return None
    match = _TOKENISED.match(text)
    known = agency(match["agency"]) if match else None
    return (match.end(), match["place"].strip(), known) if match and known else None


def _eastern(text: str) -> Found | None:
    for pattern in _EASTERN:
        match = pattern.match(text)
        known = agencies(match["agency"]) if match else None
        if match and known and match.end() < len(text) and match["place"] not in words("credit_label"):
            return match.end(), match["place"].strip(), known
    return None
