"""The schemas say what they should, and both validators read them the same way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cleaner import config, validate
from cleaner.metadata import ITEMS, NAMES, PARTS, SCALARS
from cleaner.report.model import Row
from cleaner.validate import Validator, schema

CASES = Path(__file__).parent.parent / "fixtures" / "schemas"
PASS = sorted(CASES.glob("should_pass/*/*.json"))
FAIL = sorted(CASES.glob("should_fail/*/*.json"))


def title(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


def test_every_schema_has_cases_of_both_kinds() -> None:
    for cases in (PASS, FAIL):
        assert {path.parent.name for path in cases} == set(validate.NAMES)


@pytest.mark.parametrize("path", PASS, ids=title)
@pytest.mark.parametrize("native", [True, False], ids=["native-first", "jsonschema"])
def test_should_pass(path: Path, native: bool) -> None:
    assert Validator(path.parent.name, native=native).faults(orjson.loads(path.read_bytes())) == []


@pytest.mark.parametrize("path", FAIL, ids=title)
@pytest.mark.parametrize("native", [True, False], ids=["native-first", "jsonschema"])
def test_should_fail_where_the_file_name_says(path: Path, native: bool) -> None:
    where = path.stem.rpartition(".")[0].replace(".", "/")
    faults = Validator(path.parent.name, native=native).faults(orjson.loads(path.read_bytes()))
    assert {fault.partition(":")[0] for fault in faults} == {where}


@pytest.mark.parametrize("name", validate.NAMES)
def test_schema_is_valid_and_versioned(name: str) -> None:
    found = schema(name)
    Draft202012Validator.check_schema(found)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert found["$id"].endswith(f"{name}-1")


@pytest.mark.parametrize("name", [name for name in validate.NAMES if name != "config"])
def test_every_object_is_closed_and_every_key_required(name: str) -> None:
    for part in objects(schema(name)):
        assert part["additionalProperties"] is False
        assert sorted(part["required"]) == sorted(part["properties"])


@pytest.mark.parametrize("name", validate.NAMES)
def test_no_keyword_on_which_the_validators_are_known_to_differ(name: str) -> None:
    """Fractions in multipleOf and formats are judged differently; so are patterns that a final newline can pass."""
    for part in parts(schema(name)):
        assert "multipleOf" not in part
        assert "format" not in part
        if "pattern" in part and part["pattern"] != r"\n":
            assert "maxLength" in part and (part.get("minLength") == part["maxLength"] or "not" in part)
            assert part["pattern"].startswith("^") and part["pattern"].endswith("$")
            assert not re.search(r"\\[dwsDWS]", part["pattern"]), "classes that mean other characters elsewhere"


def test_article_schema_has_the_fields_that_rules_may_fill() -> None:
    properties = schema("article")["properties"]
    assert {*SCALARS, *ITEMS, *NAMES} <= set(properties)
    for name, keys in {**ITEMS, **PARTS}.items():
        found = properties[name].get("items", properties[name])
        assert set(found["properties"]) == set(keys)


def test_finding_schema_is_the_row_of_the_reports() -> None:
    assert tuple(schema("finding")["properties"]) == Row._fields


def test_config_schema_knows_the_keys_that_the_configuration_knows() -> None:
    """Each key of the schema is accepted by the loader, and each option can be said in the schema."""
    properties = schema("config")["properties"]
    names = set(config.Options.__dataclass_fields__) - config.COMMAND_LINE
    known = {name.replace("_", "-") for name in names} - {"sources"} | {"source"}
    assert set(properties) == known


@pytest.mark.parametrize("path", [p for p in PASS + FAIL if p.parent.name == "config"], ids=title)
def test_config_schema_and_loader_agree(path: Path) -> None:
    table = orjson.loads(path.read_bytes())
    if path.parent.parent.name == "should_pass":
        config.from_table(table)
    else:
        with pytest.raises(config.ConfigError):
            config.from_table(table)


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.floats(allow_nan=False),
    st.text(max_size=4),
    st.sampled_from(["2019-02-28", "2019-02-28\n", "2019", "٢٠١٩-٠٢", "2019-02-28T15:04Z", "day", "error", "f" * 64]),
    st.just([]),
    st.just({}),
    st.just([None]),
)


@settings(max_examples=400, deadline=None)
@given(data=st.data(), path=st.sampled_from([p for p in PASS if p.parent.name != "config"]), odd=ODD)
def test_both_validators_agree_on_damaged_rows(data: st.DataObject, path: Path, odd: Any) -> None:
    row = orjson.loads(path.read_bytes())
    holder, key = data.draw(st.sampled_from(list(places(row))))
    holder[key] = odd
    native, judge = (Validator(path.parent.name, native=choice) for choice in (True, False))
    assert native.faults(row) == judge.faults(row)
    assert native_verdict(path.parent.name, row) in (None, not judge.faults(row))


def native_verdict(name: str, row: Any) -> bool | None:
    """What the native validator says by itself; None where it is not installed."""
    found = validate._native(name)
    return None if found is None else bool(found.is_valid(row))


def test_a_value_the_native_validator_cannot_look_at_is_judged() -> None:
    row = orjson.loads((CASES / "should_pass/article/bare.json").read_bytes())
    row["title"] = "half a pair \ud800"
    row["id"] = ""
    assert [fault.partition(":")[0] for fault in Validator("article").faults(row)] == ["id"]


def test_unknown_schema_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="article, edit"):
        schema("articles")


def parts(value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A schema and every schema inside it."""
    yield value
    inner = [*value.get("properties", {}).values(), *value.get("oneOf", ())]
    inner += [value[key] for key in ("items", "not", "additionalProperties") if isinstance(value.get(key), dict)]
    for part in inner:
        yield from parts(part)


def objects(value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (part for part in parts(value) if "properties" in part)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a row that holds a value."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in list(pairs):
        yield value, key
        yield from places(inner)
