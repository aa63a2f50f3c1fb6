"""The commands as a user meets them: what they print, where, and with which exit code."""

from __future__ import annotations

import json
import shlex
import subprocess
from pathlib import Path

import pytest
from shell import (
    CLEAN,
    COMMAND,
    ENVIRONMENT,
    FINDINGS,
    TROUBLE,
    clean,
    dirty,
    jsonl,
    parsed,
    prose,
    rows,
    said,
    tool,
    tree,
)

COMMANDS = ("check", "diff", "explain", "learn", "report", "rules", "run", "schema", "undo", "validate")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with a clean dump, a dirty one, and one with a record that cannot be read."""
    jsonl(tmp_path / "clean" / "a.jsonl", [{"id": f"c{n}", "text": prose(n)} for n in range(3)])
    jsonl(tmp_path / "dirty" / "a.jsonl", [{"id": f"d{n}", "text": dirty(n)} for n in range(3)])
    (tmp_path / "nothing").mkdir()
    (tmp_path / "broken").mkdir()
    good = json.dumps({"id": "g", "text": prose(7)})
    (tmp_path / "broken" / "a.jsonl").write_text(f'{good}\n{{"id": "b", "text": \n')
    return tmp_path


def test_version_and_help(tmp_path: Path) -> None:
    assert tool("--version", cwd=tmp_path).stdout.startswith(b"corpus-clean ")
    done = tool("--help", cwd=tmp_path)
    assert done.returncode == CLEAN
    assert all(f"\n  {name} " in done.stdout.decode() for name in COMMANDS)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("run clean out --wat", "No such option"),
        ("clean", "Missing argument 'OUT'"),
        ("clean out --jobs many", "'many' is not a valid integer"),
        ("clean out --max-removed 3", "'3' is not a number from 0 to 1"),
        ("clean out --max-removed agency=0.5", "there is no source profile 'agency'; known are "),
        ("clean out --today 2027", "--today: must be a date, as in 2027-12-31"),
        ("clean out --compress rar", "'rar' is not one of 'gz', 'zst'"),
        ("clean out --config nowhere.toml", "nowhere.toml: cannot be read: No such file"),
        ("clean out --report pdf", "unknown report format 'pdf'"),
        ("clean out --encoding klingon", "encoding: there is no character set 'klingon'"),
        ("'' out", "IN and OUT must not be empty"),
        ("clean ''", "IN and OUT must not be empty"),
        ("nowhere out", "nowhere: no such file or folder"),
        ("check nowhere", "nowhere: no such file or folder"),
        ("diff nowhere", "nowhere: no such file or folder"),
        ("clean out --select no-such-rule", "no rule is called 'no-such-rule'; `corpus-clean rules` lists"),
        ("check clean --ignore ZZZ", "no rule is called 'ZZZ'"),
        ("explain no-such-rule", "no rule is called 'no-such-rule'"),
        ("explain photo-credit-lin", "did you mean 'photo-credit-line'?"),
        ("explain media", "'media' stands for "),
        ("clean out --select MED,BLR", "name one at a time; `corpus-clean rules` lists them all"),
        ("clean out --select MEDIA", "did you mean 'media'?"),
        ("expain MED001", "expain: no such file or folder; did you mean `corpus-clean explain`?"),
        ("clean clean/a.jsonl", "clean/a.jsonl: is a file; OUT has to be a folder"),
        ("clean clean", "all input lies in the output folder"),
        ("- out", "write `corpus-clean - -`"),
        ("clean - --report json", "name a file, as in --report json=FILE"),
        ("undo clean back", "clean: has no manifest.json"),
        ("report clean", "clean: has no manifest.json"),
        ("validate nowhere", "nowhere: no such file or folder"),
        ("validate nothing", "nothing: holds no JSON Lines or Parquet file to check"),
        ("schema artikel", "no schema is called 'artikel'; known are article"),
    ],
)
def test_what_a_user_can_mend_is_one_line_and_exit_2(here: Path, words: str, message: str) -> None:
    before = tree(here)
    done = tool(*shlex.split(words), cwd=here)
    assert done.returncode == TROUBLE
    assert message in said(done)
    assert len(said(done).splitlines()) == 1
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr
    assert tree(here) == before


def test_an_unknown_key_in_the_configuration_comes_with_a_suggestion(here: Path) -> None:
    (here / "corpus-clean.toml").write_text('slect = ["MED"]\n')
    done = tool("clean", "out", cwd=here)
    assert done.returncode == TROUBLE
    assert said(done) == "corpus-clean: corpus-clean.toml: unknown key 'slect'; did you mean 'select'?"


def test_an_option_of_the_command_line_in_the_configuration_is_named_as_such(here: Path) -> None:
    (here / "corpus-clean.toml").write_text('today = "2027-01-31"\n')
    done = tool("clean", "out", cwd=here)
    assert done.returncode == TROUBLE
    assert said(done) == "corpus-clean: corpus-clean.toml: today is an option of the command line only, --today"


@pytest.mark.parametrize("words", ["nothing out -q", "check nothing", "diff nothing"])
def test_an_input_without_files_is_named(here: Path, words: str) -> None:
    done = tool(*words.split(), cwd=here)
    assert done.returncode == CLEAN
    assert said(done).startswith("corpus-clean: nothing: holds no file to read")


def test_check_names_files_as_they_were_given(here: Path) -> None:
    lines = tool("check", "dirty", "broken/a.jsonl", cwd=here).stdout.decode().splitlines()
    assert {line.partition(":")[0] for line in lines} == {"dirty/a.jsonl", "broken/a.jsonl"}
    lines = tool("check", "../dirty/.", cwd=here / "broken").stdout.decode().splitlines()
    assert {line.partition(":")[0] for line in lines} == {"../dirty/a.jsonl"}
    assert tool("check", ".", cwd=here / "dirty").stdout.startswith(b"a.jsonl:1: ")


def test_diff_says_that_records_would_be_rejected(here: Path) -> None:
    done = tool("diff", "broken", cwd=here)
    assert done.stderr.decode() == "1 records would be rejected; `corpus-clean check` says why\n"


def test_an_out_folder_is_no_input_but_its_articles_are(here: Path) -> None:
    assert tool("dirty", "out", cwd=here).returncode == CLEAN
    for words in (["out", "again"], ["check", "out"], ["learn", "out"]):
        done = tool(*words, cwd=here)
        assert done.returncode == TROUBLE
        assert said(done) == "corpus-clean: out: is the output of a run; its articles are in out/articles"
    assert tool("out/articles", "again", cwd=here).returncode == CLEAN


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("clean", CLEAN),
        ("dirty", CLEAN),
        ("broken", FINDINGS),
        ("broken --max-rejected 0.5", CLEAN),
        ("broken --max-rejected 0.4", FINDINGS),
        ("broken --fail-on never", CLEAN),
        ("broken --exit-zero", CLEAN),
    ],
)
def test_exit_codes_of_run(here: Path, words: str, code: int) -> None:
    name, *more = words.split()
    done = tool("run", name, "out", *more, cwd=here)
    assert done.returncode == code, done.stderr
    assert done.stdout == b"", "the summary goes to stderr"
    assert (here / "out" / "manifest.json").exists()


def test_the_summary_goes_to_stderr_and_quiet_leaves_it_out(here: Path) -> None:
    loud = tool("dirty", "out", cwd=here)
    assert "articles written, 3 of them changed" in loud.stderr.decode()
    assert "MED001 photo-credit-line" in loud.stderr.decode()
    again = tool("broken", "out", cwd=here).stderr.decode()
    assert "`corpus-clean report out` says what was found" in again
    emptied = tool("nothing", "out", cwd=here).stderr.decode()
    assert "4 files of an earlier run, whose inputs are gone, were removed" in emptied
    quiet = tool("dirty", "out2", "--quiet", cwd=here)
    assert "articles" not in quiet.stderr.decode()


@pytest.mark.parametrize(
    ("words", "code"),
    [("clean", CLEAN), ("dirty", FINDINGS), ("broken", FINDINGS), ("dirty --exit-zero", CLEAN)],
)
def test_check_says_what_would_change_and_writes_nothing(here: Path, words: str, code: int) -> None:
    before = tree(here)
    done = tool("check", *words.split(), cwd=here)
    assert done.returncode == code
    assert ("MED001 photo-credit-line: would take" in done.stdout.decode()) == ("dirty" in words)
    assert ("a.jsonl:2: READ" in done.stdout.decode()) == ("broken" in words)
    assert tree(here) == before


@pytest.mark.parametrize(("words", "code"), [("clean", CLEAN), ("dirty", FINDINGS), ("dirty --exit-zero", CLEAN)])
def test_diff_shows_lines_like_a_version_control_diff(here: Path, words: str, code: int) -> None:
    done = tool("diff", *words.split(), cwd=here)
    assert done.returncode == code
    lines = done.stdout.decode().splitlines()
    assert ("--- dirty/a.jsonl:1" in lines) == ("-Photo: Ana Ruiz/Reuters" in lines) == ("dirty" in words)
    assert b"\x1b" not in done.stdout, "no colours in a pipe"
    assert (b"\x1b[31m" in tool("diff", *words.split(), "--color", cwd=here).stdout) == ("dirty" in words)


def test_select_and_ignore_by_code_prefix_name_and_phase(here: Path) -> None:
    def rules(*words: str) -> set[str]:
        done = tool("check", "dirty", "--report", "jsonl", *words, cwd=here)
        return {row["code"] for row in parsed(done.stdout)}

    everything = rules()
    assert {"MED001"} < everything
    assert rules("--select", "MED001") == rules("--select", "photo-credit-line") == {"MED001"}
    assert rules("--ignore", "med") == rules("--ignore", "media") == everything - {"MED001"}


GLUED = "It rained all day.Then it stopped.The sun came out."


def test_risky_edits_are_made_on_request_and_reported_else(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GLUED)
    assert clean("a.txt", "held", "-q", cwd=tmp_path) == CLEAN
    assert [row["text"] for row in rows(tmp_path / "held", "articles")] == [GLUED]
    assert [(row["code"], row["level"]) for row in rows(tmp_path / "held", "findings")] == [("SPC005", "info")] * 2
    assert clean("a.txt", "out", "-q", "--risky", cwd=tmp_path) == CLEAN
    (article,) = rows(tmp_path / "out", "articles")
    assert article["text"] == "It rained all day. Then it stopped. The sun came out."
    assert not list(rows(tmp_path / "out", "findings"))


@pytest.mark.parametrize(
    "text",
    [
        "Verifying you are human. This may take a few seconds.\n\nPerformance & security by Cloudflare",
        "We value your privacy\n\nWe and our partners store and read data on your device.",
        "404 Not Found\n\nnginx",
    ],
)
def test_a_page_that_stands_in_for_an_article_is_rejected(tmp_path: Path, text: str) -> None:
    jsonl(tmp_path / "a.jsonl", [{"id": "wall", "text": text}, {"id": "sound", "text": "It rained all day in town."}])
    assert clean("a.jsonl", "out", "-q", cwd=tmp_path) == FINDINGS
    (refused,) = rows(tmp_path / "out", "rejected")
    assert refused["text"] == text
    assert [reason["code"] for reason in refused["reasons"]] == ["CHK001"]
    assert [row["id"] for row in rows(tmp_path / "out", "articles")] == ["sound"]


def test_the_text_field_can_be_named(tmp_path: Path) -> None:
    record = {"text": "A teaser.", "story": "The ferry sailed.\n\nPhoto: Ana Ruiz/Reuters"}
    (tmp_path / "a.jsonl").write_text(json.dumps(record) + "\n")
    assert tool("check", "a.jsonl", cwd=tmp_path).returncode == CLEAN
    assert tool("check", "a.jsonl", "--text-field", "story", cwd=tmp_path).returncode == FINDINGS
    done = tool("a.jsonl", "-", "--text-field", "story", cwd=tmp_path)
    assert parsed(done.stdout)[0]["text"].strip() == "The ferry sailed."


def test_the_command_line_wins_over_the_configuration_file(here: Path) -> None:
    (here / "mine.toml").write_text('select = ["photo-credit-line"]\nexit-zero = true\n')
    done = tool("check", "dirty", "--config", "mine.toml", "--report", "jsonl", cwd=here)
    assert done.returncode == CLEAN
    assert {row["code"] for row in parsed(done.stdout)} == {"MED001"}
    done = tool("check", "dirty", "--config", "mine.toml", "--select", "spacing", "--report", "jsonl", cwd=here)
    assert {row["code"][:3] for row in parsed(done.stdout)} == {"SPC"}


def test_a_stream_gives_the_articles_that_a_folder_gets(here: Path) -> None:
    data = (here / "dirty" / "a.jsonl").read_bytes()
    done = tool("-", "-", cwd=here, input=data)
    assert done.returncode == CLEAN
    tool("dirty", "out", cwd=here)
    streamed, filed = parsed(done.stdout), parsed((here / "out" / "articles" / "a.jsonl").read_bytes())
    for row in filed:
        row["origin"]["path"] = "-"
    assert streamed == filed
    assert tool("dirty", "-", cwd=here).returncode == CLEAN


def test_a_stream_names_what_it_rejects_and_reports_to_files(here: Path) -> None:
    data = (here / "broken" / "a.jsonl").read_bytes()
    done = tool("-", "-", "--report", "json=found.json", cwd=here, input=data)
    assert done.returncode == FINDINGS
    assert [row["id"] for row in parsed(done.stdout)] == ["g"]
    assert "-:2: READ" in done.stderr.decode()
    found = json.loads((here / "found.json").read_bytes())
    assert (found["records"], found["articles"], found["rejected"]) == (2, 1, 1)
    assert found["findings"][0]["line"] == 2


def test_empty_stream_is_a_finding(here: Path) -> None:
    done = tool("-", "-", cwd=here, input=b"")
    assert (done.returncode, done.stdout) == (FINDINGS, b"")


def test_check_reads_a_stream(here: Path) -> None:
    done = tool("check", "-", cwd=here, input=(here / "dirty" / "a.jsonl").read_bytes())
    assert done.returncode == FINDINGS
    assert "-:1: MED001" in done.stdout.decode()


def test_rules_and_explain(tmp_path: Path) -> None:
    listed = json.loads(tool("rules", "--json", cwd=tmp_path).stdout)
    credit = next(rule for rule in listed if rule["code"] == "MED001")
    assert credit["name"] == "photo-credit-line"
    assert credit["phase"] == "media"
    assert credit["fixable"] is True
    pages = [tool("explain", word, cwd=tmp_path) for word in ("MED001", "med001", "photo-credit-line")]
    assert {page.returncode for page in pages} == {CLEAN}
    assert len({page.stdout for page in pages}) == 1
    assert pages[0].stdout.decode().startswith("MED001 photo-credit-line\n")
    assert "Leaves alone" in pages[0].stdout.decode()


@pytest.mark.parametrize("name", ["article", "edit", "rejected", "finding", "manifest", "config"])
def test_schema_prints(tmp_path: Path, name: str) -> None:
    done = tool("schema", name, cwd=tmp_path)
    assert done.returncode == CLEAN
    assert json.loads(done.stdout)["$id"].endswith(f"{name}-1")


def test_validate_names_file_line_and_fault(here: Path) -> None:
    assert tool("dirty", "out", cwd=here).returncode == CLEAN
    done = tool("validate", "out", cwd=here)
    assert (done.returncode, done.stdout) == (CLEAN, b"")
    path = here / "out" / "articles" / "a.jsonl"
    rows = parsed(path.read_bytes())
    rows[1]["title"] = 5
    jsonl(path, rows)
    path.write_bytes(path.read_bytes() + b"{oops\n")
    done = tool("validate", "out", cwd=here)
    assert done.returncode == FINDINGS
    first, second = done.stdout.decode().splitlines()
    assert first.startswith("out/articles/a.jsonl:2: title: 5 is not of type")
    assert second.startswith("out/articles/a.jsonl:4: not valid JSON")
    edits = tool("validate", "out/edits/a.jsonl", "--schema", "article", cwd=here)
    assert edits.returncode == FINDINGS


@pytest.mark.parametrize("suffix", [".jsonl.gz", ".jsonl.zst", ".parquet"])
def test_validate_says_that_a_file_is_damaged(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"a{suffix}").write_bytes(b"\x28\xb5\x2f\xfd" + b"no such thing" * 9)
    done = tool("validate", f"a{suffix}", cwd=tmp_path)
    assert done.returncode in (FINDINGS, TROUBLE)
    assert f"a{suffix}" in done.stdout.decode() + said(done)
    assert b"Traceback" not in done.stderr


def test_a_reader_that_leaves_early_is_no_accident(here: Path) -> None:
    jsonl(here / "many" / "a.jsonl", [{"id": f"d{n}", "text": dirty(n)} for n in range(400)])
    with subprocess.Popen(
        [*COMMAND, "diff", "many"], cwd=here, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        left = process.stderr.read()
    assert b"Traceback" not in left
    assert b"Broken pipe" not in left


def test_tags_that_a_page_speaks_of_stay_when_its_article_is_cleaned_again(tmp_path: Path) -> None:
    lesson = f"<p>The tag &lt;br&gt; breaks a line, and &lt;b&gt;this&lt;/b&gt; is bold.</p><p>{prose(1)}</p>"
    page = f"<html><head><title>A lesson</title></head><body><article>{lesson}</article></body></html>"
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.html").write_text(page)
    clean("pages", "out", "-q", cwd=tmp_path)
    clean("out/articles", "again", "-q", cwd=tmp_path)
    first, second = (next(rows(tmp_path / out, "articles")) for out in ("out", "again"))
    assert first["text"].startswith("The tag <br> breaks a line, and <b>this</b> is bold.")
    assert second["text"] == first["text"]
