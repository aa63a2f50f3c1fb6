"""Dumps that mean harm, or are harmed, through the real command: contained, named, and without a byte sent anywhere."""

from __future__ import annotations

import gzip
import json
import lzma
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
import zstandard
from hostile import BODY, record, zipped
from shell import CLEAN, COMMAND, ENVIRONMENT, FINDINGS, jsonl, parsed, prose, rows, tool, tree

GOOD = 50
EVIL = (
    "evil\x1b]2;owned\x07\x1b[2J\x1b[31m\u202e=cmd|' /C calc'!A0"
    "<script>document.title='owned'</script><img src=x onerror=alert(1)>"
)


def lines(bad: bytes) -> bytes:
    """A bad line among good ones: the 26th."""
    made = [json.dumps(record(number)).encode() + b"\n" for number in range(GOOD)]
    return b"".join([*made[:25], bad + b"\n", *made[25:]])


def table(bad: str) -> bytes:
    made = [f'a{number},Ferry {number},"{BODY}"\n' for number in range(GOOD)]
    return ("id,title,text\n" + "".join([*made[:25], bad, *made[25:]])).encode()


def halved(data: bytes) -> bytes:
    return data[: len(data) // 2]


def torn(data: bytes) -> bytes:
    """The data with bytes changed in their middle."""
    at = len(data) // 2
    return data[:at] + bytes(byte ^ 0x5A for byte in data[at : at + 40]) + data[at + 40 :]


BAD: dict[str, tuple[bytes, int, str]] = {
    "malformed.jsonl": (lines(b'{"id": "x", "text": "abc",, }'), 26, "json-malformed"),
    "truncated.jsonl": (lines(b"")[:-1].replace(b"\n\n", b"\n") + b'\n{"id": "x", "te', 51, "json-truncated"),
    "bytes.jsonl": (lines(b'{"id": "x", "text": "caf\xe9"}'), 26, "bytes-invalid"),
    "surrogate.jsonl": (lines(rb'{"id": "x", "text": "half \ud800 pair"}'), 26, "surrogate"),
    "missing.jsonl": (lines(b'{"id": "x", "title": "t"}'), 26, "text-missing"),
    "null.jsonl": (lines(b'{"id": "x", "text": null}'), 26, "text-null"),
    "nan.jsonl": (lines(b'{"id": "x", "text": NaN}'), 26, "text-null"),
    "number.jsonl": (lines(b'{"id": "x", "text": 7}'), 26, "text-number"),
    "empty.jsonl": (lines(b'{"id": "x", "text": ""}'), 26, "text-empty"),
    "twice.jsonl": (lines(json.dumps(record(3)).encode()), 26, "duplicate-id"),
    "keys.jsonl": (lines(b'{"id": "x", "text": "one", "text": "two"}'), 26, "json-duplicate-key"),
    "deep.jsonl": (lines(b'{"text": "t", "a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"), 26, "nesting"),
    "columns.csv": (table("x,only two\n"), 27, "row-columns"),
    "quote.csv": (table('x,"a","never closed\n'), 27, "row-quote"),
    "utf16.jsonl": (lines(b"{").decode().encode("utf-16-le"), 26, "json-malformed"),
}
"""Files with fifty good records and a bad one: where it is and why it is refused."""

LOST: dict[str, tuple[bytes, str]] = {
    "cut.jsonl.gz": (halved(gzip.compress(lines(b""))), "stream-truncated"),
    "cut.jsonl.xz": (halved(lzma.compress(lines(b""))), "stream-truncated"),
    "torn.jsonl.gz": (torn(gzip.compress(lines(b""))), "stream-corrupt"),
    "torn.jsonl.bz2": (b"BZh9" + bytes(200), "stream-corrupt"),
    "cut.jsonl.zst": (halved(zstandard.compress(lines(b""))), "stream-truncated"),
    "torn.jsonl.zst": (torn(zstandard.compress(lines(b""))), "stream-corrupt"),
    "cut.zip": (halved(zipped(a_jsonl=lines(b""))), "archive-corrupt"),
    "torn.zip": (torn(zipped(a_jsonl=lines(b""))), "stream-corrupt"),
    "nothing.jsonl": (b"", "file-empty"),
    "binary.txt": (bytes(range(256)) * 20, "file-binary"),
}
"""Files that are damaged as a whole: why the last of their records, or all, are refused."""


def test_every_kind_of_damage_costs_its_own_record(tmp_path: Path) -> None:
    for name, data in {**{n: d for n, (d, *_) in BAD.items()}, **{n: d for n, (d, _) in LOST.items()}}.items():
        (tmp_path / "in" / "desk.jsonl").mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_bytes(data)
    (tmp_path / "in" / "desk.jsonl" / "note.txt").write_text(BODY)
    (tmp_path / "in" / "nul.jsonl").write_bytes(lines(b'{"id": "x", "text": "It sailed \\u0000 at noon."}'))
    done = tool("in", "out", "-q", cwd=tmp_path)
    assert done.returncode == FINDINGS, done.stderr
    refused = {row["origin"]["path"].partition("!")[0]: row for row in rows(tmp_path / "out", "rejected")}
    for name, (_, line, reason) in BAD.items():
        assert sum(1 for row in rows_of(tmp_path, name) if row["id"].startswith("a")) == GOOD, name
        assert (refused[name]["origin"]["line"], refused[name]["reasons"][0]["name"]) == (line, reason)
        assert refused[name]["reasons"][0]["message"]
    for name, (_, reason) in LOST.items():
        assert refused[name]["reasons"][0]["name"] == reason
    assert len(list(rows_of(tmp_path, "nul.jsonl"))) == GOOD + 1, "a NUL goes, its record stays"
    assert "\x00" not in "".join(row["text"] for row in rows(tmp_path / "out", "articles"))
    assert [row["text"] for row in rows(tmp_path / "out", "articles") if row["origin"]["path"].startswith("desk")] == [
        BODY
    ]
    assert tool("validate", "out", cwd=tmp_path).returncode == CLEAN


def rows_of(folder: Path, name: str) -> Iterator[dict[str, object]]:
    return (row for row in rows(folder / "out", "articles") if row["origin"]["path"] == name)


MEASURED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // (1 if sys.platform != "darwin" else 1024) // 1024)
sys.exit(code)
"""


def peak(folder: Path, *words: str) -> tuple[int, int]:
    """Exit code of a run in a process of its own, and its peak memory in MiB."""
    command = [sys.executable, "-c", MEASURED, *COMMAND, *words]
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, timeout=300, check=False)
    return done.returncode, int(done.stdout.split()[-1])


@pytest.mark.skipif(sys.platform == "win32", reason="needs the peak memory of a child")
def test_a_line_of_200_megabytes_costs_itself_alone_and_little_memory(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    before, _, after = lines(b"BAD").partition(b"BAD")
    with (tmp_path / "in" / "a.jsonl").open("wb") as file:
        file.write(before + b'{"id": "x", "text": "')
        for _ in range(200):
            file.write(b"ferry " * (1_000_000 // 6))
        file.write(b'"}' + after)
    code, small = peak(tmp_path, "in", "out", "-q")
    assert code == FINDINGS
    assert small < 320
    assert len(list(rows(tmp_path / "out", "articles"))) == GOOD
    (refused,) = rows(tmp_path / "out", "rejected")
    assert (refused["origin"]["line"], refused["reasons"][0]["name"]) == (26, "too-long")


def test_a_bomb_stops_at_the_limit_that_the_configuration_sets(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl.gz").write_bytes(gzip.compress(lines(b'{"text": "' + b"a" * 3_000_000 + b'"}')))
    assert tool("in", "all", "-q", cwd=tmp_path).returncode in (CLEAN, FINDINGS)
    assert not any(row["reasons"][0]["name"] == "bomb" for row in rows(tmp_path / "all", "rejected"))
    (tmp_path / "corpus-clean.toml").write_text("[limits]\nmax_ratio = 20\nratio_from = 100000\n")
    assert tool("in", "out", "-q", cwd=tmp_path).returncode == FINDINGS
    assert [row["reasons"][0]["name"] for row in rows(tmp_path / "out", "rejected")][-1:] == ["bomb"]


def test_a_pattern_for_files_cannot_be_made_to_hang(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / ("a" * 200 + ".txt")).write_text(BODY)
    profile = f'[source.bomb]\nmatch = "{"*a" * 40}*b"\nlines = ["{"(a+)+" * 20}$"]\n'
    (tmp_path / "corpus-clean.toml").write_text(profile)
    assert tool("in", "out", "-q", cwd=tmp_path).returncode == CLEAN


@pytest.fixture
def evil(tmp_path: Path) -> Path:
    """A dump whose names, ids, titles, authors and texts try to be something else."""
    about = {"title": EVIL, "authors": [EVIL], "url": "javascript:alert(1)"}
    parts = f"\n\nPhoto: {EVIL} Ruiz/Reuters\n\n[{EVIL}](javascript:alert)\n\n"
    made = [{"id": EVIL + str(n), **about, "text": f"{prose(n)}{parts}{prose(n + 9)}"} for n in range(3)]
    path = jsonl(tmp_path / "in" / "evil\n\x1b]2;owned\x07<b>.jsonl", [*made, {"id": "x", "text": ""}, made[0]])
    with path.open("a", encoding="utf-8") as file:
        file.write('{"torn": "\x1b]2;owned\x07\x1b[2J<script>"\n')
    return tmp_path


PAYLOADS = (b"\x1b]2;", b"\x07", b"\x1b[2J", b"\x1b[31m", b"\xe2\x80\xae")
"""What must not reach a terminal."""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("words", ["in out", "check in", "diff in --no-color", "learn in", "undo out back"])
def test_a_real_terminal_shows_nothing_of_a_dump_as_commands(evil: Path, words: str) -> None:
    """With the progress bar, which is drawn on a terminal only."""
    import pty

    if words.startswith("undo"):
        assert tool("in", "out", cwd=evil).returncode == FINDINGS
    ours, theirs = pty.openpty()
    shown = bytearray()

    def drain() -> None:
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                return
            if not piece:
                return
            shown.extend(piece)

    reader = threading.Thread(target=drain, daemon=True)
    reader.start()
    environment = {**ENVIRONMENT, "TERM": "xterm"}
    process = subprocess.Popen(
        [*COMMAND, *words.split()], cwd=evil, env=environment, stdin=theirs, stdout=theirs, stderr=theirs
    )
    assert process.wait(120) in (CLEAN, FINDINGS)
    os.close(theirs)
    reader.join(10)
    os.close(ours)
    assert shown
    assert [payload for payload in PAYLOADS if payload in shown] == []


def report(folder: Path) -> Path:
    assert tool("in", "out", "-q", "--report", "html=report.html", cwd=folder).returncode == FINDINGS
    return folder / "report.html"


def harmless(html: str) -> None:
    """The page holds no element or attribute but its own."""
    page = lxml.html.document_fromstring(html)
    assert page.findtext(".//title") == "corpus-clean report"
    assert {element.tag for element in page.iter()} <= {
        *("html", "head", "meta", "title", "style", "body", "h1", "h2", "dl", "div", "dt", "dd"),
        *("table", "thead", "tbody", "tr", "th", "td", "code", "span"),
    }
    assert {name for element in page.iter() for name in element.attrib} <= {
        "lang", "charset", "http-equiv", "content", "name", "class", "style",
    }  # fmt: skip


def test_markup_in_a_dump_is_text_in_the_report(evil: Path) -> None:
    html = report(evil).read_text()
    assert "&lt;b&gt;" in html
    harmless(html)


BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.mark.skipif(BROWSER is None, reason="no Chromium here")
def test_a_browser_runs_nothing_of_the_report(evil: Path) -> None:
    path = report(evil)
    path.write_text(path.read_text().replace("</body>", "<script>document.title = 'scripts run'</script></body>"))
    words = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={evil / 'home'}", "--dump-dom"]
    done = subprocess.run([*map(str, words), path.as_uri()], capture_output=True, timeout=120, check=True)
    shown = done.stdout.decode()
    assert "<title>corpus-clean report</title>" in shown, "not even a script of the page itself"
    harmless(re.sub(r"<script>document\.title = 'scripts run'</script>", "", shown))


def test_formulas_stay_data(tmp_path: Path) -> None:
    """No output is a table for spreadsheets: a title that looks like a formula is JSON text."""
    titles = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1"]
    jsonl(tmp_path / "in" / "a.jsonl", [{"id": str(n), "title": t, "text": prose(n)} for n, t in enumerate(titles)])
    assert tool("in", "out", "-q", cwd=tmp_path).returncode == CLEAN
    assert [row["title"] for row in rows(tmp_path / "out", "articles")][:4] == titles[:4]
    assert {Path(name).suffix for name in tree(tmp_path / "out")} == {".jsonl", ".json"}
    assert all(isinstance(row, dict) for name, data in tree(tmp_path / "out").items() for row in values(name, data))


def values(name: str, data: bytes) -> list[object]:
    return [json.loads(data)] if name.endswith(".json") else parsed(data)
