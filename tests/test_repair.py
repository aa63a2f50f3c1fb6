"""Character repair: what ftfy would do, what it would not, and that doing it twice changes nothing."""

from __future__ import annotations

import re
import sys
from itertools import pairwise

import ftfy
import pytest
from ftfy.chardata import CONTROL_CHARS
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cleaner.edit import apply
from cleaner.engine import Cleaner
from cleaner.rule import discover
from cleaner.scan.suspect import CONTROL, _necessary, may_change
from cleaner.text.by_ftfy import repair_line
from cleaner.text.repair import BREAK, repaired, repairs, repairs_by_kind

CONFIG = ftfy.TextFixerConfig(
    unescape_html=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
)
CODECS = [
    *("latin-1", "sloppy-windows-1250", "sloppy-windows-1251", "sloppy-windows-1252", "sloppy-windows-1253"),
    *("sloppy-windows-1254", "sloppy-windows-1257", "iso-8859-2", "macroman", "cp437"),
]
LAYER = Cleaner([rule for rule in discover() if rule.phase in ("encoding", "escapes")], risky=True)

PROSE = st.text(st.sampled_from("aeinrst .,AÉÃÂÎéãñœß“”’–—…£€®°½ﬁЯдΓωلهกక日한👍\xa0"), max_size=24)
HOSTILE = st.text(
    st.one_of(
        st.sampled_from("aA .,Ãâ€™œŒÂÎГВвЂ°±§¶ºª“”‘’«»™®×²³Ø§Ù„√≈‚Äβ█│Ž\xa0\xad\x1a\x1b[m\ufffd"),
        st.sampled_from("\0\t\r\v\f\x7f\x81\x85\x9d\u0301\u0327\u200b\u200c\u200d\u200e\u2028\u2060\ufeff\ufff9"),
        st.sampled_from("ده\u0651\u064eक्\u1100\u1161กខ👩🏴\U000e0067\U000e007f\ud83d\ude00"),
        st.characters(),
    ),
    max_size=16,
)


@st.composite
def mojibake(draw: st.DrawFn) -> str:
    """Prose read in the wrong character set, once or twice, as a whole or in part."""
    text = draw(PROSE)
    for _ in range(draw(st.integers(1, 2))):
        text = text.encode("utf-8").decode(draw(st.sampled_from(CODECS)), "replace")
    return draw(PROSE) + text + draw(PROSE) if draw(st.booleans()) else text


TEXTS = st.one_of(PROSE, HOSTILE, mojibake(), st.lists(st.one_of(HOSTILE, mojibake()), max_size=3).map("\n".join))


def test_the_controls_are_those_of_ftfy() -> None:
    replaced = {*map(chr, range(0x80, 0xA0)), *map(chr, range(0xD800, 0xE000))}
    found = {char for char in map(chr, range(sys.maxunicode + 1)) if CONTROL.match(char)}
    assert found == {*map(chr, CONTROL_CHARS)} | replaced


@settings(max_examples=1000, deadline=None)
@given(TEXTS)
def test_a_line_is_repaired_as_ftfy_repairs_it(text: str) -> None:
    for line in text.split("\n"):
        assert repair_line(line) == ftfy.fix_and_explain(line, CONFIG).text


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_a_text_that_cannot_change_does_not(text: str) -> None:
    if not may_change(text):
        assert ftfy.fix_text(text, CONFIG) == text


@settings(max_examples=500, deadline=None)
@given(mojibake())
def test_a_text_without_breaks_and_invisible_characters_is_what_ftfy_makes_it(text: str) -> None:
    by_ftfy = "\n".join(ftfy.fix_and_explain(line, CONFIG).text for line in text.split("\n"))
    odd = re.compile("[\r\v\f\u2028\u2029\x80-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f]")
    if not odd.search(text + by_ftfy) and not re.search("[^\x00-ɏ‐-⁞€™]", by_ftfy):
        assert repaired(text) == by_ftfy


