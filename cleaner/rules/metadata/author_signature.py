"""The author's name below the text.

What   A last line that holds nothing but names of people: several of them, one behind a dash, or one that begins with a
       common given name and of whom the story does not speak, also in capitals: "– Ann Other", "Ann Other, Jo Roe",
       "(Anna Other)", "ANNA OTHER"; or initials in brackets: "(abc/de)".
Why    The author signs so; it is no sentence of the story.
Kept   Names under a poem, or under a quotation of somebody in the story; names with anything else; in scripts without
       capitals whatever does not begin with a common given name.
Moves  The names go to `authors`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.metadata._names import people, titled
from cleaner.scan.traits import SHORT
from cleaner.text.names import given_names
from cleaner.text.prose import prose

rule = Rule(code="MET030", needs=SHORT)

_LONGEST, _MOST = 90, 4
_QUOTES = "\"“„«‘'"
_DASH = lazy(r"\s*(?P<dash>[–—-]{1,2}\s?)?(?P<names>[^\W\d_a-z][\w'’.-]*(?:,? (?:[&+]|\w[\w'’.-]*)){1,11})\s*")
_INITIALS = lazy(
    r"\s*[(\[](?:[a-z]{2,4}(?:[/-][a-z]{2,4}){0,2}|[A-Z][a-z]{1,3}/[A-Z][a-z]{1,3}|[A-Z]{2,3}|\*{1,3})[)\]]\.?\s*"
)
_NOT_NAMES = lazy(
    r"(?<!\w)(?:the|news|times|post|daily|press|editorial|review|part|chapter|follow|read|more|see|watch|click|on|users|team"
    r"|group|club|league|party|store|college|university|school|institute|hotel|hall|bank|street|comments|with|unavailable|image|images|photo|photos|video|videos)(?!\w)",
    re.IGNORECASE,
)


def find(doc: Document) -> Iterator[Edit]:
    last = doc.tail(2)
    if len(last) < 2 or len(last[1].text) > _LONGEST or doc.kind == "markdown":
        return
    text, above = last[1].text, last[0].text.strip()
    if _INITIALS.fullmatch(text) and prose(above):
        yield last[1].cut()
        return
    bracket = text.strip()
    match = _DASH.fullmatch(bracket[1:-1] if bracket[0] == "(" and bracket[-1] == ")" else text)
    if match is None or not prose(above) or above[-1] in "…:":
        return
    if not _cased(match["names"]):
        alone = _alone(match["names"], doc.text[: last[1].start]) if not match["dash"] else []
        if alone:
            yield last[1].cut(authors=alone)
        return
    names = match["names"]
    if _NOT_NAMES.search(names) or (names.isupper() and not match["dash"]):
        yield from _loud(names, doc, last[1])
        return
    found = people(names)
    signed = found is not None and (
        len(found) > 1 or (match["dash"] and "," not in names) or _alone(names, doc.text[: last[1].start])
    )
    if not found or not signed or any(len(name.split()) < 2 for name in found):
        return
    if above[0] not in _QUOTES or not any(name.split()[-1] in doc.text[: last[1].start] for name in found):
        yield last[1].cut(authors=found)


def _loud(names: str, doc: Document, line: Line) -> Iterator[Edit]:
    """The cut of a line that is one name in capitals, as `_alone`."""
    told = doc.text[: line.start]
    may_be = names.isupper() and not _NOT_NAMES.search(names) and names.rsplit(maxsplit=1)[-1] not in told
    alone = _alone(titled(names), told) if may_be else []
    if alone:
        yield line.cut(authors=alone)


def _alone(name: str, told: str) -> list[str]:
    """The one name that a line is, when it begins with a common given name and ``told`` does not have its last word."""
    tokens = name.split()
    known = 1 < len(tokens) <= _MOST and tokens[0] in given_names() and tokens[-1] not in told
    return people(name) or [] if known and not any(token[0].islower() for token in tokens) else []


def _cased(text: str) -> bool:
    """Whether ``text`` is in a script with capitals, in which a name can be told from a sentence."""
    return text[0].lower() != text[0].upper()


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
FIXES = [
    (_STORY + "\n– Benjamin Roe", _STORY + "\n", {"authors": ["Benjamin Roe"]}),
    (_STORY + "\n\nAnn Other, Jo van der Roe", _STORY + "\n\n", {"authors": ["Ann Other", "Jo van der Roe"]}),
    (_STORY + "\n\n(abc/de)", _STORY + "\n\n"),
    (_STORY + "\n\n(Cas/Isk)", _STORY + "\n\n"),
    (_STORY + "\n\n(Anna Other)", _STORY + "\n\n", {"authors": ["Anna Other"]}),
    (_STORY + "\n\nANNA VAN OTHER", _STORY + "\n\n", {"authors": ["Anna Van Other"]}),
    (_STORY + "\n\nAnna Other", _STORY + "\n\n", {"authors": ["Anna Other"]}),
    (
        "رست السفينة في الميناء القديم بعد رحلة طويلة عبر البحر، كما قال صاحبها يوم الاثنين.\n\nسهى الخطيب",
        "رست السفينة في الميناء القديم بعد رحلة طويلة عبر البحر، كما قال صاحبها يوم الاثنين.\n\n",
        {"authors": ["سهى الخطيب"]},
    ),
    (_STORY + "\n\nАнна Ким, Олег Ким", _STORY + "\n\n", {"authors": ["Анна Ким", "Олег Ким"]}),
]
KEEPS = [
    _STORY + "\n\n(see below)",
    _STORY + "\n\n(Win/Lose)" + _STORY,
    _STORY + "\n\n(Blue Harbour)",
    _STORY + " Nobody asked Other.\n\nAnna Other",
    _STORY + "\n\nAnna, Oslo",
    "رست السفينة في الميناء القديم بعد رحلة طويلة عبر البحر، كما قال صاحبها يوم الاثنين.\n\nالبحر والميناء",
    "رست السفينة في الميناء القديم بعد رحلة طويلة عبر البحر، كما قال صاحبها يوم الاثنين.\n\nوكان له ثلاثة أبناء.",
    _STORY + " Nobody asked Other.\n\nANNA OTHER",
    _STORY + "\n\nHARBOUR VIEW",
    _STORY + "\n\nFollow Ann on Twitter",
    _STORY + "\n\nRead More",
    _STORY + "\n\nHarbour Play Store",
    _STORY + "\n\nComments Unavailable",
    _STORY + "\n\nAnn Other",
    "Mr Roe was angry.\n“The ferry to the island sailed on Monday, and nobody had told the crew.”\n– Benjamin Roe",
    _STORY + "\n\nWorld News",
    _STORY + "\n\nThe End",
    _STORY + "\n\nHarbour",
    _STORY + "\n\nMonday Morning",
    "Roses are red\n– Benjamin Roe",
    _STORY + "\n\nOslo, Norway",
]
