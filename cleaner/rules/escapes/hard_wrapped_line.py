"""A paragraph broken at a fixed width.

What   In a text whose lines were cut where the next word would have passed a fixed width (50 to 120 characters), the
       lines of a paragraph are joined again.
       In text that a formatter of XML indented one such line is enough.
Why    The line breaks are not the author's; sentences, links and names run over them.
Kept   Breaks before which the next word would still have fitted: verse, lists, addresses; indented, bulleted, table
       and heading lines; breaks that Markdown means. A hyphen at a line's end stays unless the text has the word
       without it.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.escapes._wrapped import WIDE_SCRIPT, WIDEST, wrapped
from cleaner.scan.traits import SHORT

rule = Rule("ENC012", needs=SHORT)

_LONG = 20
"""Characters of an address at least that may go on in the next line."""

_ADDRESS = lazy(r"\S{0,150}[/%=]\S{0,150}")
_HYPHEN = lazy(r"([^\W\d_]{2,30})-$")
_LOWER = lazy(r"[^\W\d_]{2,30}")


def find(doc: Document) -> Iterator[Edit]:
    full, width = wrapped(doc.text, doc.rows)
    for at in full:
        line, below = doc.rows[at : at + 2]
        start, next_one = doc.bounds[at : at + 2]
        stop = start + len(line.rstrip())
        yield _joined(doc.text, stop, next_one + len(below) - len(below.lstrip()), below, stop - start >= width)


def _joined(text: str, end: int, start: int, below: str, full: bool) -> Edit:
    """The edit that joins a line to the one below: with a blank, without between wide characters and in addresses."""
    word = text[max(0, end - WIDEST) : end].rsplit(None, 1)[-1]
    if (full and len(word) >= _LONG and "/" in word) or (word[-1] in "-/&?=" and _ADDRESS.fullmatch(word)):
        return Edit(end, start)
    if WIDE_SCRIPT.match(text[end - 1]) and WIDE_SCRIPT.match(text[start]):
        return Edit(end, start)
    broken = _HYPHEN.search(text[max(0, end - 31) : end]) if word[-1] == "-" else None
    if broken and text[start].islower():
        rest = _LOWER.match(below.lstrip())
        word = broken[1] + rest[0] if rest else ""
        return Edit(end - 1 if word and word in text else end, start)
    return Edit(end, start, " ")


_WRAPPED = "It rained all day in the town, and nobody could leave the house.\n" * 9
_VERSE = "The sea was wet as wet could be, the sands were dry as dry;\nyou could not see a cloud, because\n"
_KOREAN = (
    "항구와 섬을 잇는 다리가 화요일에 아홉 달 만에 다시 열렸다. 지난해 봄에 화물선이\n"
    "다리의 기둥 하나를 들이받아 섬으로 가는 하나뿐인 길이 끊겼다. 시장은 이렇게 많은\n"
    "사람이 올 줄은 몰랐다고 말했다. 기술자는 첫 한 시간 동안 자전거 사백 대를\n"
    "세었고, 새 기둥은 두 배 큰 배가 부딪쳐도 견딜 수 있다고 덧붙였다. 시의회는\n"
    "여름까지 통행료를 올릴지 정할 예정이다. 화물선의 보험 회사는 수리에 든 돈을 아직\n"
    "내지 않았다고 지난주에 시청이 밝혔다. 섬의 가게들은 창문에 깃발을 걸었고 빵집은\n"
    "정오까지 빵을 나누어 주었다고 한다. 두 번째 다리는 아직 계획에 없으며 섬사람들은\n"
    "오래전부터 그것을 바라고 있었다고 전했다. 다음 회의는 유월에 열리고, 의원들은\n"
    "그때 다리를 세운 회사의 설명을 들을 것으로 보인다."
)
FIXES = [
    (
        "The bank said that it would lend more money to the farmers of\nthe valley, whose fields had been under water "
        "since the start of\nthe month. It did not say how much, or when the first of them\nwould see it. The mayor of "
        "the largest town called the promise a\ngood beginning.\n\nNobody else spoke.",
        "The bank said that it would lend more money to the farmers of the valley, whose fields had been under water "
        "since the start of the month. It did not say how much, or when the first of them would see it. The mayor of "
        "the largest town called the promise a good beginning.\n\nNobody else spoke.",
    ),
    (
        " " * 22
        + "The bank said that it would lend more money to the farmers of the valley, whose fields lay under\n"
        + " " * 12
        + "water.\n"
        + " " * 12
        + "Nobody else spoke.",
        " " * 22 + "The bank said that it would lend more money to the farmers of the valley, whose fields lay under "
        "water.\n" + " " * 12 + "Nobody else spoke.",
    ),
    (
        "The bank said that it would lend more money to the farmers of the valley, whose fields lay under\n"
        + " " * 12
        + "water.\n"
        + " " * 12
        + "Nobody else spoke.",
        "The bank said that it would lend more money to the farmers of the valley, whose fields lay under water.\n"
        + " " * 12
        + "Nobody else spoke.",
    ),
    (_KOREAN, _KOREAN.replace("\n", " ")),
]
KEEPS = [
    "http://news.example.org/article/detail/56730/\n2011-06-30T11:00:00+0900\n" + _WRAPPED,
    _WRAPPED,
    _VERSE * 3,
    "* The first of the things that they wanted to have from the town\n* the second of the things that they wanted\n"
    * 6,
]
