"""Where a credit stands at the end of a line, or in brackets anywhere in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from cleaner.credits import NAMED, NONE, SEPARATOR, SOURCED, agencies, literal_hints, strength
from cleaner.document import Line
from cleaner.edit import Edit
from cleaner.rule import Hints
from cleaner.words import any_of, words

WINDOW = 170
"""How far before the end of a line, in characters, a credit may begin."""

_SIGNS = (
    "/ap", "/ ap", "/afp", "/ afp", "/reuters", "/ reuters", "reuters/", "/epa", "getty", "©", "ⓒ", "photo :", "photos :", "crédit :",
    "crédits :", "photo |", "image |", "photo＝", "写真＝", "撮影＝", "사진=", "illustration :", "credit |",
)  # fmt: skip
STOPS = ".!?…。！？”\"’'»)]）】|"
OPEN, CLOSE = "(\\[（【［〔", ")\\]）】］〕"
_BRACKET = re.compile(rf"[{OPEN}]([^{OPEN}{CLOSE}\n]{{2,120}}(?:\([^{OPEN}{CLOSE}\n]{{1,20}}\)[^{OPEN}{CLOSE}\n]{{0,60}})?)[{CLOSE}]")
_THANKS = re.compile(r"\s*(?:h/t|via)\s[^,;\n]{2,40}[,;]\s*", re.IGNORECASE)
_SIGN = re.compile(r"[©ⓒ]\s{0,3}(?=[^\W\d])")
_BREAK = re.compile(r"(?<=[.!?…。”\"’»)])(?<!\b[A-Z]\.)(?<!\b(?:St|Dr|Mr|Jr|Sr)\.)\s*(?=[^\W\d_])|[ \t]{2,}|\s+(?=(?:REUTERS|AFP|AP|EPA)/)")
_PICTURE_ONLY = re.compile(r"(?:photo|picture|image|foto)|/", re.IGNORECASE)


class Tail(NamedTuple):
    """A credit at the end of a text: where its label begins, the credit, and how sure one can be of a caption before it.

    ``kind`` is "credit" behind a word that only credits, "label", "bare" without a label, or "bracket".
    """

    start: int
    credit: str
    kind: str


@cache
def label() -> re.Pattern[str]:
    """What introduces a credit: a label with its colon, or a phrase like "Photo by"."""
    return re.compile(
        rf"(?P<colon>{any_of('credit_label')}{SEPARATOR})|(?P<by>{any_of('credit_by')}(?:[ \t]{{0,2}}:)?[ \t\u00a0]{{1,3}})",
        re.IGNORECASE,
    )


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(any_of("credit_phrase"), re.IGNORECASE)


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){agencies()}(?!\w)", re.IGNORECASE)


@cache
def hints() -> Hints:
    """Hints for a credit that does not begin its line."""
    colons = literal_hints("credit_label", after=(":",)).inside
    wide = [word.lower() + "：" for word in words("credit_label") if not word.isascii() and not word[0].isupper()]
    phrases = literal_hints("credit_by", "credit_phrase").inside
    return Hints(inside=(*colons, *wide, *phrases, *_SIGNS))


def find_tail(text: str) -> Tail | None:
    """The credit at the end of ``text`` (no line break in it), or None."""
    text = text.rstrip()
    if text[-1:] in ")]）】］〕":
        last = None
        for last in _BRACKET.finditer(text, max(0, len(text) - WINDOW)):
            pass
        if last is not None and last.end() == len(text):
            credit = bracketed(last[1])
            if credit is not None:
                return Tail(last.start(), credit, "bracket")
    begin = max(0, len(text) - WINDOW)
    return _labelled(text, begin) or _signed(text, begin) or _bare(text, begin)


def _labelled(text: str, begin: int) -> Tail | None:
    for match in label().finditer(text, begin):
        how, start = strength(text[match.end() :]), match.start()
        if how == NONE or start == 0:
            continue
        before, kind = text[start - 1], "credit" if "redit" in match[0].lower() else "label"
        cased = match[0][0].upper() != match[0][0].lower()
        if cased and match[0][0].islower():
            continue
        if before.isspace():
            last = text[:start].rstrip()[-1:]
            if last not in STOPS and not match["colon"] and how < SOURCED and not match[0].isupper():
                continue
        elif before.isalnum() and (not cased or before.isupper()) or before in "-_/@#":
            continue
        return Tail(start, text[match.end() :], kind)
    return None


def _signed(text: str, begin: int) -> Tail | None:
    for match in _SIGN.finditer(text, begin):
        if match.start() and strength(text[match.end() :]) == SOURCED:
            return Tail(match.start(), text[match.end() :], "credit")
    return None


def _bare(text: str, begin: int) -> Tail | None:
    for match in _BREAK.finditer(text, max(1, begin)):
        rest = text[match.end() :]
        if len(rest) > 80:
            continue
        if _phrase().fullmatch(rest.rstrip(".")):
            return Tail(match.end(), rest, "credit")
        if "/" in rest and names_agency(rest):
            return Tail(match.end(), rest, "photographer" if re.match(r"(?:REUTERS|AFP|AP|EPA)/", rest) else "bare")
    return None


def names_agency(text: str) -> bool:
    """True for a credit without a label that names an agency: "Ana Ruiz/Reuters", "STR/AFP via Getty Images"."""
    return strength(text) == SOURCED and _agency().search(text) is not None and "://" not in text


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
    if _phrase().fullmatch(inner):
        return inner
    if names_agency(inner) and (("/" in inner and " " in inner) or "photo" in inner.lower() or "images" in inner.lower()):
        return inner
    return None


def cut_lines(first: Line, last: Line, **lift: Any) -> Edit:
    """An edit that takes the lines ``first`` to ``last``, and the blank lines behind them that would otherwise double."""
    lines, stop = first.doc.lines, last.index + 1
    if first.index == 0 or lines[first.index - 1].blank:
        while stop < len(lines) and lines[stop].blank and not lines[stop].gone:
            stop += 1
    end = lines[stop].begin if stop < len(lines) else len(first.doc.text)
    return Edit(first.start, end, "", tuple(lift.items()))
