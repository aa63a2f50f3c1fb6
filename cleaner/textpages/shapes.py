"""What a unit of a page looks like by itself: yes-or-no features, most of them independent of the language."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from cleaner.lazy import lazy
from cleaner.text.scripts import HANGUL, UNSPACED
from cleaner.textpages.kinds import FOREIGN, MARKUP, NUMBER, SEPARATOR, initials, time_at
from cleaner.words import words

LENGTHS = (1, 10, 20, 35, 50, 70, 100, 140, 200, 300, 500, 900)
"""Bounds of the classes of length, in characters; one of a script without case or spaces counts for two."""

CAPITALS = (0.15, 0.35, 0.6, 0.9)
"""Bounds of the classes of the share of words with a capital."""

FUNCTION = (1e-9, 0.1, 0.2, 0.3)
"""Bounds of the classes of the share of words that are among the page's most frequent short ones."""

NAMES = (
    "heading", "table", "quoted", "number", "bullet", "unlinked address", "little linked", "half linked", "all linked",
    "1 address", "addresses", "dense addresses",
    *(f"length {bound}" for bound in (0, *LENGTHS)),
    "dots", "ends short", "ends", "ends long", "colon", "long without end", "1 inner end", "2 inner ends",
    "4 inner ends", "1 comma", "2 commas", "quotation",
    *(f"capitals {bound}" for bound in (0, *CAPITALS)),
    "all capitals", "lower-case start", "few digits", "digits", "many digits", "year or time", "separators",
    "copyright", "at sign", "boilerplate", "long boilerplate", "stamp", "credit",
    *(f"function words {bound}" for bound in (0, *FUNCTION)),
    "repeated", "gap", "no gap",
)  # fmt: skip
"""The features by number.  Those that a unit has are the bits of one number; weights are added up in this order."""

BIT = {name: 1 << number for number, name in enumerate(NAMES)}

_SIZES = [BIT[f"length {bound}"] for bound in (0, *LENGTHS)]
_SHARES = [BIT[f"capitals {bound}"] for bound in (0, *CAPITALS)]
_WIDE = lazy(f"[{UNSPACED}{HANGUL}]")
_SPACELESS = lazy(f"[{UNSPACED}]")
_SENTENCE_END = lazy(r"[.!?。！？．।۔؟][\"'”’»›）)\]」』]{0,3}$")
_DOTS = lazy(r"(?:…|\.\.\.?)[\"'”’»)\]]{0,2}$")
_STOPS = (".", "!", "?")
_LAST = 6
"""How many characters from the end of a unit say how it ends."""

_INNER = lazy(r"\.[\"'”’»)]{0,2} {1,3}[^\W\d_]")
_INNER_ANY = lazy(r"[.!?؟।。！？](?:(?<=[。！？])|[\"'”’»)]{0,2} {1,3}[^\W\d_])")
_DIGIT = lazy(r"\d")
_TIME = lazy(r"\d(?:[:.h]\d\d|(?<!\w.)(?:(?<=1)9|(?<=2)0)\d\d\b)")
_MARKS = {"#": BIT["heading"], "|": BIT["table"], ">": BIT["quoted"]}
_SENTENCE, _SCRIPT, _LONG = 60, 60, 100
_KEY, _PHRASE = 4, 40


class Unit(NamedTuple):
    """A line or sentence: its words as a reader sees them, what the marks around them say, and its shape.

    ``size`` is the length of ``text``, doubled in scripts whose characters stand for more than a letter; ``linked``
    the share of it that is the text of links, ``targets`` the number of addresses, ``mark`` the bullet, heading or
    table sign in front.  ``own`` are the features that it has by itself, ``tokens`` its words in lower case; it is
    ``closed`` when it ends as a sentence does, ``whole`` when it is long enough to be one besides, and ``announced``
    when it begins with a phrase of chrome, stamps or credits.
    """

    text: str
    size: int = 0
    linked: float = 0.0
    targets: int = 0
    mark: str = ""
    own: int = 0
    tokens: Sequence[str] = ()
    closed: bool = False
    whole: bool = False
    announced: bool = False


def unit(text: str, linked: int, targets: int, mark: str, kinds: bytes) -> Unit:
    """The unit with ``text``, of which ``linked`` characters are links and the bytes are of some ``kinds``."""
    share = linked / max(1, len(text)) if linked else 0.0
    own = _marks(text, share, targets, mark) if mark or targets else 0
    if not text:
        return Unit("", 0, share, targets, mark, own | _SIZES[0])
    foreign, closed = FOREIGN in kinds, False
    size = 2 * len(text) if foreign and _WIDE.search(text) else len(text)
    lower = text.lower()
    tokens = tokens_of(lower) if foreign else lower.split()
    own |= _SIZES[bisect_right(LENGTHS, size)]
    own |= _words(text, len(text.split()) if tokens is lower else len(tokens))
    if not text[-1].isalnum():
        closed = ends_sentence(text)
        own |= _end(text[-_LAST:], size, closed)
    elif size >= _LONG:
        own |= BIT["long without end"]
    if not kinds.isalpha():
        if size > 40:
            own |= _inside(text, foreign)
        if foreign or NUMBER in kinds:
            own |= _digits(text, kinds, foreign)
        own |= _signs(text, kinds)
    begins = _begins(lower[:_PHRASE], size)
    whole = closed and len(text) >= _SENTENCE
    return Unit(text, size, share, targets, mark, own | begins, tokens, closed, whole, begins > 0)


