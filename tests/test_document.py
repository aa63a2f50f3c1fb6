"""Lines are made when they are asked for, and are then the same for everybody."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import Document, unclosed

TEXTS = st.lists(st.sampled_from(["", " ", "A sentence.", "He said “so.”", "A heading", "(in brackets)", "why?"]),
                 max_size=9).map("\n".join)  # fmt: skip


@given(TEXTS, st.integers(0, 9))
def test_lines_are_those_of_the_text(text: str, count: int) -> None:
    rows = text.split("\n")
    doc = Document(text)
    alive = [row for row in rows if row.strip()]
    assert [line.text for line in doc.head(count)] == alive[:count]
    assert [line.text for line in doc.tail(2)] == alive[-2:]
    assert [line.text for line in doc.lines] == rows
    assert [line.text for line in doc.forward()] == [line.text for line in doc.alive()] == alive
    assert [line.text for line in doc.backward()] == alive[::-1]
    assert all(text[line.start : line.end] == line.text and line is doc.lines[line.index] for line in doc.lines)
    assert doc.lines[-1] is list(doc.lines)[-1]


@given(TEXTS)
def test_unclosed_lines(text: str) -> None:
    found = {row for row in text.split("\n") if row and unclosed(row)}
    assert found == {row for row in text.split("\n") if row and row not in ("A sentence.", "He said “so.”", " ")}


@given(TEXTS)
def test_a_touched_line_is_always_looked_at(text: str) -> None:
    doc = Document("A sentence that is cut.\n" + text)
    first = doc.lines[0]
    doc.claim(first.span(10, 23))
    assert doc.touched
    assert first in doc.at([])


@given(TEXTS, st.integers(0, 9), st.booleans())
def test_what_an_edit_has_left_of_a_text(text: str, at: int, whole: bool) -> None:
    doc = Document("A sentence that is cut.\n" + text)
    line = doc.lines[at % len(doc.lines)]
    doc.claim(line.cut() if whole else line.span(0, min(2, len(line.text)), "x"))
    left = [other for other in doc.lines if not other.blank]
    assert doc.alive() == list(doc.forward()) == list(doc.backward())[::-1] == left
    assert (doc.head(2), doc.tail(2)) == (left[:2], left[-2:])
    assert doc.shrunk() == any(other in left for other in doc.changed())


@given(TEXTS, st.integers(0, 3), st.integers(0, 3), st.integers(0, 9))
def test_what_is_kept_goes_when_one_of_its_lines_is_touched(text: str, first: int, last: int, at: int) -> None:
    doc = Document("A sentence.\nIt is long.\nIt goes on.\nAnd on.\n" + text)
    doc.keep("key", "value", first, last)
    line = doc.lines[at % len(doc.lines)]
    if line.text:
        doc.claim(line.span(0, 1))
        assert doc.recall("key") == (None if first <= line.index <= last else "value")
