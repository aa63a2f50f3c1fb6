"""The target of a reference link, on a line of its own.

What   Lines such as `[1]: https://a.example/r "Title"`.
Why    They are the back side of links whose words stand elsewhere.
Kept   Footnotes, and numbered sources whose entry is prose.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.links import definitions
from cleaner.rule import Hints, Rule

rule = Rule(code="MRK012", hints=Hints(inside=("]:",)))


def find(doc: Document) -> Iterator[Edit]:
    for at, match in definitions(doc.text):
        end = at + len(match[0])
        label = match["label"]
        if label.isdigit() and doc.text.count(f"[{label}]") > doc.text.count(f"][{label}]") + 1:
            continue  # a bare [8] cites this entry
        yield Edit(at, end + (doc.text[end : end + 1] == "\n"))


FIXES = [
    ('See [it][1].\n[1]: https://a.example/r\n[b]: <https://a.example/s> "S"\nEnd.', "See [it][1].\nEnd."),
]
KEEPS = [
    "A note.[^1]\n[^1]: https://a.example/note is where it stands.",
    "[Smith]: the man who knew.",
    "As cited [8] before.\n[8]: https://a.example/source",
]
