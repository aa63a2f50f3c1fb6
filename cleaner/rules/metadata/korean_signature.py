"""The reporter's name behind the last sentence of a Korean text, and the agency's place.

What   “…다.김로이기자 roe@harbour.co.kr”, “…다. 김로이 선임기자” at the very end: a name, a role and, at most,
       an address; “(서울=뉴스1)” behind the last sentence; several of these behind each other.
Why    Portals join the signature to the story.
Kept   Names and roles inside the last sentence, roles without a name, what stands further up.
Moves  Names to `authors`, an agency to `syndicated_from`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.rules.metadata._names import agency
from cleaner.words import words

rule = Rule("MET041", hints=Hints(inside=("기자", "특파원", "논설위원", "캐스터", "=")))

_REACH, _MOST = 120, 4
_ROLE = r"(?:(?:선임|수석|인턴|객원|전문|시민|경제|스포츠|온라인|디지털|외신)\s?)?(?:기자|특파원|캐스터)|논설위원"
_ADDRESS = r"[\w.+-]{2,30}@[\w-]{2,30}(?:\.[\w-]{2,10}){1,3}"
_SIGNED = lazy(
    rf"(?:(?<=[.!?…)\]\"”'’])|(?<=[.!?…)\]\"”'’,·]\s))\s{{0,3}}(?P<name>[가-힣]{{3,4}})\s?(?:{_ROLE})"
    rf"\s{{0,3}}(?:\(?{_ADDRESS}\)?)?\s{{0,9}}$"
)
_PLACED = lazy(r"(?<=[.!?…\"”])\s{0,3}[(\[](?P<place>[가-힣·]{2,10})=(?P<agency>[^\s()=\[\]]{2,8})[)\]]\s{0,9}$")


def find(doc: Document) -> Iterator[Edit]:
    last = doc.tail(1)
    if not last or doc.kind == "markdown":
        return
    text, end = last[0].text, len(last[0].text)
    authors: list[str] = []
    lift: dict[str, Any] = {}
    for _ in range(_MOST):
        begin = max(0, end - _REACH)
        signed = _SIGNED.search(text[begin:end])
        placed = None if signed else _PLACED.search(text[begin:end])
        match = signed or placed
        if match is None or not (begin + match.start()):
            break
        known = agency(placed["agency"]) if placed and placed["place"] not in words("credit_label") else None
        if placed and not known:
            break
        end = begin + match.start()
        authors[:0] = [signed["name"]] if signed else []
        lift |= {"syndicated_from": known} if known else {"authors": authors}
    if end < len(text.rstrip()) and text[:end].strip():
        yield last[0].span(end, len(text), "", **lift)


_STORY = "섬으로 가는 배가 월요일에 다시 떠났다고 회사가 밝혔다."
FIXES = [
    (f"{_STORY}김로이기자 roe@harbour.co.kr", _STORY, {"authors": ["김로이"]}),
    (f"{_STORY} 김로이 선임기자 roe@harbour.co.kr", _STORY, {"authors": ["김로이"]}),
    (f"{_STORY} 김로이 기자", _STORY, {"authors": ["김로이"]}),
    (f"{_STORY} (서울=뉴스1)", _STORY, {"syndicated_from": "뉴스1"}),
]
KEEPS = [
    f"{_STORY} 이 소식은 김로이 기자가 전했다.",
    f"{_STORY} 그는 전직 기자",
    f"{_STORY} 전직 기자",
    f"섬으로 가는 배를 취재한 김로이 기자\n\n{_STORY}",
    f"{_STORY} (속도=거리)",
    f"{_STORY} (사진=연합뉴스)",
]
