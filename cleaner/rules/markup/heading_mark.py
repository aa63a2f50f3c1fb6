"""The number signs of a Markdown heading.

What   One to six `#` and a space before a heading, and the closing ones behind it; headings with nothing in them.
Why    They are mark-up; the heading's words are text.
Kept   Hashtags, numbers such as # 1 in a sentence, code comments inside a fenced block.
Moves  The words stay, and are also listed in `headings[]`.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Hints, Rule

rule = Rule(code="MRK013", hints=Hints(inside=("# ", "#\n", "#\t", "#\u00a0")))

_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t\u00a0]+|$)(?=(?P<words>[^\n]*))")


def find(doc: Document) -> Iterator[Edit]:
    fenced = False
    for line in doc.lines:
        text = line.text
        if text.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        match = None if fenced or "#" not in text[:10] else _HEADING.match(text)
        if match is None:
            continue
        words = match["words"].strip().rstrip("#").strip()
        if not words:
            yield line.cut()
            continue
        if words[0].isdigit() and len(match[1]) == 1 and text[0] != "#":
            continue
        yield line.span(0, match.end(), headings=re.sub(r"[*_\[\]]{1,3}|\([^()]{0,500}\)", "", words).strip() or words)
        closing = re.search(r"[ \t]+#{1,6}[ \t]*$", text[match.end() :][-40:])
        if closing:
            yield line.span(len(text) - len(closing[0]), len(text))


FIXES = [
    ("## Waiting for the tide\n\nText.", "Waiting for the tide\n\nText.", {"headings": ["Waiting for the tide"]}),
    ("### Waiting ###\nText.", "Waiting\nText."),
    ("##\nText.", "Text."),
]
KEEPS = ["#ferry is the tag.", "It was the # 1 song.", "```\n# a comment\n```", "C# is a language.\nF# is one too."]
