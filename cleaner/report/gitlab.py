"""GitLab's code-quality report."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TextIO

import orjson

from cleaner.report.model import Row, Totals

_SEVERITY = {"error": "critical", "warning": "minor"}


def write(rows: Iterable[Row], totals: Totals, out: TextIO) -> None:
    """A JSON array, one object a finding; the fingerprint depends on place and message only."""
    out.write("[")
    for number, row in enumerate(rows):
        mark = "\0".join(map(str, row)).encode("utf-8", "backslashreplace")
        issue = {
            "description": f"{row.code} {row.name}: {row.message}",
            "check_name": row.name,
            "fingerprint": hashlib.sha256(mark).hexdigest(),
            "severity": _SEVERITY.get(row.level, "info"),
            "location": {"path": row.path, "lines": {"begin": max(1, row.line)}},
        }
        out.write(("," if number else "") + "\n" + orjson.dumps(issue).decode())
    out.write("]\n")
