"""Every format gives its records, exactly and in order."""

from __future__ import annotations

import gzip
import io
import json
import pickle
import tarfile
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from reading import put, records

from cleaner.read import Limits, ReadOptions, Record, Unreadable, discover, format_of, ranges, read, read_range
from cleaner.read.charset import NotText, decode, decode_any
from cleaner.read.profile import Profile

BODY = "The wharf reopened on Monday.\r\n\r\n  “Two years late”, said Zoë Ård.\n"


@pytest.mark.parametrize(
    "name, expected",
    [
        ("a.txt", ("text", None)), ("A.TXT.GZ", ("text", "gz")), ("a.md", ("markdown", None)),
        ("a.htm", ("html", None)), ("a.xhtml.xz", ("html", "xz")), ("a.json.bz2", ("json", "bz2")),
        ("a.ndjson.zst", ("jsonl", "zst")), ("a.csv", ("csv", None)), ("a.tsv", ("tsv", None)),
        ("a.xml", ("xml", None)), ("a.parquet", ("parquet", None)), ("a.warc.gz", ("warc", "gz")),
        ("a.wet", ("warc", None)), ("a.zip", ("zip", None)), ("a.tgz", ("tar", "gz")), ("a.tar.xz", ("tar", "xz")),
        ("a.gz", ("", "gz")), ("a.docx", ("", None)), ("README", ("", None)), ("a.zip.gz", ("", None)),
    ],
)  # fmt: skip
def test_formats_are_known_by_name(name: str, expected: tuple[str, str | None]) -> None:
    assert format_of(name) == expected


def test_a_folder_is_walked_in_order_and_not_left(tmp_path: Path) -> None:
    root = tmp_path / "in"
    for name in (
        "b/2.txt",
        "b/10.txt",
        "a.txt",
        "b.txt",
        "c.jsonl/x.txt",
        ".git/config.txt",
        "b/.hidden.txt",
        "corpus-clean.toml",
        "notes.doc",
    ):
        put(root / name, "prose")
    put(tmp_path / "secret.txt", "secret")
    (root / "out.txt").symlink_to(tmp_path / "secret.txt")
    (root / "away").symlink_to(tmp_path)
    (root / "dead.txt").symlink_to(root / "nothing")
    (root / "again.txt").symlink_to(root / "a.txt")
    (root / "loop").symlink_to(root)
    items = discover(root)
    assert [item.rel for item in items] == [
        "a.txt", "again.txt", "away", "b.txt", "b/10.txt", "b/2.txt", "c.jsonl/x.txt", "dead.txt", "notes.doc",
        "out.txt",
    ]  # fmt: skip
    assert {item.rel: item.refused for item in items if item.refused} == {
        "away": "symlink-outside", "dead.txt": "symlink-broken", "notes.doc": "format-unknown",
        "out.txt": "symlink-outside",
    }  # fmt: skip
    made = [one for item in items for one in read(item)]
    assert [one.path for one in made] == [item.rel for item in items]
    assert not any("secret" in str(one) for one in made if isinstance(one, Record))


def test_one_file_is_a_root_too(tmp_path: Path) -> None:
    path = put(tmp_path / "deep" / "a.txt", "prose")
    (item,) = discover(path)
    assert (item.rel, item.size, item.format) == ("a.txt", 5, "text")
    with pytest.raises(FileNotFoundError, match="no such file"):
        discover(tmp_path / "nothing")


def test_options_and_items_can_be_sent_to_workers(tmp_path: Path) -> None:
    options = ReadOptions(profiles=(Profile("x", match=("*",)),), limits=Limits(max_record=10))
    (item,) = discover(put(tmp_path / "a.txt", "prose"))
    assert pickle.loads(pickle.dumps((options, item))) == (options, item)


def test_plain_text_is_kept_exactly(tmp_path: Path) -> None:
    (made,) = records(put(tmp_path / "a.txt", BODY))
    assert (made.id, made.text, made.kind, made.line, made.findings) == ("a.txt", BODY, "text", 1, [])


