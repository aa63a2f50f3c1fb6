"""A line that may be a caption, though nothing says so.

What   A paragraph without a full stop that speaks of what a picture shows: "(left)", "pictured", "from left to right".
Why    A caption between paragraphs reads like prose, but so do headings and loose sentences: a person should look.
Kept   Everything: this rule only reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Finding
from cleaner.lazy import lazy
from cleaner.rule import REPORT, Rule
from cleaner.text.credits import literal_hints
from cleaner.text.stops import STOPS
from cleaner.words import any_of

rule = Rule(code="MED020", safety=REPORT, hints=literal_hints("caption_mark"))

_MARK = lazy(any_of("caption_mark"), re.IGNORECASE)


def find(doc: Document) -> Iterator[Finding]:
    for line in doc.candidates():
        text = line.text.strip()
        if (
            not 30 <= len(text) <= 300
            or text[-1] in ".!?:;…。！？”\"’'" + STOPS
            or "{" in text
            or not _MARK.search(text)
        ):
            continue
        if line.index and len(doc.head(3)) == 3:
            yield doc.note(line.start, line.end, "this line may be a caption")


REPORTS = [
    "It rained.\n\nMr Ruiz (right) with a friend in the harbour of Lom in 1910\n\nIt stopped.",
    "It rained.\n\nFrom left to right: Ana Ruiz, Bo Lee and Cy Fox at the dam\n\nIt stopped.",
]
KEEPS = [
    "It rained.\n\nMr Ruiz (right) was chosen for the part.\n\nIt stopped.",
    "By selling her son (right) to pay her daughter's (left) bills, she hopes to live.",
]
