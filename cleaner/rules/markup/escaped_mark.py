r"""A punctuation mark that Markdown has escaped.

What   The backslash in `\_`, `\*`, `\[`, `\.`, `\-` and the like between words, in texts that escape several.
Why    A converter wrote it so that the mark would not be read as mark-up.
Kept   Paths, formulas, code, and lone backslashes.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Hints, Rule

rule = Rule(code="MRK015", hints=Hints(inside=("\\",)))

_ESCAPED = re.compile(r"(?<!\\)\\(?=[_*\[\]#.!()>~+\-&|])(?![\]\[(]\s?\()")
_TECHNICAL = re.compile(r"\\[a-zA-Z]{2,}|[A-Za-z]:\\|\\\\|`")


def find(doc: Document) -> Iterator[Edit]:
    found = list(_ESCAPED.finditer(doc.text))
    if (len(found) < 2 and doc.kind != "markdown") or _TECHNICAL.search(doc.text):
        return
    for match in found:
        yield Edit(match.start(), match.end())


FIXES = [(r"1\. The my\_file and 2 \* 3 \- all escaped.", "1. The my_file and 2 * 3 - all escaped.")]
KEEPS = [r"C:\_old\*.txt and C:\.new", r"The formula \alpha\_1 \* \beta\_2", r"One lone \_ mark."]
