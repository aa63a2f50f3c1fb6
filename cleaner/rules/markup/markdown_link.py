"""A Markdown link, whole or broken.

What   The brackets and the target of a link: `[words](target)`, also with a headline for a target, a space before the
       parenthesis, brackets and parentheses swapped, no closing parenthesis, an empty side, a reference label.
Why    A dump shows no links; what is left of them cuts sentences apart.
Kept   The words. Citations such as [8], footnotes, and remarks in brackets that no address follows.
Moves  Words and target go to `links[]`; `valid` says whether the target can be an address.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.links import find_links, valid
from cleaner.rule import Hints, Rule

rule = Rule(code="MRK011", hints=Hints(inside=("](", "] (", "][", ")[", "]: ", "]:\t", "] [")))


def find(doc: Document) -> Iterator[Edit]:
    for link in find_links(doc.text, doc.kind == "markdown"):
        if link.image:
            continue
        words = " ".join(doc.text[link.text_start : link.text_end].split())
        found = {"text": words or None, "target": link.target or None, "valid": valid(link.target)}
        lift = {"links": found} if link.target else {}
        yield Edit(link.start, link.text_start)
        yield Edit(link.text_end, link.end, "", tuple(lift.items()))


FIXES = [
    ("A [final look](http://Inspectors praise ‘sound’ bridge) at it.", "A final look at it.",
     {"links": [{"text": "final look", "target": "http://Inspectors praise ‘sound’ bridge", "valid": False}]}),
    ("See [the report](https://a.example/r?x=1 \"Title\") now.", "See the report now.",
     {"links": [{"text": "the report", "target": "https://a.example/r?x=1", "valid": True}]}),
    ("See [the report] (https://a.example/r) now.", "See the report now."),
    ("See (the report)[https://a.example/r] now.", "See the report now."),
    ("See [the report](https://a.example/r now.", "See the report now."),
    ("See [the (old) report](https://a.example/r_(2)) now.", "See the (old) report now."),
    ("See [the report]() now.", "See the report now."),
    ("See [](https://a.example/r)it now.", "See it now."),
    ("See [the\nreport](/r) now.", "See the\nreport now."),
    ("See [the report](javascript:void(0)) now.", "See the report now."),
    ("See \\[the report\\]( https://a.example/r ) now.", "See the report now."),
    ("See [the report][1] now.\n\n[1]: https://a.example/r", "See the report now.\n\n[1]: https://a.example/r"),
]  # fmt: skip
KEEPS = [
    "As shown before [8], the method [9, 10] fails (see [11]).",
    "“It's a Paul [McCartney],” he said.",
    "iGen [Google Translate] (via iDownloadBlog)",
    "Tor? [Nathan Wold/Deep Dot Web] (Thanks, Alan!)",
    "the [n-word] and [...] and [sic] stay",
    "[犯罪] は減った",
    "Example: [Collected via Twitter, October 2014]",
    "The value a[i](x) is set by f[x](y).",
    "Use `[words](https://a.example)` for a link.",
    "[The crimes of the units have been documented] (Human Rights Watch, 2004)",
    "A note.[^1]\n\n[^1]: The note itself.",
    "He [the minister](a man of few words) left.",
]
