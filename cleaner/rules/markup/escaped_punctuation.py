r"""A punctuation mark that a Markdown writer has escaped.

What   In Markdown, the backslash of ``\_``, ``\.``, ``\-``, ``\(`` and the like, and of a line break; elsewhere only
       that of a number or dash that begins a line (``3\. Third``).
Why    The backslash only says that the mark is no mark-up.
Kept   The same in texts that are not Markdown, in code, in paths and formulas.
"""

import re
from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View

rule = Rule("MRK032", hints=HINTS, find=planned("MRK032"))

_ESCAPE = re.compile(r"(?<!\\)(?:\\(?=[_.\-()\[\]!+&$>#*~|'\":,;?=@%/}{])(?!\\#{1,6}[ \t])|\\{1,2}(?=\n|\Z))")
_LIST = re.compile(
    r"^[ \t]{0,40}(?:\d{1,3}(?P<dot>\\)(?=[.)][ \t])|(?:[*+-][ \t]{1,5})?(?P<dash>\\)(?=[+-][ \t]))", re.MULTILINE
)
_FORMULA = re.compile(
    r"\\(?:begin|end|frac|sum|left|right|text[a-z]{0,6}|math[a-z]{0,6})\b|\$\$|\\[\[(][^\n]{0,200}\\[a-z]{2}"
)


def spans(view: View) -> Iterator[Edit]:
    if "\\" not in view.text or _FORMULA.search(view.text):
        return
    if view.markdown:
        for match in _ESCAPE.finditer(view.text):
            yield Edit(*match.span())
    else:
        for match in _LIST.finditer(view.text):
            yield Edit(*match.span("dot" if match["dot"] else "dash"))


FIXES = [
    (
        "## One\n\n1\\. The {client\\_pronoun} \\- \\[sic\\] [it](/r), **he** said\\!",
        "## One\n\n1. The {client_pronoun} - [sic] [it](/r), **he** said!",
    ),
    ("One.\n3\\. Two\n\\- Three", "One.\n3. Two\n- Three"),
]
KEEPS = ["It ended 3\\-2.", "a\\_b and 1\\. and \\*", "## One\n\n**A** [b](/c) `a\\_b` C:\\Users"]
