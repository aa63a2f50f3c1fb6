"""The signature line of an embedded tweet.

What   Name (@handle) and a date, behind a dash, a blank, a link or the end of a sentence.
Why    It is the frame of an embed; the words of the tweet stay.
Kept   Handles in brackets inside a sentence, without the bare date.
Moves  Name and date go to `media`.
"""

import re
from typing import Any

from cleaner.rule import Hints
from cleaner.rules.boilerplate._shapes import pieces

_TITLED = r"(?<=\b\w)\.|(?<=\b[A-Z][a-z])\.|(?<=\b(?:Rep|Sen|Gov|Gen|Col|Hon|Rev))\."
_NAME = rf"[^\s()@—–|/.!?…](?:(?!\s\s+\w)[^()@—–|/\n.!?…]|{_TITLED}){{0,48}}?"
_MONTH = r"[^\W\d_]{3,12}\.?"
_DATE = rf"(?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}}\.? (?:de )?{_MONTH}(?: de)? \d{{4}}|\d{{4}}年\d\d?月\d\d?日)"
_DASH = r"(?:&mdash;|[—–]|(?<=\s)--?)[ \t\u00a0]?"
_AFTER = r"(?<=[.!?…”\"'’)])[ \t\u00a0]{0,2}|^[ \t\u00a0]{0,4}|(?<=\S)[ \t\u00a0]{2,4}"


def _lift(match: re.Match[str]) -> dict[str, Any] | None:
    name = match["name"].strip()
    if not match["dash"] and (len(name.split()) > 5 or not (name[0].isupper() or match[0][:2].isspace())):
        return None
    return {"media": {"kind": "tweet", "title": f"{name} ({match['handle']}), {match['date']}"}}


rule = pieces(
    "BLR010",
    rf"(?:[ \t\u00a0]{{0,2}}(?P<dash>{_DASH})|{_AFTER})(?P<name>{_NAME}) ?"
    rf"\((?P<handle>@\w{{1,20}})\),? ?(?P<date>{_DATE})",
    around="(@",
    hints=Hints(inside=("(@",)),
    lift=_lift,
)

FIXES = [
    (
        "So it goes.\n— Mo Roe (@moroe) June 15, 2020\nIt rained.",
        "So it goes.\nIt rained.",
        {"media": [{"kind": "tweet", "title": "Mo Roe (@moroe), June 15, 2020"}]},
    ),
    ("Happy New Year! Mo J. Roe (@moroe) December 31, 2017", "Happy New Year!"),
    ("He said “Ahoy to the crew”  moroe (@moroe) May 3, 2017It rained.", "He said “Ahoy to the crew” It rained."),
    ("Back in the U.S.A.  Mo Roe (@moroe) May 3, 2017It rained.", "Back in the U.S.A. It rained."),
    ("So it goes.  Mo Roe     (@moroe) May 3, 2017", "So it goes."),
    ("So it goes. — Rep. Mo Roe (@moroe) June 15, 2020", "So it goes."),
    ("So it goes and…— Mo Roe (@moroe)May 3, 2017It rained.", "So it goes and… It rained."),
    ("Guten Morgen!— Mo Roe (@moroe) 5. Mai 2014", "Guten Morgen!"),
]
KEEPS = [
    "Mo Roe wrote to (@moroe) in May and got no answer.",
    "It was a boat.moroe (@moroe) May 3, 2017",
    "It was fixed by Rep. Mo Roe (@moroe) in May.",
    "He asked — Mo Roe (@moroe)and nobody else.",
    "See Mo Roe (@moroe), who was there.",
    "The account of Mo Roe (@moroe) was closed on June 15, 2020.",
    "(Twitter handles @banks and @thebanks are also fake)",
    ">> Follow Mo Wil (@MoWil) on Twitter",
]
