"""No byte of a dump is sent anywhere, whatever it holds."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import socket
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from hostile import BODY, record, zipped
from shell import CLEAN, ENVIRONMENT, FINDINGS, rows

WATCHED = """
import os, runpy, sys
def hook(event, args):
    name = event.partition(".")[0]
    remote = event in ("socket.connect", "socket.sendto", "socket.sendmsg") and isinstance(args[1], tuple)
    asks = event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request")
    if remote or asks or name in ("ftplib", "http", "smtplib"):
        os.write(2, f"NETWORK {event} {args}".encode())
        os._exit(70)
sys.addaudithook(hook)
sys.argv = ["corpus-clean", *sys.argv[1:]]
runpy.run_module("cleaner", run_name="__main__")
"""


def everything(folder: Path, site: str) -> None:
    """A dump of every format, full of addresses that a careless parser would fetch."""
    folder.mkdir()
    head = f'<link rel="stylesheet" href="{site}/a.css"><base href="{site}/"><script src="{site}/a.js"></script>'
    page = f"""<!DOCTYPE html PUBLIC "x" "{site}/x.dtd"><html><head>{head}<title>Ferry</title></head><body><article>
        <h1>Ferry</h1><p>{BODY}</p><img src="{site}/a.png"><iframe src="{site}/b"></iframe></article></body></html>"""
    external = (
        f'<!DOCTYPE rss SYSTEM "{site}/rss.dtd" [<!ENTITY a SYSTEM "{site}/a"><!ENTITY % b SYSTEM "{site}/b">%b;]>'
    )
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{site}/c"/>'
    item = f"<item><title>Ferry</title><description>{BODY}</description>{include}</item>"
    feed = f'<rss version="2.0"><channel>{item}</channel></rss>'
    row = json.dumps(
        {**record(1), "url": f"{site}/story", "image": f"{site}/a.png", "text": f"{BODY} {site}/x"}
    ).encode()
    files = {
        "a.txt": f"{BODY} {site}/x".encode(), "a.md": f"![a]({site}/a.png) {BODY}".encode(), "a.html": page.encode(),
        "a.xhtml": f'<?xml version="1.0"?>{page}'.encode(), "a.jsonl": row, "a.json": b"[" + row + b"]",
        "a.csv": f'text,url\n"{BODY}",{site}/s\n'.encode(), "a.tsv": f"text\turl\n{BODY}\t{site}/s\n".encode(),
        "a.xml": feed.encode(), "b.xml": (external + feed).encode(), "page.jsonl": json.dumps({"html": page}).encode(),
        "a.jsonl.gz": gzip.compress(row), "a.jsonl.bz2": bz2.compress(row), "a.jsonl.xz": lzma.compress(row),
        "a.zip": zipped(a_jsonl=row, b_html=page.encode()),
    }  # fmt: skip
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.encode()
    files["a.warc"] = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {site}/\r\nWARC-Date: 2023-03-10T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    ).encode() + http + b"\r\n\r\n"  # fmt: skip
    for name, data in files.items():
        (folder / name).write_bytes(data)
    with tarfile.open(folder / "a.tar", "w") as archive:
        archive.add(folder / "a.html", "a.html")
    import pyarrow
    import pyarrow.parquet

    pyarrow.parquet.write_table(pyarrow.table({"text": [BODY], "url": [f"{site}/s"]}), folder / "a.parquet")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_no_byte_is_sent_anywhere(tmp_path: Path, jobs: str) -> None:
    """Python is watched by an audit hook; what native parsers might fetch would arrive at a server of our own."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        everything(tmp_path / "in", f"http://127.0.0.1:{server.getsockname()[1]}")
        for words in ("run in out --report html=r.html --jobs " + jobs, "check in", "learn in", "undo out back"):
            command = [sys.executable, "-c", WATCHED, *words.split()]
            done = subprocess.run(command, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, timeout=300, check=False)
            assert b"NETWORK" not in done.stderr
            assert done.returncode in (CLEAN, FINDINGS), done.stderr
        with pytest.raises(BlockingIOError):
            server.accept()
    read = {row["origin"]["path"].partition("!")[0] for row in rows(tmp_path / "out", "articles")}
    assert read == {path.name for path in (tmp_path / "in").iterdir()} - {"b.xml"}
    assert [row["reasons"][0]["name"] for row in rows(tmp_path / "out", "rejected")] == ["xml-entities"]


def test_the_watch_sees_what_it_is_to_see() -> None:
    probe = WATCHED.replace(
        'runpy.run_module("cleaner", run_name="__main__")', "import socket; socket.getaddrinfo('a.example', 1)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, timeout=60, check=False)
    assert done.returncode == 70 and b"NETWORK socket.getaddrinfo" in done.stderr
