r"""A control character or terminal escape in running text.

What   C0 controls other than tab and newline, DEL, C1 controls that stand for nothing, and the colour codes of
       terminals (``ESC [ 31 m``).
Why    They are remains of terminals, printers and broken conversions; many parsers refuse a text that holds one.
Kept   Tabs and newlines; C1 controls that stand for Windows-1252 punctuation (repaired by `mojibake`); the same codes
       written out in visible characters.
"""

from collections.abc import Iterable

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.text.repair import repairs_in

rule = Rule(code="ENC004")


def find(doc: Document) -> Iterable[Edit]:
    return repairs_in(doc, "control")


FIXES = [
    ("The \x00vote\x07 was \x7fclose.", "The vote was close."),
    ("\x1b[31;1mBreaking\x1b[0m news", "Breaking news"),
    ("An end mark\x03 and a \x81hole.", "An end mark and a hole."),
]
KEEPS = [
    "Name\tGoals\nRuiz\t3",
    "Press ^C or type \\x00, the manual says.",
    "The code [31m makes text red.",
    "␀ and ␛ are pictures of controls.",
]
