"""Defaults < ``corpus-clean.toml`` or ``[tool.corpus-clean]`` in ``pyproject.toml`` < command line → frozen Options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from cleaner.read.options import Limits, ReadOptions
from cleaner.read.profile import Profile, extended, load_profile, strings
from cleaner.toml import parsed

FAIL_LEVELS = ("rejected", "error", "warning", "info", "never")
"""What makes a run end with exit code 1, from the least to the most that is asked, and never."""

COMPRESSIONS = ("gz", "zst")
FORMATS = ("jsonl", "parquet")


class ConfigError(ValueError):
    """A setting that cannot be used; the message names the file, the key and what is allowed."""


@dataclass(frozen=True)
class Options:
    """Everything a user may set.  ``max_removed`` and ``max_rejected`` are shares (0 to 1); ``jobs`` 0 = all cores.

    The command line alone sets ``max_removed_said``, limits by source with "" for all, and ``today``, an ISO date.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    risky: bool = False
    max_removed: float = 0.3
    max_rejected: float = 0.0
    fail_on: str = "rejected"
    exit_zero: bool = False
    statistics: bool = False
    jobs: int = 0
    report: tuple[str, ...] = ()
    compress: str | None = None
    format: str = "jsonl"
    encoding: str | None = None
    text_field: str | None = None
    extra: bool = False
    detect_language: bool = False
    organisations: bool = False
    sources: tuple[Profile, ...] = ()
    limits: Limits = field(default_factory=Limits)
    max_removed_said: tuple[tuple[str, float], ...] = ()
    today: str = ""

    def __post_init__(self) -> None:
        """Raises ConfigError for a character set that does not exist."""
        try:
            "".encode(self.encoding or "utf-8")
        except (LookupError, ValueError):
            raise ConfigError(f"encoding: there is no character set {self.encoding!r}; as in utf-8, cp1252") from None

    def reading(self) -> ReadOptions:
        """What the readers need to know."""
        return ReadOptions(
            profiles=self.sources,
            encoding=self.encoding,
            text_field=self.text_field,
            keep_extra=self.extra,
            organisations=self.organisations,
            limits=self.limits,
            today=self.today,
        )


COMMAND_LINE = {"max_removed_said", "statistics", "today"}
"""Options that no file can set."""

ONLY_SAID = {"statistics", "today", "quiet"}
"""Those of them that a user may look for in a file, as they are spelt there."""

_KEYS = {one.name for one in fields(Options)} - COMMAND_LINE - {"sources"} | {"source"}


def load(path: Path | None = None, folder: Path | None = None) -> Options:
    """The options of a configuration file: ``path``, else the one found in ``folder``, else the defaults.

    Raises ConfigError for a file that cannot be read and for any key or value that is not known.
    """
    if path is None:
        return _found(folder or Path())
    table = _toml(path)
    if path.name == "pyproject.toml":
        tools = table.get("tool")
        table = tools.get("corpus-clean", {}) if isinstance(tools, dict) else {}
        if not isinstance(table, dict):
            raise ConfigError(f"{path}: tool.corpus-clean must be a table")
    return from_table(table, str(path))


def _found(folder: Path) -> Options:
    own = folder / "corpus-clean.toml"
    if own.is_file():
        return load(own)
    project = folder / "pyproject.toml"
    return load(project) if project.is_file() else Options()


def _toml(path: Path) -> dict[str, Any]:
    try:
        return parsed(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror or error}") from None
    except ValueError as error:
        raise ConfigError(f"{path}: is not valid TOML: {error}") from None


def from_table(table: Mapping[str, Any], where: str = "configuration") -> Options:
    """Options from a TOML table; keys are spelt with hyphens or underscores.  Raises ConfigError."""
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name in ONLY_SAID:
            raise ConfigError(f"{where}: {key} is an option of the command line only, --{key}")
        if name not in _KEYS:
            raise ConfigError(f"{where}: unknown key {key!r}{_nearest(name)}")
        if name == "source":
            values["sources"] = _sources(value, where)
        elif name == "limits":
            values["limits"] = _limits(value, where)
        else:
            values[name] = _value(name, value, f"{where}: {key}")
    try:
        return replace(Options(), **values)
    except ConfigError as error:
        raise ConfigError(f"{where}: {error}") from None


def _nearest(name: str) -> str:
    import difflib

    close = difflib.get_close_matches(name, sorted(_KEYS), 1)
    return f"; did you mean {close[0].replace('_', '-')!r}?" if close else ""


def _sources(value: Any, where: str) -> tuple[Profile, ...]:
    if not isinstance(value, Mapping) or not all(isinstance(table, Mapping) for table in value.values()):
        raise ConfigError(f"{where}: source must hold tables, as in [source.NAME]")
    try:
        profiles = tuple(extended(load_profile(table, name)) for name, table in value.items())
        _tried(profiles)
    except ValueError as error:
        raise ConfigError(f"{where}: {error}") from None
    return profiles


def _tried(profiles: tuple[Profile, ...]) -> None:
    """Raises ValueError when a profile's name makes no code or one of its samples does not come out as it says."""
    if any(profile.cut or profile.lines or profile.sample for profile in profiles):
        from cleaner.profile.supplier import fault, supplier_rules

        supplier_rules(profiles)
        for found in filter(None, map(fault, profiles)):
            raise ValueError(found)


def _limits(value: Any, where: str) -> Limits:
    known = {one.name for one in fields(Limits)}
    found = {}
    for key, number in value.items() if isinstance(value, Mapping) else [("limits", value)]:
        name = key.replace("-", "_")
        if name not in known:
            raise ConfigError(f"{where}: unknown key limits.{key}; known keys are {', '.join(sorted(known))}")
        if not isinstance(number, int) or isinstance(number, bool) or number < 1:
            raise ConfigError(f"{where}: limits.{key} must be a whole number above 0")
        found[name] = number
    return Limits(**found)


def _value(name: str, value: Any, where: str) -> Any:
    default = getattr(Options(), name)
    if isinstance(default, tuple):
        try:
            return strings(value, where)
        except ValueError as error:
            raise ConfigError(str(error)) from None
    if isinstance(default, bool):
        return _typed(value, bool, where, "true or false")
    if name in ("max_removed", "max_rejected"):
        share = _typed(value, (int, float), where, "a number from 0 to 1")
        if isinstance(value, bool) or not 0 <= share <= 1:
            raise ConfigError(f"{where} must be a number from 0 to 1")
        return float(share)
    if name == "jobs":
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise ConfigError(f"{where} must be a whole number, 0 for all cores")
        return value
    text = _typed(value, str, where, "a string")
    allowed = {"fail_on": FAIL_LEVELS, "compress": COMPRESSIONS, "format": FORMATS}.get(name)
    if allowed and text not in allowed:
        raise ConfigError(f"{where} must be one of {', '.join(allowed)}")
    return text


def _typed(value: Any, kind: Any, where: str, wanted: str) -> Any:
    if not isinstance(value, kind):
        raise ConfigError(f"{where} must be {wanted}")
    return value
