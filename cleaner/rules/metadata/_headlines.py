"""What a headline looks like, above its story and without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from cleaner.document import Line
from cleaner.lazy import lazy
from cleaner.text.beginnings import Anywhere
from cleaner.text.dates import time_pattern
from cleaner.text.headings import folded, words_in
from cleaner.text.prose import closed, prose, starts, wide
from cleaner.text.scripts import EASTERN
from cleaner.text.stops import STOPS
from cleaner.words import any_of, words
from cleaner.words.alternation import alternation

_SHORTEST, _SHORTEST_WIDE, _MOST = 18, 8, 30
_LONGEST, _LONGEST_WIDE = 115, 80
_LONGEST_TOLD = 125
_SHORT_LABEL = 4
"""Characters; so short a word before a date, as the French "Le" or "Data", opens headlines too."""

_UNWRAPPED, _WHOLE = 90, 300
_TRAIL = lazy(r"(?:[.…]{2,6}|…|[!?]\s?[!?.]{1,4}|\s[!?]|\s[–-])\s{0,9}$")
_PARTS = (
    ("|–—-", lazy(r"\s{1,9}[|–—-]\s{1,9}[^|]{2,50}$")),
    (")", lazy(r"\s{0,9}\([^()]{2,30}\)$")),
    (":", lazy(r"^[^:]{2,30}:\s+")),
)
"""What a title may have too much, and the signs of which each holds one."""

_CLOSED = ".,;:…。、：-–—)" + STOPS
"""What no headline ends with."""

_ITEMS = ("- ", "* ", "• ", "– ", "— ")
_WORDS = lazy(r"[^\W\d_]{4,}")
_KICKED = lazy(r"^[^:]{4,45}: ")
_PAIRS = lazy(f"(?=([{EASTERN}]{{2}}))")
_SHUT = frozenset(")]）】］")
_MARK = lazy(r"\s{0,9}#{1,6}\s{1,9}")
_APPOSITION = lazy(r"^[^,]{5,40}, [A-Z][^,]{5,30}$")
_SENTENCES = lazy(r"[.!?][\"”’»]? +[\"“‘«„]?[^\W\d_a-z]\w* \w+ \w+ ")
_ARTICLES = frozenset(("the", "a", "an", "is", "are", "was", "were", "has", "have", "had", "be", "been", "which"))
"""English words that headlines leave out; two of them make a line the first sentence without its full stop."""


def shorter(title: str) -> Iterator[str]:
    """The title without the outlet behind it, a tag in brackets, or the kicker before it."""
    for signs, part in _PARTS:
        bare = part.sub("", title, count=1) if any(sign in title for sign in signs) else title
        if bare != title and len(bare) >= 20:
            yield bare


def same(text: str, wanted: set[str]) -> bool:
    """Whether a line says one of the ``wanted`` titles (folded), with or without sign, tag, outlet or kicker."""
    text = _MARK.sub("", text) if "#" in text else text
    return folded(text) in wanted or any(folded(part) in wanted for part in shorter(text))


def is_title(first: Line, below: Line) -> bool:
    """Whether ``first`` looks like a headline and ``below`` like the story: the story never passes for a headline."""
    parted = below.index > first.index + 1 or len(below.text) > _UNWRAPPED or wide(first.text)
    goes_on = below.text.lstrip()[:1].islower()
    if not parted or goes_on or len(below.text) <= len(first.text) or not prose(below.text):
        return False
    alone = len(below.text) >= _WHOLE and len(first.doc.head(3)) == 2  # a headline and a story without line breaks
    return is_headline(_TRAIL.sub("", first.text), alone=True) if alone else is_headline(first.text)


def recurs(text: str, story: str) -> bool:
    """Whether a line says what ``story`` tells: half of its longer words, three at least, begin like words of it."""
    said = {word[:5] for word in _WORDS.findall(text.casefold())} or set(_PAIRS.findall(text))
    told = story.casefold()
    found = sum(word in told for word in said)
    return found > 2 and 2 * found >= len(said)


def is_told(text: str) -> bool:
    """Whether a line could be a headline if the story below tells of the same: any line that is no full sentence."""
    text = bare(text)
    if not _SHORTEST_WIDE <= len(text) <= _LONGEST_TOLD or text[-1] in _CLOSED:
        return False
    if not 3 <= words_in(text) <= _MOST or not starts(text) or text[0] in "[(|<#" or _stamped().match(text):
        return False
    if (_plain(text) and not _KICKED.search(text)) or _SENTENCES.search(text) or text.count(": ") > 1:
        return False
    return not (_is_other(text) or _APPOSITION.search(text) or text.startswith(_ITEMS))


def bare(text: str) -> str:
    """A headline without Markdown sign and picture tag, and with single spaces."""
    text = _MARK.sub("", text) if "#" in text else text
    tagged = not _SHUT.isdisjoint(text.rstrip()[-2:])
    return " ".join((tag_pattern().sub("", text) if tagged else text).split())


@cache
def tag_pattern(end: str = "$") -> re.Pattern[str]:
    """A tag such as "(VIDEO)" behind a headline, followed by ``end`` (a regular expression)."""
    opened, shut = r"\s{0,3}[(\[（【［]\s?\+?", r"[)\]）】］][.!]?\s{0,3}"
    return lazy(rf"{opened}{any_of('media_tag')}[^()\[\]（）]{{0,20}}{shut}{end}", re.IGNORECASE)


def is_headline(text: str, *, alone: bool = False) -> bool:
    """Whether a line, taken by itself, looks like a headline; ``alone`` above a story in one line it surely is one,
    also when it holds a cry or a comma before a name."""
    text = bare(text)
    shortest, longest = (_SHORTEST_WIDE, _LONGEST_WIDE) if wide(text) else (_SHORTEST, _LONGEST)
    return shortest <= len(text) <= longest and _reads_like_one(text, alone)


@lru_cache(maxsize=512)  # several rules ask about the first lines
def _reads_like_one(text: str, alone: bool) -> bool:
    if text[-1] in _CLOSED or not 4 <= words_in(text) <= _MOST or closed(text[:-1]) or not starts(text):
        return False
    if _stamped().match(text) or text.count(": ") > 1:
        return False
    if _is_other(text) or (not alone and (_SENTENCES.search(text) or _APPOSITION.search(text))):
        return False
    if text[-1] in "?？":
        return True
    return not _plain(text)


def _plain(text: str) -> bool:
    """Whether a line has articles and small letters as running English has, and headlines have not."""
    found = text.split()
    articles = sum(word.lower() in _ARTICLES for word in found)
    english = found[0] == "A" or any(word.lower() in _ARTICLES and len(word) > 1 for word in found)
    return english and articles > 1 and 2 * sum(word[0].isupper() for word in found) <= len(found)


@cache
def _stamped() -> re.Pattern[str]:
    """How a line of dates or a label of one begins."""
    labels = words("updated_label", "published_label")
    long = alternation([label for label in labels if len(label) > _SHORT_LABEL])
    short = alternation([label for label in labels if len(label) <= _SHORT_LABEL])
    return lazy(rf"{long}(?!\w)|{short}(?= ?[:：]| \d)|\d{{1,2}}[/.:]\d\d", re.IGNORECASE)


@lru_cache(maxsize=512)  # several rules ask about the first lines
def _is_other(text: str) -> bool:
    """Whether a line is a value, caption, credit, the hour of an update or a pointer to a film or a recording."""
    if _notice().match(text) or (_agencies().within(text) and _agency().search(text)):
        return True
    return any(sign.search(text) and pattern.search(text) for sign, pattern in _others())


@cache
def _notice() -> re.Pattern[str]:
    notice = any_of("paywall_notice", "page_notice")
    return lazy(rf"{any_of('media_phrase', 'media_notice')}\W{{0,3}}$|{notice}(?!\w)", re.IGNORECASE)


@cache
def _agencies() -> Anywhere:
    return Anywhere((*words("photo_agency"), "via "))


@cache
def _agency() -> re.Pattern[str]:
    return lazy(rf"(?<!\w)(?:{any_of('photo_agency')}(?!\w)|via \w+\.)", re.IGNORECASE)


@cache
def _others() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """What else is no headline, each behind a sign that it holds."""
    label, comments = any_of("credit_label", "source_label"), any_of("comments_label")
    return (
        (lazy(":"), lazy(r"^[^:]{2,40}:[^\w:]{0,5}\d[\d\W]{0,30}$")),  # a value: "Typical price: $876 - $1,042"
        (lazy(r"\("), lazy(r"\((?:left|right|pictured|centre|center|above|below|file|l|r)\)", re.IGNORECASE)),
        (lazy("[:：]"), lazy(rf"(?<!\w){label} ?[:：]", re.IGNORECASE)),
        (lazy("[/|]"), lazy(rf" [/|] \d{{1,5}} {comments} [/|] ", re.IGNORECASE)),
        (lazy("[©ⓒ]"), lazy("[©ⓒ]")),
        (lazy(r"\d"), lazy(rf"(?<!\w){time_pattern()} ?[A-Z]{{2,4}}$", re.IGNORECASE)),
    )
