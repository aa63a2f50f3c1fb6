"""Output files get names that are harmless everywhere, and each its own."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from shell import CLEAN, clean, dirty, rows, tool, tree

from cleaner.read import discover
from cleaner.write.names import assign, safe

HOSTILE = ("line\nbreak.txt", "dots...txt", "C:drive.jsonl", "con.jsonl", "tab\t.jsonl", "ü.jsonl", "a b .jsonl",
           "\x1b[31mred.jsonl", "%2E.jsonl", "long" + "g" * 230 + ".jsonl", "\u202egnp.jsonl")  # fmt: skip


def test_hostile_file_names_stay_below_out_and_are_told_apart(tmp_path: Path) -> None:
    folder = tmp_path / "in" / "odd..\n" / "x"
    folder.mkdir(parents=True)
    for number, name in enumerate(HOSTILE):
        data = dirty(number) if name.endswith("txt") else json.dumps({"id": "x", "text": dirty(number)})
        (folder / name).write_text(data)
    (folder / os.fsdecode(b"caf\xe9.jsonl")).write_text(json.dumps({"id": "x", "text": dirty(99)}))
    (folder / "caf%E9.jsonl").write_text(json.dumps({"id": "x", "text": dirty(98)}))
    before = {path.name for path in tmp_path.iterdir()}
    done = tool("in", "out", "-q", cwd=tmp_path)
    assert done.returncode == CLEAN, done.stderr
    assert {path.name for path in tmp_path.iterdir()} == before | {"out"}
    names = list(tree(tmp_path / "out"))
    assert all(name.isprintable() and ":" not in name and ".." not in name.split("/") for name in names)
    assert sum(1 for _ in rows(tmp_path / "out", "articles")) == len(HOSTILE) + 2
    assert clean("validate", "out", cwd=tmp_path) == CLEAN
    assert clean("undo", "out", "back", cwd=tmp_path) == CLEAN
    assert sum(data.count(b"Photo: Ana") for data in tree(tmp_path / "back").values()) == len(HOSTILE) + 2


def test_outputs_that_would_collide_get_different_names(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").mkdir()
    for name in ("A.csv", "a.csv", "a.CSV", "a.csv.jsonl", "a.jsonl/b.jsonl", "_documents.jsonl", "x.txt"):
        (tmp_path / name).write_text("text\nOne.\n")
    names = assign(discover(tmp_path))
    folded = [name.casefold() for name in set(names.values())]
    assert len(folded) == len(set(folded)) == len(names)


@pytest.mark.parametrize("part", ["..", ".", "", "a/b".replace("/", "\\"), "nul", "COM1.txt", "x" * 300, "dot."])
def test_safe_parts_name_one_harmless_thing(part: str) -> None:
    made = safe(part)
    assert made not in ("", ".", "..")
    assert not set(made) & set('/\\:*?"<>|')
    assert len(made.encode()) <= 200
    assert not made.lower().startswith(("nul", "com1"))
    assert safe(made) == made or part == "dot."
