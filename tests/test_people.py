"""Bylines become names of people, and only of people; stated dates keep their precision."""

from __future__ import annotations

import pytest

from cleaner.htmlpages.dates import stamp
from cleaner.text.people import byline, people

NAMES = [
    ("By Ines J. Okafor and Tom de la Mare", ["Ines J. Okafor", "Tom de la Mare"]),
    ("Von Änne van der Straßen, Talheim", ["Änne van der Straßen"]),
    ("Raúl Peña Ibáñez / M. T. Soler", ["Raúl Peña Ibáñez", "M. T. Soler"]),
    ("Lena Fry (Reuters), lena@desk.example", ["Lena Fry"]),
    ("Okafor, Ines", ["Ines Okafor"]),
    ("Ines J. Okafor, Paul Amsel, and Lena Fry, Reuters", ["Ines J. Okafor", "Paul Amsel", "Lena Fry"]),
    ("Lena (Magdalena) Fry", ["Lena Fry"]),
    ("[佐々木遥，Reuters]", ["佐々木遥"]),
    ("Lena Fry 著、佐々木 遥 訳", ["Lena Fry"]),
    ("Lena Fry, photographs by Paul Amsel", ["Lena Fry"]),
    ("See full bio", []),
    ("Ledger.com", []),
    ("AP National", []),
    ("Em São Tomé", []),
    ("Agência do Porto", []),
    ("Filed Under", []),
    ("Harbour Project", []),
    ("Staff reporter Paul Amsel", ["Paul Amsel"]),
    ("Paul Amsel, Political Correspondent", ["Paul Amsel"]),
    ("Por Raúl Peña C., enviado especial", ["Raúl Peña C."]),
    ("Lena F.", ["Lena F."]),
    ("윤다솔 기자", ["윤다솔"]),
    ("Our Correspondent", []),
    ("The Harbour Office", []),
    ("© Lena Fry", []),
    ("Sound Media e. V.", []),
    ("佐々木遥 記者", ["佐々木遥"]),
    ("بقلم: سلمى حداد", ["سلمى حداد"]),
    ("Автор: Ольга Т. Мирная", ["Ольга Т. Мирная"]),
    ("Reuters", []),
    ("dpa", []),
    ("Unknown", []),
    ("The Elmsford Ledger", []),
    ("Online Desk", []),
    ("Redaktion", []),
    ("editor@ledger.example", []),
    ("https://ledger.example/staff", []),
    ("Updated 12 March 2020", []),
    ("编辑部", []),
    ("责任编辑：王小明", []),
    ("王小明\n关注", ["王小明"]),
    ("未知", []),
    ("Lena Fry：", ["Lena Fry"]),
    ("José Mar e Pinto", ["José Mar e Pinto"]),
    ("José Mar e Ana Pinto", ["José Mar", "Ana Pinto"]),
    ("José Mar e Reuters", ["José Mar"]),
    ("항구신문=윤다솔 기자", ["윤다솔"]),
    ("海港快訊／佐々木遥", ["佐々木遥"]),
    ("سلمى حداد - القاهرة", ["سلمى حداد"]),
    ("Lena Fry – Paul Amsel", ["Lena Fry", "Paul Amsel"]),
    ("(Talheim - The Elmsford Ledger)", []),
    ("Portal Elmsford", []),
    ("El Faro de Talheim", []),
    ("María de la Mar", ["María de la Mar"]),
    ("तालहाइम ब्यूरो", []),
    ("তালহাইম প্রতিনিধি", []),
    ("सलमा हदाद", ["सलमा हदाद"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_of_people(text: str, names: list[str]) -> None:
    assert people(text, {"theelmsfordledger", "elmsfordledger"}) == names


def test_what_the_name_of_an_outlet_begins_with_is_nobody() -> None:
    assert people("海港", {"海港新闻"}) == []
    assert people("海港", {"港口新闻"}) == ["海港"]


@pytest.mark.parametrize(
    "text", ["By Monday the road was open", "by far the largest dam", "Von der Brücke aus", "Byron wrote"]
)
def test_sentences_are_no_bylines(text: str) -> None:
    assert byline(text) == ""


def test_a_byline_ends_where_the_names_end() -> None:
    assert byline("By Ana Ruiz and Jo Lund | 3 May 2020") == "Ana Ruiz and Jo Lund"
    assert byline("Posted on 3 May 2020 by Ana Ruiz", inside=True) == "Ana Ruiz"


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("2020-05-03T10:15:30.123+0200", "2020-05-03T10:15:30+02:00", "second"),
        ("2020-05-03", "2020-05-03", "day"),
        ("Published on May 3, 2020", "2020-05-03", "day"),
        ("Stand: 3. Mai 2020, 18:05 Uhr", "2020-05-03T18:05", "minute"),
        ("2020年5月3日 18時05分", "2020-05-03T18:05", "minute"),
        ("13/05/2020", "2020-05-13", "day"),
        ("الأربعاء، 06 مايو 2020 - 12:09 م", "2020-05-06T12:09", "minute"),
        ("الأحد 3 أيار / مايو 2020", "2020-05-03", "day"),
        ("3 مئی 2020ء", "2020-05-03", "day"),
        ("1588500930", "2020-05-03T10:15:30Z", "second"),
    ],
)
def test_dates_keep_their_precision(text: str, value: str, precision: str) -> None:
    found = stamp(text, "")
    assert found is not None
    assert (found.value, found.precision) == (value, precision)


@pytest.mark.parametrize("text", ["", "yesterday", "03/05/2020", "2020-13-45", "31 June 2020", "12 people, 3 dogs"])
def test_what_states_no_certain_day_gives_none(text: str) -> None:
    assert stamp(text, "") is None
