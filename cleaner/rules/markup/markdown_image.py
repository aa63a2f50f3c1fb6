"""A Markdown image.

What   `![description](target)`, also inside a link.
Why    The picture is gone; its mark-up is no text.
Kept   An exclamation mark before brackets that no target follows.
Moves  The description goes to `images[].caption`.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.links import find_links
from cleaner.rule import Hints, Rule

rule = Rule(code="MRK010", hints=Hints(inside=("![", "!\\[")))


def find(doc: Document) -> Iterator[Edit]:
    for link in find_links(doc.text, doc.kind == "markdown"):
        if not link.image:
            continue
        words = " ".join(doc.text[link.text_start : link.text_end].split())
        lift = {"images": {"caption": words, "credit": None}} if words else {}
        yield Edit(link.start, link.end, "", tuple(lift.items()))


FIXES = [
    ("One. ![A crane](img/crane.jpg) Two.", "One.  Two.", {"images": [{"caption": "A crane", "credit": None}]}),
    ("![](https://a.example/x.png)\nText.", "\nText."),
]
KEEPS = ["Stop![1] he cried.", "An exclamation! [sic] (so it stood)"]
