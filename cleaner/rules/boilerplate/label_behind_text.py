"""A label of the page's foot behind the last sentence, where line breaks are lost.

What   “… said the captain. 12 comments”, “… sagte er. Teilen”, “… dijo. Etiquetas: puerto, barco” at the end of a
       paragraph that ends the text: what a rule for lines would take below it.
Why    The foot of the page stood on lines of its own.
Kept   Labels further up, what ends like a sentence, and what would stay as a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, unclosed
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule, take
from cleaner.rules._rows import last
from cleaner.rules.boilerplate import (
    comments_count,
    page_label,
    related_block,
    share_buttons,
    tag_list,
    tail_label,
)
from cleaner.rules.boilerplate._lines import label
from cleaner.scan.traits import HANGING
from cleaner.text.stops import STOPS

rule = Rule("BLR055", needs=HANGING)

_PARAGRAPH, _EASTERN, _LONGEST = 200, 70, 90
_BEHIND = lazy(rf"[.!?…。！？{STOPS}][\"”’“‘»«)\]」』]{{0,2}}\s{{1,3}}(?=[^\s.!?…。！？{STOPS}][^.!?…。！？{STOPS}]*$)")
_LINES = (
    tail_label.find,
    tag_list.find,
    share_buttons.find,
    related_block.find,
    comments_count.rule.find,
    page_label.rule.find,
)


def find(doc: Document) -> Iterator[Edit]:
    for text in map(str.rstrip, last(doc, 1)):
        if not unclosed(text) or len(text) < _shortest(text):
            return
        match = _BEHIND.search(text, len(text) - _LONGEST)
        said = text[match.end() :] if match else ""
        if match is None or not any(map(str.isalpha, said)) or not label(said):
            return
        below = Document(f"{text[: match.end()].rstrip()}\n\n{said}", dict(doc.fields))
        begin = len(below.text) - len(said)
        for ask in _LINES:
            for edit in ask(below) if ask else ():
                if isinstance(edit, Edit) and edit.start <= begin and edit.end == len(below.text):
                    yield from take(doc.tail(1)[0], match.end(), len(text), **dict(edit.lift))
                    return


def _shortest(text: str) -> int:
    """How many characters a paragraph has at least, in a script without spaces fewer."""
    return _EASTERN if text.rstrip()[-1:] > "\u3000" else _PARAGRAPH


_STORY = (
    "The ferry to the island sailed again on Monday, its owner said in a statement to the press. Nobody was hurt when"
    " the storm tore it from the quay, but two cars went into the harbour, and one of them has not been found since."
)
_EAST = (
    "フェリーは月曜日に再び島へ出航したと、所有者が声明で述べた。嵐で岸壁から引き離されたとき、けが人はなかったが、"
    "車二台が港に落ち、一台はまだ見つかっていない。"
)
FIXES = [
    (
        f"{_EAST} コメント",
        _EAST,
    ),
    (f"{_STORY} 12 comments", _STORY),
    (f"{_STORY} Teilen", _STORY),
    (f"{_STORY} “We rowed.” You may also like", f"{_STORY} “We rowed.”"),
    (f"{_STORY} Filed under: Politics", _STORY, {"section": "Politics"}),
    (f"{_STORY} Share Tweet Print", _STORY),
]
KEEPS = [
    f"{_EAST} コメントはない",
    f"{_STORY} Nobody told them more",
    f"{_STORY} Comments were few",
    f"{_STORY} The captain said: no comments",
    f"{_STORY} Share.",
    f"Comments\n\n{_STORY}",
]
