"""Bad input is normal input: it costs its own record, never its neighbours, and says why."""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
from pathlib import Path

import pytest
from badly import ALL, GOOD, around, good, reading, split
from test_read_packed import zipped

from cleaner.read import Limits, ReadOptions, Record, Unreadable, discover, read, read_stream
from cleaner.read.profile import load_profile
from cleaner.read.reasons import EXPLANATIONS

LINES = {
    "malformed": (b'{"id": "x", "text": "abc",, }', "json-malformed"),
    "truncated": (b'{"id": "x", "text": "abc', "json-malformed"),
    "invalid utf-8": (b'{"id": "x", "text": "caf\xe9 au lait"}', "bytes-invalid"),
    "overlong utf-8": (b'{"id": "x", "text": "\xc0\xaf"}', "bytes-invalid"),
    "surrogate": (rb'{"id": "x", "text": "half \ud800 pair"}', "surrogate"),
    "no text": (b'{"id": "x", "title": "only a title"}', "text-missing"),
    "null": (b'{"id": "x", "text": null}', "text-null"),
    "nan": (b'{"id": "x", "text": NaN}', "text-null"),
    "number": (b'{"id": "x", "text": 7.5}', "text-number"),
    "object": (b'{"id": "x", "text": [1, 2]}', "text-type"),
    "empty": (b'{"id": "x", "text": ""}', "text-empty"),
    "blank": (b'{"id": "x", "text": " \\n\\t "}', "text-empty"),
    "repeated key": (b'{"id": "x", "text": "one", "text": "two"}', "json-duplicate-key"),
    "deep list": (b'{"id": "x", "text": "t", "a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nesting"),
    "deep object": (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "nesting"),
    "too deep by little": (b'{"text": "t", "a": ' + b"[" * 300 + b"]" * 300 + b"}", "nesting"),
    "an array": (b'["a", "b"]', "json-not-object"),
    "a number": (b"17", "json-not-object"),
    "a huge number": (b'{"text": "t", "n": ' + b"9" * 5000 + b"]", "json-malformed"),
}


@pytest.mark.parametrize("name", LINES)
def test_a_bad_line_costs_only_itself(name: str, tmp_path: Path) -> None:
    line, reason = LINES[name]
    assert split(reading(tmp_path, "dump.jsonl", around(line))) == (ALL, [(26, reason)])


def test_every_reason_is_explained() -> None:
    assert {reason for _, reason in LINES.values()} <= set(EXPLANATIONS)
    assert all(text.endswith(".") for text in EXPLANATIONS.values())


def test_a_cut_off_last_line_is_told_from_a_malformed_one(tmp_path: Path) -> None:
    made = reading(tmp_path, "dump.jsonl", around(b"")[:-10])
    assert split(made) == (ALL[:-1], [(51, "json-truncated")])


@pytest.mark.parametrize(
    "line",
    [
        b'{"id": "x", "text": "nul \\u0000 inside"}',
        b'{"id": "x", "text": "nul \x00 inside"}',
    ],
)
def test_a_nul_stays_in_the_text_for_the_rules(line: bytes, tmp_path: Path) -> None:
    made = reading(tmp_path, "dump.jsonl", around(line))
    assert [one.text for one in made if isinstance(one, Record) and one.id == "x"] == ["nul \0 inside"]
    assert len(made) == GOOD + 1


def test_nan_in_a_side_field_keeps_the_record(tmp_path: Path) -> None:
    (made,) = reading(
        tmp_path, "dump.jsonl", b'{"text": "prose", "score": NaN, "title": "T"}\n', ReadOptions(keep_extra=True)
    )
    assert isinstance(made, Record) and made.extra == {"score": None} and made.fields == {"title": "T"}


def test_a_repeated_key_with_one_value_is_harmless(tmp_path: Path) -> None:
    (made,) = reading(tmp_path, "dump.jsonl", b'{"text": "prose", "text": "prose"}\n')
    assert isinstance(made, Record)


def test_a_large_whole_number_as_id_is_not_rounded(tmp_path: Path) -> None:
    (made,) = reading(tmp_path, "dump.jsonl", b'{"id": 123456789012345678901234567890, "text": "prose"}\n')
    assert made.id == "123456789012345678901234567890"


def test_half_a_pair_in_the_title_is_replaced_and_reported(tmp_path: Path) -> None:
    (made,) = reading(tmp_path, "dump.jsonl", b'{"text": "prose", "title": "a\\ud800b"}\n')
    assert isinstance(made, Record) and made.fields["title"] == "a\ufffdb" and len(made.findings) == 1


def test_a_huge_line_is_passed_over_without_being_held(tmp_path: Path) -> None:
    path, limits = tmp_path / "dump.jsonl", Limits(max_record=1 << 20)
    with path.open("wb") as file:
        file.write(around(b"").replace(b"\n\n", b"\n"))
        file.write(b'{"id": "x", "text": "')
        for _ in range(200):
            file.write(b"z" * (1 << 20))
        file.write(b'"}\n' + json.dumps(good(99)).encode() + b"\n")
    tracemalloc.start()
    records, refused = split(list(read(discover(path)[0], ReadOptions(limits=limits))))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (records, refused) == ([*ALL, "a99"], [(51, "too-long")])
    assert peak < 12 << 20


def table(bad: str) -> bytes:
    rows = [
        f'{number},"Ferry {number}","The ferry, number {number}, sailed.\nAll went well."\n' for number in range(GOOD)
    ]
    return ("id,title,text\n" + "".join(rows[:25]) + bad + "".join(rows[25:])).encode()


ROWS = {
    "missing column": ("x,only two\n", [(52, "row-columns")]),
    "extra column": ('x,"a","b",c\n', [(52, "row-columns")]),
    "extra column over lines": ('x,"a","b\n\nmore, of it.",c\n', [(52, "row-columns")]),
    "unclosed quote": ('x,"a","never closed\n', [(52, "row-quote")]),
    "quote inside": ('x,"a","he said "no" twice"\n', [(52, "row-quote")]),
    "empty text": ("x,title,\n", [(52, "text-empty")]),
}


@pytest.mark.parametrize("name", ROWS)
def test_a_bad_row_costs_only_itself(name: str, tmp_path: Path) -> None:
    bad, expected = ROWS[name]
    records, refused = split(reading(tmp_path, "dump.csv", table(bad)))
    assert refused == expected
    assert records == [str(number) for number in range(GOOD)]


def test_an_unclosed_quote_in_the_last_row_costs_only_itself(tmp_path: Path) -> None:
    data = "id,text\n" + "".join(f"{number},sailed at {number}\n" for number in range(GOOD)) + 'x,"open\ny,closed\n'
    records, refused = split(reading(tmp_path, "dump.csv", data.encode()))
    assert records == [*map(str, range(GOOD)), "y"] and refused == [(52, "row-quote")]


def test_a_row_with_broken_bytes_costs_only_itself(tmp_path: Path) -> None:
    bad = table("BAD").replace(b"BAD", b'x,"caf\xe9","line one\nline two"\n')
    records, refused = split(reading(tmp_path, "dump.csv", bad))
    assert refused == [(52, "bytes-invalid")] and len(records) == GOOD


def test_a_csv_without_known_columns_asks_for_a_profile(tmp_path: Path) -> None:
    ((made),) = reading(tmp_path, "dump.csv", b"3,Wharf reopens,The wharf reopened.\n4,B,C\n")
    assert isinstance(made, Unreadable) and made.reason == "csv-header"


ARRAY = {
    "malformed": ('{"id": "x" "text": "abc"}', "json-malformed"),
    "unquoted": ('{"id": "x", text: "abc"}', "json-malformed"),
    "no quote": ('{"id": "x", "text": "abc}', "json-malformed"),
    "surrogate": (r'{"id": "x", "text": "\udfff"}', "surrogate"),
    "repeated": ('{"id": "x", "text": "one", "text": "two"}', "json-duplicate-key"),
    "deep": ('{"id": "x", "a": ' + "[" * 100_000 + "]" * 100_000 + "}", "nesting"),
    "number": ("3", "json-not-object"),
}


@pytest.mark.parametrize("name", ARRAY)
@pytest.mark.parametrize("indent", [None, 2])
def test_a_bad_element_costs_only_itself(name: str, indent: int | None, tmp_path: Path) -> None:
    bad, reason = ARRAY[name]
    parts = [json.dumps(good(number), indent=indent) for number in range(GOOD)]
    data = "[" + ",\n".join([*parts[:25], bad, *parts[25:]]) + "]"
    assert split(reading(tmp_path, "dump.json", data.encode())) == (ALL, [(26, reason)])


def test_a_cut_off_array_keeps_what_is_whole(tmp_path: Path) -> None:
    data = json.dumps([good(number) for number in range(GOOD)]).encode()
    records, refused = split(reading(tmp_path, "dump.json", data[:-20]))
    assert records == ALL[:-1] and refused[0] == (50, "json-truncated")


def feed(bad: str, head: str = "") -> bytes:
    items = [
        f"<item><guid>a{n}</guid><title>Ferry {n}</title><description>It sailed.</description></item>"
        for n in range(GOOD)
    ]
    return (
        f'<?xml version="1.0"?>\n{head}<rss version="2.0"><channel><title>Harbour News</title>\n'
        + "\n".join([*items[:25], bad, *items[25:]])
        + "\n</channel></rss>"
    ).encode()


XML = {
    "not well-formed": ("<item><title>a<b></title></item>", "xml-malformed"),
    "open": ("<item><title>a</title>", "xml-malformed"),
    "own entity": ("<item><description>&lol9; here</description></item>", "xml-malformed"),
    "no text": ("<item><title>a</title></item>", "text-missing"),
    "deep": ("<item>" + "<a>" * 100_000 + "</a>" * 100_000 + "</item>", "nesting"),
}


@pytest.mark.parametrize("name", XML)
def test_a_bad_item_costs_only_itself(name: str, tmp_path: Path) -> None:
    bad, reason = XML[name]
    assert split(reading(tmp_path, "feed.xml", feed(bad))) == (ALL, [(28, reason)])


def test_declared_entities_are_refused_and_never_expanded(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    outside = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    for head in (bomb, outside):
        assert split(reading(tmp_path, "feed.xml", feed("<item><description>&a;</description></item>", head))) == (
            [],
            [(1, "xml-entities")],
        )


def test_broken_bytes_in_an_item_cost_only_itself(tmp_path: Path) -> None:
    data = feed("<item><description>BAD \u00e9</description></item>").replace(b"BAD", b"\xff\xfe")
    assert split(reading(tmp_path, "feed.xml", data)) == (ALL, [(28, "bytes-invalid")])


@pytest.mark.parametrize(
    "name", ["a.txt", "a.jsonl", "a.csv", "a.json", "a.xml", "a.html", "a.md", "a.parquet", "a.zip"]
)
def test_an_empty_file_says_so(name: str, tmp_path: Path) -> None:
    assert split(reading(tmp_path, name, b"")) == ([], [(1, "file-empty")])


def test_small_elements_near_a_fault_are_kept(tmp_path: Path) -> None:
    data = b'[{"text":"a"},{"text" },{"text":"b"},{"text":"c},{"text":"d"},{"text":"e"}]'
    made = reading(tmp_path, "a.json", data)
    assert [one.text if isinstance(one, Record) else one.reason for one in made] == [
        "a", "json-malformed", "b", "json-malformed", "d", "e",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["a.parquet", "a.warc", "a.zip", "a.tar"])
def test_a_file_that_is_not_what_its_name_says(name: str, tmp_path: Path) -> None:
    records, refused = split(reading(tmp_path, name, b"This is only a sentence.\n" * 60))
    assert not records and len(refused) == 1 and refused[0][1].endswith("-corrupt")


def test_binary_data_are_not_text(tmp_path: Path) -> None:
    data = bytes(range(256)) * 20
    assert split(reading(tmp_path, "a.txt", data))[1] == [(1, "file-binary")]


def test_a_missing_file_is_refused_when_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("prose")
    (item,) = discover(tmp_path)
    (tmp_path / "a.txt").unlink()
    assert split(list(read(item)))[1] == [(1, "file-unreadable")]


def test_standard_input(tmp_path: Path) -> None:
    assert split(list(read_stream(io.BytesIO(around(b"{"))))) == (ALL, [(26, "json-malformed")])
    (plain,) = read_stream(io.BytesIO(b"\n  The wharf reopened.\n"))
    assert isinstance(plain, Record) and plain.text == "\n  The wharf reopened.\n" and plain.path == "-"
    assert split(list(read_stream(io.BytesIO(b""))))[1] == [(1, "file-empty")]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b' [ {"id": "1", "text": "The wharf reopened."}]', "article"),
        (b"<!DOCTYPE html><html><body><p>The wharf reopened.</p></body></html>", "page"),
        (b"<?xml version='1.0'?><html><body><p>The wharf reopened.</p></body></html>", "page"),
        (b"<rss><channel><item><description>The wharf reopened.</description></item></channel></rss>", "text"),
        (b"[Updated] The wharf reopened.", "text"),
        (b"<p>The wharf reopened.</p>", "text"),
    ],
)
def test_standard_input_is_told_by_how_it_begins(data: bytes, kind: str) -> None:
    (made,) = read_stream(io.BytesIO(data))
    assert isinstance(made, Record) and (made.kind == kind or made.id == "1")
    assert "The wharf reopened." in made.text and ("<" in made.text) == data.startswith(b"<p>")


