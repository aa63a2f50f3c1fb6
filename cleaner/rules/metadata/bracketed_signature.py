"""The author's name in full-width brackets at the end.

What   “（田中花子）”, “（王丽）” as the last line or behind the last sentence: a name of two to five Han characters,
       in Japanese with what the author did or where the author works: “（ソウル＝田中花子）”, “【ロム田中花子】”.
Why    The author signs so.
Kept   Brackets inside the last sentence, and with anything else in them.
Moves  The name goes to `contributors`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule, take
from cleaner.rules.metadata._places import is_known
from cleaner.text.prose import prose
from cleaner.text.scripts import HAN, KANA
from cleaner.words import words

_HAN = f"[{HAN}々]"
_NAME = rf"{_HAN}{{2,5}}|{_HAN}{{1,3}} {_HAN}{{1,3}}"
_NAMES = rf"(?:{_NAME})(?:[、・](?:{_NAME})){{0,3}}"
_LABEL = "特集|写真|動画|記事|速報|情報|画像|詳報|一覧|編集|企画|完結|敬称|続く"
_POSTED = rf"(?![^】\n]{{0,40}}(?:{_LABEL}))[{KANA}]{{2,12}}{_HAN}{{3,5}}(?:[、・][{KANA}]{{0,12}}{_HAN}{{2,5}}){{0,3}}"
_SIGNED = lazy(
    rf"(?:^|(?<=[。！？」』”]))\s{{0,3}}(?:（(?P<name>{_NAME})）|【(?:(?P<lone>{_NAME})|(?P<posted>{_POSTED}))】"
    rf"|（(?P<place>[{KANA}{HAN}]{{1,12}})[＝\u3000](?P<sent>{_NAMES})）)\s*$"
)
_FOREIGN, _ROLES = lazy("[\u30a0-\u30ff]{2,12}"), {*words("staff_colon", "byline_label")}
_REACH = 80

rule = Rule("MET039", hints=Hints(inside=("）", "】")).fitting(lambda row: row.rstrip()[-1:] in "）】"))


def find(doc: Document) -> Iterator[Edit]:
    last = doc.tail(2)
    if not last or doc.kind == "markdown":
        return
    line, text = last[-1], last[-1].text
    match = _SIGNED.search(text, max(0, len(text) - _REACH))
    if match is None or not (_below(last) if match.start() == 0 else match["lone"] is None):
        return
    if match["place"] and not _sender(match["place"]):
        return
    names = match["name"] or match["lone"] or match["posted"] or match["sent"]
    yield from take(line, match.start(), len(text), contributors=names)


def _sender(text: str) -> bool:
    """Whether those in brackets are named behind their place, their desk or what they did."""
    return text[-1] in "部局" or is_known(text) or _FOREIGN.fullmatch(text) is not None or text in _ROLES


def _below(last: Sequence[Line]) -> bool:
    return len(last) > 1 and prose(last[0].text)


FIXES = [
    ("渡轮周一早上恢复航行，船主在声明中说。（王丽）", "渡轮周一早上恢复航行，船主在声明中说。"),
    (
        "島へ向かうフェリーが二週間の運休を経て月曜の朝に再び出航したと、船主が声明で明らかにした。\n（田中花子）",
        "島へ向かうフェリーが二週間の運休を経て月曜の朝に再び出航したと、船主が声明で明らかにした。\n",
        {"contributors": ["田中花子"]},
    ),
    (
        "島へ向かうフェリーが月曜の朝に再び出航した。【ロム田中花子、アルヴォ山本海】",
        "島へ向かうフェリーが月曜の朝に再び出航した。",
    ),
    (
        "島へ向かうフェリーが月曜の朝に再び出航した。（聞き手＝田中花子）",
        "島へ向かうフェリーが月曜の朝に再び出航した。",
    ),
    ("島へ向かうフェリーが月曜の朝に再び出航した。（ロム＝田中花子）", "島へ向かうフェリーが月曜の朝に再び出航した。"),
]
KEEPS = [
    "渡轮周一早上恢复航行，船主说（见图）",
    "渡轮周一恢复航行（王丽），船主在声明中说。",
    "・船が月曜の朝に再び出航した！【話題】",
    "島へ向かうフェリーが月曜の朝に再び出航した。【フェリー関連記事】",
    "島へ向かうフェリーが月曜の朝に再び出航した。（資料＝港町市）",
    "島へ向かうフェリーが月曜の朝に再び出航した。（注＝海上保安庁）",
    "（王丽）\n\n渡轮周一早上恢复航行，船主在声明中说。",
]
