"""Source profiles: what is known about one supplier's dumps."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from fnmatch import translate
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from cleaner.kept import Shelf, stamp
from cleaner.lazy import lazy
from cleaner.profile.cuts import Cut, load_cut
from cleaner.toml import parsed

ARTICLE_FIELDS = (
    "id", "text", "title", "subtitle", "authors", "published", "updated", "dateline", "language", "section",
    "publisher", "url", "rights",
)  # fmt: skip
DATE_ORDERS = ("dmy", "mdy", "ymd")
SAMPLE_FORMATS = ("csv", "tsv", "json", "jsonl", "xml", "text", "markdown", "html")


@dataclass(frozen=True)
class Sample:
    """A text and what the profile makes of it; with a ``format`` (csv, jsonl …) the text is a file of that format.

    ``result`` is the text of the (first) article when the profile's own entries are through with it, ``fields`` are
    article fields that it must then have.
    """

    text: str
    result: str
    format: str = ""
    fields: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True)
class Profile:
    """One source.  ``match`` are globs on the relative path; an empty one matches nothing by itself.

    ``publishers`` narrows it to records with such a publisher, or an address on such a host; ``columns`` names the
    columns of a CSV without header; ``fields`` maps article fields to input fields, best first, dots for nesting;
    ``lines`` and ``cut`` are what the supplier's texts hold besides articles; ``max_removed`` is the share of a text's
    letters that may go; ``valid_until`` is an ISO date, ``since`` the one on which the outlet began.
    """

    name: str
    match: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    header: bool | None = None
    delimiter: str = ""
    encoding: str = ""
    fields: tuple[tuple[str, tuple[str, ...]], ...] = ()
    text: tuple[str, ...] = ()
    date_order: str = ""
    language: str = ""
    publisher: str = ""
    lines: tuple[str, ...] = ()
    cut: tuple[Cut, ...] = ()
    max_removed: float | None = None
    valid_until: str = ""
    since: str = ""
    sample: tuple[Sample, ...] = ()

    @cached_property
    def globs(self) -> tuple[Callable[[str], Any] | None, Callable[[str], Any] | None]:
        """What tells whether a glob matches a path, and whether one that names a folder does."""
        return _globs(self.match), _globs(filter(_names_folder, self.match))

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
    if key in _READ:
        return _READ[key](value, where)
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


def _flag(value: Any, where: str) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{where}: must be true or false")
    return value


def _fields(value: Any, where: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, Mapping):
        raise ValueError(f"{where}: must be a table of article field = input field")
    for field in value:
        if field not in ARTICLE_FIELDS:
            raise ValueError(f"{where}: unknown article field {field!r}; known are {', '.join(ARTICLE_FIELDS)}")
    return tuple((field, strings(names, f"{where}.{field}")) for field, names in value.items())


def _cuts(value: Any, where: str) -> tuple[Cut, ...]:
    tables = value if isinstance(value, list) else [value]
    return tuple(load_cut(table, f"{where}.{number}") for number, table in enumerate(tables, 1))


def _samples(value: Any, where: str) -> tuple[Sample, ...]:
    tables = value if isinstance(value, list) else [value]
    return tuple(_sample(table, f"{where}.{number}") for number, table in enumerate(tables, 1))


def _sample(table: Any, where: str) -> Sample:
    if not isinstance(table, Mapping) or not {"text", "result"} <= set(table):
        raise ValueError(f"{where}: must be a table with the keys text and result")
    for key, value in table.items():
        if key not in Sample.__dataclass_fields__:
            raise ValueError(f"{where}: unknown key {key!r}; known keys are {', '.join(Sample.__dataclass_fields__)}")
        if not isinstance(value, Mapping if key == "fields" else str):
            raise ValueError(f"{where}.{key}: must be a {'table' if key == 'fields' else 'string'}")
    kind = table.get("format", "")
    if kind and kind not in SAMPLE_FORMATS:
        raise ValueError(f"{where}.format: must be one of {', '.join(SAMPLE_FORMATS)}")
    return Sample(table["text"], table["result"], kind, tuple(dict(table.get("fields", {})).items()))


def _share(value: Any, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise ValueError(f"{where}: must be a number from 0 to 1")
    return float(value)


def iso_day(value: Any, where: str) -> str:
    """A day as YYYY-MM-DD, from a TOML date or such a string.  Raises ValueError, naming ``where``."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value.isoformat()
    try:
        return datetime.date.fromisoformat(value if len(value) == 10 else "").isoformat()
    except (TypeError, ValueError):
        raise ValueError(f"{where}: must be a date, as in 2027-12-31") from None


def strings(value: Any, where: str) -> tuple[str, ...]:
    """A string or a list of strings as a tuple.  Raises ValueError, naming ``where``, for anything else."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise ValueError(f"{where}: must be a string or a list of strings")


_READ = {
    **dict.fromkeys(("match", "publishers", "columns", "text", "lines"), strings),
    "header": _flag, "fields": _fields, "cut": _cuts, "sample": _samples, "max_removed": _share, "valid_until": iso_day,
    "since": iso_day,
}  # fmt: skip
"""How each key that is no string is read."""


@lru_cache(maxsize=1)
def builtin_profiles() -> tuple[Profile, ...]:
    """The profiles that come with the package, by name."""
    paths = sorted(Path(__file__).parent.with_name("sources").glob("*.toml"))
    shelf = Shelf("profiles", stamp(paths))
    tables = shelf.get("all", lambda: [parsed(path.read_text("utf-8")) for path in paths])
    return tuple(load_profile(table, path.stem) for table, path in zip(tables, paths, strict=True))


def extended(profile: Profile) -> Profile:
    """``profile`` with what it does not say itself taken from the built-in profile of its name, if there is one."""
    base = next((one for one in builtin_profiles() if one.name == profile.name), None)
    if base is None:
        return profile
    said = {
        one.name: getattr(profile, one.name) for one in fields(profile) if getattr(profile, one.name) != one.default
    }
    joined = {key: getattr(profile, key) + getattr(base, key) for key in ("lines", "cut", "sample")}
    return replace(base, **{**said, **joined})


def profile_for(rel: str, profiles: Iterable[Profile], home: str = "") -> Profile | None:
    """The first profile with a glob that matches the path ``rel``, or None; ones for certain publishers are left out.

    ``home`` is the name of the folder that holds ``rel``: what stands in `agency/*.csv` is also found when the folder
    ``agency`` itself is the input.  Only a glob that names that folder with letters of its own counts so.
    """
    for profile in profiles:
        if not profile.publishers and matches(profile, rel, home):
            return profile
    return None


def matches(profile: Profile, rel: str, home: str = "") -> bool:
    """Whether a glob of the profile matches the path."""
    anywhere, below = profile.globs
    return bool((anywhere and anywhere(rel)) or (home and below and below(f"{home}/{rel}")))


def _globs(globs: Iterable[str]) -> Callable[[str], Any] | None:
    """Tells whether one of the globs matches a path, with one expression for all of them; None when there is none."""
    pattern = "|".join(translate(glob) for glob in globs)
    return lazy(pattern).match if pattern else None


def _names_folder(glob: str) -> bool:
    first, slash, _ = glob.partition("/")
    return bool(slash) and any(char.isalnum() for char in first) and "[" not in first
