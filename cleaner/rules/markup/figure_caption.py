"""The caption element of a picture.

What   `<figcaption>…</figcaption>` with what it holds.
Why    The picture is gone, and the caption would read as prose.
Kept   The same when it is never closed: then only the tag goes.
Moves  The words go to `images[].caption`, a credit at their end to `images[].credit`.
"""

from collections.abc import Iterator
from itertools import pairwise

from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View
from cleaner.rules.media._tail import captioned
from cleaner.text.htmlspans import element, words

rule = Rule("MRK004", hints=HINTS, find=planned("MRK004"))
SIGNS = "<&"

_LONGEST = 2000


def spans(view: View) -> Iterator[Edit]:
    found = [tag for tag in view.tags if tag.name == "figcaption"]
    for opened, closed in pairwise(found):
        if not opened.closes and closed.closes and closed.start - opened.end <= _LONGEST:
            said = element(view.text, opened)
            caption = words(said) if said is not None and not view.bare else ""
            lift = (("images", captioned(caption)),) if caption else ()
            yield Edit(opened.start, closed.end, "\n\n", lift)


FIXES = [
    (
        "One.<figcaption>A <i>crane</i></figcaption>Two.",
        "One.\n\nTwo.",
        {"images": [{"caption": "A crane", "credit": None}]},
    ),
    (
        "One.<figcaption>The crane at noon. <small>Photo: Ana Ruiz/AP</small></figcaption>Two.",
        "One.\n\nTwo.",
        {"images": [{"caption": "The crane at noon.", "credit": "Ana Ruiz/AP"}]},
    ),
]
KEEPS = ["The figcaption element holds a caption.", "A <figcaption of sorts"]
