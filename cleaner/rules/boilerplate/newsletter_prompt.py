"""An invitation to subscribe to a newsletter, an app or a magazine.

What   Sentences and short lines that open with “Sign up for our newsletter”, “Download our app” and the like.
Why    They advertise the publisher in the middle of the article.
Kept   Stories about subscribers, newsletters and apps; “sign up for the army”.
"""

from cleaner.rule import Hints
from cleaner.rules.boilerplate._shapes import opening
from cleaner.words import inside

_NAME = r"(?:[\w'’]{1,20} ){1,5}"
_GAPPED = (
    rf"(?:get|subscribe to) {_NAME}newsletters?|subscribe to {_NAME}(?:on youtube|youtube channel)"
    rf"|download (?:the|our) {_NAME}app for"
)

rule = opening(
    "BLR006",
    "newsletter_prompt",
    also=_GAPPED,
    hints=Hints(inside=(*inside("newsletter_prompt").inside, "newsletter", "app for", "youtube")),
)

FIXES = [
    ("It rained.\n\nSign up for our newsletter and never miss a story.\n\nIt snowed.", "It rained.\n\nIt snowed."),
    ("It rained. Subscribe to our newsletter. It snowed.", "It rained. It snowed."),
    ("Get Roe Health's weekly newsletter Sign up here\nIt rained.", "It rained."),
    ("Es regnet.\nAbonnieren Sie unseren Newsletter\nEs schneit.", "Es regnet.\nEs schneit."),
    ("Il pleut.\nInscrivez-vous à notre newsletter\nIl neige.", "Il pleut.\nIl neige."),
]
KEEPS = [
    "Sign up for the army, they told us.",
    "More people signed up for broadband in the last three months.",
    "A non-partisan newsletter that analyses elections found no fraud.",
    "Not everyone subscribes to a New Year’s resolution.",
    "575,000 shares were subscribed for at 10 dlrs.",
    "Os países assinem acordos bilaterais.",
    "Yassine assinou o acordo.",
]