def test_markdown_keeps_its_front_matter_and_reads_it(tmp_path: Path) -> None:
    text = '---\ntitle: "Wharf \\"two\\" reopens"\nauthor:\n  - Ana Ruiz\n  - Bo Li\n'
    text += "date: 2020-03-02 # Monday\n---\n# Wharf\n"
    (made,) = records(put(tmp_path / "a.md", text))
    assert made.text == text and made.kind == "markdown"
    assert made.fields == {"title": 'Wharf "two" reopens', "authors": ["Ana Ruiz", "Bo Li"], "published": "2020-03-02"}
    (plain,) = records(put(tmp_path / "b.md", "---\nA rule above, and no end: of the block\n"))
    assert plain.fields == {}


def test_html_gives_the_article(tmp_path: Path) -> None:
    words = "".join(
        f"<p>The wharf reopened after {number} years of work, the port authority said.</p>" for number in range(8)
    )
    head = '<head><meta charset="iso-8859-1"><title>Zoë</title></head>'
    page = f"<html>{head}<body><article>{words}</article></body></html>"
    (made,) = records(put(tmp_path / "a.html", page.encode("latin-1")))
    assert made.kind == "page" and "after 7 years" in made.text and "<p>" not in made.text
    assert [finding.name for finding in made.findings] == ["charset"]


ROWS = [{"id": f"a{number}", "title": f"T{number}", "text": f"{BODY}{number}"} for number in range(7)]


