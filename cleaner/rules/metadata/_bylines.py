"""The forms that a byline takes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from cleaner.document import Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rules.metadata._datelines import read
from cleaner.rules.metadata._eastern import eastern
from cleaner.rules.metadata._names import agency, people
from cleaner.rules.metadata._places import is_known, without_outlet
from cleaner.rules.metadata._stamps import lifted, stamp
from cleaner.text.names import NAME
from cleaner.text.prose import prose, starts, wide
from cleaner.words import any_of

LONGEST = 160
"""Characters; whatever is longer is no byline."""

_FOLLOWS = ("Follow", "Suivre", "Sigue", "Folgen")
_FOLLOW = lazy(rf"\s(?:{'|'.join(_FOLLOWS)})\s.{{0,60}}$")
_ADDRESS = lazy(
    r"\s*(?:(?:e-?mail|mail|contact|kontakt|contacto|contatto|contato|correo|courriel|e-posta|почта) ?[:：] ?)?"
    r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}\s*",
    re.IGNORECASE,
)
_SPACED = lazy(r"By[ :.]{1,3}(?P<name>[^.|;\n]{3,60}?(?: \. and [^.|;\n]{3,40}?)?)(?:\s\.|;)\s(?!and )(?=\S)")
_LEAD = lazy(r"By[ :]{1,3}(?=[^\W\d_a-z])")
_PIPED = lazy(r"(?:(?P<outlet>[^|\n]{2,30}?) ?)?\| ?(?P<name>[^|\n]{5,40}?) ?\| ?")
_GAP = lazy(r",? (?=[^\W\d_a-z]{2,8} )")
_DATED = lazy(r"\s{0,9}[|·•–—,-]\s{1,9}(?=[^|]{0,30}\d)| on (?=[^|]{0,20}\d)")
_SIGNED = lazy(
    r"(?<=[.!?”\"’]) ?[-–—]{1,2} ?By (?P<name>[^\W\d_a-z][^,.:;!?()\n]{3,40}?)(?: Follow @\w{1,20})?"
    r"(?: Related (?:Stories|Articles|Links))?\s{0,9}$"
)
_KOREAN = lazy(
    r"/? ?(?P<name>[\uac00-\ud7af]{2,4}) ?(?:선임|수석|인턴|객원)?(?:기자|특파원|논설위원|칼럼니스트)"
    r"(?: [\w.+-]{1,40}@[\w.-]{3,60})?"
    r"|칼럼니스트 (?P<columnist>[\uac00-\ud7af]{2,4})"
)
_TAIWANESE = lazy(
    r"\s*[〔【（\[(](?:記者|记者)?(?P<name>[\u3400-\u9fff]{2,4})[／/][\u3400-\u9fff]{1,6}(?:報導|报道|綜合報導)[〕】）\])]\s*"
)
_WORDY = lazy(r"[.!?;:“\"]")
_LABELLING, _QUOTES, _BRACKETS = lazy("[:：／/＝・]"), lazy("[“«„]"), tuple("〔【（[(")
_TOKENS = 7
_ITEMS = ("- ", "* ", "• ", "– ")


@cache
def _line() -> re.Pattern[str]:
    by, label = any_of("author_by"), any_of("byline_label")
    return lazy(
        rf"[-–—*•\s(（【\[]{{0,4}}(?:(?P<label>{by}|{label})[ \u00a0]?[:：／/＝・][ \u00a0]{{0,3}}"
        rf"|(?P<by>{by})[ \u00a0.]{{1,3}})"
        rf"(?P<names>\S.{{1,120}}?)[\s)）】\].;]{{0,3}}",
        re.IGNORECASE,
    )


@cache
def _alone() -> re.Pattern[str]:
    return lazy(rf"{any_of('author_by', 'byline_label')} ?[:：]", re.IGNORECASE)


@cache
def _before_quote() -> re.Pattern[str]:
    return lazy(rf"(?:{any_of('author_by', 'byline_label')}) ?[:：] ?(?P<name>{NAME} {NAME})(?=[“«„])")


def is_address(text: str) -> bool:
    """Whether a line is an e-mail address and nothing else."""
    return _ADDRESS.fullmatch(text) is not None


def is_label(text: str) -> bool:
    """Whether a line is a byline's label with a colon and nothing else."""
    return _alone().fullmatch(text.strip()) is not None


def labelled(text: str) -> bool:
    """Whether a line is a label with a colon and what it labels."""
    match = _line().fullmatch(text.strip()) if _LABELLING.search(text) else None
    return match is not None and match["label"] is not None


class _Byline(NamedTuple):
    """What follows "by", whether a label with a colon stood before it, and whether it is one name for certain."""

    names: str
    labelled: bool
    settled: bool = False


