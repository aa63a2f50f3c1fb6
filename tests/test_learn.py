"""`learn`: what a supplier puts into its articles is proposed, accepted, taken out, and can be put back."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from shell import CLEAN, COMMAND, ENVIRONMENT, TROUBLE, WORDS, jsonl, prose, rows, said, tool

from cleaner.learn.counts import Frequent
from cleaner.learn.spans import Counts, Spans
from cleaner.learn.tokens import grams, tokens

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PEOPLE = ("Tomas Reyk", "Ana Ruiz", "Maren Holt", "Jon Abel", "Ida Brandt", "Emil Strand", "Vera Moss", "Olav Dahl")
QUOTE = "“We had waited for eleven years,” said the harbour master."
MARK = "HARWICK WIRE GOES ON BELOW"
SPANISH = "El Correo de Harwick vive de sus lectores."


def body(number: int) -> str:
    """Invented prose with what recurs in all prose: a name in most articles, a quotation in some, set phrases."""
    first, second = prose(number, 36), prose(number + 5_000, 36)
    seen, day = WORDS[number % 30], WORDS[number % 23]
    name = (
        f"At the end of the {day}, Mayor Lena Okafor Brandt spoke of the {seen}." if number % 3 else f"A {seen} fell."
    )
    return f"{first} {name} {QUOTE + ' ' if number % 4 == 0 else ''}{second}"


def english(number: int) -> str:
    """One line, with a mark in the middle and a signature glued to its end."""
    half = body(number).partition(". ")
    return f"{half[0]}. {MARK} {half[2]}Drawn at the desk of {PEOPLE[number % 8]}"


def spanish(number: int) -> str:
    """Lines, with a line of numbers of the supplier's own and a line about itself behind."""
    return f"{body(number)}\n\nPliego {1 + number % 28} de la hoja {number}\n\n{SPANISH}"


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """A dump of two suppliers with furniture and one without."""
    jsonl(tmp_path / "in/wire/all.jsonl", [{"id": f"w{n}", "text": english(n)} for n in range(40)])
    jsonl(tmp_path / "in/correo/all.jsonl", [{"id": f"c{n}", "text": spanish(n + 100)} for n in range(40)])
    jsonl(tmp_path / "in/plain/all.jsonl", [{"id": f"p{n}", "text": body(n + 200)} for n in range(40)])
    return tmp_path


def learned(folder: Path, *words: str) -> dict[str, Any]:
    done = tool("learn", "in", *words, cwd=folder)
    assert done.returncode == CLEAN, done.stderr.decode()
    return tomllib.loads(done.stdout.decode())


def entries(table: dict[str, Any], name: str) -> list[tuple[str, str]]:
    return [(cut["text"], cut["at"]) for cut in table["source"][name]["cut"]]


