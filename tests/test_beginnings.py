"""What is looked for by its first letters is found wherever an expression that ignores case would find it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.rules.media._labels import label, labels
from cleaner.rules.metadata._glued_stamps import _stamp, stamps
from cleaner.text.beginnings import Anywhere, Beginnings, matches
from cleaner.text.prose import starts as begins
from cleaner.text.sentences import START, Sentences, starts
from cleaner.words import any_of, words

LISTS = ("author_by", "news_agency", "weekday", "credit_label", "credit_by", "date_filler")
WRITTEN = (str, str.upper, str.lower, str.title, str.swapcase, lambda word: word.replace("s", "ſ").replace("i", "İ"),
           lambda word: word.replace("i", "ı").replace("σ", "ς").replace(" ", "\u00a0"))  # fmt: skip
AROUND = ["", " ", "x", "\n", "ß ", "İ", "1", "A sentence. ", "é"]
FIGURES = ["3 March 2015", "2015-03-03 14:05 GMT", "t10:30", "MARCH 3, 2015 at 5 PM ET ", "Nov. 18, 2019 7:04 pm ET ",
           "２０２０年3月1日 ", "10. марта 2019 ", "Updated: ", "By Ann Other ", ": Ana Ruiz/AP", "| "]  # fmt: skip


@pytest.mark.parametrize("key", LISTS)
@given(data=st.data())
def test_beginnings_of_words(key: str, data: st.DataObject) -> None:
    drawn = st.tuples(st.sampled_from(AROUND), st.sampled_from(words(key)), st.sampled_from(WRITTEN))
    text = "".join(around + write(word) for around, word, write in data.draw(st.lists(drawn, max_size=5)))
    compiled = re.compile(any_of(key), re.IGNORECASE)
    sure = {at for at in range(len(text)) if compiled.match(text, at)}
    assert sure <= set(Beginnings(words(key)).places(text, 0, len(text)))
    assert not sure or Anywhere(words(key)).within(text)


PIECES = st.one_of(st.sampled_from([*AROUND, *FIGURES]), *(st.sampled_from(words(key)) for key in LISTS))


@given(st.lists(PIECES, max_size=12).map("".join), st.integers(0, 30))
def test_labels_are_those_of_the_expression(text: str, begin: int) -> None:
    assert [match.span() for match in labels(text, begin)] == [m.span() for m in label().finditer(text, begin)]


@given(st.lists(PIECES, max_size=12).map("".join), st.integers(10, 60))
def test_stamps_are_those_of_the_expression_that_a_sentence_follows(text: str, far: int) -> None:
    sure = [match.span() for match in _stamp().finditer(text, 0, 2 * far) if match.start() <= far]
    found = {match.span() for match in stamps(text, far)}
    assert {(start, end) for start, end in sure if begins(text[end:])} <= found <= set(sure)


ENDINGS = st.sampled_from(
    ["A", "b ", ". ", ".", "” ", "“", "!“", " “", "? ‘", ")", "\u00a0", "…", "«", "。", "No. ", "more"]
)
OPENINGS = ("No more", "[“‘]?b", r"(?:A|b)[^.!?]{0,9}\.", r"(?<=[.] )No", r"A(?=\s*$)")


@pytest.mark.parametrize("opening", OPENINGS)
@given(st.lists(ENDINGS, max_size=14).map("".join))
def test_sentences_are_those_of_the_expression(opening: str, text: str) -> None:
    compiled = re.compile(f"{START}(?:{opening})", re.IGNORECASE)
    sure = [match.span() for match in compiled.finditer(text)]
    sentences = Sentences(opening)
    assert [match.span() for match in sentences.matches(text)] == sure
    assert [match.span() for match in sentences.near(text, None, 9)] == sure
    assert [match.span() for match in sentences.near(text, [len(text)], len(text))] == sure


@given(st.lists(ENDINGS, max_size=14).map("".join), st.integers(0, 9))
def test_places_that_lead_to_a_mark(text: str, reach: int) -> None:
    marks = [match.start() for match in re.finditer("b", text)]
    everywhere = {at for at in range(len(text) + 1) if re.compile(START).match(text, at)}
    sure = [at for at in sorted(everywhere) if any(at <= mark <= at + reach for mark in marks)]
    assert list(starts(text, marks, reach)) == sure


@given(st.lists(ENDINGS, max_size=14).map("".join))
def test_matches_in_front_of_a_word(text: str) -> None:
    compiled = re.compile(r" ?(?<!\w)[“(]{0,2} ?more", re.IGNORECASE)
    found = matches(compiled, text, Beginnings(apart=("more",)).places(text), lead=4)
    assert [match.span() for match in found] == [match.span() for match in compiled.finditer(text)]
