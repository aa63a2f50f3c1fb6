"""The benchmark scripts, run on small files as their users run them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "cleaning.py"
STORY = "The ferry to the island sailed again on Monday, its owner said in a statement to the press."


def jsonl(path: Path, *rows: dict[str, Any]) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def measure(*arguments: str) -> list[list[str]]:
    done = subprocess.run([sys.executable, str(SCRIPT), *arguments], capture_output=True, text=True, check=True)
    return [line.split() for line in done.stdout.splitlines()]


def test_a_dump_is_scored_before_and_after_cleaning(tmp_path: Path) -> None:
    gold = jsonl(tmp_path / "gold.jsonl", {"id": "1", "text": STORY}, {"id": "2", "text": STORY})
    dump = jsonl(tmp_path / "dump.jsonl", {"id": "1", "text": f"{STORY}\n\nPhoto: Ana Ruiz/Reuters"})
    _, (name, raw, cleaned, precision, recall, rejected) = measure("--gold", gold, dump)
    assert (name, float(precision), float(recall), rejected) == ("dump", 1.0, 0.5, "1")
    assert float(cleaned) > float(raw)


def test_removed_words_are_scored_against_labelled_lines(tmp_path: Path) -> None:
    docs = jsonl(tmp_path / "docs.jsonl", {"id": "1", "text": f"{STORY}\n\nPhoto: Ana Ruiz/Reuters"})
    labels = jsonl(tmp_path / "labels.jsonl", {"id": "1", "line": 2, "label": "photo_credit", "keep": None})
    rows = measure("--docs", docs, "--labels", labels)
    assert rows[:2] == [["precision", "1.0000"], ["recall", "1.0000"]]
    assert rows[-1] == ["photo_credit", "4", "of", "4", "words"]


@pytest.mark.parametrize(
    ("text", "lost", "touched"), [(STORY, "0.0000%", "0"), (f"{STORY}\nRead more", "10.0000%", "1")]
)
def test_the_loss_of_clean_texts_is_told(tmp_path: Path, text: str, lost: str, touched: str) -> None:
    _, row = measure("--reference", jsonl(tmp_path / "clean.jsonl", {"id": "1", "text": text}))
    assert row == ["clean", lost, "1", touched, "0"]
