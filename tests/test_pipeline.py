"""Whole runs: every record is accounted for, and the same input gives the same bytes."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from corpus import RULES, article, build, command, environment, every_row, lines, tree

from cleaner import pipeline, units
from cleaner.checkrows import faults
from cleaner.config import Options
from cleaner.edit import Applied, undo
from cleaner.read import discover
from cleaner.report.model import Totals
from cleaner.restore import Mismatch, restore
from cleaner.stream import clean_records
from cleaner.tally import Tally
from cleaner.units import plan
from cleaner.write.doubles import doubles
from cleaner.write.names import assign, safe

ALONE = Options(jobs=1, select=RULES)


@pytest.fixture(autouse=True)
def small_units(monkeypatch: pytest.MonkeyPatch) -> None:
    """Units so small that a small corpus has many; the partition is made in this process alone."""
    monkeypatch.setattr(units, "RANGE", 20_000)
    monkeypatch.setattr(units, "RUN_BYTES", 10_000)
    monkeypatch.setattr(units, "RUN_FILES", 8)


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path, int]]:
    """The corpus, a finished run over it, and the number of its records."""
    base = tmp_path_factory.mktemp("finished")
    count = build(base / "in")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(units, "RANGE", 20_000)
        pipeline.run(base / "in", base / "out", ALONE)
    yield base / "in", base / "out", count


def test_every_record_is_an_article_or_rejected(finished: tuple[Path, Path, int]) -> None:
    _, out, count = finished
    totals = orjson.loads((out / "manifest.json").read_bytes())["totals"]
    assert totals["records"] == count == totals["articles"] + totals["rejected"]
    assert len(every_row(out, "articles")) == totals["articles"]
    assert len(every_row(out, "findings")) == totals["findings"] == sum(totals["levels"].values())
    reasons = {row["reasons"][0]["name"]: row["origin"] for row in every_row(out, "rejected")}
    assert {name: (place["path"], place["line"]) for name, place in reasons.items()} == {
        "json-malformed": ("many.jsonl", 51),
        "duplicate-id": ("many.jsonl", 121),
        "file-empty": ("docs/empty.txt", 1),
        "format-unknown": ("picture.jpg", 1),
    }


def test_every_row_fits_its_schema(finished: tuple[Path, Path, int]) -> None:
    assert list(faults([finished[1]], None)) == []


def test_articles_and_edits_are_row_aligned_and_in_input_order(finished: tuple[Path, Path, int]) -> None:
    _, out, _ = finished
    articles, edits = every_row(out, "articles"), every_row(out, "edits")
    assert [(row["id"], row["origin"]) for row in articles] == [(row["id"], row["origin"]) for row in edits]
    ids = [row["id"] for row in articles if row["origin"]["path"] == "many.jsonl"]
    assert ids == [f"r{n}" for n in range(200) if n not in (50, 120)]


def test_manifest_describes_every_file(finished: tuple[Path, Path, int]) -> None:
    source, out, _ = finished
    manifest = orjson.loads((out / "manifest.json").read_bytes())
    named = {file["path"]: file["sha256"] for output in manifest["outputs"] for file in output["files"]}
    assert named == {path: mark for path, mark in tree(out).items() if path != "manifest.json"}
    sizes = {one["path"]: one["bytes"] for output in manifest["outputs"] for one in output["inputs"]}
    assert sizes == {item.rel: item.size for item in discover(source)}


def test_no_data_file_tells_where_it_was_made(finished: tuple[Path, Path, int]) -> None:
    _, out, _ = finished
    for path in tree(out):
        assert str(out.parent).encode() not in (out / path).read_bytes()


@pytest.mark.parametrize("jobs", [2, 3])
def test_same_bytes_for_any_number_of_workers(finished: tuple[Path, Path, int], tmp_path: Path, jobs: int) -> None:
    source, out, _ = finished
    words = command(source, tmp_path / "out", jobs)
    done = subprocess.run(words, check=False, env=environment(), capture_output=True, text=True)
    assert done.returncode == 1, done.stderr
    assert tree(tmp_path / "out") == tree(out)


def test_undo_gives_back_the_input(finished: tuple[Path, Path, int], tmp_path: Path) -> None:
    source, out, count = finished
    assert restore(out, tmp_path / "back") == count - 3
    for path in (source / "docs").rglob("*.*"):
        if path.stat().st_size:
            assert (tmp_path / "back" / path.relative_to(source)).read_bytes() == path.read_bytes()
    given = [json.loads(line) for line in whole(source)]
    back = [json.loads(line) for line in (tmp_path / "back" / "many.jsonl").open(encoding="utf-8")]
    texts = {(row["id"], row["text"]) for row in back if row["text"] is not None}
    assert texts == {(row["id"], row["text"]) for row in given}
    assert [row["record"] for row in back if row["text"] is None] == ['{"id": "cut", "text": "no end\n']


def whole(source: Path) -> list[str]:
    """The lines of the large input that can be read."""
    return [line for line in (source / "many.jsonl").read_text("utf-8").splitlines() if "no end" not in line]


def test_undo_notices_a_text_that_was_changed(tmp_path: Path) -> None:
    build(tmp_path / "in")
    pipeline.run(tmp_path / "in", tmp_path / "out", ALONE)
    path = tmp_path / "out" / "articles" / "list.json.jsonl"
    path.write_text(path.read_text("utf-8").replace("Harwick", "Warwick"), encoding="utf-8")
    with pytest.raises(Mismatch, match=r"list\.json\.jsonl"):
        restore(tmp_path / "out", tmp_path / "back")


def marks(out: Path) -> dict[str, tuple[int, int]]:
    """What changes when a file is written again."""
    return {path: ((out / path).stat().st_ino, (out / path).stat().st_mtime_ns) for path in tree(out)}


def test_a_second_run_does_nothing(tmp_path: Path) -> None:
    build(tmp_path / "in")
    first = pipeline.run(tmp_path / "in", tmp_path / "out", ALONE)
    before = marks(tmp_path / "out")
    again = pipeline.run(tmp_path / "in", tmp_path / "out", ALONE)
    assert marks(tmp_path / "out") == before
    assert again.skipped == again.outputs == first.outputs
    assert again.tally == first.tally


def test_only_what_changed_is_done_again(tmp_path: Path) -> None:
    build(tmp_path / "in")
    pipeline.run(tmp_path / "in", tmp_path / "out", ALONE)
    before = marks(tmp_path / "out")
    (tmp_path / "in" / "docs" / "03.txt").write_text(article(77), encoding="utf-8")
    (tmp_path / "out" / "articles" / "table.csv.jsonl").write_bytes(b"{}\n")
    (tmp_path / "out" / "edits" / "list.json.jsonl").unlink()
    pipeline.run(tmp_path / "in", tmp_path / "out", ALONE)
    pipeline.run(tmp_path / "in", tmp_path / "fresh", ALONE)
    assert tree(tmp_path / "out") == tree(tmp_path / "fresh")
    redone = {path.partition("/")[2] for path, mark in marks(tmp_path / "out").items() if before.get(path) != mark}
    assert redone == {"", "docs/_documents.jsonl", "table.csv.jsonl", "list.json.jsonl"}


def test_another_configuration_is_another_run(tmp_path: Path) -> None:
    build(tmp_path / "in")
    pipeline.run(tmp_path / "in", tmp_path / "out", ALONE)
    other = replace(ALONE, ignore=("spacing",), extra=True)
    again = pipeline.run(tmp_path / "in", tmp_path / "out", other)
    pipeline.run(tmp_path / "in", tmp_path / "fresh", other)
    assert again.skipped == 0
    assert tree(tmp_path / "out") == tree(tmp_path / "fresh")


def test_outputs_of_vanished_inputs_go_and_other_files_stay(tmp_path: Path) -> None:
    build(tmp_path / "in")
    pipeline.run(tmp_path / "in", tmp_path / "out", ALONE)
    (tmp_path / "out" / "articles" / "mine.txt").write_text("not from a run")
    (tmp_path / "in" / "table.csv").unlink()
    (tmp_path / "in" / "docs" / "deep" / "note.md").unlink()
    summary = pipeline.run(tmp_path / "in", tmp_path / "out", ALONE)
    assert summary.removed == 4
    left = tree(tmp_path / "out")
    assert "articles/mine.txt" in left
    assert not [path for path in left if "table" in path or "deep" in path]


def test_a_record_with_a_known_id_is_rejected_wherever_the_first_one_is(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    rows = [json.loads(line) for line in lines(range(150))]
    for number in (1, 70, 149):
        rows[number] = {"id": "r0", "title": f"Copy {number}", "text": article(900 + number)}
    (tmp_path / "in" / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (tmp_path / "in" / "b.jsonl").write_text(json.dumps(rows[0]), encoding="utf-8")
    tally = pipeline.run(tmp_path / "in", tmp_path / "out", ALONE).tally
    assert (tally.records, tally.articles, tally.rejected) == (151, 148, 3)
    rejected = every_row(tmp_path / "out", "rejected")
    assert [row["origin"]["line"] for row in rejected] == [2, 71, 150]
    assert [row["text"] for row in rejected] == [rows[n]["text"] for n in (1, 70, 149)]
    assert [json.loads(row["record"])["fields"]["title"] for row in rejected] == ["Copy 1", "Copy 70", "Copy 149"]
    articles = every_row(tmp_path / "out", "articles")
    assert tally.chars_in == sum(row["cleaning"]["chars_in"] for row in articles)
    assert sum(tally.rules.values()) == sum(len(row["edits"]) for row in every_row(tmp_path / "out", "edits"))


@pytest.mark.parametrize("most", [1, 3, 1000])
def test_doubles_are_the_same_however_little_memory_there_is(most: int) -> None:
    marked = [bytes([n * 37 % 256, n % 5, 0, n * 91 % 256, 0, 0, 0, n % 7]) for n in range(400)] * 2
    seen: set[bytes] = set()
    expected = {number for number, mark in enumerate(marked) if mark in seen or seen.add(mark)}  # type: ignore[func-returns-value]
    assert doubles(lambda: iter(marked), len(marked), most) == expected


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


@pytest.mark.parametrize(
    ("more", "suffix"),
    [({"compress": "gz"}, ".jsonl.gz"), ({"compress": "zst"}, ".jsonl.zst"), ({"format": "parquet"}, ".parquet")],
)
def test_other_formats_hold_the_same_rows(
    finished: tuple[Path, Path, int], tmp_path: Path, more: dict[str, str], suffix: str
) -> None:
    pytest.importorskip({".jsonl.zst": "zstandard", ".parquet": "pyarrow"}.get(suffix, "gzip"))
    source, plain, _ = finished
    out = tmp_path / "out"
    pipeline.run(source, out, replace(ALONE, **more))
    assert all(path.endswith(suffix) for path in tree(out) if path != "manifest.json")
    for kind in ("articles", "edits", "rejected", "findings"):
        assert every_row(out, kind) == every_row(plain, kind)
    before = tree(out)
    assert pipeline.run(source, out, replace(ALONE, **more)).skipped == len(plan(discover(source)).outputs)
    pipeline.run(source, tmp_path / "again", replace(ALONE, **more))
    assert before == tree(out) == tree(tmp_path / "again")


def test_compressed_files_are_one_stream_that_any_reader_reads_to_the_end(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    (tmp_path / "a.jsonl").write_text("\n".join(lines(range(150))), encoding="utf-8")
    for name in ("gz", "zst"):
        pipeline.run(tmp_path / "a.jsonl", tmp_path / name, replace(ALONE, compress=name))
    packed = (tmp_path / "zst" / "articles" / "a.jsonl.zst").read_bytes()
    plain = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(packed)).read()
    assert plain == gzip.decompress((tmp_path / "gz" / "articles" / "a.jsonl.gz").read_bytes())
    assert plain.count(b"\n") == 150


def test_no_input_at_all_is_a_finished_run(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    tally = pipeline.run(tmp_path / "in", tmp_path / "out", ALONE).tally
    assert tally == Tally()
    assert orjson.loads((tmp_path / "out" / "manifest.json").read_bytes())["outputs"] == []


def test_out_inside_in_is_not_input(tmp_path: Path) -> None:
    count = build(tmp_path / "in")
    out = tmp_path / "in" / "cleaned"
    first = pipeline.run(tmp_path / "in", out, ALONE)
    again = pipeline.run(tmp_path / "in", out, ALONE)
    assert first.tally.records == again.tally.records == count
    with pytest.raises(pipeline.Trouble, match="output folder"):
        pipeline.run(out / "articles", out, ALONE)


def test_files_of_others_are_not_written_over(tmp_path: Path) -> None:
    build(tmp_path / "in")
    (tmp_path / "out" / "articles").mkdir(parents=True)
    with pytest.raises(pipeline.Trouble, match="choose another folder"):
        pipeline.run(tmp_path / "in", tmp_path / "out", ALONE)
    assert tree(tmp_path / "out") == {}


HOSTILE = ("a\nb.txt", "con.jsonl", "tail .csv", "x:y|z.jsonl", "\u202egpj.txt", "100%.jsonl", "long" * 50 + ".jsonl")


def test_hostile_names_stay_below_out_and_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "in" / "line\nbreak").mkdir(parents=True)
    for number, name in enumerate(HOSTILE):
        text = article(number) if name.endswith("txt") else "\n".join(lines(range(number, number + 2)))
        (tmp_path / "in" / "line\nbreak" / name).write_text(text if "csv" not in name else "id,text\n1,Some text\n")
    odd = Path(os.fsdecode(os.fsencode(tmp_path / "in") + b"/\xff\xfe"))
    odd.mkdir()
    (odd / os.fsdecode(b"bytes\xe9.jsonl")).write_text("\n".join(lines(range(3))))
    tally = pipeline.run(tmp_path / "in", tmp_path / "out", ALONE).tally
    assert (tally.records, tally.rejected) == (14, 0)
    for path in tree(tmp_path / "out"):
        assert path.isprintable()
        assert not set(path) & set('<>:"|?*\\\n')
    assert list(faults([tmp_path / "out"], None)) == []
    assert restore(tmp_path / "out", tmp_path / "back") == 14
    assert {path.name for path in tmp_path.iterdir()} == {"in", "out", "back"}


@pytest.mark.parametrize("part", ["..", ".", "", "/", "\\..\\..", "c:", "nul", "COM1.txt", "a.", "a ", "\0", "\ud800"])
def test_no_part_of_a_path_leads_anywhere_else(part: str) -> None:
    made = safe(part)
    assert made not in ("", ".", "..")
    assert not set(made) & set("/\\:\0")
    assert made[-1] not in ". "
    made.encode()


def test_inputs_that_would_collide_get_names_of_their_own(tmp_path: Path) -> None:
    names = ["A.jsonl", "a.jsonl", "a.jsonl.jsonl", "b/x.txt", "b/y.html", "b/_documents.jsonl", "c.csv", "c.csv.jsonl"]
    names += ["d.csv", "d.csv.jsonl/e.jsonl", "n\u00e9.jsonl", "ne\u0301.jsonl"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    items = discover(tmp_path)
    made = assign(items)
    loose = {made.pop("b/x.txt"), made.pop("b/y.html")}
    assert len(loose) == 1
    found = [*made.values(), *loose]
    assert len({name.casefold() for name in found}) == len(found)
    assert not [one for one in found if any(other.startswith(f"{one}/") for other in found)]
    assert assign(list(reversed(items))) == assign(items)
    assert made["A.jsonl"] == "A.jsonl"
    assert made["d.csv.jsonl/e.jsonl"] == "d.csv.jsonl/e.jsonl"


def test_the_partition_covers_every_byte_once(finished: tuple[Path, Path, int]) -> None:
    source, _, _ = finished
    work = plan(discover(source))
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


def test_undo_of_every_row_from_its_log_alone(finished: tuple[Path, Path, int]) -> None:
    source, out, _ = finished
    given = {}
    for record in map(json.loads, whole(source)):
        given.setdefault(record["id"], record["text"])
    changed = 0
    for row, log in zip(every_row(out, "articles"), every_row(out, "edits"), strict=True):
        if row["origin"]["path"] == "many.jsonl":
            edits = [Applied(e["rule"], *[e[key] for key in list(e)[1:-1]], ()) for e in log["edits"]]
            assert undo(row["text"], edits) == given[row["id"]]
            changed += bool(edits)
    assert changed > 50
