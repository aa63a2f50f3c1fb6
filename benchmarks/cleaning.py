"""Measure the cleaning of text dumps against reference texts, labelled lines, or texts that must not change.

    python benchmarks/cleaning.py --gold GOLD.jsonl[.gz] TEXTS.jsonl[.gz] …
    python benchmarks/cleaning.py --docs DOCS.jsonl --labels LABELS.jsonl [--doubtful DOUBTFUL.jsonl]
    python benchmarks/cleaning.py --reference CLEAN.jsonl[.gz] …

Dumps are read and cleaned as the command line does.  ``--gold`` holds ``id`` and ``text`` of each article; per dump
the F1 of its texts before and after cleaning is printed (see page_scores.py).  ``--labels`` holds ``id``, ``line``
(from 0), ``label`` and ``keep`` (null: the whole line is an artefact).  ``--reference`` files are clean already:
printed is the share of their words that cleaning loses.  A rejected or unreadable document counts as empty text.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from label_scores import LabelScores
from page_scores import Scores

_WORD = re.compile(r"\w+")


class Text(NamedTuple):
    """One text of a dump before and after cleaning; ``cleaned`` is empty for a rejected one."""

    id: str
    raw: str
    cleaned: str
    rejected: bool
    rules: Counter[str]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, which may be compressed with gzip."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return (json.loads(line) for line in data.splitlines() if line.strip())


def clean(path: Path) -> list[Text]:
    """All records of a dump, cleaned with the default options; a record that cannot be read is left out."""
    from cleaner.config import Options
    from cleaner.look import look
    from cleaner.record import Unreadable

    texts = []
    for _, seen in look([str(path)], Options(), io.BytesIO()):
        if not isinstance(seen, Unreadable):
            record, cleaned = seen
            left = "" if cleaned.rejected else cleaned.text
            texts.append(Text(record.id, record.text, left, bool(cleaned.rejected), cleaned.rules))
    return texts


def against_gold(texts: list[Text], gold: dict[str, dict[str, Any]]) -> tuple[dict[str, float], dict[str, float], int]:
    """The scores of a dump before and after cleaning, and the number of documents rejected or not readable."""
    before, after = Scores(), Scores()
    by_id = {text.id: text for text in texts}
    lost = 0
    for name, answer in gold.items():
        text = by_id.get(name)
        lost += text is None or text.rejected
        before.add({"text": answer["text"]}, {"text": text.raw if text else ""})
        after.add({"text": answer["text"]}, {"text": text.cleaned if text else ""})
    return before.row(), after.row(), lost


def loss(texts: list[Text]) -> tuple[float, int, int]:
    """The share of words that are gone, the number of texts that lost any, and of those rejected."""
    words = gone = touched = 0
    for text in texts:
        before, after = Counter(_WORD.findall(text.raw)), Counter(_WORD.findall(text.cleaned))
        missing = (before - after).total()
        words, gone, touched = words + before.total(), gone + missing, touched + bool(missing)
    return gone / max(1, words), touched, sum(text.rejected for text in texts)


def print_labels(texts: list[Text], labels: Path, doubtful: Path | None) -> None:
    """Print how the removed words of ``texts`` agree with the labels."""
    of: dict[str, dict[int, dict[str, Any]]] = defaultdict(dict)
    for row in rows(labels):
        of[row["id"]][row["line"]] = row
    unsure: dict[str, set[int]] = defaultdict(set)
    for row in rows(doubtful) if doubtful else ():
        unsure[row["id"]].add(row["line"])
    scores = LabelScores()
    for text in texts:
        scores.add(text.raw, text.cleaned, of[text.id], unsure[text.id])
    for name, value in scores.row().items():
        print(f"{name:16}{value:8.4f}" if isinstance(value, float) else f"{name:16}{value:8}")
    for label, (gone, words) in scores.by_label().items():
        print(f"  {label:14}{gone:8} of {words} words")


def print_rules(texts: list[Text]) -> None:
    """Print how many edits each rule made."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(text.rules)
    print("    " + " ".join(f"{code}:{count}" for code, count in counts.most_common()))


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dumps", nargs="*", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--docs", type=Path)
    parser.add_argument("--labels", type=Path)
    parser.add_argument("--doubtful", type=Path)
    parser.add_argument("--reference", nargs="+", type=Path, default=[])
    parser.add_argument("--rules", action="store_true", help="also print how many edits each rule made")
    parser.add_argument("-j", type=int, default=1, help="number of processes")
    asked = parser.parse_args()
    if bool(asked.gold) != bool(asked.dumps) or bool(asked.docs) != bool(asked.labels):
        parser.error("--gold goes with dumps, and --docs with --labels")
    with ProcessPoolExecutor(asked.j) as pool:
        scored = pool.map(clean, asked.dumps)
        labelled = pool.map(clean, [asked.docs] if asked.docs else [])
        references = pool.map(clean, asked.reference)
        if asked.gold:
            gold = {str(row["id"]): row for row in rows(asked.gold)}
            print(f"{'':20}{'raw':>8}{'cleaned':>9}{'precision':>11}{'recall':>8}{'rejected':>10}")
        for path, texts in zip(asked.dumps, scored, strict=True):
            before, after, lost = against_gold(texts, gold)
            cells = (
                f"{before['body']:8.3f}{after['body']:9.3f}{after['precision']:11.3f}{after['recall']:8.3f}{lost:10}"
            )
            print(f"{path.name.split('.')[0]:20}{cells}", flush=True)
            if asked.rules:
                print_rules(texts)
        for texts in labelled:
            print_labels(texts, asked.labels, asked.doubtful)
        if asked.reference:
            print(f"{'':20}{'words lost':>12}{'texts':>8}{'touched':>9}{'rejected':>10}")
        for path, texts in zip(asked.reference, references, strict=True):
            share, touched, rejected = loss(texts)
            print(f"{path.name.split('.')[0]:20}{share:12.4%}{len(texts):8}{touched:9}{rejected:10}", flush=True)
            if asked.rules:
                print_rules(texts)


if __name__ == "__main__":
    main()
