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
    rf"(?:get|subscribe to) {_NAME}newsletters?|subscribe to {_NAME}(?:on youtube|youtube channel|magazine (?:for|and))"
    rf"|subscribe to {_NAME}for free"
    rf"|download (?:the|our) {_NAME}app for|(?:subscribe|sign up) to {_NAME}and"
    rf"|(?:subscribe|sign up|register) (?:for|to) {_NAME}(?:newsletters?|briefing|mailing list)"
    r"|get access to [^.!?\n]{0,80}?subscri\w{0,12}"
    r"|join our (?:[\w'’]{1,15} ){0,3}(?:newsletter|forums?|community|mailing list|whatsapp|telegram|discord|channel)"
    r"|(?:get|have|receive) [^.!?\n]{3,60}? in your inbox"
    r"|(?:get|have|receive) [^.!?\n]{3,80}? delivered (?:[\w'’]{1,12} ){0,2}(?:to|through|into) your"
)

rule = opening(
    "BLR006",
    "newsletter_prompt",
    longest=450,
    also=_GAPPED,
    hints=Hints(
        inside=(
            *inside("newsletter_prompt").inside,
            "newsletter",
            "app for",
            "youtube",
            "subscribe to ",
            "sign up to ",
            "sign up for ",
            "join our ",
            "delivered ",
            "in your inbox",
            "get access to ",
        )
    ),
)

_GLUED = (
    "The ferry to the island sailed again on Monday, its owner said in a statement to the press. {}Nobody was hurt when"
    " the storm tore it from the quay, but two cars went into the harbour."
)
FIXES = [
    (_GLUED.format("Subscribe to our newsletter for the latest news "), _GLUED.format("")),
    ("Subscribe to The Harbour Post for FREE\n\nIt rained.", "It rained."),
    ("It rained.\n\nSign up for our newsletter and never miss a story.\n\nIt snowed.", "It rained.\n\nIt snowed."),
    ("It rained.\n\nSign up for the Morning Tide newsletter", "It rained.\n\n"),
    ("It rained. Subscribe to our newsletter. It snowed.", "It rained. It snowed."),
    ("Get Roe Health's weekly newsletter Sign up here\nIt rained.", "It rained."),
    (
        "It rained.\nGet Roe Monthly delivered through your letterbox. 12 issues for £9.\nIt snowed.",
        "It rained.\nIt snowed.",
    ),
    ("It rained.\nSubscribe to ROE and stay smart.\nIt snowed.", "It rained.\nIt snowed."),
    ("It rained. Subscribe to ROE magazine for less than $1 an issue and get a gift!", "It rained."),
    ("It rained.\n\nGet more of the Post in your inbox\n\nIt snowed.", "It rained.\n\nIt snowed."),
    ("Es regnet.\nAbonnieren Sie unseren Newsletter\nEs schneit.", "Es regnet.\nEs schneit."),
    ("Il pleut.\nInscrivez-vous à notre newsletter\nIl neige.", "Il pleut.\nIl neige."),
]
KEEPS = [
    _GLUED.format("Subscribe to a view, he said, and keep it. "),
    "Pupils may subscribe to the paper for free from May.",
    "More people signed up for broadband in the last three months.",
    "Sign up for the army, they told us.",
    "Many more households signed up for gas this winter.",
    "A non-partisan newsletter that analyses elections found no fraud.",
    "Not all sailors subscribe to the captain’s view.",
    "Some 42,000 shares were subscribed for at 7 dlrs.",
    "Os países assinem acordos bilaterais.",
    "They want to join our army, the general said.",
    "Get the parcel delivered by Monday, he said.",
    "You will find the letters that they get each day in your inbox.",
    "Yassine assinou o acordo.",
    "They offer people a one-time chance to sign up for coverage.",
    "El alcalde suscribe un texto contra la obra.",
]
