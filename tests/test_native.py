"""What the native looks skip needs no looking at, and kept databases are never trusted blindly."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Cleaner
from cleaner.rule import discover
from cleaner.scan.compiling import compiled
from cleaner.scan.hyperscanner import HyperScanner
from cleaner.scan.hypersuspect import HyperSuspect
from cleaner.scan.native import NotKept, _compiled_apart, database
from cleaner.scan.scanner import AhoScanner, NoScanner
from cleaner.text.repair import _ODD, repairs

SUSPECT = HyperSuspect(_ODD)
DAMAGE = ["Ã©", "â€™", "\x92", "\xad", "e\u0301", "\u1112\u1161", "\u0b47\u0b3e", "\ufeff", "ﬁ", "\u212b", "\ud800",
          "a", " ", "é", "“", "日", "\U0001f600", "\U000e0041", "\r", "½", "ß", "ő", "Â£", "œ"]  # fmt: skip


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(DAMAGE), max_size=12).map("".join)))
def test_what_is_cleared_needs_no_repair(text: str) -> None:
    if SUSPECT.clears(text):
        assert repairs(text) == []


@pytest.mark.parametrize("text", ["It’s a café in Łódź. 本文です。 Привет, “мир”.", "Plain words.\n\tAnd a tab."])
def test_clean_text_is_cleared(text: str) -> None:
    assert SUSPECT.clears(text)


def _examples() -> list[str]:
    """All the texts in which some rule fires, or nearly does."""
    texts = []
    for rule in discover():
        texts += [fix if isinstance(fix, str) else fix[0] for fix in (*rule.fixes, *rule.reports)]
        texts += [keep for keep in rule.keeps if isinstance(keep, str)]
    return texts


CLEANERS = [Cleaner(scanner=kind, max_removed=1.0, max_chrome=1.0) for kind in (NoScanner, AhoScanner, HyperScanner)]


@pytest.mark.parametrize("case", [str, str.upper, str.title])
def test_rules_do_the_same_with_and_without_a_scanner(case: type[str]) -> None:
    for text in _examples():
        asked_always, *scanned = [cleaner.clean(case(text)) for cleaner in CLEANERS]
        for found in scanned:
            assert found == asked_always


GLUE = st.sampled_from(["\n", "\n\n", " ", "\n  ", "\n\u00a0", "\n• ", "\n“", " — ", "\t", "\r\n", "\n\n\n\n"])
PIECES = st.tuples(st.sampled_from(_examples()), GLUE)


@settings(max_examples=60, derandomize=True)
@given(st.lists(PIECES, min_size=2, max_size=3))
def test_rules_do_the_same_on_what_examples_make_together(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + glue for piece, glue in pieces)
    asked_always, *scanned = [cleaner.clean(text) for cleaner in CLEANERS]
    for found in scanned:
        assert found == asked_always


def test_a_kept_database_is_taken_and_a_damaged_one_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")

    def found() -> list[int]:
        matches: list[int] = []
        base = database("test", lambda: [(b"abc", 0)])
        base.scan(b"xabcx", match_event_handler=lambda number, start, end, flags, context: matches.append(end))
        return matches

    with pytest.raises(NotKept):
        database("test", lambda: [(b"abc", 0)], kept_only=True)
    assert found() == [4]
    (kept,) = (tmp_path / "corpus-clean").iterdir()
    database("test", lambda: pytest.fail("made again"), kept_only=True)
    for damaged in (b"", b"junk", kept.read_bytes()[:-9], kept.read_bytes().replace(b"\x00", b"\x01", 5)):
        kept.write_bytes(damaged)
        assert found() == [4]
    assert [path.name for path in (tmp_path / "corpus-clean").iterdir()] == [kept.name]


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus-clean").write_text("a file where the folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert database("test", lambda: [(b"abc", 0)]) is not None


@pytest.mark.parametrize("python", ["", "/no/such/python", "/bin/false", "/bin/echo"])
def test_a_database_is_compiled_here_where_no_other_process_can(
    python: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "executable", python)
    found: list[int] = []
    made = database("test", lambda: [(b"ferry", 0), (b"quay", 0)])
    made.scan(b"The quay", match_event_handler=lambda number, *_: found.append(number))
    assert found == [1]


def test_what_another_process_compiles_is_what_this_one_would() -> None:
    expressions = [(b"ferry", 0), (b"\nphoto[^a-z]", 0)]
    assert _compiled_apart(expressions) == compiled(expressions)
