r"""A line break other than the plain newline.

What   CR LF, a lone CR (also several of them before a newline), vertical tab, form feed, and the line and paragraph
       separators U+2028 and U+2029; each becomes one newline.
Why    Line rules, and most tools that read a corpus, know only "\n"; the others hide in the middle of lines.
Kept   Plain newlines; tabs; U+0085, which in real texts is an ellipsis of Windows-1252 (see `mojibake`).
"""

from collections.abc import Iterable

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.text.repair import repairs_in

rule = Rule(code="ENC001")


def find(doc: Document) -> Iterable[Edit]:
    return repairs_in(doc, "line break")


FIXES = [
    ("The dam held.\r\n\r\nThe town slept.", "The dam held.\n\nThe town slept."),
    ("The dam held.\rThe town slept.", "The dam held.\nThe town slept."),
    ("Twice converted.\r\r\nAnd read.", "Twice converted.\nAnd read."),
    ("First verse,\u2028second verse.\u2029Next.", "First verse,\nsecond verse.\nNext."),
    ("End of page one.\fPage two.", "End of page one.\nPage two."),
]
KEEPS = [
    "The dam held.\n\nThe town slept.",
    "Name\tGoals\nRuiz\t3",
    "The file ends every line with \\r\\n, she explained.",
    "C:\\reports\\fall",
    "One line, no break",
]
