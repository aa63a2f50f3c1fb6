"""A shortcode of a content management system, or BBCode.

What   `[caption …]…[/caption]`, `[gallery ids="…"]`, `[embed]…[/embed]`, `[b]…[/b]`, `[url=…]…[/url]`.
Why    Nothing expanded it; the code is no text.
Kept   The words between BBCode tags; remarks in brackets.
Moves  Captions to `images[]`, link targets to `links[]`.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.links import valid
from cleaner.markup import TAG
from cleaner.rule import Hints, Rule

rule = Rule(
    code="MRK005", hints=Hints(inside=("[/", "[gallery ", "[embed", "[caption", "[video ", "[audio ", "[playlist "))
)

_WHOLE = re.compile(
    r"\[caption\b[^\]\n]{0,500}\](?P<caption>[^\[]{0,2000})\[/caption\]|\[embed\b[^\]\n]{0,200}\][^\[\s]{0,500}\[/embed\]"
)
_SINGLE = re.compile(
    r"\[(?:gallery|video|audio|playlist|embed)\s[^\]\n]{0,500}=[^\]\n]{0,500}\](?:\[/(?:video|audio)\])?"
)
_PAIRED = re.compile(
    r"\[/?(?:b|i|u|s|quote|center|size=\d{1,3}|color=#?\w{1,20}|/?size|/?color|list|\*)\]", re.IGNORECASE
)
_URL = re.compile(r"\[url=(?P<target>[^\]\s]{4,500})\](?P<words>[^\[\n]{0,300})\[/url\]", re.IGNORECASE)


def find(doc: Document) -> Iterator[Edit]:
    text = doc.text
    for match in _WHOLE.finditer(text):
        caption = " ".join(TAG.sub(" ", match["caption"] or "").split())
        lift = (("images", {"caption": caption, "credit": None}),) if caption else ()
        yield Edit(match.start(), match.end(), "", lift)
    for match in _SINGLE.finditer(text):
        yield Edit(match.start(), match.end())
    for match in _URL.finditer(text):
        found = {"text": match["words"] or None, "target": match["target"], "valid": valid(match["target"])}
        yield Edit(match.start(), match.start("words"), "", (("links", found),))
        yield Edit(match.end("words"), match.end())
    if len(re.findall(r"\[/(?:b|i|u|s|quote|center|size|color|list)\]", text)) > 0:
        for match in _PAIRED.finditer(text):
            yield Edit(match.start(), match.end())


FIXES = [
    ('One. [caption id="a" width="3"]<img src="x.jpg"> A crane[/caption] Two.', "One.  Two.",
     {"images": [{"caption": "A crane", "credit": None}]}),
    ('One. [gallery ids="1,2,3"] Two.', "One.  Two."),
    ("A [b]bold[/b] word and [url=https://a.example/r]a link[/url].", "A bold word and a link."),
]  # fmt: skip
KEEPS = ["He [b] said [i] so.", "The [gallery] was closed.", "See [caption] below."]
