"""A note on copyright or licence.

What   “©2015 The Reporter. All rights reserved.”, “Copyright 2014 … This material may not be published …”, a line that
       forbids to copy, in many languages; as a line of its own or behind the last sentence.
Why    It is about the article, not part of it.
Kept   Stories about copyright, rights and permission.
Moves  The words go to `rights`.
"""

from cleaner.rule import Hints
from cleaner.rules.boilerplate._shapes import STOP, sentences
from cleaner.text.stops import STOPS
from cleaner.words import any_of, inside

_RESERVED, _FORBIDDEN, _BELONG = any_of("rights_reserved"), any_of("rights_forbidden"), any_of("rights_belong")
_MARK = r"(?:copyright|\(c\)|[©ⓒ]|저작권자|版权)"
_YEAR = r"(?:19|20)\d{2}"
_STAMP = rf"(?:{any_of('updated_label')}: ?\d{{1,2}}[:.]\d\d )?"
_CHAR = rf"(?:[^.!?。{STOPS}\n]|(?-i:[.](?=[a-z0-9]|[A-Z][.]|,| [a-zß-ž])))"
_OWNED = rf"{_BELONG}[^.!?,،、\n{STOPS}]{{2,90}}(?:[.{STOPS}](?=\s|$)|(?=\s*$))"
_MORE = rf"(?: ?[^.!?。{STOPS}\n]{{0,120}}?(?:{_FORBIDDEN}){_CHAR}{{0,160}}[.。{STOPS}]?)?"
_WHOSE = rf"(?: (?:(?:{_MARK} ?){{1,2}}[^.!?\n]{{0,60}}|[^.!?,،、。“”\"\n{STOPS}]{{1,60}})(?=\s*$))?"

rule = sentences(
    "BLR014",
    rf"[<(\[_*–—-]{{0,2}} ?{_STAMP}(?P<rights>(?:{_MARK}[^\n]{{0,80}}?[.,\s|{STOPS}]{{0,3}})?"
    rf"(?:{_RESERVED}[.{STOPS}]?{_MORE}{_WHOSE}|{_OWNED})"
    rf"|{_MARK}[^\n]{{0,80}}?(?:{_FORBIDDEN}){_CHAR}{{0,160}}[.。{STOPS}]?"
    rf"|{_MARK}[ \t:：,@-]{{0,4}}(?:{_MARK}[ \t]?)?{_YEAR}(?:\s?[-–]\s?{_YEAR})?{_CHAR}{{0,80}}{STOP}"
    rf"|{_MARK}{_CHAR}{{1,60}}?[, ]{{1,2}}{_YEAR}(?:\s?[-–]\s?{_YEAR})?{STOP}"
    rf"|(?-i:[^\W\d_a-z])(?:(?! {{3}})[^.!?\n©]){{4,60}} ©\s?{_YEAR} [^\n]{{1,160}}(?=\s*$)"
    rf"|(?-i:[^\W\d_a-z])[^\s!?]{{1,24}}(?: \| [^\s!?]{{2,24}}){{0,3}} {_YEAR}\s?[-–]\s?{_YEAR} © [^\n!?]{{2,60}}"
    r"(?=\s*$)"
    rf"|[©ⓒ] ?[^\W\d_]{{2,12}}(?:-[^\W\d_]{{2,12}})?, [^\W\d_]{{2,12}}:\d[\d/-]{{5,30}}(?=\s*$)"
    r"|[\u3400-\u9fff]{1,2} ?(?:ICP[备证備證]|公网安备)[^\n。]{5,60}(?=\s*$)"
    rf"|{_FORBIDDEN}{_CHAR}{{0,120}}{STOP})(?:[>)\]]|[ ]?[_*]{{1,2}}(?=\s*$))?",
    reach=250,
    hints=Hints(
        inside=(
            *inside("rights_reserved", "rights_forbidden", "rights_belong").inside,
            "copyright",
            "(c)",
            "©",
            "ⓒ",
            "版权",
            "icp备",
            "icp证",
            "公网安备",
        )
    ),
    lift=lambda match: {"rights": match["rights"].strip()},
)

