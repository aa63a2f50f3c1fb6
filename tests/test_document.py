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
    assert [line.text for line in doc.lines] == [line.text for line in doc.lines.all()] == rows
    assert all(text[line.start : line.end] == line.text and line is doc.lines[line.index] for line in doc.lines)
    assert doc.lines[-1] is doc.lines.all()[-1]


@given(TEXTS)
def test_unclosed_lines(text: str) -> None:
    found = {line.text for line in Document(text).unclosed()}
    assert found == {row for row in text.split("\n") if row.strip() and row not in ("A sentence.", "He said “so.”")}
    assert all(map(unclosed, found))


@given(TEXTS)
def test_a_touched_line_is_always_looked_at(text: str) -> None:
    doc = Document("A sentence that is cut.\n" + text)
    first = doc.lines[0]
    doc.claim(first.span(10, 23))
    assert doc.touched
    assert first in doc.unclosed()
    assert first in doc.where(lambda row: False)
