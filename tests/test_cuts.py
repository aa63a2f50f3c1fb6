"""The language of source profiles: what an entry takes, what it leaves, and what is no entry."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.edit import undo
from cleaner.engine import Cleaner
from cleaner.profile.cuts import Cut, escaped, load_cut, pieces
from cleaner.profile.supplier import rule_of
from cleaner.read.profile import Profile

BARE = Cleaner((), max_removed=1.0)


def cleaned(text: str, *cuts: Cut) -> Any:
    return BARE.clean(text, source=rule_of(Profile("wire", cut=cuts)))


TAKES = [
    (Cut("The Wire is printed in Westhaven."), "It rained.\nThe  Wire is printed in Westhaven. \nIt stopped.",
     "It rained.\nIt stopped.", {}),
    (Cut("GO ON BELOW", "anywhere"), "It rained. GO ON BELOW It stopped.", "It rained. It stopped.", {}),
    (Cut("GO ON BELOW", "anywhere"), "It rained.GO ON BELOWThen it stopped.", "It rained. Then it stopped.", {}),
    (Cut("続きを読む", "anywhere"), "雨が降った。続きを読む明日は晴れる。", "雨が降った。明日は晴れる。", {}),
    (Cut("Picture via {any:40}", "tail", "images.credit"), "It rained.Picture via Ana Ruiz / Wire\n",
     "It rained.\n", {"images": [{"caption": None, "credit": "Ana Ruiz / Wire"}]}),
    (Cut("{any:30} (WNA) -", "head", "dateline"), "PORT ELLIS (WNA) - It rained.", "It rained.",
     {"dateline": {"place": None, "agency": None, "text": "PORT ELLIS"}}),
    (Cut("By {name}", "line", "authors"), "By Maren van Holt\n\nIt rained.", "It rained.",
     {"authors": ["Maren van Holt"]}),
    (Cut("Filed {date}", "head", "published"), "Filed 14 March 2023, 09:30 It rained.", "It rained.",
     {"published": "14 March 2023, 09:30"}),
    (Cut("{number} replies"), "It rained.\n\n1,204 replies", "It rained.\n\n", {}),
    (Cut("See {url}", "anywhere", "related.title"), "It rained. See https://wire.example/a?b=1 It stopped.",
     "It rained. It stopped.", {"related": [{"title": "https://wire.example/a?b=1", "url": None}]}),
    (Cut("Write to {email}", "tail"), "It rained. Write to desk@wire.example", "It rained.", {}),
    (Cut("{{ad}}", "anywhere"), "It rained. {ad} It stopped.", "It rained. It stopped.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("cut", "text", "result", "fields"), TAKES, ids=lambda one: getattr(one, "text", ""))
def test_an_entry_takes_what_it_names(cut: Cut, text: str, result: str, fields: dict[str, Any]) -> None:
    found = cleaned(text, cut)
    assert found.text == result
    assert found.fields == fields
    assert [edit.code for edit in found.edits] == ["SRC-WIRE"]
    assert undo(found.text, found.edits) == text


KEEPS = [
    (Cut("The Wire is printed in Westhaven."), "“The Wire is printed in Westhaven.” she read."),
    (Cut("GO ON BELOW", "anywhere"), "They GO ON BELOWDECKS, go on below."),
    (Cut("Content", "anywhere"), "The Contents were discontent."),
    (Cut("Picture via {any:40}", "tail"), "Picture via Ana Ruiz was sold. It rained."),
    (Cut("Picture via {any:20}", "tail"), "Picture via somebody whose name is much too long to be a credit"),
    (Cut("{any:30} (WNA) -", "head"), "It rained in Port Ellis for the third day in a row (WNA) - so they say."),
    (Cut("By {name}"), "By the river they sat."),
    (Cut("By {name}"), "By Maren Holt stood a tree."),
    (Cut("Filed {date}", "head"), "Filed under miscellaneous on a Monday"),
    (Cut("{number} replies"), "Some replies"),
]


@pytest.mark.parametrize(("cut", "text"), KEEPS)
def test_an_entry_leaves_the_rest(cut: Cut, text: str) -> None:
    found = cleaned(text, cut)
    assert found.text == text and not found.edits and not found.fields


def test_entries_at_an_end_follow_one_another() -> None:
    cuts = (
        Cut("WIRE SERVICE", "head"),
        Cut("Filed {date}", "head"),
        Cut("Ends.", "tail"),
        Cut("Desk {number}", "tail"),
    )
    found = cleaned("WIRE SERVICE Filed 1 May 2020 It rained. Desk 12 Ends.", *cuts)
    assert found.text == "It rained."


WRONG = [
    ({}, "says no text"),
    ({"text": 3}, "must be a string"),
    ({"text": "Go on", "where": "tail"}, "unknown key 'where'; known keys are text, at, lift"),
    ({"text": "Go on", "at": "middle"}, "must be one of line, head, tail, anywhere"),
    ({"text": "Go on", "lift": "images"}, "lift: must be one of title"),
    ({"text": ""}, "must hold a letter or digit of its own"),
    ({"text": "{any:30}"}, "must hold a letter or digit of its own"),
    ({"text": "— {name}: "}, "must hold a letter or digit of its own"),
    ({"text": "Go {on}"}, "'{on}' is no placeholder; known are {date}"),
    ({"text": "Go {any:900} on"}, "'{any:900}' is no placeholder"),
    ({"text": "Go } on"}, "'}' is no placeholder"),
    ({"text": "Go\non"}, "must be one line"),
    ({"text": "x" * 501}, "at most 500 characters"),
    ({"text": "By {name}{any:20}"}, "needs words between {name} and"),
    ({"text": "a {any:9} b {any:9} c {any:9} d"}, "may hold 2 of {any:N} and {name}"),
    ({"text": "{number} " * 9 + "x"}, "8 placeholders in all"),
    ({"text": "By {name}", "at": "anywhere"}, 'may end with {name} only where the line or the article does'),
    ({"text": "By {any:20}", "at": "head"}, "may end with {any} only where"),
    ({"text": "{any:20} (WNA)", "at": "tail"}, "may begin with {any} only where"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "message"), WRONG, ids=lambda one: str(one)[:40])
def test_what_is_no_entry_is_named(table: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)) as caught:
        load_cut(table, "source.wire.cut.1")
    assert str(caught.value).startswith("source.wire.cut.1")


LITERALS = st.text(st.characters(exclude_characters="\n", exclude_categories=("Cs",)), min_size=1, max_size=30).filter(
    lambda text: any(map(str.isalnum, text))
)


@given(literal=LITERALS)
def test_any_text_can_be_written_as_an_entry(literal: str) -> None:
    (piece,) = pieces(escaped(literal))
    assert piece.text == literal and not piece.kind
    found = cleaned(f"It rained.\n{literal}\nIt stopped.", load_cut({"text": escaped(literal)}, "here"))
    assert found.text == "It rained.\nIt stopped."


@given(text=st.text(alphabet="ab {}\n.:AB", max_size=60), at=st.sampled_from(["line", "head", "tail", "anywhere"]))
def test_whatever_an_entry_takes_can_be_undone(text: str, at: str) -> None:
    found = cleaned(text, Cut("a {any:9} b", at), Cut("AB", at), Cut("b. {number}", at))
    if not found.rejected:
        assert undo(found.text, found.edits) == text


def test_no_entry_takes_longer_than_its_bounds_allow() -> None:
    """Hostile repetitions: what is tried at one place must not depend on how often the words recur."""
    steps = Cut("a {any:200} b {any:200} c", "anywhere")
    text = "a b " * 20_000
    assert cleaned(text, steps).text == text
    assert cleaned("By " + "Maren " * 20_000, Cut("By {name} of {name}", "line")).edits == []
