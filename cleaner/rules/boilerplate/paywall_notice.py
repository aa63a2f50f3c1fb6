"""A notice that the rest is for subscribers, or a plea for support.

What   Sentences and short lines that open with “This article is for subscribers”, “Already a subscriber?” and the like.
Why    They stand where the publisher's page stopped the visitor.
Kept   Stories about paywalls and subscribers.
"""

from cleaner.rules.boilerplate._shapes import opening
from cleaner.words import inside

rule = opening("BLR007", "paywall_notice", hints=inside("paywall_notice"))

FIXES = [
    ("It rained.\n\nAlready a subscriber? Log in", "It rained.\n\n"),
    ("It rained.\nThis is restricted premium content. Log in for full access.\nIt snowed.", "It rained.\nIt snowed."),
    ("雨が降った。\nこの記事は会員限定です。", "雨が降った。\n"),
]
KEEPS = [
    "The channel has more than 700,000 subscribers.",
    "The paper put its articles behind a paywall in May.",
    "Only members of the club may vote, the statutes say.",
]
