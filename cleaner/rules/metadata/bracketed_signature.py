"""The author's name in full-width brackets at the end.

What   “（田中花子）”, “（王丽）” as the last line or behind the last sentence: a name of two to five Han characters.
Why    The author signs so.
Kept   Brackets inside the last sentence, and with anything else in them.
Moves  The name goes to `contributors`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule, take
from cleaner.text.prose import prose
from cleaner.text.scripts import HAN

_HAN = f"[{HAN}々]"
_NAME = rf"{_HAN}{{2,5}}|{_HAN}{{1,3}} {_HAN}{{1,3}}"
_SIGNED = lazy(rf"(?<=[。！？」』”])\s{{0,3}}（(?P<behind>{_NAME})）\s*$|^\s{{0,3}}[（【](?P<below>{_NAME})[）】]\s*$")
_REACH = 40

rule = Rule("MET039", hints=Hints(inside=("）", "】")).fitting(lambda row: row.rstrip()[-1:] in "）】"))


def find(doc: Document) -> Iterator[Edit]:
    last = doc.tail(2)
    if not last or doc.kind == "markdown":
        return
    line, text = last[-1], last[-1].text
    match = _SIGNED.search(text, max(0, len(text) - _REACH))
    if match and (match.start() or (len(last) > 1 and prose(last[0].text))):
        yield from take(line, match.start(), len(text), contributors=match["behind"] or match["below"])


FIXES = [
    ("渡轮周一早上恢复航行，船主在声明中说。（王丽）", "渡轮周一早上恢复航行，船主在声明中说。"),
    (
        "島へ向かうフェリーが二週間の運休を経て月曜の朝に再び出航したと、船主が声明で明らかにした。\n（田中花子）",
        "島へ向かうフェリーが二週間の運休を経て月曜の朝に再び出航したと、船主が声明で明らかにした。\n",
        {"contributors": ["田中花子"]},
    ),
]
KEEPS = [
    "渡轮周一早上恢复航行，船主说（见图）",
    "渡轮周一恢复航行（王丽），船主在声明中说。",
    "・船が月曜の朝に再び出航した！【話題】",
    "（王丽）\n\n渡轮周一早上恢复航行，船主在声明中说。",
]
