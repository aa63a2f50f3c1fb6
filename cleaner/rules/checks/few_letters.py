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

_SIGNS = (digits + punctuation).encode()
_OTHERS = bytes(set(range(256)) - set(_SIGNS) - set(b" \t\r\n"))
_BLANKS = b" \t\r\n"
_SHORT, _SHARE = 60, 0.4

rule = Rule("CHK005", REPORT)


def find(doc: Document) -> Iterator[Finding]:
    if len(doc.text) < _SHORT:
        return
    data = doc.text.encode("utf-8", "replace")
    signs = len(data.translate(None, _OTHERS + _BLANKS))
    inked = max(1, len(doc.text) - sum(map(doc.text.count, " \t\r\n")))
    if signs > _SHARE * inked:
        yield doc.note(0, len(doc.text), f"{signs / inked:.0%} of the characters are figures and signs")


REPORTS = ["12.5 13.7 11.2 | 14.9 16.0 | 88.1 (3) [4] 12.5 13.7 11.2 | 14.9 16.0 | 88.1"]
KEEPS = [
    "In 1987 the bank lost 3.5 mln dlrs, or 12 cts a share, against 2.1 mln in 1986.",
    "雨が降った。雨が降った。雨が降った。雨が降った。雨が降った。雨が降った。雨が降った。雨が降った。雨が降った。雨が降った。",
]
