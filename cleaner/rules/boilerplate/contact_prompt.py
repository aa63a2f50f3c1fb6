"""A request to write to the newsroom.

What   Sentences and short lines that open with “If you have a story suggestion”, “To contact the reporter on this
       story” and the like.
Why    They serve the newsroom, not the story.
Kept   Addresses that the story gives its readers; people who contact someone.
"""

from cleaner.rules.boilerplate._shapes import opening
from cleaner.words import inside

rule = opening("BLR012", "contact_prompt", longest=240, hints=inside("contact_prompt"))

FIXES = [
    ("It rained. If you have a story suggestion email tips@example.com.", "It rained."),
    ("It rained.\nDo you have a story? Write to us.", "It rained.\n"),
]
KEEPS = [
    "Anyone with information is asked to contact PC Roe on 101.",
    "“Do you have a story?” she asked the child.",
    "He sent his tips to the police.",
]
