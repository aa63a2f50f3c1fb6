"""A character reference of HTML.

What   `&amp;`, `&nbsp;`, `&#8217;` and the like, decoded to the end where they were escaped twice.
Why    They are the spelling of a character in mark-up, not the character.
Kept   Ampersands in names and addresses; references that HTML does not know.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.markup import entities
from cleaner.rule import Hints, Rule

rule = Rule(code="MRK003", hints=Hints(inside=("&",)))


def find(doc: Document) -> Iterator[Edit]:
    if ";" in doc.text:
        for start, end, new in entities(doc.text):
            yield Edit(start, end, new)


FIXES = [
    ("Caf&eacute; &amp; Bar", "Café & Bar"),
    ("It&#8217;s &amp;quot;so&amp;quot;", 'It’s "so"'),
    ("&lt;DELL.O&gt;", "<DELL.O>"),
]
KEEPS = ["AT&T; R&B; and Q&A", "/r?a=1&b=2;c", "&c. and & co;", "Fish & chips; peas"]
