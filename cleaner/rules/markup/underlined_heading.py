"""The row of signs under a Markdown heading.

What   In Markdown, a row of `===` directly below a short line.
Why    The row is form, the heading is text.
Kept   The words; rows of dashes, which may part sections; tables drawn with signs.
Moves  The heading, but for the first line of the text, also goes to `headings[]`.
"""

from collections.abc import Iterator

from cleaner.document import holds
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View

rule = Rule("MRK034", hints=HINTS, find=planned("MRK034"))
SIGNS = "="

_HEADING = lazy(r"(?:^|\n)[ \t]{0,3}(?P<words>[^\s#>*=-][^\n]{0,200})(?P<row>\n={3,200}[ \t]{0,20})(?=\n|\Z)")


def spans(view: View) -> Iterator[Edit]:
    if view.markdown and "\n===" in view.text:
        for match in _HEADING.finditer(view.text):
            heading = view.plain(*match.span("words")) if holds(view.text, 0, match.start()) else ""
            yield Edit(*match.span("row"), "", (("headings", heading),) if heading else ())


FIXES = [
    (
        "One\n=====\n\n**A** [b](/c)\n\n## d\n\nTwo\n===\nEnd",
        "One\n\n**A** [b](/c)\n\n## d\n\nTwo\nEnd",
        {"headings": ["Two"]},
    ),
]
KEEPS = ["One\n=====\nTwo", "===\n\n====="]
