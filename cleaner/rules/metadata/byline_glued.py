"""A byline whose name and role have grown together.

What   "By Ana RuizPolitics editor, Wales She never …", "By Tomas ReykBBC News, Oslo The port …", in front of a
       sentence, at the start of a text or between two of its sentences.
Why    Name and role stood on two lines; where the line breaks are gone they run into the story.
Kept   Names with a capital inside; roles that no sentence follows; whatever does not begin with "By".
Moves  The name goes to `authors`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.rules.metadata._names import people
from cleaner.rules.metadata._places import is_known
from cleaner.text.beginnings import matches
from cleaner.text.places import places
from cleaner.words import any_of

_ROLES = ("editor", "correspondent", "reporter", "journalist", "producer", "presenter", "analyst", "writer")
rule = Rule(
    code="MET010", hints=Hints(inside=(*(f" {role}" for role in _ROLES), *(f"{role} " for role in _ROLES), "bbc"))
)

_WORD = r"[A-Z][\w'’-]{1,20}"
_PARTICLE = "(?:van |von |de |al-)?"
_ROLE = (
    rf"(?:BBC (?:(?:[\w&'’-]{{1,20}} ){{1,5}}?(?:{'|'.join(_ROLES)})|News|Sport|Scotland|Wales)"
    rf"|[A-Z][a-z]+ (?:(?:[\w&'’-]{{1,20}} ){{0,4}}?(?:{'|'.join(_ROLES)}))"
    rf"|(?:Editor|Reporter|Correspondent|Journalist|[A-Z]{{2,4}} News))(?![\w'’])"
)
_NAME = rf"{_WORD}(?: {_PARTICLE}{_WORD})?? {_PARTICLE}[A-Z][\w'’-]{{0,19}}[a-z]"
_BYLINE = lazy(rf"(?:^[ \t]{{0,3}}|(?<=[.!?\"”…] ))By (?P<name>{_NAME})(?=[A-Z]){_ROLE}")
_PLACES = tuple(lazy(rf",? (?:in )?(?P<place>{_WORD}(?: {_WORD}){{{more}}}) (?=[A-Z\"“‘'])") for more in range(3))
_SENTENCE = lazy(rf" (?:{any_of('sentence_opener')}(?!\w)|[\"“‘'])")
_CAPITAL = lazy(r" (?=[A-Z])")


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates() if "By " in doc.text else ():
        for match in matches(_BYLINE, line.text, (0, *places(line.text, "By "))):
            names, end = people(match["name"]), _end(line.text, match.end())
            if names and end is not None:
                yield line.span(match.start(), end, authors=names)


def _end(text: str, at: int) -> int | None:
    """Where the sentence behind the role, and the place behind that, begins; None when it cannot be seen."""
    if _SENTENCE.match(text, at):
        return at + 1
    for pattern in _PLACES:
        match = pattern.match(text, at)
        if match and (_SENTENCE.match(text, match.end() - 1) or is_known(match["place"])):
            return match.end()
    return at + 1 if _CAPITAL.match(text, at) else None


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
FIXES = [
    (f"By Ana RuizPolitics editor, Wales {_STORY}", _STORY, {"authors": ["Ana Ruiz"]}),
    (f"It rained. By Tomas van ReykBBC News, Cape Town {_STORY}", f"It rained. {_STORY}"),
    (f"It rained. By Tomas ReykBBC North of England reporter {_STORY}", f"It rained. {_STORY}"),
    (f"By Ana RuizReporter “No,” she said. {_STORY}", f"“No,” she said. {_STORY}"),
]
KEEPS = [
    "By Ana McDonald the harbour was never liked, a reporter said.",
    "It was edited By Ana RuizHealth and a reporter of the Courier.",
    "Designed By Ana RuizHealth reporter The end.",
    f"By Ana Ruiz, the political editor, we heard much. {_STORY}",
    f"By RuizHealth reporter standards it was short. {_STORY}",
]
