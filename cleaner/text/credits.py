"""What a picture credit looks like, for every rule that meets one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from cleaner.lazy import lazy
from cleaner.rule import Hints
from cleaner.words import any_of, literals, words

NONE, NAMED, SOURCED = 0, 1, 2
"""How much a text looks like a credit: not at all, like names, like names with an agency or another source."""

AGENCIES = ("news_agency", "photo_agency")
"""The words that name agencies that supply pictures."""

_SITE = 15
"""Characters of an outlet written as a handle."""

LONGEST = 120
"""Characters; whatever is longer is no credit."""

SEPARATOR = r"[ \t\u00a0]{0,3}[:：＝=|／][ \t\u00a0]{0,3}"
"""What stands between a credit label and the credit."""

SMALL_INITIALS = r"[^\W\d_A-Z]{1,5}\.?"
INITIALS = rf"(?:[^\W\d_a-z]{{2,3}}|{SMALL_INITIALS})"
"""How an editor signs a text beside its agency: "jr", "red.", also "BS"; case counts."""

_PARTS = lazy(
    r"\s*[/|,·•+&©®()\[\]＝；;、／（）:：<>＜＞【】]\s*|\s+(?:via|for|and|from|by|of|on|und|y|et|e|и|та|och|og|ja|ve|[-–—])\s+"
    r"|\s{2,}|-(?=pool\b)|\s+-|-\s+",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    (
        "de", "da", "do", "dos", "das", "du", "des", "del", "della", "di", "le", "la", "les", "el", "al", "van", "von",
        "der", "den", "ter", "bin", "ibn", "the", "of", "y", "e", "and", "af", "av", "zu", "zum", "vom", "im",
    )
)  # fmt: skip
_QUESTIONS = ("a", "an", "this", "how", "why", "what", "when", "where")
_GENERIC = frozenset(
    ["photo", "photos", "image", "images", "pictures", "picture", "news", "pool", "file", "foto", "cc"]
)
_LINK = lazy(r"^(?:via|for|from|by|courtesy of)\s+", re.IGNORECASE)
_HANDLE = lazy(r"@\w[\w.]{1,40}|(?:[\w-]{1,40}\.){1,3}[a-z]{2,6}", re.IGNORECASE)
_KOREAN_MARKED = lazy(r"[\uac00-\ud7af\d·'’]{1,20}[은는이가을를에의와과도로서]")
_KOREAN_TOPIC = lazy(r"[\uac00-\ud7af\d]{3,20}[은는을를]$|\d{1,2}[일월](?!\w)")
_KOREAN_NAME = 4
"""Characters of a name, whose last one may be any."""

_FOREIGN = lazy(r"://|[<>]|@|\.\w{2,4}/|\d{4}")
_INNER_STOP = lazy(r"[.!?…]\s+(?=\S{3})|[。！？]")
_ABBREVIATION = lazy(r"(?:^|[\s/])(?:[^\W\d_]|[JS]r|St|Dr|Mr|Ms|Mrs|[A-Z]\.[A-Z]|dok|mat|arch|fot)$", re.IGNORECASE)


@cache
def _sources() -> frozenset[str]:
    return frozenset(w.casefold() for w in words(*AGENCIES, "picture_platform", "credit_source"))


@cache
def agencies() -> str:
    """A regular expression for any agency that supplies pictures."""
    return any_of(*AGENCIES)


def literal_hints(*keys: str, after: Iterable[str] = ("",), extra: Iterable[str] = ()) -> Hints:
    """Hints for the words under ``keys``, each followed by one of ``after``; those that hold another are left out."""
    return Hints(inside=literals(keys, tuple(after), tuple(extra)))


def strength(text: str) -> int:
    """How much ``text``, found where a credit may stand, looks like one: NONE, NAMED or SOURCED."""
    text = text.strip().strip("\"'“”‘’ ").rstrip(".")
    return _strength(text) if 0 < len(text) <= LONGEST else NONE


@lru_cache(maxsize=1024)  # a supplier's texts credit the same few agencies, and several rules ask about one credit
def _strength(text: str) -> int:
    if _has_sentences(text):
        return NONE
    parts = [part for piece in _PARTS.split(text) if (part := _LINK.sub("", piece).strip(" .'\"“”‘’*_"))]
    if not parts or len(parts) > 9 or any(_is_korean_prose(part.split()) for part in parts):
        return NONE
    sourced = [is_source(part) for part in parts]
    known = any(sourced)
    slashed = "/" in text and _is_name(parts[0])  # "Anna Kim/harbournews"
    for number, (part, source) in enumerate(zip(parts, sourced, strict=True)):
        if source or _is_name(part) or (known and len(part.split()) <= 2 and len(part) <= 30):
            continue
        if not (number and slashed and part.isalpha() and len(part) <= _SITE):
            return NONE
    return SOURCED if known else NAMED


@cache
def _phrase() -> re.Pattern[str]:
    return lazy(any_of("credit_phrase"), re.IGNORECASE)


def is_phrase(text: str) -> bool:
    """Whether ``text`` is a phrase that credits a picture without a name: "File photo"."""
    return _phrase().fullmatch(text) is not None


@cache
def _agency() -> re.Pattern[str]:
    return lazy(rf"(?<!\w){agencies()}(?!\w)", re.IGNORECASE)


def names_agency(text: str) -> bool:
    """Whether ``text`` is a credit without a label that names an agency: "Ana Ruiz/Reuters", "STR/AFP via Getty"."""
    return strength(text) == SOURCED and _agency().search(text) is not None and not _FOREIGN.search(text)


def is_source(part: str) -> bool:
    """True for the name of an agency, a platform, or a word such as "screenshot" (any case)."""
    known, folded = _sources(), part.casefold()
    if folded in known or _HANDLE.fullmatch(part):
        return True
    head = folded.split()
    while len(head) > 1 and head[-1] in _GENERIC:
        head.pop()
        if " ".join(head) in known:
            return True
    if any(" ".join(head[:n]) in known and " ".join(head[n:]) in known for n in range(1, len(head))):
        return True
    # "личный архив Анны Ким": a source of several words, and whose it is.
    return any(" ".join(head[:n]) in known for n in (2, 3)) and len(head) <= 6


def _is_name(part: str) -> bool:
    """One to four words (particles not counted), each with a capital or in a script without case."""
    tokens = part.split()
    heavy = sum(token.lower() not in _PARTICLES for token in tokens)
    if not 1 <= heavy <= 4 or len(tokens) > 6 or tokens[0].lower() in _QUESTIONS:
        return False
    if not any(char.isalpha() for char in part):
        return False
    return all(_is_name_word(token, first=not number) for number, token in enumerate(tokens))


def _is_korean_prose(tokens: list[str]) -> bool:
    """Whether Korean words begin a sentence: one is its topic, its object or a day, or the last is marked."""
    last = tokens[-1].strip("'\"‘’“”")
    if any(_KOREAN_TOPIC.match(token) for token in tokens):
        return True
    return (len(tokens) > 1 or len(last) > _KOREAN_NAME) and _KOREAN_MARKED.fullmatch(last) is not None


def _is_name_word(token: str, *, first: bool) -> bool:
    letters = [char for char in token if char.isalpha()]
    if not letters:
        return not first and len(token) <= 4
    if not letters[0].islower():
        return True
    lower = token.lower()
    return lower in _PARTICLES or lower.startswith(("al-", "el-", "d'", "d’", "l'", "l’")) or "@" in token


def _has_sentences(text: str) -> bool:
    return any(not _ABBREVIATION.search(text[: match.start()]) for match in _INNER_STOP.finditer(text))


def tidy(credit: str) -> str:
    """The credit as it should be kept: no outer punctuation, one space between words, not said twice."""
    credit = " ".join(credit.replace("\u00a0", " ").split()).strip(' |,;:-–—·•"“”')
    if credit.endswith(".") and not _ABBREVIATION.search(credit[:-1]):
        credit = credit[:-1]
    if credit.count("(") > credit.count(")"):
        credit += ")"
    return once(credit)


def once(text: str) -> str:
    """``text`` without its second half, where that says the same behind a blank."""
    half = (len(text) - 1) // 2
    twice = len(text) > 4 and text[half] == " " and text[:half] == text[half + 1 :]
    return text[:half] if twice else text


def image(caption: str | None, credit: str | None) -> dict[str, str | None]:
    """An item of the article field ``images``."""
    return {"caption": tidy_caption(caption) if caption else None, "credit": tidy(credit) if credit else None}


def tidy_caption(caption: str) -> str:
    """The caption with single spaces and without what linked it to its credit."""
    return " ".join(caption.split()).strip(" |–—-")
