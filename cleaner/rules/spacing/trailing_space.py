"""White space at the end of a line.

What   Blanks of any kind behind the last character of a line.
Why    They carry nothing and make equal lines differ.
Kept   White space between words, and the line breaks themselves.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule

rule = Rule("SPC001")


def find(doc: Document) -> Iterator[Edit]:
    lines = doc.rows
    bare = list(map(str.rstrip, lines))
    if bare == lines:
        return
    at = 0
    for line, kept in zip(lines, bare, strict=True):
        if kept and len(kept) < len(line):
            yield Edit(at + len(kept), at + len(line))
        at += len(line) + 1


FIXES = [("One. \nTwo.\t ", "One.\nTwo."), ("One.\u00a0\n\nTwo.", "One.\n\nTwo.")]
KEEPS = ["One. Two.\n\nThree.", "One.\n \nTwo."]
