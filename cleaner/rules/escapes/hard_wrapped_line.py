"""A paragraph broken at a fixed width.

What   In a text whose lines were cut where the next word would have passed a fixed width (50 to 120 characters), the
       lines of a paragraph are joined again.
Why    The line breaks are not the author's; sentences, links and names run over them.
Kept   Breaks before which the next word would still have fitted: verse, lists, addresses; indented, bulleted, table
       and heading lines; breaks that Markdown means. A hyphen at a line's end stays unless the text has the word
       without it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import islice, pairwise

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.scan.traits import SHORT

rule = Rule("ENC012", needs=SHORT)

_NARROW, _USUAL, _WIDE, _FEWEST = 50, 80, 120, 4
_TERMINAL = 64
_BEYOND, _LONG = 0.04, 20
_BLOCK = lazy(r"\s*(?:[-*+•·▪‣●○–—]\s|[・■□◆◇●○★☆※▼▽]|#|\||>|\d{1,3}[.)]\s|\[\d{1,3}\]: |={3}|-{3}|!?\[\]?\()")
_BULLET = lazy(r"\s*(?:[-*+•·]|\d{1,3}[.)])\s{1,3}")
_WIDE_SCRIPT = lazy(r"[\u0e00-\u0eff\u3001-\u30ff\u3400-\u9fff\uff00-\uffef]")
_TWO_COLUMNS = lazy(r"[\u1100-\u115f\u3000-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]")
_ADDRESS = lazy(r"\S{0,150}[/%=]\S{0,150}")
_HYPHEN = lazy(r"([^\W\d_]{2,30})-$")
_LOWER = lazy(r"[^\W\d_]{2,30}")
Size = Callable[[str], int]
_CLOSED = (".", "!", "?", ":", "”", '"', "»", "。", "…", "」", "』", "）")


def find(doc: Document) -> Iterator[Edit]:
    text = doc.text
    breaks = text.count("\n")
    if breaks < _FEWEST or not 8 * breaks < len(text) < _WIDE * (breaks + 1):
        return
    lines = doc.rows
    beyond = (line for line in lines if len(line) > _WIDE and len(line.rstrip()) > _WIDE and _runs(line))
    if sum(1 for _ in islice(beyond, int(_BEYOND * len(lines)) + 1)) > _BEYOND * len(lines):
        return
    full, width = _full(lines, len, _NARROW, _FEWEST)
    if not text.isascii() and _TWO_COLUMNS.search(text):
        full, width = max((full, width), _full(lines, _columns, _TERMINAL, 2 * _FEWEST), key=lambda of: len(of[0]))
    for at in full:
        line, below = lines[at : at + 2]
        start, next_one = doc.bounds[at : at + 2]
        stop = start + len(line.rstrip())
        yield _joined(text, stop, next_one + len(below) - len(below.lstrip()), below, stop - start >= width)


def _columns(line: str) -> int:
    """The columns of a terminal that a line takes: two for a character of an East Asian script."""
    return len(line) if line.isascii() else len(line) + len(_TWO_COLUMNS.findall(line))


def _full(lines: list[str], size: Size, narrow: int, fewest: int) -> tuple[list[int], int]:
    """The lines that go on in the next one, and the width where they were cut; none if too few or for other reasons."""
    sizes = [size(line.rstrip()) for line in lines]
    pairs = [at for at, (one, two) in enumerate(pairwise(sizes)) if one and two and one + two >= narrow]
    if len(pairs) < fewest or not any(not lines[at + 1].lstrip()[0].isupper() for at in pairs):
        return [], 0
    width = _width(lines, sizes, narrow)
    if not width:
        return [], 0
    full = [
        at
        for at in pairs
        if sizes[at] + sizes[at + 1] >= width and _runs_on(lines[at], lines[at + 1], width - sizes[at], size)
    ]
    return (full, width) if len(full) >= fewest and _in_mid_sentence(lines, full, width, size) else ([], 0)


def _width(lines: list[str], sizes: list[int], narrow: int) -> int:
    """The width that the lines of running text keep, 0 for none; some lines, such as long addresses, may pass it."""
    lengths = sorted(length for line, length in zip(lines, sizes, strict=True) if _runs(line))
    width = lengths[-1 - int(_BEYOND * len(lengths))] if lengths else 0
    usual = [length for length in lengths if _NARROW < length <= _USUAL]
    if width > _USUAL and usual and 3 * (len(lengths) - bisect_right(lengths, _USUAL)) < len(usual):
        width = usual[-1]
    return width if narrow <= width <= _WIDE else 0


def _runs(line: str) -> bool:
    """Whether a line is of running text."""
    return _breakable(line) and not _BLOCK.match(line)


def _breakable(line: str) -> bool:
    return " " in line.strip() or bool(_WIDE_SCRIPT.match(line[10:]))


def _runs_on(above: str, below: str, room: int, size: Size) -> bool:
    """Whether ``below`` goes on in the paragraph of ``above`` because its first word did not fit into the ``room``."""
    if _needed(below, size) <= room or above.endswith("  ") or _BLOCK.match(below) or above.lstrip()[0] == "|":
        return False
    if "://" in above and not _breakable(above) and len(above.rstrip()) < room + size(above.rstrip()):
        return False  # an address above the text, not one that was cut
    indent, margin = len(below) - len(below.lstrip()), len(above) - len(above.lstrip())
    if indent == margin or margin > 0 == indent:
        return True
    bullet = _BULLET.match(above)
    return bullet is not None and indent in (0, bullet.end())


def _needed(line: str, size: Size) -> int:
    """The room that the line's first word takes behind the line above; lines of wide characters break anywhere."""
    wide = not line.isascii() and _WIDE_SCRIPT.match(line.lstrip()[1:])
    return 2 if wide else 1 + size(line.split(None, 1)[0])


def _in_mid_sentence(lines: list[str], full: list[int], width: int, size: Size) -> bool:
    """Whether most full lines end within a sentence, and most lines that end within a sentence are full."""
    firsts = [(lines[at], lines[at + 1].lstrip()[0]) for at in full]
    inside = sum(first.islower() or not (first.isupper() or _ends(line)) for line, first in firsts)
    if inside * 5 <= 2 * len(full):
        return False
    small = [(above, below) for above, below in pairwise(lines) if above and below[:1].islower()]
    short = sum(size(above) + _needed(below, size) < width for above, below in small if not above.isspace())
    return short * 4 < inside


def _ends(line: str) -> bool:
    return line.rstrip().endswith(_CLOSED)


def _joined(text: str, end: int, start: int, below: str, full: bool) -> Edit:
    """The edit that joins a line to the one below: with a blank, without between wide characters and in addresses."""
    word = text[max(0, end - _WIDE) : end].rsplit(None, 1)[-1]
    if (full and len(word) >= _LONG and "/" in word) or (word[-1] in "-/&?=" and _ADDRESS.fullmatch(word)):
        return Edit(end, start)
    if _WIDE_SCRIPT.match(text[end - 1]) and _WIDE_SCRIPT.match(text[start]):
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
    (_KOREAN, _KOREAN.replace("\n", " ")),
]
KEEPS = [
    "http://news.example.org/article/detail/56730/\n2011-06-30T11:00:00+0900\n" + _WRAPPED,
    _WRAPPED,
    _VERSE * 3,
    "* The first of the things that they wanted to have from the town\n* the second of the things that they wanted\n"
    * 6,
]
