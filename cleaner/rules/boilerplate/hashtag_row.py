"""A row of hashtags at the end.

What   “#ferry #harbour” as the last line: two tags or more and nothing else.
Why    They file the article, or were those of a post.
Kept   Headings, a single tag, tags inside a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.scan.traits import SHORT
from cleaner.text.prose import prose

rule = Rule("BLR061", needs=SHORT)

_ROW = lazy(r"\s*(?:#[^\W_][^\s#,]{1,40}[\s,、]{0,3}){2,15}")


def find(doc: Document) -> Iterator[Edit]:
    last = doc.tail(2)
    if len(last) == 2 and "#" in last[1].text[:4] and _ROW.fullmatch(last[1].text) and prose(last[0].text):
        yield last[1].cut()


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
FIXES = [
    (f"{_STORY}\n\n#ferry #harbour", f"{_STORY}\n\n"),
    (f"{_STORY}\n#여객선 #부두", f"{_STORY}\n"),
]
KEEPS = [
    f"{_STORY}\n\n#ferry",
    f"{_STORY}\n\n## The harbour",
    f"#ferry #harbour\n\n{_STORY}",
    f"{_STORY}\n\n#ferry and #harbour",
]
