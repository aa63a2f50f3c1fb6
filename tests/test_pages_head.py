"""Title, section and body of a page, and records that contradict it."""

from __future__ import annotations

import json

import pytest
from newspage import BODY, PROSE, TYPED, article

from cleaner.read.context import Context
from cleaner.read.html import page
from cleaner.read.options import ReadOptions


def titled(h1: str, shared: str, address: str) -> str:
    told = '{"@type": "NewsArticle", "headline": "' + h1 + '"}'
    return (
        f"<link rel=canonical href='https://sound.example/{address}'><meta property='og:title' content='{shared}'>"
        f"<script type='application/ld+json'>{told}</script><h1>{h1}</h1>{BODY}"
    )


LONG_TITLE = "Storm stops the ferry between the outer islands, and nobody knows when the next one, the Borealis,"
LONG_LD = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{LONG_TITLE}"}}</script>'
SHARED = "<meta property='og:title' content='Storm: what ferry travellers should know now'>"
TITLES = {
    "another wording for sharing, and no JSON-LD": (
        f"<h1>Storm stops the ferry</h1>{BODY}{SHARED}",
        "Storm stops the ferry",
    ),
    "another wording for sharing, and a heading in capitals": (
        f"<h1>STORM STOPS THE FERRY</h1>{BODY}{SHARED}",
        "Storm: what ferry travellers should know now",
    ),
    "another wording for sharing, and two headings": (
        f"<h1>Storm stops the ferry</h1>{BODY}<h1>More about the storm</h1>{SHARED}",
        "Storm: what ferry travellers should know now",
    ),
    "a thing after which the site is called": (
        f"<title>Borealis 3: now in colour</title>{BODY}<meta property='og:site_name' content=Borealis>",
        "Borealis 3: now in colour",
    ),
    "an entity that is left in the heading": (f"<h1>Storm &amp;amp; ferry</h1>{BODY}", "Storm & ferry"),
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
