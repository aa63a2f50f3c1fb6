"""News in XML: feeds, NITF, NewsML-G2, and anything with one element a record."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from reading import put, records


def test_rss(tmp_path: Path) -> None:
    feed = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Harbour News</title><language>en</language>
<item><title>Wharf &amp; pier</title><link>https://example.org/1</link><guid>g1</guid><dc:creator>Ana Ruiz</dc:creator>
<pubDate>Mon, 02 Mar 2020 07:00:00 GMT</pubDate><category>Ports</category><category>Trade</category>
<description>Teaser&nbsp;here.</description><content:encoded><![CDATA[<p>The wharf reopened.</p>]]></content:encoded>
<media:content url="p.jpg"><media:description>The wharf</media:description>
<media:credit>Bo Li</media:credit></media:content>
</item></channel></rss>"""
    (made,) = records(put(tmp_path / "a.xml", feed))
    assert (made.id, made.text, made.kind, made.line) == ("g1", "<p>The wharf reopened.</p>", "html", 4)
    assert made.fields == {
        "title": "Wharf & pier", "subtitle": "Teaser\xa0here.", "authors": ["Ana Ruiz"], "language": "en",
        "published": "Mon, 02 Mar 2020 07:00:00 GMT", "url": "https://example.org/1", "section": "Ports, Trade",
        "publisher": "Harbour News", "images": [{"caption": "The wharf", "credit": "Bo Li"}],
    }  # fmt: skip


def test_atom(tmp_path: Path) -> None:
    feed = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour News</title>
<entry><id>urn:1</id><title>Wharf</title><author><name>Ana Ruiz</name></author><published>2020-03-02</published>
<updated>2020-03-03</updated><link rel="self" href="no"/><link href="https://example.org/1"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>One <b>bold</b> word.</p><p>Two.</p></div></content></entry></feed>"""
    (made,) = records(put(tmp_path / "a.xml.gz", gzip.compress(feed.encode())))
    assert made.text == "One bold word.\n\nTwo." and made.id == "urn:1"
    assert made.fields == {
        "title": "Wharf", "authors": ["Ana Ruiz"], "published": "2020-03-02", "updated": "2020-03-03",
        "url": "https://example.org/1", "publisher": "Harbour News",
    }  # fmt: skip


def test_nitf(tmp_path: Path) -> None:
    text = """<?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf><head><title>slug</title><docdata><doc-id id-string="n1"/><date.issue norm="20200302"/>
<doc.copyright holder="Harbour News" year="2020"/></docdata></head><body><body.head><hedline><hl1>Wharf reopens</hl1>
<hl2>Two years late</hl2></hedline><byline>By <person>Zoë Ård</person></byline>
<dateline><location>ARVO</location></dateline>
</body.head><body.content><block><p>The wharf\nreopened.</p>
<media media-type="image"><media-caption>The wharf</media-caption>
<media-producer>Bo Li</media-producer></media><p>Ships came.</p></block></body.content></body></nitf>"""
    (made,) = records(put(tmp_path / "a.xml", text.encode("latin-1")))
    assert made.text == "The wharf reopened.\n\nShips came." and made.id == "n1"
    assert made.fields == {
        "title": "Wharf reopens", "subtitle": "Two years late", "authors": ["Zoë Ård"], "published": "20200302",
        "dateline": {"place": None, "agency": None, "text": "ARVO"}, "rights": "© 2020 Harbour News",
        "images": [{"caption": "The wharf", "credit": "Bo Li"}],
    }  # fmt: skip


def test_newsml_g2(tmp_path: Path) -> None:
    item = """<newsItem guid="urn:{0}" xml:lang="en"><rightsInfo><copyrightNotice>© H</copyrightNotice></rightsInfo>
<itemMeta><provider><name>Newswire</name></provider><versionCreated>2020-03-02</versionCreated></itemMeta>
<contentMeta><by>Ana Ruiz</by><headline>Wharf {0}</headline><dateline>ARVO -</dateline></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><header><h1>x</h1></header>
<article><p>Ships {0}.</p><p>More.</p></article></body></html></inlineXML></contentSet></newsItem>"""
    message = '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{}</itemSet></newsMessage>'
    made = records(put(tmp_path / "a.xml", message.format(item.format(1) + item.format(2))))
    assert [(one.id, one.text) for one in made] == [("urn:1", "Ships 1.\n\nMore."), ("urn:2", "Ships 2.\n\nMore.")]
    assert made[0].fields == {
        "title": "Wharf 1", "authors": ["Ana Ruiz"], "published": "2020-03-02", "language": "en",
        "publisher": "Newswire", "rights": "© H", "dateline": {"place": None, "agency": None, "text": "ARVO -"},
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "<articles><article id='1'><headline>T</headline><body><p>One.</p><p>Two.</p></body></article></articles>",
        "<article id='1'><headline>T</headline><body><p>One.</p><p>Two.</p><item>x</item></body></article>",
        "<corpus><doc><id>1</id><title>T</title><text>One.\n\nTwo.</text></doc></corpus>",
    ],
)
def test_other_xml(text: str, tmp_path: Path) -> None:
    (made,) = records(put(tmp_path / "a.xml", text))
    assert made.text.startswith("One.\n\nTwo.") and made.id == "1" and made.fields == {"title": "T"}


def test_many_items_in_little_memory(tmp_path: Path) -> None:
    item = "<item><guid>{}</guid><description>{}</description></item>\n"
    path = put(
        tmp_path / "a.xml",
        "<rss><channel>\n" + "".join(item.format(n, "prose " * 500) for n in range(2000)) + "</channel></rss>",
    )
    assert [(one.id, one.line) for one in records(path)] == [(str(n), n + 2) for n in range(2000)]


def test_what_stands_around_the_one_article_of_a_document(tmp_path: Path) -> None:
    text = """<document id="7">
    <url>
        https://example.org/wharf
    </url>
    <source-name>Harbour &amp; News</source-name>
    <article>
        <article-title>Wharf reopens</article-title>
        <article-time>2020-03-02</article-time>
        <article-text>The wharf reopened.</article-text>
    </article>
</document>"""
    (made,) = records(put(tmp_path / "a.xml", text))
    assert made.text == "The wharf reopened."
    assert made.fields == {
        "title": "Wharf reopens", "published": "2020-03-02", "url": "https://example.org/wharf",
        "publisher": "Harbour & News",
    }  # fmt: skip
    one = text[text.index("    <article>") : text.index("</document>")]
    (made, _) = records(put(tmp_path / "b.xml", text.replace(one, one + one)))
    assert "url" not in made.fields


def test_lines_that_a_formatter_of_xml_broke_keep_their_columns(tmp_path: Path) -> None:
    text = """<doc>
  <title>Wharf</title>
  <story>The wharf that was closed for a year
    reopened.
    Ships came.
  </story>
</doc>"""
    (made,) = records(put(tmp_path / "a.xml", text))
    assert made.text == "         The wharf that was closed for a year\n    reopened.\n    Ships came."
