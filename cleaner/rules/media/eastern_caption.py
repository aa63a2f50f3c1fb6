"""A Japanese or Korean caption that ends with its source.

What   A Japanese line without a full stop that ends with “＝ＡＰ”, “（代表撮影）” or “（港町市提供）”; a Korean
       line of one sentence, or none, with its source behind a full stop or a slash: “… 연설하고 있다. 연합뉴스”,
       “항구 전경. /뉴스1”, “여객선 선장. 김로이 기자”, “항구에 닿은 배. 항구시 제공”.
Why    The picture is gone, and its caption reads like a heading or a sentence.
Kept   Sentences that end with “。”, lines with “＝” that name no source, headings, sentences that cite an agency,
       paragraphs with a byline behind them.
Moves  The caption and its source go to `images[]`.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.text.credits import image

_AGENCIES = ("ＡＰ", "AP", "ＡＦＰ", "AFP", "ロイター", "共同", "時事", "新華社", "聯合", "ゲッティ", "UPI")
_KOREAN = ("연합뉴스", "뉴시스", "뉴스1", "로이터", "게티이미지")
_LONGEST, _ENDING, _STORY = 240, 50, 200
_SIGNS = tuple(f"{equals}{name.lower()}" for equals in "＝=" for name in _AGENCIES)
_SIGNED = lazy(
    r"(?P<caption>(?=[^。\n]{0,160}[\u3040-\u30ff])[^。\n「・■][^。\n]{5,140}?)"
    rf"(?:[＝=](?P<credit>(?:{'|'.join(_AGENCIES)})[^\s。、＝=]{{0,4}}|(?:[^\s。＝=（）]{{4,40}}[、で])?[^\s。、＝=（）]{{2,12}}(?<!の)(?:撮影|提供))"
    r"|[（(](?P<inside>[^（）()。]{1,24}(?:撮影|提供))[)）])"
    r"|(?P<seen>[^.\n“\"]{10,150}(?:있다|모습|장면)\.) (?P<by>(?:[A-Za-z\uac00-\ud7af]{2,6}[ ·=/])?"
    rf"(?:{'|'.join(_KOREAN)}))"
)
_GIVEN = r"[^\s/.=]{2,12}(?: [^\s/.=]{2,12})? ?(?:제공|캡처|갈무리)"
_STAFF = r"[\uac00-\ud7af]{2,4} (?:선임)?기자(?: [\w.+-]{1,30}@[\w.-]{1,30})?"
_SLASHED = lazy(
    r"(?P<seen>(?=[^\n]{0,200}[\uac00-\ud7af])[^\n]{5,200}?[.)]? ?)"
    rf"/ ?(?P<by>(?:\d{{8}} )?(?:(?:AP|AFP|EPA|UPI) ?)?(?:{'|'.join(_KOREAN)}|{_GIVEN}|{_STAFF}"
    r"|트위터|페이스북|인스타그램|유튜브)(?: ?© ?\w{2,12}(?: [\uac00-\ud7af]{2,4} 기자)?)?)"
)
_STOPPED = lazy(
    rf"(?P<seen>[^\n]{{5,200}}?[^\s다요까죠]\.|[^\n]{{5,200}}?있다\.) "
    rf"(?P<by>(?:{_GIVEN}=)?(?:{'|'.join(_KOREAN)})|{_GIVEN}|{_STAFF}|<?\w{{2,6}}>? 자료 ?사진)"
)
_TOLD = lazy(r"[\uac00-\ud7af]다\. |[“\"@]|기자 ")
"""The end of a sentence within, somebody's words, or a byline: the line is a paragraph, or the end of one."""

_ENDS = (*_KOREAN, "제공", "캡처", "갈무리", "기자", "자료사진", "자료 사진", "/트위터", "/페이스북", "/인스타그램")
_HINTS = (*_SIGNS, "撮影", "提供）", "提供)", *_ENDS)

rule = Rule("MED037", hints=Hints(inside=_HINTS))


