"""A notice that the rest is for subscribers, or a plea for support.

What   Sentences and short lines that open with “This article is for subscribers”, “Already a subscriber?” and the like.
Why    They stand where the publisher's page stopped the visitor.
Kept   Stories about paywalls and subscribers.
"""

from cleaner.rule import Hints
from cleaner.rules.boilerplate._shapes import opening
from cleaner.words import inside

_COUNTED = (
    r"you have \d{1,2} (?:free |more ){0,2}(?:articles?|stories) (?:left|remaining)"
    r"|il vous reste \d{1,3} ?% de cet article"
)

rule = opening(
    "BLR007",
    "paywall_notice",
    also=_COUNTED,
    hints=Hints(inside=(*inside("paywall_notice").inside, "you have ", "il vous reste ")),
)

FIXES = [
    ("It rained.\n\nAlready a subscriber? Log in", "It rained.\n\n"),
    ("It rained.\nThis is restricted premium content. Log in for full access.\nIt snowed.", "It rained.\nIt snowed."),
    ("It rained.\n\nYou have 3 free articles left this month.", "It rained.\n\n"),
    ("雨が降った。\nこの記事は会員限定です。", "雨が降った。\n"),
]
KEEPS = [
    "You have 3 minutes left, the captain told them.",
    "The channel has more than 700,000 subscribers.",
    "The paper put its articles behind a paywall in May.",
    "Only members of the club may vote, the statutes say.",
]
