"""The headline standing as first line.

What   A head line that repeats the record's title, as often as it does; where the record has none, a first line that
       looks like a headline and stands right above prose. A title without a line break goes too when the record has it
       and a sentence follows.
Why    It is no sentence of the text, and many dumps carry it twice.
Kept   First lines that are sentences, labels or captions, headings above other headings, the top of hard-wrapped text.
Moves  To `title`; the section named above it to `section`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from string import whitespace

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.media._players import medium
from cleaner.rules.metadata._head import closed, prose, starts, wide
from cleaner.rules.metadata._headlines import bare, is_headline, is_title, is_told, recurs, same, shorter, tag_pattern
from cleaner.rules.metadata._sections import as_section, section
from cleaner.rules.metadata._stamps import yearly
from cleaner.scan.traits import BARE_HEAD, TITLED
from cleaner.text.headings import folded
from cleaner.words import any_of

rule = Rule(code="MET007", needs=BARE_HEAD | TITLED)

_HEAD, _FAR = 4, 10
_KICKER, _SMALL, _REPEATED, _STORY_SEEN = 35, 160, 20, 4000
"""Characters: of a kicker, of lines between title and story, of titles whose repetition is no chance,
and how many of the story are compared."""

_BLANK = whitespace + ".\x1c\x1d\x1e\x1f"
_WIDEST = 3
"""Characters at most that one becomes when a line is folded."""


def find(doc: Document) -> Iterator[Edit]:
    title = doc.fields.get("title")
    if not title and doc.kind == "article":
        return
    if not title:
        yield from _found(doc)
        return
    wanted = {folded(str(title)), *(folded(text) for text in shorter(str(title)))}
    head = doc.head(_HEAD)
    for line in head[: len(head) - 1]:
        if len(line.text) <= 2 * len(str(title)) + 20 and same(line.text, wanted):
            yield line.cut()
        elif prose(line.text):
            break
    yield from _repeated(doc, str(title).strip(), {line.index for line in head})
    if head:
        yield from _glued(head[0], str(title).strip())


def _found(doc: Document) -> Iterator[Edit]:
    """The title of a text whose record has none, and the line below it that says more of the same."""
    head = doc.head(_FAR)
    if (doc.fields.get("dateline") or {}).get("text") and not any(line.touched for line in head[:3]):
        return  # a dateline that came with the record: its text has been cleaned before, and began with the story
    titles = _titles(doc, head)
    for number, at in enumerate(titles):
        line, tag = head[at], tag_pattern().search(head[at].text)
        field = "subtitle" if number else "title"
        yield line.cut(**{field: bare(line.text), **({"media": medium(tag[0])} if tag else {})})
    if titles:
        last = titles[-1]
        found = bare(head[titles[0]].text)
        yield from (head[at].cut(**as_section(doc, section(head[at].text))) for at in range(last) if at not in titles)
        yield from _again(head[last + 1], found)
        yield from _repeated(doc, found, {line.index for line in head[: last + 2]})


def _titles(doc: Document, head: list[Line]) -> list[int]:
    """Where title and subtitle stand among the first lines; nothing when a third line could be one as well.

    What is left below must not pass for a title in its turn, or a text cleaned twice would lose more.
    """
    first = 0 if _begins_again(head) else _headline(doc, head)
    found = [] if first is None else [first]
    while found and len(found) < 3:
        rest = found[-1] + 1
        more = _headline(doc, head[rest:], alone=True)
        if more is None or _signed(head[rest + more].text):
            return found
        if _caseless(head[rest + more].text):
            return []
        found.append(rest + more)
    return []


def _signed(text: str) -> bool:
    """Whether a line has a year and somebody behind a word such as "by": a byline with its date."""
    return yearly(text) and _by().search(text) is not None


@cache
def _by() -> re.Pattern[str]:
    return lazy(rf"(?<!\w)(?i:{any_of('author_by')}):? [^\W\d_a-z]")


def _caseless(text: str) -> bool:
    """Whether ``text`` is in a script with word spaces and without capitals, in which sentences often close with
    nothing and a second headline cannot be told from them."""
    first = next(filter(str.isalpha, text), "a")
    return first.upper() == first.lower() and not wide(text)


def _begins_again(head: list[Line]) -> bool:
    """Whether the second line begins with all that the first says, and goes on with the story."""
    if len(head) < 2 or head[0].touched or len(head[1].text) < 3 * _REPEATED:
        return False
    said = head[0].text.strip()
    return len(said) >= _REPEATED and head[1].text.lstrip().startswith(said) and len(head[1].text) > 2 * len(said)


def _headline(doc: Document, head: list[Line], *, alone: bool = False) -> int | None:
    """Which of some lines is a title: the first, or the one below a word or two that name its subject.

    ``alone`` judges the lines without what stood above them.
    """
    if len(head) < 2 or (_caseless(head[0].text) and head[0].text[-1:].isspace()):
        return None  # a blank at the end of a line was left by a link, in the middle of a sentence
    sure = is_title(*head[:2])
    if (sure and (alone or not head[0].touched)) or (
        not alone and not head[0].touched and _below_stamps(doc, head[:3])
    ):
        return 0
    kicker = head[0].text.strip()
    named = len(kicker) <= _KICKER and len(kicker.split()) <= 4 and not closed(kicker)
    return next((at for at in ((0, 1) if named else (0,)) if _passes(doc, head[at:])), None)


def _passes(doc: Document, head: list[Line]) -> bool:
    """Whether the first of these lines could be a headline of the prose that stands a few short lines below."""
    if len(head) < 2 or not is_told(head[0].text) or head[1].text.lstrip()[:1].islower():
        return False
    story = next((at for at, line in enumerate(head) if at and prose(line.text)), 0)
    if not story or any(len(line.text) > _SMALL for line in head[1:story]):
        return False
    begin = head[story].start
    return recurs(head[0].text, doc.text[begin : begin + _STORY_SEEN])


def _repeated(doc: Document, title: str, above: set[int]) -> Iterator[Edit]:
    """Later lines that say nothing but the title."""
    if len(title) < _REPEATED:
        return
    wanted = folded(title)
    longest = 2 * len(title) + 20
    for line in doc.at(_beginning_with(wanted[:1], doc.rows, len(wanted) // _WIDEST, longest)):
        if line.index not in above and len(line.text) <= longest and folded(line.text) == wanted:
            yield line.cut()


def _beginning_with(first: str, rows: list[str], shortest: int, longest: int) -> list[int]:
    """The rows of such lengths that may begin with the character ``first`` when they are folded: a cheap test."""
    known = first + first.upper()
    return [
        at
        for at, row in enumerate(rows)
        if shortest <= len(row) <= longest
        and (row[0] in known or not (begin := row.lstrip(_BLANK))[:2].isascii() or begin[:1] in known)
    ]


def _below_stamps(doc: Document, head: list[Line]) -> bool:
    """Whether address and date stood above, and what follows would not pass for a headline in its turn."""
    above = doc.lines[: head[0].index]
    stamped = sum(line.gone for line in above) > 1 and len(head) > 2
    return stamped and is_headline(head[0].text) and not is_title(*head[1:3])


def _glued(line: Line, title: str) -> Iterator[Edit]:
    """The title in front of the first sentence of the same line."""
    text = line.text
    start = len(text) - len(text.lstrip())
    if len(title) < 15 or folded(text[start : start + len(title)]) != folded(title):
        return
    tag = tag_pattern("").match(text, start + len(title))
    end = tag.end() if tag else start + len(title)
    gap = len(text[end:]) - len(text[end:].lstrip(" .|:-–—\u00a0"))
    if len(text) - end > 60 and starts(text[end + gap :]) and (tag or _begins(text, end, end + gap)):
        yield line.span(0, end + gap)


def _begins(text: str, end: int, rest: int) -> bool:
    """Whether the story begins at ``rest``, behind a title that ends at ``end``.

    Where no letter is a capital its first words may just be the title's; then they must be glued to it, or begin like
    it.
    """
    first = next(filter(str.isalnum, text[rest:]), "")
    if text[end:rest].strip() or first.isdigit() or first.upper() != first.lower():
        return rest > end or not text[end].isspace()
    return (rest == end and not wide(text)) or text.startswith(text.split(maxsplit=1)[0], rest)


def _again(line: Line, title: str) -> Iterator[Edit]:
    """The title said a second time, alone on the next line or glued to the story."""
    if folded(line.text) == folded(title):
        yield line.cut()
    else:
        yield from _glued(line, title)


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
_TITLE = "Ferry sails again after the winter storm"
FIXES = [
    (f"{_TITLE}, and you will not believe why..\n{_STORY} {_STORY} {_STORY} {_STORY}",
     f"{_STORY} {_STORY} {_STORY} {_STORY}"),
    (f"{_TITLE}\n\n{_STORY}", _STORY, {"title": _TITLE}),
    (f"{_TITLE}\n{_TITLE}{_STORY}", _STORY),
    (f"News | POLITICS\nFerry to the island sails again\n\n{_STORY}", "\n" + _STORY, {"section": "POLITICS"}),
    (f"{_TITLE}\n{_TITLE} (Video){_STORY}", _STORY),
    (f"{_TITLE} (VIDEO)\n\n{_STORY}", _STORY, {"title": _TITLE, "media": [{"kind": "video", "title": None}]}),
    (f"# {_TITLE}\n\n{_STORY}", _STORY, {"title": _TITLE}),
    (f"Ferry lost! Who knows where it sailed to\n{_STORY} {_STORY} {_STORY} {_STORY}",
     f"{_STORY} {_STORY} {_STORY} {_STORY}"),
    (f"Hurrah! {_TITLE}, the captain says\nHurrah! {_TITLE}, the captain says{_STORY}", _STORY),
    ("駅前の図書館、来月開館へ 市が発表\n\n市は12日、駅前に建設していた図書館を来月1日に開館すると発表した。",
     "市は12日、駅前に建設していた図書館を来月1日に開館すると発表した。"),
    ("El ferry a la isla vuelve a zarpar\n\n" + _STORY, _STORY),
    ("Le ferry de l'île reprend la mer\n\n" + _STORY, _STORY),
    (f"Will the ferry to the island sail again?\n\n{_STORY}", _STORY),
]  # fmt: skip
KEEPS = [
    "“DON’T go anywhere near the quay,” I told my mother. “Do all your sailing at home. O.K.?”\n\n“I am not going,” she"
    f" said.\n\n{_STORY} My mother had told me that she lived near the quay, and that her home was the sea.",
    f"On Monday, the former captain of the ferry told\n\nthe press of the town what he had seen. {_STORY}",
    "The ferry to the island sailed again on Monday, its owner said in a statement.\n\n"
    'KAÇAN GEMİ" BULUNDU\n\nThe ferry to the island sailed again on Tuesday, its owner said in a statement.',
    "A HARBOUR SUMMIT between the two towns has ended without a deal, and both of them said so later "
    "that evening.\n\nThe ferry to the island sailed again on Monday, its owner said in a statement.",
    "1. Fake letters from the bank\n\nThe ferry to the island sailed again on Monday, its owner said in a statement.",
    f"{_TITLE}, and nobody knew why..\n\n{_STORY}",
    f"The ferry, they said, was gone.\n{_STORY} {_STORY} {_STORY} {_STORY}",
    "The ferry sails again.\n\n" + _STORY,
    "طوفان کے بعد جزیرے کی کشتی بندرگاہ سے پھر روانہ\n"
    "کپتان نے طوفان کے بعد جزیرے کی پرانی کشتی پیر کی صبح بندرگاہ سے روانہ کی\n"
    "کشتی کے مالک نے صحافیوں کو بتایا کہ طوفان کے بعد جزیرے کی پرانی کشتی اچھی حالت میں ہے اور کپتان پیر کی صبح بندرگاہ"
    " سے روانہ ہو کر شام کو لوٹ آیا تاہم آئندہ دو دن اہم ہیں اور لوگ انتظار کر رہے ہیں جبکہ گھاٹ کی مرمت میں کئی ہفتے"
    " لگیں گے",
    "द्वीप के लोगों से संपर्क करने का नाव एक बेहतरीन ज़रिया है लेकिन उसका \n\n"
    "मालिक तूफ़ान के बाद उसे बेचना चाहता है. घाट पर खड़े लोग उसी दिन द्वीप लौट आए और उन्होंने कहा कि सोमवार को नाव पर"
    " कोई नहीं था. नाव अब रोज़ चलेगी और टिकट घाट पर मिलेगा.",
    "The ferry to the island sailed\nagain on Monday, its owner said to those who waited.",
    "Source: The Harbour Courier\n\n" + _STORY,
    "Bad outlook\n\n" + _STORY,
    "What the ferry to the island costs: $8 - $1,042\n\n" + _STORY,
    "Ferry lost! Who knows where it sailed to\n\n" + _STORY,
    "ILLEGALITY\n\n" + _STORY,
    _TITLE,
    "Trade Minister, Amelia Kent\n\n" + _STORY,
    "First of all the many things\n\nSecond of all the many things\n\n" + _STORY,
    "It was a dark and stormy night,\n\n" + _STORY,
    "The ferry, which was set free, could be one of the largest\n\n" + _STORY,
    "The crew of the ferry waits on the quay. Photo: AFP\n\n" + _STORY,
    "Update at 8:50 p.m. EDT\n\n" + _STORY,
    "The crew of the ferry (pictured) on the quay\n\n" + _STORY,
]
