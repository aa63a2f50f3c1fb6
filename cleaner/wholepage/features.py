"""What a unit of a page looks like: yes-or-no features, most of them independent of the language."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from cleaner.lazy import lazy
from cleaner.wholepage.units import Unit
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
_LAST = 6
"""How many characters from the end of a unit say how it ends."""

_INNER = lazy(r"[.!?؟।。！？](?:(?<=[。！？])|[\"'”’»)]{0,2} {1,3}[^\W\d_])")
_DIGIT = lazy(r"\d")
_TIME = lazy(r"\d(?:[:.h]\d\d|(?<!\w.)(?:(?<=1)9|(?<=2)0)\d\d\b)")
_SEPARATORS = ("|", "›", " · ", " • ", " > ")
_MARKS = {"#": N["heading"], "|": N["table"], ">": N["quoted"]}
_NOT_UPPER = bytes(byte for byte in range(128) if not chr(byte).isupper())
_NOT_LOWER = bytes(byte for byte in range(128) if not chr(byte).islower())
_TOP, _SHORT = 40, 4
_SENTENCE, _COUNTED = 60, 2000
_LABEL, _KEPT = 80, 4096


class Shape(NamedTuple):
    """What a unit looks like by itself: the features before and behind that of its function words, and its words."""

    before: tuple[int, ...]
    behind: tuple[int, ...]
    tokens: Sequence[str]


@cache
def _phrases() -> tuple[dict[str, list[tuple[str, int]]], tuple[int, ...]]:
    """The phrases that lines of chrome, stamps and credits begin with, by their first letters."""
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
    table: dict[str, list[tuple[str, int]]] = {}
    for name, lists in keys.items():
        for word in words(*lists):
            table.setdefault(word.lower()[:4], []).append((word.lower(), N[name]))
    return table, tuple(sorted({len(key) for key in table}, reverse=True))


def announced(text: str) -> bool:
    """Whether a line begins with a phrase that lines of chrome, stamps or credits begin with."""
    return bool(_begins(text[:40].lower()))


def _begins(text: str) -> set[int]:
    table, sizes = _phrases()
    kinds = set()
    for size in sizes:
        for word, kind in table.get(text[:size], ()):
            if text.startswith(word) and not text[len(word) : len(word) + 1].isalpha():
                kinds.add(kind)
    return kinds


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends with a full stop or the like, quotation marks and brackets behind it apart."""
    return _SENTENCE_END.search(text[-_LAST:]) is not None


def features(units: Sequence[Unit], by_line: bool) -> list[tuple[int, ...]]:
    """The numbers of the features that each unit has."""
    seen = Counter([unit.text for unit in units])
    shapes = [_label(*unit[2:]) if len(unit.text) <= _LABEL else _shape(*unit[2:]) for unit in units]
    top = _function_words(units, shapes)
    found, last = [], -1
    for (start, end, text, *_), (before, behind, tokens) in zip(units, shapes, strict=True):
        have = before
        if top and tokens:
            share = sum(map(top.__contains__, tokens)) / len(tokens)
            have += (_FUNCTION + bisect_right(FUNCTION, share),)
        have += behind
        if seen[text] > 1:
            have += _REPEATED
        if by_line and last >= 0:
            have += _GAP if start - last > 1 else _NO_GAP
        last = end
        found.append(have)
    return found


_REPEATED, _GAP, _NO_GAP = (N["repeated"],), (N["gap"],), (N["no gap"],)


def _tokens(text: str) -> Sequence[str]:
    return text if not text.isascii() and _SPACELESS.search(text, 0, _SENTENCE) else text.split()


def _function_words(units: Sequence[Unit], shapes: Sequence[Shape]) -> frozenset[str]:
    """The page's most frequent short words in whole sentences; characters where words are not parted by spaces."""
    counts = Counter(
        chain.from_iterable(
            shape.tokens if len(unit.text) <= _COUNTED else _tokens(unit.text[:_COUNTED].lower())
            for unit, shape in zip(units, shapes, strict=True)
            if len(unit.text) >= _SENTENCE and ends_sentence(unit.text)
        )
    )
    most = sorted(counts.items(), key=itemgetter(1), reverse=True)[:_TOP]
    return frozenset([word for word, _ in most if len(word) <= _SHORT and word[0].isalpha()])


def _shape(text: str, size: int, linked: float, targets: int, mark: str) -> Shape:
    have = _marks(text, linked, targets, mark)
    if not text:
        return Shape((*have, 0), (), ())
    have.append(bisect_right(LENGTHS, size))
    have.extend(_ends(text, size))
    if size > 40:
        commas = text.count(",")
        if not text.isascii():
            commas += text.count("、") + text.count("،") + text.count("，")
        if commas:
            have.append(N["1 comma"] if commas == 1 else N["2 commas"])
        if text[0] in '"“„«‘「『—–':
            have.append(N["quotation"])
    before = tuple(have)
    have = _words(text)
    have.extend(_digits(text))
    if any(sign in text for sign in _SEPARATORS):
        have.append(N["separators"])
    if "©" in text or "(c) 20" in text:
        have.append(N["copyright"])
    if "@" in text:
        have.append(N["at sign"])
    for kind in _begins(text[:40].lower()):
        have.append(N["long boilerplate"] if kind == N["boilerplate"] and size >= 80 else kind)
    return Shape(before, tuple(have), _tokens(text.lower()))


_label = lru_cache(maxsize=_KEPT)(_shape)
"""The same for short units, of which the pages of one site share many."""


def _ends(text: str, size: int) -> list[int]:
    have = []
    last = text[-_LAST:]
    if last[-1].isalnum():
        if size >= 100:
            have.append(N["long without end"])
    elif _DOTS.search(last):
        have.append(N["dots"])
    elif ends_sentence(last):
        have.append(N["ends short"] if size < 35 else N["ends"] if size < 100 else N["ends long"])
    elif last[-1] in ":：":
        have.append(N["colon"])
    elif size >= 100:
        have.append(N["long without end"])
    inner = len(_INNER.findall(text)) if size > 40 else 0
    if inner:
        have.append(N["1 inner end"] if inner == 1 else N["2 inner ends"] if inner < 4 else N["4 inner ends"])
    return have


def _words(text: str) -> list[int]:
    have = []
    found = text.split()
    first = "".join([word[0] for word in found])
    if first.isascii():
        letters = first.encode()
        upper, lower = len(letters.translate(None, _NOT_UPPER)), len(letters.translate(None, _NOT_LOWER))
    else:
        upper, lower = sum(map(str.isupper, first)), sum(map(str.islower, first))
    if upper + lower:
        if len(found) > 2:
            have.append(_CAPITALS + bisect_right(CAPITALS, upper / (upper + lower)))
        if upper and not lower and text.isupper():
            have.append(N["all capitals"])
        if first[0].islower():
            have.append(N["lower-case start"])
    return have


def _digits(text: str) -> list[int]:
    count = len(_DIGIT.findall(text))
    if not count:
        return []
    share = count / len(text)
    have = [N["few digits"] if share < 0.08 else N["digits"] if share < 0.25 else N["many digits"]]
    if _TIME.search(text):
        have.append(N["year or time"])
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
