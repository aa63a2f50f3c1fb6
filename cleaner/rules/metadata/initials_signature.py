"""The editor's initials behind the last sentence.

What   “… he said. (mzs)”, “… he said.(ab/cde)” at the very end of a story in long lines: two to four small letters;
       capitals between slashes on the last line: “/ДД/”; in Bengali the names of letters with a slash: “এএম/পিআর”,
       “/এমএস/”, on the last line or behind the last sentence.
Why    Newsrooms sign so; it is no part of the story.
Kept   Units and asides such as “(sic)”, agencies, brackets below short texts or inside the last sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule, take
from cleaner.rules.metadata._names import agency

_BENGALI = "ডব্লিউ|ডব্লিউ|ওয়াই|ওয়াই|এইচ|কিউ|এফ|জি|জেড|জে|কে|এল|এম|এন|এক্স|আর|এস|টি|ইউ|ভি|পি|বি|সি|ডি|ই|আই|এ|ও"
_LETTERS = lazy(rf"(?:^|(?<=[।!?”’]))\s{{0,3}}/?(?:{_BENGALI}){{1,4}}(?:/(?:{_BENGALI}){{1,4}}){{0,3}}/?\s{{0,9}}$")
_SLASH, _CLOSED = "/", frozenset("।.!?”’“»")
_SLASHED = lazy(r"\s{0,3}/[А-ЯA-Z]{2,3}(?:, ?[А-ЯA-Z]{2,3}){0,2}/\.?\s{0,9}")

_REACH, _LONG = 30, 400
"""Characters before the end that are looked at, and of a line that is a story and not a comment."""


def _may_end(row: str) -> bool:
    end = row[-_REACH:]
    return end.rstrip()[-1:] == ")" or bool(_LETTERS.search(end)) or bool(_SLASHED.fullmatch(row[:_REACH]))


rule = Rule(
    "MET042",
    hints=Hints(inside=(")", _SLASH)).fitting(_may_end),
)

_SIGNED = lazy(r"(?<=[.!?…”\"»])\s{0,3}\((?P<who>[^\W\d_A-Z]{2,4})(?:[/-][^\W\d_A-Z]{2,4}){0,2}\)\s{0,9}$")
_ASIDES = frozenset((
    "sic", "lol", "kg", "km", "cm", "mm", "ml", "usw", "etc", "ok", "ha", "haha", "xd", "itd", "itp", "tbc", "tba",
))  # fmt: skip


def find(doc: Document) -> Iterator[Edit]:
    last = doc.tail(2)
    if last and _SLASH in last[-1].text[-_REACH:]:
        yield from _slashed(last)
    if doc.text.rstrip()[-1:] != ")" and not doc.touched:
        return
    last = last[-1:]
    if not last or doc.kind == "markdown" or len(last[0].text) < _LONG:
        return
    text = last[0].text
    match = _SIGNED.search(text, len(text) - _REACH)
    if match and match["who"].islower() and match["who"] not in _ASIDES and not agency(match["who"]):
        yield last[0].span(match.start(), len(text))


def _slashed(last: list[Line]) -> Iterator[Edit]:
    """Initials with slashes: in Bengali also behind the last sentence, else on a line of their own below one."""
    line, text = last[-1], last[-1].text
    match = _LETTERS.search(text, max(0, len(text) - _REACH))
    below = len(last) > 1 and last[0].text.rstrip()[-1:] in _CLOSED
    if match and (match.start() or below):
        yield from take(line, match.start(), len(text))
    elif below and _SLASHED.fullmatch(text):
        yield line.cut()


_STORY = " ".join(["The ferry to the island sailed again on Monday, its owner said in a statement."] * 6)
FIXES = [
    (f"{_STORY} (mzs)", _STORY),
    ("সারা দিন বৃষ্টি হয়েছে বলে জানা গেছে।\nএএম/পিআর", "সারা দিন বৃষ্টি হয়েছে বলে জানা গেছে।\n"),
    ("Цял ден валя.\n\n/ДД/", "Цял ден валя.\n\n"),
    ("সারা দিন বৃষ্টি হয়েছে বলে জানা গেছে। /এমএস/", "সারা দিন বৃষ্টি হয়েছে বলে জানা গেছে।"),
    (f"It rained.\n\n{_STORY}(ab/cde) ", f"It rained.\n\n{_STORY}"),
]
KEEPS = [
    f"{_STORY} (sic)",
    "সারা দিন বৃষ্টি হয়েছে।\nবাস/ট্রাক",
    "সারা দিন বৃষ্টি হয়েছে এএম/পিআর",
    "সারা দিন বৃষ্টি হয়েছে।\nএ",
    "Цял ден валя\n\n/ДД/",
    f"{_STORY} (dpa)",
    "The ferry to the island sailed again on Monday. (mzs)",
    f"{_STORY[:-1]} (mzs)",
    f"{_STORY} (mzs)\n\n{_STORY}",
]
