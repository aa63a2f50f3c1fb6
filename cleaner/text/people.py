"""Names of people out of byline texts: split, without roles, places, addresses and agencies; none invented."""

from __future__ import annotations

import re
from functools import cache

from cleaner.lazy import lazy
from cleaner.text.folding import dense, squeeze
from cleaner.text.scripts import EASTERN
from cleaner.words import words

_ADDRESS = lazy(r"\S{1,80}@\S{0,80}|https?://\S{1,300}|\bwww\.\S{1,200}", re.I)
_BRACKETS = lazy(r"[(\[（【<][^)\]）】>]{0,80}[)\]）】>]")
_HARD = lazy(r"\s{0,3}(?:[;|/／╱•·、，＆&+=＝]|\s-\s|\s–\s|\n)\s{0,3}")
_COMMA = lazy(r"\s{0,3}[,]\s{1,3}|\s{0,3}،\s{0,3}")
_SENTENCE = lazy("[。！？]")
"""What no line of names holds."""

_EDGE = " \t,.;:：|-–—*•\"“”'‘’>»<«"
_OPEN, _CLOSE = ("(", "[", "（", "【"), (")", "]", "）", "】")
_FORMS = (
    r"\bG?mbH\b|& Co\b|\bAG\b|\bInc\.|\bLtd\b|\bLLC\b|\beG\b|\be\. ?V\.|\bSp\. z o\. ?o\b"
    r"|\bS\.(?:p\.)?A\.?(?=\s{0,3}(?:$|[\n;|/,]))"
)
"""How companies say that they are companies; "S.A." could be initials where a name goes on."""

_COMPANY = lazy(rf"[^\n;|/]{{0,80}}(?:{_FORMS})[^\n;|/,]{{0,20}}")
_SIGNS = "\u0900-\u0fff"
"""Scripts of which a letter and its vowel signs make one word, though the signs are no letters."""

_WORD = lazy(rf"[\w{_SIGNS}][\w{_SIGNS}.'’\-]*")
_SIGNED = lazy(f"[{_SIGNS}]")
_APART = lazy(rf"(?:[^\w{_SIGNS}]|_)+")
_WHENCE = lazy(r"(?m)(?<=\w)[ ]{1,3}[-–—][ ]{1,3}[^\W\d_][^\s;|/,]{1,25}$")
"""A dash and a single word behind a name: the place, mostly."""
_CJK = lazy(f"[{EASTERN}]")
_PARTICLES = "de|del|della|der|den|di|da|do|dos|du|van|von|zu|zur|la|le|el|al|bin|ben|y|e|ter|ten|af|av|d'"
_DOMAIN = lazy(r"[\w-]\.(?:com|net|org|info|news|tv)$", re.I)
_FROM = frozenset({"em", "aus", "from", "desde", "dari"})
"""Words before a place that begin no name."""

_RANKS = frozenset({"senior", "chief", "staff", "lead", "certified"})
"""Words with which what somebody is begins, and no name."""

_ARTICLES = frozenset({"el", "la", "los", "las"})
"""With which, and "de" behind them, the names of newspapers begin."""

_INITIAL = lazy(r"\s[^\W\d_]$")
_HANDLE = lazy(r"[^\W\d_][\w.-]{2,29}")
LONGEST = 60
"""Characters of the longest name that is believed."""


@cache
def _joints() -> re.Pattern[str]:
    return lazy(r"\s{1,3}(?:" + "|".join(map(re.escape, words("author_joints"))) + r")\s{1,3}", re.I)


@cache
def _lead() -> re.Pattern[str]:
    known = "|".join(map(re.escape, words("author_leads")))
    return lazy(rf"^(?:(?:{known})(?:\s{{0,3}}[:：／/]\s{{0,3}}|\s{{1,3}}|(?<=[文글者])(?=\S)))", re.I)


@cache
def _roles() -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = "|".join(map(re.escape, words("author_roles")))
    before = "|".join(re.escape(role) for role in words("author_roles") if role != "md")  # Md is a name in Bengal
    behind = lazy(rf"(?:[\s,]{{1,3}}|(?<=[\u3040-\ud7af]))(?:{known})\.?$", re.I)
    return lazy(rf"^(?:{before})\s{{1,3}}(?=\S)", re.I), behind


@cache
def _never() -> tuple[frozenset[str], frozenset[str]]:
    agencies = {dense(name) for name in (*words("news_agency"), *words("photo_agency"))}
    return frozenset(word.lower() for word in words("not_people")), frozenset(agencies)


@cache
def _places() -> frozenset[str]:
    return frozenset(place.casefold() for place in words("place"))


@cache
def _beside() -> re.Pattern[str]:
    """A label that names someone who is no author, and who follows it."""
    known = "|".join(map(re.escape, words("beside_authors")))
    return lazy(rf"(?<!\w)(?:{known})(?!\w)[:：\s]{{0,9}}[^\n;|/(]{{0,200}}", re.I)


