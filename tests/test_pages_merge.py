"""Two readings of a page become one."""

from __future__ import annotations

import pytest

from cleaner.pages.blocks import Block
from cleaner.pages.merge import Held, merge

FERRY = "The ferry Aurora crossed the sound at noon and came back before the storm reached the outer islands."
HARBOUR = "Harbour: the quay was closed in the evening, and nobody was allowed to leave the ships until midnight."
MENDED = {
    "a name in the middle": (FERRY.replace("Aurora ", ""), FERRY),
    "a label at the start": (HARBOUR.replace("Harbour: ", ""), HARBOUR),
    "nothing lost": (FERRY, FERRY),
}


@pytest.mark.parametrize("name", MENDED)
def test_words_lost_inside_a_paragraph_come_back(name: str) -> None:
    given, text = MENDED[name]
    whole = [Block("p", FERRY, "p < div.text"), Block("p", HARBOUR, "p < div.text")]
    voted = [Block("p", given if block.text == text else block.text) for block in whole]
    assert [block.text for block in merge(Held(voted), whole)[0]] == [FERRY, HARBOUR]


def test_other_words_stay() -> None:
    other = FERRY.replace("Aurora ", "Borealis ")
    assert [block.text for block in merge(Held([Block("p", other)]), [Block("p", FERRY, "p < div.text")])[0]] == [other]


def test_an_item_is_no_paragraph() -> None:
    found, _ = merge(Held([Block("item", FERRY.replace("Aurora ", ""))]), [Block("p", FERRY, "p < div.text")])
    assert [(block.kind, block.text) for block in found] == [("item", FERRY.replace("Aurora ", ""))]


def test_an_extractor_that_found_next_to_no_prose_is_overruled() -> None:
    whole = [Block("p", text, "p < div.text") for text in (FERRY * 3, HARBOUR * 3, "It was noon.", FERRY + HARBOUR)]
    menu = [Block("item", name) for name in ("Home", "Harbour", "Weather", "Contact")]
    assert merge(Held(menu), [*whole, Block("item", "Home", "li < ul.menu")]) == (whole, "container")
    prose = [Block("p", f"{number}. {HARBOUR}") for number in range(20)]
    assert merge(Held(prose), whole) == (prose, "extractor")
