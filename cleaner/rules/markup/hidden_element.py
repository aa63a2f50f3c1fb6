"""An HTML element that no reader was meant to see.

What   Scripts, styles, templates, frames and vector drawings with all they hold; comments, doctypes, CDATA marks.
Why    Their content is program, not prose.
Kept   Elements that are never closed lose their tag only; arrows such as <-- in prose stay.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.markup import tags
from cleaner.rule import Hints, Rule

rule = Rule(code="MRK001", hints=Hints(inside=("<s", "<n", "<t", "<i", "<o", "<!", "]]>", "&lt;s", "&lt;n", "&lt;!")))

_HIDDEN = frozenset(["script", "style", "noscript", "template", "svg", "iframe", "object"])
_MARK = re.compile(r"<!--|<!doctype[^<>]{0,300}>|<!\[CDATA\[|\]\]>", re.IGNORECASE)


def find(doc: Document) -> Iterator[Edit]:
    text = doc.text
    yield from _elements(text)
    for match in _MARK.finditer(text):
        end = match.end()
        if match[0] == "<!--":
            end = text.find("-->", match.end()) + 3
            if end < 3:
                break
        yield Edit(match.start(), end)


def _elements(text: str) -> Iterator[Edit]:
    opened, start = "", 0
    for tag in tags(text):
        if not opened and not tag.closes and tag.name in _HIDDEN:
            opened, start = tag.name, tag.start
        elif opened == tag.name and tag.closes:
            yield Edit(start, tag.end)
            opened = ""


FIXES = [
    ('One.<script type="text/javascript">var a = 1 < 2;</script> Two.', "One. Two."),
    ("One.<!-- a comment --> Two.<style>p { color: red }</style>", "One. Two."),
    ("<![CDATA[One.]]>", "One."),
]
KEEPS = ["Turn left <-- here.", "The script was <good>, he said.", "x <!-- never closed", "a]] > b"]
