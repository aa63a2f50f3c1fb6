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
