"""Compressed files, archives and web archives that are cut off, damaged or mean harm: what can be read is read."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import tarfile
import zipfile
from pathlib import Path

import pytest
from badly import reading, split

from cleaner.read import Limits, ReadOptions, Record, Unreadable


def packers() -> dict[str, object]:
    import zstandard

    return {
        "gz": gzip.compress,
        "bz2": bz2.compress,
        "xz": lzma.compress,
        "zst": zstandard.ZstdCompressor(write_checksum=True).compress,
    }


def long_dump() -> bytes:
    noise = os.urandom(150_000).hex()
    rows = [{"id": str(n), "text": noise[n * 300 : n * 300 + 300] + " sailed."} for n in range(1000)]
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


@pytest.mark.parametrize("suffix", ["gz", "bz2", "xz", "zst"])
def test_a_cut_off_compressed_file_keeps_what_came_before(suffix: str, tmp_path: Path) -> None:
    data = packers()[suffix](long_dump())  # type: ignore[operator]
    records, refused = split(reading(tmp_path, f"dump.jsonl.{suffix}", data[: len(data) * 9 // 10]))
    assert records == [str(number) for number in range(len(records))]
    assert refused[-1][1] == "stream-truncated" and (records or suffix == "bz2")
    whole, nothing = split(reading(tmp_path, f"dump.jsonl.{suffix}", data))
    assert len(whole) == 1000 and not nothing


@pytest.mark.parametrize("suffix", ["gz", "bz2", "xz", "zst"])
def test_a_damaged_compressed_file_says_so(suffix: str, tmp_path: Path) -> None:
    data = bytearray(packers()[suffix](long_dump()))  # type: ignore[operator]
    for at in range(len(data) * 2 // 3, len(data) * 2 // 3 + 64):
        data[at] ^= 0x5A
    _, refused = split(reading(tmp_path, f"dump.jsonl.{suffix}", bytes(data)))
    assert refused[-1][1] in ("stream-corrupt", "stream-truncated")
    assert split(reading(tmp_path, f"other.jsonl.{suffix}", b"not compressed at all"))[1][-1][1].startswith("stream-")


@pytest.mark.parametrize("suffix", ["gz", "bz2", "xz", "zst"])
def test_a_bomb_is_stopped(suffix: str, tmp_path: Path) -> None:
    data = packers()[suffix](b'{"text": "' + b"a" * 60_000_000 + b'"}\n')  # type: ignore[operator]
    records, refused = split(reading(tmp_path, f"dump.jsonl.{suffix}", data))
    assert not records and refused[-1][1] == "bomb"


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def tarred(*members: tuple[str, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members:
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


@pytest.mark.parametrize("name, pack", [("a.zip", zipped), ("a.tar", tarred)])
def test_hostile_members_are_refused_and_the_others_read(name: str, pack: object, tmp_path: Path) -> None:
    prose = b"The wharf reopened on Monday."
    members = [
        ("good/1.txt", prose),
        ("../../escape.txt", prose),
        ("/abs.txt", prose),
        ("inner.zip", zipped(("x.txt", prose))),
        ("what.bin", prose),
        (".hidden/x.txt", prose),
        ("good/2.jsonl.gz", gzip.compress(b'{"id": "z", "text": "prose"}\n')),
        ("empty.txt", b""),
        ("good/3.txt", prose),
    ]
    made = reading(tmp_path, name, pack(*members))  # type: ignore[operator]
    records, refused = split(made)
    assert records == [f"{name}!good/1.txt", "z", f"{name}!good/3.txt"]
    assert [reason for _, reason in refused] == [
        "archive-traversal", "archive-traversal", "archive-nested", "format-unknown", "file-empty",
    ]  # fmt: skip
    assert not (tmp_path.parent / "escape.txt").exists()


def test_links_in_archives_are_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        entry = tarfile.TarInfo("link.txt")
        entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(entry)
    assert split(reading(tmp_path, "a.tar", out.getvalue())) == ([], [(1, "archive-traversal")])


def test_a_damaged_archive_says_so(tmp_path: Path) -> None:
    data = zipped(("1.txt", b"prose " * 10), ("2.txt", os.urandom(2000)))
    assert split(reading(tmp_path, "a.zip", data[: len(data) // 2]))[1] == [(1, "archive-corrupt")]
    broken = zipped(("1.txt", b"The wharf reopened. " * 50), ("2.txt", b"The wharf closed."))
    at = broken.index(b"1.txt") + 8
    records, refused = split(reading(tmp_path, "b.zip", broken[:at] + b"\xff\xff" + broken[at + 2 :]))
    assert records == ["b.zip!2.txt"] and len(refused) == 1
    tar = tarred(("1.txt", b"The wharf reopened."), ("2.txt", b"x" * 3000))
    records, refused = split(reading(tmp_path, "c.tar.gz", gzip.compress(tar[:2000])))
    assert records[:1] == ["c.tar.gz!1.txt"] and refused


def test_limits_on_members(tmp_path: Path) -> None:
    data = zipped(*((f"{number}.txt", b"prose") for number in range(5)))
    made = reading(tmp_path, "a.zip", data, ReadOptions(limits=Limits(max_members=3)))
    assert [one.reason for one in made if isinstance(one, Unreadable)] == ["archive-limit"] and len(made) == 4


def test_members_that_grow_too_much_together_are_stopped(tmp_path: Path) -> None:
    data = zipped(*((f"{number}.txt", b"prose " * 1500) for number in range(40)))
    made = reading(tmp_path, "a.zip", data, ReadOptions(limits=Limits(ratio_from=10_000, max_ratio=5)))
    assert [one.reason for one in made if isinstance(one, Unreadable)] == ["bomb"] and 2 < len(made) < 40


def test_an_empty_compressed_file_says_so(tmp_path: Path) -> None:
    assert split(reading(tmp_path, "a.jsonl.gz", gzip.compress(b""))) == ([], [(1, "file-empty")])


def captured(target: str = "WARC-Target-URI: http://a.example/\r\n", length: int = 0) -> bytes:
    page = b"<html><body><p>The ferry sailed on Monday.</p></body></html>"
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = f"WARC/1.0\r\nWARC-Type: response\r\n{target}WARC-Date: 2023-03-10T00:00:00Z\r\n"
    head += "WARC-Record-ID: <urn:uuid:1>\r\n"
    kind = f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body) + length}\r\n\r\n"
    return head.encode() + kind.encode() + body + b"\r\n\r\n"


@pytest.mark.parametrize(
    "fault", [captured(target=""), captured(length=-9), b"WARC/1.0\r\nContent-Length: x\r\n\r\nabc"]
)
def test_a_damaged_web_archive_keeps_what_came_before(
    fault: bytes, tmp_path: Path, capfd: pytest.CaptureFixture
) -> None:
    made = reading(tmp_path, "a.warc", captured() + fault)
    assert isinstance(made[0], Record) and made[0].text == "The ferry sailed on Monday."
    assert isinstance(made[-1], Unreadable) and made[-1].reason == "warc-corrupt"
    assert capfd.readouterr().err == "", "the library's own warnings do not reach the terminal"


def test_a_web_archive_without_pages_says_so(tmp_path: Path) -> None:
    data = captured().replace(b"text/html", b"image/gif")
    assert split(reading(tmp_path, "a.warc", data)) == ([], [(1, "warc-records")])


def test_a_member_without_a_name_is_refused(tmp_path: Path) -> None:
    data = zipped(("N.txt", b"The wharf reopened."), ("b.txt", b"The wharf closed."))
    for head, length in ((b"PK\x03\x04", 26), (b"PK\x01\x02", 28)):
        at = data.index(head)
        data = data[: at + length] + b"\0" + data[at + length + 1 :]
    name = 46 + data.index(b"PK\x01\x02")
    data = data[: data.index(b"PK\x05\x06")].replace(data[name : name + 5], b"", 2) + data[data.index(b"PK\x05\x06") :]
    records, refused = split(reading(tmp_path, "a.zip", data))
    assert refused and not any("N.txt" in one for one in records)
