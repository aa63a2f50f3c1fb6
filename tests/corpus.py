"""A small invented corpus in mixed formats, and what the tests of whole runs need to look at its results."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import os
import random
import sys
from pathlib import Path
from typing import Any

from cleaner.write.rows import rows

ROOT = Path(__file__).parent.parent

PLACES = ("Harwick", "Dunmore", "Port Ellis", "Vila Nova", "Øyvik")
DEEDS = (
    "The council of {0} voted on Monday to repair the old sea wall.",
    "Nobody in {0} was hurt when the ferry touched the pier, the harbour master said.",
    "“We had waited for eleven years,” said a teacher from {0}.",
    "A second crossing is planned for the spring, when the tides around {0} are lower.",
    "The museum will show photographs of {0} taken before the storm.",
    "Fishermen near {0} reported nets full of jellyfish for the third week in a row.",
)

RULES = ("photo-credit-line", "spacing")
"""The rules of these tests: what they do to the corpus does not change when other rules come."""

SMALL_UNITS = "import cleaner.run.units as u; u.RANGE, u.RUN_BYTES, u.RUN_FILES = 20000, 10000, 8; "
"""Python that makes units so small that a small corpus has many."""


def article(number: int) -> str:
    """An invented text of some hundred characters; every third has something to clean."""
    chance = random.Random(number)
    told = [chance.choice(DEEDS).format(chance.choice(PLACES)) for _ in range(chance.randint(3, 9))]
    if number % 3 == 0:
        told.insert(1, f"Photo: Ana Ruiz {number}/Reuters")
    return "\n\n".join(told)


def lines(numbers: range) -> list[str]:
    """JSON Lines records with ids."""
    return [json.dumps({"id": f"r{n}", "title": f"Story {n}", "text": article(n)}, ensure_ascii=False) for n in numbers]


def build(folder: Path) -> int:
    """Write the corpus to ``folder``; gives the number of records in it, good and bad."""
    (folder / "docs" / "deep").mkdir(parents=True)
    many = lines(range(200))
    many[50] = '{"id": "cut", "text": "no end'
    many[120] = many[7]
    (folder / "many.jsonl").write_text("\n".join(many) + "\n", encoding="utf-8")
    with gzip.open(folder / "packed.jsonl.gz", "wt", encoding="utf-8") as packed:
        packed.write("\n".join(lines(range(300, 310))))
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(["id", "title", "text"])
    writer.writerows([f"c{n}", f"Row {n}", article(n)] for n in range(400, 410))
    (folder / "table.csv").write_text(table.getvalue(), encoding="utf-8")
    listed = [json.loads(line) for line in lines(range(500, 505))]
    (folder / "list.json").write_text(json.dumps(listed), encoding="utf-8")
    for number in range(20):
        (folder / "docs" / f"{number:02}.txt").write_text(article(number), encoding="utf-8")
    (folder / "docs" / "deep" / "note.md").write_text(article(21), encoding="utf-8")
    (folder / "docs" / "empty.txt").write_bytes(b"")
    (folder / "picture.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    return 200 + 10 + 10 + 5 + 20 + 1 + 1 + 1


def tree(out: Path) -> dict[str, str]:
    """Every data file below ``out`` with its checksum."""
    found = (path for path in out.rglob("*") if path.is_file() and ".corpus-clean" not in path.parts)
    return {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def every_row(out: Path, kind: str) -> list[Any]:
    """All rows of one kind, file by file."""
    files = sorted(path for path in (out / kind).rglob("*") if path.is_file())
    return [row for path in files for row in rows(path)]


def command(source: Path, out: Path, jobs: int = 1) -> list[str]:
    """The command line of a run in a process of its own, with small units and as many workers as asked for."""
    start = SMALL_UNITS + "import cleaner.pipeline as p; p._SHARE = 1; from cleaner.__main__ import main; main()"
    words = ["run", str(source), str(out), "--jobs", str(jobs), "--quiet"]
    return [sys.executable, "-c", start, *words, *(word for rule in RULES for word in ("--select", rule))]


def environment() -> dict[str, str]:
    """The environment for `command`."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}
