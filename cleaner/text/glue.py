"""Where a label, and the title behind it, end that line breaks no longer part from the story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.lazy import lazy
from cleaner.text.scripts import HAN, KANA
from cleaner.text.stops import STOPS
from cleaner.words import any_of, by_language, words

_SHORT, _TITLE, _STORY, _LOUD = 70, 4, 20, 3
"""Characters: the longest question behind a label, the shortest title, what must follow it, the longest short form."""

_OPENING = any_of("sentence_opener")
_STOP = lazy(rf"(?:(?<=[^\W_][^\W_])|(?<=[\"”’»)\]%]))[.!?…]{{1,3}}[\"”’»)\]]{{0,2}}(?=\s|$|[“«])|[。！？{STOPS}؟]")
_OPENER = lazy(
    rf"(?<=[\w?!;%\"”’»)\]])(?P<blank>[ \u00a0]?)(?P<word>{_OPENING})(?=[ \u00a0](?P<next>\S))|(?<=\w)[“„«]"
    r"|(?<![^\W_])(?P<left>[^\W\d_A-ZÀ-Þ]{3,20})(?=[^\W\d_a-zß-ÿ][^\W\d_A-ZÀ-Þ]{2})"
)

_TWO = lazy(r"[^\W\d_A-ZÀ-ÞА-Я]\s+[^\W\d_a-zß-ÿа-я][^\W_]*\s+[a-zß-ÿа-яą-ż]")
_AHEAD = lazy(rf"[ \u00a0]{{0,2}}(?:(?P<word>{_OPENING})[ \u00a0](?P<next>\S)|[“„«]|$)")
_EAST = f"[{KANA}{HAN}]"
_EASTERN = lazy(rf"(?<={_EAST})[ \u00a0\u3000](?=[「『“]?{_EAST})")
_LAST = {"all", "here", "last", "less", "more", "most", "now", "once", "that", "then", "this", "two", "yet"}
_LINKS = {"of", *(word.lower() for word in words("sentence_opener"))} - _LAST
"""Small words with which no title ends: articles, prepositions, …"""

_ARROWS = lazy(r"(?:[ \u00a0]?[>»›→]{1,20})?")
_OTHERWISE = frozenset(("I", "E", "Y", "S", "Z", "Other", "More"))
"""Words that are names and signs as well, wherever they stand."""

_TIMED = lazy(
    r"[ \u00a0]?[:：]?[ \u00a0]?\d{1,3}[ \u00a0]"
    r"(?i:min|мин|хв|хвил|dak|perc|menit|λεπ|phút)\w{0,8}\.?(?= [^\W_a-zß-ÿа-я])"
)
"""How long something takes to read."""

_GERMAN = frozenset(by_language("sentence_opener")["de"])
"""Words that open sentences in a language in which a capital behind them need not be a name's."""


def ends(text: str, said: int, limit: int) -> Iterator[int]:
    """Where a piece of a line, of which a label ends at ``said``, may end before ``limit``; the likeliest place first.

    At the end of the text, before a word that opens sentences, glued to such a word, or behind a question.
    """
    said = _ARROWS.match(text, said).end()  # type: ignore[union-attr]
    if _opens(text, said):
        yield said
    if timed := _TIMED.match(text, said):
        yield timed.end()
    if eastern := _EASTERN.search(text, said - 1, limit):
        yield eastern.start()
    stop = _STOP.search(text, said, limit)
    end = stop.end() if stop else len(text) if len(text) <= limit else -1
    cut = _cut(text, said, end if end > 0 else limit)
    if cut > 0:
        yield cut
    elif not cut and stop:
        yield from _behind(text, said, stop, limit)
    elif not cut and end > 0:
        yield end


def _behind(text: str, said: int, stop: re.Match[str], limit: int) -> Iterator[int]:
    """Where a title of two sentences ends, or one that a question or a call ends."""
    end = stop.end()
    second = _STOP.search(text, end, limit)
    cut = _cut(text, end, second.start() if second else limit)
    if cut > 0:
        yield cut
    if text[stop.start()] in "?!" and end - said <= _SHORT and _alone(text[said:end]):
        yield end


def before_next(text: str, said: int, end: int) -> int:
    """Where a sentence that says a set phrase up to ``said`` ends: at ``end``, or where the next one is glued to it."""
    if _opens(text, said):
        return said
    cut = _cut(text, said, end, 0)
    return cut if cut > 0 else end


def _opens(text: str, at: int) -> bool:
    """Whether a sentence may open behind the blank at ``at``, or nothing stands there."""
    ahead = _AHEAD.match(text, at)
    return ahead is not None and (not ahead["word"] or ahead["word"] in _GERMAN or not ahead["next"].isupper())


def _alone(text: str) -> bool:
    """Whether a question or call is no title with the next sentence behind it: no capital opens words in small letters
    behind such ones, and none is in capitals; in scripts without these nobody can tell.
    """
    loud = any(len(word) > _LOUD and word.isupper() for word in text.split())
    return text != text.upper() and not loud and not _TWO.search(text)


def _cut(text: str, said: int, limit: int, least: int = _TITLE) -> int:
    """Where a word that opens sentences ends a title of ``least`` characters behind ``said``; 0 without such a word, -1
    where it may not.
    """
    for match in _OPENER.finditer(text, said + 2, limit):
        at = match.start()
        if match["left"]:
            if match["left"].islower() and text[match.end()].isupper():
                return match.end()
            continue
        if match["word"] is None:
            return at
        last = text[:at].rsplit(None, 1)[-1]
        if not match["blank"]:
            if text[at - 1].islower() or text[at - 1].isdigit():
                return at if len(match["word"]) > 1 and at - said >= least else -1
            continue
        if match["word"] in _OTHERWISE:
            continue
        if not (match["next"].islower() or (match["word"] in _GERMAN and last.islower() and len(last) > _LOUD)):
            continue
        return -1 if at - said < least or last in _LINKS or limit - at < _STORY else at
    return 0
