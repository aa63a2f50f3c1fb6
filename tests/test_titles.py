"""Titles of the input: what is damaged is repaired, what outlets hang on to them goes to its field."""

from __future__ import annotations

from typing import Any

import pytest

from cleaner.config import Options
from cleaner.given import settle
from cleaner.record import Record
from cleaner.run.desk import Desk

TEXT = "The ferry to the island sailed again on Monday, its owner said in a statement."


def settled(title: str, **fields: Any) -> Record:
    made = Record("a", TEXT, "a.jsonl", fields={"title": title, **fields})
    settle(made)
    return made


@pytest.mark.parametrize(
    ("said", "title"),
    [
        (" Ferry  sails again ", "Ferry sails again"),
        ("Spain #39;s coach leaves", "Spain's coach leaves"),
        ("The mayorâ€™s ferry", "The mayor’s ferry"),
        ("Hale &amp; Sons sail", "Hale & Sons sail"),
        ("Ferry sails again (VIDEO)", "Ferry sails again"),
        ("[Watch] Ferry sails again", "Ferry sails again"),
        ("(FOTO) Anija niset sërish (VIDEO)", "Anija niset sërish"),
        ("Ferry sails again (AP)", "Ferry sails again"),
        ("Ferry sails again (VIDEO) (Reuters)", "Ferry sails again"),
    ],
)
def test_a_title_is_made_fit(said: str, title: str) -> None:
    record = settled(said)
    assert record.fields["title"] == title
    assert record.evidence["title"] == f"input: {said}"
    assert settled(title).fields["title"] == title


@pytest.mark.parametrize(
    "title",
    [
        "Ferry sails again",
        "The host and VJ (video jockey) is back",
        "Hugo Moura (foto) realiza obra em Lisboa",
        "The Associated Press (AP)",
        "Agence France Presse (AFP)",
        "Lake Arvo Insurance (NCCI) soars",
        "Issue #39; the story of a ferry",
        "(VIDEO)",
        "أطلقت العبّارة من جديد",
        "フェリーが再び出航",
    ],
)
def test_other_titles_stay(title: str) -> None:
    assert settled(title).fields == {"title": title}
    assert settled(title).evidence == {}


def test_what_is_taken_goes_to_its_field() -> None:
    record = settled("Ferry sails again (VIDEO) (AP)")
    assert record.fields["media"] == [{"kind": "video", "title": None}]
    assert record.fields["dateline"] == {"place": None, "agency": "AP", "text": None}
    assert record.evidence["dateline"] == "input: title"


@pytest.mark.parametrize("head", ["OSLO - ", "OSLO (AP) - "])
def test_the_text_adds_place_and_wording_to_the_agency_of_the_title(head: str) -> None:
    record = Record("a", head + TEXT, "a.txt", fields={"title": "Ferry sails again (AP)"})
    found = Desk(Options()).clean(record)
    assert found.text == TEXT
    assert found.fields["dateline"] == {"place": "OSLO", "agency": "AP", "text": head.strip()}
