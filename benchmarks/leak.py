"""Measure how much two sources give themselves away at the ends of their articles, before and after cleaning.

    python benchmarks/leak.py True.csv Fake.csv [--words 12] [--limit N] [--top 15]

Each file (CSV, TSV, JSONL and whatever else ``corpus-clean`` reads; compressed or not) is one class.  A bag-of-words
classifier sees only the first and the last words of every article.  What it gets right without reading the story is
the source's furniture: datelines, credits, sign-offs.  Needs scikit-learn (``pip install scikit-learn``).
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cleaner.config import Options
from cleaner.read import read
from cleaner.read.walk import discover
from cleaner.record import Record
from cleaner.run.desk import Desk

SEED = 7
FOLDS = 10


class Pair(NamedTuple):
    """One article before and after cleaning."""

    before: str
    after: str


def pairs(path: Path, limit: int) -> list[Pair]:
    """The articles of a file that cleaning does not reject; a random sample of ``limit`` when there are more."""
    desk, found = Desk(Options()), []
    for item in discover(path):
        for record in read(item, Options().reading()):
            if isinstance(record, Record):
                cleaned = desk.clean(record)
                if cleaned.rejected is None:
                    found.append(Pair(cleaned.original, cleaned.text))
    random.Random(SEED).shuffle(found)
    return found[:limit]


def ends(text: str, count: int) -> list[str]:
    """The features of a text: its first and last ``count`` words, marked by the end they come from."""
    words = text.lower().split()
    return [f"first:{word}" for word in words[:count]] + [f"last:{word}" for word in words[-count:]]


class Outcome(NamedTuple):
    """Cross-validated accuracy, and the words that speak most for either source with their weights."""

    accuracy: float
    spread: float
    features: tuple[list[tuple[str, float]], list[tuple[str, float]]]


def outcome(texts: Sequence[str], labels: Sequence[int], count: int, top: int) -> Outcome:
    """Train and test on ``texts``; ``labels`` are 0 and 1."""
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import StratifiedKFold, cross_val_score
    from sklearn.pipeline import make_pipeline

    vectors = CountVectorizer(analyzer=lambda text: ends(text, count), binary=True, min_df=3)
    model = make_pipeline(vectors, LogisticRegression(max_iter=2000))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
    scores = cross_val_score(model, texts, labels, cv=folds)
    model.fit(texts, labels)
    weights = sorted(zip(model[-1].coef_[0], vectors.get_feature_names_out(), strict=True))
    for_first = [(word, -weight) for weight, word in weights[:top]]
    for_second = [(word, weight) for weight, word in weights[::-1][:top]]
    return Outcome(scores.mean(), scores.std(), (for_first, for_second))


def main() -> int:
    """Print both measurements."""
    parser = argparse.ArgumentParser(description="How well the ends of articles give their source away.")
    parser.add_argument("sources", nargs=2, type=Path, metavar="FILE")
    parser.add_argument("--words", type=int, default=12, help="words at either end (default: 12)")
    parser.add_argument("--limit", type=int, default=5000, help="articles of each source (default: 5000)")
    parser.add_argument("--top", type=int, default=15, help="words to show for each source (default: 15)")
    given = parser.parse_args()
    try:
        import sklearn  # noqa: F401
    except ImportError:
        print("leak.py needs scikit-learn: pip install scikit-learn", file=sys.stderr)
        return 2
    sources = [pairs(path, given.limit) for path in given.sources]
    size = min(map(len, sources))
    if size < FOLDS:
        print(f"each source must have at least {FOLDS} articles that can be read", file=sys.stderr)
        return 2
    labels = [label for label in (0, 1) for _ in range(size)]
    for when in Pair._fields:
        texts = [getattr(pair, when) for source in sources for pair in source[:size]]
        found = outcome(texts, labels, given.words, given.top)
        print(f"{when}: accuracy {found.accuracy:.3f} ± {found.spread:.3f} on 2 × {size} articles (chance 0.5)")
        for path, words in zip(given.sources, found.features, strict=True):
            print(f"  {path.name}: " + "  ".join(f"{word} {weight:.2f}" for word, weight in words))
    return 0


if __name__ == "__main__":
    sys.exit(main())
