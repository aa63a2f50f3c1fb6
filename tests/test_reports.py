"""Every report format says the same, parses, and lets nothing hostile through."""

from __future__ import annotations

import io
import json
import os
import xml.etree.ElementTree as ET
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from shell import CLEAN, FINDINGS, TROUBLE, dirty, jsonl, parsed, prose, tool, tree

from cleaner.diff import diff
from cleaner.engine import Cleaner
from cleaner.report import FORMATS, Row, Totals, emit, writer
from cleaner.validate import Validator

EVIL = 'evil\x1b[2J"<script>alert(1)</script>&\u202egnp\n::error::forged,file=x%0A\r]]>\x00'
HOSTILE = Row("MED001", "photo-credit-line", "error", EVIL, f"dir:a,b/{EVIL}.txt", 3, EVIL, 5, 9)
PLAIN = Row("CHK001", "few-letters", "warning", "only 3 letters", "a.jsonl", 1, "a1", -1, -1)
NOTE = Row("READ", "charset", "info", "read as windows-1252", "a.jsonl", 2, None, 0, 0)
ROWS = [HOSTILE, PLAIN, NOTE]
TOTALS = Totals(
    records=3, articles=2, rejected=1, changed=1, chars_in=900, chars_out=800,
    rules=Counter({"MED001": 2}), names={"MED001": "<photo>-credit"},
)  # fmt: skip


def written(name: str, rows: list[Row] | None = None) -> str:
    """What a format makes of ``rows``, as it would stand in a file."""
    out = io.StringIO()
    writer(name)(ROWS if rows is None else rows, TOTALS, out)
    return out.getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_written_as_utf8_and_holds_no_control_character(name: str) -> None:
    data = written(name).encode("utf-8")
    assert not set(data) & {0, 0x0D, 0x1B}
    assert written(name, []).encode("utf-8") or name in ("text", "jsonl", "github")


def test_text_is_one_line_a_finding() -> None:
    lines = written("text").splitlines()
    assert len(lines) == 3
    assert lines[1] == "a.jsonl:1: CHK001 few-letters: only 3 letters"
    assert "\u202e" not in lines[0]


def test_jsonl_rows_fit_the_schema_of_findings() -> None:
    validator = Validator("finding")
    found = parsed(written("jsonl", [PLAIN, NOTE]).encode())
    assert [validator.faults(row) for row in found] == [[], []]
    assert found[0] == PLAIN._asdict()


def test_json_is_one_document_with_totals_and_findings() -> None:
    found = json.loads(written("json"))
    assert (found["records"], found["articles"], found["rejected"]) == (3, 2, 1)
    assert [row["code"] for row in found["findings"]] == ["MED001", "CHK001", "READ"]
    assert found["rules"] == [{"code": "MED001", "count": 2}]
    assert json.loads(written("json", []))["findings"] == []


def test_sarif_has_the_structure_that_the_standard_requires() -> None:
    log = json.loads(written("sarif"))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "corpus-clean"
    rules = [rule["id"] for rule in driver["rules"]]
    assert len(set(rules)) == len(rules)
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    assert len(run["results"]) == 3
    for result in run["results"]:
        assert result["ruleId"] in rules
        assert result["level"] in ("none", "note", "warning", "error")
        assert isinstance(result["message"]["text"], str)
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["region"]["startLine"] >= 1
        assert place["artifactLocation"]["uri"].isascii()
        assert not set(place["artifactLocation"]["uri"]) & set(' <>"\\^`{|}')
        assert not place["artifactLocation"]["uri"].partition("/")[0].count(":"), "no scheme"
    assert json.loads(written("sarif", []))["runs"][0]["results"] == []


def test_junit_is_xml_whatever_the_titles_hold() -> None:
    root = ET.fromstring(written("junit"))
    (suite,) = root
    cases = list(suite)
    assert [case.tag for case in cases] == ["testcase", "testcase"]
    assert suite.attrib["tests"] == str(len(cases))
    assert suite.attrib["failures"] == str(len(list(root.iter("failure")))) == "2"
    assert "<script>" in (cases[0][0].text or ""), "as text, not as an element"
    assert not list(root.iter("script"))


def test_gitlab_has_the_required_keys_and_distinct_fingerprints() -> None:
    issues = json.loads(written("gitlab", [*ROWS, PLAIN]))
    for issue in issues:
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(issue)
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["lines"]["begin"] >= 1
    assert len({issue["fingerprint"] for issue in issues}) == 3
    assert json.loads(written("gitlab", [])) == []


def test_github_commands_cannot_be_forged() -> None:
    lines = written("github").splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning", "::notice"]
    head, _, message = lines[0][2:].partition("::")
    values = dict(part.split("=", 1) for part in head.removeprefix("error ").split(","))
    assert values["line"] == "3"
    assert values["file"].startswith("dir%3Aa%2Cb/evil")
    assert message.count("%250A") == 1, "a per cent sign of the text stays one"