def is_beside(text: str) -> bool:
    """True for a text that ends with such a label: what follows it names no author."""
    return text.rstrip(" :：").casefold().endswith(tuple(words("beside_authors")))


def people(text: str, sites: set[str], sure: bool = True, handles: bool = False) -> list[str]:
    """The people named in a byline.

    ``sites`` are the outlet's own names (see ``dense``); ``sure`` says that the markup calls the whole text an
    author, so that a single word can be a name; ``handles`` that the word can be written small (a pen name).
    """
    text = text.replace("\u00a0", " ").strip()
    if _SENTENCE.search(text):
        return []
    if text[:1] in _OPEN and text[-1:] in _CLOSE:
        text = text[1:-1]
    text = _beside().sub("\n", text)
    text = _BRACKETS.sub(" ", _ADDRESS.sub(" ", text))
    text = "\n".join(map(_without_place, _COMPANY.sub(" ", text).split("\n")))
    found: list[str] = []
    pieces = _HARD.split(text)
    if any(dense(piece) in sites for piece in pieces):  # the outlet, and the place or the part of it
        pieces = [piece for piece in pieces if " " in piece.strip() or _CJK.search(piece)]
    if any(dense(piece) in _never()[1] for piece in pieces):  # an agency and where it reports from
        pieces = [piece for piece in pieces if piece.strip(_EDGE).casefold() not in _places()]
    for piece in pieces:
        for part in _parts(piece):
            name = squeeze(_name(part))
            if name and _is_person(name, sites, sure, handles) and dense(name) not in map(dense, found):
                found.append(name)
    return found


def _without_place(line: str) -> str:
    """``line`` without a single word behind a dash, where a name of several words stands in front."""
    found = _WHENCE.search(line)
    return line[: found.start()] if found and " " in line[: found.start()].strip() else line


def agencies_in(text: str) -> list[str]:
    """The news agencies named in a byline."""
    return [name for piece in _HARD.split(text) for name in _COMMA.split(piece) if dense(name) in _never()[1]]


def organisations_in(text: str, named: bool, sites: set[str] | None = None) -> list[str]:
    """The agencies, outlets and desks that ``text`` credits: if it has ``named`` people too, only news agencies.

    ``sites`` are the outlet's own names, which may be written small.
    """
    text = bare(text)
    agencies = agencies_in(text)
    known = dense(text)
    if named or known in map(dense, agencies):
        return agencies
    written = not text.islower() or known in (sites or ())
    plain = len(known) > 1 and len(text) <= LONGEST and not known.isdigit()
    return [text] if plain and written and text.casefold() not in words("nobody") else []


def byline(text: str, inside: bool = False) -> str:
    """What follows "by" in a line that is a byline, up to the next thing that is no name; else an empty string.

    ``inside`` allows words before it ("Posted on 3 May by Ana Ruiz").
    """
    found = _by(inside).search(text) and _by(inside).search(_beside().sub("\n", text))
    return found.group(1) if found else ""


@cache
def _by(inside: bool) -> re.Pattern[str]:
    known = "|".join(map(re.escape, words("byline_by")))
    name = r"[^\W\d_a-zß-öø-ÿ][\w.'’\-]{0,30}"
    full = rf"{name}(?:[ \u00a0]{{1,3}}(?:(?:{_PARTICLES})[ \u00a0]{{1,3}}){{0,3}}{name}){{1,4}}"
    joint = r"(?:\s{0,3}[,/]\s{0,3}|[ \u00a0]{1,3}(?:and|und|et|y|e|og|och|&|i|en)[ \u00a0]{1,3})"
    end = r"(?=[ \u00a0]{0,3}(?:$|[,|(–—·•\-/0-9\n]))"
    start = r"(?:^|(?<=\s))" if inside else "^"
    return lazy(rf"{start}(?:(?i:{known})[:\s]{{1,3}})({full}(?:{joint}{full}){{0,5}}){end}", re.M)


def _parts(piece: str) -> list[str]:
    """The single names of one piece: split at commas and at "and", unless that leaves single words."""
    piece = _without_lead(piece)
    parts = [part for chunk in _COMMA.split(piece) for part in _joints().split(f" {chunk}" if "," in piece else chunk)]
    parts = [_trimmed(part) for part in parts]
    if len(parts) > 1:
        full = [part for part in parts if " " in _name(part) or _CJK.search(part)]
        if not full and len(parts) == 2 and "," in piece:
            return [f"{parts[1]} {parts[0]}"]
        if len(full) == 1 and _is_double(piece, parts):
            return [_trimmed(piece)]
        return full or parts[:1]
    return parts


