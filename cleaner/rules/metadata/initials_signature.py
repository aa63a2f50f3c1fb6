"""The editor's initials in brackets behind the last sentence.

What   “… he said. (mzs)”, “… he said.(ab/cde)” at the very end of a story in long lines: two to four small letters.
Why    Newsrooms sign so; it is no part of the story.
Kept   Units and asides such as “(sic)”, agencies, brackets below short texts or inside the last sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.rules.metadata._names import agency

rule = Rule("MET042", hints=Hints(inside=(")",)).fitting(lambda row: row.rstrip()[-1:] == ")"))

_REACH, _LONG = 30, 400
"""Characters before the end that are looked at, and of a line that is a story and not a comment."""

_SIGNED = lazy(r"(?<=[.!?…”\"»])\s{0,3}\((?P<who>[^\W\d_A-Z]{2,4})(?:[/-][^\W\d_A-Z]{2,4}){0,2}\)\s{0,9}$")
_ASIDES = frozenset((
    "sic", "lol", "kg", "km", "cm", "mm", "ml", "usw", "etc", "ok", "ha", "haha", "xd", "itd", "itp", "tbc", "tba",
))  # fmt: skip


def find(doc: Document) -> Iterator[Edit]:
    if doc.text.rstrip()[-1:] != ")" and not doc.touched:
        return
    last = doc.tail(1)
    if not last or doc.kind == "markdown" or len(last[0].text) < _LONG:
        return
    text = last[0].text
    match = _SIGNED.search(text, len(text) - _REACH)
    if match and match["who"].islower() and match["who"] not in _ASIDES and not agency(match["who"]):
        yield last[0].span(match.start(), len(text))


_STORY = " ".join(["The ferry to the island sailed again on Monday, its owner said in a statement."] * 6)
FIXES = [
    (f"{_STORY} (mzs)", _STORY),
    (f"It rained.\n\n{_STORY}(ab/cde) ", f"It rained.\n\n{_STORY}"),
]
KEEPS = [
    f"{_STORY} (sic)",
    f"{_STORY} (dpa)",
    "The ferry to the island sailed again on Monday. (mzs)",
    f"{_STORY[:-1]} (mzs)",
    f"{_STORY} (mzs)\n\n{_STORY}",
]
