"""A disclaimer or disclosure of the publisher.

What   A line that opens with “Disclaimer:”, “The views expressed in this article are …”, “Die Meinung der Gastautoren
       …” or the like, in any of the known languages.
Why    It speaks of the publisher's liability, not of the story.
Kept   Disclaimers that are the subject of a sentence; views that somebody in the story expresses.
"""

from cleaner.rules.boilerplate._shapes import opening
from cleaner.words import inside

rule = opening("BLR047", "disclaimer", longest=700, inner=300, hints=inside("disclaimer"))

FIXES = [
    ("It rained.\n\nDisclaimer: The views of our experts are their own and not those of the site.", "It rained.\n\n"),
    ("It rained.\n\nThe views expressed in this article are the author's own.", "It rained.\n\n"),
    ("Llovió.\n\nLas opiniones expresadas en este artículo son del autor.", "Llovió.\n\n"),
]
KEEPS = [
    "The disclaimer on the site says that its stories are made up.",
    "The views expressed by the mayor were his own.",
    "“Here is the disclaimer,” he said.",
]
