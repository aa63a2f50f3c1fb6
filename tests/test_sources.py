"""Source profiles in whole runs: their codes, samples, dates of expiry, limits, and which records they are for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from shell import CLEAN, FINDINGS, TROUBLE, clean, jsonl, rows, said, tool

from cleaner.profile.cuts import Matcher
from cleaner.profile.supplier import cuts_of, fault
from cleaner.read.profile import Profile, builtin_profiles, load_profile, matches

PROFILE = """
[source.wire]
match = ["wire/*"]
lines = ["The Harwick Wire brings you more at noon."]
valid_until = 2024-06-30

[[source.wire.cut]]
text = "Picture by way of {any:40}"
at = "tail"
lift = "images.credit"

[[source.wire.sample]]
text = "It rained. Picture by way of Ana Ruiz"
result = "It rained."
"""

STORY = "The ferry to Port Ellis sailed again on Monday. The council had waited nine months for it."
DIRTY = f"{STORY}\nThe Harwick Wire brings you more at noon.\nNobody was hurt.Picture by way of Tomas Reyk"
TIDY = f"{STORY}\nNobody was hurt."


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """A dump of one supplier, and its profile."""
    (tmp_path / "corpus-clean.toml").write_text(PROFILE)
    jsonl(tmp_path / "in/wire/may.jsonl", [{"id": "a", "text": DIRTY, "date": "2024-05-02"}])
    return tmp_path


@pytest.mark.parametrize("profile", builtin_profiles(), ids=lambda profile: profile.name)
def test_built_in_profiles_have_samples_that_hold(profile: Profile) -> None:
    assert profile.sample and fault(profile) is None
    taken = " ".join(sample.text for sample in profile.sample)
    assert all(Matcher(cut).anchor in taken for cut in cuts_of(profile)), "every entry needs a sample"


def test_a_profile_is_a_rule_with_a_code_and_can_be_undone(dump: Path) -> None:
    assert clean("in", "out", "-q", cwd=dump) == CLEAN
    (article,) = rows(dump / "out", "articles")
    assert article["text"] == TIDY
    assert article["images"] == [{"caption": None, "credit": "Tomas Reyk"}]
    assert article["source"] == "wire"
    (log,) = rows(dump / "out", "edits")
    assert {(edit["rule"], edit["name"]) for edit in log["edits"]} == {("SRC-WIRE", "source-wire")}
    assert {rule["code"] for rule in article["cleaning"]["rules"]} == {"SRC-WIRE"}
    assert clean("validate", "out", cwd=dump) == CLEAN
    assert clean("undo", "out", "back", cwd=dump) == CLEAN
    (back,) = [json.loads(line) for path in (dump / "back").rglob("*.jsonl") for line in path.read_text().splitlines()]
    assert back["text"] == DIRTY


@pytest.mark.parametrize("word", ["SRC", "SRC-WIRE", "src-wire", "source-wire"])
def test_a_profile_can_be_left_out_or_chosen(dump: Path, word: str) -> None:
    assert tool("diff", "in", "--ignore", word, cwd=dump).returncode == CLEAN
    found = tool("diff", "in", "--select", word, cwd=dump)
    assert found.returncode == FINDINGS and b"Picture by way of" in found.stdout


def test_rules_and_explain_know_the_profile(dump: Path) -> None:
    assert b"SRC-WIRE" in tool("rules", cwd=dump).stdout
    listed = json.loads(tool("rules", "--json", "--config", "corpus-clean.toml", cwd=dump).stdout)
    assert listed[-1]["name"] == "source-wire" and listed[-1]["fixable"]
    page = tool("explain", "src-wire", cwd=dump).stdout.decode()
    assert "Picture by way of {any:40}  (at the end; goes to images.credit)" in page
    assert "valid until 2024-06-30" in page and "- It rained. Picture by way of Ana Ruiz" in page


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            'result = "It rained."',
            'result = "It poured."',
            "source.wire: sample 1 gives 'It rained.', not 'It poured.'",
        ),
        ('text = "Picture by way of {any:40}"', 'text = "Picture of {who}"', "source.wire.cut.1.text: '{who}' is no"),
        ("2024-06-30", '"next year"', "source.wire.valid_until: must be a date, as in 2027-12-31"),
        ("[source.wire]", '[source."a wire"]\nlines = ["x y"]\n[source.wire]', "the name of a source with entries is"),
        ("[source.wire]", '[source.WIRE]\nlines = ["x y"]\n[source.wire]', "has the code SRC-WIRE of source.WIRE"),
    ],
)
def test_a_profile_that_does_not_hold_is_a_configuration_error(dump: Path, old: str, new: str, message: str) -> None:
    path = dump / "corpus-clean.toml"
    path.write_text(PROFILE.replace(old, new))
    for command in (("in", "out"), ("check", "in"), ("rules",)):
        done = tool(*command, cwd=dump)
        assert done.returncode == TROUBLE and message in said(done)
    assert not (dump / "out").exists()


def test_an_expired_profile_is_reported_by_the_dates_of_articles_and_by_no_clock(dump: Path) -> None:
    dates = ["2024-06-30", "2024-07-01", "2024-08", None, "2025"]
    records = [{"id": f"a{n}", "text": DIRTY, "date": date} for n, date in enumerate(dates)]
    jsonl(dump / "in/wire/may.jsonl", records)
    assert clean("in", "out", "-q", cwd=dump) == CLEAN
    found = [row for row in rows(dump / "out", "findings") if row["code"] == "SOURCE1"]
    assert [row["id"] for row in found] == ["a1", "a2", "a4"]
    assert "was valid until 2024-06-30, and this article is dated 2024-07-01" in found[0]["message"]
    assert clean("in", "out2", "-q", "--fail-on", "warning", cwd=dump) == FINDINGS


def test_today_is_only_what_the_command_line_says(dump: Path) -> None:
    records = [{"id": f"a{n}", "text": DIRTY} for n in range(5)]
    jsonl(dump / "in/wire/may.jsonl", records)
    for today, wanted in (("2024-06-30", []), ("2024-07-01", ["a0"])):
        assert clean("in", today, "-q", "--today", today, cwd=dump) == CLEAN
        assert [row["id"] for row in rows(dump / today, "findings") if row["code"] == "SOURCE1"] == wanted


LONG = f"{STORY}\n\n" + "The Harwick Wire brings you more at noon.\n\n" * 4


@pytest.mark.parametrize(
    ("words", "config", "origin"),
    [
        ((), "", "at most 30% are allowed (the default of max-removed)"),
        ((), "max-removed = 0.4\n", "at most 40% are allowed (max-removed in the configuration)"),
        (("--max-removed", "0.2"), "", "at most 20% are allowed (--max-removed)"),
        (("--max-removed", "wire=0.25", "--max-removed", "1"), "", "at most 25% are allowed (--max-removed wire=0.25)"),
        (("--max-removed", "isot=1"), "", "at most 30% are allowed (the default of max-removed)"),
        ((), "[source.wire]\nmax_removed = 0.1", "at most 10% are allowed (max_removed of source.wire)"),
        (("--max-removed", "0.2"), "[source.wire]\nmax_removed = 0.9", "at most 20% are allowed (--max-removed)"),
    ],
    ids=str,
)
def test_the_guard_says_whose_limit_it_is(dump: Path, words: tuple[str, ...], config: str, origin: str) -> None:
    jsonl(dump / "in/wire/may.jsonl", [{"id": "a", "text": LONG}])
    own = PROFILE.replace("[source.wire]", config) if "[source" in config else config + PROFILE
    (dump / "corpus-clean.toml").write_text(own)
    assert clean("in", "out", "-q", *words, cwd=dump) == FINDINGS
    (refused,) = rows(dump / "out", "rejected")
    assert refused["text"] == LONG and not list(rows(dump / "out", "articles"))
    (reason,) = refused["reasons"]
    assert reason["code"] == "GUARD2" and origin in reason["message"]


@pytest.mark.parametrize(
    ("words", "config"),
    [(("--max-removed", "wire=1"), ""), (("--max-removed", "1"), ""), ((), "[source.wire]\nmax_removed = 1.0")],
    ids=str,
)
def test_a_limit_can_be_lifted_for_one_source(dump: Path, words: tuple[str, ...], config: str) -> None:
    jsonl(dump / "in/wire/may.jsonl", [{"id": "a", "text": LONG}])
    (dump / "corpus-clean.toml").write_text(PROFILE.replace("[source.wire]", config or "[source.wire]"))
    assert clean("in", "out", "-q", *words, cwd=dump) == CLEAN
    (article,) = rows(dump / "out", "articles")
    assert article["text"].strip() == STORY


def test_a_profile_for_publishers_goes_by_the_record(dump: Path) -> None:
    (dump / "corpus-clean.toml").write_text(
        PROFILE.replace('match = ["wire/*"]', 'publishers = ["Wire", "wire.example"]')
    )
    says: list[dict[str, Any]] = [
        {"publisher": "wire"},
        {"publisher": "Haywire"},
        {"url": "https://www.news.wire.example/a"},
        {"url": "https://notwire.example/a"},
        {},
    ]
    jsonl(dump / "in/mixed.jsonl", [{"id": f"a{n}", "text": DIRTY, **one} for n, one in enumerate(says)])
    (dump / "in/wire/may.jsonl").unlink()
    clean("in", "out", "-q", "--select", "SRC", cwd=dump)
    assert [row["text"] == TIDY for row in rows(dump / "out", "articles")] == [True, False, True, False, False]


@pytest.mark.parametrize(
    ("source", "taken"),
    [("in", True), ("in/wire", True), ("in/wire/may.jsonl", True), ("other", False), ("other/may.jsonl", False)],
)
def test_a_folder_that_is_the_input_keeps_its_name(dump: Path, source: str, taken: bool) -> None:
    jsonl(dump / "other/may.jsonl", [{"id": "a", "text": DIRTY}])
    clean(source, "out", "-q", "--select", "SRC", cwd=dump)
    assert [row["text"] == TIDY for row in rows(dump / "out", "articles")] == [taken]


def test_a_renamed_folder_is_cleaned_anew(dump: Path) -> None:
    clean("in/wire", "out", "-q", "--select", "SRC", cwd=dump)
    (dump / "in/wire").rename(dump / "in/other")
    clean("in/other", "out", "-q", "--select", "SRC", cwd=dump)
    assert [row["text"] for row in rows(dump / "out", "articles")] == [DIRTY]


@pytest.mark.parametrize(
    ("glob", "matched"),
    [("news/*.csv", True), ("*news/*.csv", True), ("*/*.csv", False), ("?/a.csv", False), ("[n]ews/*.csv", False),
     ("a.csv", True), ("sport/*.csv", False)],
)  # fmt: skip
def test_only_a_glob_that_names_the_folder_counts_for_it(glob: str, matched: bool) -> None:
    assert matches(load_profile({"match": glob}, "x"), "a.csv", "news") is matched


def test_a_profile_adds_to_the_built_in_one_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "corpus-clean.toml").write_text('[source.isot]\nlines = ["Bound by hand."]\n')
    (tmp_path / "isot").mkdir()
    table = f'title,text,subject,date\n"Ferry Sails","{STORY}\n\nBound by hand.",worldnews,"March 3, 2017 "\n'
    (tmp_path / "isot/part.csv").write_text(table)
    assert clean("isot", "out", "-q", cwd=tmp_path) == CLEAN
    (article,) = rows(tmp_path / "out", "articles")
    assert article["text"].strip() == STORY
    assert (article["section"], article["published"]) == ("worldnews", "2017-03-03")


AG_NEWS = [
    ('"2","Rowers Win","The eight won its heat on Sunday."\n', "Rowers Win"),
    ('class,title,description\n"2","Rowers Win","The eight won its heat on Sunday."\n', "Rowers Win"),
    ('headline,text\n"Rowers Win","The eight won its heat on Sunday."\n', "Rowers Win"),
]


@pytest.mark.parametrize(("table", "title"), AG_NEWS)
@pytest.mark.parametrize("source", ["ag_news", "ag_news/part.csv"])
def test_ag_news_is_known_when_its_folder_is_the_input(tmp_path: Path, table: str, title: str, source: str) -> None:
    (tmp_path / "ag_news").mkdir()
    (tmp_path / "ag_news/part.csv").write_text(table)
    assert clean(source, "out", "-q", cwd=tmp_path) == CLEAN
    (article,) = rows(tmp_path / "out", "articles")
    assert article["title"] == title and article["text"] == "The eight won its heat on Sunday."