def find(doc: Document) -> Iterator[Edit]:
    head = doc.head(3)
    if len(head) < 3 and (len(head) < 2 or len(head[1].text) < _STORY):
        return
    for line in doc.candidates():
        text = line.text.strip()
        match = _SIGNED.fullmatch(text)
        if match:
            caption, credit = match["caption"] or match["seen"], match["credit"] or match["inside"] or match["by"]
            yield line.cut(images=image(caption.strip(), credit))
        elif len(text) <= _LONGEST and any(map(text[-_ENDING:].__contains__, _ENDS)):
            korean = _SLASHED.fullmatch(text) or _STOPPED.fullmatch(text)
            if korean and ("©" in korean["by"] or not _TOLD.search(korean["seen"].rstrip())):
                yield line.cut(images=image(korean["seen"].strip(), korean["by"]))


_A = "島へのフェリーは月曜日に運航を再開したと、所有者が町の報道陣に向けた声明で明らかにした。"
_B = "嵐で岸壁から引き離された際にけが人はいなかったと、警察は説明している。"
_C = "섬으로 가는 여객선이 월요일에 다시 운항을 시작했다고 선주가 마을 언론에 보낸 성명에서 밝혔다."
FIXES = [
    (f"{_A}\n\n岸壁を離れるフェリー＝ＡＰ\n\n{_B}", f"{_A}\n\n{_B}",
     {"images": [{"caption": "岸壁を離れるフェリー", "credit": "ＡＰ"}]}),
    (f"{_A}\n\n港で開かれた会議＝１３日午後（代表撮影）\n\n{_B}", f"{_A}\n\n{_B}"),
    (f"{_A}\n\n新しい橋の完成予想図（港町市提供）\n\n{_B}", f"{_A}\n\n{_B}"),
    (f"{_A}\n\n岸壁を離れるフェリー＝2025年1月4日、港町市で田中花子撮影\n\n{_B}", f"{_A}\n\n{_B}"),
    (f"{_C}\n\n시장이 15일 항구에서 연설하고 있다. 연합뉴스\n\n{_C}", f"{_C}\n\n{_C}",
     {"images": [{"caption": "시장이 15일 항구에서 연설하고 있다.", "credit": "연합뉴스"}]}),
    (f"항구 전경. /뉴스1\n\n{_C}\n\n{_C} 그렇다.", f"{_C}\n\n{_C} 그렇다.",
     {"images": [{"caption": "항구 전경.", "credit": "뉴스1"}]}),
    (f"{_C}\n\n항구에 닿은 여객선과 선원들(항구시 제공) 2023.5.21/뉴스1 © News1 김로이 기자\n\n{_C}", f"{_C}\n\n{_C}"),
    (f"선장이 항구에서 배를 살펴보고 있다. (항구시 제공) 2023.5.21/뉴스1 © News1 김로이 기자\n\n{' '.join([_C] * 5)}",
     " ".join([_C] * 5)),
    (f"{_C}\n\n여객선 선장 김로이. 박다리 기자 dari@roe.example\n\n{_C}", f"{_C}\n\n{_C}"),
    (f"{_C}\n\n선장이 15일 항구에서 배를 살펴보고 있다. 항구시 제공\n\n{_C}", f"{_C}\n\n{_C}"),
]  # fmt: skip
KEEPS = [
    f"{_A}\n\n写真は市の提供によるもので、撮影は禁じられている。\n\n{_B}",
    f"{_A}\n\n価格＝５千円\n\n{_B}",
    f"{_A}\n\nフェリーの歩み＝2025年1月、写真展で上映された作品の撮影\n\n{_B}",
    f"{_A}\n\n撮影と提供のあいだ\n\n{_B}",
    f"{_C}\n\n시장이 15일 항구에서 연설하고 있다고 연합뉴스가 전했다.\n\n{_C}",
    "岸壁を離れるフェリー＝ＡＰ",
    f"{_C}\n\n선주는 배가 곧 돌아온다고 말했다. 김로이 기자\n\n{_C}",
    f"{_C}\n\n선주가 여객선 사진을 제공했다. 선원들은 곧 돌아온다. 항구시 제공\n\n{_C}",
    f"{_C}\n\n선주는 “배가 곧 돌아온다”고 썼다. /페이스북\n\n{_C}",
    f"{_C}\n\n선주가 밝힌 여객선 시간표/요금표\n\n{_C}",
]
