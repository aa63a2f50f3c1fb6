"""Names of people."""

from __future__ import annotations

from functools import cache

from cleaner.lazy import lazy
from cleaner.text.prose import wide
from cleaner.words import words

MARKS = " \t\u00a0,.;:|/()•·–—-"
"""What may stand around a name."""

NAME = r"[^\W\d_a-z][\w'’.-]{1,20}"
"""A word of a name, with a capital or of a script without case, as an expression."""

_TOKEN = lazy(r"(?:[^\W\d_]['’])?[^\W\d_][\w'’.-]{0,24}")
_SMALL = frozenset((
    "de", "del", "della", "der", "den", "di", "da", "do", "dos", "du", "van", "von", "zu", "la", "le", "el", "al",
    "bin", "ben", "y", "e", "ter", "af", "av",
))  # fmt: skip

_BOUND = ("d'", "d’", "l'", "l’", "al-", "el-", "'t")


@cache
def given_names() -> frozenset[str]:
    """Common given names of many languages, without those that are words as well."""
    return frozenset(words("given_name"))


def is_full_name(text: str, sure: bool = False) -> bool:
    """Whether ``text`` is written as a person's full name: two to five words, all with capitals but particles.

    ``sure`` says that a word such as "by" stands before it; without, names in scripts that have no capitals are none.
    """
    text = text.strip(MARKS)
    if wide(text):
        return sure and 2 <= len(text) <= 8 and text.isalpha()
    tokens = text.split()
    if not 2 <= len(tokens) <= 7 or len(text) > 45 or not all(_TOKEN.fullmatch(token.strip(",")) for token in tokens):
        return False
    large = [token for token in tokens if not token[0].islower() or token.startswith(_BOUND)]
    small = {token for token in tokens if token[0].islower() and not token.startswith(_BOUND)}
    if all(token.isupper() and len(token.strip(".")) < 4 for token in large):
        return False
    return 2 <= len(large) <= 5 and small <= _SMALL and not _never().intersection(token.casefold() for token in large)


@cache
def _never() -> frozenset[str]:
    known = words("not_people", "weekday", "page_label", "kicker", "not_a_name", "unsettled_zone")
    return frozenset(word.casefold() for word in known)
