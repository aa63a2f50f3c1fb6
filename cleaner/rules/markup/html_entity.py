"""A character reference of HTML.

What   `&amp;`, `&nbsp;`, `&#8217;` and the like, decoded to the end where they were escaped twice.
Why    They are the spelling of a character in mark-up, not the character.
Kept   Ampersands in names and addresses; references that HTML does not know.
"""

from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View
from cleaner.text.htmlspans import references
from cleaner.text.repair import repaired

rule = Rule("MRK040", hints=HINTS, find=planned("MRK040"))
SIGNS = "&"

_AROUND = 40


def spans(view: View) -> Iterator[Edit]:
    for start, end, new in references(view.text):
        for begin in (start, start - 1):  # an accent belongs to the letter before it
            if begin >= 0:
                whole = repaired(view.text[begin:start] + new)
                if len(whole) < end - begin and _settles(view.text, begin, end, whole):
                    yield Edit(begin, end, whole)
                    break


def _settles(text: str, start: int, end: int, new: str) -> bool:
    """Whether ``new`` in place of ``start`` to ``end`` leaves no character to repair."""
    around = text[max(0, start - _AROUND) : start] + new + text[end : end + _AROUND]
    return new.isascii() or repaired(around) == around


FIXES = [
    ("Caf&eacute; &amp; Bar", "Café & Bar"),
    ("It&#8217;s &amp;quot;so&amp;quot;", 'It’s "so"'),
    ("&lt;DELL.O&gt; of AT&amp;T", "<DELL.O> of AT&T"),
    ("caf&eacute;, cafe&#769;", "café, café"),
    ("soft&shy;ware and &amp;foo; and 5&nbsp kg", "software and &foo; and 5\u00a0 kg"),
]
KEEPS = [
    "AT&T; R&B; and Q&A",
    "/r?a=1&b=2;c&copy=2",
    "&c. and & co;",
    "Fish & chips; peas",
    "x&y;z &unknown; &#xZZ;",
]
