"""A shortcode of a publishing system.

What   `[embed]…[/embed]` and the like around an address, `[vc_row]` and other builder blocks, `[ad_1]`, and any
       bracket of a word and quoted attributes, with its closing part.
Why    The system that would have turned it into a player or a layout is not here.
Kept   Words in brackets; what the parts of a builder enclose.
Moves  Embedded addresses to `links[]`.
"""

import re
from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View
from cleaner.text.links import valid

rule = Rule("MRK009", hints=HINTS, find=planned("MRK009"))
SIGNS = "["

_VALUE = r"(?:\"[^\"\[\]\n]{0,2000}\"|'[^'\[\]\n]{0,2000}'|[“”][^“”\[\]\n]{0,500}”|&quot;[^\[\]\n&]{0,500}&quot;)"
_EMBED = lazy(
    r"\[(?P<name>embed|youtube|video|audio|playlist|tweet|soundcloud|vimeo)(?:\s[^\[\]]{0,300})?\]"
    r"\s{0,5}(?P<target>https?://[^\s\[\]]{1,500})\s{0,5}\[/(?P=name)\]",
    re.IGNORECASE,
)
_OTHER = lazy(
    r"\[(?P<name>[a-z][a-z0-9]{0,20}(?:[_-][a-z0-9]{1,20}){0,5})"
    rf"(?:\s{{1,5}}[\w-]{{1,30}}={_VALUE}){{1,20}}\s{{0,5}}/?\]"
    r"|\[ad_\d\]|\[/?(?:vc|et_pb|fusion|su|av|wpb|tdb|td)_[a-z0-9_]{1,40}(?:\s[^\[\]\n]{0,1000})?\]",
    re.IGNORECASE,
)
_CLOSING = lazy(r"\[/(?P<name>[A-Za-z][\w-]{0,120})\]")


def spans(view: View) -> Iterator[Edit]:
    text = view.text
    if "[" not in text or "]" not in text:
        return
    for match in _EMBED.finditer(text):
        target = match["target"]
        yield Edit(*match.span(), "", (("links", {"text": None, "target": target, "valid": valid(target)}),))
    names = set()
    for match in _OTHER.finditer(text):
        names.add(match["name"])
        yield Edit(*match.span())
    for match in _CLOSING.finditer(text) if names - {None} else ():
        if match["name"] in names:
            yield Edit(*match.span())


FIXES = [
    ("[embed]https://a.example/v/1[/embed]\nOne.", "\nOne.", {"links": [
        {"text": None, "target": "https://a.example/v/1", "valid": True}]}),
    ('[vc_row][vc_column width="1/2"]One.[/vc_column][/vc_row]', "One."),
    ("[ad_1]\nOne.\n[ad_2]", "\nOne.\n"),
    ('[button color="red"]Buy[/button]', "Buy"),
    ("[button link=”http://a.example/” type=”big”]Buy[/button]", "Buy"),
]  # fmt: skip
KEEPS = [
    "He [caption missing] left.",
    "[Gambas:Video 20detik]",
    "An [embed] of the regiment.",
    "[ad_in] [ad 1] [a_1]",
    "[sic] [...] [n-word] [/b]",
]
