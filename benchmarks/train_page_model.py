"""Fit the weights that tell article lines from page chrome, and check them on pages that the fit has not seen.

    python benchmarks/train_page_model.py --gold GOLD.jsonl[.gz] --texts TEXTS.jsonl[.gz] … [--gold … --texts …] \\
        [--write cleaner/textpages/weights.json]

``--gold`` holds ``id`` and ``text`` of each article, and perhaps ``publisher``; the ``--texts`` after it hold, under
the same ids, what programs that turn whole pages into text made of the pages.  A line counts as article when most of
its words stand in windows of four words that the article has.  A fourth of the publishers (of the pages, without
publisher) in turn is held out to print the F1 of the kept lines; the weights written come from all pages, those of one
``--gold`` counting as much as those of another.  Needs scikit-learn, which nothing else here needs.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from hashlib import md5
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from cleaning import rows
from page_scores import Scores
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.linear_model import LogisticRegression

from cleaner.engine import Cleaner
from cleaner.rule import chosen, discover
from cleaner.scan.traits import many_lines
from cleaner.textpages import model, region
from cleaner.textpages.features import features
from cleaner.textpages.shapes import NAMES
from cleaner.textpages.units import Cut, lines, sentences

_WORD = re.compile(
    "[\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|[^\\W\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+"
)
_STRENGTH, _ROUNDS = 0.3, 150
_FOLDS, _CHECKED = 3, 4
_MOST, _LINE, _SMALLEST = 60, 2, 60


class Page(NamedTuple):
    """A page cut into units: their features, the share of each that is article, and the number of its words."""

    source: str
    gold_set: str
    fold: int
    cut: Cut
    features: list[int]
    share: Any
    number: Any
    gold: str


def pages(gold: Path, texts: list[Path]) -> list[Page]:
    """The pages of all texts that have a reference, repaired and unwrapped as in a run."""
    repair = Cleaner(chosen(discover(), ("encoding", "escapes")))
    answers = {str(row["id"]): row for row in rows(gold)}
    made = []
    for path in texts:
        for row in rows(path):
            answer = answers.get(str(row["id"]))
            if answer is None or not row["text"].strip():
                continue
            text = repair.clean(row["text"]).text or row["text"]
            cut = lines(text) if many_lines(text) else sentences(text)
            known = set(spans(words(answer["text"])))
            known.update(tuple(words(line)) for line in answer["text"].split("\n"))
            marks = [agreement(words(unit.text), known) for unit in cut.units]
            fold = int.from_bytes(md5(str(answer.get("publisher") or row["id"]).encode()).digest()[:4], "big")
            share, number = (np.array(column) for column in zip(*marks, strict=True))
            made.append(Page(path.name, str(gold), fold, cut, features(cut), share, number, answer["text"]))
    return made


def words(text: str) -> list[str]:
    """The words of ``text`` in lower case; characters in scripts that put no spaces between words."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def spans(found: list[str]) -> Iterator[tuple[str, ...]]:
    """The windows of four words."""
    return zip(*(found[at:] for at in range(4)), strict=False)


def agreement(found: list[str], known: set[tuple[str, ...]]) -> tuple[float, int]:
    """The share of a unit's words that stand in windows which the article has, -1 without words, and their number."""
    if not found:
        return -1.0, 0
    if tuple(found) in known:
        return 1.0, len(found)
    covered = {at + step for at, window in enumerate(spans(found)) if window in known for step in range(4)}
    return len(covered) / len(found), len(found)


def fit(of: list[Page]) -> dict[str, Any]:
    """The weights of both stages; a page weighs the same however long its article is, and a set of pages as others.

    The second stage learns from scores that the first gave to publishers it had not been fitted on.
    """
    first = matrix(of)
    share = np.concatenate([page.share for page in of])
    weight = _importance(of)
    fold = np.concatenate([[page.fold % _FOLDS] * len(page.cut.units) for page in of])
    sure, article = share >= 0, share >= 0.5

    def learn(x: Any, part: Any = True) -> LogisticRegression:
        used = sure & part
        model = LogisticRegression(C=_STRENGTH, max_iter=_ROUNDS)
        return model.fit(x[used], article[used], sample_weight=weight[used])

    scores = np.zeros(len(share))
    for number in range(_FOLDS):
        held = fold == number
        scores[held] = learn(first, ~held).decision_function(first[held])
    own = learn(first)
    stages = hstack([first, context(of, scores)]).tocsr()
    both = learn(stages)
    return {
        "own": _named(NAMES, own.coef_[0]),
        "base": round(float(own.intercept_[0]), 3),
        "second": _named(NAMES, both.coef_[0][: len(NAMES)]),
        "context": _tables(both.coef_[0][len(NAMES) :]),
        "second_base": round(float(both.intercept_[0]), 3),
    }


