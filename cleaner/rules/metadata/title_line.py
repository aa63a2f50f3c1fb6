"""The headline standing as first line.

What   A head line that repeats the record's title, as often as it does; where the record has none, a first line that
       looks like a headline and stands right above prose. A title without a line break goes too when the record has it
       and a sentence follows.
Why    It is no sentence of the text, and many dumps carry it twice.
Kept   First lines that are sentences, labels or captions, headings above other headings, the top of hard-wrapped text.
Moves  To `title`; the section named above it to `section`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.rules.media._players import medium
from cleaner.rules.metadata._headlines import bare, same, shorter, tag_pattern
from cleaner.rules.metadata._repeats import again, glued, repeated
from cleaner.rules.metadata._sections import as_section, section
from cleaner.rules.metadata._titles import title_places
from cleaner.scan.traits import BARE_HEAD, TITLED
from cleaner.text.headings import folded
from cleaner.text.prose import prose

rule = Rule(code="MET007", needs=BARE_HEAD | TITLED)

_HEAD, _FAR = 4, 10


def find(doc: Document) -> Iterator[Edit]:
    title = doc.fields.get("title")
    if title:
        yield from _known(doc, str(title))
    elif doc.kind != "article":
        yield from _found(doc)


def _known(doc: Document, title: str) -> Iterator[Edit]:
    """The title that the record has, wherever the text says it again."""
    wanted = {folded(title), *(folded(text) for text in shorter(title))}
    head = doc.head(_HEAD)
    for line in head[: len(head) - 1]:
        if len(line.text) <= 2 * len(title) + 20 and same(line.text, wanted):
            yield line.cut()
        elif prose(line.text):
            break
    yield from repeated(doc, title.strip(), {line.index for line in head})
    if head:
        yield from glued(head[0], title.strip())


def _found(doc: Document) -> Iterator[Edit]:
    """The title of a text whose record has none, and the line below it that says more of the same."""
    head = doc.head(_FAR)
    if (doc.fields.get("dateline") or {}).get("text") and not any(line.touched for line in head[:3]):
        return  # a dateline that came with the record: its text has been cleaned before, and began with the story
    places = title_places(doc, head)
    for number, at in enumerate(places):
        line, tag = head[at], tag_pattern().search(head[at].text)
        field = "subtitle" if number else "title"
        yield line.cut(**{field: bare(line.text), **({"media": medium(tag[0])} if tag else {})})
    if places:
        last = places[-1]
        title = bare(head[places[0]].text)
        yield from (head[at].cut(**as_section(doc, section(head[at].text))) for at in range(last) if at not in places)
        yield from again(head[last + 1], title)
        yield from repeated(doc, title, {line.index for line in head[: last + 2]})


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
    (f"Will the ferry to the island sail again?\n\n{_STORY * 8}", _STORY * 8),
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
    "Friends, the boat race of our harbour town begins at noon!\n\n" + _STORY,
    f"— What did the captain of the ferry tell you?\n\n— Nothing that I could print. {_STORY * 8}",
]