def tokens_of(lower: str) -> Sequence[str]:
    """The words of a text, or its characters where words are not parted by spaces."""
    return lower if not lower.isascii() and _SPACELESS.search(lower, 0, _SCRIPT) else lower.split()


def _marks(text: str, linked: float, targets: int, mark: str) -> int:
    have = 0
    if mark:
        have = _MARKS.get(mark) or BIT["number" if mark.isdigit() else "bullet"]
    if targets:
        have |= BIT[
            "unlinked address"
            if linked < 0.05
            else "little linked"
            if linked < 0.4
            else "half linked"
            if linked < 0.9
            else "all linked"
        ]
        have |= BIT["1 address" if targets == 1 else "addresses"]
        if targets * 60 > len(text):
            have |= BIT["dense addresses"]
    return have


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends with a full stop or the like, quotation marks and brackets behind it apart."""
    return text.endswith(_STOPS) or _SENTENCE_END.search(text[-_LAST:]) is not None


def _end(last: str, size: int, closed: bool) -> int:
    if ("…" in last or ".." in last) and _DOTS.search(last):
        return BIT["dots"]
    if closed:
        return BIT["ends short" if size < 35 else "ends" if size < _LONG else "ends long"]
    if last[-1] in ":：":
        return BIT["colon"]
    return BIT["long without end"] if size >= _LONG else 0


def _inside(text: str, foreign: bool) -> int:
    have = 0
    stops = _INNER_ANY.findall(text) if foreign else _INNER.findall(text.replace("!", ".").replace("?", "."))
    if inner := len(stops):
        have = BIT["1 inner end" if inner == 1 else "2 inner ends" if inner < 4 else "4 inner ends"]
    commas = text.count(",")
    if foreign:
        commas += text.count("、") + text.count("،") + text.count("，")
    if commas:
        have |= BIT["1 comma" if commas == 1 else "2 commas"]
    return have | BIT["quotation"] if text[0] in '"“„«‘「『—–' else have


def _words(text: str, words: int) -> int:
    upper, lower = initials(text, words)
    if not upper + lower:
        return 0
    have = _SHARES[bisect_right(CAPITALS, upper / (upper + lower))] if words > 2 else 0
    if upper and not lower and text.isupper():
        have |= BIT["all capitals"]
    return have | BIT["lower-case start"] if lower and text.lstrip()[0].islower() else have


def _digits(text: str, kinds: bytes, foreign: bool) -> int:
    count = len(_DIGIT.findall(text)) if foreign else kinds.count(NUMBER)
    if not count:
        return 0
    share = count / len(text)
    have = BIT["few digits" if share < 0.08 else "digits" if share < 0.25 else "many digits"]
    at = 0 if foreign else time_at(text, kinds)
    return have | BIT["year or time"] if at >= 0 and _TIME.search(text, at) else have


def _signs(text: str, kinds: bytes) -> int:
    have = 0
    if SEPARATOR in kinds:
        have = BIT["at sign"] if "@" in text else 0
        if "|" in text or " > " in text:
            have |= BIT["separators"]
    if MARKUP in kinds and "(c) 20" in text:
        have |= BIT["copyright"]
    if not text.isascii():
        if "›" in text or ("·" in text and " · " in text) or ("•" in text and " • " in text):
            have |= BIT["separators"]
        if "©" in text:
            have |= BIT["copyright"]
    return have


@cache
def _phrases() -> tuple[dict[str, int], dict[str, frozenset[int]]]:
    """The phrases that lines of chrome, stamps and credits begin with, and for the first four letters of these how long
    they may be.
    """
    keys = {
        "boilerplate": (
            "related_block", "related_label", "share_button", "share_line", "share_prompt", "page_label",
            "comments_prompt", "comments_label", "newsletter_prompt", "paywall_notice", "advert_label",
            "advert_prompt", "tail_label", "page_notice", "rights_reserved", "rights_forbidden", "follow_verb",
            "gallery_label", "player_control",
        ),
        "stamp": ("byline_label", "published_label", "updated_label", "author_by", "reading_time_label"),
        "credit": ("credit_label", "caption_label", "photo_agency"),
    }  # fmt: skip
    phrases: dict[str, int] = defaultdict(int)
    sizes: dict[str, set[int]] = defaultdict(set)
    for name, lists in keys.items():
        for word in map(str.lower, words(*lists)):
            phrases[word] |= BIT[name]
            sizes[word[:_KEY]].add(len(word))
    return dict(phrases), {first: frozenset(found) for first, found in sizes.items()}


_NONE, _FEW = frozenset[int](), frozenset(range(1, _KEY))


def _begins(lower: str, size: int) -> int:
    phrases, sizes = _phrases()
    first, have = lower[:_KEY], 0
    possible = sizes.get(first, _NONE)
    if len(first) < _KEY or not first.isalpha():
        possible |= _FEW
    for end in possible:
        if not lower[end : end + 1].isalpha():
            have |= phrases.get(lower[:end], 0)
    return have ^ BIT["boilerplate"] ^ BIT["long boilerplate"] if size >= 80 and have & BIT["boilerplate"] else have
