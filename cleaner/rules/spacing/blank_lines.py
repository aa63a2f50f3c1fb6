"""Empty lines that say no more than one.

What   Two or more blank lines in a row become one; a blank line loses its blanks; blank lines before the first line
       and behind the last go.
Why    One blank line parts two paragraphs; more only show that something was taken out.
Kept   Single blank lines and single line breaks.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule

_RUN = lazy("\n\n\n")

rule = Rule("SPC002")


def _parted(lines: list[str]) -> bool:
    """Whether no line is empty, or every second one: a cheap test before `_RUN`."""
    return not any(lines[1::2]) and all(lines[::2]) if "" in lines else True


def find(doc: Document) -> Iterator[Edit]:
    text = doc.text
    lines = doc.rows
    if lines[0] and lines[-1] and (_parted(lines) or not _RUN.search(text)) and not any(map(str.isspace, lines)):
        return
    at, run, begun = 0, -1, False
    for line in lines:
        if not line or line.isspace():
            run = at if run < 0 else run
        else:
            if run >= 0:
                yield Edit(run, at, "\n" if begun else "")
            run, begun = -1, True
        at += len(line) + 1
    if run >= 0 and begun:
        yield Edit(run - 1, len(text))


FIXES = [
    ("One.\n\n\n\nTwo.", "One.\n\nTwo."),
    ("One.\n \t\nTwo.", "One.\n\nTwo."),
    ("\n\nOne.\n\n", "One."),
    ("One.\n", "One."),
]
KEEPS = ["One.\n\nTwo.\nThree.", "  One.", "One.\nTwo. ", "\u3000One.\n\nTwo."]
