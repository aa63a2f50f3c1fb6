"""What a unit of a page looks like: yes-or-no features, most of them independent of the language."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from cleaner.lazy import lazy
from cleaner.wholepage.kinds import FOREIGN, NUMBER, initials, may_time
from cleaner.wholepage.units import Look, Unit
from cleaner.words import words

LENGTHS = (1, 10, 20, 35, 50, 70, 100, 140, 200, 300, 500, 900)
"""Bounds of the classes of length, in characters; one of a script without case or spaces counts for two."""

CAPITALS = (0.15, 0.35, 0.6, 0.9)
"""Bounds of the classes of the share of words with a capital."""

FUNCTION = (1e-9, 0.1, 0.2, 0.3)
"""Bounds of the classes of the share of words that are among the page's most frequent short ones."""

NAMES = (
    *(f"length {bound}" for bound in (0, *LENGTHS)),
    *(f"capitals {bound}" for bound in (0, *CAPITALS)),
    *(f"function words {bound}" for bound in (0, *FUNCTION)),
    "ends short", "ends", "ends long", "dots", "colon", "long without end", "1 inner end", "2 inner ends",
    "4 inner ends", "1 comma", "2 commas", "all capitals", "lower-case start", "few digits", "digits", "many digits",
    "year or time", "heading", "table", "quoted", "number", "bullet", "unlinked address", "little linked",
    "half linked", "all linked", "1 address", "addresses", "dense addresses", "separators", "copyright", "at sign",
    "repeated", "quotation", "boilerplate", "long boilerplate", "stamp", "credit", "gap", "no gap",
)  # fmt: skip
"""The features by number."""

N = {name: number for number, name in enumerate(NAMES)}
_CAPITALS, _FUNCTION = len(LENGTHS) + 1, len(LENGTHS) + len(CAPITALS) + 2

