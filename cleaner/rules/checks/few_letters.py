"""A text of figures and signs.

What   Texts of 60 characters or more, over 40 % of them ASCII figures and punctuation.
Why    Tables, code and encoded files are no prose.
Kept   Prose with figures, of whatever script.
"""

from collections.abc import Iterator
from string import digits, punctuation

from cleaner.document import Document
from cleaner.edit import Finding
from cleaner.rule import REPORT, Rule

_BLANKS = b" \t\r\n"
_OTHERS = bytes(set(range(256)) - set((digits + punctuation).encode()) - set(_BLANKS))
_SHORT, _SHARE, _SAMPLE = 60, 0.4, 100

rule = Rule("CHK005", REPORT)


def find(doc: Document) -> Iterator[Finding]:
    text = doc.text
    middle = len(text) // 2
    if len(text) < _SHORT or _share(text[max(0, middle - _SAMPLE) : middle + _SAMPLE]) <= _SHARE / 4:
        return
    share = _share(text)
    if share > _SHARE:
        yield doc.note(0, len(text), f"{share:.0%} of the characters are figures and signs")


def _share(text: str) -> float:
    """How many of the characters that are no blanks are ASCII figures and signs, 0 to 1."""
    kept = text.encode("utf-8", "replace").translate(None, _OTHERS)
    signs = len(kept.translate(None, _BLANKS))
    return signs / max(1, len(text) - (len(kept) - signs))


REPORTS = ["12.5 13.7 11.2 | 14.9 16.0 | 88.1 (3) [4] 12.5 13.7 11.2 | 14.9 16.0 | 88.1"]
KEEPS = [
    "In 1987 the bank lost 3.5 mln dlrs, or 12 cts a share, against 2.1 mln in 1986.",
    "雨が降った。雨が降った。雨が降った。雨が降った。雨が降った。雨が降った。雨が降った。雨が降った。雨が降った。雨が降った。",
]
