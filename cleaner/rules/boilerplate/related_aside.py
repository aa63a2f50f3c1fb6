"""A link to another article in the middle of a paragraph.

What   “Read more: …”, “See also: …” between two sentences, up to the full stop that stands apart (“Title .”) or the
       question mark that ends the title.
Why    Dumps without line breaks run such links into the story.
Kept   Sentences that tell to read something; links whose end cannot be seen.
Moves  The title goes to `related`.
"""

from cleaner.rule import Hints
from cleaner.rules.boilerplate._shapes import START, pieces, related
from cleaner.words import any_of, words

rule = pieces(
    "BLR017",
    rf"{START}(?-i:{any_of('related_aside')}) ?: (?P<title>[^.!?\n]{{4,150}}?(?:\?|(?= \.)))(?: \.)?"
    r"(?=\s+(?-i:[A-Z\"“'])|\s*$)",
    hints=Hints(inside=tuple(f"{word.lower()}{mark}" for word in words("related_aside") for mark in (":", " :"))),
    lift=lambda match: related(match["title"]),
)

FIXES = [
    (
        "It rained. Read more: Who is who in Oslo . It snowed.",
        "It rained. It snowed.",
        {"related": [{"title": "Who is who in Oslo", "url": None}]},
    ),
    ('It rained. READ MORE: What is the truth about rain? "No," he said.', 'It rained. "No," he said.'),
]
KEEPS = [
    "Critics do not read more: they write.",
    "She wrote a letter. Read more about this and other tales from Lom The vicar said.",
    "He had one wish. See more: he wanted to travel. Then he left.",
    "It rained. “We see more: more mud and more flies.” It stopped.",
]
