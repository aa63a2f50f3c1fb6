"""A link to the article before or after this one.

What   Among the last lines “Previous articleMan sails alone”, the label of such a link glued to a headline; the label
       alone with a headline on the next line.
Why    It is the way on through the site, and the headline is another article's.
Kept   The label with a sentence behind it, and anywhere further up.
Moves  The headline goes to `related`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.boilerplate._lines import related
from cleaner.text.prose import prose
from cleaner.words import any_of, heads

_LABEL = any_of("adjacent_article")
_LAST, _LONGEST = 6, 200
_GLUED = lazy(rf"[\s«»<>←→|]{{0,6}}{_LABEL}[\s:»>→]{{0,3}}(?P<title>[^\W_a-z].{{7,180}}|[“\"'‘«„].{{7,180}})")
_BARE = lazy(rf"[\s«»<>←→|]{{0,6}}{_LABEL}[\s:«»<>←→|]{{0,6}}")

rule = Rule("BLR070", hints=heads("adjacent_article"))


def find(doc: Document) -> Iterator[Edit]:
    if not any(True for _ in doc.candidates()):
        return
    last = doc.tail(_LAST)
    for line, after in zip(last, [*last[1:], None], strict=True):
        text = line.text.strip()
        if len(text) > _LONGEST:
            continue
        match = _GLUED.fullmatch(text)
        if match and not prose(match["title"]):
            yield line.cut(**related(match["title"]))
        elif after and len(last) > 2 and _BARE.fullmatch(text) and _headline(after.text.strip()):
            yield line.cut()
            yield after.cut(**related(after.text.strip()))


def _headline(text: str) -> bool:
    return 8 <= len(text) <= _LONGEST and not prose(text) and not _GLUED.match(text) and not _BARE.fullmatch(text)


_STORY = (
    "The ferry to the island sailed again on Monday, its owner said.\nNobody was hurt when it was torn from the quay."
)
FIXES = [
    (f"{_STORY}\nPrevious articleMan sails alone\nNext articleFerry sinks in port", f"{_STORY}\n",
     {"related": [{"title": "Man sails alone", "url": None}, {"title": "Ferry sinks in port", "url": None}]}),
    (f"{_STORY}\n\nPrevious article\n\nMan sails alone\n\nNext article\n\nFerry sinks in port", f"{_STORY}\n\n"),
    (f"{_STORY}\nПопередня стаття“Пором” знову вийшов у море", f"{_STORY}\n"),
]  # fmt: skip
KEEPS = [
    f"{_STORY}\nPrevious articles said that the ferry had sunk in the port.",
    f"{_STORY}\nNext article: The owner has to pay for the damage that the storm did to the quay.",
    f"Previous articleMan sails alone\n{_STORY}\n{_STORY}\n{_STORY}",
]
