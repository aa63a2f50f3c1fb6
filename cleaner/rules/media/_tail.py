"""Where a credit stands at the end of a line, or in brackets anywhere in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from cleaner.document import Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints
from cleaner.text.beginnings import Beginnings, matches
from cleaner.text.credits import (
    AGENCIES,
    INITIALS,
    NAMED,
    NONE,
    SEPARATOR,
    SOURCED,
    agencies,
    image,
    is_source,
    literal_hints,
    strength,
)
from cleaner.text.stops import STOPS as FOREIGN
from cleaner.words import any_of, literals, words

WINDOW = 170
"""How far before the end of a line, in characters, a credit may begin."""

_SIGNS = (
    "getty", "©", "ⓒ",
    "photo :", "photos :", "crédit :", "crédits :", "photo |", "image |", "credit |", "photo＝",
    "写真＝", "写真／", "圖／", "图／", "撮影＝", "사진=", "illustration :",
    " for the new york times", " for the washington post",
)  # fmt: skip
STOPS = ".!?…。！？”\"’'»)]）】|" + FOREIGN
OPEN, CLOSE = "(\\[（【［〔", ")\\]）】］〕"
_NO_BRACKET = rf"[^{OPEN}{CLOSE}\n]"
_BRACKET = lazy(rf"[{OPEN}]({_NO_BRACKET}{{2,120}}(?:\({_NO_BRACKET}{{1,20}}\){_NO_BRACKET}{{0,60}})?)[{CLOSE}]")
_TAKEN_BY = lazy(r"[^，。、\s][^，。、]{1,24}[摄攝]")
_THANKS = lazy(r"\s{0,9}(?:h/t|via)\s[^,;\n]{2,40}[,;]\s{0,9}", re.IGNORECASE)
_SIGN = lazy(rf"(?:[©ⓒ]\s{{0,3}}|(?<=[.!?。！？{FOREIGN}])\([cC]\))(?=[^\W\d])")
_FOR_PAPER = lazy(r"(?<=\s)Credit (?P<credit>[^\W\d_a-z][^\n:]{2,60} (?:for|via) [^\n:]{3,40})$")
_BREAK = lazy(
    rf"(?<=[.!?…。”\"’»){FOREIGN}])(?<!\b[A-Z]\.)(?<!\b(?:St|Dr|Mr|Jr|Sr)\.)(?:\s+(?=[^\W\d_])|(?=[^\W\d_a-z]))"
    r"|[ \t]{2,}|\s+(?=(?:REUTERS|AFP|AP|EPA)/)"
)
_PHOTOGRAPHER = lazy(r"(?:REUTERS|AFP|AP|EPA)/")
_EDITOR = lazy(rf"(?!STR)(?:{INITIALS} ?[/,] ?){{1,2}}[^\W\d_]{{2,12}}\.?")
"""An editor's initials and an agency, which sign a text, not a picture."""

_FOREIGN = lazy(r"://|[<>]|@|\.\w{2,4}/|\d{4}")


class Tail(NamedTuple):
    """A credit at the end of a text: where its label begins, the credit, and how it stands there.

    ``kind`` is "credit" behind a word that only credits, "label", "photographer" for an agency with a name behind its
    slash, "bare" without a label, or "bracket".
    """

    start: int
    credit: str
    kind: str


@cache
def label() -> re.Pattern[str]:
    """What introduces a credit: a label with its colon, or a phrase like "Photo by"."""
    return lazy(
        rf"(?P<colon>{any_of('credit_label')}{SEPARATOR})"
        rf"|(?P<by>{any_of('credit_by')}(?:[ \t]{{0,2}}:)?[ \t\u00a0]{{1,3}})",
        re.IGNORECASE,
    )


@cache
def _beginnings() -> Beginnings:
    return Beginnings(words("credit_label", "credit_by"))


def labels(text: str, begin: int = 0) -> Iterator[re.Match[str]]:
    """The labels in ``text`` from ``begin`` on, as `label` would find them one after the other."""
    return matches(label(), text, _beginnings().places(text, begin))


@cache
def _phrase() -> re.Pattern[str]:
    return lazy(any_of("credit_phrase"), re.IGNORECASE)


@cache
def _agency() -> re.Pattern[str]:
    return lazy(rf"(?<!\w){agencies()}(?!\w)", re.IGNORECASE)


@cache
def _beside() -> re.Pattern[str]:
    """An agency and what parts it from a name before or behind it."""
    return lazy(rf"(?:/ ?|\bvia ){agencies()}(?!\w)|(?<!\w){agencies()} ?/", re.IGNORECASE)


@cache
def hints() -> Hints:
    """Hints for a credit that does not begin its line."""
    colons = literal_hints("credit_label", after=(":",)).inside
    wide = [word.lower() + "：" for word in words("credit_label") if not word.isascii() and not word[0].isupper()]
    phrases = literal_hints("credit_by", "credit_phrase").inside
    parted = (*literals(AGENCIES, before=("/", "/ ", "via ")), *literals(AGENCIES, after=("/", " /")))
    return Hints(inside=(*colons, *wide, *phrases, *parted, *_SIGNS))


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
    if text[-1:] in ")]）】］〕":
        for bracket in _BRACKET.finditer(text, max(0, len(text) - WINDOW)):
            credit = bracketed(bracket[1]) if bracket.end() == len(text) else None
            if credit is not None:
                return Tail(bracket.start(), credit, "bracket")
    begin = max(0, len(text) - WINDOW)
    return _labelled(text, begin) or _signed(text, begin) or _for_paper(text, begin) or _bare(text, begin)


