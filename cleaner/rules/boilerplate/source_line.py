"""A line that this supplier puts into its articles.

What   A line equal to one of the literal lines in the source profile.
Why    A supplier's own furniture recurs word for word; naming it is more precise than any pattern.
Kept   Lines that hold anything else besides.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule

rule = Rule(code="BLR002")


def find(doc: Document) -> Iterator[Edit]:
    if not doc.source_lines:
        return
    for line in doc.alive():
        if line.text.strip() in doc.source_lines:
            yield line.cut()


FIXES = [("The ferry sails.\nThe Courier is printed in Westhaven.\nIt returns.", "The ferry sails.\nIt returns.")]
KEEPS = ["A line that no profile names.", "“The Courier is printed in Westhaven.” she read out."]
