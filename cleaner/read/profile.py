"""Source profiles: what is known about one supplier's dumps."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from importlib.resources import files
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ARTICLE_FIELDS = (
    "id", "text", "title", "subtitle", "authors", "published", "updated", "dateline", "language", "section",
    "publisher", "url", "rights",
)  # fmt: skip
DATE_ORDERS = ("dmy", "mdy", "ymd")


@dataclass(frozen=True)
class Profile:
    """One source.  ``match`` are globs on the relative path; an empty one matches nothing by itself.

    ``columns`` names the columns of a CSV without header; ``fields`` maps article fields to input fields, best
    first, dots for nesting; ``lines`` are literal lines that a rule drops.
    """

    name: str
    match: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    header: bool | None = None
    delimiter: str = ""
    encoding: str = ""
    fields: tuple[tuple[str, tuple[str, ...]], ...] = ()
    text: tuple[str, ...] = ()
    date_order: str = ""
    zone: str = ""
    language: str = ""
    publisher: str = ""
    lines: tuple[str, ...] = ()
    valid_until: str = ""
    sample: str = ""

    def inputs(self, field: str) -> tuple[str, ...]:
        """The input fields that the profile names for an article field, best first."""
        if field == "text" and self.text:
            return self.text
        return dict(self.fields).get(field, ())


def load_profile(table: Mapping[str, Any], name: str) -> Profile:
    """A profile from a TOML table.  Raises ValueError that names the profile and the key that is wrong."""
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in Profile.__dataclass_fields__ or key == "name":
            known = ", ".join(sorted(set(Profile.__dataclass_fields__) - {"name"}))
            raise ValueError(f"source.{name}: unknown key {key!r}; known keys are {known}")
        values[key] = _value(key, value, f"source.{name}.{key}")
    if values.get("header") and values.get("columns"):
        raise ValueError(f"source.{name}.columns: give the columns only for a CSV without header, or header = false")
    return Profile(name=name, **values)


def _value(key: str, value: Any, where: str) -> Any:
    if key in ("match", "columns", "text", "lines"):
        return strings(value, where)
    if key == "header":
        if not isinstance(value, bool):
            raise ValueError(f"{where}: must be true or false")
        return value
    if key == "fields":
        if not isinstance(value, Mapping):
            raise ValueError(f"{where}: must be a table of article field = input field")
        for field in value:
            if field not in ARTICLE_FIELDS:
                raise ValueError(f"{where}: unknown article field {field!r}; known are {', '.join(ARTICLE_FIELDS)}")
        return tuple((field, strings(names, f"{where}.{field}")) for field, names in value.items())
    if not isinstance(value, str):
        raise ValueError(f"{where}: must be a string")
    if key == "date_order" and value not in DATE_ORDERS:
        raise ValueError(f"{where}: must be one of {', '.join(DATE_ORDERS)}")
    if key == "delimiter" and len(value) != 1:
        raise ValueError(f"{where}: must be one character")
    if key == "encoding":
        try:
            "".encode(value)
        except LookupError:
            raise ValueError(f"{where}: unknown character set {value!r}") from None
    return value


def strings(value: Any, where: str) -> tuple[str, ...]:
    """A string or a list of strings as a tuple.  Raises ValueError, naming ``where``, for anything else."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise ValueError(f"{where}: must be a string or a list of strings")


@lru_cache(maxsize=1)
def builtin_profiles() -> tuple[Profile, ...]:
    """The profiles that come with the package, by name."""
    folder = files("cleaner") / "sources"
    found = sorted((one for one in folder.iterdir() if one.name.endswith(".toml")), key=lambda one: one.name)
    return tuple(load_profile(tomllib.loads(one.read_text("utf-8")), one.name[:-5]) for one in found)


def profile_for(rel: str, profiles: Sequence[Profile] | Iterable[Profile]) -> Profile | None:
    """The first profile with a glob that matches the relative path, or None."""
    for profile in profiles:
        if any(fnmatchcase(rel, glob) for glob in profile.match):
            return profile
    return None
