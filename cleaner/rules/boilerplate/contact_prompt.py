"""A request to write to the newsroom.

What   Sentences and short lines that open with “If you have a story suggestion”, “To contact the reporter on this
       story” and the like.
Why    They serve the newsroom, not the story.
Kept   Addresses that the story gives its readers; people who contact someone.
"""

from cleaner.rule import Hints
from cleaner.rules.boilerplate._shapes import opening
from cleaner.words import inside

_ADDRESS = r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}"
rule = opening(
    "BLR012",
    "contact_prompt",
    also=rf"(?:e-?mail|contact|write to|reach) (?:[\w'’.]{{1,20}} ){{1,4}}at {_ADDRESS},? (?:or|and) follow",
    longest=240,
    hints=Hints(inside=(*inside("contact_prompt").inside, "follow")),
)

FIXES = [
    ("It rained. If you have a story suggestion email tips@example.com.", "It rained."),
    ("It rained.\n\nEmail Jo Roe at jo@news.example.org or follow him @joroe.", "It rained.\n\n"),
    ("It rained.\nDo you have a story? Write to us.", "It rained.\n"),
]
KEEPS = [
    "Complaints go to the office at complaints@harbour.example.",
    "Whoever saw the boat should contact Sergeant Roe on 55.",
    "“Do you have a story?” she asked the child.",
    "He sent his tips to the police.",
]
