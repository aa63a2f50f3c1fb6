"""The engine's promises: edits are applied as logged, undone exactly, and never taken twice."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Cleaner, Edit, Finding, Rule, undo
from cleaner.document import Document
from cleaner.edit import Claims, Layer, apply
from cleaner.rule import REPORT, RISKY, discover

TEXTS = st.text(alphabet="ab xX\n\t.", max_size=60)
SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 5), st.sampled_from(["", "x", "yy", "\n"])), max_size=8)


def replacing(code: str, phase: str, pattern: str, new: str, **more: object) -> Rule:
    compiled = re.compile(pattern)

    def find(doc: Document) -> Iterator[Edit]:
        for match in compiled.finditer(doc.text):
            yield Edit(match.start(), match.end(), new)

    return Rule(code=code, find=find, phase=phase, name=code.lower(), page="Test rule.\n", **more)  # type: ignore[arg-type]


RULES = [
    replacing("TST1", "encoding", "ab", "X"),
    replacing("TST2", "encoding", "a", "aa"),
    replacing("TST3", "markup", "X+", ""),
    replacing("TST4", "metadata", r"\A[^\n]{1,5}\n", ""),
    replacing("TST5", "media", "b ?", "[b]"),
    replacing("TST6", "boilerplate", r"\.", ""),
    replacing("TST7", "spacing", r"\s{2,}", " "),
]


@given(TEXTS)
def test_undo_gives_back_the_original(text: str) -> None:
    found = Cleaner(RULES, max_removed=1.0).clean(text)
    assert undo(found.text, found.edits) == text


@given(TEXTS)
def test_logged_spans_lie_in_the_original_and_hold_what_they_say(text: str) -> None:
    for edit in Cleaner(RULES, max_removed=1.0).clean(text).edits:
        assert 0 <= edit.start <= edit.end <= len(text)
        if edit.layer == 0:
            assert text[edit.start : edit.end] == edit.old


@given(TEXTS, SPANS)
def test_a_layer_maps_every_untouched_character_back(text: str, spans: list[tuple[int, int, str]]) -> None:
    claims, edits = Claims(), []
    for start, length, new in spans:
        edit = Edit(min(start, len(text)), min(start + length, len(text)), new)
        if claims.take(edit.start, edit.end):
            edits.append(edit)
    edits.sort(key=lambda edit: (edit.start, edit.end))
    assert all(a.end <= b.start for a, b in pairwise(edits))
    layer, after = Layer(edits), apply(text, edits)
    taken = {i for edit in edits for i in range(edit.start, edit.end)}
    kept = [i for i in range(len(text)) if i not in taken]
    mapped = []
    for at in range(len(after)):
        start, end = layer.before(at, at + 1)
        if (start, end) not in [(edit.start, edit.end) for edit in edits if edit.new]:
            assert end == start + 1 and text[start] == after[at]
            mapped.append(start)
    assert mapped == kept


def test_a_span_inside_a_replacement_is_widened_to_it() -> None:
    layer = Layer([Edit(2, 4, "wxyz"), Edit(6, 9, "")])
    assert layer.before(3, 5) == (2, 4)
    assert layer.before(0, 1) == (0, 1)
    assert layer.before(8, 10) == (9, 11)
    assert layer.before(4, 8) == (2, 6)


def test_the_first_rule_by_phase_and_code_wins() -> None:
    one, two = replacing("TST1", "media", "abc", "1"), replacing("TST2", "media", "bcd", "2")
    assert Cleaner([one, two]).clean("abcd and more text").text == "1d and more text"
    assert Cleaner([two, one]).clean("abcd and more text").text == "a2 and more text"


def test_a_failing_rule_is_a_finding_and_nothing_else_is_lost() -> None:
    def find(doc: Document) -> Iterator[Edit]:
        yield Edit(0, 1)
        raise RuntimeError("boom")

    broken = Rule(code="TST0", find=find, phase="media", name="broken")
    found = Cleaner([broken, replacing("TST1", "media", "b", "")]).clean("abcdef")
    assert found.text == "acdef"
    assert [(f.code, f.level) for f in found.findings] == [("TST0", "error")]
    assert "boom" in found.findings[0].message


def test_risky_rules_report_until_they_are_allowed() -> None:
    rule = replacing("TST1", "media", "b", "", safety=RISKY)
    held = Cleaner([rule]).clean("abcdef")
    assert held.text == "abcdef" and [f.level for f in held.findings] == ["info"]
    assert Cleaner([rule], risky=True).clean("abcdef").text == "acdef"


def test_report_rules_never_change_text() -> None:
    rule = replacing("TST1", "media", "b", "", safety=REPORT)
    found = Cleaner([rule], risky=True).clean("abcdef")
    assert found.text == "abcdef" and [(f.start, f.end) for f in found.findings] == [(1, 2)]


def test_a_rule_may_reject_a_document_but_not_by_failing() -> None:
    def find(doc: Document) -> Iterator[Finding]:
        if "wall" not in doc.text:
            raise RuntimeError("boom")
        yield Finding("a wall", level="error" if doc.text.startswith("wall") else "warning")

    rules = [replacing("TST1", "media", "x", ""), Rule("TST2", find=find, phase="checks", name="n", rejects=True)]
    found = Cleaner(rules).clean("xwall and words")
    assert found.rejected is not None and found.rejected.code == "TST2"
    assert (found.text, found.edits) == ("xwall and words", [])
    assert found.findings == [found.rejected]
    assert Cleaner(rules).clean("a wall and words").rejected is None
    assert Cleaner(rules).clean("x words").rejected is None


def test_findings_point_into_the_original() -> None:
    def find(doc: Document) -> Iterator[Finding]:
        at = doc.text.index("end")
        yield doc.note(at, at + 3, "here")

    rules = [replacing("TST1", "encoding", "x", ""), Rule(code="TST2", find=find, phase="checks", name="n")]
    found = Cleaner(rules).clean("xx the xx end")
    assert found.original[found.findings[0].start : found.findings[0].end] == "end"


@pytest.mark.parametrize(("text", "reason"), [("bbbbbbb a", "too-much-removed"), ("bbb", "text-empty-after-cleaning")])
def test_a_text_that_would_lose_too_much_is_rejected_untouched(text: str, reason: str) -> None:
    found = Cleaner([replacing("TST1", "media", "b", "")]).clean(text)
    assert found.text == text and not found.edits
    assert found.rejected is not None and found.rejected.name == reason


def test_what_is_lifted_is_not_lost() -> None:
    def find(doc: Document) -> Iterator[Edit]:
        if doc.text.startswith("A long title"):
            yield Edit(0, 12, "", (("title", "A long title"),))

    rule = Rule(code="TST1", find=find, phase="metadata", name="n")
    found = Cleaner([rule]).clean("A long title\nText")
    assert found.rejected is None and found.fields == {"title": "A long title"}


def test_what_an_edit_uncovers_is_taken_too() -> None:
    rules = [replacing("TST1", "media", r"\AEnd\.\n", ""), replacing("TST2", "boilerplate", r"\AAdvert\n", "")]
    text = "Advert\nEnd.\nThe ferry sailed to the island on Monday."
    found = Cleaner(rules).clean(text)
    assert found.text == "The ferry sailed to the island on Monday."
    assert [edit.code for edit in found.edits] == ["TST2", "TST1"]
    assert [text[edit.start : edit.end] for edit in found.edits] == ["Advert\n", "End.\n"]
    assert undo(found.text, found.edits) == text


@settings(deadline=None)
@given(st.text(max_size=200))
def test_all_rules_undo_any_text(text: str) -> None:
    found = ALL.clean(text)
    assert undo(found.text, found.edits) == text
    assert not [f for f in found.findings if f.level == "error" and f.code not in ("GUARD1", "GUARD2", "CHK001")]


ALL = Cleaner(discover(), risky=True)


@pytest.mark.parametrize(
    "text", ["1,204  shares\n\nIt rained on Monday.", "aktivera  javascript\n\nIt rained on Monday."]
)
def test_a_doubled_blank_hides_nothing(text: str) -> None:
    once = ALL.clean(text)
    assert ALL.clean(once.text).text == once.text


def test_a_no_break_space_hides_nothing() -> None:
    assert Cleaner().clean("\xa0Ã©tude, it said.").text == "étude, it said."


def test_a_text_leaves_nothing_for_the_garbage_collector() -> None:
    cleaner, text = (
        Cleaner(),
        "Photo: Ana Ruiz/Reuters\n\n<b>The ferry</b> sailed.  It rained.\n\nAdvertisement\n\nIt snowed.",
    )
    assert cleaner.clean(text).edits  # what is made once may leave something
    gc.collect()
    gc.disable()
    try:
        cleaner.clean(text)
        assert gc.collect() == 0
    finally:
        gc.enable()
