"""SARIF 2.1.0, which code-scanning services read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO
from urllib.parse import quote

import orjson

from cleaner import __version__
from cleaner.report.model import Row, Totals

_LEVELS = {"error": "error", "warning": "warning"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def write(rows: Iterable[Row], totals: Totals, out: TextIO) -> None:
    """One SARIF log with one run; the results are streamed."""
    seen: dict[str, str] = {}
    out.write(f'{{"$schema":"{_SCHEMA}","version":"2.1.0","runs":[{{"results":[')
    for number, row in enumerate(rows):
        seen.setdefault(row.code, row.name)
        out.write(("," if number else "") + "\n" + orjson.dumps(_result(row)).decode())
    driver = {
        "name": "corpus-clean",
        "version": __version__,
        "rules": [{"id": code, "name": name} for code, name in sorted(seen.items())],
    }
    out.write('],"columnKind":"unicodeCodePoints","tool":' + orjson.dumps({"driver": driver}).decode() + "}]}\n")


def _result(row: Row) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": max(1, row.line)}
    return {
        "ruleId": row.code,
        "level": _LEVELS.get(row.level, "note"),
        "message": {"text": row.message},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": quote(row.path)}, "region": region}},
        ],
        "properties": {"id": row.id, "start": row.start, "end": row.end},
    }
