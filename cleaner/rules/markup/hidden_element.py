"""An HTML element that no reader was meant to see.

What   Scripts, styles, templates, frames and vector drawings with all they hold; comments, doctypes, processing
       instructions, the marks of CDATA.
Why    Their content is program, not prose.
Kept   Elements and comments that are never closed; arrows such as <-- in prose.
"""

import re
from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View
from cleaner.text.places import holds_pair

rule = Rule("MRK002", hints=HINTS, find=planned("MRK002"))
SIGNS = "<&]"

_HIDDEN = frozenset(["script", "style", "noscript", "noframes", "template", "svg", "iframe", "object"])
_GT = r"(?:>|&gt;)"
_MARK = lazy(
    rf"[<&\]](?:(?:(?<=<)|(?<=&)lt;)(?:(?P<comment>!--)|!doctype\b[^<>&]{{0,300}}{_GT}"
    rf"|\?(?:xml|php|import)\b[^<>&]{{0,500}}?\??{_GT}|(?<!/<)(?<!/&lt;)!\[CDATA\["
    rf"|!\[(?:end)?if[^\[\]<>]{{0,60}}\]{_GT})|(?<=\])(?<![/\]]\])\]{_GT})",
    re.IGNORECASE,
)
_OPENING, _ESCAPED = lazy("<[!?]"), lazy(";[!?]")
_COMMENT_END = lazy(r"--!?(?:>|&gt;)")


def spans(view: View) -> Iterator[Edit]:
    text = view.text
    closing, escaped = holds_pair(text, "]]"), "&" in text and "&lt;" in text
    if not ("<" in text or closing or escaped):
        return
    yield from _elements(view)
    past = 0
    marked = closing or _OPENING.search(text) or (escaped and _ESCAPED.search(text))
    for match in _MARK.finditer(text) if marked else ():
        if match.start() < past:
            continue
        past = match.end()
        if match["comment"]:
            close = _COMMENT_END.search(text, match.end())
            if close is None:
                return
            past = close.end()
        yield Edit(match.start(), past)


def _elements(view: View) -> Iterator[Edit]:
    last = {tag.name: tag.start for tag in view.tags if tag.closes and tag.name in _HIDDEN}
    opened, start = "", 0
    for tag in view.tags:
        if not opened and not tag.closes and tag.start < last.get(tag.name, -1):
            if view.text[tag.end - 2] != "/":
                opened, start = tag.name, tag.start
        elif opened == tag.name and tag.closes:
            yield Edit(start, tag.end)
            opened = ""


FIXES = [
    ('One.<script type="text/javascript">var a = 1 < 2;</script> Two.', "One. Two."),
    ("One.<!-- a comment --> Two.<style>p { color: red }</style>", "One. Two."),
    ("<![CDATA[One.]]>", "One."),
    ("<!DOCTYPE html>\nOne.<?xml version='1.0'?>", "\nOne."),
    ("One.&lt;script&gt;var a = 1;&lt;/script&gt; Two.", "One. Two."),
]
KEEPS = [
    "Turn left <-- here.",
    "The script was <good>, he said.",
    "x <!-- never closed",
    "a]] > b",
    "He wrote <script> and no more.",
]
