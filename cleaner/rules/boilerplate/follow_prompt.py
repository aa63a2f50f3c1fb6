"""A request to follow someone on a network.

What   Sentences that open with “Follow … on Twitter”, “Like us on Facebook” and the like, with a network's name; lines
       that hold such a name and close with the request, where the verb comes last: “हमें फेसबुक पर फॉलो करें”.
Why    They point at the outlet's or the author's account, not at anything in the story.
Kept   People who follow or like something; a network named in the story.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rules.boilerplate._shapes import EDGE, INNER, STOP, sentences
from cleaner.text.stops import STOPS
from cleaner.words import any_of, inside, words

_WHO = r"(?:[^.!?:。！？\n]|(?-i:[.](?=\S))){0,60}?"
_AT = r"(?:(?<!\w)(?:\w{1,4}|@\w{1,20}|official|kanal) |[/&,|] ?|(?<=:) ?)(?:our |the |official )?"
_NET = any_of("follow_network")
_LIKE = rf"Like (?-i:(?:[A-Z][\w'’&]{{0,20}}|the|of|and) ){{1,6}}on {_NET}(?=\s*$|\s*[/|&])[^.!?\n]{{0,80}}"
_FIND = (
    rf"Find (?-i:(?:[A-Z][\w'’&:]{{0,20}}|the|of|and) ){{1,6}}on {_NET}(?:, {_NET}){{0,3}},? and {_NET}(?=\.?\s*$)\.?"
)

_HANDLE, _SHORT = lazy(r"\s{0,9}@\w{2,30}\.?\s{0,9}"), 60
_ASKED = lazy(rf"{any_of('follow_verb')}[ \u00a0]")
_CLOSERS = tuple(words("follow_closing"))
_LAST = lazy(rf"[^.!?:。！？{STOPS}]{{0,90}}?{_NET}[^.!?。！？{STOPS}]{{0,80}}", re.IGNORECASE)

_opened = sentences(
    "BLR009",
    rf"(?:{_LIKE}|{_FIND}"
    rf"|(?P<said>[-–—>»•*\s]{{0,8}}(?-i:{any_of('follow_verb')})(?:(?=[ \u00a0:]){_WHO}[ \u00a0:]?{_AT}|[ \u00a0])"
    rf"{_NET}){EDGE}{INNER}{{0,140}}{STOP})",
    reach=250,
    hints=inside("follow_network"),
)

rule = replace(_opened, find=None)


def find(doc: Document) -> Iterator[Edit]:
    closed = [line for line in doc.candidates() if _closed(line.text.strip(" .!।۔()\t"))]
    for line in closed:
        yield line.cut()
    for edit in _opened.find(doc) if _opened.find else ():
        if isinstance(edit, Edit) and not _within(edit, closed):
            yield edit
    yield from _handles(doc)


def _handles(doc: Document) -> Iterator[Edit]:
    """A last line that is nothing but the account, below a request that ends with a colon."""
    last = doc.tail(2)
    if len(last) > 1 and last[0].text.rstrip().endswith(":") and _HANDLE.fullmatch(last[1].text):
        request = last[0].text.strip()
        if len(request) <= _SHORT and _ASKED.match(request) and any(net in request for net in words("follow_network")):
            yield last[1].cut()


def _closed(text: str) -> bool:
    """Whether a line ends with the request and names a network before it."""
    return text.endswith(_CLOSERS) and _LAST.fullmatch(text) is not None


def _within(edit: Edit, lines: list[Line]) -> bool:
    return any(line.start <= edit.start < line.end for line in lines)


_GLUED = (
    "The ferry to the island sailed again on Monday, its owner said in a statement to the press. {}Nobody was hurt when"
    " the storm tore it from the quay, but two cars went into the harbour."
)
FIXES = [
    ("Join us on Twitter and Facebook         The ferry sailed in March.", "The ferry sailed in March."),
    (_GLUED.format("Follow us on Facebook "), _GLUED.format("")),
    ("It rained.\n\n>> Follow Mo Wil (@MoWil) on Twitter", "It rained.\n\n"),
    ("It rained. Follow @photos on Twitter to join the talk. It snowed.", "It rained. It snowed."),
    ("It rained.\n\nLike The Roe on Facebook / Follow us on Twitter", "It rained.\n\n"),
    ("It rained.\nLike us on Facebook / Follow us on Twitter", "It rained.\n"),
    ("It rained. Find Roe News: Lom on Facebook, Instagram and Twitter.", "It rained."),
    ("It rained.\nFollow Jo Roe on Twitter at @JoRoe or email at jroe(at)harbour.example", "It rained.\n"),
    ("It rained.\nFollow me on Twitter:\n@moroe", "It rained.\n"),
    ("Es regnet.\nFolgen Sie uns auf Instagram!", "Es regnet.\n"),
    ("बारिश हुई।\nहमें फेसबुक और ट्विटर पर फॉलो करें", "बारिश हुई।\n"),
    ("باران بارید.\nکانال تلگرام ما را دنبال کنید", "باران بارید.\n"),
]
KEEPS = [
    "The account was this one:\n@moroe",
    "She had many who follow Twitter (at)tacks and Facebook rows, he said.",
    "The town took to Twitter and Facebook to follow the ferry on its way to the island.",
    _GLUED.format("Follow The road to the harbour. "),
    "Find friends on Facebook and talk to them on Twitter, the school said.",
    "Instagram user @harbourcat uploaded a photo of the quay.",
    "Following the court's decision, Twitter gave in.",
    "He began to secretly follow him around on Facebook.",
    "Like many others on Facebook, she was angry.",
    "His official Twitter handle is @mo.",
    "Followers of the sect met on Instagram.",
    "उसने फेसबुक पर एक वीडियो साझा किया और लोगों से कहा कि वे उसे फॉलो करें, ऐसा पुलिस ने बताया।",
]
