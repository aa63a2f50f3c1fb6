"""A text that breaks off.

What   Texts that end with “[+1234 chars]”, “[…]” or “(more)”; short ones that end with an ellipsis.
Why    The supplier delivered the beginning only.
Kept   Long texts that end with an ellipsis, which may be the author's.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Finding
from cleaner.lazy import lazy
from cleaner.rule import REPORT, Rule

_CUT = lazy(
    r"(?:\[\+?\d{1,7} (?:more )?char(?:acter)?s\]|\[(?:…|\.\.\.|&hellip;)\]|\((?:more|continued)\))\s*$", re.IGNORECASE
)
_ELLIPSIS = lazy(r"\w ?(?:…|\.\.\.)\s*$")
_ENDS = ("]", ")", "…", "...")
_REACH, _TEASER = 60, 700

rule = Rule("CHK009", REPORT)


def find(doc: Document) -> Iterator[Finding]:
    text = doc.text
    tail = text[-_REACH:]
    if not tail.rstrip().endswith(_ENDS):
        return
    match = _CUT.search(tail) or (_ELLIPSIS.search(tail) if len(text) <= _TEASER else None)
    if match:
        start = len(text) - len(tail) + match.start()
        yield doc.note(start, len(text), "the text breaks off")


REPORTS = ["The bank said on Monday that it… [+1234 chars]", "The bank said […]", "Most of us use groups. These..."]
KEEPS = ["The bank said so.", "He ended [with a bracket]", "(He said more)"]
