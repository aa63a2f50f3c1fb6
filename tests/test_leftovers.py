"""What an earlier run left, in whatever state, and files and folders that may not be touched."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

import pytest
from shell import (
    CLEAN,
    FINDINGS,
    TROUBLE,
    clean,
    corpus,
    rows,
    said,
    tool,
    tree,
)

from cleaner.run.journal import Journal
from cleaner.run.lock import Lock
from cleaner.write.atomic import RowFile

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions and locks of POSIX")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A dump that is done in no time."""
    return corpus(tmp_path / "in", big=3, small=3, words=40).parent


def test_two_runs_exclude_each_other(small: Path) -> None:
    assert clean("in", "out", "-q", cwd=small) == CLEAN
    before = tree(small / "out")
    with Lock(small / "out" / ".corpus-clean" / "lock"):
        done = tool("in", "out", cwd=small)
    assert done.returncode == TROUBLE
    assert said(done) == "corpus-clean: out: another run is writing here; wait for it or choose another folder"
    assert tree(small / "out") == before
    assert clean("in", "out", "-q", cwd=small) == CLEAN


def without_privilege() -> None:
    """Make permissions count even for root, in the process that is about to start."""
    if os.geteuid() == 0:
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a way to take root's privileges away")
def test_a_folder_that_must_not_be_written_is_one_clear_line(small: Path) -> None:
    (small / "out").mkdir()
    (small / "out").chmod(0o555)
    done = tool("in", "out", cwd=small, preexec_fn=without_privilege)
    assert done.returncode == TROUBLE
    assert said(done) == "corpus-clean: out/.corpus-clean: Permission denied; mend that and run the same command again"
    assert tree(small / "out") == {}


@pytest.mark.skipif(sys.platform != "linux", reason="needs a way to take root's privileges away")
def test_a_folder_that_cannot_be_listed_is_refused_and_the_rest_is_read(small: Path) -> None:
    (small / "in" / "closed").mkdir(mode=0)
    done = tool("in", "out", cwd=small, preexec_fn=without_privilege)
    assert done.returncode == FINDINGS
    (refused,) = rows(small / "out", "rejected")
    assert refused["origin"]["path"] == "closed"
    assert refused["reasons"][0]["name"] == "file-unreadable"
    assert len(list(rows(small / "out", "articles"))) == 6
    (small / "in").chmod(0)
    done = tool("in", "out2", cwd=small, preexec_fn=without_privilege)
    assert done.returncode == TROUBLE
    assert said(done) == "corpus-clean: in: Permission denied"


def test_leftovers_of_a_killed_run_are_cleared_away(small: Path) -> None:
    hidden = small / "out" / ".corpus-clean"
    (hidden / "shards").mkdir(parents=True)
    (hidden / "shards" / "half.articles.1.2.part").write_bytes(b"half a r")
    (hidden / "journal.jsonl").write_bytes(b'{"outputs": [{"na')
    assert clean("in", "out", "-q", cwd=small) == CLEAN
    assert clean("in", "fresh", "-q", cwd=small) == CLEAN
    assert tree(small / "out") == tree(small / "fresh")
    assert [path.name for path in hidden.iterdir()] == ["lock"]


def test_a_torn_journal_entry_does_not_spoil_those_that_follow(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_bytes(b'{"begun": ["a.jsonl"]}\n{"outputs": [{"na')
    journal = Journal(path, tmp_path)
    assert (journal.begun, journal.outputs) == ({"a.jsonl"}, {})
    journal.finish([{"name": "b.jsonl"}])
    journal.close()
    again = Journal(path, tmp_path)
    assert (again.begun, again.outputs) == ({"a.jsonl"}, {"b.jsonl": {"name": "b.jsonl"}})
    again.close()


def test_files_of_a_join_that_was_killed_go_when_their_input_is_gone(small: Path) -> None:
    """The files have their names, the journal knows only that they were begun, and then the input vanishes."""
    out = small / "out"
    assert clean("in", "out", "-q", cwd=small) == CLEAN
    (out / "manifest.json").unlink()
    (out / ".corpus-clean" / "shards").mkdir()
    journal = Journal(out / ".corpus-clean" / "journal.jsonl", out / ".corpus-clean" / "shards")
    journal.begin(["wire/big.jsonl"])
    journal.close()
    (small / "in" / "wire" / "big.jsonl").unlink()
    assert clean("in", "out", "-q", cwd=small) == CLEAN
    assert clean("in", "fresh", "-q", cwd=small) == CLEAN
    assert tree(out) == tree(small / "fresh")


@pytest.mark.parametrize("harm", [b"\x00\xff", b'{"schema": 99}'])
def test_a_damaged_manifest_costs_time_but_nothing_else(small: Path, harm: bytes) -> None:
    clean("in", "out", "-q", cwd=small)
    before = tree(small / "out")
    (small / "out" / "manifest.json").write_bytes(harm)
    assert clean("in", "out", "-q", cwd=small) == CLEAN
    assert tree(small / "out") == before


@pytest.mark.parametrize("compress", [None, "gz", "zst"])
def test_a_file_has_its_name_only_when_it_is_whole(tmp_path: Path, compress: str | None) -> None:
    path = tmp_path / "rows"
    file = RowFile(path, compress)
    for number in range(100_000):
        file.write(b"%d" % number)
    assert not path.exists()
    made = file.close()
    assert (made.rows, made.bytes) == (100_000, path.stat().st_size)
    other = RowFile(tmp_path / "other", compress)
    other.write(b"row")
    other.abandon()
    assert [one.name for one in tmp_path.iterdir()] == ["rows"]
