"""The head of an article: who wrote it and when, by what the page states and by what its readers see."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from cleaner import Cleaner
from cleaner.config import Options
from cleaner.document import Record
from cleaner.read import discover, read
from cleaner.read.context import Context
from cleaner.read.html import page
from cleaner.read.options import ReadOptions
from cleaner.run.desk import Desk

PROSE = "The ferry crossed the sound at noon and came back before the storm reached the outer islands. " * 4
BODY = f"<p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p>"


def ld(author: str) -> str:
    return (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Storm stops the ferry", '
        f'"datePublished": "2024-04-25", "author": {author}}}</script>'
    )


def article(head: str, above: str = "", meta: str = "", behind: str = "") -> str:
    return (
        f"<html><head>{meta}</head><body>{above}<article><h1>Storm stops the ferry</h1>{head}{BODY}{behind}</article>"
    )


DAY = "<meta property='article:published_time' content='2024-04-25'>"
TYPED = ld('{"@type": "Person", "name": "Lena Fry"}')
ARTICLE = "<meta property=og:type content=article>"
AUTHORS = {
    "a name beside the date": (
        article("<div><span>Lena Fry |</span> <span>25.04.2024</span></div>", meta=DAY),
        ["Lena Fry"],
    ),
    "a date with a short year": (article("<div class=line>Do 25.04.24 | 14:07 Uhr | Von Lena Fry</div>"), ["Lena Fry"]),
    "two linked authors": (
        article("<p><a rel=author href=/a>Lena Fry</a> <a rel=author href=/b>Paul Amsel</a></p>", meta=TYPED),
        ["Lena Fry", "Paul Amsel"],
    ),
    "two links in a line": (
        article("<p>Von <b><a href=/x>Lena Fry</a></b> und <b><a href=/y>Paul Amsel</a></b></p>"),
        ["Lena Fry", "Paul Amsel"],
    ),
    "a bold line with which the summary begins": (
        article(
            "<p><b>Lena Fry/Paul Amsel</b></p>",
            meta="<meta name=description content='Lena Fry/Paul Amsel The ferry crossed the sound'>",
        ),
        ["Lena Fry", "Paul Amsel"],
    ),
    "the headline is no h1": (
        "<title>Storm stops the ferry</title><div class=nav><p>Von Paul Amsel</p></div>"
        f"<h3>Storm stops the ferry</h3><p class=authorname>Lena Fry</p>{BODY}",
        ["Lena Fry"],
    ),
    "an aside that holds the head": (
        article("<aside class=meta><p class=authors>Von:<br><a href=/autor/1>Lena Fry</a></p></aside>"),
        ["Lena Fry"],
    ),
    "at the end": (
        article("", behind="<section class=credits>Text: <span class=author>Lena Fry</span></section>"),
        ["Lena Fry"],
    ),
    "one name in a line called authors at the end": (
        article("", behind="<p class=articleAuthors>Lena Fry</p>"),
        ["Lena Fry"],
    ),
    "several lines called author at the end": (
        article("", behind="<p class=author>Lena Fry</p><p class=author>Paul Amsel</p>"),
        None,
    ),
    "the tag of a service": (
        article(
            "", meta="""<meta name=parsely-page content='{"author": "Lena Fry", "pub_date": "2024-04-25"}'>""" + ARTICLE
        ),
        ["Lena Fry"],
    ),
    "several names in the tag of a service": (
        article("", meta="""<meta name=parsely-page content='{"authors": ["Lena Fry", "Paul Amsel"]}'>""" + ARTICLE),
        ["Lena Fry", "Paul Amsel"],
    ),
    "a broken tag of a service": (article("", meta="<meta name=parsely-page content='{author: [1]'>"), None),
    "a link to more": (article("<p class=author><a href=/author/7>See All Articles</a></p>"), None),
    "the author of a picture": (
        article("<div class=multimediaAuthorBox><p class=desc>Aurora Borealis</p></div>"),
        None,
    ),
    "the page names somebody its readers never see": (
        article("<p class=byline>By Lena Fry</p>", meta=ld('{"@type": "Person", "name": "Otto Admin-Konto"}')),
        ["Lena Fry"],
    ),
    "the full name stands in the byline": (
        article("<p class=byline>By Lena Fry</p>", meta=ld('{"@type": "Person", "name": "Lena"}')),
        ["Lena Fry"],
    ),
    "a mail address": (
        article("<p>Questions to Lena Fry.</p>", meta="<meta name=author content='l.fry@sound.example'>"),
        ["Lena Fry"],
    ),
    "microdata of several stories": (
        "<div itemscope><h1>Storm stops the ferry</h1><span itemprop=author>Lena Fry</span>"
        f"{BODY}</div><div itemscope><span itemprop=author>Paul Amsel</span></div>",
        ["Lena Fry"],
    ),
    "microdata of teasers below the article": (
        article(
            "<p><span itemprop=author>Lena Fry</span></p>", behind="<div><span itemprop=author>Paul Amsel</span></div>"
        ),
        ["Lena Fry"],
    ),
    "microdata of a picture": (
        article(
            "<figure><img><figcaption itemprop=author>Paul Amsel</figcaption></figure>",
            meta="<meta name=author content='Lena Fry'><meta property='og:type' content=article>",
        ),
        ["Lena Fry"],
    ),
    "microdata with two names": (
        article(
            "<p itemprop=author itemscope><span itemprop=name>Lena Fry</span><span itemprop=name>Paul Amsel, "
            "Reuters</span></p>"
        ),
        ["Lena Fry", "Paul Amsel"],
    ),
    "an aside that holds the address of the author": (
        article("<aside><address><a rel=author href=/a>Lena Fry</a></address></aside>"),
        ["Lena Fry"],
    ),
    "who drew the picture": (
        article(
            "<p class=byline>By <a href=/by/1>Lena Fry</a></p>"
            "<p class=byline>Illustration by <a href=/by/2>Paul Amsel</a></p>"
        ),
        ["Lena Fry"],
    ),
    "links beside the name": (
        article("<p class=author><a href=/author/7>Lena Fry</a> <a href=/author/7>See full bio</a></p>"),
        ["Lena Fry"],
    ),
    "a place that is a topic": (
        article(
            "<p class=byline>Lena Fry | Porto Velho | 25.04.2024</p>",
            meta="<meta name=keywords content='ferry,Porto Velho'>",
        ),
        ["Lena Fry"],
    ),
    "an entity in JSON-LD": (article("", meta=ld('{"@type": "Person", "name": "Zo&eacute; Amsel"}')), ["Zoé Amsel"]),
    "an agency, and another column at the end": (
        article("", meta=ld('{"@type": "Organization", "name": "Reuters"}'), behind="<p>By Paul Amsel</p>"),
        None,
    ),
    "a label of the date": (article("<p>First Posted: 25.04.2024</p>", meta=DAY), None),
    "the publisher is the author": (
        article("", meta=ld('{"@type": ["Person", "Organization"], "name": "Lena Fry"}')),
        ["Lena Fry"],
    ),
    "one word and a label beside the date": (article("<div>25.04.2024 13:30 von Lena</div>", meta=DAY), ["Lena"]),
    "a link to an author's page": (article("<p>Posted by <a href=/author/7>Lena</a> on Monday</p>"), ["Lena"]),
    "a link to an author's page in running text": (
        article(f"<p>{PROSE} <a href=/author/7>Paul Amsel</a> wrote of it.</p>"),
        None,
    ),
    "an account that names somebody on the page": (
        article("<p>Questions to Lena K. Fry.</p>", meta=ld('{"@type": "Person", "name": "lena.fry"}')),
        ["Lena K. Fry"],
    ),
    "one word whose full name stands on the page": (
        article("", behind="<p class=full-name>Lena Fry</p>", meta=ld('{"@type": "Person", "name": "Lena"}')),
        ["Lena Fry"],
    ),
    "one word that could be two people": (
        article("", behind="<p>Lena Fry</p><p>Lena Amsel</p>", meta=ld('{"@type": "Person", "name": "Lena"}')),
        ["Lena"],
    ),
    "a section beside the date": (article("<p><a href=/sound>Outer Islands</a> | 25.04.2024</p>", meta=DAY), None),
    "a tag beside the date": (
        article("<p>Outer Islands | 25.04.2024</p>", meta=DAY + "<meta name=keywords content='Outer Islands, ferry'>"),
        None,
    ),
    "a bold line that is no summary": (article("<p><b>Outer Islands</b></p>"), None),
    "an agency": (article("<p class=byline>Reuters</p>", meta=ld('{"@type": "Person", "name": "Reuters"}')), None),
    "a company": (article("", meta="<meta name=author content='Sound Media GmbH & Co. KG'>"), None),
    "a ministry": (article("", meta=ld('"Bundesministerium für Wirtschaft"')), None),
    "a login": (article("", meta=ld('{"@type": "Person", "name": "lfry"}')), None),
    "a summary that ends with by": (
        article("", meta="<meta name=description content='The ferry was stopped by Harbour Police'>"),
        None,
    ),
    "who opens a forum's page": (
        article("<p class=author>by <a class=username href=/u/5>seadog</a> » 25.04.2024</p>"),
        ["seadog"],
    ),
    "users of a forum": (
        article("<div class=username>seadog</div>" * 8 + "<div class=username>Lena Fry</div>"),
        None,
    ),
}


@pytest.mark.parametrize("name", AUTHORS)
def test_authors(name: str) -> None:
    html, authors = AUTHORS[name]
    assert page(html).fields.get("authors") == authors


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


def titled(h1: str, shared: str, address: str) -> str:
    told = '{"@type": "NewsArticle", "headline": "' + h1 + '"}'
    return (
        f"<link rel=canonical href='https://sound.example/{address}'><meta property='og:title' content='{shared}'>"
        f"<script type='application/ld+json'>{told}</script><h1>{h1}</h1>{BODY}"
    )


LONG_TITLE = "Storm stops the ferry between the outer islands, and nobody knows when the next one, the Borealis,"
LONG_LD = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{LONG_TITLE}"}}</script>'
TITLES = {
    "the heading is the logo": (
        f"<title>Storm stops the ferry | The Sound</title><h1><a href='/'>The Sound</a></h1>{BODY}",
        "Storm stops the ferry",
    ),
    "the heading links to the story": (
        f"<title>x</title><h1><a href='/2024/storm'>Storm stops the ferry</a></h1>{BODY}",
        "Storm stops the ferry",
    ),
    "a line above the headline": (
        f"<h1><span class=kicker>Shipping</span><span>Storm stops the ferry</span></h1>{BODY}"
        "<meta property='og:title' content='Storm stops the ferry'>",
        "Storm stops the ferry",
    ),
    "cut after some hundred characters": (
        f"<h1>Storm</h1>{BODY}{LONG_LD}<meta property='og:title' content='{LONG_TITLE} has left the quay'>",
        f"{LONG_TITLE} has left the quay",
    ),
    "the author behind the headline": (
        f"<h1>Storm</h1>{BODY}{LONG_LD}<meta property='og:title' content='{LONG_TITLE} * Lena Fry'>",
        LONG_TITLE,
    ),
    "the outlet's name in front": (
        "<title>항구일보 모바일 :: 폭풍이 여객선을 세웠다</title>"
        f"<meta property='og:site_name' content=항구일보>{BODY}",
        "폭풍이 여객선을 세웠다",
    ),
    "the day in brackets": (
        f"<title>嵐で船が止まった（2024年4月25日）｜港ニュース</title><h1>嵐で船が止まった</h1>{BODY}"
        "<meta property='og:title' content='嵐で船が止まった（2024年4月25日）｜港ニュース'>",
        "嵐で船が止まった",
    ),
    "breadcrumbs": (
        f"<title>Storm stops the ferry | Travel | Forum | sound.example</title>{BODY}",
        "Storm stops the ferry",
    ),
    "a quoted headline": (f"<h1>»Nobody crosses today«</h1>{BODY}", "»Nobody crosses today«"),
    "the site is called like the story": (
        f"<h1>Storm stops the ferry between the outer islands</h1>{BODY}"
        "<meta property='og:site_name' content='Storm stops the ferry between the outer islands'>",
        "Storm stops the ferry between the outer islands",
    ),
    "the heading names a part of the site": (
        f"<title>Storm stops the ferry</title><h1>Shipping Centre</h1>{BODY}",
        "Storm stops the ferry",
    ),
    "the title is short": (f"<title>News | Home</title><h1>Nobody crosses today</h1>{BODY}", "Nobody crosses today"),
    "escaped twice": (
        f"<meta property='og:title' content='&amp;#039;Nobody&amp;#039; crosses today'>{BODY}",
        "'Nobody' crosses today",
    ),
    "sections behind it": (
        f"<meta property='og:title' content='Nobody crosses the sound today | Harbours | The Isles'>{BODY}",
        "Nobody crosses the sound today",
    ),
    "an italic name": (f"<h1><em>Aurora</em>: stopped by the storm</h1>{BODY}", "Aurora: stopped by the storm"),
    "an entry of an encyclopaedia": (
        f"<h1>Outer Islands</h1>{BODY}<script type='application/ld+json'>"
        '{"@type": "Article", "name": "Outer Islands", "headline": "group of islands in the sound"}</script>',
        "Outer Islands",
    ),
    "kicker with another mark": (
        titled("Outer Islands - Storm stops the ferry", "Outer Islands: Storm stops the ferry", "a"),
        "Outer Islands - Storm stops the ferry",
    ),
    "made for search engines": (
        titled("Ferry news: Storm and timetable today", "Nobody crosses today", "ferry-news-storm-timetable"),
        "Nobody crosses today",
    ),
    "an outlet behind a dash": (
        f"<title>渡轮周一恢复通航 船主表示欢迎-海港网</title>{BODY}",
        "渡轮周一恢复通航 船主表示欢迎",
    ),
    "sections and an outlet behind underscores": (
        f"<title>渡轮周一起恢复通航_航运_海港新闻</title><h2>渡轮周一起恢复通航</h2>{BODY}",
        "渡轮周一起恢复通航",
    ),
    "a range": (f"<title>1-10月渡轮客流趋稳趋优</title>{BODY}", "1-10月渡轮客流趋稳趋优"),
    "a quotation mark that ends the attribute": (
        '<title>Sailors call it "the long night" at sea</title><meta property=og:title content="Sailors call it " the'
        f' long night" at sea"><h1>Sailors call it "the long night" at sea</h1>{BODY}',
        'Sailors call it "the long night" at sea',
    ),
    "made for sharing": (
        titled("Nobody crosses today", "Ferry news: Storm and timetable", "ferry-news-storm-timetable"),
        "Nobody crosses today",
    ),
}


@pytest.mark.parametrize("name", TITLES)
def test_titles(name: str) -> None:
    html, title = TITLES[name]
    assert page(html).fields.get("title") == title


PUBLISHERS = {
    "in the title, written as the host": (
        "<link rel=canonical href='https://www.dieelbinsel.example/a'><title>Storm - Die Elbinsel</title>",
        "Die Elbinsel",
    ),
    "a section in the title": (
        "<link rel=canonical href='https://www.dieelbinsel.example/a'><title>Storm stops the ferry - Shipping</title>",
        None,
    ),
    "stated": (
        "<link rel=canonical href='https://dieelbinsel.example/a'><title>Storm stops the ferry - Die Elbinsel</title>"
        "<meta property='og:site_name' content='Elbinsel'>",
        "Elbinsel",
    ),
}


@pytest.mark.parametrize("name", PUBLISHERS)
def test_publishers(name: str) -> None:
    meta, publisher = PUBLISHERS[name]
    assert page(article("", meta=meta)).fields.get("publisher") == publisher


SUMMARY = "Nobody will cross the sound before Monday, says the captain."
STANDFIRSTS = {
    "in a section": (f"<section class=lead>{SUMMARY}</section>", SUMMARY, SUMMARY),
    "in a paragraph": (f"<p>{SUMMARY}</p>", SUMMARY, SUMMARY),
    "the headline again": ("<p>Storm stops the ferry today</p>", "Storm stops the ferry today", None),
    "the whole article": ("", (PROSE * 3).strip(), None),
}


@pytest.mark.parametrize("name", STANDFIRSTS)
def test_standfirsts(name: str) -> None:
    shown, told, subtitle = STANDFIRSTS[name]
    meta = f"<meta property='og:title' content='Storm stops the ferry today'><meta name=description content='{told}'>"
    assert page(article(shown, meta=meta)).fields.get("subtitle") == subtitle


TRAIL = (
    '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": ['
    '{"position": 1, "item": {"@id": "https://s.example/", "name": "The Sound"}},'
    '{"position": 2, "name": "Harbours", "item": "https://s.example/harbours"},'
    '{"position": 3, "name": "Storm stops the ferry"}]}</script>'
)
SECTIONS = {
    "stated": (article("", meta="<meta property='article:section' content=Sea>" + TRAIL), "Sea"),
    "the template knows none": (
        article("", meta="<meta property='article:section' content=undefined><meta name=section content=Sea>"),
        "Sea",
    ),
    "in a list": (article("", meta=TRAIL, above="<title>Storm stops the ferry</title>"), "Harbours"),
    "in a line of links": (
        article(
            "", above="<nav class=breadcrumb><a href=/>Home</a> <a href=/sea>Sea</a> <a href=/sea/1>Ferries</a></nav>"
        ),
        "Ferries",
    ),
    "a menu": (
        article("", above=f"<nav class=breadcrumb>{'<a href=/x>Sea and more</a>' * 12}</nav>"),
        None,
    ),
    "none": (article(""), None),
}


@pytest.mark.parametrize("name", SECTIONS)
def test_sections(name: str) -> None:
    html, section = SECTIONS[name]
    assert page(html).fields.get("section") == section


AGENCIES = {
    "alone": ('{"@type": "Organization", "name": "Reuters"}', None, "Reuters"),
    "beside people": (
        '[{"@type": "Person", "name": "Lena Fry"}, {"@type": "Person", "name": "dpa"}]',
        ["Lena Fry"],
        "dpa",
    ),
    "in one string": ('"Lena Fry, dpa"', ["Lena Fry"], "dpa"),
    "none": ('{"@type": "Organization", "name": "The Sound"}', None, None),
}


@pytest.mark.parametrize("name", AGENCIES)
def test_an_agency_is_no_author_but_the_source(name: str) -> None:
    author, authors, agency = AGENCIES[name]
    fields = page(article("", meta=ld(author))).fields
    assert (fields.get("authors"), fields.get("syndicated_from")) == (authors, agency)


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


def test_a_body_that_only_the_data_hold() -> None:
    data = json.dumps({"page": {"id": 7, "html": f"<p>{PROSE}</p><p>{PROSE[:200]}</p>", "teaser": "The ferry"}})
    found = page(f"<title>Storm</title><div id=root></div><script type='application/json'>{data}</script>")
    assert found.text == f"{PROSE.strip()}\n\n{PROSE[:200].strip()}"
    assert found.evidence["text"] == "script"


def test_a_body_in_a_string_of_a_script() -> None:
    data = json.dumps(json.dumps({"html": f"<p>{PROSE}</p><p>{PROSE[:200]}</p>"}))
    found = page(f"<title>Storm</title><div id=root></div><script>self.push([1,{data}])</script>")
    assert found.text == f"{PROSE.strip()}\n\n{PROSE[:200].strip()}"


def test_data_do_not_replace_a_body() -> None:
    data = json.dumps({"html": "<p>Another story.</p>" * 50})
    assert "Another" not in page(article("", behind=f"<script type='application/json'>{data}</script>")).text


DIFFERENT = [
    ("title", "Ferry sinks", ["title-differs"]),
    ("title", "Storm stops the ferry | The Sound", []),
    ("published", "2024-05-01", ["published-differs"]),
    ("published", "26 April 2024", []),
    ("authors", ["Paul Amsel"], ["authors-differs"]),
    ("authors", "L. Amsel and Lena Fry", []),
    ("language", "de", ["language-differs"]),
    ("url", "https://other.example/1", ["url-differs"]),
]


@pytest.mark.parametrize(("name", "value", "findings"), DIFFERENT)
def test_a_record_that_contradicts_its_page(name: str, value: object, findings: list[str]) -> None:
    meta = TYPED + "<link rel=canonical href='https://sound.example/1'>"
    html = article("", meta=meta).replace("<html", "<html lang=en")
    record = Context.of("x.jsonl", ReadOptions()).record({"html": html, name: value}, 1, "")
    assert [finding.name for finding in record.findings] == findings
    assert record.evidence[name] == "record"


def test_a_page_that_names_its_authors_gets_no_more_from_its_text() -> None:
    text = f"{PROSE}\n\nBy Paul Amsel"
    assert Cleaner().clean(text, kind="page", fields={"authors": ["Lena Fry"]}).fields["authors"] == ["Lena Fry"]
    assert Cleaner().clean(text, kind="page").fields["authors"] == ["Paul Amsel"]
