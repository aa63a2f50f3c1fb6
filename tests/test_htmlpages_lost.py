"""Markup that hides the article from a reader of the tree, though a browser shows it."""

from __future__ import annotations

import pytest
from newspage import BODY, PROSE

from cleaner.read.html import page

FERRY = "The ferry crossed the sound at noon and came back before the storm reached the outer islands, said the crew."
WHOLE = {
    "a button that is never closed": f"<button><div>Menu</button><article><h1>Storm</h1>{BODY}</article>",
    "a menu that is never closed": f"<nav><ul><li><a href=/>Home</a></ul><main><h1>Storm</h1>{BODY}</main>",
    "a name drawn by a program": f"<h1>Storm</h1><div class='part part-5f18ad9'><p>{FERRY}</p></div>{BODY}",
    "data with a script in their text": (
        '<head><script type=\'application/ld+json\'>{"articleBody": "<script src=a.js>"}</script></head>'
        f"<h1>Storm</h1><script>go()</script>{BODY}"
    ),
    "a page closed where it begins": f"<!DOCTYPE html>\n<html lang='en' />\n<body><h1>Storm</h1>{BODY}</body></html>",
    "a drawing that is never closed": f"<h1>Storm</h1><object data=film.swf><param name=a value=b>{BODY}",
    "terms longer than the story": f"<h1>Storm</h1>{BODY}<fieldset><p>I agree. {FERRY[:-1] * 40}</p></fieldset>",
    "a story in a part of a form": f"<h1>Storm</h1><form><fieldset>{BODY}</fieldset></form>",
    "parts sent later": (
        "<main><h1>Storm</h1><!--$?--><template id=B:0></template><p>Loading</p><!--/$--></main>"
        f"<div hidden id=S:0>{BODY}<template id=P:1></template></div><div hidden id=S:1><p>{FERRY}</p></div>"
    ),
}


@pytest.mark.parametrize("name", WHOLE)
def test_nothing_of_the_body_is_lost(name: str) -> None:
    found = page(WHOLE[name]).text
    assert PROSE.strip() in found
    assert (FERRY in found) == (FERRY in WHOLE[name])


def test_a_menu_goes_and_what_is_hidden_stays_hidden() -> None:
    found = page(f"<nav><p>{FERRY}</p></nav><h1>Storm</h1>{BODY}<div hidden id=late><p>{FERRY}</p></div>").text
    assert PROSE.strip() in found
    assert FERRY not in found


TALK = (
    f"<div class='comments-list'><ul><li><p>{FERRY} I was on board, and it was not as they say. {PROSE}</p></ul></div>"
)


def test_readers_talk_below_an_article_goes_however_long_it_is() -> None:
    found = page(f"<h1>Storm</h1><div class=text>{BODY}</div>{TALK * 9}").text
    assert PROSE.strip() in found
    assert FERRY not in found


def test_what_is_called_comments_and_holds_the_headline_is_the_article() -> None:
    assert FERRY in page(f"<div class=comments><h1>Storm</h1>{BODY}<p>{FERRY}</p></div>").text


TAILS = {
    "<h3>Get alerts</h3>": False,
    "<h3>The crew</h3><p>Lena Fry steered.</p>": True,
    "<div class=end-cta-text><h3>Subscribe to us</h3><p>News of the sound, and of all its islands.</p></div>": False,
    "<div class=x-post-more><ul><li>Isles<p>Harbour closed</p><li>Sea<p>Storm to come</p></ul></div>": False,
    "<p><a href=/>← Back to all stories</a></p><p>It was noon.</p>": True,
}


@pytest.mark.parametrize("tail", TAILS)
def test_what_stands_behind_the_story(tail: str) -> None:
    found = page(f"<article><h1>Storm</h1>{BODY}{tail}</article>").text
    assert found.endswith(PROSE.strip()) != TAILS[tail]
    assert "Back" not in found
