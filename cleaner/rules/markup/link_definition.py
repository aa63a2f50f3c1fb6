"""The target of a reference link, on a line of its own.

What   Lines such as `[1]: https://a.example/r "Title"`.
Why    They are the back side of links whose words stand elsewhere.
Kept   Footnotes, numbered sources that the text cites as [8], entries that are prose.
Moves  A target that no link uses goes to `links[]`; those in use are moved with their links.
"""

from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View
from cleaner.text.links import valid

rule = Rule("MRK012", hints=HINTS, find=planned("MRK012"))
SIGNS = "["


def spans(view: View) -> Iterator[Edit]:
    for found in view.definitions:
        target = view.target(found.target)
        link = {"text": None, "target": target, "valid": valid(target)}
        yield Edit(found.start, found.end, "", () if found.used else (("links", link),))


FIXES = [
    (
        'See [it][1].\n[1]: https://a.example/r\n[b]: <https://a.example/s> "S"\nEnd.',
        "See [it][1].\nEnd.",
        {"links": [{"text": None, "target": "https://a.example/s", "valid": True}]},
    ),
]
KEEPS = [
    "A note.[^1]\n[^1]: https://a.example/note",
    "[Smith]: the man who knew.",
    "As cited [8] before.\n[8]: https://a.example/source",
]
