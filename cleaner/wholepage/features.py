"""What a unit of a page looks like: yes-or-no features, most of them independent of the language."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import chain

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

_SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
SENTENCE_END = re.compile(r"[.!?。！？．।۔؟][\"'”’»›）)\]」』]{0,3}$")
_DOTS = re.compile(r"(?:…|\.\.\.?)[\"'”’»)\]]{0,2}$")
_INNER = re.compile(r"[.!?؟।][\"'”’»)]{0,2} {1,3}[^\W\d_]|[。！？]")
_DIGIT = re.compile(r"\d")
_TIME = re.compile(r"\d{1,2}[:.h]\d\d|\b(?:19|20)\d\d\b")
_SEPARATOR = re.compile(r"\||(?: [·•>] )|›")
_MARKS = {"#": N["heading"], "|": N["table"], ">": N["quoted"]}
_TOP, _SHORT = 40, 4


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


def _begins(text: str) -> set[int]:
    table, sizes = _phrases()
    kinds = set()
    for size in sizes:
        for word, kind in table.get(text[:size], ()):
            if text.startswith(word) and not text[len(word) : len(word) + 1].isalpha():
                kinds.add(kind)
    return kinds


def features(units: Sequence[Unit], by_line: bool) -> list[list[int]]:
    """The numbers of the features that each unit has."""
    seen = Counter(unit.text for unit in units)
    top = _function_words(units)
    found, before = [], -1
    for unit in units:
        have = _shape(unit, top)
        if seen[unit.text] > 1:
            have.append(N["repeated"])
        if by_line and before >= 0:
            have.append(N["gap"] if unit.start - before > 1 else N["no gap"])
        before = unit.end
        found.append(have)
    return found


def _tokens(text: str) -> Sequence[str]:
    return text if _SPACELESS.search(text, 0, 60) else text.split()


def _function_words(units: Sequence[Unit]) -> frozenset[str]:
    """The page's most frequent short words in whole sentences; characters where words are not parted by spaces."""
    sentences = (unit.text for unit in units if len(unit.text) >= 60 and SENTENCE_END.search(unit.text))
    counts = Counter(chain.from_iterable(_tokens(text[:2000].lower()) for text in sentences))
    return frozenset(word for word, _ in counts.most_common(_TOP) if len(word) <= _SHORT and word[0].isalpha())


def _shape(unit: Unit, top: frozenset[str]) -> list[int]:
    text = unit.text
    have = _marks(unit)
    if not text:
        have.append(0)
        return have
    size = unit.size
    have.append(bisect_right(LENGTHS, size))
    have.extend(_ends(text, size))
    if size > 40:
        commas = text.count(",") + text.count("、") + text.count("،") + text.count("，")
        if commas:
            have.append(N["1 comma"] if commas == 1 else N["2 commas"])
        if text[0] in '"“„«‘「『—–':
            have.append(N["quotation"])
    have.extend(_words(text, top))
    have.extend(_digits(text))
    if _SEPARATOR.search(text):
        have.append(N["separators"])
    if "©" in text or "(c) 20" in text:
        have.append(N["copyright"])
    if "@" in text:
        have.append(N["at sign"])
    for kind in _begins(text[:40].lower()):
        have.append(N["long boilerplate"] if kind == N["boilerplate"] and size >= 80 else kind)
    return have


def _ends(text: str, size: int) -> list[int]:
    have = []
    if _DOTS.search(text):
        have.append(N["dots"])
    elif SENTENCE_END.search(text):
        have.append(N["ends short"] if size < 35 else N["ends"] if size < 100 else N["ends long"])
    elif text[-1] in ":：":
        have.append(N["colon"])
    elif size >= 100:
        have.append(N["long without end"])
    inner = len(_INNER.findall(text)) if size > 40 else 0
    if inner:
        have.append(N["1 inner end"] if inner == 1 else N["2 inner ends"] if inner < 4 else N["4 inner ends"])
    return have


def _words(text: str, top: frozenset[str]) -> list[int]:
    have = []
    if top:
        tokens = _tokens(text.lower())
        share = sum(map(top.__contains__, tokens)) / len(tokens)
        have.append(_FUNCTION + bisect_right(FUNCTION, share))
    found = text.split()
    first = "".join([word[0] for word in found])
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


def _marks(unit: Unit) -> list[int]:
    have = []
    if unit.mark:
        have.append(_MARKS.get(unit.mark) or (N["number"] if unit.mark.isdigit() else N["bullet"]))
    if unit.targets:
        linked = unit.linked
        have.append(
            N["unlinked address"]
            if linked < 0.05
            else N["little linked"]
            if linked < 0.4
            else N["half linked"]
            if linked < 0.9
            else N["all linked"]
        )
        have.append(N["1 address"] if unit.targets == 1 else N["addresses"])
        if unit.targets * 60 > len(unit.text):
            have.append(N["dense addresses"])
    return have
