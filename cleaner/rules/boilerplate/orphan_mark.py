"""A number left behind by something that was taken away.

What   A line of one to four digits next to a line that another rule has just removed.
Why    It counted the pictures or comments that the removed line announced.
Kept   Numbers beside lines that stay; numbered sections.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule

_NUMBER = re.compile(r"\W{0,2}\d{1,4}\W{0,2}")

rule = Rule("BLR027")


def find(doc: Document) -> Iterator[Edit]:
    if not any(line.gone for line in doc.lines):
        return
    shown = [line for line in doc.lines if line.gone or line.text.strip()]
    numbers = [at for at, line in enumerate(shown) if not line.gone and _NUMBER.fullmatch(line.text.strip())]
    if len(numbers) != 1:
        return
    at = numbers[0]
    if any(line.gone for line in shown[max(0, at - 1) : at + 2]):
        yield shown[at].cut()


FIXES: list[tuple[str, ...]] = []
KEEPS = ["It rained.\n\n6\n\nIt snowed.", "1\nIt rained.\n2\nIt snowed."]
