"""Whole pages: the article's text, its metadata, and that nothing hostile stops the reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner.engine import Cleaner
from cleaner.htmlpages import tree
from cleaner.htmlpages.blocks import join
from cleaner.htmlpages.chrome import named, prune, silence
from cleaner.htmlpages.container import own_blocks
from cleaner.htmlpages.media import loose_captions, take_figures
from cleaner.htmlpages.merge import Held, merge
from cleaner.htmlpages.related import take_related
from cleaner.read.html import page

PROSE = "The ferry crossed the sound at noon and came back before the storm reached the outer islands."
PAGES = sorted((Path(__file__).parent.parent / "fixtures" / "pages").glob("*.html"))


def expected(path: Path) -> dict:
    return json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_text_of_a_page(path: Path) -> None:
    assert page(path.read_bytes()).text == expected(path)["text"]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_fields_of_a_page(path: Path) -> None:
    found = page(path.read_bytes())
    wanted = expected(path)["fields"]
    assert {name: found.fields.get(name) for name in wanted} == wanted
    assert set(found.fields) | {"text"} == set(found.evidence)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_own_reading_loses_no_paragraph(path: Path) -> None:
    root = tree.parse(path.read_bytes())
    silence(root)
    take_figures(root, loose_captions(root))
    prune(root)
    take_related(root, "")
    text = join(merge(Held([]), own_blocks(root))[0])
    long = [block for block in expected(path)["text"].split("\n\n") if len(block.encode()) > 150]
    assert [block for block in long if block not in text] == []


def test_characters_and_bytes_give_the_same() -> None:
    raw = PAGES[0].read_bytes()
    assert page(raw) == page(raw.decode("utf-8"))


def test_address_from_outside_completes_links() -> None:
    prose = "The path leads over the hill. " * 9
    html = f"<article><h1>A long walk</h1><p>{prose}<a href='/map'>a map of it</a></p></article>"
    found = page(html, "https://walks.example/a/b")
    assert found.fields["url"] == "https://walks.example/a/b"
    assert found.fields["links"] == [{"text": "a map of it", "target": "https://walks.example/map", "valid": True}]


@pytest.mark.parametrize("empty", ["", " \n", b"", "<html></html>", "<!-- nothing -->", b"\x00\x00\x00"])
def test_nothing_gives_nothing(empty: str | bytes) -> None:
    assert page(empty).text == ""


@pytest.mark.parametrize(
    "drawing",
    [
        "<svg class='a'><path d='M0 0'/><text>arrow</text></svg>",
        "<svg><g><svg viewBox='0 0 1 1'><title>arrow</title></svg></g></svg>",
        "<svg class='a'/>",
        "<svg class='a'></svg>",
    ],
)
def test_a_drawing_is_no_text_and_takes_none_with_it(drawing: str) -> None:
    body = "".join(
        f"<p>{drawing}Nobody in the harbour had seen the ferry {n} leave that night.{drawing}</p>" for n in "abc"
    )
    root = tree.parse(f"<html><body><article>{body}</article><p>The end</p></body></html>")
    silence(root)
    assert root.text_content().count("leave that night.") == 3
    assert "arrow" not in root.text_content()
    assert root.text_content().endswith("The end")


@pytest.mark.parametrize(
    ("name", "level"),
    [("login-popup", 2), ("popup", 1), ("mensajeSuscripcion", 2), ("leia-tambem", 2), ("article-body popup login", -1)],
)
def test_what_markup_calls_chrome(name: str, level: int) -> None:
    assert named(name) == level


LD = "<script type='application/ld+json'>"
HOSTILE = {
    "deep": "<div>" * 20_000 + "The end of a very long corridor." + "</div>" * 20_000,
    "deep inline": "<p>" + "<b>" * 20_000 + "bold" + "</b>" * 20_000,
    "many": "<p>x</p>" * 60_000,
    "unclosed": "<html><body><article><h1>Title<p>" + "Sentence after sentence. " * 30,
    "attributes": "<div " + " ".join(f"a{n}='v'" for n in range(5_000)) + "><p>Text</p></div>",
    "class": f"<div class='{'related-' * 20_000}'><p>Text</p></div>",
    "entities": "<p>" + "&amp;" * 50_000 + "&#xD800;&#0;&bogus;</p>",
    "broken json": LD + '{"@type": [[[[[</script><p>Text</p>',
    "deep json": LD + "[" * 100_000 + "]" * 100_000 + "</script><p>Text</p>",
    "scripts": "<script>" * 20_000 + "-->" + "</script><p>Text</p>",
    "drawings": "<svg>" * 20_000 + "</svg><p>Text</p>",
    "many dates": "<h1>Text</h1>" + "<p>1.1.2020 by A. B</p>" * 20_000,
    "many authors": LD
    + json.dumps({"@type": "Article", "headline": "x", "author": [f"a.b{n}" for n in range(20_000)]})
    + "</script><p>Text</p>",
    "many links": "<h1>Text</h1>" + "".join(f"<a rel=author href=/author/{n}>A B{n}</a>" for n in range(5_000)),
    "quotes": "<script>" + '"' * 200_000 + "\\" * 200_000 + "</script><p>Text</p>",
    "odd json": LD + '[{"@type": 5, "author": {"name": [1, {}]}, "headline": {}}]</script><p>Text</p>',
    "bad address": "<link rel=canonical href='http://[::1'><p><a href='http://[x'>A link with words in it</a></p>",
    "xml": "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE html [<!ENTITY a 'aa'>]><html><p>&a;</p></html>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_is_read_as_far_as_it_goes(name: str) -> None:
    found = page(HOSTILE[name])
    assert isinstance(found.text, str)
    assert isinstance(page(HOSTILE[name].encode() + b"\xff\xfe\x80").text, str)
    json.dumps(found.fields)


def test_tags_that_a_page_shows_its_readers_stay_in_every_round() -> None:
    shown = "Put a <div> around the picture, and an <img> into it, and all will be well in the end."
    text = f"LONDON (Reuters) - {PROSE}\n\n{shown}"
    found = Cleaner().clean(text, kind="page")
    assert found.text == f"{PROSE}\n\n{shown}"
    assert "<div>" not in Cleaner().clean(text).text
