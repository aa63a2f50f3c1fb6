"""What a headline of another article, and the label above a few of them, look like."""

import re

from cleaner.document import Line
from cleaner.lazy import lazy

_ENDS = lazy(r"[.!…。！।۔:：,;)\]—–-][\"”’“‘'»«」』]{0,2}$")
_ITEM = lazy(r"\s*(?:[-–—•*·・▶►■◆#|>+]|\d{1,3}[.):]|\W{1,3}\s)")
_SIGNS = lazy(r"[°|@*]|:\*|(?<!\d)\d{3}-\d{3,4}")
_BULLETS = "-–•*·"
_BULLET = lazy(rf"[{_BULLETS}]\s+")
_FEWEST, _MOST, _LONGEST = 5, 20, 160
"""Words of a headline, and its characters."""
LONGEST_LABEL = 40
"""Characters of a label."""
_CLOSED = frozenset(".!…。！।۔:：,;)]—–-")


def is_headline(text: str) -> bool:
    """Whether a line reads like a headline: five to twenty words with a capital first and no full stop last.

    Items of a list have to be in title case.
    """
    text = text.strip()
    if len(text) > 2 * _LONGEST or text[-1] in _CLOSED:
        return False
    if text[0] in _BULLETS and (item := _BULLET.match(text)):
        text = text[item.end() :]
        if not _title_case(text):
            return False
    if not (text[:1].isupper() or text[:1].isdigit()) and text[:1] not in "\"“‘'«¿¡":
        return False
    if len(text) > _LONGEST or not _FEWEST <= len(text.split()) <= _MOST or text.isupper():
        return False
    return not (_SIGNS.search(text) or _ENDS.search(text[-4:]) or _ITEM.match(text))


def _title_case(text: str) -> bool:
    """Whether most of the longer words begin with a capital, in a script that has them."""
    words = re.findall(r"[^\W\d_][\w'’-]{3,}", text)
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def is_label(line: Line) -> bool:
    """Whether a line could stand above such a box: a few words with a capital first and no stop."""
    text = line.text.strip()
    short = len(text) <= LONGEST_LABEL and len(text.split()) <= 4
    return short and text[:1].isupper() and not _ENDS.search(text.rstrip(":"))


def is_loud_label(line: Line) -> bool:
    """Whether a line is a short label in capitals."""
    text = line.text.strip() if line.end - line.start <= LONGEST_LABEL else ""
    return len(text) > 4 and text.isupper() and len(text.split()) <= 5 and not any(map(str.isdigit, text))
