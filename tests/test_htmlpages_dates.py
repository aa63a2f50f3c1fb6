"""When an article was published, by what its page states and by what its readers see."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from newspage import DAY, article, ld

from cleaner.config import Options
from cleaner.read import discover, read
from cleaner.read.context import Context
from cleaner.read.html import page
from cleaner.read.options import ReadOptions
from cleaner.record import Record
from cleaner.run.desk import Desk

DATES = {
    "a neighbour's": (article("", above="<aside><time datetime=2023-01-02>x</time></aside>"), None),
    "a short year": (article("<div>Do 25.04.24 | 14:07 Uhr</div>"), "2024-04-25T14:07"),
    "the day on which the page was built": (
        article("<div class=date>25.04.2024</div>", meta="<meta name=date content=2024-05-02>"),
        "2024-04-25",
    ),
    "nothing but the day on which the page was built": (
        article("", meta="<meta name=date content=2024-05-02>"),
        "2024-05-02",
    ),
    "two statements and what readers see": (
        article("<time>25 April 2024</time>", meta=DAY + ld('""').replace("2024-04-25", "2021-12-06")),
        "2024-04-25",
    ),
    "stated, but readers see one a few days later": (
        article("<div class=date>29.04.2024, 7:30</div>", meta=DAY),
        "2024-04-29T07:30",
    ),
    "stated, and readers see an update": (article("<p>Story updated on 29 April 2024</p>", meta=DAY), "2024-04-25"),
    "stated, and readers see one long before, alone": (
        article("<div class=date>2 March 2021</div>", meta=DAY),
        "2021-03-02",
    ),
    "stated, and readers see one long before, with other words": (
        article("<p>First shown on 2 March 2021 in Porto</p>", meta=DAY),
        "2024-04-25",
    ),
    "stated, and a table of facts holds one long before": (
        article("<table><tr><td>Launched</td><td>2 March 2021</td></tr></table>", meta=DAY),
        "2024-04-25",
    ),
    "beside the article, in it": (
        article("<aside><time datetime=2024-04-25>25 April</time></aside>"),
        "2024-04-25",
    ),
    "stated, and readers see one long after": (article("<time>29 May 2024</time>", meta=DAY), "2024-04-25"),
    "stated in UTC, and readers see the next day": (
        article("<time>26 April 2024</time>", meta=DAY.replace("04-25", "04-25T22:10:00Z")),
        "2024-04-25T22:10:00Z",
    ),
    "a later day under a name of another house, on which the text was changed": (
        article(
            "<time>29 May 2024</time>",
            meta=DAY
            + "<meta property='article:modified_time' content=2024-05-29><meta name=sailthru.date content=2024-05-29>",
        ),
        "2024-04-25",
    ),
    "stated as seconds": (
        article("", meta=ld('""').replace('"2024-04-25"', "1714039200")),
        "2024-04-25T10:00:00Z",
    ),
    "stated as a log has it": (
        article("", meta=DAY.replace("2024-04-25", "Thu Apr 25 12:00:00 EDT 2024")),
        "2024-04-25T12:00:00-04:00",
    ),
    "ten digits that are no date": (article("<p class=date>1714039200</p>"), None),
    "a line called navigation and head": (
        article("<ul class='nav meta'><li><a href=/time/1>25 Apr 2024 18:29</a></ul>"),
        "2024-04-25T18:29",
    ),
    "in a line that names the author": (
        article("<div class=author>Written by Lena Fry in Ferries on 25 April 2024 at 08:34 PM EDT. 51 Comments</div>"),
        "2024-04-25T20:34-04:00",
    ),
    "a number in the address behind year and month": (
        article("", meta="<link rel=canonical href='https://s.example/2024/04/251618-ferry'>"),
        None,
    ),
    "an update above the date": (
        article("<span class=date>| 25 April 2024</span><p><i>Story updated on 29 April 2024.</i></p>"),
        "2024-04-25",
    ),
    "in the address": (
        article("", meta="<link rel=canonical href='https://s.example/a/A2024042512345678'>"),
        "2024-04-25",
    ),
    "in the address, day first": (
        article("", meta="<link rel=canonical href='https://s.example/n/25-04-2024'>"),
        "2024-04-25",
    ),
    "in the address, day or month first": (
        article("", meta="<link rel=canonical href='https://s.example/n/05-04-2024'>"),
        None,
    ),
    "at the head of the first paragraph": (
        article("<p>Von Lena Fry</p><p>25.4.2024 - The ferry stayed.</p>"),
        "2024-04-25",
    ),
    "an update is no publication": (article("<p>Updated on 25 April 2024</p>"), None),
    "a labelled date in a box": (
        article("", behind="<p class=teaser__meta><span>Erschienen am</span> <time>25. April 2024</time></p>"),
        "2024-04-25",
    ),
    "a labelled date of another story": (
        article(
            "", behind="<div class=teaser><h3>x</h3><p><span>Erschienen am</span> <time>25. April 2024</time></p></div>"
        ),
        None,
    ),
    "a version": (article("<div>Update 10.04.24.1 is out</div>"), None),
}


@pytest.mark.parametrize("name", DATES)
def test_dates(name: str) -> None:
    html, published = DATES[name]
    assert page(html).fields.get("published") == published


FINDINGS = {
    "one day": (DAY, []),
    "readers see another day": (DAY + "<div class=date>26.04.2024</div>", ["dates-differ"]),
    "older than the outlet": (
        ld('""').replace(
            '"author"', '"publisher": {"@type": "Organization", "name": "S", "foundingDate": "2025"}, "author"'
        ),
        ["date-before-outlet"],
    ),
}


@pytest.mark.parametrize("name", FINDINGS)
def test_dates_that_cannot_be(name: str) -> None:
    meta, findings = FINDINGS[name]
    assert [finding.name for finding in page(article("", meta=meta)).findings] == findings


def names(made: object) -> list[str]:
    assert isinstance(made, Record)
    return [finding.name for finding in Desk(Options()).clean(made).findings]


@pytest.mark.parametrize(
    ("crawled", "findings"),
    [("20 April 2024", ["date-in-the-future"]), ("2024-04-24T23:00:00Z", []), ("", [])],
)
def test_the_crawl_of_a_record_is_one_of_its_fields(crawled: str, findings: list[str]) -> None:
    given = {"html": article("", meta=DAY), "crawled": crawled}
    assert names(Context.of("x.jsonl", ReadOptions()).record(given, 1, "")) == findings


def test_a_page_updated_before_it_was_published() -> None:
    later = DAY + "<meta property='article:modified_time' content='2019-01-01T10:00:00Z'>"
    made = Context.of("x.jsonl", ReadOptions()).record({"html": article("", meta=later)}, 1, "")
    assert names(made) == ["updated-before-published"]


def test_the_crawl_of_an_archived_page_is_its_warc_date(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with (tmp_path / "a.warc").open("wb") as file:
        writer = WARCWriter(file, gzip=False)
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        for day in ("2024-04-20", "2024-04-26"):
            body, dated = io.BytesIO(article("", meta=DAY).encode()), {"WARC-Date": f"{day}T08:00:00Z"}
            url = "https://sound.example/1"
            writer.write_record(
                writer.create_warc_record(url, "response", body, http_headers=head, warc_headers_dict=dated)
            )
    made = list(read(discover(tmp_path / "a.warc")[0]))
    assert list(map(names, made)) == [["date-in-the-future"], []]


ORDERS = {
    "nothing settles it": ("", "", None, ["date-ambiguous"]),
    "another date on the page": ("", "<p>Timetable of 27/04/2024</p>", "2024-05-04", []),
    "the language": (" lang=en-US", "", "2024-04-05", []),
    "a language that has both": (" lang=en", "", None, ["date-ambiguous"]),
}


@pytest.mark.parametrize("name", ORDERS)
def test_day_and_month(name: str) -> None:
    attribute, behind, published, findings = ORDERS[name]
    found = page(article("<div class=date>04/05/2024</div>", behind=behind).replace("<html", f"<html{attribute}"))
    assert found.fields.get("published") == published
    assert [finding.name for finding in found.findings] == findings


def test_a_zero_of_the_clock_is_no_date() -> None:
    assert "published" not in page(article("", meta=DAY.replace("2024-04-25", "1970-01-01T00:00:00Z"))).fields
