"""A shortcode that stood for a picture or a gallery.

What   `[caption …]…[/caption]` with what it holds, and `[gallery ids="…"]`.
Why    The system that would have turned it into pictures is not here, and its caption would read as prose.
Kept   Words in brackets, a link whose word is "gallery".
Moves  Captions to `images[]`, galleries with the number of their pictures to `galleries[]`.
"""

import re
from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View

rule = Rule("MRK005", hints=HINTS, find=planned("MRK005"))
SIGNS = "["

_CAPTION = lazy(
    r"\[(?:wp_)?caption(?P<rest>(?:\s[^\[\]]{0,1000})?)\](?P<body>(?:(?!\[/).){0,3000})\[/(?:wp_)?caption\]",
    re.IGNORECASE | re.DOTALL,
)
_NAMED = lazy(r"\[(?:gallery|(?:wp_)?caption)", re.IGNORECASE)
_SAID = lazy(r"\bcaption=[\"“]([^\"“”]{1,1000})[\"”]", re.IGNORECASE)
_GALLERY = lazy(
    r"\[gallery(?P<rest>(?:\s{1,5}[\w-]{1,30}=[^\[\]\s]{1,2000}){1,12})\s{0,5}/?\](?!\()"
    r"|^[ \t]{0,20}\[gallery\][ \t]{0,20}$",
    re.IGNORECASE | re.MULTILINE,
)
_IDS = lazy(r"\bids=\W{0,6}((?:\d{1,12},?){1,500})")


def spans(view: View) -> Iterator[Edit]:
    text = view.text
    if "[" not in text or "]" not in text or not _NAMED.search(text):
        return
    for match in _CAPTION.finditer(text):
        said = _SAID.search(match["rest"])
        caption = said[1] if said else view.plain(*match.span("body"))
        yield Edit(*match.span(), "", (("images", {"caption": caption, "credit": None}),) if caption else ())
    for match in _galleries(text):
        ids = _IDS.search(match["rest"] or "")
        count = len(ids[1].strip(",").split(",")) if ids else None
        yield Edit(*match.span(), "", (("galleries", {"title": None, "count": count}),))


def _galleries(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_GALLERY`, looked for where its name stands, and at the start of that line."""
    past = line = seen = 0
    for name in _NAMED.finditer(text):
        line, seen = max(line, text.rfind("\n", seen, name.start()) + 1), name.start()
        for at in (line, name.start()):
            match = _GALLERY.match(text, at) if at >= past else None
            if match:
                past = match.end()
                yield match
                break


FIXES = [
    (
        'One.\n[caption id="attachment_7" align="left"]<img src="/c.jpg" alt="x"/> A crane at work[/caption]\nTwo.',
        "One.\n\nTwo.",
        {"images": [{"caption": "A crane at work", "credit": None}]},
    ),
    ('One.\n[gallery ids="11,12,13"]\nTwo.', "One.\n\nTwo.", {"galleries": [{"title": None, "count": 3}]}),
    ("One.\n[gallery]\nTwo.", "One.\n\nTwo."),
]
KEEPS = [
    "He [caption missing] left.",
    "[gallery owner] said so, and the [gallery] closed.",
    "See the [gallery](so they call it).",
    "[sic] [...] [n-word] [犯罪]",
]