@pytest.mark.parametrize("data", [gzip.compress(b'{"text": "a"}', mtime=0), b"PK\x03\x04rest", b"BZh91AY"])
def test_a_compressed_stream_says_what_to_do(data: bytes) -> None:
    (made,) = read_stream(io.BytesIO(data))
    assert isinstance(made, Unreadable) and "unpack it first, as with gzip -dc" in made.message


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.csv", b"nr,kop\n1,Wharf\n", "the first row is 'nr', 'kop'"),
        ("a.csv", b"id,kop\n1,Wharf\n", "the fields are 'id', 'kop'"),
        ("a.json", b'{"meta": {"kop": "Wharf"}}', "the fields are 'meta.kop'"),
        ("a.jsonl", b"{}", "the fields are none"),
        ("a.jsonl", json.dumps(dict.fromkeys("abcdefghijklmnop", 1)).encode(), "'k', 'l' and more"),
    ],
)
def test_who_looks_for_the_text_is_told_what_there_is(name: str, data: bytes, said: str, tmp_path: Path) -> None:
    ((made),) = reading(tmp_path, name, data)
    assert isinstance(made, Unreadable) and said in made.message
    ((made),) = reading(tmp_path, name, data, ReadOptions(text_field="verhaal"))
    assert isinstance(made, Unreadable) and (name == "a.csv" or "no field is called 'verhaal'" in made.message)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b"kop,verhaal\nWharf,The wharf reopened.\n"),
        ("a.json", b'{"rows": [{"kop": "Wharf", "verhaal": "The wharf reopened."}]}'),
    ],
)
def test_a_field_that_is_named_by_hand_is_found(name: str, data: bytes, tmp_path: Path) -> None:
    profile = load_profile({"match": "*", "text": "verhaal", "fields": {"title": "kop"}}, "harbour")
    for options in (ReadOptions(text_field="verhaal"), ReadOptions(profiles=(profile,))):
        (made,) = reading(tmp_path, name, data, options)
        assert isinstance(made, Record) and made.text == "The wharf reopened."
    assert made.fields == {"title": "Wharf"}


def test_a_false_declaration_of_utf_16_costs_nothing(tmp_path: Path) -> None:
    data = feed("").replace(b'version="1.0"', b'version="1.0" encoding="utf-16"', 1)
    assert split(reading(tmp_path, "feed.xml", data)) == (ALL, [])
    broken = data.replace(b"Ferry 3<", b"Ferry \xe9\xe9<").replace(b"Ferry 7<", b"Ferry \xe9<")
    assert split(reading(tmp_path, "broken.xml", broken)) == (ALL, [])


def test_a_table_of_broken_rows_refuses_each(tmp_path: Path) -> None:
    assert split(reading(tmp_path, "a.csv", b"0\xe4\n1\xe4\n"))[1] == [(1, "bytes-invalid"), (2, "bytes-invalid")]


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.jsonl", b"\xff\xfe"), ("a.jsonl", b"\n \n"), ("a.csv", b"id,text\n"), ("a.zip", zipped()), ("a.json", b"[]")],
)
def test_a_file_without_records_does_not_vanish(name: str, data: bytes, tmp_path: Path) -> None:
    (made,) = reading(tmp_path, name, data)
    assert isinstance(made, Unreadable) and made.reason in ("no-records", "json-not-object")
