"""Files for the readers: a small sound one of every format, with bytes changed, cut, doubled and moved."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import random
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from cleaner.read import ReadOptions, Record, Unreadable, discover, read
from cleaner.read.reasons import EXPLANATIONS

SCRATCH = Path()
"""Where the files are written; set by the program."""

SLOW = (".html", ".warc")
"""Formats whose pages take twenty times as long as all else: every tenth file may be one."""

ROOT = Path(__file__).parents[2]
ARTICLES = [
    {"id": f"a{n}", "title": f"Ferry {n}", "text": f"The ferry “sailed” at {n}.\nAll went well, {n} said.",
     "date": f"2023-03-{n + 10}", "authors": ["Maren Holt"]}
    for n in range(4)
]  # fmt: skip
WORDS = (
    *(b"\x00", b"\xff", b"\xc3\x28", b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80", b'"', b"'", b"\\", b"\n", b"\r"),
    *(b"{", b"}", b"[", b"]", b",", b":", b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<!ENTITY a 'b'>"),
    *(b"&a;", b"\\ud800", b"\\u0000", b"NaN", b"null", b"1e999", b"-0", b"9" * 40, b"[" * 300, b'"text":', b"text,"),
    *(
        b"<item>",
        b"</item>",
        b"encoding='utf-16'",
        b"<meta charset=utf-7>",
        b"<base href=//x>",
        b"---\n",
        b"../",
        b"\t",
    ),
)


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    """A tar archive."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def table(delimiter: str) -> bytes:
    """Rows of separated values, with quoted cells."""
    rows = [[one["id"], one["title"], '"' + str(one["text"]).replace('"', '""') + '"'] for one in ARTICLES]
    return "\n".join(delimiter.join(map(str, row)) for row in [["id", "title", "text"], *rows]).encode()


def warc() -> bytes:
    """A web archive of two records."""
    page = b"<html><body><p>The ferry sailed on Monday.</p></body></html>"
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nWARC-Date: 2023-03-10T00:00:00Z\r\n"
        b"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: application/http; "
        b"msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(body)
    )
    return (head + body + b"\r\n\r\n") * 2


def parquet() -> bytes:
    """A Parquet file; empty without pyarrow."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        return b""
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table({"text": [str(one["text"]) for one in ARTICLES]}), out)
    return out.getvalue()


def sound() -> dict[str, bytes]:
    """A sound file of every format, by name."""
    lines = b"".join(json.dumps(one, ensure_ascii=bool(n % 2)).encode() + b"\n" for n, one in enumerate(ARTICLES))
    page = (ROOT / "fixtures" / "pages" / "german.html").read_bytes()[:6000]
    note = b"Harbour bridge reopens\n\nBy Maren Holt\n\nWESTHAVEN (Reuters) - The bridge reopened on Tuesday.\n"
    files = {
        "a.jsonl": lines,
        "a.json": json.dumps(ARTICLES, indent=1).encode(),
        "b.json": json.dumps({"meta": {"n": 1}, "items": ARTICLES}).encode(),
        "a.csv": table(","),
        "a.tsv": table("\t"),
        "a.txt": note,
        "a.md": b"---\ntitle: Harbour\ndate: 2023-03-14\n---\n\n# Harbour\n\n[a](http://x.example) " + note,
        "a.html": page,
        "b.html": b"<html><body><article><h1>Ferry</h1><p>The ferry sailed on Monday.</p></article></body></html>",
        "a.xml": (ROOT / "fixtures" / "dump" / "feed.xml").read_bytes()[:5000],
        "a.warc": warc(),
        "a.parquet": parquet(),
        "a.zip": zipped({"a.jsonl": lines, "b/c.txt": note}),
        "a.tar": tarred({"a.jsonl": lines, "b/c.txt": note}),
        "utf16.jsonl": lines.decode().encode("utf-16"),
    }
    for suffix, pack in {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}.items():
        files[f"c.jsonl.{suffix}"] = pack(lines)  # type: ignore[operator]
    return {name: data for name, data in files.items() if data}


def damaged(data: bytes, dice: random.Random) -> bytes:
    """The same file with up to some faults."""
    for _ in range(dice.choice((0, 1, 1, 1, 2, 3, 8))):
        at, deed = dice.randint(0, len(data)), dice.randrange(6)
        if deed == 0:
            data = data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :]
        elif deed == 1:
            data = data[:at] + dice.choice(WORDS) + data[at + dice.choice((0, 0, 1, 4)) :]
        elif deed == 2:
            data = data[:at] + data[at + dice.choice((1, 2, 30, 300)) :]
        elif deed == 3:
            data = data[:at] + data[at : at + 60] * 2 + data[at + 60 :]
        elif deed == 4:
            data = data[:at] if dice.random() < 0.3 else data
        else:
            other = dice.randint(0, len(data))
            data = data[:at] + data[other : other + 40] + data[at:]
    return data


def target() -> Callable[[int], str]:
    """The check of one execution by its number."""
    files = list(sound().items())
    quick = [one for one in files if not one[0].endswith(SLOW)]
    options = ReadOptions()

    def check(number: int) -> str:
        dice = random.Random(number)
        name, data = dice.choice(files if dice.random() < 0.1 else quick)
        path = SCRATCH / name
        path.write_bytes(damaged(data, dice))
        (item,) = discover(path)
        count = 0
        for made in read(item, options):
            count += 1
            if isinstance(made, Unreadable):
                made.raw.encode()
                if not made.message or made.reason not in EXPLANATIONS or made.line < 1:
                    return f"refusal: {name} {made}"
            elif not isinstance(made, Record) or not made.text.strip():
                return f"record: {name} {made}"
            else:
                json.dumps([made.fields, made.extra, made.text, made.id], ensure_ascii=False).encode()
        if not count:
            return f"lost: {name} gave neither record nor refusal"
        return ""

    return check
