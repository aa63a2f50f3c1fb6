"""An invitation to comment.

What   Sentences that open with “Have your say”, “Let us know in the comments” and the like; notes that comments are
       closed.
Why    They speak to the visitor of a page that the reader does not see.
Kept   Comments that are part of the story: “declined to comment”, “in the comments section of the paper”.
"""

from cleaner.rules.boilerplate._shapes import opening
from cleaner.words import inside

rule = opening("BLR004", "comments_prompt", longest=240, hints=inside("comments_prompt"))

FIXES = [
    ("It rained.\n\nHave something to add to this story? Share it in the comments.", "It rained.\n\n"),
    ("The vote was close. Let us know in the comments what you think.", "The vote was close."),
    ("It ended late.\nSorry we are not currently accepting comments on this article.", "It ended late.\n"),
    ("Es regnet.\n\nDiskutieren Sie mit!", "Es regnet.\n\n"),
]
KEEPS = [
    "The minister declined to comment.",
    "Notes by people she had never met in the comments section of a local paper hurt her.",
    "“Have your say, then leave,” the chairman told them.",
    "The post drew 7,000 comments in an hour.",
    "He let us know in May.",
    "The Courier called the mayor, seeking comment.",
    "コメント欄で改行するには、ちょっとした工夫がいる。",
]
