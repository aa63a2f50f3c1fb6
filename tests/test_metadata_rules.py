"""Head and tail of an article: what the metadata rules do together, and what they leave alone."""

from __future__ import annotations

import pytest

from cleaner.engine import Cleaned, Cleaner
from cleaner.rule import discover

STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
CLEANER = Cleaner([rule for rule in discover() if rule.phase == "metadata"], max_removed=1.0)


def clean(text: str, **fields: object) -> Cleaned:
    return CLEANER.clean(text, fields)


HEADS = [
    (
        "http://news.example.org/a/1\n2013-07-21T08:40:00+0900\nFerry sails again after the winter storm\n\n" + STORY,
        {"url": "http://news.example.org/a/1", "published": "2013-07-21T08:40:00+09:00",
         "title": "Ferry sails again after the winter storm"},
    ),
    (
        "Ferry sails again after the winter storm\n\nBy ANN OTHER\n3 March 2015 | 4 min read\n\n"
        + f"OSLO (Reuters) - {STORY}",
        {"title": "Ferry sails again after the winter storm", "authors": ["Ann Other"], "published": "2015-03-03",
         "dateline": {"place": "OSLO", "agency": "Reuters", "text": "OSLO (Reuters) -"}},
    ),
    (
        "By . Associated Press . PUBLISHED: . 14:11 EST, 25 October 2013 . | . UPDATED: . 15:36 EST, 25 October 2013 . "
        + STORY,
        {"published": "2013-10-25T14:11-05:00", "updated": "2013-10-25T15:36-05:00", "authors": None},
    ),
    (
        f"By Isaac Roe ABUJA, Nov 1 (Reuters) - {STORY}",
        {"authors": ["Isaac Roe"],
         "dateline": {"place": "ABUJA", "agency": "Reuters", "text": "ABUJA, Nov 1 (Reuters) -"}},
    ),
    (f"By AFP\n\nOSLO (AFP) — {STORY}", {"dateline": {"place": "OSLO", "agency": "AFP", "text": "OSLO (AFP) —"}}),
    (f"By AFP\n\n{STORY}", {"dateline": {"place": None, "agency": "AFP", "text": None}, "authors": None}),
    (f"Von Jo Roe und Eva Lang\nVeröffentlicht am 3. März 2015\n\nBerlin (dpa) - {STORY}",
     {"authors": ["Jo Roe", "Eva Lang"], "published": "2015-03-03"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields"), HEADS)
def test_a_whole_head_moves_into_the_fields(text: str, fields: dict[str, object]) -> None:
    found = clean(text)
    assert found.text.strip() == STORY
    assert {name: found.fields.get(name) for name in fields} == fields
    assert not found.findings


@pytest.mark.parametrize("text", [text for text, _ in HEADS])
def test_a_second_pass_finds_nothing(text: str) -> None:
    first = clean(text)
    assert clean(first.text).text == first.text
    assert CLEANER.clean(first.text, first.fields).text == first.text


def test_the_records_own_title_goes_however_often_it_is_said() -> None:
    title = "Ferry “sails” again: a report from the quay"
    text = f'{title.upper()}\n\nFerry "sails" again: a report from the quay\n\n{STORY}'
    assert clean(text, title=title).text == STORY
    assert clean(f"{title}{STORY}", title=title).text == STORY
    assert clean(f"{title}. {STORY}", title=title).text == STORY
    assert clean(f"{title} | The Courier\n{STORY}", title=title).text == STORY


def test_a_title_whose_words_begin_the_first_sentence_stays_where_no_letter_is_a_capital() -> None:
    title = "দ্বীপের ফেরি আবার চলাচল শুরু"
    story = "করেছে সোমবার সকালে, আর ঘাটে অপেক্ষা করছিলেন কয়েক শ মানুষ, জানিয়েছেন ফেরির মালিক।"
    assert clean(f"{title} {story}", title=title).text == f"{title} {story}"
    told = "দ্বীপের ফেরি সোমবার সকালে ছেড়ে গেছে, আর ঘাটে অপেক্ষা করছিলেন কয়েক শ মানুষ, জানিয়েছেন মালিক।"
    assert clean(f"{title} {told}", title=title).text == told
    assert clean(f"{title}. {story}", title=title).text == story


def test_a_first_line_that_is_not_the_records_title_stays() -> None:
    text = f"Ferry sails again after the winter storm\n\n{STORY}"
    assert clean(text, title="Another headline altogether").text == text


def test_a_text_that_is_only_its_title_stays() -> None:
    assert clean("Ferry sails again", title="Ferry sails again").text == "Ferry sails again"


def test_a_date_that_can_be_read_in_two_ways_is_reported_and_stays() -> None:
    text = f"03/04/2015\n{STORY}"
    found = clean(text)
    assert found.text == text and "published" not in found.fields
    assert ["03/04/2015" in finding.message for finding in found.findings] == [True]


@pytest.mark.parametrize(("known", "read"), [("2015-04-03", "2015-04-03"), ("2015-03-04T10:00", "2015-03-04T10:00")])
def test_the_records_own_date_settles_day_and_month(known: str, read: str) -> None:
    found = clean(f"03/04/2015\n{STORY}", published=known)
    assert found.text == STORY and not found.findings
    assert found.fields["published"] == read


def test_the_records_own_date_keeps_its_precision() -> None:
    found = clean(f"3 March 2015\n{STORY}", published="2015-03-03T10:00", published_precision="minute")
    assert found.text == STORY
    assert (found.fields["published"], found.fields["published_precision"]) == ("2015-03-03T10:00", "minute")


def test_a_survey_keeps_the_place_of_every_piece() -> None:
    text = "\n".join(f"{place} - Shares rose there." for place in ("LONDON", "PARIS", "TOKYO"))
    assert clean(text).text == text


def test_a_note_about_the_author_gives_a_name_only_when_it_is_his() -> None:
    note = "Ann Other is a columnist who lives in Oslo."
    assert clean(f"{STORY}\n\n{note}").fields["authors"] == ["Ann Other"]
    story = f"{STORY} Ms Other was on board."
    assert clean(f"{story}\n\n{note}").text == f"{story}\n\n{note}"
    assert clean(f"{story}\n\n{note}", authors=["Ann Other"]).text == f"{story}\n\n"