def _labelled(text: str, begin: int) -> Tail | None:
    for match in labels(text, begin):
        how, start = strength(text[match.end() :]), match.start()
        if how == NONE or start == 0:
            continue
        before, kind = text[start - 1], "credit" if "redit" in match[0].lower() else "label"
        cased = match[0][0].upper() != match[0][0].lower()
        if cased and (match[0][0].islower() or in_name(text, match)):
            continue
        if before.isspace():
            if (
                how < SOURCED
                and text[:start].rstrip()[-1:] not in STOPS
                and not _after_caption(text[:start], match, kind)
            ):
                continue
        elif not cased:
            if before not in STOPS + "／/":
                continue
        elif before in "-_/@#([" or (before.isupper() and not (match[0][1].islower() and len(match[0]) > 12)):
            continue
        return Tail(start, text[match.end() :], kind)
    return None


def in_name(text: str, match: re.Match[str]) -> bool:
    """Whether the label in a text is the end of an agency's name: "NurPhoto via …"."""
    start = before_word(text, match.start())
    return start < match.start() and is_source(text[start : match.start()] + match[0].split()[0])


def before_word(text: str, at: int) -> int:
    """Where the letters begin that stand right before ``at``."""
    while at and text[at - 1].isalpha():
        at -= 1
    return at


def _after_caption(before: str, match: re.Match[str], kind: str) -> bool:
    """True when names behind a label without a full stop before it can be a credit: "… at the dam Photo: Ana Ruiz"."""
    if not match["colon"]:
        return match[0].isupper()
    caption = before.split()
    return kind == "credit" or (len(caption) > 2 and not all(word[0].isupper() for word in caption))


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
        if _phrase().fullmatch(rest.rstrip(".")):
            return Tail(match.end(), rest, "credit")
        if ("/" in rest or is_source(rest.partition(" via ")[0])) and _beside().search(rest) and names_agency(rest):
            if _PHOTOGRAPHER.match(rest):
                return Tail(match.end(), rest, "photographer")
            if not _EDITOR.fullmatch(rest):
                return Tail(match.end(), rest, "bare")
    return None


def split(text: str) -> list[str]:
    """The credits in ``text``, which may hold several: "Ana Ruiz/AP Photo: Bo Lee/AP"."""
    cuts = [match.span() for match in labels(text) if match["colon"] and match.start()]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]


def names_agency(text: str) -> bool:
    """True for a credit without a label that names an agency: "Ana Ruiz/Reuters", "STR/AFP via Getty Images"."""
    return strength(text) == SOURCED and _agency().search(text) is not None and not _FOREIGN.search(text)


def brackets(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and credit of every bracket in ``text`` that holds nothing but a credit."""
    for match in _BRACKET.finditer(text):
        credit = bracketed(match[1])
        if credit is not None:
            yield match.start(), match.end(), credit


def bracketed(inner: str) -> str | None:
    """The credit when the inside of a bracket is one, else None."""
    inner = _THANKS.sub("", inner, count=1).strip()
    match = label().match(inner)
    if match is not None:
        rest = inner[match.end() :]
        return rest if strength(rest) >= NAMED else None
    if _phrase().fullmatch(inner) or _TAKEN_BY.fullmatch(inner):
        return inner
    pictures = ("/" in inner and " " in inner) or "photo" in inner.lower() or "images" in inner.lower()
    return inner if pictures and names_agency(inner) else None


def cut_lines(first: Line, last: Line, **lift: Any) -> Edit:
    """An edit that takes the lines ``first`` to ``last``, and the blank lines that would otherwise double."""
    lines, stop = first.doc.lines, last.index + 1
    if first.index == 0 or lines[first.index - 1].blank:
        while stop < len(lines) and lines[stop].blank and not lines[stop].gone:
            stop += 1
    end = lines[stop].begin if stop < len(lines) else len(first.doc.text)
    return Edit(first.start, end, "", tuple(lift.items()))


def wrapped_above(line: Line) -> bool:
    """True when the line seems to go on a paragraph of the line above, as in texts with a fixed line width."""
    above = line.doc.lines[line.index - 1].text.rstrip() if line.index else ""
    if len(above) >= 60 and above[-1] not in STOPS + ":":
        return True
    return bool(above) and line.text.lstrip()[:1].islower()


def wrapped_below(line: Line) -> bool:
    """True when the line seems to go on in the line below."""
    text = line.text.rstrip()
    below = line.doc.lines[line.index + 1].text if line.index + 1 < len(line.doc.lines) else ""
    return len(text) >= 60 and text[-1] not in STOPS and bool(below.strip())
