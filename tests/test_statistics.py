"""`--statistics` tells what each rule did, and changes nothing in the output."""

from __future__ import annotations

from pathlib import Path

import pytest
from shell import tool

from cleaner.config import Options
from cleaner.record import Record
from cleaner.run.desk import Desk

TEXT = "The vote was close.\n\nPhoto: Ana Ruiz/Reuters\n\nA recount follows."


def test_every_asked_rule_is_counted() -> None:
    desk = Desk(Options(statistics=True))
    assert desk.watch is not None
    for number in range(3):
        desk.clean(Record(str(number), TEXT, "in.txt"))
    costs = desk.watch.take()
    assert costs["MED001"].asked >= costs["MED001"].answers == 3
    assert costs["ENC002"].asked >= 3 and costs["ENC002"].answers == 0
    assert all(cost.seconds >= 0 for cost in costs.values())
    assert desk.watch.take() == {}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_table_goes_to_stderr_and_the_output_is_the_same(tmp_path: Path, jobs: str) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for number in range(4):
        (source / f"{number}.txt").write_text(TEXT * (1 + number), encoding="utf-8")
    plain = tool("in", "plain", "-q", cwd=tmp_path)
    timed = tool("in", "timed", "-q", "--statistics", "--jobs", jobs, cwd=tmp_path)
    assert (plain.returncode, timed.returncode, timed.stdout) == (0, 0, b"")
    assert b"MED001 photo-credit-line" in timed.stderr and b"seconds" in timed.stderr
    assert b"MED001" not in plain.stderr
    for path in (tmp_path / "plain").rglob("*.jsonl"):
        assert path.read_bytes() == (tmp_path / "timed" / path.relative_to(tmp_path / "plain")).read_bytes()


def test_a_stream_has_no_statistics(tmp_path: Path) -> None:
    found = tool("-", "-", "--statistics", cwd=tmp_path)
    assert found.returncode == 2 and b"--statistics" in found.stderr
