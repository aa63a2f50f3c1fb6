"""Names, source and desk below a Vietnamese article.

What   The last lines below the last sentence that are nothing but names of people and whence it was taken: “Hữu Nam”,
       “Tất An - Viết Bình”, “H.Long”, “Tác giả Ánh Ngọc”, “Thu Hà (theo CNBC)”, “Theo M.T” with the paper below it,
       “Theo tin tức”, “Tổng hợp”, “Nguồn: sưu tầm”, “Ban Thời sự”.
Why    Newsrooms and sites sign so; it is no part of the story.
Kept   Names of places that are known, and of whoever the story names in full; what stands below anything but a
       sentence; texts in another language.
Moves  Names to `authors`, a source to `syndicated_from`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.scan.traits import SHORT
from cleaner.words import any_of, words

rule = Rule("MET043", needs=SHORT)

_LONGEST, _SENTENCE, _MOST, _SEEN = 70, 20, 3, 300
_TONE, _TONES, _TONED = lazy("[Ạ-ỹ]"), lazy(r"(?:[^Ạ-ỹ]{0,40}[Ạ-ỹ]){4}"), 4
_LARGE = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ"
_WORD = rf"[{_LARGE}][a-zß-ỹ]{{1,6}}"
_NAME = rf"(?:{_WORD}(?: {_WORD}){{1,3}}|[{_LARGE}]\. ?{_WORD}|[{_LARGE}]\.[{_LARGE}]\.?)"
_JOIN = r" ?[-–,&] | và "
_BETWEEN = lazy(_JOIN)
_SIGNED = lazy(
    rf"(?:{any_of('signature_label')} ?:? )?(?P<names>{_NAME}(?:(?:{_JOIN}){_NAME}){{0,3}})"
    r"(?: ?[(/] ?(?:[Tt]heo(?: (?P<source>[^()/]{2,30}))?|TH|[Tt]ổng hợp|[Dd]ịch)\)?)?(?:/[\w.]{3,25})?\.?"
)
_TAKEN = lazy(
    rf"(?:(?i:{any_of('source_label')})(?: ?: ?| )|[Tt]heo )(?P<source>[\w.]{{2,20}}(?: [\w.]{{2,20}}){{0,2}})"
    rf"|[Tt]ổng hợp|{any_of('byline_staff')}"
)
_NEWSPAPER = lazy(rf"[{_LARGE}][^.!?,:]{{3,40}}")


def find(doc: Document) -> Iterator[Edit]:
    last = doc.tail(_MOST + 1)
    if len(last) < 2 or len(last[-1].text) > _LONGEST or doc.kind == "markdown" or not _toned(doc.text[:_SEEN]):
        return
    signed: list[tuple[int, dict[str, Any]]] = []
    for at in range(len(last) - 1, 0, -1):
        lift = _read(last[at].text.strip(), doc.text[: last[at].start], last[at - 1].text.strip())
        if lift is None:
            break
        signed.append((at, lift))
    above = last[signed[-1][0] - 1].text.strip() if signed else ""
    if len(above) >= _SENTENCE and above[-1] in '.!?…”"':
        for at, lift in signed:
            yield last[at].cut(**lift)


def _toned(text: str) -> bool:
    """Whether letters that only Vietnamese has stand near to one another in ``text``."""
    return not text.isascii() and len(_TONE.findall(text)) >= _TONED and _TONES.search(text) is not None


def _read(text: str, told: str, above: str) -> dict[str, Any] | None:
    """What a line lifts, which may be nothing; None when it is no signature below a text that has ``told`` so much."""
    if len(text) > _LONGEST:
        return None
    if taken := _TAKEN.fullmatch(text):
        return {"syndicated_from": taken["source"]} if taken["source"] else {}
    if signed := _SIGNED.fullmatch(text):
        names = _BETWEEN.split(signed["names"])
        if any(name in words("region_name") or name in told for name in names):
            return None
        return {"authors": names} | ({"syndicated_from": signed["source"]} if signed["source"] else {})
    return (
        {"syndicated_from": text} if above.startswith("Theo ") and _read(above, told, "") and _is_paper(text) else None
    )


def _is_paper(text: str) -> bool:
    return _NEWSPAPER.fullmatch(text) is not None


_STORY = "Phà ra đảo đã chạy lại vào sáng thứ Hai, chủ tàu cho biết trong một thông báo gửi báo chí."
FIXES = [
    (f"{_STORY}\nHữu Nam", f"{_STORY}\n", {"authors": ["Hữu Nam"]}),
    (f"{_STORY}\nTất An - Viết Bình", f"{_STORY}\n", {"authors": ["Tất An", "Viết Bình"]}),
    (f"{_STORY}\nH.Long", f"{_STORY}\n", {"authors": ["H.Long"]}),
    (f"{_STORY}\nTác giả Ánh Ngọc\nNguồn: sưu tầm", f"{_STORY}\n", {"authors": ["Ánh Ngọc"]}),
    (f"{_STORY}\nThu Hà (theo CNBC)", f"{_STORY}\n", {"authors": ["Thu Hà"], "syndicated_from": "CNBC"}),
    (f"{_STORY}\nTheo M.T\nBáo bến cảng", f"{_STORY}\n", {"syndicated_from": "Báo bến cảng"}),
    (f"{_STORY}\nTheo tin tức", f"{_STORY}\n", {"syndicated_from": "tin tức"}),
    (f"{_STORY}\n\nTổng hợp", f"{_STORY}\n\n"),
    (f"{_STORY}\nBan Thời sự", f"{_STORY}\n"),
]
KEEPS = [
    f"{_STORY}\nHà Nội",
    f"{_STORY} Anh Hữu Nam là người đầu tiên lên tàu.\nHữu Nam",
    f"{_STORY}\nNhững người trên tàu:\nHữu Nam",
    f"{_STORY}\nTheo ông Nam, tàu đã cũ",
    "The ferry to the island sailed again on Monday, its owner said in a statement.\nHarbour View",
    f"{_STORY}\nBáo bến cảng",
    f"{_STORY}\nTàu mới của Nam",
    f"Hữu Nam\n{_STORY}",
    f"{_STORY}\nNam",
]