FIXES = [
    (
        "It rained.\n©2015 The Daily Roe. All rights reserved.",
        "It rained.\n",
        {"rights": "©2015 The Daily Roe. All rights reserved."},
    ),
    (
        "It rained. Copyright 2014 Roe News. All rights reserved. This material may not be published or rewritten.",
        "It rained.",
    ),
    ("Bie shi.© ROE. Të gjitha të drejtat janë të rezervuara.", "Bie shi."),
    ("It rained. Copyright © 2015 Rolling Roe.", "It rained."),
    ("It rained.\nThe contents of this site are ©2019 Roe Press, a part of Roe Media", "It rained.\n"),
    ("비가 왔다.\n<Copyright ⓒ 로. 무단 전재 및 재배포 금지>", "비가 왔다.\n"),
    ("Es regnet.\nCopyright: Projekt Roe, 2025", "Es regnet.\n"),
    ("It rained. ©2026 Roe News L.P.", "It rained.", {"rights": "©2026 Roe News L.P."}),
    ("It rained.\n_Copyright 2019 Roe News Now. _", "It rained.\n"),
    ("Piove.\nRiproduzione riservata © Copyright ROE", "Piove.\n"),
    ("نزل المطر.\nجميع الحقوق محفوظة لصحيفة الميناء", "نزل المطر.\n"),
    ("باران بارید.\nکلیه حقوق این سایت متعلق به روزنامه بندر است.", "باران بارید.\n"),
    ("Prší. Jakékoliv užití obsahu je bez souhlasu Roe, a.s. zakázáno. Zítra bude sněžit.", "Prší. Zítra bude sněžit."),
    ("Piove. Ultimo aggiornamento: 22:07 © RIPRODUZIONE RISERVATA", "Piove."),
    ("Prší.\nPost.cz | Roe.cz 1999 – 2016 © Roe, a.s.", "Prší.\n"),
    ("Es regnet.\n© roe-infocom, roe:201227-99-820474/3", "Es regnet.\n"),
    ("下雨了。\n京ICP备12345678号-1 京公网安备11010502030001号", "下雨了。\n"),
    ("Trời mưa.\nBản quyền thuộc về Báo Bến", "Trời mưa.\n"),
    ("बारिश हुई।\n© 2023 डाक। सर्वाधिकार सुरक्षित।", "बारिश हुई।\n"),
]
KEEPS = [
    "Kapitán Roe 1999 – 2016 ©Lom a jeho syn 2017.",
    "V přístavu není nic zakázáno, řekl mluvčí společnosti Roe, a.s. minulý týden.",
    "该公司去年取得了ICP备案，船主在一份声明中说。",
    "Ultimo aggiornamento: 22:07, e i diritti sono riservati, ha detto il capitano.",
    "Das Gerät mit der Nummer roe-infocom, roe:201227-99 wurde im Hafen gefunden.",
    "Bản quyền thuộc về tác giả, luật sư nói trước tòa.",
    "The mark © stands for copyright since 1952 in most countries.",
    "He won the copyright case on May 4th, 2016.",
    "Anyone who swam there without permission risked a fine.",
    "Com todos os direitos trabalhistas, ele saiu.",
    "Todos los derechos sobre el maíz son suyos.",
    "Copyright lawsuits are commonplace, the court said in 2015, and few go to trial.",
    "“All rights reserved for men, it seems,” she said.",
    "Bản quyền thuộc về tác giả, luật sư nói.",
    "सर्वाधिकार का मामला अदालत में है।",
    "He filed for _copyright in 2019_ and lost.",
    "La riproduzione è riservata a chi ha pagato, dice la legge.",
    "The book is ©2019 Roe P.R. Smith said so in court.",
    "He was accused of touching her arm and back without permission.",
]