@lru_cache(maxsize=1024)  # the first and last lines of a text are read in each round
def _read_line(text: str) -> _Byline | None:
    if any(word in text for word in _FOLLOWS):
        text = _FOLLOW.sub("", text)
    if not text.isascii() and (korean := _KOREAN.fullmatch(text)):
        return _Byline(korean["name"] or korean["columnist"], labelled=True, settled=True)
    match = _line().fullmatch(text)
    if match is None or prose(text) or text[-1:] in "!?؟…:" or (match["label"] and text[:2] in _ITEMS):
        return None
    return _Byline(match["names"], labelled=match["label"] is not None)


def read_byline(text: str, fields: Mapping[str, Any]) -> dict[str, Any] | None:
    """What a line lifts as a byline, which may be nothing; None when it is none."""
    text = text.strip()
    if wide(text) and (lift := eastern(text)):
        return lift
    found = _read_line(text)
    if found is None or found.settled:
        return found and {"authors": [found.names]}
    names = found.names
    dates: dict[str, str] = {}
    for gap in _DATED.finditer(names):
        run = stamp(names[gap.end() :])
        if run and run.end == len(names) - gap.end():
            dates, _ = lifted(run, fields)
            if not dates:
                return None
            names = names[: gap.start()]
            break
    lift = _lift(names, sure=found.labelled)
    return None if lift is None else lift | dates


def _lift(names: str, sure: bool) -> dict[str, Any] | None:
    named = agency(names)
    if named:
        return {"dateline": {"place": None, "agency": named, "text": None}}
    found = people(names, sure=sure)
    if found is None and sure:
        found = _described(names)
    if found is None:
        return _posted_from(names)
    return {"authors": found} if found else {}


def _described(names: str) -> list[str] | None:
    """One name with what its bearer is behind a comma: "Ann Other, professor of history at the Harbour University"."""
    name, _, rest = names.partition(", ")
    known = len(rest.split()) > 2 and rest[0] == rest[0].lower() and _WORDY.search(rest) is None
    return people(name) if known and len(name.split()) > 1 else None


def _posted_from(names: str) -> dict[str, Any] | None:
    """Names with their agency and the town they write from behind them: "Ann Other, BBC News, London"."""
    for gap in _GAP.finditer(names):
        place, outlet = without_outlet(names[gap.end() :])
        found = people(names[: gap.start()]) if outlet and is_known(place) else None
        if found:
            return {"authors": found, "dateline": {"place": place, "agency": outlet, "text": names[gap.end() :]}}
    return None


def may_be_glued(text: str) -> bool:
    """Whether a byline may stand in front of a story: a cheap test before `glued`."""
    text = text[: 2 * LONGEST].lstrip()
    return text.startswith(("By", *_BRACKETS)) or "|" in text or (not text.isascii() and bool(_QUOTES.search(text)))


def glued(line: Line) -> Iterator[Edit]:
    """A byline in front of a dateline or the story: before a place, between pipes, or before a spaced full stop."""
    text = line.text[: 2 * LONGEST]
    start = len(text) - len(text.lstrip())
    for pattern in (_SPACED, _PIPED, _before_quote()):
        match = pattern.match(text, start)
        if match and starts(text[match.end() :]) and (pattern is not _PIPED or _is_piped(match)):
            lift = _lift(match["name"].replace(" . and ", " and ").strip(), sure=False)
            if lift is not None:
                yield line.span(0, match.end(), **lift)
                return
    if eastern := _TAIWANESE.match(text):
        behind = line.text[eastern.end() :].strip()
        yield line.span(0, eastern.end(), authors=[eastern["name"]]) if behind else line.cut(authors=[eastern["name"]])
        return
    lead = _LEAD.match(text, start)
    if lead:
        yield from _before_place(line, text, lead.end())


def signature(line: Line) -> Iterator[Edit]:
    """A byline behind the last sentence, set off by a dash: "… for years. -- By Ann Other Follow @ann"."""
    begin = max(0, len(line.text) - LONGEST)
    match = _SIGNED.search(line.text, begin) if line.text.find("By ", begin) >= 0 else None
    names = people(match["name"]) if match else None
    if match and names:
        yield line.span(match.start(), len(line.text), authors=names)


def _is_piped(match: re.Match[str]) -> bool:
    name, outlet = match["name"], match["outlet"]
    return name.isupper() and agency(name) is None and (not outlet or agency(outlet) is not None)


def _before_place(line: Line, text: str, at: int) -> Iterator[Edit]:
    """The longest name after which a dateline begins with a known place, else the shortest after which any begins."""
    best: tuple[int, list[str]] | None = None
    for gap in list(re.finditer(r"\s+", text[at:]))[1:_TOKENS]:
        names = people(text[at : at + gap.start()])
        found = read(text[at + gap.end() :], loose=False) if names else None
        if names and found and (best is None or is_known(found[1]) or len(gap[0]) > 1):
            best = at + gap.end(), names
    if best:
        yield line.span(0, best[0], authors=best[1])
