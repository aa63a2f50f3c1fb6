"""The frame of an embedded Instagram post.

What   “A post shared by Name (@handle)” with or without “View this post on Instagram” before it and a time behind it,
       on a line of its own or glued between two sentences; in the languages where the name comes first, too.
Why    It is the frame of an embed, which the dump does not hold.
Kept   Sentences about a post that someone shared.
Moves  Name and handle go to `media`.
"""

import re
from typing import Any

from cleaner.rule import Hints
from cleaner.rules.boilerplate._shapes import pieces
from cleaner.words import any_of

_VIEW = rf"{any_of('embed_view')}[\s.]{{0,4}}"
_NAME, _HANDLE = r"[^()@（）\n]{0,50}?", r"\s?[(（](?P<{}>@[\w.]{{1,40}})[)）]"
_TIME = r"(?:[ ,-]{1,2}[^()\n]{6,36}?\d{1,2}[:.]\d\d[^()\n]{0,4}? ?P[SD]T)?"
_NEXT = r"(?=[ \t\u00a0]*$|[ \t\u00a0]*(?-i:[“\"„«#—–A-Z]|(?![a-z])[^\W\d_]))"
_AFTER = rf"(?:['’]\w{{1,4}})?\s?{any_of('embed_after')}"
_FIRST = (
    rf"(?:{_VIEW})?(?-i:{any_of('embed_by')}) (?P<name>{_NAME}){_HANDLE.format('handle')}(?:{_AFTER})?{_TIME}{_NEXT}"
)
_LAST = (
    rf"(?:{_VIEW}|^\s{{0,4}}|(?<=[.!?…”\"’'»)。！？])\s{{0,3}})(?P<who>[^()@（）.!?\n]{{1,50}}?)"
    rf"{_HANDLE.format('at')}{_AFTER}"
)


def _lift(match: re.Match[str]) -> dict[str, Any]:
    name, handle = match["name"] or match["who"] or "", match["handle"] or match["at"]
    return {"media": {"kind": "instagram", "title": f"{name.strip()} ({handle})".strip()}}


rule = pieces("BLR069", rf"(?:{_FIRST}|{_LAST})", around="@", hints=Hints(inside=("(@", "（@")), lift=_lift)

FIXES = [
    (
        "It rained.\n\nA post shared by Mo Roe (@mo.roe)\n\nIt snowed.",
        "It rained.\n\nIt snowed.",
        {"media": [{"kind": "instagram", "title": "Mo Roe (@mo.roe)"}]},
    ),
    ("Rain! #seaA post shared by Mo (@mo) on Nov 25, 2017 at 12:51pm PSTIt rained.", "Rain! #sea It rained."),
    ("Esett.A bejegyzés megtekintése az InstagramonMó (@mo) által megosztott bejegyzésA hó is.", "Esett. A hó is."),
    ("Yağdı.\nMo Roe (@mo.roe)'in paylaştığı bir gönderi\nKar da.", "Yağdı.\nKar da."),
    ("雨が降った。\nモー(@mo.roe)がシェアした投稿", "雨が降った。\n"),
    ("Sie lacht. Sieh dir diesen Beitrag auf Instagram an Ein Beitrag geteilt von Mo (@mo)", "Sie lacht."),
]  # fmt: skip
KEEPS = [
    "A post shared by the mayor drew many replies.",
    "A post shared by Mo Roe (@mo.roe) drew many replies.",
    "A post shared by Mo Roe (@mo.roe) on Monday said so.",
    "It was a post shared by Mo Roe (@mo.roe)",
    "Roe Mó (@roe) bejegyzése sokakat megnevettetett.",
    "Mo Roe (@mo.roe) bir gönderi paylaştı.",
    "モー(@mo.roe)の投稿がシェアされた。",
]
