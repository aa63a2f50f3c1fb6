"""Labelled credits between two sentences of a line: where one may begin, and where it must end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleaner.lazy import lazy
from cleaner.rules.media._labels import in_name, label
from cleaner.rules.media._neighbours import CLOSED
from cleaner.text.blanks import before
from cleaner.text.credits import NAMED, SOURCED, agencies, strength
from cleaner.text.scripts import EASTERN
from cleaner.words import any_of, words

_KEY = 3
_CASELESS = rf"[\u0600-\u06ff\u0900-\u097f{EASTERN}]"
"""Letters of scripts in which no capital opens a sentence."""
_CAPITAL = r"[^\W\d_a-z][\w'’-]{1,20} [a-zß-ÿа-яѐ-џğışçöü]"
_GLUED = lazy(
    r"(?P<credit>(?P<names>(?:[^\W\d_a-z][\w.'’&-]{0,24}(?: [/–-]|,)? ){1,5})"
    r"(?P<last>[^\W\d_a-z][\w-]{2,20}[^\W\d_A-Z]))"
    r"(?=[^\W\d_a-z][^\W\d_A-Z]{0,20},?(?: [^\W\d_a-z][\w-]{1,20})? [^\W\d_A-Z])"
)


def credits_inside(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Where labels begin behind which credits stand, and the ``credit`` behind each up to the next sentence."""
    for place in _capitals().finditer(text):
        start = place.start()
        match = label().match(text, start) if _may_begin(text, start) else None
        if match is None or in_name(text, match):
            continue
        credit = _end().match(text, match.end()) or _names(text, match.end())
        if credit is not None and strength(credit["credit"]) >= (NAMED if credit.re.groups > 1 else SOURCED):
            yield start, credit


@cache
def _capitals() -> re.Pattern[str]:
    """How a label begins: with a capital, which an expression finds fast."""
    keys: dict[str, set[str]] = {}
    for word in words("credit_label", "credit_by"):
        cased = (f"[{re.escape(char.lower())}{re.escape(char.upper())}]" for char in word[1:_KEY])
        keys.setdefault(re.escape(word[0].upper()), set()).add("".join(cased))
    longest_first = {first: sorted(rest, key=lambda word: (-len(word), word)) for first, rest in sorted(keys.items())}
    return lazy("|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in longest_first.items()))


@cache
def _end() -> re.Pattern[str]:
    """What may stand behind the label: names, then an agency, then the next sentence."""
    follows = rf"(?=[A-Z][a-z]|[AE] [a-z]|[\"“]|\s+(?:{any_of('sentence_opener')}(?!\w)|[\"“]|{_CASELESS}|{_CAPITAL}))"
    return lazy(rf"(?P<credit>(?=[^\W\d_a-z])[^.!?:\n]{{0,70}}?(?<![^\W_])(?i:{agencies()})(?! Images?\b)){follows}")


def _names(text: str, at: int) -> re.Match[str] | None:
    """Names to which the next sentence is glued."""
    match = _GLUED.match(text, at)
    if match is None or not text[match.end()].isupper() or not text[match.end() - 1].islower():
        return None
    return match if text[match.start("last")].isupper() else None


def _may_begin(text: str, start: int) -> bool:
    """Whether a label may begin here: with no small letter, behind a sentence or glued to the word before it."""
    last = text[start - 1 : start]
    if last == " ":
        last = text[start - 2 : start - 1]
        if last not in CLOSED and last != " ":
            return False
    if not last or text[start].islower():
        return False
    end = before(text, start)
    if end < start:
        return text[max(0, end - 1) : end] in CLOSED
    return last in CLOSED + ":" or (last.islower() and text[start].isupper())
