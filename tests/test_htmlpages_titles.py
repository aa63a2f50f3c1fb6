"""Which of the wordings on a page is its headline."""

from __future__ import annotations

import pytest
from newspage import BODY

from cleaner.read.html import page

SHARED = "<meta property=og:title content='Captain Lena Fry warns for the last time'>"
TITLES = {
    "a heading of the site with a word inside a word": (
        f"<head>{SHARED}</head><h1>Harbour Information Weekly</h1><h2>Captain Lena Fry warns</h2>{BODY}",
        "Captain Lena Fry warns for the last time",
    ),
    "a heading of the article that says it otherwise": (
        f"<head>{SHARED}</head><article><h1>Three storms</h1>{BODY}</article>",
        "Captain Lena Fry warns for the last time",
    ),
    "a longer one": (
        f"<head>{SHARED}</head><article><h1>Three storms ahead, says ferry</h1>{BODY}</article>",
        "Three storms ahead, says ferry",
    ),
    "a post without h1": (
        f"<head><title>Harbour Crew: Ferry sails again</title></head><h3 class=post-title>Ferry sails again</h3>{BODY}",
        "Ferry sails again",
    ),
    "posts without h1": (
        "<head><title>Harbour Crew: Posts of April</title></head>"
        f"<h3 class=post-title>Ferry sails again</h3>{BODY}<h3 class=post-title>Storm</h3>{BODY}",
        "Harbour Crew: Posts of April",
    ),
}


@pytest.mark.parametrize("name", TITLES)
def test_titles(name: str) -> None:
    html, title = TITLES[name]
    assert page(html).fields.get("title") == title
