"""Metadata of the input: its normal form, what it said before, and what does not fit together."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from shell import CLEAN, ENVIRONMENT, TROUBLE, tool

from cleaner.config import Options
from cleaner.given import settle
from cleaner.given.codes import language_tag, plain_address
from cleaner.given.moments import field_date
from cleaner.given.persons import persons
from cleaner.read.profile import Profile
from cleaner.record import Record
from cleaner.run.desk import Desk

STORY = "The ferry to the island sailed again on Monday, its owner said in a statement to all who had waited for it."


def record(text: str = STORY, **fields: Any) -> Record:
    return Record("a", text, "a.jsonl", fields=fields)


def settled(text: str = STORY, profile: Profile | None = None, **fields: Any) -> Record:
    made = record(text, **fields)
    settle(made, profile)
    return made


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        ("2019-03-05T10:00:00.123Z", "2019-03-05T10:00:00Z"),
        ("Tue, 05 Mar 2019 10:00:00 +0100", "2019-03-05T10:00:00+01:00"),
        ("1551780000", "2019-03-05T10:00:00Z"),
        ("1551780000.5", "2019-03-05T10:00:00Z"),
        ("1551780000123", "2019-03-05T10:00:00Z"),
        ("/Date(1551780000000+0100)/", "2019-03-05T10:00:00Z"),
        ("Tue Mar 05 2019 10:00:00 GMT+0100 (Central European Standard Time)", "2019-03-05T10:00:00+01:00"),
        ("Tue Mar 05 10:00:00 +0000 2019", "2019-03-05T10:00:00Z"),
        ("05/Mar/2019:10:00:00 +0000", "2019-03-05T10:00:00Z"),
        ("2019-03-05T10:00:00+01:00[Europe/Berlin]", "2019-03-05T10:00:00+01:00"),
        ("20190305", "2019-03-05"),
        ("March 5, 2019", "2019-03-05"),
        ("5 mars 2019 à 10h00", "2019-03-05T10:00"),
        ("5. März 2019, 10:00 Uhr", "2019-03-05T10:00"),
        ("2019年3月5日", "2019-03-05"),
        ("2019년 3월 5일 오후 2:05", "2019-03-05T14:05"),
        ("5 марта 2019 г.", "2019-03-05"),
        ("٥ مارس ٢٠١٩", "2019-03-05"),
        ("martes, 5 de marzo de 2019", "2019-03-05"),
        ("Published: 5 March 2019", "2019-03-05"),
        ("March 2019", "2019-03"),
        ("2019", "2019"),
        ("0000-00-00 00:00:00", None),
        ("1970-01-01T00:00:00Z", None),
        ("yesterday", None),
        ("123456789012345678", None),
        ("05.03.19", None),
    ],
)
def test_dates_of_fields(given: str, iso: str | None) -> None:
    found = field_date(given)
    assert (found.iso if found else None) == iso


def test_of_two_labelled_dates_the_field_takes_its_own() -> None:
    both = "Published: 5 March 2019 | Updated: 7 March 2019"
    assert str(field_date(both, "published").iso) == "2019-03-05"
    assert str(field_date(both, "updated").iso) == "2019-03-07"


@pytest.mark.parametrize(
    ("profile", "language", "iso"),
    [
        (None, None, "2019"),
        (None, "de", "2019-03-04"),
        (None, "en-US", "2019-04-03"),
        (None, "en", "2019"),
        (Profile("coast", date_order="mdy"), "de", "2019-04-03"),
    ],
)
def test_profile_and_language_settle_day_and_month(profile: Profile | None, language: str | None, iso: str) -> None:
    made = settled(published="04/03/2019", language=language, profile=profile)
    assert made.fields["published"] == iso
    assert bool(made.findings) == (iso == "2019")


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("By Ann Other and Jo Roe", ["Ann Other", "Jo Roe"]),
        ("OTHER, Ann", ["Ann Other"]),
        ("Other, Ann; Roe, Jo", ["Ann Other", "Jo Roe"]),
        ("Roe, Jo, Other, Ann", ["Jo Roe", "Ann Other"]),
        ("Ann Other, Political Editor", ["Ann Other"]),
        ("ann@roe.example (Ann Other)", ["Ann Other"]),
        ("Ann Other <ann@roe.example>", ["Ann Other"]),
        ("Ann Other in Westhaven", ["Ann Other"]),
        ("Ann%20Other", ["Ann Other"]),
        ("https://roe.example/author/ann-other/", ["Ann Other"]),
        ("https://social.example/roe", []),
        ("Von Jo Roe und Eva Lang", ["Jo Roe", "Eva Lang"]),
        ("Par Ann Other avec AFP", ["Ann Other"]),
        ("Jean-Luc de la Tour d'Auvergne", ["Jean-Luc de la Tour d'Auvergne"]),
        ("J. R. van der Roe", ["J. R. van der Roe"]),
        ("Jane MCROE", ["Jane MCROE"]),
        ("김로이 기자", ["김로이"]),
        ("山田太郎", ["山田太郎"]),
        ("حسن العلي", ["حسن العلي"]),
        ("Анна Ким", ["Анна Ким"]),
        ("Nguyễn Văn An", ["Nguyễn Văn An"]),
        ("Unknown", []),
        ("None", []),
        ("admin", []),
        ("Reuters Staff", []),
        ("Special to the Courier", []),
    ],
)
def test_people_of_fields(given: str, names: list[str]) -> None:
    assert list(persons(given)) == names


def test_an_agency_and_the_outlet_are_no_authors() -> None:
    made = settled(authors=["Reuters", "Ann Other", "Roe News"], publisher="Roe News")
    assert made.fields["authors"] == ["Ann Other"]
    assert made.fields["dateline"] == {"place": None, "agency": "Reuters", "text": None}
    assert made.evidence["authors"] == "input: Reuters; Ann Other; Roe News"


def test_whoever_is_credited_is_an_author_when_asked_for() -> None:
    given = ["Reuters", "Ann Other, dpa", "Roe News", "Newsroom", "Admin", "unknown", "https://roe.example/team", "7"]
    made = record(authors=given, publisher="Roe News")
    settle(made, with_organisations=True)
    assert made.fields["authors"] == ["Reuters", "Ann Other", "dpa", "Roe News", "Newsroom"]
    assert made.fields["dateline"]["agency"] == "Reuters"


def test_organisations_by_option(tmp_path: Path) -> None:
    names = ("Ann Other", "Roe News Staff", "admin")
    stated = json.dumps({"@type": "NewsArticle", "author": [{"@type": "Person", "name": name} for name in names]})
    said = f'<script type="application/ld+json">{stated}</script>'
    html = f"<html><head>{said}</head><body><article><h1>Ferry sails again</h1>{f'<p>{STORY}</p>' * 4}</article></html>"
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "page.html").write_text(html, encoding="utf-8")
    (tmp_path / "in" / "more.jsonl").write_text(json.dumps({"text": STORY, "author": "Roe News Staff"}) + "\n")
    for more, page, given in (
        ([], ["Ann Other"], []),
        (["--organisations"], ["Ann Other", "Roe News Staff"], ["Roe News Staff"]),
    ):
        assert tool("in", "out", "-q", *more, cwd=tmp_path).returncode == CLEAN
        rows = [
            json.loads(line)
            for file in sorted((tmp_path / "out" / "articles").glob("*"))
            for line in file.read_text(encoding="utf-8").split("\n")
            if line
        ]
        assert sorted(row["authors"] for row in rows) == sorted([page, given])


def test_titles_lose_outlet_tag_and_markup_where_something_proves_it() -> None:
    made = settled(title="Ferry sails &amp; sails again (VIDEO) | Roe News", publisher="Roe News")
    assert made.fields["title"] == "Ferry sails & sails again"
    assert made.fields["media"] == [{"kind": "video", "title": None}]
    assert made.evidence["title"].startswith("input: Ferry sails &amp; sails again")
    by_host = settled(title="Ferry sails again - Roe News", url="https://www.roenews.example/1")
    assert by_host.fields["title"] == "Ferry sails again"
    by_text = settled("Ferry sails again\n\n" + STORY, title="Ferry sails again | Harbour")
    assert by_text.fields["title"] == "Ferry sails again"
    unproved = settled(title="Ferry sails - again and again")
    assert unproved.fields["title"] == "Ferry sails - again and again"
    assert "title" not in unproved.evidence


@pytest.mark.parametrize(
    ("given", "tag"),
    [
        ("en_US.UTF-8", "en-US"), ("English", "en"), ("deu", "de"), ("zh-hans-cn", "zh-Hans-CN"), ("日本語", "ja"),
        ("PT_br", "pt-BR"), ("iw", "he"), ("nb", "nb"), ("Klingon", "Klingon"),
    ],
)  # fmt: skip
def test_languages_of_fields(given: str, tag: str) -> None:
    assert language_tag(given) == tag


def test_addresses_lose_what_tracks_readers_and_nothing_else() -> None:
    assert plain_address("HTTPS://Roe.Example/A?utm_source=x&id=3#top") == "https://roe.example/A?id=3"
    assert plain_address("https://roe.example/a?b=%20c&d") == "https://roe.example/a?b=%20c&d"
    assert plain_address("https://roe.example/#!/a/1") == "https://roe.example/#!/a/1"
    assert plain_address("roe.example/a#b") == "roe.example/a#b"
    assert plain_address("http://[roe") == "http://[roe"


def test_placeholders_are_no_values() -> None:
    made = settled(title="NULL", section="N/A", publisher="nan", authors=["None"])
    assert not {"title", "section", "publisher", "authors"} & made.fields.keys()
    assert made.evidence["section"] == "input: N/A"


def test_settled_fields_stay_as_they_are() -> None:
    made = settled(
        published="March 5, 2019",
        authors=["OTHER, Ann and Jo Roe"],
        language="German",
        url="http://roe.example/?utm_id=1",
    )
    again = settled(**made.fields)
    assert again.fields == made.fields
    assert not again.evidence


def test_what_the_record_of_a_page_said_gets_its_normal_form() -> None:
    made = record(published="March 5, 2019")
    made.evidence = {"published": "record"}
    settle(made)
    assert (made.fields["published"], made.evidence["published"]) == ("2019-03-05", "input: March 5, 2019")


def test_what_markup_said_is_not_touched() -> None:
    made = record(authors=["roe"], title="A | B")
    made.evidence = {"authors": "rel=author", "title": "h1"}
    settle(made)
    assert made.fields == {"authors": ["roe"], "title": "A | B"}


def names(made: Record, today: str = "", since: str = "", text: str | None = None) -> list[str]:
    desk = Desk(Options(today=today, sources=()))
    made.profile = Profile("coast", since=since) if since else None
    return [finding.name for finding in desk.clean(made).findings if finding.code == "META2"]


@pytest.mark.parametrize(
    ("made", "found"),
    [
        (record(f"5 March 2019\n{STORY}", published="2017-03-05"), ["published-differs"]),
        (record(f"5 March 2019\n{STORY}", published="2019-03-05T23:30:00-05:00"), []),
        (record(f"5 March 2019\n{STORY}", published="2019-03"), []),
        (record(f"By Ann Other\n{STORY}", authors=["Jo Roe"]), ["authors-differs"]),
        (record(f"By Ann Other\n{STORY}", authors=["A. Other"]), []),
        (record(f"Ferry sails again after the storm\n\n{STORY}", title="Bakery opens doors"), ["title-differs"]),
        (record(f"Ferry sails again after the storm\n\n{STORY}", title="Storm over"), []),
        (record(published="2019-03-05", updated="2019-03-01"), ["updated-before-published"]),
        (record(published="2019-03-05", url="https://roe.example/2017/03/05/ferry.html"), ["address-differs"]),
        (record(published="2019-03-05", url="https://roe.example/2019/03/04/ferry.html"), []),
        (record(published="1503-01-01"), ["date-before-outlet"]),
    ],
)
def test_conflicts_are_found(made: Record, found: list[str]) -> None:
    assert names(made) == found


def test_a_conflict_tells_where_the_text_says_otherwise() -> None:
    made = record(f"5 March 2019\n{STORY}", published="2017-03-05")
    cleaned = Desk(Options()).clean(made)
    finding = next(one for one in cleaned.findings if one.name == "published-differs")
    assert cleaned.original[finding.start : finding.end].strip() == "5 March 2019"
    assert cleaned.fields["published"] == "2017-03-05"


def test_the_future_is_what_lies_after_today_or_the_day_of_crawling() -> None:
    assert names(record(published="2019-03-05"), today="2019-03-01") == ["date-in-the-future"]
    assert names(record(published="2019-03-05"), today="2019-03-04") == []
    assert names(record(published="2019-03-05")) == []
    crawled = record(published="2019-03-05")
    crawled.crawled = "2019-02-01T10:00:00Z"
    assert names(crawled) == ["date-in-the-future"]


def test_nothing_was_published_before_the_outlet_began() -> None:
    assert names(record(published="1997-03-05"), since="1998-05-02") == ["date-before-outlet"]
    assert names(record(published="1998"), since="1998-05-02") == []


DUMP = [
    {
        "text": STORY * 3,
        "title": "Ferry sails",
        "date": "March 5, 2019",
        "author": "By Ann Other",
        "crawl_date": "2018-01-01",
    },
    {"text": "Die Fähre zur Insel fährt seit Montag wieder, teilte die Reederei in einer kurzen Erklärung mit. " * 3},
    {"text": "Паром на остров снова вышел в море в понедельник, сообщила компания. " * 4, "lang": "English"},
]


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, DUMP)), encoding="utf-8")
    return tmp_path


def rows(folder: Path, kind: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "out" / kind / "in.jsonl").read_bytes().splitlines()]


def test_evidence_and_findings_are_written(dump: Path) -> None:
    assert tool("in.jsonl", "out", "-q", cwd=dump).returncode == CLEAN
    first = rows(dump, "articles")[0]
    assert (first["published"], first["published_precision"], first["authors"]) == ("2019-03-05", "day", ["Ann Other"])
    evidence = {item["field"]: item["from"] for item in rows(dump, "edits")[0]["evidence"]}
    assert evidence == {"published": "input: March 5, 2019", "authors": "input: By Ann Other"}
    assert [row["name"] for row in rows(dump, "findings")] == ["date-in-the-future"]
    assert [row["language"] for row in rows(dump, "articles")] == [None, None, "en"]


def test_languages_are_detected_when_asked(dump: Path) -> None:
    pytest.importorskip("py3langid")
    assert tool("in.jsonl", "out", "-q", "--detect-language", cwd=dump).returncode == CLEAN
    assert [row["language"] for row in rows(dump, "articles")] == ["en", "de", "en"]
    assert {row["name"] for row in rows(dump, "findings")} == {"date-in-the-future", "language-differs"}
    evidence = rows(dump, "edits")[1]["evidence"]
    assert [item["field"] for item in evidence] == ["language"]
    assert evidence[0]["from"].startswith("detected: py3langid ")


def test_detection_changes_the_configuration_hash(dump: Path) -> None:
    pytest.importorskip("py3langid")
    seen = []
    for more in ((), ("--detect-language",)):
        assert tool("in.jsonl", "out", "-q", *more, cwd=dump).returncode == CLEAN
        seen.append(json.loads((dump / "out" / "manifest.json").read_bytes())["config"])
    assert seen[0] != seen[1]


WITHOUT = """
import importlib.metadata, sys
real = importlib.metadata.version
def version(name):
    if name == "py3langid":
        raise importlib.metadata.PackageNotFoundError(name)
    return real(name)
importlib.metadata.version = version
from cleaner.cli import cli
sys.argv = ["corpus-clean", "in.jsonl", "out", "--detect-language"]
cli()
"""
"""The command line where the extra is not installed."""


def test_detection_without_the_extra_is_a_usage_error(dump: Path) -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT], cwd=dump, env=ENVIRONMENT, capture_output=True, check=False)
    assert done.returncode == TROUBLE
    assert b"corpus-clean[language]" in done.stderr
