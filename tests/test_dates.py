"""Dates are read with exactly the precision they state, or not at all."""

from __future__ import annotations

import datetime
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.text.dates import date_pattern, order_by_words, order_in, order_of, read_date, time_pattern

PATTERN = re.compile(date_pattern(), re.IGNORECASE)

DAYS = """
2019-02-28 | 28/02/2019 | 28.02.2019 | 28.2.2019 | 2019/02/28 | 2019.02.28 | 2019. 2. 28. | 28-02-2019 | 28-Feb-2019
28 February 2019 | Thursday, 28th February 2019 | February 28, 2019 | Feb. 28, 2019 | Thu 28 Feb 2019
FEBRUARY 28, 2019 | 28. Februar 2019 | Donnerstag, 28. Februar 2019 | den 28 februari 2019
torsdag 28. februar 2019 | 28 février 2019
jeudi 28 février 2019 | 28 de febrero de 2019 | jueves, 28 de febrero de 2019 | 28 febbraio 2019
28 de fevereiro de 2019 | 28-02-2019
28 februari 2019 | 28. helmikuuta 2019 | 28. febrúar 2019 | 28 lutego 2019 r. | 28. února 2019 | 2019. február 28.
28 februarie 2019 | 28 февраля 2019 г. | 28 лютого 2019 | 28 Şubat 2019 Perşembe | 28 فبراير 2019 | ٢٨ فبراير ٢٠١٩
28 फरवरी 2019 | २८ फरवरी २०१९ | 28 Februari 2019 | ngày 28 tháng 2 năm 2019 | 28 tháng 2, 2019 | 2019年2月28日
2019年2月28日（木） | ２０１９年２月２８日 | 2019年2月28日星期四
2019년 2월 28일 | 2019 m. vasario 28 d. | 2019. gada 28. februāris
28 فروری 2019ء | 28 Fabrairu 2019
28 Φεβρουαρίου 2019 | 28 фебруара 2019 | 28. veljače 2019 | 28 shkurt 2019 | 28 Febrer 2019 | 28 בפברואר 2019
"""


@pytest.mark.parametrize("text", [part.strip() for line in DAYS.strip().split("\n") for part in line.split("|")])
def test_a_day_in_many_languages(text: str) -> None:
    found = read_date(text)
    assert found == ("2019-02-28", "day", False)
    assert PATTERN.search(text)


@pytest.mark.parametrize(
    ("text", "iso", "precision"),
    [
        ("2012-06-19T09:55:00+0900", "2012-06-19T09:55:00+09:00", "second"),
        ("14:11 EST, 25 October 2013", "2013-10-25T14:11-05:00", "minute"),
        ("15 June 2017 at 16:01 BST", "2017-06-15T16:01+01:00", "minute"),
        ("June 10, 2020 3:45 pm", "2020-06-10T15:45", "minute"),
        ("June 10, 2020 12:15 a.m.", "2020-06-10T00:15", "minute"),
        ("8:25 p.m. ET June 18, 2020", "2020-06-18T20:25", "minute"),
        ("Mon, 15 Jun 2015 10:00:00 +0000", "2015-06-15T10:00:00Z", "second"),
        ("Mon, 15 Jun 2015 10:00:00 GMT", "2015-06-15T10:00:00Z", "second"),
        ("18 June 2015 14:05 UTC+2", "2015-06-18T14:05+02:00", "minute"),
        ("Donnerstag, 28.02.2019, 14:05 Uhr", "2019-02-28T14:05", "minute"),
        ("den 28 februari 2019 kl. 14.05", "2019-02-28T14:05", "minute"),
        ("1er mars 2019 à 14h05", "2019-03-01T14:05", "minute"),
        ("Kamis, 11 Jun 2026 15:08 WIB", "2026-06-11T15:08+07:00", "minute"),
        ("2019年2月28日 10時30分", "2019-02-28T10:30", "minute"),
        ("2019. 2. 28. 오후 3:45", "2019-02-28T15:45", "minute"),
        ("下午3:45 2019年2月28日", "2019-02-28T15:45", "minute"),
        ("February 2019", "2019-02", "month"),
        ("2019", "2019", "year"),
        ("10 June 2020 at 3pm", "2020-06-10", "day"),
    ],
)
def test_nothing_is_filled_in(text: str, iso: str, precision: str) -> None:
    found = read_date(text)
    assert found is not None
    assert (found.iso, found.precision, found.ambiguous) == (iso, precision, False)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("۱۳ اردیبهشت ۱۴۰۰", "2021-05-03"),
        ("13 ارديبهشت 1400", "2021-05-03"),
        ("دوشنبه ۱۳ اردیبهشت ۱۴۰۰ ساعت ۱۴:۰۵", "2021-05-03T14:05"),
        ("۱۴۰۰/۰۲/۱۳ - ۱۴:۰۵", "2021-05-03T14:05"),
        ("1400-02-13T10:00:00", "2021-05-03T10:00:00"),
        ("22 بهمن 1357", "1979-02-11"),
        ("1403/12/30", "2025-03-20"),
        ("1 فروردین 1396", "2017-03-21"),
        ("3 พฤษภาคม 2564", "2021-05-03"),
        ("๓ พฤษภาคม ๒๕๖๔", "2021-05-03"),
        ("วันจันทร์ที่ 3 พฤษภาคม พ.ศ. 2564, 14.05 น.", "2021-05-03T14:05"),
        ("03/05/2564", "2021-05-03"),
        ("令和3年5月3日", "2021-05-03"),
        ("令和元年5月3日", "2019-05-03"),
        ("平成31年(2019年)4月30日", "2019-04-30"),
        ("2021年（令和3年）5月3日", "2021-05-03"),
        ("中華民國110年5月3日", "2021-05-03"),
        ("৩ মে ২০২১, ০২:০৫ পিএম", "2021-05-03T14:05"),
    ],
)
def test_dates_of_other_calendars(text: str, iso: str) -> None:
    found = read_date(text)
    assert found is not None and found.iso == iso
    assert PATTERN.search(text) or iso.count(":") == 2


