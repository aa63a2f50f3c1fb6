"""Words in one expression match as the plain list of them does."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleaner.words import languages, words
from cleaner.words.alternation import alternation

LETTERS = st.text(alphabet="abAB .\u00a0ſsSıi(", min_size=1, max_size=5)


def listed(some: list[str]) -> str:
    ordered = sorted(set(some), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", "[ \u00a0]") for word in ordered) + ")"


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@example(some=[" ", " B", "\u00a0A"], text="\u00a0A")
@given(some=st.lists(LETTERS, min_size=1, max_size=12), text=st.text(alphabet="abAB .\u00a0ſsSıi(", max_size=20))
def test_it_matches_what_the_list_matches(flags: int, some: list[str], text: str) -> None:
    plain, tree = re.compile(listed(some), flags), re.compile(alternation(some), flags)
    assert [match.span() for match in tree.finditer(text)] == [match.span() for match in plain.finditer(text)]
    assert bool(tree.fullmatch(text)) == bool(plain.fullmatch(text))


def test_every_word_list_matches_its_own_words_whole() -> None:
    for key in {key for table in languages().values() for key, value in table.items() if isinstance(value, list)}:
        pattern = re.compile(alternation(words(key)), re.IGNORECASE)
        assert [word for word in words(key) if not pattern.fullmatch(word)] == []
