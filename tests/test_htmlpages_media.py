"""Pictures of a page: captions and credits go to their field, wherever the markup puts them."""

from __future__ import annotations

import pytest

from cleaner.read.html import page

PROSE = "The ferry crossed the sound at noon and came back before the storm reached the outer islands. " * 4
IMAGES = {
    "credit in an element of its own": (
        "<figure><img><figcaption>The ferry at noon. <i class=credit>Photo: Lena Fry/AP</i></figcaption></figure>",
        [("The ferry at noon.", "Lena Fry/AP")],
    ),
    "credit at the end": (
        "<figure><img><figcaption>The ferry at noon. Foto: Lena Fry/dpa</figcaption></figure>",
        [("The ferry at noon.", "Lena Fry/dpa")],
    ),
    "nothing but a credit": ("<figure><img><figcaption>AFP/Lena Fry</figcaption></figure>", [(None, "AFP/Lena Fry")]),
    "no figure": ("<div><img><p class=img_caption>The ferry at noon</p></div>", [("The ferry at noon", None)]),
    "a label without a name": (
        "<figure><img><figcaption>The ferry at noon.<small class=copyright>Copyright</small></figcaption></figure>",
        [("The ferry at noon.", None)],
    ),
    "a stroke in front of the credit": (
        "<figure><img><figcaption>/ Lena Fry</figcaption></figure>",
        [(None, "Lena Fry")],
    ),
    "the label of a teaser": (
        "<section><b class=popup></b><span class=caption>Next</span><img><h3><a href=/other>Harbour</a></h3></section>",
        None,
    ),
    "the teaser of another story": (
        "<div><img><div class=caption><h3><a href=/other>Harbour closed</a></h3></div></div>"
        "<figure><img><figcaption><a href=/third>The quay is open</a></figcaption></figure>",
        None,
    ),
    "linked to the whole picture": (
        "<a href=' /noon.jpg '><figure><img><figcaption>The ferry at noon</figcaption></figure></a>",
        [("The ferry at noon", None)],
    ),
    "a linked credit": ("<figure><img><figcaption><a href=/ap>AP</a></figcaption></figure>", [(None, "AP")]),
    "no picture": ("<div><p class=captions>The ferry has captions now</p></div>", None),
    "a line of the head": ("<div><img><div class=caption>25.04.2024, 14:07 Uhr</div></div>", None),
}


@pytest.mark.parametrize("name", IMAGES)
def test_images(name: str) -> None:
    markup, images = IMAGES[name]
    found = page(f"<article><h1>Storm stops the ferry</h1><p>{PROSE}</p>{markup}<p>{PROSE}</p></article>")
    wanted = images and [{"caption": caption, "credit": credit} for caption, credit in images]
    assert found.fields.get("images") == wanted
    assert not images or (images[0][0] or "AFP") not in found.text
