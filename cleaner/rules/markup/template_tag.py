"""The tag of a page template.

What   Lines that are nothing but `{% … %}` or `{{ … }}`, and wiki citations such as `{{cite web|…}}`.
Why    The template was never filled in, or its source was taken for its result.
Kept   The same within a sentence, where the text may speak of templates; single braces; code.
"""

import re
from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View

rule = Rule("MRK007", hints=HINTS, find=planned("MRK007"))
SIGNS = "{"

_LINE = lazy(
    r"^[ \t]{0,20}(?:(?:"
    r"\{%-?[ \t]{0,5}[a-z][^{}\n]{0,300}%\}"
    r"|\{\{[#/!>]?[ \t]{0,5}[\w.$@][^{}\n]{0,300}\}\})[ \t]{0,20}){1,10}(?:\n|\Z)",
    re.IGNORECASE | re.MULTILINE,
)
_CITATION = lazy(r"\{\{(?:cite|citation|sfn|refn|efn|reflist|citar)\b[^{}]{0,2000}\}\}", re.IGNORECASE)


def spans(view: View) -> Iterator[Edit]:
    if "{{" in view.text or "{%" in view.text:
        for pattern in (_LINE, _CITATION):
            for match in pattern.finditer(view.text):
                yield Edit(*match.span())


FIXES = [
    ("One.\n{% include share.html %}\nTwo.", "One.\nTwo."),
    ("One.\n{{ post.title | escape }}\nTwo.", "One.\nTwo."),
    ("It opened in 1911.{{cite web|url=https://a.example|title=Opening}} It closed.", "It opened in 1911. It closed."),
]
KEEPS = [
    "Write {{ name }} where the name shall stand.",
    "The set {a, b} and {{a}, {b}}",
    "The **{client_pronoun}** stays.",
    "He drew {{{{{{ and }}}}}}.",
]