@settings(max_examples=1000, deadline=None)
@given(TEXTS)
def test_repairs_are_sorted_apart_and_final(text: str) -> None:
    edits = repairs(text)
    assert all(one.end <= two.start for one, two in pairwise(edits))
    assert all(text[edit.start : edit.end] != edit.new for edit in edits)
    assert repairs(apply(text, edits)) == []
    assert {match[0] for match in BREAK.finditer(apply(text, edits))} <= {"\n"}


# A dump is damaged in one way: what two different programs have left behind is not mixed in one text.
RESIDUES = [
    [" #39;s ", "  quot;", "quot; ", ", quot;", " amp; ", "AT amp;T", " #36;5", "lt;", "s #39; ", "nbsp;", " #151; "],
    ["NEWLINE_CHAR", " NEWLINE_CHAR ", ".\\n", ".\\r\\n", "\\n", "Über "],
    ["\\xa0", "\\u2019", "\\u200b", "\\xc3\\xa9", "\\u0301", "\\u00c3", "\\ud83d", "\\x93", "\\x07"],
    ["\\$20", "A\\$1.5", "in\\an", "Sen.\\Ruiz", "of the members of the council that met on\\Monday", "\\", "/"],
    ["didn t ", "wasn t ", "Ruiz s plan ", "they ve seen ", "It s ", "I d "],
]


@settings(max_examples=2000, deadline=None, derandomize=True)
@given(st.sampled_from(RESIDUES).flatmap(lambda known: st.lists(st.one_of(st.sampled_from(known), TEXTS), max_size=8)))
def test_the_encoding_rules_together_are_final(pieces: list[str]) -> None:
    text = "".join(pieces)
    assume(max(map(len, text.split(" "))) <= 80)  # a longer damaged word is one edit, which hides residue within it
    once = LAYER.clean(text)
    assert not [finding for finding in once.findings if finding.level == "error" and finding.code.startswith("ENC")]
    assert LAYER.clean(once.text).text == once.text


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "The cafÃ©\r\nis gov\xadernment\x00 la\u0301",
            ["control", "decomposed", "invisible", "line break", "mojibake"],
        ),
        ("A\u2028B", ["line break"]),
        ("x\u200b\x07y", ["control", "invisible"]),
        ("colour \x1b[31mred\x1b[0m", ["control"]),
        ("plain “text” – nothing", []),
    ],
)
def test_each_change_is_told_by_its_kind(text: str, kinds: list[str]) -> None:
    assert sorted(repairs_by_kind(text)) == kinds


def test_a_damaged_letter_costs_one_small_edit_however_long_the_line() -> None:
    text = "The river rose again in March, they said. " * 100
    edits = repairs(text + "JosÃ© paid Â£5. " + text + "It was Ã\xa0 la carte. " + text + "co\xadop")
    assert [edit.end - edit.start for edit in edits] == [2, 1, 2, 1]


def test_a_repair_that_eats_a_space_stays_local() -> None:
    text = "Elle dit voilÃ  le cafÃ© Ã  Paris, et la suite n'est pas abÃ®mÃ©e du tout."
    assert repaired(text) == "Elle dit voilà le café à Paris, et la suite n'est pas abîmée du tout."
    assert max(edit.end - edit.start for edit in repairs(text)) < 30


def test_hidden_damage_comes_out_whole() -> None:
    assert repaired("GarcÃ\xada") == "García"
    assert repaired("one â\x80¨two") == "one \ntwo"
    assert repaired("ï»¿Title\rline") == "Title\nline"
    assert repaired("\ud83d\ude00 \ud83d") == "😀 \ufffd"


@pytest.mark.parametrize("pattern", ["ab|cd", "é", "é|ü", "(?:é)|[ab]c", r"\w\d|é!"])
def test_an_expression_that_is_not_understood_is_refused(pattern: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        _necessary(re.compile(pattern))


def test_what_an_expression_needs() -> None:
    followers, lone = _necessary(re.compile("[éè]ü[a-z]|œ[^a-z]|[àâ] |a\\s?çñ"))
    assert followers == {"é": {"ü"}, "è": {"ü"}, "ç": {"ñ"}}
    assert lone == {"œ", "à", "â"}
