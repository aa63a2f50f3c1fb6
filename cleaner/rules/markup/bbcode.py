"""The codes of bulletin boards.

What   Pairs such as `[b]…[/b]`, `[url=…]…[/url]`, `[quote]…[/quote]`, `[img]…[/img]`.
Why    A board would have shown them as form, not as text.
Kept   The words between them; brackets that have no partner.
Moves  Link targets to `links[]`.
"""

import re
from collections.abc import Iterator

from cleaner.edit import Edit, Lift
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View
from cleaner.text.links import valid
from cleaner.text.places import holds_pair

rule = Rule("MRK006", hints=HINTS, find=planned("MRK006"))
SIGNS = "["

_CODE = lazy(
    r"\[(?P<close>/?)(?P<name>b|i|u|s|url|img|quote|size|color|colour|font|center|left|right|justify|list|sup|sub|spoiler|"
    r"email|youtube|h[1-6])(?P<value>=[^\[\]\n]{1,500})?\]",
    re.IGNORECASE,
)
_DEEPEST = 32


def spans(view: View) -> Iterator[Edit]:
    text = view.text
    if not holds_pair(text, "[/"):
        return
    stack: list[re.Match[str]] = []
    for match in _CODE.finditer(text):
        if not match["close"]:
            stack = [*stack[-_DEEPEST:], match]
            continue
        name = match["name"].lower()
        while stack and stack[-1]["name"].lower() != name:
            stack.pop()
        if stack and not match["value"]:
            yield from _pair(view, stack.pop(), match, name)


def _pair(view: View, opened: re.Match[str], closed: re.Match[str], name: str) -> Iterator[Edit]:
    inner = view.text[opened.end() : closed.start()]
    if name in ("img", "youtube"):
        if len(inner) <= 500 and not re.search(r"\s\S", inner.strip()):
            yield Edit(opened.start(), closed.end())
        return
    lift: Lift = ()
    if name == "url":
        target = (opened["value"] or "=" + inner.strip())[1:].strip("\"'")
        found = {"text": view.plain(opened.end(), closed.start()) or None, "target": target, "valid": valid(target)}
        lift = (("links", found),)
    yield Edit(*opened.span(), "", lift)
    yield Edit(*closed.span())


FIXES = [
    ("It is [b]very[/b] [i]late[/i].", "It is very late."),
    ("See [url=https://a.example/r]the report[/url].", "See the report.",
     {"links": [{"text": "the report", "target": "https://a.example/r", "valid": True}]}),
    ("[quote=ana][b]Yes[/b][/quote] No.[img]https://a.example/x.png[/img]", "Yes No."),
]  # fmt: skip
KEEPS = [
    "Plan [b] is better than plan [a].",
    "The [I] was his own.[/s]",
    "[quote] unquote [/url]",
    "He sang [s] and [u].",
]
