"""What the shape of a text says at a glance: traits without which some rules, which have no words to look for, cannot
fire.

They are worked out once for a text; like a scan they may err only towards asking.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cleaner.document import CLOSED, unclosed
from cleaner.lazy import lazy
from cleaner.text.calendars import ERAS
from cleaner.text.prose import prose
from cleaner.text.scripts import FOREIGN

SHORT, UNCLOSED, BARE_HEAD, DATED, SIGNED, LISTED, TITLED, HANGING, ALIKE, RULED = (1 << bit for bit in range(10))
"""A line of at most `LABEL` characters; a line that does not end with a full stop; a first line that is no prose; a
year, or a sign that a dateline may have, where an article begins or ends; an item, a link, or lines so few or so long
that they cannot be judged one by one; a title that is known; one of the last lines that does not end with a full stop;
two lines of a sentence's length that are equally long; a line that ends with a sign of which rows are made."""

LABEL = 120
ITEM_SIGNS = frozenset("*-|<")
"""What stands before the items of lists and tables."""

_LINES = (*range(0x2010, 0x2016), *range(0x2500, 0x2580))
ROW_SIGNS = frozenset("*_=~#•·●○◆◇■□★☆※▪►▼◎‹›×-") | frozenset(map(chr, _LINES))
"""What the rows are made of that part a story from something else."""

LAST = 3
"""How many lines are the last."""

_FEW_LINES, _LONG_LINE = 4, 1500
_LINKED = ("http", "/")
_SENTENCE, _PARAGRAPH, _MOST = 60, 200, 12
_TEASER, _STAMPED, _NEAR, _TITLED = 520, 320, 180, 34
"""How many characters are looked at: of the first line for brackets and for years, of every other."""

_DIGITS = lazy(r"\d\d{3}")  # so written, its first digit is searched for at once
_SIGNS, _WIDE_SIGNS = ")]|/-([", "）】／—–―－電电（ـ"
_KINDS = bytes(
    ord("0") if 48 <= byte < 58 else ord("(") if chr(byte) in _SIGNS else ord("~") if byte in FOREIGN else ord(".")
    for byte in range(256)
)
"""Bytes are looked through ten times as fast as text is: digits, signs and first bytes become one of a kind each."""


def many_lines(text: str) -> bool:
    """Whether ``text`` has line breaks enough to be judged line by line."""
    return _many(len(text), text.count("\n"))


def _many(size: int, breaks: int) -> bool:
    return breaks >= _FEW_LINES and size < _LONG_LINE * (breaks + 1)


def linked(text: str) -> bool:
    """Whether ``text`` holds a sign of a link in Markdown."""
    at = text.find("(")
    while at >= 0:
        if text.startswith(_LINKED, at + 1) or text[at - 1 : at] == "]":
            return True
        at = text.find("(", at + 1)
    return False


def traits(text: str, rows: Sequence[str]) -> int:
    """The traits of a text, of which ``rows`` are the lines."""
    lines = list(filter(None, map(str.strip, rows)))
    if not lines:
        return 0
    sizes, ends = list(map(len, lines)), {line[-1] for line in lines}
    found = SHORT if min(sizes) <= LABEL else 0
    if not ends <= CLOSED:
        found |= UNCLOSED if any(map(unclosed, lines)) else 0
        found |= HANGING if any(line[-1] not in CLOSED for line in lines[-LAST:]) else 0
        found |= 0 if ends.isdisjoint(ROW_SIGNS) else RULED
    long = [size for size in sizes if size >= _SENTENCE]
    if len(set(long)) < len(long):
        found |= ALIKE
    if not _many(len(text), len(rows) - 1) or linked(text) or not ITEM_SIGNS.isdisjoint([line[0] for line in lines]):
        found |= LISTED
    first, second = (*lines, "")[:2]
    if len(first) < _PARAGRAPH and (len(first) < _SENTENCE or first[-1] not in ".。" or first[-2] == "."):
        found |= BARE_HEAD
    below = (second,) if prose(first) and prose(second) else lines[1:_MOST]
    near = "\n".join([line[:_NEAR] for line in below])
    begin = first[:_TEASER]
    if "(" in begin or "[" in begin or "（" in begin or _loud(begin) or _signed(first[:_NEAR] + near):
        found |= SIGNED
    tail = lines[-1][-_NEAR:]
    end = tail if len(tail) == _NEAR else "\n".join(lines[-_MOST:])
    if _dated(f"{first[:_STAMPED]}\n{near}\n{end}"):
        found |= DATED
    return found


def _loud(text: str) -> bool:
    """Whether a text opens with a colon behind words in capitals."""
    return text[: max(0, text.find(": ", 0, _TITLED))].isupper()


def _signed(text: str) -> bool:
    return b"(" in _kinds(text) or (not text.isascii() and any(sign in text for sign in _WIDE_SIGNS))


def _dated(text: str) -> bool:
    kinds = _kinds(text)
    return b"0000" in kinds or (b"~" in kinds and _dated_abroad(text))


def _dated_abroad(text: str) -> bool:
    return _DIGITS.search(text) is not None or ("年" in text and any(era in text for era in ERAS))


def _kinds(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass").translate(_KINDS)


def known(fields: Mapping[str, Any]) -> int:
    """The traits that come with what is known of an article."""
    return TITLED if fields.get("title") else 0
