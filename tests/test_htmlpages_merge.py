"""Two readings of a page become one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cleaner.htmlpages import tree
from cleaner.htmlpages.blocks import Block, parted
from cleaner.htmlpages.container import own_blocks
from cleaner.htmlpages.merge import Held, merge

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


def test_the_first_paragraph_comes_back() -> None:
    storm = FERRY.replace("Aurora", "Borealis")
    other = Block(
        "p", "The tickets can be had at the quay, by telephone, or, after noon, from the captain of the ship himself."
    )
    whole = [other, *(Block("p", text, "p < div.text") for text in (storm, FERRY, HARBOUR))]
    found, _ = merge(Held([Block("p", FERRY), Block("p", HARBOUR)]), whole)
    assert [block.text for block in found] == [storm, FERRY, HARBOUR]


def test_a_lost_line_of_a_block_comes_back() -> None:
    storm = FERRY.replace("Aurora", "Borealis")
    whole = [Block("p", f"{storm} {FERRY} {HARBOUR}", "div.text", (storm, FERRY, HARBOUR))]
    found, _ = merge(Held([Block("p", FERRY), Block("p", HARBOUR)]), whole)
    assert [block.text for block in found] == [storm, FERRY, HARBOUR]


LINES = {
    "two paragraphs": (f"{FERRY}<br>{HARBOUR}", [FERRY, HARBOUR]),
    "a heading": (f"<b>At noon</b><br>{FERRY} {HARBOUR}", ["At noon", f"{FERRY} {HARBOUR}"]),
    "inside an inline element": (f"<span>{FERRY}<br>{HARBOUR}</span>", [FERRY, HARBOUR]),
    "a poem": ("The ferry crossed the sound.<br>The storm came, too.<br>And all was still.", None),
    "rows of print": ("<br>".join(f"{FERRY} {HARBOUR}".split(" before ")), None),
}


@pytest.mark.parametrize("name", LINES)
def test_line_breaks_that_part_paragraphs(name: str) -> None:
    markup, lines = LINES[name]
    blocks = own_blocks(tree.parse(f"<div><p>{markup}</p></div>"))
    assert len(blocks) == 1
    assert [block.text for block in parted(blocks)] == (lines or [blocks[0].text])


def test_a_block_that_says_again_what_the_one_before_it_says_is_left_out() -> None:
    assert parted([Block("heading", "At noon"), Block("p", f"At noon {FERRY}", "", ("At noon", FERRY))]) == [
        Block("heading", "At noon"),
        Block("p", FERRY),
    ]


def test_an_extractor_that_found_less_than_what_stands_below_the_headline_is_completed() -> None:
    story = [Block("p", FERRY * 2, "div. < div.story"), Block("p", HARBOUR * 2, "div. < div.story")]
    words = "Our work is free for everybody, and it lives on what its readers give: whatever you can spare will do."
    help_us = [Block("p", words, "p. < div.help"), Block("p", "Account 12", "p. < div.help")]
    found, _ = merge(Held(help_us), [Block("heading", "Storm", "h1. < div.story"), *story, *help_us])
    assert found == [*story, *help_us]
    found, _ = merge(Held(help_us), [*story, Block("heading", "Storm", "h1. < div.story"), *help_us])
    assert found == help_us


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


def test_a_box_is_not_taken_for_the_article() -> None:
    texts = [
        FERRY.replace("Aurora", name) for name in ("Aurora", "Borealis", "Corona", "Delphin", "Esperanza", "Fortuna")
    ]
    whole = [Block("p", text, f"p < div.step-{at}") for at, text in enumerate([*texts, HARBOUR])]
    found, evidence = merge(Held([Block("p", HARBOUR)]), whole)
    assert [block.text for block in found] == [*texts, HARBOUR]
    assert evidence == "container"


def test_a_short_story_keeps_out_what_stands_around_it() -> None:
    story = [FERRY.replace("Aurora", name) for name in ("Aurora", "Borealis", "Corona", "Delphin")]
    others = [HARBOUR.replace("quay", name) for name in ("pier", "mole", "dam", "dock", "locks", "basin", "berths")]
    whole = [Block("p", text, f"p < div.step-{at}") for at, text in enumerate([*story, *others])]
    found, evidence = merge(Held([Block("p", text) for text in story]), whole)
    assert [block.text for block in found] == story
    assert evidence == "extractor"


def test_a_part_of_the_page_of_which_little_was_found_stays_out() -> None:
    story = [Block("p", FERRY.replace("noon", f"{hour} o'clock"), "p. < div.story") for hour in ("one", "two", "six")]
    comments = [Block("p", HARBOUR.replace("quay", name), "p. < div.said") for name in ("mole", "dock", "dam", "pier")]
    found, _ = merge(Held([*story, comments[1]]), [*story, *comments])
    assert found == [*story, comments[1]]


def test_a_part_of_the_article_that_is_called_a_little_otherwise_comes_back() -> None:
    lead = Block("p", FERRY, "p. < section.text lead")
    lost = [Block("p", HARBOUR.replace("quay", name), "p. < section.text") for name in ("mole", "dock")]
    other = Block("p", FERRY.replace("Aurora", "Borealis"), "p. < section.text lead")
    help_us = Block("p", HARBOUR, "p. < section.help")
    found, evidence = merge(Held([other]), [lead, *lost, help_us, other])
    assert (found, evidence) == ([lead, *lost, other], "both")


def test_a_block_of_the_container_that_holds_the_story_and_a_menu_takes_no_story_away() -> None:
    menu = " ".join(f"Section {number} of the island paper" for number in range(40))
    foot = Block("p", HARBOUR.replace("quay", "office"), "p. < div.foot")
    whole = [
        Block("p", f"{menu} {FERRY} {HARBOUR}", "body."),
        foot,
        *(replace(foot, text=f"{n}. {HARBOUR}") for n in "ab"),
    ]
    voted = [Block("p", FERRY), Block("p", HARBOUR), foot]
    assert merge(Held(voted), whole) == (voted, "extractor")


def test_a_headline_that_is_no_h1_is_known_by_its_words() -> None:
    story = [Block("p", FERRY * 2, "div. < div.story"), Block("p", HARBOUR * 2, "div. < div.story")]
    other = [Block("p", HARBOUR.replace("quay", "mole"), "p. < div.said")]
    whole = [Block("heading", "The storm", "h3. < div.story"), *story, *other]
    assert merge(Held(other), whole, frozenset({"the storm"}))[0] == [*story, *other]
    assert merge(Held(other), whole)[0] == other


def test_a_long_paragraph_lost_behind_the_headline_comes_back() -> None:
    lead, story = Block("p", FERRY, "p.lead < div."), Block("p", " ".join([HARBOUR] * 9), "div.text < div.")
    comments = [Block("p", FERRY.replace("noon", f"{n} o'clock"), "p. < div.said") for n in range(1, 5)]
    whole = [Block("heading", "Storm", "h1. < div."), lead, story, *comments]
    assert merge(Held([lead, *comments]), whole)[0] == [lead, story, *comments]
    short = Block("p", FERRY.replace("Aurora", "Borealis"), "p. < div.more")
    assert short not in merge(Held([lead, *comments]), [whole[0], lead, short, *comments])[0]