def _is_double(piece: str, parts: list[str]) -> bool:
    """True when "e" or "y" joins the two family names of one person: "José Mar e Pinto"."""
    first, last = parts[0], parts[-1]
    joint = piece[piece.find(first) + len(first) : piece.rfind(last)].strip()
    return len(parts) == 2 and joint in _PARTICLES.split("|") and " " in first and dense(last) not in _never()[1]


def _without_lead(text: str) -> str:
    text = _trimmed(text)
    for _ in range(2):
        text = _trimmed(_lead().sub("", text))
    return text


def _trimmed(text: str) -> str:
    """``text`` without marks at its ends; the full stop of an initial stays."""
    kept = text.strip(_EDGE)
    return f"{kept}." if _INITIAL.search(kept) and f"{kept}." in text else kept


def bare(text: str) -> str:
    """``text`` without addresses, brackets and the label before a name."""
    return _without_lead(squeeze(_BRACKETS.sub(" ", _ADDRESS.sub(" ", text))))


@cache
def _no_names() -> frozenset[str]:
    return frozenset((*words("author_roles"), *words("author_links")))


def _name(text: str) -> str:
    """``text`` without a label and roles; empty when only one word of a spaced name is left of it."""
    before, behind = _roles()
    text = plain = _without_lead(text)
    if text.lower() in _no_names():
        return ""
    for _ in range(2):
        text = behind.sub("", before.sub("", text)).strip(' \t,;:|-–—*•"“”>»<«')
    first, _, last = text.rpartition(" ")
    if " " in first and dense(last) in _never()[1]:  # the agency behind the name
        return first
    return text if text == plain or " " in text or _CJK.search(text) else ""


def is_name(text: str) -> bool:
    """True for two to five words that are written as a name and hold no word that names never have."""
    return not _CJK.search(text) and not re.search(r"\d", text) and people(text, set(), False) == [text]


def _is_person(name: str, sites: set[str], sure: bool, handles: bool) -> bool:
    never, agencies = _never()
    tokens = [token for token in _APART.split(name.lower()) if token]
    known = dense(name)
    if not tokens or _begins_otherwise(name.split(), sites) or (tokens[0] in _ARTICLES and "de" in tokens):
        return False
    if known in agencies or never.intersection(tokens) or any(word in known for word in _whole_marks()):
        return False
    if handles and _HANDLE.fullmatch(name) and not name.isupper():
        return known not in sites
    if (
        (" " in name and name.casefold() in _places())
        or len(name) > LONGEST
        or len(tokens) > 8
        or re.search(r"[\d©@:]", name)
    ):
        return False
    if known in sites or any(_is_outlet(known, site) for site in sites):
        return False
    return 2 <= len(known) <= (20 if sure else 8) if _CJK.search(name) else _is_written_as_name(name, sure)


def _begins_otherwise(tokens: list[str], sites: set[str]) -> bool:
    """True for the address of a site, for what begins with an agency or "in", and for a site's capitals among words."""
    first = tokens[0]
    if _DOMAIN.search(tokens[-1]) or (first.isupper() and dense(first) in _never()[1]):
        return True
    if len(tokens) > 1 and first.lower() in _FROM | _RANKS:
        return True
    capitals = [token for token in tokens if token.isupper()]
    return len(capitals) < len(tokens) and any(dense(token) in sites for token in capitals)


def _is_outlet(known: str, site: str) -> bool:
    """True when one of the two holds the other, and little more; in Chinese also for what a name begins with."""
    if _CJK.search(known) and site.startswith(known):
        return True
    if len(site) < 5 or len(known) < 7:
        return False
    return site in known or (known in site and len(known) > 0.7 * len(site))


def _is_written_as_name(name: str, sure: bool) -> bool:
    """True for capitals where names have them; with ``sure`` a single word will do."""
    tokens = _WORD.findall(name)
    letters = [char for char in name if char.isalpha()]
    if len(letters) < 3 or not (letters[0].isupper() or not letters[0].islower() or sure):
        return False
    if len(tokens) == 1:
        plain = "." not in name.strip(".") and not name.islower()
        return sure and len(letters) > 2 and plain and (not name.isupper() or len(letters) > 6)
    large = [token for token in tokens if not token[0].islower()]
    small = {token for token in tokens if token[0].islower()}
    if sure:
        return len(tokens) == 2 or small == set(tokens) or (len(large) > 1 and small <= set(_PARTICLES.split("|")))
    plain = not re.search(r"[:@©]", name) and not _SIGNED.search(name)
    return plain and len(large) >= 2 and len(tokens) <= 5 and small <= set(_PARTICLES.split("|"))


@cache
def _whole_marks() -> tuple[str, ...]:
    """Words without spaces around them (Chinese, Japanese, Korean) that no person's name has."""
    return tuple(dense(word) for word in words("not_people") if _CJK.search(word))
