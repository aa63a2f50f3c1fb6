"""The sample dump through the real command: every article and edit is the one that was read and agreed on.

After a change that is meant: `corpus-clean fixtures/dump out && rm -rf fixtures/expected && mkdir fixtures/expected &&
cp -r out/articles out/edits fixtures/expected`, and read the difference.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import cleaner

FIXTURES = Path(__file__).parent.parent / "fixtures"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("dump") / "out"
    done = subprocess.run(
        [sys.executable, "-m", "cleaner", str(FIXTURES / "dump"), str(made)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return made


EXPECTED = sorted((FIXTURES / "expected").rglob("*.jsonl"))


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: str(path.relative_to(FIXTURES / "expected")))
def test_every_row_is_the_expected_one(out: Path, path: Path) -> None:
    found = out / path.relative_to(FIXTURES / "expected")
    rows = [json.loads(line) for line in found.read_text(encoding="utf-8").splitlines()]
    assert rows == [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_nothing_is_missing_or_more(out: Path) -> None:
    made = {path.relative_to(out) for folder in ("articles", "edits") for path in (out / folder).rglob("*.jsonl")}
    assert made == {path.relative_to(FIXTURES / "expected") for path in EXPECTED}
    assert len(EXPECTED) > 8


FAILURES = sorted((FIXTURES / "known-failures").glob("*.in.txt"))


@pytest.mark.parametrize("path", FAILURES, ids=lambda path: path.name)
@pytest.mark.xfail(strict=True, reason="a known failure; when it passes it becomes an example of its rule")
def test_known_failures(path: Path) -> None:
    want = path.with_name(path.name.replace(".in.", ".want.")).read_text(encoding="utf-8")
    assert cleaner.clean(path.read_text(encoding="utf-8")).text == want
