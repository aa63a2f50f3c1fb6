"""JSON Schema: every row is checked before it is written.

`jsonschema` is the authority.  Where `jsonschema-rs` is installed it looks first: what it accepts is fine, what it
refuses goes to `jsonschema`, whose verdict counts and whose words explain.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import orjson

NAMES = ("article", "edit", "rejected", "finding", "manifest", "config")
"""The schemas by name; the files carry the major version, as in ``article-1.json``."""


@cache
def schema(name: str) -> dict[str, Any]:
    """The schema ``name``.  Raises ValueError when there is none."""
    if name not in NAMES:
        raise ValueError(f"no schema is called {name!r}; known are {', '.join(NAMES)}")
    file = f"{name}-1.json"
    home = Path(__file__).parent
    shipped = home / "schemas" / file
    source = shipped if shipped.is_file() else home.parent / "schemas" / file
    found: dict[str, Any] = orjson.loads(source.read_bytes())
    return found


class Validator:
    """Checks rows against one schema.  ``native`` False leaves `jsonschema-rs` out even where it is installed."""

    def __init__(self, name: str, *, native: bool = True) -> None:
        self._schema = schema(name)
        self._native = _native(name) if native else None
        self._judge: Any = None

    def faults(self, row: Any) -> list[str]:
        """What is wrong with ``row``, in words, each with the path of the value; empty when nothing is."""
        if self._native is not None:
            try:
                if self._native.is_valid(row):
                    return []
            except ValueError:
                pass  # a value the native validator cannot even look at is for the judge
        if self._judge is None:
            from jsonschema import Draft202012Validator

            self._judge = Draft202012Validator(self._schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
        found = sorted(self._judge.iter_errors(row), key=lambda error: list(map(str, error.absolute_path)))
        return [f"{'/'.join(map(str, error.absolute_path)) or '(row)'}: {error.message[:300]}" for error in found]


@cache
def _native(name: str) -> Any:
    try:
        import jsonschema_rs
    except ImportError:
        return None
    return jsonschema_rs.Draft202012Validator(schema(name), validate_formats=True)
