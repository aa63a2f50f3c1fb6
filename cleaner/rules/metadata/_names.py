"""What the names in a byline look like."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from cleaner.lazy import lazy
from cleaner.text.dates import date_pattern
from cleaner.text.names import given_names
from cleaner.text.prose import wide
from cleaner.words import any_of, numbers, words

_PARTICLES = (
    r"(?:de|da|do|dos|das|du|des|del|della|di|la|le|van|von|den|der|ter|ten|zu|af|al|el|bin|ibn|bint|ben|y|e|mac|of)"
)
_SIGNS = "\u0900-\u0963\u0971-\u0dff\u0e31-\u0e4e"  # vowels of Indian scripts and Thai, which are no word characters
_TOKEN = rf"(?:[^\W\d_]['’])?[^\W\d_][\w'’.{_SIGNS}-]{{0,24}}"
_EMAIL = lazy(r"\(?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}\)?|(?<!\w)@\w{2,30}")
_TAIL = lazy(r"(?:[|•·]|[,–—-] | (?:in|at|for|of|on) (?:the )?(?=[A-Z@])|\().{0,80}$")
_WORDS = 5


@cache
def _joins() -> re.Pattern[str]:
    joined = "|".join(map(re.escape, words("byline_join")))
    return lazy(
        rf"\s{{0,9}}[,、，;/&＆・+]\s{{0,9}}(?:and\s{{1,9}})?|\s{{1,9}}(?:{joined})\s{{1,9}}|\s{{1,9}}{_LONE_AND}\s{{1,9}}",
        re.IGNORECASE,
    )


_LONE_AND = "with"


@cache
def _common() -> frozenset[str]:
    """Words that are no names, though they follow "By" with a capital."""
    return frozenset(numbers("months")) - _GIVEN | frozenset(word.lower() for word in words("weekday", "not_a_name"))


_GIVEN = frozenset(("jan",))
"""Months, or what is short for them, that are given names far more often where a byline may stand."""


@cache
def _staff() -> frozenset[str]:
    return frozenset(word.lower() for word in words("byline_staff"))


@cache
def _wide_staff() -> tuple[str, ...]:
    return tuple(filter(wide, _staff()))


@cache
def _teams() -> frozenset[str]:
    return frozenset(word.lower() for word in words("byline_team"))


@cache
def _agencies() -> dict[str, str]:
    return {word.lower(): word for word in words("news_agency", "dateline_agency")}


@cache
def _role() -> re.Pattern[str]:
    return lazy(rf"(?:{any_of('byline_role')})(?:[ ,/|–—-].{{0,60}})?", re.IGNORECASE)


def agency(text: str) -> str | None:
    """The news agency that ``text`` names and nothing else, in its usual spelling."""
    return _agencies().get(text.strip(" .").lower())


@cache
def _wires() -> frozenset[str]:
    return frozenset(words("dateline_agency"))


def wire(text: str) -> str | None:
    """``text`` when it is, to the letter, an agency that opens its dispatches with its name."""
    return text if text in _wires() else None


def staff(text: str) -> bool:
    """Whether ``text`` stands for the newsroom instead of a name."""
    text = text.strip(" .").lower()
    if wide(text):
        return text.endswith(_wide_staff())
    return text in _staff() or text.rpartition(" ")[2] in _teams()


def newsroom(text: str) -> bool:
    """Whether ``text`` is, word for word, what newsrooms sign with: "Staff report", "Redacción"."""
    return text.strip(" .").lower() in _staff()


def people(text: str, *, sure: bool = False) -> list[str] | None:
    """The names in what follows "by"; empty when it is the newsroom, None when it is no byline.

    ``sure`` says that a label with a colon stood before it, so that one word may be a name.
    """
    found = _people(text, sure)
    return None if found is None else list(found)


@lru_cache(maxsize=512)  # several rules ask about the same line, in each round
def _people(text: str, sure: bool) -> tuple[str, ...] | None:
    text = (_EMAIL.sub("", text) if "@" in text else text).strip(" .,;|")
    found: list[str] = []
    nobody = False
    for number, piece in enumerate(_joins().split(text)):
        part = piece.strip() if piece[-2:-1] == "." else piece.strip(" .")
        if not part or staff(part) or agency(part) or _is_outlet(part):
            nobody = nobody or bool(part)
            continue
        if number and _role().fullmatch(part):
            break
        name = _bare(part)
        if name is None or not _is_name(name, sure):
            return None
        found.append(titled(name))
    return tuple(found) if found or nobody else None


def _is_outlet(part: str) -> bool:
    """Whether a name ends or begins as those of newspapers and stations do, and not with a given name."""
    tokens = part.casefold().split()
    named = len(tokens) > 1 and (tokens[-1] in _outlets() or tokens[0] in _outlets())
    return named and not part[0].islower() and part.split(maxsplit=1)[0] not in given_names()


@cache
def _outlets() -> frozenset[str]:
    return frozenset(word.casefold() for word in words("outlet_noun"))


def _bare(part: str) -> str | None:
    """``part`` without the role or place behind the name."""
    match = _TAIL.search(part)
    name = part[: match.start()].strip() if match else part
    role = _role_behind().search(name)
    return name[: role.start()].strip(" ,") if role else name


@cache
def _role_behind() -> re.Pattern[str]:
    return lazy(rf"\s(?:{any_of('byline_role')})(?: .{{0,40}})?$")


@cache
def _date() -> re.Pattern[str]:
    return lazy(date_pattern(), re.IGNORECASE)


def _is_name(name: str, sure: bool) -> bool:
    if wide(name):
        return 2 <= len(name) <= 12 and not re.search(r"[。、！？\d]", name)
    tokens = name.split()
    if not 1 <= len(tokens) <= _WORDS or any(token.lower().strip(".") in _common() for token in tokens):
        return False
    if not all(re.fullmatch(_TOKEN, token) for token in tokens) or (
        any(map(str.isdecimal, name)) and _date().search(name)
    ):
        return False
    capital = [token for token in tokens if not token[0].islower()]
    small = [token for token in tokens if token[0].islower()]
    if any(not re.fullmatch(_PARTICLES, token) and not token.startswith(("al-", "el-", "d'", "d’")) for token in small):
        return sure and len(tokens) == 1
    return bool(capital) and capital[-1] == tokens[-1] and (len(capital) >= 2 or sure)


def titled(name: str) -> str:
    """A name in capitals as it is usually written."""
    if not name.isupper() or len(name) < 4 or wide(name):
        return " ".join(name.split())
    return re.sub(r"[^\W\d_]+", lambda word: word[0][0] + word[0][1:].lower(), " ".join(name.split()))
