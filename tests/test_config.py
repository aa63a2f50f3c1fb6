"""Settings: where they come from, which win, and how a wrong one is named."""

from __future__ import annotations

import copy
from dataclasses import fields
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.config import COMMAND_LINE, ConfigError, Options, from_table, load
from cleaner.read.options import Limits
from cleaner.validate import Validator, schema

EVERYTHING = orjson.loads(
    (Path(__file__).parent.parent / "fixtures/schemas/should_pass/config/everything.json").read_bytes()
)


def test_nothing_said_means_the_defaults(tmp_path: Path) -> None:
    assert load(folder=tmp_path) == from_table({}) == Options()


def test_own_file_wins_over_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.corpus-clean]\njobs = 3\n[tool.other]\nwild = "yes"\n')
    assert load(folder=tmp_path) == load(tmp_path / "pyproject.toml") == Options(jobs=3)
    (tmp_path / "corpus-clean.toml").write_text('max-removed = 0.5\nselect = "MED"\n')
    assert load(folder=tmp_path) == Options(max_removed=0.5, select=("MED",))


def test_a_pyproject_without_our_table_is_no_configuration(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert load(folder=tmp_path) == Options()


def test_keys_with_hyphens_and_underscores_are_the_same() -> None:
    assert from_table({"max-removed": 0.2, "text-field": "t"}) == from_table({"max_removed": 0.2, "text_field": "t"})


def test_every_option_can_be_said_and_arrives() -> None:
    found = from_table(EVERYTHING)
    names = set(vars(found)) - COMMAND_LINE
    assert {name.replace("_", "-") for name in names} - {"sources"} | {"source"} == set(EVERYTHING)
    default = Options()
    assert all(getattr(found, name) != getattr(default, name) for name in names)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"slect": "MED"}, "unknown key 'slect'; did you mean 'select'?"),
        ({"maxremoved": 1}, "did you mean 'max-removed'?"),
        ({"zzz": 1}, "unknown key 'zzz'"),
        ({"sources": {}}, "unknown key 'sources'; did you mean 'source'?"),
        ({"select": 3}, "select: must be a string or a list of strings"),
        ({"select": ["MED", 3]}, "select: must be a string or a list of strings"),
        ({"risky": "yes"}, "risky must be true or false"),
        ({"max-removed": 2}, "max-removed must be a number from 0 to 1"),
        ({"max-removed": True}, "max-removed must be a number from 0 to 1"),
        ({"max-rejected": -0.1}, "max-rejected must be a number from 0 to 1"),
        ({"jobs": -1}, "jobs must be a whole number, 0 for all cores"),
        ({"jobs": 1.5}, "jobs must be a whole number"),
        ({"fail-on": "always"}, "fail-on must be one of rejected, error, warning, info, never"),
        ({"compress": "rar"}, "compress must be one of gz, zst"),
        ({"format": "csv"}, "format must be one of jsonl, parquet"),
        ({"encoding": 8}, "encoding must be a string"),
        ({"encoding": "base64"}, "there is no character set 'base64'"),
        ({"limits": 5}, "unknown key limits.limits"),
        ({"limits": {"max-recrd": 5}}, "unknown key limits.max-recrd; known keys are"),
        ({"limits": {"max-record": 0}}, "limits.max-record must be a whole number above 0"),
        ({"source": ["x"]}, "source must hold tables, as in [source.NAME]"),
        ({"source": {"wire": {"pth": "x"}}}, "pth"),
    ],
    ids=str,
)
def test_a_wrong_setting_is_named_with_what_is_allowed(table: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        from_table(table, "mine.toml")
    assert str(caught.value).startswith("mine.toml: ")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"select = [", "is not valid TOML"), (b"select = '\xff'", "is not valid TOML"), (b"= 1", "is not valid TOML")],
    ids=str,
)
def test_a_file_that_is_no_toml_is_named(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(data)
    with pytest.raises(ConfigError, match=message) as caught:
        load(path)
    assert str(path) in str(caught.value)


def test_pyproject_with_a_tool_table_of_another_shape(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text('tool = "hammer"\n')
    assert load(path) == Options()
    path.write_text('[tool]\ncorpus-clean = "yes"\n')
    with pytest.raises(ConfigError, match="must be a table"):
        load(path)


def test_limits_reach_the_readers() -> None:
    given = {one.name.replace("_", "-"): number for number, one in enumerate(fields(Limits), 1)}
    found = from_table({"limits": given}).reading().limits
    assert [getattr(found, one.name) for one in fields(Limits)] == list(range(1, len(given) + 1))


ODD = st.sampled_from([None, True, 0, 1, -1, 0.5, 1.5, 2, "", "gz", "jsonl", "x", [], ["x"], [1], {}, {"x": 1}, "dmy"])


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every place in a table that holds a value."""
    if not isinstance(value, dict):
        return []
    return [found for key in value for found in ((value, key), *places(value[key]))]


@settings(max_examples=300, deadline=None)
@given(data=st.data(), odd=ODD)
def test_schema_and_loader_agree_on_damaged_tables(data: st.DataObject, odd: Any) -> None:
    table = copy.deepcopy(EVERYTHING)
    holder, key = data.draw(st.sampled_from(places(table)))
    if data.draw(st.booleans()):
        holder[key] = odd
    else:
        holder[f"{key}x"] = holder.pop(key)
    try:
        from_table(table)
        accepted = True
    except ConfigError:
        accepted = False
    faults = Validator("config").faults(table)
    if key not in ("encoding", "columns", "header", "text", "cut", "sample", "result", "lift", "lines", "valid_until"):
        # Which charsets and days there are, what goes together, and what a profile makes of a text, no schema says.
        assert accepted == (not faults), (key, odd, faults)


def test_schema_forbids_unknown_keys_as_the_loader_does() -> None:
    assert schema("config")["additionalProperties"] is False
