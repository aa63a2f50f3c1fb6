"""The corpora on which speed is measured: invented ones or given dumps, as files of JSON Lines."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from invented import VARIANTS, articles

TEXT_FIELDS = ("text", "body", "content", "article", "maintext", "articleBody")

_ID = b'{"id": "'

Corpora = dict[str, dict[int, Path]]
"""The path of each file by variant and part."""


def corpus(given: list[Path], size: int, parts: Collection[int], folder: Path, as_is: bool) -> Corpora:
    """The corpus in each variant, whole and in parts: every text, every second one …"""
    texts = list(read(given, size, again=not as_is) if given else articles(size))
    made: Corpora = {}
    variants = {"as it is": lambda text, _: text} if as_is else VARIANTS
    for variant, change in variants.items():
        rng = random.Random(7)
        records = [
            json.dumps({"id": f"{variant}-{n}", "title": None, "text": change(text, rng)}, ensure_ascii=False) + "\n"
            for n, text in enumerate(texts)
        ]
        made[variant] = {}
        for part in parts:
            made[variant][part] = folder / f"{variant}-{part}.jsonl"
            made[variant][part].write_text("".join(records[::part]), encoding="utf-8")
    return made


def first(files: Corpora) -> dict[int, Path]:
    """The parts of the first variant, the clean one or the corpus as it is."""
    return next(iter(files.values()))


def read(given: list[Path], size: int, again: bool) -> Iterator[str]:
    """The texts of JSON Lines files; ``again`` with their paragraphs in another order until there are enough."""
    texts = []
    for path in given:
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8") as file:
            texts += [longest(json.loads(line)) for line in file if line.strip()]
    rng = random.Random(1)
    rng.shuffle(texts)
    while size > 0 and any(texts):
        for text in filter(None, texts):
            yield text
            size -= len(text.encode("utf-8", "surrogatepass"))
        if not again:
            return
        texts = ["\n".join(rng.sample(lines := text.split("\n"), len(lines))) for text in texts]


def longest(record: Any) -> str:
    """The text of a record: a field that is called so, or the longest string in it."""
    if isinstance(record, dict):
        named = next((record[name] for name in TEXT_FIELDS if isinstance(record.get(name), str)), "")
        return named or max(map(longest, record.values()), key=len, default="")
    return record if isinstance(record, str) else ""


def repeated(source: Path, times: int) -> Path:
    """A file that holds the records of another one several times over, each time with other ids."""
    made = source.with_suffix(f".{times}.jsonl")
    with made.open("wb") as out:
        for number in range(times):
            with source.open("rb") as file:
                out.writelines(line.replace(_ID, b"%s%d-" % (_ID, number), 1) for line in file)
    return made


def small_files(folder: Path) -> int:
    """10,000 text files of up to 3,000 characters; gives their bytes."""
    folder.mkdir()
    size = 0
    for number, text in enumerate(islice(articles(30_000_000, seed=3), 10_000)):
        size += (folder / f"{number:05}.txt").write_bytes(text[:3000].encode())
    return size
