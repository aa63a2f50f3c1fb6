"""CSS that was taken for text.

What   Rules such as `.box{ color: red; }` and `@media … { … }`.
Why    They are layout, not prose.
Kept   Code in texts that speak of code, code between back-ticks; braces around words.
"""

from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View
from cleaner.text.scriptspans import speaks_of_code, styles

rule = Rule("MRK008", hints=HINTS, find=planned("MRK008"))
SIGNS = "{"


def spans(view: View) -> Iterator[Edit]:
    if "{" in view.text and "}" in view.text and view.kind != "markdown" and "```" not in view.text:
        found = styles(view.text)
        if found and not speaks_of_code(view.text):
            for start, end in found:
                yield Edit(start, end)


FIXES = [
    ("It opened. .box{ color: red; margin:0 } It shut.", "It opened.  It shut."),
    ("@media (max-width: 9px) { .a, .b > p {display:none} }\nIt opened.", "\nIt opened."),
    ("#map-1 { width: 100%; height: 4em; }\n.t td{padding:1px;}\nIt opened.", "\n\nIt opened."),
]
KEEPS = [
    "The set {color: red} is small.",
    "In CSS you write .box{ color: red; } for that.",
    "He said {sic}. No {name} was given.",
]
