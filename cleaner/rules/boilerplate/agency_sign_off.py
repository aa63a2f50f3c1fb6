"""The name of a news agency at the very end.

What   “Reuter”, “AFP”, “URN” and other agencies' names as the last lines, or “(dpa)” and the like behind the last
       sentence, also behind an editor's initials: “… he said. BS, PAP”.
Why    Agencies sign their dispatches so.
Kept   Agencies named in a sentence or further up.
Moves  The name goes to `syndicated_from`.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule, take
from cleaner.text.credits import INITIALS
from cleaner.text.stops import STOPS
from cleaner.words import any_of, heads, words

_LINE = lazy(rf"[\s(\[/–—-]{{0,4}}(?P<name>{any_of('wire')})[\s)\].{STOPS}]{{0,4}}")
_AGENCY = any_of("wire_glued")
_SENTENCE = lazy(
    rf"(?<=[.!?”\"…。{STOPS}])[ \t\u00a0]{{0,3}}"
    rf"(?:\((?P<inside>{_AGENCY}(?:[/,] ?{_AGENCY})?)\)|(?<=[ \t])(?P<bare>{_AGENCY})"
    rf"|(?<=[ \t])(?:{INITIALS}(?: ?/ ?|, )){{1,2}}(?P<signed>{_AGENCY}))[.{STOPS}]?\s*$"
)
_MARKS = ("(", "। ", "।", ". ", ".  ", '" ', "” ", ".", ", ", "/ ", "/")
_REACH = 60

rule = Rule(
    "BLR025",
    hints=Hints(heads=heads("wire").heads, inside=tuple(m + w.lower() for w in words("wire_glued") for m in _MARKS)),
)


def find(doc: Document) -> Iterator[Edit]:
    """Whole lines from the end upwards; one sentence's tail where they stop."""
    for line in doc.backward():
        if not any(map(str.isalnum, line.text)):
            continue
        match = _LINE.fullmatch(line.text)
        if match:
            yield line.cut(syndicated_from=match["name"])
            continue
        match = _SENTENCE.search(line.text, max(0, len(line.text) - _REACH))
        if match:
            yield from take(
                line, match.start(), match.end(), syndicated_from=match["inside"] or match["bare"] or match["signed"]
            )
        return


FIXES = [
    ("The bank will not join.\n Reuter\n", "The bank will not join.\n", {"syndicated_from": "Reuter"}),
    ("It rained.\n\n******\n\nURN", "It rained.\n\n******\n\n", {"syndicated_from": "URN"}),
    ("Es regnet. (dpa)", "Es regnet.", {"syndicated_from": "dpa"}),
    ("Es regnet. (dpa/epd)", "Es regnet.", {"syndicated_from": "dpa/epd"}),
    ("Padało przez cały dzień. JR, PAP", "Padało przez cały dzień.", {"syndicated_from": "PAP"}),
    ("Padało przez cały dzień. jr / PAP", "Padało przez cały dzień.", {"syndicated_from": "PAP"}),
    ("Es regnet. red., APA", "Es regnet.", {"syndicated_from": "APA"}),
    ("সারা দিন বৃষ্টি হয়েছে। এএফপি।", "সারা দিন বৃষ্টি হয়েছে।", {"syndicated_from": "এএফপি"}),
    ("نزل المطر يوما كاملا. (رويترز)", "نزل المطر يوما كاملا.", {"syndicated_from": "رويترز"}),
]
KEEPS = [
    "He told AFP",
    "Reuters\nThe agency was founded in 1851.",
    "The dam held, said AP.",
    "Three agencies reported it: TT, APA, PAP",
    "Padało. Tak podaje PAP",
    "قال إنه علم بالأمر من وكالة رويترز",
    "সারা দিন বৃষ্টি হয়েছে বলে জানিয়েছে বার্তা সংস্থা এএফপি।",
    "It was the work of two men. Jo Roe, AP",
    "Nobody had asked them. Both sides, AP",
]