@pytest.mark.parametrize(
    "text",
    ["1404/12/30", "31 مهر 1400",
     "", "31/02/2015", "February 30, 2019", "2019-13-01", "10 June", "Friday, 25 February", "12:15", "28/02/19",
     "14:61, 25 October 2013", "25:00, 25 October 2013", "Published: 3 March 2015", "5 June 1914 and 1920", "March",
     "May 5 2019 to May 6 2019", "May we 5, 2019", "x" * 500],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert read_date(text) is None


def test_day_and_month_are_settled_by_the_order_and_by_nothing_else() -> None:
    assert read_date("03/04/2015") == ("2015", "year", True)
    assert read_date("03/04/2015", "dmy") == ("2015-04-03", "day", False)
    assert read_date("03/04/2015", "mdy") == ("2015-03-04", "day", False)
    assert read_date("03.04.2015") == ("2015-04-03", "day", False)
    assert read_date("25/04/2015", "mdy") == ("2015-04-25", "day", False)
    assert read_date("04/04/2015") == ("2015-04-04", "day", False)
    assert read_date("03/04/2015 10:30") == ("2015", "year", True)
    with pytest.raises(ValueError, match="date order"):
        read_date("03/04/2015", "ydm")


@given(
    st.dates(min_value=datetime.date(1600, 1, 1)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%A, %d %B %Y", "%Y-%m-%d", "%d.%m.%Y"]),
)
def test_what_is_written_is_read(day: datetime.date, form: str) -> None:
    assert read_date(day.strftime(form)) == (day.isoformat(), "day", False)


@given(st.text(alphabet="0123456789 :./-,apmTZJune年月日", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    found = read_date(text)
    assert found is None or re.fullmatch(r"\d{4}(-\d\d(-\d\d(T[\d:]+([+-]\d\d:\d\d|Z)?)?)?)?", found.iso)


@pytest.mark.parametrize("piece", ["1 ", "12:", "2019-", "June ", "1 June ", "年", "a.m. ", "Mon, "])
def test_patterns_stay_linear(piece: str) -> None:
    clock = re.compile(time_pattern(), re.IGNORECASE)
    began = time.perf_counter()
    for pattern in (PATTERN, clock):
        pattern.match(piece * 20_000)
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Seen 25/12/2019 and 03/04/2020", "dmy"),
        ("Seen 12/25/2019 and 03/04/2020", "mdy"),
        ("Seen 25/12/2019 and 12/25/2019", None),
        ("Seen 03/04/2020", None),
        ("No 13/2019/20, nor 1/13/19", None),
    ],
)
def test_the_order_that_other_dates_show(text: str, order: str | None) -> None:
    assert order_in(text) == order


@pytest.mark.parametrize(
    ("language", "order"),
    [("de", "dmy"), ("pt-BR", "dmy"), ("en", None), ("en-US", "mdy"), ("en-gb", "dmy"), ("ja", None), ("", None)],
)
def test_the_order_of_a_language(language: str, order: str | None) -> None:
    assert order_of(language) == order


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Publicado el 03/05/2019", "dmy"),
        ("Freitag, 03/05/2019", "dmy"),
        ("03/05/2019 às 14h05", "dmy"),
        ("Updated 03/05/2019", None),
        ("03/05/2019 14:05", None),
        ("公開日：03/05/2019", None),
    ],
)
def test_words_of_a_language_settle_day_and_month(text: str, order: str | None) -> None:
    assert order_by_words(text) == order