class Page(HTMLParser):
    """Which elements and attributes a page has."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def test_html_holds_no_foreign_markup_and_asks_for_nothing() -> None:
    page = Page()
    page.feed(written("html"))
    tags = {tag for tag, _ in page.seen}
    assert not tags & {"script", "img", "link", "iframe", "photo", "a", "object"}
    assert not {name for _, found in page.seen for name in found if name.startswith("on") or name in ("src", "href")}
    assert "&lt;script&gt;" in written("html")
    assert "default-src 'none'" in written("html")


def test_wanted_reports_go_to_their_files_and_one_to_standard_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = 0

    def rows() -> list[Row]:
        nonlocal asked
        asked += 1
        return [PLAIN, NOTE]

    emit(rows, TOTALS, [f"sarif={tmp_path / 'a=b.sarif'}", "json", f"junit={tmp_path / 'j.xml'}"])
    assert asked == 1, "the findings are computed once"
    assert len(json.loads(capsys.readouterr().out)["findings"]) == 2
    assert set(tree(tmp_path)) == {"a=b.sarif", "j.xml"}
    ET.parse(tmp_path / "j.xml")


def test_unknown_format_is_named_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="unknown report format 'pdf'; known are text, json"):
        emit(list, TOTALS, ["pdf"])


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """A dump with hostile names, ids, titles and texts, and with something to reject."""
    (tmp_path / "in").mkdir()
    evil = EVIL.replace("\x00", "")
    records: list[dict[str, Any]] = [
        {"id": evil, "title": evil, "text": f"{prose(1)}\n\nPhoto: \x1b[2J<b>Ana</b> Ruiz/Reuters\n\n{prose(2)}"},
        {"id": "ok", "title": "=cmd|' /C calc'!A0", "text": dirty(3)},
    ]
    jsonl(tmp_path / "in" / os.fsdecode(b"caf\xe9.jsonl"), [{"id": "half", "text": dirty(4)}])
    path = jsonl(tmp_path / "in" / "evil\n\x1b[2J<i>.jsonl", [{**records[1]}])
    with path.open("a", encoding="ascii") as file:
        file.write(json.dumps(records[0]) + '\n{"torn": "\x1b[2J<script>"\n')
    return tmp_path


def test_every_format_from_the_command_line(dump: Path) -> None:
    words = [word for name in FORMATS for word in ("--report", f"{name}={name}.out")]
    done = tool("in", "out", *words, cwd=dump)
    assert done.returncode == FINDINGS, done.stderr
    assert b"\x1b" not in done.stderr
    again = tool("report", "out", "--report", "json", cwd=dump)
    assert (again.returncode, again.stdout) == (FINDINGS, (dump / "json.out").read_bytes())
    assert tool("report", "out", "--report", "html", "--exit-zero", cwd=dump).returncode == CLEAN
    assert json.loads((dump / "json.out").read_bytes())["records"] == 4
    for name in ("github", "sarif", "gitlab"):
        assert b"in/evil" in (dump / f"{name}.out").read_bytes(), "as a path in the repository"
    assert b"in/evil" not in (dump / "json.out").read_bytes(), "as in OUT"
    for name in ("json", "sarif", "gitlab"):
        json.loads((dump / f"{name}.out").read_bytes())
    ET.parse(dump / "junit.out")
    assert Validator("finding").faults(parsed((dump / "jsonl.out").read_bytes())[0]) == []
    for name in FORMATS:
        assert b"\x1b" not in (dump / f"{name}.out").read_bytes()
    assert tool("check", "in", *words, cwd=dump).returncode == FINDINGS
    assert b"caf%E9.jsonl" in (dump / "text.out").read_bytes(), "a name that is not UTF-8"
    missing = tool("report", "out", "--report", "json=no/such/folder.json", cwd=dump)
    assert missing.returncode == TROUBLE
    assert b"no/such/folder.json: No such file or directory" in missing.stderr


@pytest.mark.parametrize("command", ["check", "diff"])
def test_nothing_in_a_dump_moves_the_terminal(dump: Path, command: str) -> None:
    done = tool(command, "in", cwd=dump)
    assert done.returncode == FINDINGS
    for data in (done.stdout, done.stderr):
        assert not set(data) & {0, 0x0D, 0x1B}
        assert b"\xe2\x80\xae" not in data, "no right-to-left override"
    assert b"\\x1b[2J" in done.stdout


def test_diff_shows_the_neighbourhood_of_a_change_in_a_long_line() -> None:
    text = f"{prose(1, 400)} [Read more](javascript:x) {prose(2, 400)}\n\nPhoto: Ana Ruiz/Reuters\n\n{prose(3)}"
    lines = list(diff("a\nb", Cleaner().clean(text)))
    assert lines[0] == "--- a⏎b"
    assert lines[1].startswith("+++ cleaned: ")
    assert "-Photo: Ana Ruiz/Reuters" in lines
    assert max(map(len, lines[2:])) < 400
