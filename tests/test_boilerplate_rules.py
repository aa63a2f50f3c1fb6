"""What the boilerplate, spacing and check rules must do together: stacks of notices, near-misses, supplier lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.edit import undo
from cleaner.engine import Cleaner
from cleaner.rule import chosen, discover

ALL = Cleaner(chosen(discover(), ("boilerplate", "spacing", "checks")), max_removed=1.0, max_chrome=1.0)
SPACING = Cleaner(chosen(discover(), ("spacing",)))

STORY = "The river rose by two metres on Monday. Nobody in the valley had seen so much rain since the dam was built."

STACKS = [
    (
        f"{STORY}\n\nRead more: Who built the dam\n\n(Reporting by Jo Roe; Editing by Al Poe)\n\n******\n\nURN\n\n"
        "Share\n\nWhatsApp\n\nTweet\n\nComments",
        STORY,
    ),
    (
        f"{STORY} Jo Roe and Al Poe contributed to this report. Follow @roe on Twitter for more. "
        "Sign up for our newsletter. ©2015 The Daily Roe. All rights reserved.",
        STORY,
    ),
    (
        f"{STORY}\n\nAdditional reporting by Jo Roe. Have something to add to this story? Share it in the comments.",
        STORY,
    ),
    (
        f"- Advertisement -\n\n{STORY}\n\nAlready a subscriber? Log in\n\nVia: TechRoe\n\nSource: Roe Post\n\n"
        "You may also like\n\nSnow in May\n\nSun in June\n\n12 comments",
        STORY,
    ),
    (
        f"{STORY}\n\nSo much rain! pic.twitter.com/fW4vTED2CZ\n\n— Mo Roe (@moroe) June 15, 2020\n\nLoading...",
        f"{STORY}\n\nSo much rain!",
    ),
]


@pytest.mark.parametrize(("dirty", "expected"), STACKS)
def test_a_stack_of_notices_goes_in_one_pass(dirty: str, expected: str) -> None:
    found = ALL.clean(dirty)
    assert found.text == expected
    assert ALL.clean(found.text).text == expected
    assert undo(found.text, found.edits) == dirty


NEAR_MISSES = [
    "Share, and what you give will grow.",
    "Shares in Saudi Arabia's National Company soared.",
    "“Sign up for the army,” they told us.",
    "Read more books, the minister urged.",
    "Cynics and skeptics do not read more into that.",
    "We see also how extremists use heavy vehicles.",
    "In other related news, the dam held.",
    "The rain curtailed proceedings.",
    "Una receta que le gusta compartir:",
    "Toda vez que comparten no sólo la misma península.",
    "Os dois países assinem acordos bilaterais.",
    "Com todos os direitos trabalhistas, ele saiu.",
    "Segundo informações da vizinha, ele saiu.",
    "Confira abaixo alguns trechos da entrevista.",
    "Leia abaixo alguns trechos",
    "Veja abaixo as obras que mudaram o porto",
    "Fog contributed to the crash.",
    "He contributed to a round table called Rain.",
    "Media reports on Thursday, first published by the Roe Times, cited officials.",
    "A source told Page Six: he is out.",
    "The post had logged more than 230,000 comments.",
    "He declined to comment.",
    "Messages from strangers in the comments section of a daily hurt her.",
    "Following the court's decision, he left.",
    "Like many others on Facebook, she was angry.",
    "Follow the line of the river to the dam.",
    "It was a fine advertisement for rowing.",
    "Amazon plans to let advertisers into its media ecosystem.",
    "Offering people a one-time chance to sign up for coverage was wrong.",
    "The bill was $6.3 million.Source: Open.orgRoe is easily bought",
    "Mais de 40 mortos",
    "Más de 100 personas",
    "But there is more: banks found a way.",
    "Correction: Reporting by The Daily reveals this video to be false.",
    "Use of the playground without permission risked spreading the disease.",
    "Il a dit\u00a0: «\u00a0Non\u00a0!\u00a0»",
]


@pytest.mark.parametrize("near_miss", NEAR_MISSES)
def test_near_misses_stay(near_miss: str) -> None:
    for text in (near_miss, f"{STORY}\n\n{near_miss}\n\n{STORY.replace('two', 'six')}", f"{STORY}\n\n{near_miss}"):
        assert ALL.clean(text).text == text


def test_what_is_taken_is_kept_as_metadata() -> None:
    notices = ("SEE ALSO: Who built the dam", "This article first appeared on Yahoo", "© 2015 Roe News")
    found = ALL.clean("\n\n".join((STORY, *notices)))
    assert found.text == STORY
    assert found.fields["related"] == [{"title": "Who built the dam", "url": None}]
    assert found.fields["syndicated_from"] == "Yahoo"
    assert found.fields["rights"] == "© 2015 Roe News"


def test_markdown_keeps_its_rules_and_indentation() -> None:
    text = "# Rain\n\n---\n\nIt rained  \nall day.\n\n    code()\n\n***\n\nIt snowed."
    found = ALL.clean(text, kind="markdown")
    assert found.text == text.replace("rained  ", "rained")


@settings(max_examples=300)
@given(st.text(alphabet=" \t\n\u00a0\u3000ab.:", max_size=60))
def test_spacing_is_done_in_one_pass_and_loses_no_letter(text: str) -> None:
    found = SPACING.clean(text)
    if found.rejected:
        return
    assert SPACING.clean(found.text).text == found.text
    assert "".join(found.text.split()) == "".join(text.split())
    assert undo(found.text, found.edits) == text
    assert "\n\n\n" not in found.text
    assert all(line == line.rstrip() for line in found.text.split("\n"))
