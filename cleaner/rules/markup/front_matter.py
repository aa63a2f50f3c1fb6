"""The YAML front matter of a Markdown file.

What   The block between two lines of three dashes at the very beginning, when it holds `key: value` lines.
Why    It is the file's metadata, not its text; the reader has already taken its fields.
Kept   A rule of dashes at the top of prose, and any block further down.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Hints, Rule

rule = Rule(code="MRK004", hints=Hints(inside=("---\n",)))

_LINES = 200
_KEY = re.compile(r"[\w.\"'-]{1,60}[ ]{0,3}:(?:\s|$)")


def find(doc: Document) -> Iterator[Edit]:
    text = doc.text.lstrip("\ufeff")
    if not text.startswith("---\n"):
        return
    offset = len(doc.text) - len(text)
    at, keys = 4, 0
    for line in text[4:].split("\n", _LINES)[:_LINES]:
        end = at + len(line)
        if line.rstrip() in ("---", "..."):
            if keys:
                yield Edit(offset, offset + min(end + 1, len(text)))
            return
        if _KEY.match(line):
            keys += 1
        elif line.strip() and line[0] not in " \t-#]}[{\"'>|":
            return
        at = end + 1


FIXES = [("---\ntitle: The ferry\ntags:\n  - sea\n---\nThe ferry sails.", "The ferry sails.")]
KEEPS = ["---\nThe ferry sails.\n---\nIt returns.", "The ferry sails.\n---\na: b\n---\n"]