def context(of: list[Page], scores: Any) -> Any:
    """For each bound of ``model.CONTEXT`` whether the value of a unit has reached it, one row for each unit."""
    asked = [(_classes(name), np.arange(1, len(bounds) + 1)) for name, bounds in model.CONTEXT.items()]
    made, at = [], 0
    for page in of:
        own = scores[at : at + len(page.cut.units)].tolist()
        at += len(page.cut.units)
        first = [
            model.First(*model.judged(score), 0.0, *model.flags(score, have))
            for score, have in zip(own, page.features, strict=True)
        ]
        reached = [
            np.array(model.around(of_name, page.cut.units, first))[:, None] >= bounds for of_name, bounds in asked
        ]
        made.append(csr_matrix(np.hstack(reached), dtype=np.float32))
    return vstack(made)


def _classes(name: str) -> model.Weights:
    """Weights by which a unit scores the number of its class of one value, and nothing else."""
    table = {name: list(map(float, range(len(model.CONTEXT[name]) + 1)))}
    return model.Weights.of({"own": {}, "base": 0.0, "second": {}, "context": table, "second_base": 0.0})


def _tables(values: Any) -> dict[str, list[float]]:
    tables, at = {}, 0
    for name, bounds in model.CONTEXT.items():
        tables[name] = [0.0, *np.cumsum(values[at : at + len(bounds)]).round(3).tolist()]
        at += len(bounds)
    return tables


def matrix(of: list[Page]) -> Any:
    """The features of all units, one row each."""
    found = [model.numbers(have) for page in of for have in page.features]
    ends = np.cumsum([0, *map(len, found)])
    columns = np.fromiter((number for unit in found for number in unit), int)
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(found), len(NAMES)))


def _importance(of: list[Page]) -> Any:
    weights = []
    for page in of:
        article = (page.number * (page.share >= 0.5)).sum()
        weights.append((np.minimum(page.number, _MOST) + _LINE) / max(_SMALLEST, article))
    sums: dict[str, float] = defaultdict(float)
    for page, weight in zip(of, weights, strict=True):
        sums[page.gold_set] += weight.sum()
    units = sum(map(len, weights))
    return np.concatenate(
        [weight * units / len(sums) / sums[page.gold_set] for page, weight in zip(of, weights, strict=True)]
    )


def _named(names: tuple[str, ...], values: Any) -> dict[str, float]:
    return {name: rounded for name, value in zip(names, values, strict=True) if (rounded := round(float(value), 3))}


def both_ways(of: list[Page]) -> dict[str, Any]:
    """The weights for pages cut into lines and for those cut into sentences."""
    ways = {
        "lines": [page for page in of if page.cut.by_line],
        "sentences": [page for page in of if not page.cut.by_line],
    }
    return {name: fit(part) for name, part in ways.items() if part}


def check(of: list[Page]) -> None:
    """Print, for each text, the F1 of all units, of the kept ones and of the best choice, on publishers held out."""
    scores: dict[str, tuple[Scores, Scores, Scores]] = defaultdict(lambda: (Scores(), Scores(), Scores()))
    for number in range(_CHECKED):
        table = both_ways([page for page in of if page.fold // _FOLDS % _CHECKED != number])
        ready = {name == "lines": model.Weights.of(part) for name, part in table.items()}
        for page in (page for page in of if page.fold // _FOLDS % _CHECKED == number and page.cut.by_line in ready):
            kept = region.article(page.cut, ready[page.cut.by_line])
            choices = ([True] * len(kept), kept, [share >= 0.5 for share in page.share])
            for score, choice in zip(scores[page.source], choices, strict=True):
                text = "\n".join(unit.text for unit, keep in zip(page.cut.units, choice, strict=True) if keep)
                score.add({"text": page.gold}, {"text": text})
    print(f"{'':32}{'all':>8}{'kept':>8}{'precision':>11}{'recall':>8}{'best':>8}")
    for source, of_source in sorted(scores.items()):
        every, kept, best = (score.row() for score in of_source)
        cells = f"{kept.get('precision', 0.0):11.3f}{kept.get('recall', 0.0):8.3f}{best.get('body', 0.0):8.3f}"
        print(f"{source:32}{every.get('body', 0.0):8.3f}{kept.get('body', 0.0):8.3f}{cells}", flush=True)


def told(table: dict[str, Any]) -> str:
    """The weights as JSON, one a line, a table of classes being one too."""
    text = json.dumps(table, indent=1, ensure_ascii=False) + "\n"
    return re.sub(r"\[[^\[\]]*\]", lambda found: " ".join(found[0].split()), text)


def main() -> None:
    """Read the pages, print the check, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, action="append", required=True)
    parser.add_argument("--texts", type=Path, nargs="+", action="append", required=True)
    parser.add_argument("--write", type=Path)
    asked = parser.parse_args()
    if len(asked.gold) != len(asked.texts):
        parser.error("each --gold needs its --texts")
    of = [page for gold, texts in zip(asked.gold, asked.texts, strict=True) for page in pages(gold, texts)]
    check(of)
    if asked.write:
        asked.write.write_text(told(both_ways(of)), encoding="utf-8")


if __name__ == "__main__":
    main()
