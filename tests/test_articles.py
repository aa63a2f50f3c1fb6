"""Whole articles: what is clean comes back as it is, and cleaning twice is cleaning once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleaner
from cleaner.engine import Cleaner
from cleaner.rule import discover
from cleaner.scan.hyperscanner import HyperScanner
from cleaner.scan.scanner import AhoScanner, NoScanner, PlainScanner

FIXTURES = Path(__file__).parent.parent / "fixtures"
UNTOUCHED = sorted((FIXTURES / "untouched").glob("*.txt"))
DUMP = sorted(path for path in (FIXTURES / "dump").rglob("*") if path.suffix in (".txt", ".md"))


@pytest.mark.parametrize("path", UNTOUCHED, ids=lambda path: path.stem)
def test_a_clean_article_comes_back_as_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = cleaner.clean(text)
    assert [(edit.code, edit.old, edit.new) for edit in found.edits] == []
    assert found.text == text and found.rejected is None


@pytest.mark.parametrize("path", UNTOUCHED + DUMP, ids=lambda path: path.stem)
def test_all_scanners_lead_to_the_same_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    results = [Cleaner(scanner=kind).clean(text) for kind in (NoScanner, PlainScanner, AhoScanner, HyperScanner)]
    assert {result.text for result in results} == {results[0].text}
    assert all(result.edits == results[0].edits for result in results)


EXAMPLES = [example[0] for rule in discover() for example in rule.fixes] + [
    k for rule in discover() for k in rule.keeps
]
ONE = Cleaner(max_removed=1.0, max_chrome=1.0)


@given(st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=3), st.sampled_from(["\n\n", "\n", " "]))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_joined_examples_are_undone_exactly(parts: list[str], glue: str) -> None:
    text = glue.join(parts)
    found = ONE.clean(text)
    if found.rejected is None:
        assert cleaner.undo(found.text, found.edits) == text
    assert not [f for f in found.findings if f.level == "error" and not f.code.startswith(("GUARD", "CHK"))]
