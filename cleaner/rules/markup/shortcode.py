"""A shortcode of a publishing system.

What   `[caption …]…[/caption]`, `[gallery ids="…"]`, `[embed]…[/embed]`, `[vc_row]` and any bracket that opens with a
       word and quoted attributes, with its closing part.
Why    The system that would have turned it into a picture or a player is not here.
Kept   Words in brackets; what paired shortcodes other than pictures and players enclose.
Moves  Captions to `images[]`, galleries to `galleries[]`, embedded addresses to `links[]`.
"""

import re
from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.links import valid
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View

rule = Rule("MRK005", hints=HINTS, find=planned("MRK005"))

_VALUE = r"(?:\"[^\"\[\]\n]{0,2000}\"|'[^'\[\]\n]{0,2000}'|“[^“”\[\]\n]{0,500}”|&quot;[^\[\]\n&]{0,500}&quot;)"
_CAPTION = re.compile(
    r"\[(?:wp_)?caption(?P<rest>(?:\s[^\[\]]{0,1000})?)\](?P<body>(?:(?!\[/).){0,3000})\[/(?:wp_)?caption\]",
    re.IGNORECASE | re.DOTALL,
)
_SAID = re.compile(r"\bcaption=[\"“]([^\"“”]{1,1000})[\"”]", re.IGNORECASE)
_EMBED = re.compile(
    r"\[(?P<name>embed|youtube|video|audio|playlist|tweet|soundcloud|vimeo)(?:\s[^\[\]]{0,300})?\]"
    r"\s{0,5}(?P<target>https?://[^\s\[\]]{1,500})\s{0,5}\[/(?P=name)\]",
    re.IGNORECASE,
)
_GALLERY = re.compile(
    rf"\[gallery(?P<rest>(?:\s{{1,5}}[\w-]{{1,30}}={_VALUE}){{1,12}})\s{{0,5}}/?\](?!\()"
    r"|^[ \t]{0,20}\[gallery\][ \t]{0,20}$",
    re.IGNORECASE | re.MULTILINE,
)
_OTHER = re.compile(
    rf"\[(?P<name>[a-z][a-z0-9]{{0,20}}(?:[_-][a-z0-9]{{1,20}}){{0,5}})(?:\s{{1,5}}[\w-]{{1,30}}={_VALUE}){{1,20}}\s{{0,5}}/?\]"
    r"|\[/?(?:vc|et_pb|fusion|su|av|wpb|tdb|td)_[a-z0-9_]{1,40}(?:\s[^\[\]\n]{0,1000})?\]",
    re.IGNORECASE,
)


def spans(view: View) -> Iterator[Edit]:
    text = view.text
    if "[" not in text or "]" not in text:
        return
    for match in _CAPTION.finditer(text):
        said = _SAID.search(match["rest"])
        caption = said[1] if said else view.plain(*match.span("body"))
        yield Edit(*match.span(), "", (("images", {"caption": caption, "credit": None}),) if caption else ())
    for match in _EMBED.finditer(text):
        target = match["target"]
        yield Edit(*match.span(), "", (("links", {"text": None, "target": target, "valid": valid(target)}),))
    for match in _GALLERY.finditer(text):
        ids = re.search(r"\bids=\D{0,6}([\d, ]{1,2000})", match["rest"] or "")
        count = len(re.findall(r"\d+", ids[1])) if ids else None
        yield Edit(*match.span(), "", (("galleries", {"title": None, "count": count}),))
    yield from _others(text)


def _others(text: str) -> Iterator[Edit]:
    names = set()
    for match in _OTHER.finditer(text):
        names.add(match["name"])
        yield Edit(*match.span())
    for name in sorted(filter(None, names)):
        for match in re.finditer(rf"\[/{re.escape(name)}\]", text):
            yield Edit(*match.span())


FIXES = [
    (
        'One.\n[caption id="attachment_7" align="left"]<img src="/c.jpg" alt="x"/> A crane at work[/caption]\nTwo.',
        "One.\n\nTwo.",
        {"images": [{"caption": "A crane at work", "credit": None}]},
    ),
    ('One.\n[gallery ids="11,12,13"]\nTwo.', "One.\n\nTwo.", {"galleries": [{"title": None, "count": 3}]}),
    ("[embed]https://a.example/v/1[/embed]\nOne.", "\nOne.", {"links": [
        {"text": None, "target": "https://a.example/v/1", "valid": True}]}),
    ('[vc_row][vc_column width="1/2"]One.[/vc_column][/vc_row]', "One."),
    ('[button color="red"]Buy[/button]', "Buy"),
]  # fmt: skip
KEEPS = [
    "He [caption missing] left.",
    "[gallery owner] said so.",
    "[Gambas:Video 20detik]",
    "An [embed] of the regiment.",
    "[sic] [...] [n-word] [犯罪]",
]