def test_what_recurs_is_proposed_accepted_taken_out_and_put_back(dump: Path) -> None:
    done = tool("learn", "in", "-o", "corpus-clean.toml", cwd=dump)
    assert done.returncode == CLEAN and not done.stdout
    assert b"120 articles of 3 suppliers: 4 entries proposed" in done.stderr
    text = (dump / "corpus-clean.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    assert set(table["source"]) == {"wire", "correo"}
    assert entries(table, "wire") == [("Drawn at the desk of {name}", "tail"), (MARK, "anywhere")]
    assert entries(table, "correo") == [(SPANISH, "line"), ("Pliego {number} de la hoja {number}", "line")]
    assert "# 40 of 40 articles (100%), between sentences" in text
    assert text.count(f"⟦{MARK}⟧") == 3
    assert table["source"]["wire"]["match"] == ["wire/*"] and len(table["source"]["wire"]["sample"]) == 2

    assert tool("in", "out", "-q", "--select", "SRC", cwd=dump).returncode == CLEAN
    texts = {row["id"]: row["text"].strip() for row in rows(dump / "out", "articles")}
    assert all(texts[f"w{n}"] == body(n) and texts[f"c{n}"] == body(n + 100) for n in range(40))
    assert all(texts[f"p{n}"] == body(n + 200) for n in range(40))
    assert tool("undo", "out", "back", cwd=dump).returncode == CLEAN
    back = [json.loads(line) for path in (dump / "back").rglob("*.jsonl") for line in path.read_text().splitlines()]
    given = {f"w{n}": english(n) for n in range(40)} | {f"c{n}": spanish(n + 100) for n in range(40)}
    assert {row["id"]: row["text"] for row in back if row["id"][0] in "wc"} == given


def test_the_same_dump_gives_the_same_proposal(dump: Path) -> None:
    first = tool("learn", "in", cwd=dump)
    for seed in ("0", "7"):
        environment = {**ENVIRONMENT, "PYTHONHASHSEED": seed}
        again = subprocess.run([*COMMAND, "learn", "in"], cwd=dump, env=environment, capture_output=True, check=True)
        assert again.stdout == first.stdout


def test_names_quotations_and_phrases_of_prose_are_not_proposed(dump: Path) -> None:
    table = learned(dump, "--min-share", "0.05", "--min-articles", "3")
    assert set(table["source"]) == {"wire", "correo"}
    proposed = [text for name in table["source"] for text, _ in entries(table, name)]
    assert set(proposed) == {MARK, SPANISH, "Pliego {number} de la hoja {number}", "Drawn at the desk of {name}"}


def test_what_is_rare_is_proposed_only_when_asked_for(tmp_path: Path) -> None:
    for number in range(40):
        path = tmp_path / f"in/{number:02}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(body(number) + ("\n\nOrder the Harwick Almanac by post." if number < 4 else ""))
    assert "source" not in learned(tmp_path)
    table = learned(tmp_path, "--min-articles", "4")
    assert entries(table, "in") == [("Order the Harwick Almanac by post.", "line")]
    assert table["source"]["in"]["match"] == ["in/*.txt"]
    assert "source" not in learned(tmp_path, "--min-articles", "4", "--min-share", "0.2")


def test_publishers_and_hosts_are_suppliers_of_their_own(tmp_path: Path) -> None:
    records = [
        {"text": f"{body(n)}\n{'Printed by the Gazette.' if n % 2 else 'Bound by the Post.'}",
         **({"publisher": "The Gazette"} if n % 2 else {"url": f"https://www.post.example/{n}"})}
        for n in range(40)
    ]  # fmt: skip
    jsonl(tmp_path / "in/mixed.jsonl", records)
    table = learned(tmp_path)
    assert table["source"]["the-gazette"]["publishers"] == ["The Gazette"]
    assert entries(table, "the-gazette") == [("Printed by the Gazette.", "line")]
    assert table["source"]["post.example"]["publishers"] == ["post.example"]
    assert entries(table, "post.example") == [("Bound by the Post.", "line")]


def test_what_the_rules_take_already_is_named_but_not_proposed(tmp_path: Path) -> None:
    jsonl(tmp_path / "in/a.jsonl", [{"text": f"{body(n)}\n\nADVERTISEMENT"} for n in range(20)])
    done = tool("learn", "in", cwd=tmp_path)
    assert "source" not in tomllib.loads(done.stdout.decode())
    assert (
        b'# The general rules take this already: 20 of 20 articles (100%), as a whole line\n#   text = "ADVERTISEMENT"'
        in done.stdout
    )


def test_lines_that_may_be_headings_or_figures_are_shown_but_not_proposed(tmp_path: Path) -> None:
    records = [
        {
            "title": f"Story {n}",
            "text": f"{prose(n, 48)}\n\n"
            + ("The council’s answer\n\n" if n % 5 == 0 else "")
            + f"{prose(n + 900, 48)}\n\n"
            + (f"Herring {n} crates, cod {2 * n} crates\n\n" if n % 5 == 1 else "")
            + f"{prose(n + 1800, 48)}\n\n```python\nprint('caught')\n```\n\nHarwick Harbour Broadsheet",
        }
        for n in range(40)
    ]
    jsonl(tmp_path / "in/a.jsonl", records)
    done = tool("learn", "in", cwd=tmp_path)
    text = done.stdout.decode()
    assert entries(tomllib.loads(text), "a") == [("Harwick Harbour Broadsheet", "line")]
    assert "# Not proposed, being short and before a paragraph: it may be a heading: 8 of 40 articles (20%)" in text
    assert "# Not proposed, being figures: it may be a row of a table: 8 of 40 articles (20%)" in text
    assert b"1 entries proposed; 2 are doubtful, 0 the rules take already" in done.stderr


def test_a_mark_after_the_first_sentence_takes_no_sentence_with_it(tmp_path: Path) -> None:
    texts = [f"{prose(n, 12)} {MARK} {prose(n + 900, 60)}" for n in range(30)]
    jsonl(tmp_path / "in/a.jsonl", [{"text": text} for text in texts])
    assert entries(learned(tmp_path), "a") == [(MARK, "anywhere")]
    back = [f"{prose(n, 60)} {MARK} {prose(n + 900, 12)}" for n in range(30)]
    jsonl(tmp_path / "in/a.jsonl", [{"text": text} for text in back])
    assert entries(learned(tmp_path), "a") == [(MARK, "anywhere")]


def test_the_end_of_an_address_is_not_proposed_alone(tmp_path: Path) -> None:
    texts = [f"{MARK} {prose(n, 40)} {PEOPLE[n % 8]} / harwickpost.pl" for n in range(30)]
    jsonl(tmp_path / "in/a.jsonl", [{"text": text} for text in texts])
    assert entries(learned(tmp_path), "a") == [(MARK, "head")]


def test_suppliers_whose_names_look_alike_get_names_of_their_own(tmp_path: Path) -> None:
    names = ("The Wire", "the wire!", "")
    records = [
        {"publisher": names[n % 3], "text": f"{body(n)}\nBound by hand in {names[n % 3]} street."} for n in range(45)
    ]
    jsonl(tmp_path / "in/the-wire.jsonl", records)
    table = learned(tmp_path)
    assert sorted(table["source"]) == ["the-wire", "the-wire-2", "the-wire-3"]
    for source in table["source"].values():
        name = source.get("publishers", [""])[0]
        assert [cut["text"] for cut in source["cut"]] == [f"Bound by hand in {name} street.".replace("  ", " ")]


def test_a_profile_in_use_is_not_proposed_again(dump: Path) -> None:
    assert tool("learn", "in", "-o", "corpus-clean.toml", cwd=dump).returncode == CLEAN
    assert b" 0 entries proposed" in tool("learn", "in", cwd=dump).stderr


def test_a_stream_or_a_missing_folder_is_refused(tmp_path: Path) -> None:
    for source, message in (("-", "learn reads IN several times"), ("gone", "gone: no such file or folder")):
        done = tool("learn", source, cwd=tmp_path)
        assert done.returncode == TROUBLE and message in said(done)


def test_a_dump_without_enough_articles_is_named_as_such(tmp_path: Path) -> None:
    jsonl(tmp_path / "in" / "few.jsonl", [{"id": "a", "text": "The ferry sailed. It came back."}])
    done = tool("learn", "in", cwd=tmp_path)
    assert done.stderr.decode().endswith("no supplier in it has 10 articles; --min-articles asks for half as many\n")


def test_frequent_keys_are_kept_and_rare_ones_let_go() -> None:
    counter, dice = Frequent(0.01), random.Random(1)
    for number in range(5_000):
        counter.add([f"rare {number}", *(["often"] if dice.random() < 0.05 else []), "always", "always"])
    found = counter.at_least(100)
    assert set(found) == {"often", "always"} and found["always"] == 5_000
    assert len(counter._held) < 200


def test_tokens_generalise_dates_numbers_and_addresses() -> None:
    line = "Filed 3 May 2021, by Ana Ruiz (ana@wire.example): 14 {notes} at https://wire.example/x"
    keys = "".join(token.key for token in tokens(line))
    assert keys == "Filed {date}, by Ana Ruiz ({email}): {number} {{notes}} at {url}"
    assert [gram.key for gram in grams(tokens("Filed 3 May 2021 by Ana"))] == ["Filed {date} by", "{date} by Ana"]


def test_a_stretch_is_found_in_its_full_length_though_its_neighbours_vary() -> None:
    counts = Counts(0.01)
    texts = [f"{prose(n, 24)} Brought to you daily by the Harwick Wire. {prose(n + 500, 24)}" for n in range(20)]
    for text in texts:
        counts.add(text)
    spans = Spans(counts, 10, 0.01)
    for text in texts:
        spans.add(text)
    standing = spans.spans["Brought to you daily by the Harwick Wire."]
    assert (standing.articles, standing.times, standing.parted) == (20, 20, 20)
