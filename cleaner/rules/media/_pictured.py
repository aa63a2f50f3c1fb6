"""Sentences that say what a picture shows: somebody does something that is seen, in the present tense."""

from __future__ import annotations

import re
from functools import cache

from cleaner.lazy import lazy
from cleaner.words import any_of, words

LONGEST = 350
"""Characters of a caption."""

_SHORTEST, _NAME = 35, 40
_END = lazy(
    r"(?P<stop>[.!?])(?<=[^\s_A-Z].)[\"”’')]{0,2}(?=\s|$|[A-Z“\"][a-z’]|[A-Z]{2}|A [a-z]|\d{1,2} [A-Z]|\()"
    r"|\.(?<=[A-Z].)(?=[A-Z][a-z]{2}|A [a-z]|\()|\n|[A-Z]{3}(?=[A-Z][a-z])"
)
_LOOSE = lazy(rf"[A-Z](?P<stop>\.) (?:(?P<opener>{any_of('sentence_opener')}(?!\w))|[A-Z])")
"""A capital with a full stop, of an abbreviation, which may end a sentence as well."""

_VERB = lazy(rf" {any_of('picture_verb')}(?![\w’'])")
_BEFORE, _WORD = lazy(r"([\w’']{1,40})[”\")]?,?$"), 40
_NOT_BEFORE = frozenset(("to", "will", "would", "can", "could", "may", "might", "must", "should", "shall", "not", "who",
                         "which", "that", "did", "does", "do", "didn’t", "didn't", "i", "we", "you", "it"))  # fmt: skip
_TOLD = lazy(
    r"[@#]|(?<!\w)(?:said|says|told|asked|according|announced|will|would|I|we|you|if|has been|have been)(?!\w)"
)
_PAST = lazy(r"(?<!\w)(?:was|were|had|has|have|did|called|became|went|came|took|told|began|made)(?!\w)")


def begin_of(text: str, at: int) -> int:
    """Where the sentence begins in which ``at`` is (in characters); `LONGEST` in front of it, if no other place."""
    first = max(0, at - LONGEST)
    ends = reversed(list(_END.finditer(text, first, at)))
    return next((match.end() for match in ends if not _shortened(text, match)), first)


def end_of(text: str, at: int) -> int:
    """Where the sentence ends in which ``at`` is; 0 where that cannot be seen."""
    limit = at + LONGEST
    ends = (match.end() for match in _END.finditer(text, at, limit) if not _shortened(text, match))
    end = next(ends, len(text) if len(text) <= limit else 0)
    loose = _LOOSE.search(text, at, end)
    if loose and loose["opener"]:
        return loose.start("stop") + 1
    return 0 if loose and end - loose.end() > _NAME else end


def verb_before(text: str, at: int) -> bool:
    """Whether a verb that tells what is seen stands at most `LONGEST` characters in front of ``at``: a cheap test."""
    return _verb(text[max(0, at - LONGEST) : at], LONGEST) > 0


def pictured(sentence: str, until: int | None = None) -> bool:
    """Whether a sentence says what a picture shows, with a verb of its first ``until`` characters."""
    bare = sentence.strip()
    if not (_SHORTEST <= len(bare) <= LONGEST and bare[0].isupper()):
        return False
    verb = _verb(sentence, len(sentence) if until is None else until)
    return verb > 0 and not _TOLD.search(bare) and not _PAST.search(sentence, 0, verb)


def present(sentence: str) -> bool:
    """Whether nothing in a sentence is told as past, to come, or said by somebody."""
    return sentence.lstrip()[:1].isupper() and not _TOLD.search(sentence) and not _PAST.search(sentence)


def _verb(sentence: str, until: int) -> int:
    """Where the first verb ends that tells what is seen; 0 without one."""
    past = 0
    for verb in _VERB.finditer(sentence, 0, until):
        word = _BEFORE.search(sentence, max(past, verb.start() - _WORD), verb.start())
        if word and word[1].lower() not in _NOT_BEFORE:
            return verb.end()
        past = verb.end() if word else past
    return 0


def _shortened(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop belongs to an abbreviation."""
    if match["stop"] != "." or not text[match.end() : match.end() + 1].isspace():
        return False
    return re.split(r"[\s(]", text[max(0, match.start() - 20) : match.start()])[-1] in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(words("abbreviation"))
