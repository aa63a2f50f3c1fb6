"""Who wrote an article, by what its page states and by what its readers see."""

from __future__ import annotations

import pytest
from newspage import ARTICLE, BODY, DAY, PROSE, TYPED, article, ld

from cleaner import Cleaner
from cleaner.read.html import page

OWN = "<link rel=canonical href='https://lenafry.example/storm'>"
AUTHORS = {
    "the site is called after the author": (
        article("<p class=byline>By <a rel=author href=/about>Lena Fry</a></p>", meta=OWN),
        ["Lena Fry"],
    ),
    "the site is called after the author, says JSON-LD": (
        article("", meta=OWN + ld('{"@type": "Person", "name": "Lena Fry", "jobTitle": "Captain"}')),
        ["Lena Fry"],
    ),
    "JSON-LD on a page of news says nothing but the name": (
        article("", meta=OWN + ld('{"@type": "Person", "name": "Lena Fry"}')),
        None,
    ),
    "the outlet, whose words are no names": (
        article(
            "<p class=byline>By <a rel=author href=/about>Island Ferry</a></p>",
            meta=OWN.replace("lenafry", "islandferry"),
        ),
        None,
    ),
    "what somebody is on a line of its own": (
        article("<p class=byline>By<br>Lena Fry<br>Senior Sound and Weather Reporter</p>"),
        ["Lena Fry"],
    ),
    "what somebody is in the link": (
        article("<p><a href=/author/fry><b>Lena Fry</b><i>Marketing Coordinator</i></a></p>"),
        ["Lena Fry"],
    ),
    "a name in two parts": (
        article("<p><a rel=author href=/fry><b>Lena</b> <b>Fry</b></a></p>"),
        ["Lena Fry"],
    ),
    "links to the authors of other stories": (
        article(
            "<p><a href=/author/fry>Lena Fry</a></p>" + f"<p>{PROSE[:180]}<a href=/author/amsel>Paul Amsel</a></p>"
        ),
        ["Lena Fry"],
    ),
    "the microdata of another story": (
        article("", behind="<div itemscope><h3>Gulls</h3><span itemprop=author>Paul Amsel</span></div>"),
        None,
    ),
    "the microdata of another story in its link": (
        article("", behind="<a href=/gulls><h3>Gulls</h3><span itemprop=author>Paul Amsel</span></a>"),
        None,
    ),
    "a note at the end that begins with the name twice": (
        article("", behind=f"<div class=author-box><p>Lena Fry</p><p>Lena Fry writes about ferries. {PROSE}</p></div>"),
        ["Lena Fry"],
    ),
    "a byline of which the next line holds more": (
        article(
            "<div class=byline>Written by<span>Lena Fry</span>,<p class=author>Lena Fry, Paul Amsel</p></div>",
            meta=ld('{"name": "Lena Fry"}'),
        ),
        ["Lena Fry", "Paul Amsel"],
    ),
    "Md in front of a name": (article("<p class=byline>By Md Karim Uddin</p>"), ["Md Karim Uddin"]),
    "a degree behind a name": (article("<p class=byline>By Lena Fry, MD</p>"), ["Lena Fry"]),
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
    "a company by shares": (article("<p class=author>SOUND.PL S.A.</p>"), None),
    "initials like a company's": (article("<p class=author>Lena S.A. Fry</p>"), ["Lena S.A. Fry"]),
    "a paper in front of the reporter": (article("<p class=byline>海島時報╱記者王小明</p>"), ["王小明"]),
    "an agency behind the name": (article("<p class=byline>By LENA FRY AP</p>"), ["LENA FRY"]),
    "what a reader says": (article("<p class=author>以前怕坐船，太挤了。现在好了，真的</p>"), None),
    "the labels of a form": (article("<p class=author>点击登录 / 昵称</p>"), None),
    "who can be asked": (article("<p class=author>Contact Lena Fry</p>"), ["Lena Fry"]),
    "an outlet on the net": (article("<p class=author>海岛网</p>"), None),
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
    "the outlet and a place on a card": (
        article(
            "<p class='vcard author'>Por <b class=fn>sound.com</b><i class=adr><i class=locality>Porto Velho</i></i>"
        ),
        None,
    ),
    "what somebody is, as the markup says": (
        article("<div class=byline><p>By Lena Fry</p><p class=author-role>Harbour Guide</p></div>"),
        ["Lena Fry"],
    ),
    "the name on a card": (
        article(
            "<div class=tools>Size <a href=/author/7>Email This</a><p class=vcard><b class=fn>Lena Fry</b></p></div>"
        ),
        ["Lena Fry"],
    ),
    "a place of two words beside the date": (article("<p>Cape Town | 25.04.2024</p>", meta=DAY), None),
    "a label of a link": (article("<p><a href=/author/7>View Author Page</a></p>"), None),
    "a link to the author above the headline": (
        article("", above="<ul><li><a href=/author/7>Lena Fry</a></li><li>Sound</li><li>Sea</li><li>Isles</li></ul>"),
        ["Lena Fry"],
    ),
    "the only link to an author, at the side, who signs": (
        article("", above="<div class=sidebar><a rel=author href=/7>Lena Fry</a></div>", behind="<p><i>Lena Fry</i>"),
        ["Lena Fry"],
    ),
    "the only link to an author, at the side": (
        article("", above="<div class=sidebar><a rel=author href=/7>Lena Fry</a></div>"),
        None,
    ),
    "two links to authors at the side": (
        article(
            "", behind="<div><a rel=author href=/7>Lena Fry</a><p>Seas</p><a rel=author href=/8>Paul Amsel</a></div>"
        ),
        None,
    ),
    "a signature on the right": (article("", behind="<p style='text-align: right'><b>Lena Fry</b></p>"), ["Lena Fry"]),
    "a quotation's source on the right": (
        article(f"<p style='text-align: right'>Lena Fry</p><p>{PROSE}</p>"),
        None,
    ),
    "a paper that somebody else wrote": (article("", behind='<p><a href=/paper>"The sound"</a> by Lena Fry</p>'), None),
    "users of a forum": (
        article("<div class=username>seadog</div>" * 8 + "<div class=username>Lena Fry</div>"),
        None,
    ),
}


