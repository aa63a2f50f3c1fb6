"""A credit for those who reported, wrote or edited the article.

What   “(Reporting by Jo Roe; Editing by Al Poe)”, “Jo Roe contributed to this report.”, “Additional reporting by …”,
       with the “Jo Roe reported from Oslo.” that leads up to it.
Why    It names the staff; it is no part of the story.
Kept   Things that contributed to an event; reporting that is the subject of a sentence; the translator of a book
       whose pages are told beside it.
Moves  The words go to `contributors`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints
from cleaner.rules.boilerplate._shapes import sentences
from cleaner.text.stops import STOPS
from cleaner.words import any_of, glued, heads, inside, words

_PLAIN = rf"[^.!?。！？؟{STOPS}\n]"
_INNER = r"[.](?:(?-i:(?<=\b[A-Z].)|(?<=\b[A-Z][a-z].)(?= [A-Z]))|(?=\w))"
"""A full stop that ends no sentence."""
_CHAR = rf"(?:{_PLAIN}|{_INNER})"
_PLACES = rf"(?:(?-i:[A-Z]){_CHAR}{{2,120}}? (?:reported|wrote)(?: and wrote)? from {_CHAR}{{2,80}}[.;] ?){{0,3}}"
_DONE = any_of("contributed")
_NAMES = rf"{_PLAIN}{{1,300}}?(?:(?:{_INNER}){_PLAIN}{{0,300}}?){{0,9}}?"
_LABEL = rf"(?:{any_of('staff_credit')}[ ]?[:：]?|{any_of('staff_colon')} ?[:：])"
_INITIALS = r"(?:(?-i:[A-Z]{1,3})(?:, ?(?-i:[A-Z]{1,3})){0,2} ?[-–] ?)"
_FEW = 8
_SMALL = frozenset(words("staff_small_word"))
_WORD = lazy(r"[^\W\d_][\w'’.-]*")
_PHRASE = lazy(rf"{_DONE}|{_LABEL}", re.IGNORECASE)


def _lift(match: re.Match[str]) -> dict[str, Any] | None:
    text = match[match.lastgroup or 0].strip()
    if match.lastgroup not in ("inside", "staff") and not named(_PHRASE.sub(" ", text)):
        return None
    return {"contributors": text}


def named(text: str) -> bool:
    """Whether ``text`` holds names and little else: no word in small letters but those that join names, and few words
    in a script without capitals."""
    found = [word for word in _WORD.findall(text) if word.lower() not in _SMALL]
    cased = any(word[0].isupper() for word in found)
    return bool(found) and not any(word[0].islower() for word in found) and (cased or len(found) <= _FEW)


_PLACED = ("reported from", "wrote from")
_ENDS = lazy(rf"[!?。！？؟{STOPS}]|[.](?!\w)(?<![A-Z].)(?<![A-Z][a-z].)")
"""What no names hold: the ends of sentences."""


def _since(text: str, begin: int, mark: int) -> int:
    """From where on the names in front of a ``mark`` may begin: behind the last sentence, if it names no places."""
    small = text[begin : mark + 1].lower()
    ends = () if any(said in small for said in _PLACED) else _ENDS.finditer(text, begin, mark + 1)
    return max((end.end() for end in ends), default=begin)


_found = sentences(
    "BLR013",
    rf"(?:[(（](?P<inside>{_LABEL}\s?[^()（）\n]{{2,400}}?)[. ]*[)）]\.?"
    rf"|(?P<staff>(?:(?-i:[A-Z]{{2,12}}) ?/ ?)?\({_INITIALS}{_LABEL}\s?[^()\n]{{2,400}}?\))"
    rf"|[-–—•*]{{0,3}} ?(?P<done>(?=[^\W\d_]){_PLACES}{_NAMES} {_DONE}{_CHAR}{{0,120}})(?: ?[.]|(?=\s*$))"
    rf"|[-–—•*]{{0,3}} ?(?P<label>{_LABEL}\s?{_CHAR}{{2,300}})(?:[.]|(?=\s*$)))",
    hints=Hints(
        heads=heads("staff_credit", "staff_colon").heads,
        inside=inside("contributed", "staff_credit").inside
        + tuple(f"{b}{w.lower()}" for w in words("staff_colon") for b in ("(", "（", "- ", "-")),
    ),
    glued=glued("staff_colon", after=(":", " :", "："), single=True),
    reach=700,
    since=_since,
    near=tuple(word.lower() for word in words("contributed", "staff_credit", "staff_colon")),
    lift=_lift,
)

rule = replace(_found, find=None)

_PAGES = rf"\d{{2,4}} ?{any_of('page_unit')}(?!\w)"
_BOOK = lazy(rf"{_PAGES}\W{{0,6}}\Z|\A\W{{0,6}}{_PAGES}", re.IGNORECASE)
_BESIDE = 20


def find(doc: Document) -> Iterator[Edit]:
    """The credits, but for those among the facts of a book."""
    text = doc.text
    for edit in _found.find(doc) if _found.find else ():
        if isinstance(edit, Edit):
            before, behind = text[max(0, edit.start - _BESIDE) : edit.start], text[edit.end : edit.end + _BESIDE]
            if not any(map(_BOOK.search, (before, text[edit.start : edit.end], behind))):
                yield edit


_EAST = "渡船于周一再次启航，船主在声明中对记者这样说。以后每天都会有船去那座岛，夏天每天两次。风暴来的时候没有人受伤。"
FIXES = [
    (f"{_EAST} 责任编辑：王小明", _EAST),
    (
        "It rained.\n\n(Reporting by Jo Roe; Editing by Al Poe)",
        "It rained.\n\n",
        {"contributors": ["Reporting by Jo Roe; Editing by Al Poe"]},
    ),
    ("It rained. CNN's Jo B. Roe and Al Poe contributed to this report.", "It rained."),
    ("“It rained.” Jo Roe contributed to this story.", "“It rained.”"),
    ("It rained. Jo Roe reported from Oslo. Al Poe contributed to this report.", "It rained."),
    ("“It rained.” Jo Roe contributed to this story.", "“It rained.”"),
    ("It rained.\n–The Associated Press contributed to this report.", "It rained.\n"),
    (
        "It rained. NTB / (AS, B - redactor: Ana Popa, editor: Ion Roe, editor online: Jo Roe)",
        "It rained.",
        {"contributors": ["NTB / (AS, B - redactor: Ana Popa, editor: Ion Roe, editor online: Jo Roe)"]},
    ),
    ("It rained.\n\nAdditional reporting by Jo Roe", "It rained.\n\n"),
]
KEEPS = [
    "Jo Roe: Havna.\nKrim.\nOversatt av Ana Ruiz.\n371 sider.\nRoe forlag.\n\nRoe har skrevet en god bok.",
    "Jo Roe: Havna. Krim. 371 sider.\nOversatt av Ana Ruiz.\nRoe forlag.\n\nRoe har skrevet en god bok.",
    "Jo Roe: The harbour. Translated by Ana Ruiz. 371 pages. Roe Press.\n\nRoe has written a good book.",
    "It rained (A - redactor is what he was called).",
    "سردبیر: ما باید بیش از هر چیز به خوانندگان خود گوش بدهیم و بعد بنویسیم.",
    f"{_EAST} 责任编辑是他的工作。",
    "She contributed to a panel discussion titled “The sea”.",
    "Rain contributed to the story of the town.",
    "Fog contributed to the crash.",
    "He contributed to a round table called Rain.",
    "The delay contributed to this report being late, the judge said.",
    "Correction: Reporting by The Daily reveals this video to be false.",
    "Reporting by The Daily reveals this video to be false.",
    "A report by the Centre for Investigative Reporting says so.",
    "Two late goals contributed to Lom ’s 2-0 win.",
    "The Harbour Pundit is reporting that the patient has left.",
]
