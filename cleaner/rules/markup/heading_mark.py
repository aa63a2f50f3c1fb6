"""The sign of a Markdown heading.

What   `##` and its like before a heading, and `##` behind it; signs without any words; in Markdown also a single `#`.
Why    The signs are form, the heading is text.
Kept   The words; hashtags and numbers such as #1; outside Markdown a single `#` unless
       blank lines part it from the text.
Moves  Headings, but for the first line of the text, also go to `headings[]`.
"""

import re
from collections.abc import Iterator

from cleaner.edit import Edit, Lift
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View
from cleaner.text.beginnings import matches
from cleaner.text.places import line_starts

rule = Rule("MRK030", hints=HINTS, find=planned("MRK030"))
SIGNS = "#"

_HEADING = lazy(
    r"^(?P<mark>[ \t\u00a0]{0,40}(?:[*+-][ \t])?[ \t]{0,3}\\?#{1,6}(?:[ \t]{1,20}|$))(?P<words>[^\n]{0,2000}?)"
    r"(?P<tail>[ \t]{1,20}#{1,10}[ \t]{0,20})?$",
    re.MULTILINE,
)
_LEAD = 50
_TEXT = lazy(r"[^ #*+\-\t\n]")


def spans(view: View) -> Iterator[Edit]:
    text = view.text
    if "#" in text:
        for match in matches(_HEADING, text, line_starts(text, "#", _LEAD)):
            yield from _marked(view, match)


def _marked(view: View, match: re.Match[str]) -> Iterator[Edit]:
    depth = match["mark"].count("#")
    if "\\" in match["mark"] or (depth == 1 and not _stands_alone(view.text, match, view.markdown)):
        return
    if depth == 1 and view.kind == "markdown" and match["mark"].startswith("    "):
        return  # a comment in a block of code
    if not match["words"]:
        if match["mark"][:8].isspace() and not view.markdown:
            return  # a drawing
        end = match.end()
        yield Edit(match.start(), end + (view.text[end : end + 1] == "\n"))
        return
    start = match.start() + len(match["mark"]) - len(match["mark"].lstrip(" \t*+-"))
    yield Edit(start, match.start("words"), "", _lift(view, *match.span("words")))
    if match["tail"]:
        yield Edit(*match.span("tail"))


def _stands_alone(text: str, match: re.Match[str], markdown: bool) -> bool:
    """Whether a single sign begins a heading, not a line of quoted mail; outside Markdown blank lines must part it."""
    before = text.rfind("\n", 0, max(0, match.start() - 1)) + 1
    if text.startswith("#", match.end() + 1) or (match.start() > 0 and text.startswith("# ", before)):
        return False
    behind = text.find("\n", match.end() + 1)
    above, below = text[before : match.start()], text[match.end() : behind] if behind > 0 else "-"
    parted = before > 0 and not above.strip() and not below.strip()
    return markdown or (parted and match["words"][-1:].isalnum())


def _lift(view: View, start: int, end: int) -> Lift:
    heading = view.plain(start, end) if _TEXT.search(view.text, 0, start) else ""
    return (("headings", heading),) if heading else ()


FIXES = [
    ("It rained.\n\n## The *next* day ##\n\nIt snowed.", "It rained.\n\nThe *next* day\n\nIt snowed.",
     {"headings": ["The *next* day"]}),
    ("It rained.\n\n###\n\nIt snowed.", "It rained.\n\n\nIt snowed."),
    ("It rained.\n\n# The next day\n\nIt snowed.", "It rained.\n\nThe next day\n\nIt snowed."),
    ("# A title\n\n# A part\n\n**It** [snowed](https://a.example).",
     "A title\n\nA part\n\n**It** [snowed](https://a.example).", {"headings": ["A part"]}),
]  # fmt: skip
KEEPS = [
    "#1 in the charts\n#Verificado says so",
    "# I think I have seen that engine",
    "```\n## a comment\n```",
    "C# 9 and F# ## are not alike",
    "He wrote:\n\n# a remark of mine,\n# and more of it\n\nwas it.",
]
