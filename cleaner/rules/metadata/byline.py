"""Who wrote the article.

What   "By Ann Other", "Von Jo Roe und Al Poe", "記事執筆：roe", with role, outlet or address behind the name, as a line
       near the start or the end; an e-mail address alone at the end; the same glued in front of a dateline.
Why    It is no sentence of the story.
Kept   Sentences that open with the same word: "By Friday the road had reopened."
Moves  Names of people to `authors`; a news agency to `dateline`; "By Staff Reporter" names nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.rule import Hints, Rule
from cleaner.rules.metadata._bylines import (
    LONGEST,
    glued,
    is_address,
    is_label,
    labelled,
    may_be_glued,
    read_byline,
    signature,
)
from cleaner.rules.metadata._datelines import read
from cleaner.rules.metadata._head import closing, opening
from cleaner.rules.metadata._names import people
from cleaner.words import glued as glued_hints
from cleaner.words import heads, words

_MARKS = (" ", ":", "：", "／", "/", "＝", "・", "｜", "丨", "\u00a0", ".")
_HEADS = tuple(word + mark for word in heads("author_by", "byline_label").heads for mark in _MARKS)
rule = Rule(
    code="MET002",
    glued=glued_hints("byline_label", after=(":", " :", "："), single=True),
    hints=Hints(
        _HEADS,
        inside=(
            "| ",
            "@",
            "報導〕",
            "報導】",
            "報導）",
            "報導)",
            "报道】",
            *(role for role in words("writer_role", "staff_role") if len(role) > 1),
            "기자",
            "특파원",
            "논설위원",
            "칼럼니스트",
            "- by ",
            "—by ",
            "–by ",
            "— by ",
            "– by ",
            "-by ",
        ),
    ),
)

_FEW = 2
"""A text with more labelled names than these lists people."""


def find(doc: Document) -> Iterator[Edit]:
    head, tail = opening(doc, 3), closing(doc)
    several = len(head) > 1
    candidates = doc.candidates()
    found = set(candidates)
    signed = [line for line in candidates if len(line.text) <= LONGEST and labelled(line.text)]
    lines = dict.fromkeys((*head, *tail, *(signed if len(signed) <= _FEW else ())))
    for line in filter(found.__contains__, lines) if several else ():
        lift = read_byline(line.text, doc.fields) if len(line.text) <= LONGEST else None
        if lift is not None:
            if "dateline" in lift and any(read(other.text[:LONGEST].lstrip(), loose=False) for other in head):
                lift = {}
            yield line.cut(**lift)
        elif "@" in line.text and line in tail and is_address(line.text):
            yield line.cut()
    yield from _below(tail, found)
    for line, after in pairwise(head):
        if line in found and is_label(line.text) and len(after.text) <= LONGEST // 2:
            yield from _pair(line, after)
    for line in head[:2]:
        if not line.blank and may_be_glued(line.text) and read_byline(line.text[:LONGEST], doc.fields) is None:
            yield from glued(line)
    if tail and len(tail[-1].text) > LONGEST:
        yield from signature(tail[-1])


def _below(tail: list[Line], found: set[Line]) -> Iterator[Edit]:
    """A label that stands alone among the last lines, and the names on the next one, which is the last."""
    if len(tail) > 2 and tail[-2] in found and is_label(tail[-2].text) and len(tail[-1].text) <= LONGEST:
        yield from _pair(tail[-2], tail[-1])


def _pair(label: Line, below: Line) -> Iterator[Edit]:
    names = people(below.text.strip(), sure=False)
    if names is not None:
        yield label.cut()
        yield below.cut(authors=names)


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
FIXES = [
    ("Par Anne Roux BBC News, Lyon\n\n" + _STORY, _STORY,
     {"authors": ["Anne Roux"], "dateline": {"place": "Lyon", "agency": "BBC News", "text": "BBC News, Lyon"}}),
    ("By Ann Other, BBC News, London\n\n" + _STORY, _STORY, {"authors": ["Ann Other"]}),

    ("By Ann Other\n\n" + _STORY, _STORY, {"authors": ["Ann Other"]}),
    ("Ferry sails\nBy ISMAIL MUSA LADU\n" + _STORY, "Ferry sails\n" + _STORY, {"authors": ["Ismail Musa Ladu"]}),
    ("By Ann Other | Updated 3 March 2015\n" + _STORY, _STORY, {"authors": ["Ann Other"], "updated": "2015-03-03"}),
    ("By: Rory McRoe, Political Editor\n" + _STORY, _STORY, {"authors": ["Rory McRoe"]}),
    ("By Ann Other and Jo van der Roe\n" + _STORY, _STORY, {"authors": ["Ann Other", "Jo van der Roe"]}),
    ("김민수 기자\n" + _STORY, _STORY, {"authors": ["김민수"]}),
    ("Door Jan de Vries\n" + _STORY, _STORY, {"authors": ["Jan de Vries"]}),
    ("〔記者王麗／台北報導〕渡輪週一恢復航行，船主說。", "渡輪週一恢復航行，船主說。", {"authors": ["王麗"]}),
    ("लेखक: अनिल कुमार\n" + _STORY, _STORY, {"authors": ["अनिल कुमार"]}),
    ("Von Jo Roe und Eva Lang\n" + _STORY, _STORY, {"authors": ["Jo Roe", "Eva Lang"]}),
    ("By Ann Other, Harbour Post\n" + _STORY, _STORY, {"authors": ["Ann Other"]}),
    ("海港晚报记者 王小明 李丽 编辑 张红\n渡轮周一恢复航行，船主说。", "渡轮周一恢复航行，船主说。",
     {"authors": ["王小明", "李丽"], "contributors": ["编辑 张红"]}),
    ("采写：海港晚报见习记者 王小明\n渡轮恢复航行，船主说。", "渡轮恢复航行，船主说。", {"authors": ["王小明"]}),
    ("渡轮周一恢复航行，船主说。\n文/王小明、李丽", "渡轮周一恢复航行，船主说。\n", {"authors": ["王小明", "李丽"]}),
    ("By Ann Other for the Daily Tide\n" + _STORY, _STORY, {"authors": ["Ann Other"]}),
    ("By Staff Writer\n" + _STORY, _STORY, {"authors": None}),
    ("By Associated Press\n" + _STORY, _STORY, {"authors": None}),
    ("記事執筆：memn0ck\n船が出る。", "船が出る。", {"authors": ["memn0ck"]}),
    (_STORY + "\n-- By Michael Roe Follow @mroe", _STORY + "\n", {"authors": ["Michael Roe"]}),
    ("By Isaac Roe ABUJA, Nov 1 (Reuters) - The army said so.", "ABUJA, Nov 1 (Reuters) - The army said so.",
     {"authors": ["Isaac Roe"]}),
    ("By PAUL ROE    BRUSSELS, Belgium (AP) -- The army said so.", "BRUSSELS, Belgium (AP) -- The army said so.",
     {"authors": ["Paul Roe"]}),
    ("| ANN OTHER | The army said so.", "The army said so.", {"authors": ["Ann Other"]}),
    (_STORY + "\n\nann.other@news.example.org", _STORY + "\n\n"),
    ("By Harbour Team; The army said so on Monday.", "The army said so on Monday.", {"authors": None}),
    ("Rain\nShkruan: Ana Roe“Shiu ra gjithë ditën”, tha ai.", "Rain\n“Shiu ra gjithë ditën”, tha ai.",
     {"authors": ["Ana Roe"]}),
    ("By . Associated Press . " + _STORY, _STORY, {"authors": None}),
    (f"{_STORY} {_STORY} {_STORY} -- By Michael Roe Follow @mroe Related Stories", f"{_STORY} {_STORY} {_STORY}",
     {"authors": ["Michael Roe"]}),
    ("By . Ann Other . and Jo Roe . " + _STORY, _STORY, {"authors": ["Ann Other", "Jo Roe"]}),
    (_STORY + "\n\nAutor: Ana Roe, profesorica povijesti u Lomu", _STORY + "\n\n", {"authors": ["Ana Roe"]}),
    ("Rain\n\nszerző:\n\nMTI\n\n" + _STORY, "Rain\n\n" + _STORY),
    (_STORY + "\n\nAnmeldt av:\n\nOla Roe", _STORY + "\n\n", {"authors": ["Ola Roe"]}),
    ("Автор: Анна Ким\nПаром снова вышел в море.", "Паром снова вышел в море.", {"authors": ["Анна Ким"]}),
]  # fmt: skip
KEEPS = [
    "By BBC News in London standards, this is a large ferry\n" + _STORY,
    "By Ann Other BBC News, the ferry\n" + _STORY,
    "记者手记\n渡轮周一恢复航行，船主说。渡轮周一恢复航行，船主说。",
    "渡轮周一恢复航行，船主说。\n记者从海港获悉",
    _STORY * 2 + "Autor: Ana Roe pisała o tym już w maju.",
    "김민수 기자는 바닷가 마을에 산다.\n" + _STORY,
    "Von Jan bis Dez bleibt der Hafen zu, sagte er.\n" + _STORY,
    "लेखक बनना उसका सपना था।\n" + _STORY,
    f"{_STORY} {_STORY} {_STORY} -- By the river",
    f"{_STORY} {_STORY} {_STORY} – By Friday Night",
    "By Friday, harbour-related accounts were ablaze\n" + _STORY,
    "By Reyk’s count, he said, there are 12 boats\n" + _STORY,
    "By the grace of the sea, I and my crew\n" + _STORY,
    "By 2013 she had her own boat\n" + _STORY,
    "By the way, it was a good trip.\n" + _STORY,
    "By Monday Morning\n" + _STORY,
    "By searching for “harbour dues reform”\n" + _STORY,
    "De Roe and Lang Sisters said\n" + _STORY,
    "By the Sea\n" + _STORY,
    "By Post and Rail\n" + _STORY,
    "By order of the Harbour Post\n" + _STORY,
    "By Monday the road had reopened.\n" + _STORY,
    "By Ann Other",
    _STORY + "\n\nWrite to ann.other@news.example.org for a form.",
    _STORY + "\n\nAuthor:\n\nThe one who wrote it.",
    _STORY + "\n\nAuthors:\n\nAnn Other: The Harbour\n\nJo Roe: The Quay",
    _STORY + "\n\nAutor: Ana Roe, koja je rekla: ostajem.",
    "Rain\n\nAuthor:\n\nThe Harbour, he says\n\n" + _STORY,
    "By the river; The army said so on Monday.",
    "Reporter: Did you see it?\n" + _STORY,
    "Entries:\n- Author: Harry\n- Author: Ann Other\n" + _STORY,
    "By Ann Other | 03/04/2015\n" + _STORY,
    "Tables | Chairs | The army said so.",
    "Rain | By the numbers\n" + _STORY,
    "Von der Leyen und Macron\n" + _STORY,
]
