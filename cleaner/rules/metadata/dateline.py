"""The place and agency in front of the first sentence.

What   "OSLO, June 10 (Reuters) - ", "(CNN)", "Madrid, Spain | AFP | ", "AP - ", "KAMPALA – ", "(ANSA) - ROMA, 5 MAR -",
       "新华社北京6月10日电", where the story begins; with a known agency in brackets also behind a teaser's sentence.
Why    It is no part of the sentence; classifiers learn the source from it instead of the text.
Kept   Agencies in running sentences, abbreviations behind a name, dashes after ordinary words, announcements such as
       "UPDATE - "; and whatever goes on with a small letter.
Moves  Place, agency and wording go to `dateline`, names in front of the place to `authors`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules._rows import first
from cleaner.rules.metadata._datelines import LOUD, MARKS, behind, read
from cleaner.rules.metadata._head import opening, opening_texts
from cleaner.rules.metadata._names import people
from cleaner.rules.metadata._places import without_outlet
from cleaner.scan.traits import SIGNED

rule = Rule(code="MET005", needs=SIGNED)

_REACH = 140
_SHORTEST = 20
_MOST = 2
_SIGNED = lazy(
    r"(?P<names>(?:[^\W\d_a-z][\w.]{0,20} ){1,3}(?<=[^\W\d_A-Z] )[^\W\d_a-zß-ÿ]{2,20})/ ?(?P<place>[^/\n]{2,40})$"
)
_POSTED = lazy(r"[【（(][^＝=]{2,12}[＝=](?P<names>[^】）)]{2,60})[】）)]$")
_SPLIT = lazy("[、・]")
_SCORE = lazy(r"(?:[^\W\d_a-z][^\W_]{0,20} ){1,3}\d{1,3} ?[-–:] ?\d{1,3}(?!\d)")
"""Behind a dash: the other side of a match and how it ended."""

_TURN, _TURNS = lazy(r"\s{0,9}[^\W\d_a-z][^.:\n]{0,40}\.{1,2} ?[-–—] "), 30


def find(doc: Document) -> Iterator[Edit]:
    lead, texts = opening_texts(doc), opening_texts(doc, 2)
    marked = [at for at, text in enumerate(texts) if _marked(text)]
    found = [(at, reading) for at in marked if (reading := _read(texts[at], loose=at < len(lead), first=at == 0))]
    if not found and lead and doc.kind != "article" and not (doc.fields.get("dateline") or {}).get("text"):
        found = [(0, reading) for reading in (_behind(lead[0]),) if reading]
    if not found or len(found) > _MOST or _spoken(doc):
        return  # the pieces of a survey, each of which needs its own, or the turns of an interview
    lines = opening(doc, 2)
    for at, (start, end, dateline) in found:
        yield lines[at].span(start, end, **_signed(dateline, doc))


def _signed(dateline: dict[str, Any], doc: Document) -> dict[str, Any]:
    """The dateline, and who sent it: before the slash in "Ali YILDIZ/ANKARA", behind the sign in "【ソウル＝田中】"."""
    posted = _POSTED.match(dateline["text"]) if not dateline["agency"] else None
    if posted:
        return {"dateline": dateline, "authors": _SPLIT.split(posted["names"])}
    signed = _SIGNED.match(dateline["place"] or "")
    if signed is None:
        return {"dateline": dateline}
    lift = {"dateline": dateline | {"place": signed["place"]}}
    names = None if doc.fields.get("authors") else people(signed["names"])
    return lift | ({"authors": names} if names else {})


def _spoken(doc: Document) -> bool:
    """Whether the first line opens with a name, full stop and dash, and another does: the turns of an interview."""
    head = first(doc, _TURNS)
    return bool(head) and _TURN.match(head[0]) is not None and any(map(_TURN.match, head[1:]))


_Reading = tuple[int, int, dict[str, Any]]
"""Where a dateline and what stands before it begins and ends in a line (characters), and what it says."""


def _read(text: str, *, loose: bool, first: bool) -> _Reading | None:
    text = text[: _REACH + 40]
    start = len(text) - len(text.lstrip())
    found = read(text[start:], loose=loose, first=first)
    if found is None:
        return None
    end, place, agency = found
    if not agency and _SCORE.match(text, start + end):
        return None
    if not agency:
        place, agency = without_outlet(place)
    wording = text[start : start + end].strip()
    return 0, start + end, {"place": place or None, "agency": agency or None, "text": wording}


def _marked(text: str) -> bool:
    """Whether a dateline may stand in front of ``text``: a cheap test."""
    text = text[: _REACH + 40]
    start = len(text) - len(text.lstrip())
    if len(text) - start < _SHORTEST:
        return False
    return MARKS.search(text, start, start + _REACH) is not None or LOUD.match(text, start) is not None


def _behind(text: str) -> _Reading | None:
    answer = behind(text)
    if answer is None:
        return None
    at, (end, place, agency) = answer
    return at, at + end, {"place": place or None, "agency": agency, "text": text[at : at + end].strip()}


FIXES = [
    ("ROEPOST.COM, JAKARTA -\u00a0Kapal itu kembali berlayar.", "Kapal itu kembali berlayar.",
     {"dateline": {"place": "JAKARTA", "agency": "ROEPOST.COM", "text": "ROEPOST.COM, JAKARTA -"}}),
    ("ROEPOST.COM - Kapal itu kembali berlayar.", "Kapal itu kembali berlayar.",
     {"dateline": {"place": None, "agency": "ROEPOST.COM", "text": "ROEPOST.COM -"}}),
    ("Ali YILDIZ/ANKARA, (DHA)- Feribot yeniden sefere çıktı.", "Feribot yeniden sefere çıktı.",
     {"dateline": {"place": "ANKARA", "agency": "DHA", "text": "Ali YILDIZ/ANKARA, (DHA)-"},
      "authors": ["Ali YILDIZ"]}),
    ("OSLO/NEW YORK (Reuters) - The ferry sailed again.", "The ferry sailed again.",
     {"dateline": {"place": "OSLO/NEW YORK", "agency": "Reuters", "text": "OSLO/NEW YORK (Reuters) -"}}),
    ("Lom, NTB (ANTARA News) - Kapal itu kembali berlayar.", "Kapal itu kembali berlayar.",
     {"dateline": {"place": "Lom, NTB", "agency": "ANTARA News", "text": "Lom, NTB (ANTARA News) -"}}),
    ("LOM, ROEPOST.com — Kapal itu kembali berlayar.", "Kapal itu kembali berlayar.",
     {"dateline": {"place": "LOM", "agency": "ROEPOST.com", "text": "LOM, ROEPOST.com —"}}),
    ("دمشق، سوريا (CNN) -- أبحرت العبارة من جديد.", "أبحرت العبارة من جديد.",
     {"dateline": {"place": "دمشق، سوريا", "agency": "CNN", "text": "دمشق، سوريا (CNN) --"}}),
    ("La Estrella, Lomas.- El transbordador zarpó de nuevo el lunes.", "El transbordador zarpó de nuevo el lunes.",
     {"dateline": {"place": "La Estrella, Lomas", "agency": None, "text": "La Estrella, Lomas.-"}}),
    ("الرياض ـ واس: أبحرت العبارة من جديد.", "أبحرت العبارة من جديد.",
     {"dateline": {"place": "الرياض", "agency": "واس", "text": "الرياض ـ واس:"}}),
    ("WESTHAVEN (Reuters) - The harbour bridge reopened on Tuesday.", "The harbour bridge reopened on Tuesday.",
     {"dateline": {"place": "WESTHAVEN", "agency": "Reuters", "text": "WESTHAVEN (Reuters) -"}}),
    ("(CNN)Share, and what you give will grow.", "Share, and what you give will grow.",
     {"dateline": {"place": None, "agency": "CNN", "text": "(CNN)"}}),
    ("Sanaa, Yemen (CNN)The U.S. military has left.", "The U.S. military has left.",
     {"dateline": {"place": "Sanaa, Yemen", "agency": "CNN", "text": "Sanaa, Yemen (CNN)"}}),
    ("RABAT, June 10 (Xinhua) — The king opened the new port.", "The king opened the new port.",
     {"dateline": {"place": "RABAT", "agency": "Xinhua", "text": "RABAT, June 10 (Xinhua) —"}}),
    ("WEST PALM BEACH, Fla (Reuters) - \"We rowed,\" the crew said.", "\"We rowed,\" the crew said."),
    ("ROEBURG, Pa. — The old ferry sailed again on Monday.", "The old ferry sailed again on Monday.",
     {"dateline": {"place": "ROEBURG, Pa", "agency": None, "text": "ROEBURG, Pa. —"}}),
    ("Madrid, Spain | AFP | The number of visitors rose.", "The number of visitors rose."),
    ("AP - Three new ferry lines are coming.", "Three new ferry lines are coming."),
    ("KAMPALA – As a child, she sold maize at the gate.", "As a child, she sold maize at the gate."),
    ("LOS ANGELES, California ( The Roe Chronicles ) – A man said so.", "A man said so."),
    ("МОСКВА, 12 мая (ТАСС) — В порту спустили на воду ледокол.", "В порту спустили на воду ледокол."),
    ("Berlin (dpa) - Der Hafen ist wieder offen.", "Der Hafen ist wieder offen."),
    ("Madrid, 5 mar (EFE).- El puerto abrió de nuevo.", "El puerto abrió de nuevo."),
    ("Lom del Mar.- El puerto abrió de nuevo el lunes.", "El puerto abrió de nuevo el lunes.",
     {"dateline": {"place": "Lom del Mar", "agency": None, "text": "Lom del Mar.-"}}),
    ("Arvo, Lom.- El puerto abrió de nuevo el lunes.", "El puerto abrió de nuevo el lunes."),
    ("(ANSA) - ROMA, 5 MAR - Il mercato torna sul molo vecchio.", "Il mercato torna sul molo vecchio.",
     {"dateline": {"place": "ROMA", "agency": "ANSA", "text": "(ANSA) - ROMA, 5 MAR -"}}),
    ("القاهرة (رويترز) - افتتحت المدينة يوم الأحد مكتبة جديدة.", "افتتحت المدينة يوم الأحد مكتبة جديدة."),
    ("新华社北京6月10日电 中国科学家十日宣布一项新的研究成果，引起关注。",
     "中国科学家十日宣布一项新的研究成果，引起关注。",
     {"dateline": {"place": "北京", "agency": "新华社", "text": "新华社北京6月10日电"}}),
    ("【6月18日 AFP】船は月曜日に島へ出たと、会社が火曜日に明らかにした。",
     "船は月曜日に島へ出たと、会社が火曜日に明らかにした。"),
    ("(서울=연합뉴스) 김로이 기자 = 배가 월요일에 다시 떠났다고 회사가 밝혔다.",
     "배가 월요일에 다시 떠났다고 회사가 밝혔다."),
    ("(The Roe Reporter)Good sailors wait, great sailors swim.", "Good sailors wait, great sailors swim."),
    ("The ferry sailed, and we have pictures of the waves for all our readers.\n(CNN) -- The ferry sailed again.",
     "The ferry sailed, and we have pictures of the waves for all our readers.\nThe ferry sailed again."),
    ("Find out what happens in the world. (CNN)The ferry sailed again.",
     "Find out what happens in the world. The ferry sailed again."),
    ("The ferry has sailed after a year. OSLO (Reuters) - A crew of ten was on board.",
     "The ferry has sailed after a year. A crew of ten was on board."),
    ("AP - QUEBEC, Que. (CP) - A ferry sailed again on Monday.", "A ferry sailed again on Monday.",
     {"dateline": {"place": "QUEBEC, Que", "agency": "CP", "text": "AP - QUEBEC, Que. (CP) -"}}),
    ("LONDON: The ferry sailed again on Monday, its owner said.", "The ferry sailed again on Monday, its owner said."),
    ("МОСКВА, 3 мая. /ТАСС/. Паром снова вышел в море.", "Паром снова вышел в море.",
     {"dateline": {"place": "МОСКВА", "agency": "ТАСС", "text": "МОСКВА, 3 мая. /ТАСС/."}}),
    ("Москва. 3 мая. INTERFAX.RU - Паром снова вышел в море.", "Паром снова вышел в море."),
    ("LONDON, May 3, 2019 /PRNewswire/ -- The ferry sailed again.", "The ferry sailed again."),
    ("Hamburg (dpa/lno) - Die Fähre fährt wieder.", "Die Fähre fährt wieder.",
     {"dateline": {"place": "Hamburg", "agency": "dpa/lno", "text": "Hamburg (dpa/lno) -"}}),
    ("BERLIN taz | Die Fähre fährt wieder, sagt die Reederei.", "Die Fähre fährt wieder, sagt die Reederei."),
    ("Harbour6.com, Jakarta - Feri itu kembali berlayar.", "Feri itu kembali berlayar."),
    ("【ワシントン共同】船は月曜日に島へ出たと、会社が火曜日に明らかにした。",
     "船は月曜日に島へ出たと、会社が火曜日に明らかにした。"),
    ("　【ソウル＝田中花子、山本海】船は月曜日に島へ出たと、会社が火曜日に明らかにした。",
     "船は月曜日に島へ出たと、会社が火曜日に明らかにした。",
     {"dateline": {"place": "ソウル", "agency": None, "text": "【ソウル＝田中花子、山本海】"},
      "authors": ["田中花子", "山本海"]}),
    ("( cnn ) iraqi forces have taken the town back .", "iraqi forces have taken the town back ."),
]  # fmt: skip
KEEPS = [
    "LOM CITY - ARVO 2-1 The ferry sailed again on Monday, its owner said.",
    "LONDON: a city that never sails, he said.",
    "【住所＝港町】船は月曜日に島へ出たと、会社が火曜日に明らかにした。",
    "（写真＝田中花子）船は月曜日に島へ出たと、会社が火曜日に明らかにした。",
    "FACTBOX: The ferry and its owner in numbers and dates.",
    "FERRY: The owner said on Monday that it had sailed again.",
    "London: The ferry sailed again on Monday, its owner said.",
    "MOSCOW, May 3. The ferry sailed again on Monday, its owner said.",
    "The owner and/or captain of the ferry said so on Monday.",
    "EKSKLUZIVE – Zbulohet emri i kapitenit që shpëtoi anijen.",
    "A guest at the same inn – who was also ill – told the crew to leave.",
    "Folk Album — Harbour Children’s Choir sang it in the rain, and the jury liked it.",
    "Souza - que passou o ano no porto - voltou ao partido.",
    "Reyk — who recently sold his boat — has bought a bus.",
    "Harbour Company for Mutual Insurance (HCMI) soared on Monday, and nobody knew why.",
    "Stocks of grain as of Friday, in the silos of the harbour and of the town.\nBARLEY - 2,602,000 bushels in all.",
    "The ferry has sailed after a year. The Associated Press (AP) President Ann Other was on board.",
    "The ferry has sailed after a year. Minister Roe (AP) was not on board, nor was he asked.",
    "Harbour Protection Agency’s (HPA) boat safety office closed.",
    "Agence France Presse (AFP) reported the find on Monday.",
    "The Associated Press (AP) President Ann Other resigned.",
    "National Company for Harbour Insurance (NCHI) soared on Monday.",
    "Harbour Corp. (HRBR) a maker of boats, fell.",
    "Google — which like many expanding companies hires — said so.",
    "Reyk - already back on board - was greeted by all.",
    "So – is it a boat? It may well be, says the expert.",
    "Rollmop - a dish of herring - is served cold.",
    "UPDATE - not expecting an announcement before the evening.",
    "UPDATE - The minister announced nothing before the evening.",
    "EKSLUZIVE – Zbulohet emri i personit që u arrestua.",
    "Worship Album — Harbour Children’s Choir",
    "he told CNN affiliate TVNZ that he had seen nothing.",
    "A sailor on the same boat – who had also been ill – told us.",
    "Temer - que passou o feriado tratando uma infecção - voltou.",
    "The minister (Reuters) - and his deputy - went home.",
    "(Excerpt) Read the whole story there.",
    "LONDON - Shares rose.\nPARIS - Shares fell in the morning.\nTOKYO - Shares did neither of it.",
    "COVID-19 – The numbers of the week at a glance.",
    "NASA — The agency will launch in May.",
    "PART ONE – The harbour and its people.",
    "Nota.- El puerto abrió de nuevo el lunes por la mañana.",
    "Pregunta.- ¿Cuándo abrió el puerto?\nRespuesta.- El lunes por la mañana.",
    "SATURDAY PUZZLE — The puzzle of this week is hard, its maker says.",
    "VARIETY — There is always something new on the quay, people say.",
    "(사진=로이터)배가 월요일에 다시 떠났다고 회사가 밝혔다.",
    "Jo Roe.- ¿Cuándo abrió el puerto de nuevo?\nAna Ruiz.- El lunes por la mañana, dicen.",
    "Lom del Mar.- abrió de nuevo el lunes por la mañana.",
]
