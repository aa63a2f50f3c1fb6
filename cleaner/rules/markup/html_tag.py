"""An HTML tag, plain or escaped.

What   Tags of known elements. Those of blocks and lines become line breaks, those of cells a space.
Why    They are the wrapping of the text, not the text.
Kept   The words between them; comparisons, tickers and addresses in angle brackets.
Moves  Link targets to `links[]`, picture descriptions and figure captions to `images[]`, headings to `headings[]`.
"""

from collections.abc import Iterator
from typing import Any

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.links import valid
from cleaner.markup import BLOCKS, CELLS, LINES, Span, element, tags, words
from cleaner.rule import Hints, Rule

rule = Rule(code="MRK002", hints=Hints(inside=("<", "&lt;", "&#60;", "&#x3c;", "&amp;lt;", "&amp;amp;")))


def find(doc: Document) -> Iterator[Edit]:
    text, past = doc.text, 0
    for tag in tags(text):
        if tag.start < past:
            continue
        if tag.name == "figcaption" and not tag.closes:
            close = next((t for t in tags(text[tag.end : tag.end + 2000]) if t.name == "figcaption"), None)
            if close is not None and close.closes:
                past = tag.end + close.end
                yield Edit(tag.start, past, "\n\n", tuple(_lift(text, tag).items()))
                continue
        new = "\n\n" if tag.name in BLOCKS else "\n" if tag.name in LINES else " " if tag.name in CELLS else ""
        if tag.closes and tag.name in LINES:
            new = ""
        yield Edit(tag.start, tag.end, new, () if tag.closes else tuple(_lift(text, tag).items()))


def _lift(text: str, tag: Span) -> dict[str, Any]:
    if tag.name not in ("a", "img", "figcaption", "h2", "h3", "h4", "h5", "h6"):
        return {}
    found = element(text, tag)
    if found is None:
        return {}
    if tag.name == "a":
        target = str(found.get("href") or "").strip()
        return {"links": {"text": words(found) or None, "target": target, "valid": valid(target)}} if target else {}
    if tag.name == "img":
        alt = " ".join(str(found.get("alt") or "").split())
        return {"images": {"caption": alt, "credit": None}} if alt else {}
    said = words(found)
    if not said:
        return {}
    return {"images": {"caption": said, "credit": None}} if tag.name == "figcaption" else {"headings": said}


FIXES = [
    ("<p>One <b>bold</b> word.</p><p>Two.</p>", "\n\nOne bold word.\n\n\n\nTwo.\n\n"),
    ("See <a href=\"https://a.example/r\">the report</a>.<br/>End.", "See the report.\nEnd.",
     {"links": [{"text": "the report", "target": "https://a.example/r", "valid": True}]}),
    ("&lt;A HREF=\"https://a.example/q\"&gt;AAPL.O&lt;/A&gt; rose.", "AAPL.O rose."),
    ("One.<figcaption>A <i>crane</i></figcaption>Two.", "One.\n\nTwo.",
     {"images": [{"caption": "A crane", "credit": None}]}),
]  # fmt: skip
KEEPS = [
    "Shares of Dell &lt;DELL.O&gt; and <MSFT.O> fell.",
    "If a < b and c > d, then x<y and z>w.",
    "I <3 it. See <https://a.example>.",
    "a <b and c> d",
]
