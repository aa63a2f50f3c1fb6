"""Single promises of a run: what is valid is written, what is guessed is said, every byte is read once."""

from __future__ import annotations

import gzip
import io
import json
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from corpus import RULES, article, build, every_row, lines

from cleaner import pipeline
from cleaner.config import Options
from cleaner.read import discover
from cleaner.report.model import Totals
from cleaner.run import units
from cleaner.run.stream import clean_records
from cleaner.run.units import plan

ALONE = Options(jobs=1, select=RULES)


@pytest.fixture(autouse=True)
def small_units(monkeypatch: pytest.MonkeyPatch) -> None:
    """Units so small that a small corpus has many; the partition is made in this process alone."""
    monkeypatch.setattr(units, "RANGE", 20_000)
    monkeypatch.setattr(units, "RUN_BYTES", 10_000)
    monkeypatch.setattr(units, "RUN_FILES", 8)


def test_an_article_that_does_not_fit_the_schema_is_rejected_not_written(tmp_path: Path) -> None:
    build(tmp_path / "in")
    pipeline.run(tmp_path / "in", tmp_path / "out", ALONE)
    own = every_row(tmp_path / "out", "articles")[:3]
    own[1]["galleries"] = [{"title": "The storm", "count": "many"}]
    (tmp_path / "own.jsonl").write_text("\n".join(map(json.dumps, own)), encoding="utf-8")
    tally = pipeline.run(tmp_path / "own.jsonl", tmp_path / "again", ALONE).tally
    assert (tally.articles, tally.rejected) == (2, 1)
    (rejected,) = every_row(tmp_path / "again", "rejected")
    assert rejected["reasons"][0]["code"] == "SCHEMA"
    assert "galleries/0/count" in rejected["reasons"][0]["message"]


def test_dates_that_need_a_guess_are_kept_and_reported(tmp_path: Path) -> None:
    rows = [
        {"id": "iso", "text": article(1), "published": "2019-02-28T15:04:05Z"},
        {"id": "either", "text": article(2), "published": "03/04/2019"},
        {"id": "none", "text": article(3), "published": "the day before", "updated": "2019-02-30"},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    pipeline.run(tmp_path / "a.jsonl", tmp_path / "out", ALONE)
    found = {row["id"]: row for row in every_row(tmp_path / "out", "articles")}
    assert (found["iso"]["published"], found["iso"]["published_precision"]) == ("2019-02-28T15:04:05Z", "second")
    assert found["either"]["published"] == "2019"
    assert json.loads(found["either"]["extra"]) == {"published": "03/04/2019"}
    assert (found["none"]["published"], found["none"]["updated"]) == (None, None)
    assert json.loads(found["none"]["extra"]) == {"published": "the day before", "updated": "2019-02-30"}
    told = [row["id"] for row in every_row(tmp_path / "out", "findings") if row["name"] == "date-not-read"]
    assert told == ["either", "none", "none"]


def test_compressed_files_are_one_stream_that_any_reader_reads_to_the_end(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    (tmp_path / "a.jsonl").write_text("\n".join(lines(range(150))), encoding="utf-8")
    for name in ("gz", "zst"):
        pipeline.run(tmp_path / "a.jsonl", tmp_path / name, replace(ALONE, compress=name))
    packed = (tmp_path / "zst" / "articles" / "a.jsonl.zst").read_bytes()
    plain = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(packed)).read()
    assert plain == gzip.decompress((tmp_path / "gz" / "articles" / "a.jsonl.gz").read_bytes())
    assert plain.count(b"\n") == 150


def test_the_partition_covers_every_byte_once(tmp_path: Path) -> None:
    build(tmp_path)
    work = plan(discover(tmp_path))
    given = [piece for unit in work.units for piece in unit.pieces]
    assert sorted(given, key=lambda one: one.place) == sorted(
        (piece for pieces in work.outputs.values() for piece in pieces), key=lambda one: one.place
    )
    many = [piece for piece in given if piece.item.rel == "many.jsonl"]
    assert len(many) > 3
    assert [piece.start for piece in many] == [0, *(piece.end for piece in many[:-1])]
    assert many[-1].end == many[-1].item.size
    assert all(len(unit.pieces) <= 8 for unit in work.units)


def test_a_stream_gives_the_articles_of_the_folder_run(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n".join(lines(range(20))) + '\n{"text": 5}\n', encoding="utf-8")
    pipeline.run(tmp_path / "a.jsonl", tmp_path / "out", ALONE)
    written, totals = io.BytesIO(), Totals()
    with (tmp_path / "a.jsonl").open("rb") as given:
        told = list(clean_records("-", given, written, ALONE, totals))
    rows = [orjson.loads(line) for line in written.getvalue().splitlines()]
    for row, other in zip(rows, every_row(tmp_path / "out", "articles"), strict=True):
        assert row["origin"].pop("path") == "-"
        del other["origin"]["path"]
        assert row == other
    assert (totals.articles, totals.rejected) == (20, 1)
    assert [(row.name, row.line) for row in told] == [("text-number", 21)]
