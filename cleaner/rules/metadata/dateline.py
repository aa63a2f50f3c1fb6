"""The place and agency in front of the first sentence.

What   `WESTHAVEN, June 10 (Reuters) - `, `(CNN)`, `Madrid, Spain | AFP | `, `AP - `, `KAMPALA – `, `新华社北京6月10日电`,
       `(ANSA) - ROMA, 5 MAR - ` where the prose begins.
Why    It is no part of the sentence; classifiers learn the source from it instead of the text.
Kept   Agencies in running sentences, abbreviations in brackets behind a name, dashes after ordinary words, kickers.
Moves  To `dateline{place,agency,text}`.
"""

import re
from collections.abc import Iterator
from functools import cache

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.words import any_of, words

rule = Rule(code="MET004")

_LOOK = 120
_DASH = r"(?:--?|—|–|―|−|:|\.[-–—])"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    agency, month = any_of("wire_agency"), any_of("months")
    day = rf"(?i:(?:{month}\.?[ ]\d{{1,2}}|\d{{1,2}}\.?[ ]{month}\.?)(?:,?[ ]\d{{4}})?)"
    upper, mixed = r"[A-ZÀ-ÞŠŽČĆŁŚŻİĞŞА-ЯЁЇІЄҐΑ-Ω]", r"[\w.’'-]{0,25}"
    capital = rf"{upper}{mixed}(?:[ /-]{{1,2}}(?:(?:de|del|la|el|al|di|da|do|am|an|der|of|the|sur|les)[ ]){{0,2}}{upper}{mixed}){{0,4}}"
    place = rf"(?P<place>{capital}(?:,[ ]{capital}){{0,2}})"
    caps = rf"(?P<place>{upper}{{3,20}}(?:[ ./’'-]{{1,2}}{upper}{{2,20}}){{0,3}}(?:,[ ]{capital}){{0,2}})"
    signed = rf"[(\[/][ ]?(?P<agency>{agency}(?:[ /-]{{1,3}}{agency})?)[ ]?[)\]/]"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"(?:By[ ](?P<by>{upper}\w+(?:[ ]{upper}[\w.-]+){{1,2}})[ ](?={upper}{{3}}))?{place},?(?:[ ]{day},?)?[ .]{{0,3}}{signed}[ ]?{_DASH}{{0,2}}[ ]{{0,3}}",
            rf"{signed}[ ]?{_DASH}{{0,2}}[ ]{{0,2}}(?:{caps}(?:,[ ]\d{{1,2}}[ ][A-Z]{{3}}\.?)?[ ]?[-–—][ ])?",
            rf"{place}[ ]?\|[ ]?(?P<agency>{agency})[ ]?\|[ ]?",
            rf"(?P<agency>{agency})[ ](?:--?|–|—)[ ]",
            rf"{caps}(?:,[ ]{day})?,?[ ]?(?:\((?P<agency>[^()\n]{{2,40}})\)[ ]?)?(?<=[\w ,)])(?:--?|—|–)[ ]",
            rf"(?P<place>[\u0600-\u06ff]{{2,20}}(?:[ ][\u0600-\u06ff]{{2,20}}){{0,2}})[ ]?{signed}[ ]?{_DASH}?[ ]?",
            rf"【[^】\n]{{0,20}}?(?P<agency>{agency})[^】\n]{{0,12}}】",
            r"(?P<agency>新华社|中新社|新華社)(?P<place>[^\d\s，。]{2,8}?)\d{1,2}月\d{1,2}日电?(?:[（(][^（）()\n]{1,40}[)）])?[ ]?",
            r"[（(](?P<place>[^\s()（）]{2,8}?)(?:中央社|聯合報|共同社)[^()（）\n]{0,30}[)）]",
        )
    )


_TOKENISED = re.compile(r"\( (?P<agency>cnn|reuters|ap|afp) \) (?:-{1,2} )?")


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.head(4):
        text = line.text
        at = len(text) - len(text.lstrip())
        if len(text) - at < 25:
            continue
        for match in _matches(text, at):
            rest = text[match.end() :]
            if _opens(rest) and _holds(match):
                found = match.groupdict()
                place = (found.get("place") or "").strip(" ,.-") or None
                value = {"place": place, "agency": found.get("agency"), "text": text[at : match.end()].strip()}
                more = {"authors": found["by"]} if found.get("by") else {}
                yield line.span(0, match.end(), dateline=value, **more)
                return
        if len(text) > _LOOK:
            return


