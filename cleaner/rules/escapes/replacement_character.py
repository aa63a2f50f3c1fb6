"""A place where a character was lost for good.

What   U+FFFD, the mark that a decoder leaves where it could not read the bytes.
Why    The lost character cannot be brought back from the text; the source should be read again in its character set.
Kept   Black diamonds, question marks and other signs that were written on purpose.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Finding
from cleaner.rule import REPORT, Hints, Rule

rule = Rule(code="ENC008", safety=REPORT, hints=Hints(inside=("\ufffd",)))


def find(doc: Document) -> Iterator[Finding]:
    count = doc.text.count("\ufffd")
    if count:
        at = doc.text.index("\ufffd")
        what = "a character was" if count == 1 else f"{count} characters were"
        yield doc.note(at, at + 1, f"{what} lost in decoding (U+FFFD, first here); read the source again")


REPORTS = [
    "\ufffdMasks are to protect you,\ufffd the doctor said.",
    "Till 4th May\ufffd",
]
KEEPS = [
    "Who knows? Nobody??",
    "◆ One ◇ Two",
    "The sign U+FFFD marks a loss.",
]
