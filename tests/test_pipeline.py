"""A folder cleaned into a folder: every record accounted for, the same bytes each time, nothing done twice."""

from __future__ import annotations

import gzip
import json
import socket
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from shell import CLEAN, FINDINGS, TROUBLE, clean, corpus, dirty, jsonl, parsed, prose, rows, said, stamps, tool, tree

from cleaner.read import discover
from cleaner.run.units import plan
from cleaner.write.doubles import doubles

BIG = 2_100
"""Records of the large file: enough bytes for three ranges."""


@pytest.fixture(scope="module")
def dump(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dump of several units, with duplicate ids inside and across them, and lines that cannot be read."""
    folder = corpus(tmp_path_factory.mktemp("dump") / "in", big=BIG, words=700)
    with (folder / "wire" / "big.jsonl").open("a", encoding="utf-8") as file:
        for identity in ("a0", f"a{BIG - 1}", f"a{BIG - 1}"):
            file.write(json.dumps({"id": identity, "text": dirty(77)}) + "\n")
        file.write('{"id": "torn", "text": "no end\n')
    jsonl(folder / "desk1" / "few.jsonl", [{"id": n % 3, "text": dirty(n), "mood": "calm"} for n in range(4)])
    (folder / "desk1" / "empty.txt").write_bytes(b"")
    (folder / "desk2" / "photo.jpeg").write_bytes(b"\xff\xd8")
    return folder


@pytest.fixture(scope="module")
def out(dump: Path) -> Path:
    """The dump, cleaned by one process."""
    done = tool("in", "out", "--jobs", "1", "-q", cwd=dump.parent)
    assert done.returncode == FINDINGS, done.stderr
    return dump.parent / "out"


@pytest.fixture
def manifest(out: Path) -> Any:
    return json.loads((out / "manifest.json").read_bytes())


def test_the_dump_makes_several_units_and_cuts_the_large_file(dump: Path) -> None:
    made = plan(discover(dump))
    assert len(made.units) >= 4
    assert len(made.outputs["wire/big.jsonl"]) >= 3


@pytest.mark.parametrize("jobs", [2, 4])
def test_any_number_of_workers_gives_the_same_bytes(dump: Path, out: Path, jobs: int, tmp_path: Path) -> None:
    """From another folder, by an absolute path, at another time: nothing of that is in the output."""
    done = tool(dump, tmp_path / "elsewhere", "--jobs", jobs, "-q", cwd=tmp_path)
    assert done.returncode == FINDINGS
    assert tree(tmp_path / "elsewhere") == tree(out)


def test_no_host_and_no_machine_path_is_in_the_output(dump: Path, out: Path) -> None:
    for name, data in tree(out).items():
        assert str(dump.parent).encode() not in data, name
        assert socket.gethostname().encode() not in data, name


def test_layout_mirrors_the_input_and_loose_documents_share_a_file(out: Path) -> None:
    articles = {path.relative_to(out / "articles").as_posix() for path in (out / "articles").rglob("*.jsonl")}
    assert articles == {*(f"desk{n}/_documents.jsonl" for n in range(3)), "desk1/few.jsonl", "wire/big.jsonl"}
    assert {path.name for path in out.iterdir()} == {
        "articles", "edits", "rejected", "findings", "manifest.json", ".corpus-clean",
    }  # fmt: skip
    assert [path.name for path in (out / ".corpus-clean").iterdir()] == ["lock"], "nothing unfinished is left"


def test_numbers_add_up_per_output_and_in_all(dump: Path, out: Path, manifest: Any) -> None:
    totals = manifest["totals"]
    assert totals["records"] == totals["articles"] + totals["rejected"]
    assert totals["articles"] == sum(1 for _ in rows(out, "articles"))
    assert totals["rejected"] == sum(1 for _ in rows(out, "rejected"))
    assert totals["findings"] == sum(1 for _ in rows(out, "findings")) == sum(totals["levels"].values())
    assert totals["records"] == 30 + 1 + 1 + 4 + BIG + 4
    for name in ("records", "articles", "rejected", "changed", "findings", "chars_in", "chars_out"):
        assert totals[name] == sum(output[name] for output in manifest["outputs"]), name
    assert totals["chars_out"] == sum(len(row["text"]) for row in rows(out, "articles"))
    counted: Counter[str] = Counter(edit["rule"] for row in rows(out, "edits") for edit in row["edits"])
    assert {rule["code"]: rule["count"] for rule in totals["rules"]} == counted
    read = [one["path"] for output in manifest["outputs"] for one in output["inputs"]]
    assert sorted(read) == sorted(tree(dump))


def test_articles_and_edits_are_aligned_row_by_row(out: Path) -> None:
    for path in (out / "articles").rglob("*.jsonl"):
        articles = parsed(path.read_bytes())
        edits = parsed((out / "edits" / path.relative_to(out / "articles")).read_bytes())
        assert [row["id"] for row in articles] == [row["id"] for row in edits]
        assert [row["origin"] for row in articles] == [row["origin"] for row in edits]
        assert [sha256(row["text"].encode()).hexdigest() for row in articles] == [row["sha256"] for row in edits]


def test_records_keep_their_order(out: Path) -> None:
    for path in (out / "articles").rglob("*.jsonl"):
        places = [(row["origin"]["path"], row["origin"]["line"]) for row in parsed(path.read_bytes())]
        assert places == sorted(places)
    ids = [row["id"] for row in parsed((out / "articles" / "wire" / "big.jsonl").read_bytes())]
    assert ids == [f"a{n}" for n in range(BIG)]


def test_manifest_names_every_file_with_its_checksum_size_and_rows(out: Path, manifest: Any) -> None:
    named = {file["path"]: file for output in manifest["outputs"] for file in output["files"]}
    found = tree(out)
    assert sorted(named) == sorted(set(found) - {"manifest.json"})
    for path, file in named.items():
        assert file["sha256"] == sha256(found[path]).hexdigest()
        assert file["bytes"] == len(found[path])
        assert file["rows"] == len(parsed(found[path]))


def test_every_row_is_valid(out: Path) -> None:
    done = tool("validate", out, cwd=out.parent)
    assert (done.returncode, done.stdout) == (CLEAN, b"")


def test_a_repeated_id_is_one_rejected_row_with_its_untouched_text(out: Path) -> None:
    big = [row for row in rows(out, "rejected") if row["origin"]["path"] == "wire/big.jsonl"]
    assert [row["id"] for row in big] == [None, "a0", f"a{BIG - 1}", f"a{BIG - 1}"]
    assert [row["reasons"][0]["code"] for row in big] == ["READ", "ID1", "ID1", "ID1"]
    assert {row["text"] for row in big[1:]} == {dirty(77)}
    assert [row["origin"]["line"] for row in big[1:]] == [BIG + 1, BIG + 2, BIG + 3]
    few = [row for row in rows(out, "rejected") if row["origin"]["path"] == "desk1/few.jsonl"]
    assert [(row["id"], row["origin"]["line"]) for row in few] == [("0", 4)]


def test_repeated_ids_are_found_in_passes_too() -> None:
    marks = [bytes([n % 7]) * 8 for n in range(50)]
    assert doubles(lambda: iter(marks), 50) == doubles(lambda: iter(marks), 50, most=3) == set(range(7, 50))


def test_what_gives_no_record_is_rejected_with_its_place_and_reason(out: Path) -> None:
    found = {(row["origin"]["path"], row["origin"]["line"]): row for row in rows(out, "rejected")}
    torn = found["wire/big.jsonl", BIG + 4]
    assert torn["record"].startswith('{"id": "torn"')
    assert found["desk1/empty.txt", 1]["reasons"][0]["name"] == "file-empty"
    assert found["desk2/photo.jpeg", 1]["reasons"][0]["code"] == "READ"


def test_undo_gives_back_every_text(dump: Path, out: Path, tmp_path: Path) -> None:
    done = tool("undo", out, tmp_path / "back", cwd=tmp_path)
    assert done.returncode == CLEAN, done.stderr
    back = tree(tmp_path / "back")
    for path in dump.rglob("*.txt"):
        if path.stat().st_size:
            assert back[path.relative_to(dump).as_posix()] == path.read_bytes()
    lines = (dump / "wire" / "big.jsonl").read_bytes().splitlines()
    wanted = {number: json.loads(line)["text"] for number, line in enumerate(lines[:-1], 1)}
    restored = {row["origin"]["line"]: row["text"] for row in parsed(back["wire/big.jsonl"])}
    assert {**restored, BIG + 4: None} == {**wanted, BIG + 4: None}
    assert clean("undo", out, tmp_path / "back", cwd=tmp_path) == TROUBLE, "never over something"


def test_a_second_pass_over_the_articles_changes_nothing(mixed: Path, tmp_path: Path) -> None:
    done = tool(mixed / "out" / "articles", "again", "-q", cwd=tmp_path)
    assert done.returncode == CLEAN, done.stderr

    def kept(folder: Path) -> list[Any]:
        return [{k: v for k, v in row.items() if k not in ("origin", "cleaning")} for row in rows(folder, "articles")]

    first, second = kept(mixed / "out"), kept(tmp_path / "again")
    assert len(first) == len(second)
    for before, after in zip(first, second, strict=True):
        assert after == before
    assert not any(row["edits"] for row in rows(tmp_path / "again", "edits"))


MARKDOWN = "# Ferry sails\n\nIt rained.  \nIt snowed.\n\n```python\nif wet:\n    dry(  wet )\n```\n\nIt sailed.\n"


@pytest.mark.parametrize("name", ["in.md", "in.jsonl"])
def test_a_second_pass_over_markdown_keeps_its_code_and_breaks(tmp_path: Path, name: str) -> None:
    if name == "in.md":
        (tmp_path / name).write_text(MARKDOWN, "utf-8")
    else:
        jsonl(tmp_path / name, [{"id": "ferry", "text": f"---\ntags: [wharf]\n---\n\n{MARKDOWN}"}])
    assert clean(name, "out", cwd=tmp_path) == CLEAN
    assert clean("out/articles", "again", cwd=tmp_path) == CLEAN
    texts = [row["text"] for folder in ("out", "again") for row in rows(tmp_path / folder, "articles")]
    assert len(texts) == 2 and texts[0] == texts[1] and "    dry(  wet )" in texts[0]


def test_one_file_as_input(small: Path) -> None:
    assert clean("in/more.jsonl", "out", "-q", cwd=small) == CLEAN
    assert (small / "out" / "articles" / "more.jsonl").exists()


def test_an_empty_folder_is_a_run_without_records(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    assert clean("in", "out", "-q", cwd=tmp_path) == CLEAN
    assert json.loads((tmp_path / "out" / "manifest.json").read_bytes())["totals"]["records"] == 0


def test_extra_fields_ride_along_when_asked(small: Path) -> None:
    jsonl(small / "in" / "more.jsonl", [{"id": "m", "text": dirty(5), "mood": "calm", "n": [2**80]}])
    clean("in", "out", "-q", "--extra", cwd=small)
    extra = json.loads(parsed((small / "out" / "articles" / "more.jsonl").read_bytes())[0]["extra"])
    assert extra["mood"] == "calm"
    assert float(extra["n"][0]) == 2**80
    assert clean("validate", "out", cwd=small) == CLEAN


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a dump of more than one block of rows and of every kind, and its plain output."""
    folder = tmp_path_factory.mktemp("mixed")
    corpus(folder / "in", big=350, words=700, small=3)
    with (folder / "in" / "wire" / "big.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps({"id": "a0", "text": dirty(77), "published": "2019-02-28"}) + "\n{torn\n")
    assert clean("in", "out", "-q", cwd=folder) == FINDINGS
    assert (folder / "out" / "articles" / "wire" / "big.jsonl").stat().st_size > 1 << 20
    return folder


@pytest.mark.parametrize(
    ("more", "suffix"),
    [("--compress gz", ".jsonl.gz"), ("--compress zst", ".jsonl.zst"), ("--format parquet", ".parquet")],
)
def test_other_forms_hold_the_same_rows_and_serve_every_command(
    mixed: Path, tmp_path: Path, more: str, suffix: str
) -> None:
    done = tool(mixed / "in", "out", "-q", *more.split(), cwd=tmp_path)
    assert done.returncode == FINDINGS, done.stderr
    plain = {name: data for name, data in tree(mixed / "out").items() if name != "manifest.json"}
    made = {name.removesuffix(suffix) + ".jsonl" for name in tree(tmp_path / "out") if name != "manifest.json"}
    assert made == set(plain)
    for name, data in plain.items():
        assert unpacked(tmp_path / "out" / (name.removesuffix(".jsonl") + suffix)) == parsed(data)
    before = stamps(tmp_path / "out")
    clean(mixed / "in", "out", "-q", *more.split(), cwd=tmp_path)
    assert stamps(tmp_path / "out") == before
    assert clean("validate", "out", cwd=tmp_path) == CLEAN
    for folder in ("out", mixed / "out"):
        assert clean("undo", folder, f"back-{Path(folder).is_absolute()}", cwd=tmp_path) == CLEAN
    assert tree(tmp_path / "back-False") == tree(tmp_path / "back-True")
    ours, theirs = (tool("report", folder, cwd=tmp_path) for folder in ("out", mixed / "out"))
    assert (ours.returncode, ours.stdout) == (theirs.returncode, theirs.stdout)
    assert ours.returncode == FINDINGS


def unpacked(path: Path) -> list[Any]:
    """The rows of a file, read without the tool."""
    if path.suffix == ".parquet":
        import pyarrow.parquet

        found: list[Any] = pyarrow.parquet.read_table(path).to_pylist()
        return found
    if path.suffix == ".gz":
        return parsed(gzip.decompress(path.read_bytes()))
    import zstandard

    return parsed(zstandard.ZstdDecompressor().decompressobj().decompress(path.read_bytes()))


def test_every_parquet_file_has_the_same_explicit_columns(small: Path) -> None:
    import pyarrow.parquet

    clean("in", "out", "-q", "--format", "parquet", cwd=small)
    schemas = [pyarrow.parquet.read_schema(path) for path in (small / "out" / "articles").rglob("*.parquet")]
    assert len(schemas) == 5
    assert all(schema == schemas[0] for schema in schemas)
    assert "null" not in {str(field.type) for field in schemas[0]}


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        ("text", "articles/more.jsonl: '1': the text is not the one"),
        ("log", "articles/more.jsonl: '1': "),
        ("row", "articles/more.jsonl: has 1 rows, the run wrote 2"),
        ("both", "articles/more.jsonl: has 1 rows, the run wrote 2"),
        ("rejected", "rejected/more.jsonl: '2': the text is not the one"),
        ("json", "articles/more.jsonl:1: not valid JSON"),
        ("gone", "edits/more.jsonl: No such file"),
    ],
)
def test_undo_refuses_what_it_cannot_vouch_for(small: Path, harm: str, message: str) -> None:
    jsonl(small / "in" / "more.jsonl", [{"id": i, "text": prose(i) + "\n\nPhoto: Ana Ruiz/Reuters"} for i in (1, 2, 2)])
    clean("in", "out", "-q", cwd=small)
    articles, edits, rejected = (small / "out" / kind / "more.jsonl" for kind in ("articles", "edits", "rejected"))
    text, log = parsed(articles.read_bytes()), parsed(edits.read_bytes())
    if harm == "text":
        text[0]["text"] += " And more."
    elif harm == "log":
        log[0]["edits"][0]["old"] = "something else"
    elif harm == "rejected":
        jsonl(rejected, [{**parsed(rejected.read_bytes())[0], "text": "other"}])
    jsonl(articles, text[:1] if harm in ("row", "both") else text)
    jsonl(edits, log[:1] if harm == "both" else log)
    if harm == "json":
        articles.write_text("{oops\n")
    elif harm == "gone":
        edits.unlink()
    done = tool("undo", "out", "back", cwd=small)
    assert done.returncode == TROUBLE
    assert message in said(done)
    assert b"Traceback" not in done.stderr
