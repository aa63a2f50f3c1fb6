"""The outlet, or the outlet and its reporter, in brackets at the very end.

What   “(Roe.com/Ana Ruiz)”, “(harbour.co.id/Ana)(Roe.com/Jo Lee)”, “(Roe.com, Ana Ruiz)” behind the last sentence: a
       site's name, a slash or comma, and a person's; a site alone, or a name that ends in “Online” or in the word for
       an editorial office: “(Harbour Today Online)”, “(Roe.com)”.
Why    Newsrooms sign so; it is no part of the story.
Kept   Brackets with an address, a party and a place, a credit; brackets inside the last sentence; what stands further
       up.
Moves  The names of persons go to `authors`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule

_SITES = ("com", "net", "org", "co", "id", "my", "tv", "news", "info")
_OFFICES = ("Online", "Redaktion", "Redaksi", "Redaksia", "Redakcija", "Redakcia", "Redazione", "Redacción", "Redação")
_SIGNS = (*(f".{site}{mark}" for site in _SITES for mark in "/,)"), *(f" {office.lower()})" for office in _OFFICES))
rule = Rule(code="MET036", hints=Hints(inside=_SIGNS))

_REACH, _MOST = 200, 3
_NAME = r"[^\W\d_a-z][\w'’.]{0,20}(?: [^\W\d_a-z][\w'’.]{0,20}){0,3}"
_SITE = r"(?:[A-Za-z][\w-]{1,30}\.){1,2}[a-z]{2,4}"
_SIGNED = lazy(rf"(?<=[.!?…”\"’)\w])\s{{0,3}}\({_SITE}(?:/ ?|, )(?P<name>{_NAME})\)\.?\s{{0,9}}$")
_ALONE = lazy(
    rf"(?:(?<=[.!?…])|(?<=[.!?…][”\"])|(?<=[”\"])(?=[^.]{{3,99}}\.[^.]{{2,4}}\)\s{{0,9}}$))"
    rf"\s{{0,3}}\((?:{_NAME} (?:{'|'.join(_OFFICES)})|(?:[A-Za-z][\w-]{{1,30}}\.){{1,2}}"
    rf"(?:{'|'.join(_SITES)}))\)\.?\s{{0,9}}$"
)


def find(doc: Document) -> Iterator[Edit]:
    last = doc.tail(1)
    if not last:
        return
    text = last[0].text
    end, names = len(text), list[str]()
    for _ in range(_MOST):
        match = _SIGNED.search(text[:end], max(0, end - _REACH))
        if match is None or not match.start():
            break
        end = match.start()
        names.insert(0, match["name"])
    alone = None if names else _ALONE.search(text, max(0, end - _REACH))
    if alone and alone.start():
        yield last[0].span(alone.start(), len(text))
    elif names and text[:end].strip():
        yield last[0].span(end, len(text), authors=[name for name in names if " " in name])


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
FIXES = [
    (f"{_STORY} (Roe.com/Ana Ruiz)", _STORY, {"authors": ["Ana Ruiz"]}),
    (f"{_STORY}(Roe.com/Ana)(Harbour.co.id/Jo Lee)", _STORY, {"authors": ["Jo Lee"]}),
    (f"{_STORY} (Roe.com, Ana Ruiz)", _STORY, {"authors": ["Ana Ruiz"]}),
    (f"{_STORY}(Harbour Today Online)", _STORY),
    (f"{_STORY} (Roe-News.com)", _STORY),
]
KEEPS = [
    f"{_STORY} (SPD/Lom)",
    f"{_STORY} (see roe.example.com/ferry)",
    f"{_STORY} (Roe.com/tickets)",
    f"{_STORY} (Roe.com/Ana Ruiz)\n\nNobody was hurt when the storm tore it from the quay.",
    "(Roe.com/Ana Ruiz)",
    "(Harbour Today Online)",
    f"{_STORY} They had met in a game (Harbour Wars Online)",
    f"{_STORY} (Harbour Today Online)\n\nNobody was hurt when the storm tore it from the quay.",
    f"{_STORY} (It can be seen online)",
    f"{_STORY} It runs the store “Harbour Store” (www.harbour-store.com).",
]
