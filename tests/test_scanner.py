"""The scanners agree: none misses a rule that another would ask."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleaner.rule import Hints, Rule, discover
from cleaner.scan.hyperscanner import Folder, HyperScanner
from cleaner.scan.rescan import Rescanner
from cleaner.scan.scanner import AhoScanner, Hits, Placed, PlainScanner, fold, literals, needed

HINTS = [
    Hints(heads=("photo", "foto", "фото", "写真")),
    Hints(inside=("getty images", "(reuters)", "ışık")),
    Hints(heads=("by",), inside=("© ",)),
    Hints(inside=("straße", "kskisk")),
    Hints(),
    Hints(shapes=(r"\bain t\b", r"[a-z]{2}[.!?]”?[a-z]{2}")),
    Hints(heads=("by", "von", "автор", "by ")).of_whole_words(),
]
RULES = [Rule(code=f"TST{number}", hints=hints) for number, hints in enumerate(HINTS)]
PIECES = ["photo", "Photo", "FOTO", "ФОТО", "Фото", "写真", "Getty Images", "(Reuters)", "IŞIK", "ışık", "By", "© ",
          "•",           "STRASSE", "STRAßE", "\u212as\u0130S\u212a", "ſ", "\n",
          "ain t", "end.Next", "Von", "Автор",
          " ", "\t", "-", "“", "x", "\ud800", "🎬"]  # fmt: skip
SHAPES = [shape.encode().decode("latin-1") for shape in HINTS[5].shapes]


def covers(wide: Hits, narrow: Hits) -> bool:
    """True when ``wide`` asks every rule on every line that ``narrow`` asks it."""
    for rule, lines in narrow.items():
        if rule not in wide:
            return False
        if wide[rule] is not None and lines is not None and not set(lines) <= set(wide[rule] or ()):
            return False
    return True


EVERY = HyperScanner(discover())
FOLDER = Folder()
NATIVE = [AhoScanner(RULES), HyperScanner(RULES)]


@pytest.mark.parametrize("native", NATIVE, ids=["aho", "hyperscan"])
@given(text=st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@example(text="© By\ud800photo")
def test_native_asks_whatever_plain_asks(native: AhoScanner | HyperScanner, text: str) -> None:
    plain, found = PlainScanner(RULES).scan(text), native.scan(text)
    assert set(plain) - {HINTS[5]} == set(found) - {HINTS[5]}  # without Hyperscan shapes are not looked for
    assert covers(found, {rule: lines for rule, lines in plain.items() if lines is not None})
    shaped = any(re.search(shape, fold(text).encode("utf-8", "surrogatepass").decode("latin-1")) for shape in SHAPES)
    assert (HINTS[5] in found) >= shaped


@pytest.mark.parametrize("native", NATIVE, ids=["aho", "hyperscan"])
def test_places_are_lines(native: AhoScanner | HyperScanner) -> None:
    text = "One line.\nPhoto: X\n\nTaken for Getty Images here\n写真：Y"
    assert {hints: native.scan(text)[hints] for hints in (HINTS[4], HINTS[0], HINTS[1])} == {
        HINTS[4]: None, HINTS[0]: [1, 4], HINTS[1]: [3]
    }  # fmt: skip


@pytest.mark.parametrize("scanner", [PlainScanner, AhoScanner, HyperScanner])
def test_behind_a_whole_word_stands_no_letter(scanner: type) -> None:
    text = "By\nBye\nby: X\nBY2\n(Von)\nvonx\nVoné\nБy\nАвтора"
    assert scanner(RULES[6:]).scan(text) == {HINTS[6]: [0, 2, 3, 4, 6, 8]}


@given(text=st.text(st.one_of(st.characters(), st.sampled_from("aIİıiſK\u0307ΣΑςΩéÉ\ud800"))))
def test_folding_is_the_same_with_a_look_at_the_bytes(text: str) -> None:
    assert FOLDER.folded(text) == fold(text).encode("utf-8", "surrogatepass")


def test_no_text_no_hits() -> None:
    assert HyperScanner(RULES).scan("") == {HINTS[4]: None}
    assert PlainScanner(RULES).scan("") == {HINTS[4]: None, HINTS[5]: None}


@pytest.mark.parametrize("scanner", [PlainScanner, AhoScanner, HyperScanner])
def test_every_rule_can_be_scanned_for(scanner: type) -> None:
    assert scanner(discover()).scan("A sentence.") is not None


@pytest.mark.parametrize("rule", [rule for rule in discover() if rule.hints.shapes], ids=lambda rule: rule.code)
@given(data=st.data())
def test_shapes_are_found_wherever_they_stand(rule: Rule, data: st.DataObject) -> None:
    shape = data.draw(st.sampled_from(rule.hints.shapes)).encode()
    found = data.draw(st.from_regex(shape))
    text = (b"word " * data.draw(st.integers(0, 20)) + found).decode("utf-8", "replace").lower()
    if re.search(shape, fold(text).encode()):
        assert rule.hints in EVERY.scan(text)


def test_a_shape_is_known_by_its_longest_literal() -> None:
    assert needed(r"\bcouldn t\b") == "couldn t"
    assert needed(r"document\.getelementbyid\(") == "document.getelementbyid("
    assert needed(r"\bfunction ?\(") == "function"
    assert needed(r"(?: |\t){2}") == ""


def test_scanners_without_shapes_ask_wherever_a_shape_stands() -> None:
    shaped = [rule for rule in discover() if rule.hints.shapes]
    texts = [text for rule in shaped for text in (*(fix[0] for fix in rule.fixes), *rule.reports)]
    assert len(texts) > 5
    for kind in (AhoScanner, PlainScanner):
        scanner = kind(shaped)
        for rule in shaped:
            for text in (*(fix[0] for fix in rule.fixes), *rule.reports):
                assert scanner.scan(text).get(rule.hints, ()) is None


SHORT = Rule(code="TST9", hints=Hints(heads=("photo",), inside=("getty",)).within(12))
STATES = st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), min_size=1, max_size=4)


@pytest.mark.parametrize("kind", [PlainScanner, AhoScanner, HyperScanner])
@given(states=STATES)
def test_a_state_of_a_text_is_scanned_as_if_it_were_the_first(kind: type, states: list[str]) -> None:
    scanner = kind([*RULES, SHORT])
    again = Rescanner(scanner)
    for text in states:
        rows = text.split("\n")
        found, fresh = again.scan(text, rows), Rescanner(scanner).scan(text, rows)
        sure = {hints for hints, lines in found.items() if lines is not None}
        assert covers(found, fresh)
        assert {hints: set(found[hints] or ()) for hints in sure} == {hints: set(fresh[hints] or ()) for hints in sure}


@given(text=st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_literals_end_where_the_scanner_says(text: str) -> None:
    found, folded = HyperScanner(RULES).scan(text), fold(text)
    assert isinstance(found, Placed)
    for hints in HINTS:
        sure = {at + len(word) for word in literals(hints) for at in range(len(text)) if folded.startswith(word, at)}
        assert found.ends(hints) == (sorted(sure) if len(folded) == len(text) else None)


@given(states=STATES)
def test_literals_of_a_state_end_where_they_do_in_the_first(states: list[str]) -> None:
    scanner = HyperScanner(RULES)
    again = Rescanner(scanner)
    for text in states:
        rows = text.split("\n")
        again.scan(text, rows)
        for at, row in enumerate(rows):
            alone = Rescanner(scanner)
            alone.scan(row, [row])
            for hints in HINTS:
                found = again.ends(hints, row, sum(map(len, rows[:at])) + at)
                assert found is None or found == alone.ends(hints, row, 0)


def test_no_hint_spans_lines() -> None:
    for rule in discover():
        assert not any("\n" in word for word in (*rule.hints.heads, *rule.hints.inside))
        assert not any(re.search(shape.encode(), b"\n") for shape in rule.hints.shapes)