def _matches(text: str, at: int) -> Iterator[re.Match[str]]:
    start = text[at : at + _LOOK]
    if start.startswith("( "):
        match = _TOKENISED.match(text, at)
        if match and start.islower():
            yield match
    if not any(mark in start for mark in "()|-–—―−【社/"):
        return
    for pattern in _patterns():
        match = pattern.match(text, at)
        if match:
            yield match


def _opens(rest: str) -> bool:
    """Whether a sentence begins: with a capital, a number, an opening mark, or in a script without capitals."""
    first = rest[:1]
    return (
        bool(first)
        and (first.isalnum() or first in "\"'“‘«„「『¿¡[#…")
        and not (first.islower() and not rest[:40].islower())
    )


def _holds(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    place, agency = groups.get("place") or "", groups.get("agency") or ""
    if place.upper() in words("kicker") or place in words("wire_agency") or agency.upper() in words("kicker"):
        return False
    opening = match[0].lstrip()
    return not (opening.islower() and not opening.startswith("( ")) or match.re.groups == 1


FIXES = [
    ("WESTHAVEN (Reuters) - The harbour bridge reopened on Tuesday.", "The harbour bridge reopened on Tuesday.",
     {"dateline": {"place": "WESTHAVEN", "agency": "Reuters", "text": "WESTHAVEN (Reuters) -"}}),
    ("(CNN)Share, and your gift will be multiplied.", "Share, and your gift will be multiplied."),
    ("Sanaa, Yemen (CNN)The U.S. military has left.", "The U.S. military has left."),
    ("RABAT, June 10 (Xinhua) — The king opened the new port.", "The king opened the new port."),
    ("Madrid, Spain | AFP | The number of visitors rose.", "The number of visitors rose."),
    ("AP - Two new Internet domain names are coming.", "Two new Internet domain names are coming."),
    ("KAMPALA – As a child, she sold maize at the gate.", "As a child, she sold maize at the gate."),
    ("МОСКВА, 12 мая (ТАСС) — В порту спустили на воду ледокол.", "В порту спустили на воду ледокол."),
    ("(ANSA) - ROMA, 5 MAR - Il mercato torna sul molo vecchio.", "Il mercato torna sul molo vecchio."),
    ("القاهرة (رويترز) - افتتحت المدينة يوم الأحد مكتبة جديدة.", "افتتحت المدينة يوم الأحد مكتبة جديدة."),
    ("新华社北京6月10日电 中国科学家十日宣布一项新的研究成果，引起广泛关注。", "中国科学家十日宣布一项新的研究成果，引起广泛关注。"),
    ("By Isaac Adeyemi ABUJA, Nov 1 (Reuters) - The army said so.", "The army said so.",
     {"authors": ["Isaac Adeyemi"]}),
    ("( cnn ) iraqi forces have taken the town back.", "iraqi forces have taken the town back."),
]  # fmt: skip
KEEPS = [
    "Environmental Protection Agency’s (EPA) chemical safety office closed.",
    "Agence France Presse (AFP) reported the find on Monday.",
    "National Company for Cooperative Insurance (NCCI) soared on Monday.",
    "Microsoft Corp. (MSFT) a maker of software, fell.",
    "Google — which like many expanding companies hires — said so.",
    "Vickers - already back in work - was greeted by all.",
    "So – is it a fake? Probably not, says the expert.",
    "Kimchi - a side dish of vegetables - is served cold.",
    "UPDATE - not expecting an announcement before the evening.",
    "EKSLUZIVE – Zbulohet emri i personit që u arrestua.",
    "he told CNN affiliate TVNZ that he had seen nothing.",
    "A guest at the same hotel – who was also in quarantine – told us.",
    "Temer - que passou o feriado tratando uma infecção - voltou.",
]
