"""Lines that describe a picture, told by their words, where no label or credit does."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from cleaner.lazy import lazy
from cleaner.rules.media._lists import ITEM, LEAD
from cleaner.text.beginnings import Anywhere
from cleaner.text.stops import ends_sentence
from cleaner.words import any_of, words

_OPEN_END = frozenset(".!?…:;,。！？।۔؟–—-")
_CLOSING = "\"”’“‘'»«)]」』"
_TELLS = lazy(
    r"(?<!\w)(?:said|says|told|tells|asked|added|was|were|had|did|will|would|may|might|must"
    r"|(?:is|are) (?:planned|expected|due|set|likely))(?!\w)"
)
_BREAK = lazy(r"[.!?](?<![A-Z].)(?<!\b[A-Z][a-z].)(?<!\b[A-Z][a-z]{2}.)[\"”’']?\s+[^\W\d_a-z]")
_TOLD = lazy(r"\((?:pictured|left|right)[^()]{0,40}\) (?:was|were|had|earned)(?!\w)|^By \w+ing(?!\w)")
_ARTICLE = lazy(r"(?<!\w)(?:a|an|the|his|her|their)(?!\w)", re.IGNORECASE)
_ADDRESSED = lazy(r"(?<!\w)(?:[Yy]ou|[Yy]ours?|[Ww]e|[Oo]ur|I|[Mm]y)(?!\w)")
_QUOTED = lazy(r"[\"“”„«»‘]|(?<!\w)'")
_ENDING, _EARLY = 60, 100
"""Characters: more than the longest word that ends a caption has; within which a caption says what is seen."""

_FEWEST, _SHORT, _HEADING, _LEADING = 3, 4, 9, 13
"""Words: the fewest of a caption, the most of a short one; what has more is no heading, and no heading with a colon."""


class _Evidence(NamedTuple):
    """What opens a caption, marks it, tells of a scene; what labels another thing; what ends a caption."""

    opening: re.Pattern[str]
    mark: re.Pattern[str]
    scene: re.Pattern[str]
    label: re.Pattern[str]
    ending: re.Pattern[str]


@cache
def _evidence() -> _Evidence:
    label = any_of("related_label", "related_capitals", "media_label", "kicker", "media_tag", "gallery_label")
    return _Evidence(
        lazy(rf"{any_of('caption_opening')}(?!\w)"),
        lazy(any_of("caption_mark"), re.IGNORECASE),
        lazy(rf"(?<!\w){any_of('caption_verb')}(?!\w)|(?<= )being \w+(?:ed|en)\b|(?<= )purport(?:edly|ing)\b"),
        lazy(rf"{label}\s?[:：|–-]", re.IGNORECASE),
        lazy(rf"(?<=\w )\(?{any_of('caption_ending')}\)?$", re.IGNORECASE),
    )


@cache
def _marks() -> Anywhere:
    return Anywhere(words("caption_mark"))


def named(text: str) -> bool:
    """Whether a line of a few words says that it is about a picture: "Harbour video screenshot"."""
    return len(text.split()) <= _SHORT and _evidence().ending.search(text.strip()) is not None


def marked(text: str) -> bool:
    """Whether a line opens as captions do, or holds a word that marks one."""
    known = _evidence()
    return known.opening.match(text) is not None or known.mark.search(text) is not None


@lru_cache(maxsize=256)  # the same lines are looked at in each round
def shown(text: str) -> bool:
    """Whether a line describes a picture and is neither heading nor sentence."""
    text = text.strip()
    count = len(text.split())
    if count < _FEWEST or text[-1] in _OPEN_END:
        return False
    opening, mark, _, label, ending = _evidence()
    opens = opening.match(text) or ending.search(text, max(0, len(text) - _ENDING))
    marks = not opens and count > _SHORT and _marks().within(text) and mark.search(text)
    if not opens and not marks and count <= _HEADING:
        return False
    quoted = text[-1] in _CLOSING
    if (quoted and ends_sentence(text)) or ITEM.match(text) or text[:1].islower():
        return False
    breaks = 0 if opens else len(_BREAK.findall(text))
    if breaks > 1 or "(@" in text or (_ADDRESSED.search(text) and not _QUOTED.search(text)):
        return False  # several sentences; a post quoted with its signature; a word to the reader
    if not opens and not marks:
        lead = LEAD.fullmatch(text) if count >= _LEADING else None
        leads = lead is not None and not _titled(lead["rest"])
        if not leads and (quoted or breaks or not _scene(text, count)):
            return False
    return bool(opens) or not (label.match(text) or _TOLD.search(text))


def _scene(text: str, count: int) -> bool:
    """Whether a line of ``count`` words tells in the present tense what is to be seen."""
    scene = _evidence().scene.search(text, 0, _EARLY) if count > _HEADING and not _titled(text) else None
    return scene is not None and not _TELLS.search(text, 0, scene.start()) and _ARTICLE.search(text) is not None


def _titled(text: str) -> bool:
    """Whether most words begin with a capital, as in a headline."""
    words = [word for word in text.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) * 2 > len(words)
