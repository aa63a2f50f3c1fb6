"""An HTML tag, plain or escaped.

What   Tags of known elements. Those of blocks and lines become line breaks, those of cells a tab.
Why    They are the wrapping of the text, not the text.
Kept   The words between them; comparisons, tickers and addresses in angle brackets; tags that are spoken of.
Moves  Link targets to `links[]`, picture descriptions to `images[]`, headings to `headings[]`.
"""

from collections.abc import Iterator

from cleaner.edit import Edit, Lift
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View
from cleaner.text.htmlspans import BLOCKS, CELLS, LINES, Span, element, words
from cleaner.text.links import valid

rule = Rule("MRK020", hints=HINTS, find=planned("MRK020"))
SIGNS = "<&"

_SPEAKING = frozenset(["a", "img", "h2", "h3", "h4", "h5", "h6"])


def spans(view: View) -> Iterator[Edit]:
    cell_before = False
    for tag in view.tags:
        new = _instead(view.text, tag, cell_before)
        lift = _lift(view.text, tag) if tag.name in _SPEAKING and not tag.closes and not view.bare else ()
        yield Edit(tag.start, tag.end, new, lift)
        cell_before = tag.name in CELLS or (cell_before and tag.name not in BLOCKS | LINES)


def _instead(text: str, tag: Span, cell_before: bool) -> str:
    if tag.name in BLOCKS:
        return "\n\n"
    if tag.name in LINES and not tag.closes:
        return "" if text[tag.start - 1 : tag.start] in ("", "\n") or text[tag.end : tag.end + 1] == "\n" else "\n"
    return "\t" if tag.name in CELLS and not tag.closes and cell_before else ""


def _lift(text: str, tag: Span) -> Lift:
    found = element(text, tag)
    if found is None:
        return ()
    if tag.name == "img":
        alt = " ".join(str(found.get("alt") or "").split())
        return (("images", {"caption": alt, "credit": None}),) if any(map(str.isalnum, alt)) else ()
    said = words(found)
    if tag.name == "a":
        target = str(found.get("href") or "").strip()
        return (("links", {"text": said or None, "target": target, "valid": valid(target)}),) if target else ()
    return (("headings", said),) if said else ()


FIXES = [
    ("<p>One <b>bold</b> word.</p><p>Two.</p>", "\n\nOne bold word.\n\n\n\nTwo.\n\n"),
    ('See <a href="https://a.example/r?x=1&amp;y=2">the <i>report</i></a>.<br/>End.', "See the report.\nEnd.",
     {"links": [{"text": "the report", "target": "https://a.example/r?x=1&y=2", "valid": True}]}),
    ('&lt;A HREF="https://a.example/q"&gt;AAPL.O&lt;/A&gt; rose.', "AAPL.O rose.",
     {"links": [{"text": "AAPL.O", "target": "https://a.example/q", "valid": True}]}),
    ("<h2>The end</h2>It rained.", "\n\nThe end\n\nIt rained.", {"headings": ["The end"]}),
    ('One<img src="/c.jpg" alt="A > B">', "One", {"images": [{"caption": "A > B", "credit": None}]}),
    ("<table><tr><td>A</td><td>1</td></tr></table>", "\n\n\nA\t1\n\n"),
    ("E = mc<sup>2</sup>, H&amp;lt;sub&amp;gt;2&amp;lt;/sub&amp;gt;O", "E = mc2, H2O"),
]  # fmt: skip
KEEPS = [
    "Shares of <MSFT.O>, <F> and <IBM> fell.",
    "ENTERTAINMENT <EM> MAY SEEK THE STORES, IT SAID.",
    "If a < b and c > d, then x<y and z>w.",
    "I <3 it. See <https://a.example>, write to <jo@a.example>.",
    "a <b and c> d",
    "Enter your <name> and the <title> of the <object>.",
    "He used the <b> tag and the <div> element.",
    "Shares of Dell &lt;DELL.O&gt; fell.",
]
