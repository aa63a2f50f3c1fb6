"""A request to follow someone on a network.

What   Sentences that open with “Follow … on Twitter”, “Like us on Facebook” and the like, with a network's name.
Why    They point at the outlet's or the author's account, not at anything in the story.
Kept   People who follow or like something; a network named in the story.
"""

from cleaner.rules.boilerplate._shapes import EDGE, INNER, STOP, sentences
from cleaner.words import any_of, inside

_WHO = r"(?:[^.!?:。！？\n]|(?-i:[.](?=\S))){0,60}?"
_AT = r"(?:(?<!\w)(?:\w{1,4}|@\w{1,20}|official|kanal) |[/&,|] ?|(?<=:) ?)(?:our |the |official )?"
_NET = any_of("follow_network")
_LIKE = rf"Like (?-i:(?:[A-Z][\w'’&]{{0,20}}|the|of|and) ){{1,6}}on {_NET}(?=\s*$|\s*[/|&])[^.!?\n]{{0,80}}"
_FIND = (
    rf"Find (?-i:(?:[A-Z][\w'’&:]{{0,20}}|the|of|and) ){{1,6}}on {_NET}(?:, {_NET}){{0,3}},? and {_NET}(?=\.?\s*$)\.?"
)

rule = sentences(
    "BLR009",
    rf"(?:{_LIKE}|{_FIND}"
    rf"|[-–—>»•*\s]{{0,8}}(?-i:{any_of('follow_verb')})(?:(?=[ \u00a0:]){_WHO}[ \u00a0:]?{_AT}|[ \u00a0])"
    rf"{_NET}{EDGE}{INNER}{{0,140}}{STOP})",
    hints=inside("follow_network"),
)

FIXES = [
    ("It rained.\n\n>> Follow Mo Wil (@MoWil) on Twitter", "It rained.\n\n"),
    ("It rained. Follow @photos on Twitter to join the talk. It snowed.", "It rained. It snowed."),
    ("It rained.\n\nLike The Roe on Facebook / Follow us on Twitter", "It rained.\n\n"),
    ("It rained.\nLike us on Facebook / Follow us on Twitter", "It rained.\n"),
    ("It rained. Find Roe News: Lom on Facebook, Instagram and Twitter.", "It rained."),
    ("Es regnet.\nFolgen Sie uns auf Instagram!", "Es regnet.\n"),
]
KEEPS = [
    "Find friends on Facebook and talk to them on Twitter, the school said.",
    "Instagram user @harbourcat uploaded a photo of the quay.",
    "Following the court's decision, Twitter gave in.",
    "He began to secretly follow him around on Facebook.",
    "Like many others on Facebook, she was angry.",
    "His official Twitter handle is @mo.",
    "Followers of the sect met on Instagram.",
]
