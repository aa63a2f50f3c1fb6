"""A run over what has been cleaned: only what has changed is made again, and nobody else's files are touched."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from shell import CLEAN, TROUBLE, clean, dirty, jsonl, said, stamps, tool, tree


def test_a_second_run_does_nothing(small: Path) -> None:
    assert clean("in", "out", "-q", cwd=small) == CLEAN
    before = stamps(small / "out")
    done = tool("in", "out", cwd=small)
    assert done.returncode == CLEAN
    assert stamps(small / "out") == before
    assert "5 of 5 outputs were finished before" in done.stderr.decode()
    assert "10 records read" in " ".join(done.stderr.decode().split())


def test_a_changed_input_redoes_its_output_alone(small: Path) -> None:
    clean("in", "out", "-q", cwd=small)
    before, mtime = stamps(small / "out"), (small / "in" / "desk1" / "note1.txt").stat()
    (small / "in" / "desk1" / "note1.txt").write_text(dirty(9_999))
    os.utime(small / "in" / "desk1" / "note1.txt", ns=(mtime.st_atime_ns, mtime.st_mtime_ns))
    assert clean("in", "out", "-q", cwd=small) == CLEAN
    after = stamps(small / "out")
    redone = {name for name in after if after[name] != before.get(name)}
    assert redone == {"articles/desk1/_documents.jsonl", "edits/desk1/_documents.jsonl", "manifest.json"}
    clean("in", "fresh", "-q", cwd=small)
    assert tree(small / "out") == tree(small / "fresh")


def test_files_of_a_vanished_input_are_removed_and_those_of_a_new_one_added(small: Path) -> None:
    clean("in", "out", "-q", cwd=small)
    (small / "in" / "more.jsonl").unlink()
    jsonl(small / "in" / "new.jsonl", [{"id": "n", "text": dirty(6)}])
    assert clean("in", "out", "-q", cwd=small) == CLEAN
    assert not (small / "out" / "articles" / "more.jsonl").exists()
    assert not (small / "out" / "edits" / "more.jsonl").exists()
    clean("in", "fresh", "-q", cwd=small)
    assert tree(small / "out") == tree(small / "fresh")


def test_options_that_change_output_redo_it_and_others_do_not(small: Path) -> None:
    clean("in", "out", "-q", cwd=small)
    before = stamps(small / "out")
    clean("in", "out", "-q", "--jobs", 2, "--exit-zero", "--report", "json=report.json", cwd=small)
    assert stamps(small / "out") == before
    clean("in", "out", "-q", "--ignore", "MED", cwd=small)
    assert "Photo: Ana Ruiz" in (small / "out" / "articles" / "more.jsonl").read_text()
    clean("in", "fresh", "-q", "--ignore", "MED", cwd=small)
    assert tree(small / "out") == tree(small / "fresh")


def test_a_file_that_was_touched_is_made_again(small: Path) -> None:
    clean("in", "out", "-q", cwd=small)
    before = tree(small / "out")
    with (small / "out" / "articles" / "more.jsonl").open("ab") as file:
        file.write(b"{}\n")
    (small / "out" / "edits" / "desk0" / "_documents.jsonl").unlink()
    assert clean("in", "out", "-q", cwd=small) == CLEAN
    assert tree(small / "out") == before


def test_out_inside_in_is_left_out_of_the_input(small: Path) -> None:
    clean("in", "fresh", "-q", cwd=small)
    for _ in range(2):
        assert clean("in", "in/out", "-q", cwd=small) == CLEAN
        assert tree(small / "in" / "out") == tree(small / "fresh")


def test_files_of_someone_else_are_not_written_over(small: Path) -> None:
    (small / "out" / "articles").mkdir(parents=True)
    (small / "out" / "articles" / "mine.txt").write_text("mine")
    done = tool("in", "out", cwd=small)
    assert done.returncode == TROUBLE
    assert "out/articles: is there already and not from a run of this tool" in said(done)
    assert tree(small / "out") == {"articles/mine.txt": b"mine"}


def test_changing_the_format_removes_the_files_of_the_old_one(small: Path) -> None:
    for more in (["--compress", "gz"], ["--format", "parquet"], []):
        assert clean("in", "out", "-q", *more, cwd=small) == CLEAN
    clean("in", "fresh", "-q", cwd=small)
    assert tree(small / "out") == tree(small / "fresh")


def test_a_copied_out_folder_is_worth_as_much_as_the_first(small: Path) -> None:
    clean("in", "out", "-q", cwd=small)
    shutil.copytree(small / "out", small / "copy")
    before = stamps(small / "copy")
    assert clean("in", "copy", "-q", cwd=small) == CLEAN
    assert stamps(small / "copy") == before
