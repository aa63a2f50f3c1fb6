"""Every rule's own examples, and what must hold for every rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cleaner.document import Document, Kind
from cleaner.engine import LAYERS, Cleaner
from cleaner.rule import REPORT, Rule, discover
from cleaner.scan.scanner import NoScanner

RULES = discover()

_PROSE = "The ferry to the island sailed again on Monday, its owner said in a statement to the press of the town."
STORY = "\n\n".join([f"{_PROSE} {_PROSE}"] * 3)
"""A text without any trait."""


def alone(rule: Rule) -> Cleaner:
    return Cleaner([rule], risky=True, max_removed=1.0, max_chrome=1.0)


def cases(attribute: str) -> list[pytest.ParameterSet]:
    return [
        pytest.param(rule, example, id=f"{rule.code}-{number}")
        for rule in RULES
        for number, example in enumerate(getattr(rule, attribute))
    ]


@pytest.mark.parametrize(("rule", "example"), cases("fixes"))
def test_fixes(rule: Rule, example: tuple) -> None:
    dirty, expected, *fields = example
    found = alone(rule).clean(dirty)
    assert not [finding for finding in found.findings if finding.level == "error"]
    assert found.text == expected
    for wanted in fields:
        assert {name: found.fields.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(("rule", "example"), cases("keeps"))
def test_keeps(rule: Rule, example: str) -> None:
    found = alone(rule).clean(example)
    assert found.text == example
    assert not found.edits
    if rule.safety is REPORT:
        assert not found.findings


@pytest.mark.parametrize(("rule", "example"), cases("reports"))
def test_reports(rule: Rule, example: str) -> None:
    found = alone(rule).clean(example)
    assert found.text == example
    assert [finding.code for finding in found.findings]


@pytest.mark.parametrize(("rule", "example"), cases("fixes"))
def test_a_fixed_text_stays_as_it_is(rule: Rule, example: tuple) -> None:
    assert alone(rule).clean(example[1]).text == example[1]


def examples(rule: Rule) -> list[str]:
    return [dirty for dirty, *_ in rule.fixes] + list(rule.keeps) + list(rule.reports)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_hints_only_save_time(rule: Rule) -> None:
    plain = Cleaner([rule], scanner=NoScanner, risky=True, max_removed=1.0, max_chrome=1.0)
    for example in examples(rule):
        for text in (example, example.upper(), "  " + example.replace("\n", "\n\t"), f"Before.\n{example}\nAfter."):
            assert alone(rule).clean(text).text == plain.clean(text).text


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.needs], ids=lambda rule: rule.code)
def test_needs_only_save_time(rule: Rule) -> None:
    careful, eager = alone(rule), alone(replace(rule, needs=0))
    for example in examples(rule):
        flat = example.replace("\n", " ")
        for text in (example, f"{example}\n\n{STORY}", f"{STORY}\n\n{example}", f"{flat} {STORY}", f"{STORY} {flat}"):
            found, expected = careful.clean(text), eager.clean(text)
            assert (found.text, found.findings) == (expected.text, expected.findings)


@pytest.mark.parametrize("kind", ["text", "html"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_of_a_text_that_has_been_cleaned_no_rule_says_more(rule: Rule, kind: Kind) -> None:
    assert rule.find is not None
    for example in examples(rule) + [fixed[1] for fixed in rule.fixes]:
        if not list(rule.find(Document(example, {}, kind))):
            assert not list(rule.find(Document(example, {}, "article")))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_documented(rule: Rule) -> None:
    assert rule.summary and not rule.summary.endswith(".")
    for part in ("What", "Why", "Kept"):
        assert f"\n{part} " in rule.page
    assert rule.fixes or (rule.safety is REPORT and rule.reports)
    assert len(rule.keeps) >= len(rule.fixes or rule.reports)
    assert any(rule.phase in phases for phases in LAYERS)
