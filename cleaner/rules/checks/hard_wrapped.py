"""Lines broken at a fixed width.

What   A text of eight lines or more, most of which are 50 to 85 characters long and break in mid-sentence.
Why    The line breaks are not the author's; words and sentences run over them.
Kept   Verse, lists and short paragraphs, whose lines are of many lengths or end with a sentence.
"""

from collections.abc import Iterator
from itertools import pairwise

from cleaner.document import Document
from cleaner.edit import Finding
from cleaner.rule import REPORT, Rule

_LINES, _NARROW, _WIDE, _SHARE = 8, 50, 85, 0.5

rule = Rule("CHK008", REPORT)


def find(doc: Document) -> Iterator[Finding]:
    lines = doc.rows
    if len(lines) < _LINES:
        return
    narrow = [size for size in map(len, lines) if _NARROW <= size <= _WIDE]
    if len(narrow) < _LINES // 2:
        return
    fewest = max(_LINES // 2, _SHARE * (len(lines) - lines.count("")))
    if len(narrow) < fewest:
        return
    broken = sum(_NARROW <= len(line) <= _WIDE and after[:1].islower() for line, after in pairwise(lines))
    if broken >= fewest:
        yield doc.note(0, len(doc.text), f"{broken} line breaks fall in mid-sentence: wrapped at a fixed width")


REPORTS = ["the bank said that it would lend more money to the farmers of the\n" * 9]
KEEPS = [
    "It rained all day in the town, and nobody could leave the house.\n" * 9,
    "roses are red\nviolets are blue\n" * 6,
]
