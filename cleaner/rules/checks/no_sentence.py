"""A text without a sentence.

What   Texts that are nothing but an address or a key of hexadecimal figures; one to three headlines in title case, with
       nothing below them.
Why    The page had no article, or another column of the dump was read; the record is rejected.
Kept   Lines that end like a sentence; short labels and names; headlines above anything else; headlines in which only
       the first word has a capital, which teasers begin like.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Finding
from cleaner.lazy import lazy
from cleaner.rule import REPORT, Rule

_KEY = lazy(
    r"(?:https?://|www\.)[^\s<>]{4,2000}|[0-9a-f]{32,128}|[0-9A-F]{32,128}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)
_LONGEST, _MOST, _FEWEST, _LONG, _SHORT = 400, 3, 6, 4, 2
"""Characters, lines, words of a headline, letters of a word that has a capital in one, and short words of one."""

_CLOSED = frozenset(".!?…:;,。")

rule = Rule("CHK011", REPORT, rejects=True)


def find(doc: Document) -> Iterator[Finding]:
    text = doc.text
    if len(text) > _LONGEST and (text.count(" ", 0, _LONGEST) or len(text) > 5 * _LONGEST):
        return
    rows = [row.strip() for row in text.split("\n") if row and not row.isspace()]
    if len(rows) == 1 and _KEY.fullmatch(rows[0]):
        yield Finding("this is no article but an address or a key", 0, len(text), level="error")
    elif 0 < len(rows) <= _MOST and all(map(_titled, rows)):
        yield Finding("this is no article but a headline", 0, len(text), level="error")


def _titled(row: str) -> bool:
    """Whether all longer words of a line have a capital, some shorter ones have none, and no mark ends it."""
    words = [word.lstrip("\"'“‘«([") for word in row.split()]
    if len(words) < _FEWEST or row[-1] in _CLOSED:
        return False
    small = [word for word in words if word[:1].islower()]
    return 0 < len(small) <= len(words) // _SHORT and all(len(word) < _LONG for word in small)


REPORTS = [
    "Here Are the Winners of the Harbour Prize 2019",
    "Ferry Sails Again After the Storm in Lom\n\nNobody Was Hurt When It Was Torn From the Quay",
    "https://town.example/news/bridge.html",
    "046891c7d3326d16371d26ce81e840c7700c0b799807085ee00489d16ecc7aab",
]
KEEPS = [
    "Ferry sails again after the storm in Lom",
    "Here Are the Winners of the Harbour Prize 2019\n\nThe jury met on Monday.",
    "Ana Ruiz and Bo Lee",
    "Who Won the Prize of the Year in Lom?",
    "See https://town.example/news/bridge.html",
    "Oil, Gas, Coal, Wood, Wind, Sun, Rain",
]
