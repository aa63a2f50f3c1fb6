"""The command line as a user has it: a process of its own, real files, and what is in them afterwards."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from cleaner.cli import cli

ROOT = Path(__file__).parent.parent
COMMAND = (sys.executable, "-m", "cleaner")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200", "NO_COLOR": "1"}

CLEAN, FINDINGS, TROUBLE, INTERRUPTED = 0, 1, 2, 130

WORDS = (
    "the", "harbour", "council", "vote", "mayor", "bridge", "winter", "river", "budget", "school", "train",
    "market", "harvest", "museum", "doctor", "engine", "letter", "garden", "island", "weather", "station",
    "teacher", "window", "orchestra", "minister", "library", "ferry", "question", "answer", "morning",
)  # fmt: skip


def tool(*words: object, cwd: Path, **more: Any) -> subprocess.CompletedProcess[bytes]:
    """Run `corpus-clean WORDS` in ``cwd`` to its end; ``more`` goes to `subprocess.run`."""
    more.setdefault("stdin", subprocess.DEVNULL if "input" not in more else None)
    if more["stdin"] is None:
        del more["stdin"]
    return subprocess.run(
        [*COMMAND, *map(str, words)], cwd=cwd, env=ENVIRONMENT, capture_output=True, timeout=120, check=False, **more
    )


def clean(*words: object, cwd: Path) -> int:
    """Run `corpus-clean WORDS` with one worker in this process, for tests that look at files; gives the exit code."""
    before = Path.cwd()
    command = ("run", "--jobs", "1") if words[0] not in cli.commands else ()
    os.chdir(cwd)
    try:
        cli([*command, *map(str, words)], standalone_mode=False)
    except SystemExit as end:
        return int(end.code or 0)
    finally:
        os.chdir(before)
    return CLEAN


def start(*words: object, cwd: Path, **more: Any) -> subprocess.Popen[bytes]:
    """Start `corpus-clean WORDS` without waiting for it."""
    return subprocess.Popen(
        [*COMMAND, *map(str, words)],
        cwd=cwd,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        **more,
    )


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    """The lines on stderr that the tool itself wrote to the user."""
    lines = done.stderr.decode().splitlines()
    return "\n".join(line for line in lines if line.startswith(("corpus-clean:", "Error:")))


def tree(folder: Path) -> dict[str, bytes]:
    """The bytes of all visible files below ``folder`` by relative path."""
    found = (path for path in folder.rglob("*") if path.is_file() and not is_hidden(path.relative_to(folder)))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(found)}


def is_hidden(path: Path) -> bool:
    """Whether a part of the path begins with a dot."""
    return any(part.startswith(".") for part in path.parts)


def parsed(data: bytes) -> list[Any]:
    """The rows of JSON Lines."""
    return [json.loads(line) for line in data.splitlines()]


def rows(out: Path, kind: str) -> Iterator[Any]:
    """All rows of one kind in a finished OUT without compression, in the order of the files' names."""
    for path in sorted((out / kind).rglob("*.jsonl")):
        if path.is_file():
            yield from parsed(path.read_bytes())


def prose(seed: int, words: int = 60) -> str:
    """Invented sentences that no rule changes, the same for the same ``seed``."""
    dice = random.Random(seed)
    sentences = []
    for _ in range(max(1, words // 12)):
        picked = " ".join(dice.choice(WORDS) for _ in range(12))
        sentences.append(picked.capitalize() + ".")
    return " ".join(sentences)


def dirty(seed: int, words: int = 60) -> str:
    """An article with artefacts around invented prose."""
    first, second = prose(seed, words // 2), prose(seed + 1_000_003, words // 2)
    return f"{first}\n\nPhoto: Ana Ruiz/Reuters\n\n<p>The mayor&#39;s plan.</p> {second}\n"


def jsonl(path: Path, records: Iterable[dict[str, Any]]) -> Path:
    """Write records as JSON Lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    return path


def corpus(folder: Path, *, big: int = 6_000, small: int = 30, words: int = 250) -> Path:
    """A dump: ``big`` records in one JSON Lines file, every fourth with artefacts, and ``small`` loose documents."""
    bodies = [prose(seed, words) if seed % 4 else dirty(seed, words) for seed in range(50)]
    records = ({"id": f"a{n}", "title": f"Story {n}", "text": f"{bodies[n % 50]}\nStory {n} ends."} for n in range(big))
    jsonl(folder / "wire" / "big.jsonl", records)
    for number in range(small):
        place = folder / f"desk{number % 3}" / f"note{number}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(dirty(1_000 + number), encoding="utf-8")
    return folder


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """When and as which inode each visible file was written."""
    return {name: ((folder / name).stat().st_mtime_ns, (folder / name).stat().st_ino) for name in tree(folder)}