_SPACELESS = lazy(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE_END = lazy(r"[.!?。！？．।۔؟][\"'”’»›）)\]」』]{0,3}$")
_DOTS = lazy(r"(?:…|\.\.\.?)[\"'”’»)\]]{0,2}$")
_STOPS = (".", "!", "?")
_LAST = 6
"""How many characters from the end of a unit say how it ends."""

_INNER = lazy(r"[.!?؟।。！？](?:(?<=[。！？])|[\"'”’»)]{0,2} {1,3}[^\W\d_])")
_DIGIT = lazy(r"\d")
_TIME = lazy(r"\d(?:[:.h]\d\d|(?<!\w.)(?:(?<=1)9|(?<=2)0)\d\d\b)")
_MARKS = {"#": N["heading"], "|": N["table"], ">": N["quoted"]}
_TOP, _SHORT = 40, 4
_SENTENCE, _COUNTED = 60, 2000
_LABEL, _KEPT = 80, 4096
_KEY, _PHRASE = 4, 40


class Shape(NamedTuple):
    """What a unit looks like by itself: its features but that of its function words, its words in lower case, and
    whether it is a whole sentence.
    """

    have: tuple[int, ...]
    tokens: Sequence[str]
    sentence: bool


_Phrases = dict[str, list[tuple[str, int]]]


@cache
def _phrases() -> tuple[_Phrases, _Phrases]:
    """The phrases that lines of chrome, stamps and credits begin with, by their first four letters; those that have
    fewer by their first, the shortest first.
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
    long: _Phrases = {}
    short: _Phrases = {}
    for name, lists in keys.items():
        for word in map(str.lower, words(*lists)):
            table, key = (long, word[:_KEY]) if len(word) >= _KEY else (short, word[0])
            table.setdefault(key, []).append((word, N[name]))
    for known in short.values():
        known.sort(key=lambda phrase: len(phrase[0]))
    return long, short


def announced(text: str) -> bool:
    """Whether a line begins with a phrase that lines of chrome, stamps or credits begin with."""
    return bool(_begins(text[:_PHRASE].lower()))


def _begins(text: str) -> set[int]:
    long, short = _phrases()
    known = [*long.get(text[:_KEY], ()), *short.get(text[:1], ())]
    return {kind for word, kind in known if text.startswith(word) and not text[len(word) : len(word) + 1].isalpha()}


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends with a full stop or the like, quotation marks and brackets behind it apart."""
    return text.endswith(_STOPS) or _SENTENCE_END.search(text[-_LAST:]) is not None


def features(units: Sequence[Unit], by_line: bool) -> list[tuple[int, ...]]:
    """The numbers of the features that each unit has."""
    seen = Counter([unit.text for unit in units])
    shapes = [_label(unit[2:]) if len(unit.text) <= _LABEL else _shape(unit[2:]) for unit in units]
    top = _function_words(units, shapes)
    found, last = [], -1
    for (start, end, text, _, _, _, _, _), (own, tokens, _) in zip(units, shapes, strict=True):
        have = own
        if top and tokens:
            share = sum(map(top.__contains__, tokens)) / len(tokens)
            have += _FUNCTION_WORDS[bisect_right(FUNCTION, share)]
        if seen[text] > 1:
            have += _REPEATED
        if by_line and last >= 0:
            have += _GAP if start - last > 1 else _NO_GAP
        last = end
        found.append(have)
    return found


_COMMA, _COMMAS = N["1 comma"], N["2 commas"]
_REPEATED, _GAP, _NO_GAP = (N["repeated"],), (N["gap"],), (N["no gap"],)
_FUNCTION_WORDS = [(_FUNCTION + at,) for at in range(len(FUNCTION) + 1)]


def _tokens(lower: str) -> Sequence[str]:
    return lower if not lower.isascii() and _SPACELESS.search(lower, 0, _SENTENCE) else lower.split()


def _function_words(units: Sequence[Unit], shapes: Sequence[Shape]) -> frozenset[str]:
    """The page's most frequent short words in whole sentences; characters where words are not parted by spaces."""
    counts = Counter(
        chain.from_iterable(
            tokens if len(unit.text) <= _COUNTED else _tokens(unit.text[:_COUNTED].lower())
            for unit, (_, tokens, sentence) in zip(units, shapes, strict=True)
            if sentence
        )
    )
    known: Collection[str] = [word for word, count in counts.items() if count > 1]
    known = known if len(known) >= _TOP else counts
    most = sorted(known, key=counts.__getitem__, reverse=True)[:_TOP]
    return frozenset([word for word in most if len(word) <= _SHORT and word[0].isalpha()])


def _shape(look: Look) -> Shape:
    text, size, linked, targets, mark, kinds = look
    have = _marks(text, linked, targets, mark)
    if not text:
        return Shape((*have, 0), (), False)
    lower, ends, foreign = text.lower(), ends_sentence(text), FOREIGN in kinds
    tokens = _tokens(lower) if foreign else lower.split()
    have.append(bisect_right(LENGTHS, size))
    have.extend(_ends(text, size, ends))
    if size > 40:
        commas = text.count(",")
        if foreign:
            commas += text.count("、") + text.count("،") + text.count("，")
        if commas:
            have.append(_COMMA if commas == 1 else _COMMAS)
        if text[0] in '"“„«‘「『—–':
            have.append(N["quotation"])
    have.extend(_words(text, kinds, len(text.split()) if tokens is lower else len(tokens)))
    have.extend(_digits(text, kinds))
    have.extend(_signs(text))
    for kind in _begins(lower[:_PHRASE]):
        have.append(N["long boilerplate"] if kind == N["boilerplate"] and size >= 80 else kind)
    return Shape(tuple(have), tokens, ends and len(text) >= _SENTENCE)


_label = lru_cache(maxsize=_KEPT)(_shape)
"""The same for short units, of which the pages of one site share many."""


def _ends(text: str, size: int, ends: bool) -> list[int]:
    have = []
    last = text[-_LAST:]
    if ("…" in last or ".." in last) and _DOTS.search(last):
        have.append(N["dots"])
    elif ends:
        have.append(N["ends short"] if size < 35 else N["ends"] if size < 100 else N["ends long"])
    elif last[-1] in ":：":
        have.append(N["colon"])
    elif size >= 100:
        have.append(N["long without end"])
    inner = len(_INNER.findall(text)) if size > 40 else 0
    if inner:
        have.append(N["1 inner end"] if inner == 1 else N["2 inner ends"] if inner < 4 else N["4 inner ends"])
    return have


def _words(text: str, kinds: bytes, words: int) -> list[int]:
    have = []
    upper, lower = initials(text, kinds, words)
    if upper + lower:
        if words > 2:
            have.append(_CAPITALS + bisect_right(CAPITALS, upper / (upper + lower)))
        if upper and not lower and text.isupper():
            have.append(N["all capitals"])
        if text.lstrip()[0].islower():
            have.append(N["lower-case start"])
    return have


def _digits(text: str, kinds: bytes) -> list[int]:
    foreign = FOREIGN in kinds
    count = len(_DIGIT.findall(text)) if foreign else kinds.count(NUMBER)
    if not count:
        return []
    share = count / len(text)
    have = [N["few digits"] if share < 0.08 else N["digits"] if share < 0.25 else N["many digits"]]
    if (foreign or may_time(kinds)) and _TIME.search(text):
        have.append(N["year or time"])
    return have


def _signs(text: str) -> list[int]:
    have = []
    if "|" in text or "›" in text or " · " in text or " • " in text or (">" in text and " > " in text):
        have.append(N["separators"])
    if "©" in text or "(c) 20" in text:
        have.append(N["copyright"])
    if "@" in text:
        have.append(N["at sign"])
    return have


def _marks(text: str, linked: float, targets: int, mark: str) -> list[int]:
    have = []
    if mark:
        have.append(_MARKS.get(mark) or (N["number"] if mark.isdigit() else N["bullet"]))
    if targets:
        have.append(
            N["unlinked address"]
            if linked < 0.05
            else N["little linked"]
            if linked < 0.4
            else N["half linked"]
            if linked < 0.9
            else N["all linked"]
        )
        have.append(N["1 address"] if targets == 1 else N["addresses"])
        if targets * 60 > len(text):
            have.append(N["dense addresses"])
    return have
