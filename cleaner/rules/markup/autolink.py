"""Angle brackets around an address.

What   `<https://a.example>` and `<jo@a.example>` in Markdown: the brackets go.
Why    They only ask for a link; in Markdown they are no part of the text.
Kept   The address; the same in texts that are not Markdown.
Moves  The address also goes to `links[]`.
"""

from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View
from cleaner.text.links import valid

rule = Rule("MRK013", hints=HINTS, find=planned("MRK013"))
SIGNS = "<"

_AUTOLINK = lazy(r"<(?<!\w<)(?:(?P<url>(?:https?|ftp)://[^\s<>]{1,2000})|(?P<mail>[\w.+-]{1,64}@[\w.-]{1,200}))>")


def spans(view: View) -> Iterator[Edit]:
    if not view.markdown or "<" not in view.text:
        return
    for match in _AUTOLINK.finditer(view.text):
        shown = match[0][1:-1]
        target = match["url"] or f"mailto:{shown}"
        yield Edit(match.start(), match.start() + 1)
        link = {"text": shown, "target": target, "valid": valid(target)}
        yield Edit(match.end() - 1, match.end(), "", (("links", link),))


FIXES = [
    (
        "# Two\n\n# Parts\n\nSee **all** of it at <https://a.example/r> [now](/n).",
        "# Two\n\n# Parts\n\nSee **all** of it at https://a.example/r [now](/n).",
        {"links": [{"text": "https://a.example/r", "target": "https://a.example/r", "valid": True}]},
    ),
]
KEEPS = ["Ana Ruiz <ana@a.example> wrote.", "See <https://a.example>."]
