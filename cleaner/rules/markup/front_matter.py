"""The metadata block at the head of a Markdown file.

What   A block between two lines of three dashes at the very start, of lines such as `title: "…"`.
Why    It is the file's index card, not its text.
Kept   Blocks that are not at the start, that hold anything but keys and values, or that never end.
Moves  `title` to the title, `date` to the publication date, `author` to the authors.
"""

from collections.abc import Iterator
from typing import Any

from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.read.front import front_matter
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View
from cleaner.text.isodate import iso_date

rule = Rule("MRK001", hints=HINTS, find=planned("MRK001"))
SIGNS = "-"

_BLOCK = lazy(r"---[ \t]{0,20}\n(?:[^\n]{0,10000}\n){1,200}?(?:---|\.\.\.)[ \t]{0,20}(?:\n\s{0,20}|\Z)")
_FIRST = lazy(r"---[ \t]{0,20}\n[A-Za-z_][\w-]{0,40}:(?:[ \t]|\n)")


def spans(view: View) -> Iterator[Edit]:
    if not view.text.startswith("---") or not _FIRST.match(view.text):
        return
    block = _BLOCK.match(view.text)
    found = front_matter(view.text)
    if block and found:
        yield Edit(0, block.end(), "", tuple(_lift(found).items()))


def _lift(found: dict[str, Any]) -> dict[str, Any]:
    lift: dict[str, Any] = {}
    for key, value in found.items():
        name = key.lower()
        if name == "title" and isinstance(value, str):
            lift["title"] = value
        elif name in ("author", "authors") and value:
            lift["authors"] = value if isinstance(value, list) else [value]
        elif name in ("date", "published") and isinstance(value, str) and (day := iso_date(value)):
            lift["published"], lift["published_precision"] = day.iso, day.precision
    return lift


FIXES = [
    (
        '---\ntitle: "A bridge: at last"\ndate: 2024-10-09\nauthor: Ana Ruiz\n---\n\nIt opened.',
        "It opened.",
        {"title": "A bridge: at last", "published": "2024-10-09", "authors": ["Ana Ruiz"]},
    ),
    ("---\nlayout: post\ntags:\n- one\n- two\n---\nIt opened.", "It opened."),
]
KEEPS = [
    "---\nIt rained.\n---\nIt snowed.",
    "It rained.\n---\ntitle: no\n---\n",
    "---\ntitle: A block that never ends\n\nIt rained.",
]
