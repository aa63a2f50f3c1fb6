"""A Markdown image.

What   `![description](target)`, also inside a link, by reference, or with its signs escaped.
Why    The picture is gone; its mark-up is no text.
Kept   An exclamation mark before brackets that no target follows; the words of a link right behind a "!".
Moves  The description goes to `images[].caption`.
"""

from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View

rule = Rule("MRK010", hints=HINTS, find=planned("MRK010"))
SIGNS = "["


def spans(view: View) -> Iterator[Edit]:
    text = view.text
    if "!" not in text or ("![" not in text and "!\\[" not in text):
        return
    past = 0
    for link in sorted((link for link in view.links if link.image), key=lambda link: (link.start, -link.end)):
        if link.start < past:
            continue
        past = link.end
        words = view.plain(link.text_start, link.text_end)
        start, end = link.start, link.end
        if text[end : end + 1] == " " and text[start - 1 : start] in ("", " ", "\n"):
            end += 1
        yield Edit(
            start, end, "", (("images", {"caption": words, "credit": None}),) if any(map(str.isalnum, words)) else ()
        )


FIXES = [
    ("One. ![A crane](img/crane.jpg) Two.", "One. Two.", {"images": [{"caption": "A crane", "credit": None}]}),
    ("![](https://a.example/x.png)\nText.", "\nText."),
    ("![A crane at\nwork](https://a.example/x.png \"Work\")\n\nText.", "\n\nText.",
     {"images": [{"caption": "A crane at work", "credit": None}]}),
    ("Text. ![logo](data:image/png;base64,iVBORw0KGgo=)", "Text. "),
]  # fmt: skip
KEEPS = [
    "Stop![1] he cried.",
    "An exclamation! [sic] (so it stood)",
    "Run `![a](b.png)` and see.",
    "Wow![so it was](in those days)",
]
