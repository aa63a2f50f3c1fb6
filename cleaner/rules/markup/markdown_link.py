"""A Markdown link, whole or broken.

What   The brackets and the target of a link: `[words](target)`, also with a headline for a target, a space before the
       parenthesis, brackets and parentheses swapped, no closing parenthesis, an empty side, escaped signs, a label
       that is defined elsewhere.
Why    A dump shows no links; what is left of them cuts sentences apart.
Kept   The words. Citations such as [8], footnotes, and remarks in brackets that no address follows.
Moves  Words and target go to `links[]`; `valid` is true for a usable absolute web or mail address.
"""

from collections.abc import Iterator

from cleaner.edit import Edit, Lift
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View
from cleaner.text.links import valid

rule = Rule("MRK011", hints=HINTS, find=planned("MRK011"))
SIGNS = "["


def spans(view: View) -> Iterator[Edit]:
    text = view.text
    if "[" not in text:
        return
    for link in view.links:
        if link.image:
            continue
        words, target = text[link.text_start : link.text_end], view.target(link.target)
        lift: Lift = ()
        if target:
            lift = (
                (
                    "links",
                    {
                        "text": view.plain(link.text_start, link.text_end) or None,
                        "target": target,
                        "valid": valid(target),
                    },
                ),
            )
        if words.isdigit() and text[link.start - 1 : link.start].strip():
            yield Edit(link.text_end + 1, link.end, "", lift)  # word[1](target): the [1] is a citation
            continue
        yield Edit(link.start, link.text_start)
        yield Edit(link.text_end, link.end, "", lift)


FIXES = [
    ("A [final look](http://Inspectors praise ‘sound’ bridge) at it.", "A final look at it.",
     {"links": [{"text": "final look", "target": "http://Inspectors praise ‘sound’ bridge", "valid": False}]}),
    ("See [the report](https://a.example/r?x=1&amp;y=2 \"Title\") now.", "See the report now.",
     {"links": [{"text": "the report", "target": "https://a.example/r?x=1&y=2", "valid": True}]}),
    ("See [the report] (https://a.example/r) now.", "See the report now."),
    ("See (the report)[https://a.example/r] now.", "See the report now."),
    ("See [the report](https://a.example/r now.", "See the report now."),
    ("See [the (old) report](https://a.example/r_(2)) now.", "See the (old) report now."),
    ("See [the report]() and [](https://a.example/r)it now.", "See the report and it now."),
    ("See [the\nreport](/r) now.", "See the\nreport now."),
    ("See [the [new] report](javascript:void(0)) now.", "See the [new] report now."),
    (r"See \[the report\]( [https://a.example/r (new window)](https://a.example/r)) now.", "See the report now.",
     {"links": [{"text": "the report", "target": "https://a.example/r", "valid": True}]}),
    ("See [it][1] and [that].\n\n[1]: /r\n[that]: /s\n", "See it and that.\n\n[1]: /r\n[that]: /s\n"),
    ("It closed.[1](https://a.example/r)", "It closed.[1]"),
]  # fmt: skip
KEEPS = [
    "Example: [Collected via Twitter, October 2014]",
    "[The crimes of the guard have been well documented] and nobody was tried.",
    "It's a Paul [Reyk] song.",
    "As shown before [8], the method [9, 10] fails (see [11]).",
    "“It's an Ana [Ruiz],” he said.",
    "iRoe [Roe Translate] (via RoeBlog)",
    "Tar? [Bo Lee/Deep Roe Web] (Thanks, Tom!)",
    "the [n-word] and [...] and [sic] stay",
    "[犯罪] は減った",
    "Example: [Received via mail, May 2016]",
    "The value a[i](x) is set by f[x](y).",
    "Use `[words](https://a.example)` for a link.",
    "[The losses of the crews have been counted] (Human Rights Watch, 2004)",
    "A note.[^1]\n\n[^1]: The note itself.",
    "He [the minister](a man of few words) left.",
]
