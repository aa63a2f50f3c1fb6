"""A row of links to the site's own pages.

What   A line of two labels or more such as “About us | Contact | Privacy policy”, with bars, dots or slashes between
       them, below the last paragraph or as one of the first lines.
Why    They were the links of the page's footer or head.
Kept   Rows in which any part is something else, of five or more the half; rows between paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.boilerplate._lines import last_prose
from cleaner.words import heads, words

_LONGEST = 300
_MANY, _WIDEST = 5, 40
"""Parts of a row in which some may be unknown, and the characters of each."""

_KEYS = ("footer_label", "page_label", "share_button", "share_line", "topics_label", "comments_label")
_SIGNS = "|•·»／‧/–—-"
_BARS = lazy(r"\s{0,3}(?:[|•·»／‧]|(?<=\s)[/–—-](?=\s))\s{0,3}")


@cache
def _footers() -> frozenset[str]:
    return frozenset(word.casefold() for word in words("footer_label"))


@cache
def _labels() -> frozenset[str]:
    return frozenset(word.casefold() for word in words(*_KEYS))


def _is_row(text: str) -> bool:
    if len(text) > _LONGEST or not any(bar in text for bar in _SIGNS):
        return False
    parts = [part.casefold() for part in _BARS.split(text.strip(" |•·©\t\r\n\u00a0")) if part]
    known = sum(part in _labels() for part in parts)
    return len(parts) > 1 and parts[0] in _footers() and (known == len(parts) or _mostly(parts, known))


def _mostly(parts: list[str], known: int) -> bool:
    """Whether half of many short parts are known labels, so that the others are labels of the same kind."""
    return len(parts) >= _MANY and 2 * known >= len(parts) and max(map(len, parts)) <= _WIDEST


rule = Rule("BLR056", hints=heads("footer_label").fitting(_is_row))


def find(doc: Document) -> Iterator[Edit]:
    rows = [line for line in doc.candidates() if _is_row(line.text.strip())]
    if not rows:
        return
    end, first = last_prose(doc), {line.index for line in doc.head(2)}
    for line in rows:
        if line.index > end >= 0 or (line.index in first and line.index < end):
            yield line.cut()


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
FIXES = [
    (f"{_STORY}\n\nAbout us | Contact us | Privacy", f"{_STORY}\n\n"),
    (f"{_STORY}\nO nás | Loděnice | Inzerce | Cookies | Kontakty | Loď roku", f"{_STORY}\n"),
    (f"{_STORY}\nImpresum • Kontakt • Marketing", f"{_STORY}\n"),
    (f"{_STORY}\nKünye | İletişim", f"{_STORY}\n"),
    (f"{_STORY}\nاتصل بنا | من نحن", f"{_STORY}\n"),
]
KEEPS = [
    f"{_STORY}\n\nKontakt | Lom | Arvo | Roe | Poe | Inzerce",
    f"{_STORY}\n\nContact | Ann Other, Lom",
    f"{_STORY}\n\n{_STORY}\n\nAbout us | Contact us | Privacy\n\n{_STORY}",
    f"{_STORY}\n\nContact",
    f"{_STORY}\n\nReklama | je dozvoljena samo na poleđini.",
]