@pytest.mark.parametrize("name", AUTHORS)
def test_authors(name: str) -> None:
    html, authors = AUTHORS[name]
    assert page(html).fields.get("authors") == authors


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


def test_a_page_that_names_its_authors_gets_no_more_from_its_text() -> None:
    text = f"{PROSE}\n\nBy Paul Amsel"
    assert Cleaner().clean(text, kind="page", fields={"authors": ["Lena Fry"]}).fields["authors"] == ["Lena Fry"]
    assert Cleaner().clean(text, kind="page").fields["authors"] == ["Paul Amsel"]


CREDITED = {
    "an agency beside a person": (TYPED.replace("Lena Fry", "Lena Fry, dpa"), ["Lena Fry"], ["Lena Fry", "dpa"]),
    "an outlet": (ld('{"@type": "Organization", "name": "Sound Post"}'), None, ["Sound Post"]),
    "a desk called a person": (ld('{"@type": "Person", "name": "Sound Post Staff"}'), None, ["Sound Post Staff"]),
    "an account and an address": (ld('["admin", "https://soundpost.example/team", "{}"]'), None, None),
    "people alone": (TYPED, ["Lena Fry"], ["Lena Fry"]),
    "in microdata": ("<i itemscope><b itemprop=author>Sound Post</b></i>", None, ["Sound Post"]),
}


@pytest.mark.parametrize("head", CREDITED)
def test_organisations_are_authors_only_when_asked_for(head: str) -> None:
    html, persons, credited = CREDITED[head]
    html = article(html, meta="<meta property=og:site_name content='Sound Post'>")
    assert page(html).fields.get("authors") == persons
    assert page(html, with_organisations=True).fields.get("authors") == credited


def test_the_signature_is_no_text() -> None:
    found = page(article("", behind="<p align=right>Lena Fry</p>"))
    assert found.fields["authors"] == ["Lena Fry"]
    assert "Fry" not in found.text
