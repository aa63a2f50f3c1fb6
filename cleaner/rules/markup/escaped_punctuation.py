r"""A punctuation mark that a Markdown writer has escaped.

What   In Markdown, the backslash of ``\_``, ``\.``, ``\-``, ``\(`` and the like, and of a line break.
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

_ESCAPE = re.compile(r"(?<!\\)\\(?=[_.\-()\[\]!+&$>#*~|'\":,;?=@%/}{]|\n|\Z)(?!#{1,6}[ \t])")
_FORMULA = re.compile(
    r"\\(?:begin|end|frac|sum|left|right|text[a-z]{0,6}|math[a-z]{0,6})\b|\$\$|\\[\[(][^\n]{0,200}\\[a-z]{2}"
)


def spans(view: View) -> Iterator[Edit]:
    if view.markdown and "\\" in view.text and not _FORMULA.search(view.text):
        for match in _ESCAPE.finditer(view.text):
            yield Edit(*match.span())


FIXES = [
    (
        "## One\n\n1\\. The {client\\_pronoun} \\- \\[sic\\] [it](/r), **he** said\\!",
        "## One\n\n1. The {client_pronoun} - [sic] [it](/r), **he** said!",
    ),
]
KEEPS = ["a\\_b and 1\\. and \\*", "## One\n\n**A** [b](/c) `a\\_b` C:\\Users"]
