"""Fit the weights that tell article lines from page chrome, and check them on pages that the fit has not seen.

    python benchmarks/train_page_model.py --gold GOLD.jsonl[.gz] --texts TEXTS.jsonl[.gz] … [--gold … --texts …] \\
        [--write cleaner/wholepage/weights.json]

``--gold`` holds ``id`` and ``text`` of each article, and perhaps ``publisher``; the ``--texts`` after it hold, under
the same ids, what programs that turn whole pages into text made of the pages.  A line counts as article when most of
its words stand in windows of four words that the article has.  Half of the publishers (of the pages, without
publisher) are held out to print the F1 of the kept lines; the weights written come from all pages.  Needs
scikit-learn, which nothing else here needs.
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
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from cleaner.engine import Cleaner
from cleaner.rule import chosen, discover
from cleaner.scan.traits import many_lines
from cleaner.wholepage import model, region
from cleaner.wholepage.features import NAMES, features
from cleaner.wholepage.units import Unit, lines, sentences

_WORD = re.compile(
    "[\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|[^\\W\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+"
)
_STRENGTH, _ROUNDS = 0.3, 400
_MOST, _LINE, _PAGE, _SMALLEST = 60, 2, 300, 60


class Page(NamedTuple):
    """A page cut into units: their features, the share of each that is article, and the number of its words."""

    source: str
    half: int
    by_line: bool
    units: list[Unit]
    features: list[list[int]]
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
            by_line = many_lines(text)
            units = lines(text) if by_line else sentences(text)
            known = set(spans(words(answer["text"])))
            known.update(tuple(words(line)) for line in answer["text"].split("\n"))
            marks = [agreement(words(unit.text), known) for unit in units]
            half = md5(str(answer.get("publisher") or row["id"]).encode()).digest()[0] % 2
            share, number = (np.array(column) for column in zip(*marks, strict=True))
            made.append(Page(path.name, half, by_line, units, features(units, by_line), share, number, answer["text"]))
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
    """The weights of both stages; a page weighs the same however long its article is."""
    first = matrix(of)
    share = np.concatenate([page.share for page in of])
    weight = np.concatenate([_importance(page) for page in of])
    sure, article = share >= 0, share >= 0.5

    def learn(x: Any) -> LogisticRegression:
        return LogisticRegression(C=_STRENGTH, max_iter=_ROUNDS).fit(x[sure], article[sure], sample_weight=weight[sure])

    own = learn(first)
    scores = iter(own.decision_function(first))
    around = [context(page.units, [next(scores) for _ in page.units]) for page in of]
    both = learn(hstack([first, csr_matrix(np.concatenate(around))]).tocsr())
    return {
        "own": _named(NAMES, own.coef_[0]),
        "base": round(float(own.intercept_[0]), 3),
        "second": _named(NAMES, both.coef_[0][: len(NAMES)]),
        "context": _named(model.CONTEXT, both.coef_[0][len(NAMES) :]),
        "second_base": round(float(both.intercept_[0]), 3),
    }


def context(units: list[Unit], own: list[float]) -> Any:
    """The values of ``model.CONTEXT``, one row for each unit."""
    cut, likely = zip(*map(model.judged, own), strict=True)
    run = model.main_run(units, likely)
    return np.array([model.around(one, cut, run) for one in np.eye(len(model.CONTEXT)).tolist()]).T


def matrix(of: list[Page]) -> Any:
    """The features of all units, one row each."""
    found = [unit for page in of for unit in page.features]
    ends = np.cumsum([0, *map(len, found)])
    columns = np.fromiter((number for unit in found for number in unit), int)
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(found), len(NAMES)))


def _importance(page: Page) -> Any:
    article = (page.number * (page.share >= 0.5)).sum()
    return (np.minimum(page.number, _MOST) + _LINE) * _PAGE / max(_SMALLEST, article)


def _named(names: tuple[str, ...], values: Any) -> dict[str, float]:
    return {name: rounded for name, value in zip(names, values, strict=True) if (rounded := round(float(value), 3))}


def both_ways(of: list[Page]) -> dict[str, Any]:
    """The weights for pages cut into lines and for those cut into sentences."""
    ways = {"lines": [page for page in of if page.by_line], "sentences": [page for page in of if not page.by_line]}
    return {name: fit(part) for name, part in ways.items() if part}


def check(of: list[Page]) -> None:
    """Print, for each text, the F1 of all units, of the kept ones and of the best choice, on pages held out."""
    scores: dict[str, tuple[Scores, Scores, Scores]] = defaultdict(lambda: (Scores(), Scores(), Scores()))
    for half in (0, 1):
        table = both_ways([page for page in of if page.half != half])
        ready = {name == "lines": model.Weights.of(part) for name, part in table.items()}
        for page in (page for page in of if page.half == half and page.by_line in ready):
            kept = region.article(page.units, page.by_line, ready[page.by_line])
            choices = ([True] * len(kept), kept, [share >= 0.5 for share in page.share])
            for score, choice in zip(scores[page.source], choices, strict=True):
                text = "\n".join(unit.text for unit, keep in zip(page.units, choice, strict=True) if keep)
                score.add({"text": page.gold}, {"text": text})
    print(f"{'':32}{'all':>8}{'kept':>8}{'best':>8}")
    for source, of_source in sorted(scores.items()):
        print(f"{source:32}" + "".join(f"{score.row().get('body', 0.0):8.3f}" for score in of_source))


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
        asked.write.write_text(json.dumps(both_ways(of), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
