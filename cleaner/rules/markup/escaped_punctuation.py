r"""A punctuation mark that a Markdown writer has escaped.

What   In Markdown, the backslash of ``\_``, ``\.``, ``\-``, ``\(`` and the like, and of a line break; elsewhere only
       that of a number or dash that begins a line (``3\. Third``).
Why    The backslash only says that the mark is no mark-up.
Kept   The same in texts that are not Markdown, in code, in paths and formulas.
"""

import re
from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View
from cleaner.text.beginnings import matches
from cleaner.text.places import line_starts

rule = Rule("MRK032", hints=HINTS, find=planned("MRK032"))
SIGNS = "\\"

_ESCAPE = lazy(r"\\(?<!\\\\)(?:(?=[_.\-()\[\]!+&$>#*~|'\":,;?=@%/}{])|\\{0,7}(?=[ \t\u00a0]{0,9}(?:\n|\Z)))")
_LIST = lazy(
    r"^[ \t]{0,40}(?:\d{1,3}(?P<dot>\\)(?=[.)][ \t])|(?:[*+-][ \t]{1,5})?(?P<dash>\\)(?=[+-][ \t]))", re.MULTILINE
)
_LEAD, _NEAR = 50, 200
_FORMULA = lazy(
    r"\\(?:begin|end|frac|sum|left|right|text[a-z]{0,6}|math[a-z]{0,6})\b|\$\$|\\[\[(][^\n]{0,200}\\[a-z]{2}"
)


def spans(view: View) -> Iterator[Edit]:
    text = view.text
    if "\\" not in text:
        return
    for match in _ESCAPE.finditer(text) if view.markdown else matches(_LIST, text, line_starts(text, "\\", _LEAD)):
        start, end = match.span() if view.markdown else match.span("dot" if match["dot"] else "dash")
        near = max(0, start - _NEAR)
        line = text[near:start].rpartition("\n")[2] + text[start : end + _NEAR].partition("\n")[0]
        if not _FORMULA.search(line):
            yield Edit(start, end)


FIXES = [
    (
        "## One\n\n1\\. The {client\\_pronoun} \\- \\[sic\\] [it](/r), **he** said\\!",
        "## One\n\n1. The {client_pronoun} - [sic] [it](/r), **he** said!",
    ),
    ("One.\n3\\. Two\n\\- Three", "One.\n3. Two\n- Three"),
]
KEEPS = ["It ended 3\\-2.", "a\\_b and 1\\. and \\*", "## One\n\n**A** [b](/c) `a\\_b` C:\\Users"]