@pytest.mark.parametrize(
    "name, data",
    [
        ("a.jsonl", "".join(json.dumps(row) + "\n" for row in ROWS)),
        ("b.jsonl", "\ufeff" + "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS)),
        ("c.jsonl", "".join(json.dumps(row) + "\r\n\r\n" for row in ROWS)),
        ("d.jsonl", json.dumps(ROWS)),
        ("a.json", json.dumps(ROWS, indent=1)),
        ("b.json", json.dumps({"status": "ok", "totalResults": 7, "articles": ROWS})),
        ("c.json", json.dumps({"hits": {"total": 7, "hits": [{"_index": "i", "_source": row} for row in ROWS]}})),
        ("d.json", "\n".join(json.dumps(row, indent=2) for row in ROWS)),
    ],
)
def test_json(name: str, data: str, tmp_path: Path) -> None:
    made = records(put(tmp_path / name, data))
    assert [(one.id, one.fields["title"], one.text) for one in made] == [(r["id"], r["title"], r["text"]) for r in ROWS]


def test_one_json_object_with_a_list_in_it_is_one_record(tmp_path: Path) -> None:
    record = {**ROWS[0], "comments": [{"text": "First!"}], "sections": [{"body": "x"}]}
    assert [one.id for one in records(put(tmp_path / "a.json", json.dumps(record)))] == ["a0"]


def test_a_large_wrapper_is_streamed(tmp_path: Path) -> None:
    rows = [{"id": str(number), "text": "prose " * 200} for number in range(3000)]
    path = put(tmp_path / "a.json", json.dumps({"meta": {"n": 3000}, "articles": rows, "next": None}))
    made = records(path, ReadOptions(limits=Limits(max_record=100_000)))
    assert [one.id for one in made] == [str(number) for number in range(3000)]


def test_lines_are_counted_with_blank_ones(tmp_path: Path) -> None:
    made = records(put(tmp_path / "a.jsonl", '{"text":"one"}\n\n  \n{"text":"two"}'))
    assert [(one.line, one.id) for one in made] == [(1, "a.jsonl:1"), (4, "a.jsonl:4")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv", "a.txt", "a.xml"])
def test_wide_character_sets_with_and_without_a_mark(name: str, encoding: str, tmp_path: Path) -> None:
    text = {
        "a.jsonl": '{"text": "Zoë sails."}\n' * 3, "a.json": '[{"text": "Zoë sails."}]',
        "a.csv": "id,text\n1,Zoë sails.\n2,Zoë sails.\n", "a.txt": "Zoë sails.",
        "a.xml": "<rss><channel><item><description>Zoë sails.</description></item></channel></rss>",
    }[name]  # fmt: skip
    made = records(put(tmp_path / name, text.encode(encoding)))
    assert {one.text for one in made} == {"Zoë sails."}
    assert [len(one.findings) for one in made] == [encoding != "utf-8-sig"] + [0] * (len(made) - 1)


def test_character_sets() -> None:
    assert decode("Zoë".encode()) == ("Zoë", "utf-8", None)
    assert decode("\ufeffZoë".encode()) == ("Zoë", "utf-8", None)
    text, encoding, finding = decode("Zoë Ård “sails”".encode("cp1252"), "iso-8859-1")
    assert (text, encoding) == ("Zoë Ård “sails”", "cp1252") and finding and "declared" in finding.message
    russian = "Причал снова открыт после двух лет работ, сообщили в порту в понедельник. " * 5
    assert decode(russian.encode("cp1251"))[0] == russian
    assert decode(russian.encode("koi8-r"), forced="koi8-r")[0] == russian
    broken = ("The ferry isn’t “back”. " * 9).encode().replace(b"\x9c", b"oe").replace(b"\x99", b"(TM)")
    text, encoding, finding = decode(broken)
    assert encoding == "cp1252" and "back" in text and "\ufffd" not in text and finding and "guessed" in finding.message
    with pytest.raises(NotText):
        decode(b"\x81\x8d", forced="cp1252")
    with pytest.raises(NotText):
        decode_any(bytes(range(256)) * 4)


def test_a_cut_off_character_at_the_end_does_not_change_the_character_set() -> None:
    text, encoding, finding = decode(("Zoë Ård sails. " * 20).encode() + b"\xc3")
    assert text.endswith("sails. \ufffd") and encoding == "utf-8" and finding and "1 bytes" in finding.message


def test_a_latin_csv_is_decoded_and_reported_once(tmp_path: Path) -> None:
    rows = "id;text\n" + "".join(f"{number};Zoë Ård navigue à l'été, il a été dit.\n" for number in range(20))
    made = records(put(tmp_path / "a.csv", rows.encode("cp1252")))
    assert all("Zoë Ård" in one.text for one in made) and [len(one.findings) for one in made] == [1] + [0] * 19


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_csv_delimiters(delimiter: str, newline: str, tmp_path: Path) -> None:
    lines = [
        "Id,Pub Date,Text",
        '1,2020,"One, two; three | four\tand ""five"""',
        '2,2021,"Two lines\n\nof text"',
        "3,2022,plain",
    ]
    head, *rows = lines
    data = newline.join([head.replace(",", delimiter), *(row.replace(",", delimiter, 2) for row in rows)]) + newline
    made = records(put(tmp_path / "a.csv", data))
    assert [one.text for one in made] == ['One, two; three | four\tand "five"', "Two lines\n\nof text", "plain"]
    assert [(one.id, one.line, one.fields) for one in made] == [
        ("1", 2, {"published": "2020"}), ("2", 3, {"published": "2021"}), ("3", 6, {"published": "2022"}),
    ]  # fmt: skip


def test_csv_with_backslash_quotes(tmp_path: Path) -> None:
    made = records(put(tmp_path / "a.csv", 'id,text\n1,"He said \\"no\\", twice."\n2,"Plain, too."\n'))
    assert [one.text for one in made] == ['He said "no", twice.', "Plain, too."]


def test_tsv_without_quoting(tmp_path: Path) -> None:
    data = "id\ttext\n" + "".join(f'{number}\t"No", he said. It is 5" long\n' for number in range(9))
    made = records(put(tmp_path / "a.tsv", data))
    assert len(made) == 9 and made[0].text == '"No", he said. It is 5" long'


def test_a_headerless_csv_by_profile(tmp_path: Path) -> None:
    profile = Profile("harbour", match=("a.csv",), columns=("nr", "title", "story"), fields=(("id", ("nr",)),))
    made = records(put(tmp_path / "a.csv", '1,"T","One, two"\n2,U,Three\n'), ReadOptions(profiles=(profile,)))
    assert [(one.id, one.fields["title"], one.text, one.line) for one in made] == [
        ("1", "T", "One, two", 1),
        ("2", "U", "Three", 2),
    ]


def test_parquet(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(arrow.Table.from_pylist(ROWS * 100), tmp_path / "a.parquet", row_group_size=64)
    made = records(tmp_path / "a.parquet")
    assert len(made) == 700 and made[699].line == 700 and made[6].text == ROWS[6]["text"]
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.write(tmp_path / "a.parquet", "in/a.parquet")
    assert len(records(tmp_path / "b.zip")) == 700


def test_warc_and_wet(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    words = "".join(
        f"<p>The wharf reopened after {number} years of work, the port authority said.</p>" for number in range(8)
    )
    page = f"<html><head><title>T</title></head><body><article>{words}</article></body></html>".encode()
    with (tmp_path / "a.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        writer.write_record(writer.create_warcinfo_record("x", {}))
        for number, (status, media, body) in enumerate(
            [
                ("200 OK", "text/html; charset=utf-8", page),
                ("404 Not Found", "text/html", page),
                ("200 OK", "image/png", b"\x89"),
            ]
        ):
            head = StatusAndHeaders(status, [("Content-Type", media)], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    f"https://example.org/{number}", "response", payload=io.BytesIO(body), http_headers=head
                )
            )
        text = io.BytesIO("Zoë sails.".encode())
        writer.write_record(
            writer.create_warc_record(
                "https://example.org/9", "conversion", payload=text, warc_content_type="text/plain"
            )
        )
    made = list(read(discover(tmp_path / "a.warc.gz")[0]))
    assert [(one.line, getattr(one, "reason", getattr(one, "kind", ""))) for one in made] == [
        (2, "page"), (3, "http-status"), (5, "text"),
    ]  # fmt: skip
    first, _, last = made
    assert (
        isinstance(first, Record) and "after 7 years" in first.text and first.fields["url"] == "https://example.org/0"
    )
    assert isinstance(last, Record) and last.text == "Zoë sails." and last.id.startswith("urn:uuid:")


def test_archives_inside_out(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, data in (("b/2.txt", b"Two."), ("a.jsonl.gz", gzip.compress(b'{"text":"One."}\n'))):
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    made = records(put(tmp_path / "x" / "a.tgz", out.getvalue()))
    assert [(one.path, one.id, one.text) for one in made] == [
        ("a.tgz!b/2.txt", "a.tgz!b/2.txt", "Two."), ("a.tgz!a.jsonl.gz", "a.tgz!a.jsonl.gz:1", "One."),
    ]  # fmt: skip


@pytest.mark.parametrize("size", [1, 40, 1000, 10_000, 1 << 30])
@pytest.mark.parametrize("end", ["", "\n"])
def test_ranges_give_what_the_whole_file_gives(size: int, end: str, tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"Zoë {number} " * (number % 17)}, ensure_ascii=False) for number in range(300)]
    lines[5:7] = ["", "{bad"]
    (item,) = discover(put(tmp_path / "a.jsonl", "\ufeff" + "\n".join(lines) + end))
    pieces = ranges(item, size)
    assert pieces[0][0] == 0 and pieces[-1][1] == item.size and len(pieces) > item.size // (size + 2000)
    assert all(one[1] == two[0] for one, two in pairwise(pieces))
    assert [one for piece in pieces for one in read_range(item, *piece)] == list(read(item))


def test_what_cannot_be_cut_is_one_range(tmp_path: Path) -> None:
    for name, data in (
        ("a.csv", b"id,text\n1,x\n"),
        ("a.jsonl", '{"text":"x"}\n'.encode("utf-16")),
        ("b.jsonl", b'[{"text":\n"x"}]'),
    ):
        (item,) = discover(put(tmp_path / name, data))
        assert ranges(item, 4) == [(0, item.size, 1)]


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    (item,) = discover(put(tmp_path / "a.jsonl", '{"text":"x"}\n'))
    reading = read(item)
    (tmp_path / "a.jsonl").unlink()
    (made,) = reading
    assert isinstance(made, Unreadable) and made.reason == "file-unreadable"
