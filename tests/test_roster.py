"""The roster says of each rule what its module says, and a module is imported when its rule is asked."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from itertools import chain
from pathlib import Path

import pytest
from shell import ENVIRONMENT

from cleaner.engine import Cleaner
from cleaner.roster import roster
from cleaner.rule import Hints, Rule, discover
from cleaner.scan.scanner import Sought

APART = {"hints", "glued", "find", "page", "fixes", "reports", "keeps"}
PAIRS = list(zip(roster(), discover(), strict=True))

IMPORTED = """
import sys
from cleaner.engine import Cleaner
from cleaner.roster import roster
roster()
cleaner = Cleaner(roster())
print("\\n".join(sys.modules))
print("---")
cleaner.clean("Photo: Ana Ruiz\\nThe vote was close.")
print("\\n".join(sys.modules))
"""


def pairs_of_hints() -> list[tuple[Hints, Hints]]:
    """The hints of each rule, as the roster knows them and as they are."""
    found = [(one.hints, two.hints) for one, two in PAIRS]
    return found + [(one.glued, two.glued) for one, two in PAIRS if one.glued and two.glued]


@pytest.mark.parametrize(("known", "real"), PAIRS, ids=lambda rule: rule.code)
def test_what_is_known_of_a_rule_is_what_it_says(known: Rule, real: Rule) -> None:
    for name in {field.name for field in fields(Rule)} - APART:
        assert getattr(known, name) == getattr(real, name), name
    assert known.summary == real.summary
    assert (known.glued is None) == (real.glued is None)


def test_what_is_known_of_hints_is_what_they_say() -> None:
    for known, real in pairs_of_hints():
        for name in ("always", "literal", "mark", "shapes", "whole", "heads", "inside"):
            assert getattr(known, name) == getattr(real, name)
        assert (known.fits is None) == (real.fits is None)
        if known.fits and real.fits:
            for row in ("Photo: Ana Ruiz", "A sentence that ends. " * 20):
                assert known.fits(row) == real.fits(row)
        with pytest.raises(AttributeError):
            known.no_such_thing  # type: ignore[attr-defined]  # noqa: B018


def test_rules_that_share_hints_share_them_in_the_roster() -> None:
    known, real = zip(*pairs_of_hints(), strict=True)
    assert [known.index(one) for one in known] == [real.index(one) for one in real]
    assert Sought(roster()).mark == Sought(discover()).mark


def test_both_clean_alike() -> None:
    one, two = Cleaner(roster()), Cleaner(discover())
    for text in chain.from_iterable((example[0] for example in rule.fixes) for rule in discover()):
        assert one.clean(text).edits == two.clean(text).edits


def test_a_rule_that_is_asked_is_its_own_from_then_on() -> None:
    Cleaner(roster()).clean("Photo: Ana Ruiz\nThe vote was close, and nobody knew why.")
    (found,) = [(known, real) for known, real in PAIRS if real.code == "MED001"]
    assert found[0].find is found[1].find


def test_the_module_of_a_rule_is_imported_when_it_is_asked(tmp_path: Path) -> None:
    script = [sys.executable, "-c", IMPORTED + "from cleaner import kept\nkept.save()\n"]
    for _ in range(2):  # the first makes the roster
        done = subprocess.run(script, env=ENVIRONMENT, capture_output=True, text=True, check=True, cwd=tmp_path)
    before, after = (set(part.split()) for part in done.stdout.split("---"))
    module = "cleaner.rules.media.photo_credit_line"
    assert module not in before
    assert module in after
    assert sum(name.startswith("cleaner.rules.") for name in after) < len(discover())
