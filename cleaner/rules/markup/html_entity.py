"""A character reference of HTML.

What   `&amp;`, `&nbsp;`, `&#8217;` and the like, decoded to the end where they were escaped twice.
Why    They are the spelling of a character in mark-up, not the character.
Kept   Ampersands in names and addresses; references that HTML does not know.
"""

from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.htmlspans import references
from cleaner.repair import repaired
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View

rule = Rule("MRK040", hints=HINTS, find=planned("MRK040"))

_AROUND = 40


def spans(view: View) -> Iterator[Edit]:
    text = view.text
    for start, end, decoded in references(text):
        new = repaired(decoded)
        around = text[max(0, start - _AROUND) : start] + new + text[end : end + _AROUND]
        if len(new) < end - start and (new.isascii() or repaired(around) == around):
            yield Edit(start, end, new)


FIXES = [
    ("Caf&eacute; &amp; Bar", "Café & Bar"),
    ("It&#8217;s &amp;quot;so&amp;quot;", 'It’s "so"'),
    ("&lt;DELL.O&gt; of AT&amp;T", "<DELL.O> of AT&T"),
    ("soft&shy;ware and &amp;foo; and 5&nbsp kg", "software and &foo; and 5\u00a0 kg"),
]
KEEPS = [
    "AT&T; R&B; and Q&A",
    "/r?a=1&b=2;c&copy=2",
    "&c. and & co;",
    "Fish & chips; peas",
]
