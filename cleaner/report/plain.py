"""Line formats: text for people, JSON and JSONL for programs, GitHub annotations, JUnit XML."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby
from typing import TextIO

import orjson

from cleaner.lazy import lazy
from cleaner.report.model import Row, Totals
from cleaner.show import one_line, visible

_NOT_XML = lazy(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(rows: Iterable[Row], totals: Totals, out: TextIO) -> None:
    """One finding a line: path, line, code, name, message."""
    for row in rows:
        out.write(line_of(row) + "\n")


def line_of(row: Row) -> str:
    """A finding on one line that a terminal can be shown."""
    return f"{one_line(row.path, 400)}:{row.line}: {row.code} {row.name}: {one_line(row.message, 240)}"


def jsonl(rows: Iterable[Row], totals: Totals, out: TextIO) -> None:
    """One finding a line as a JSON object valid against ``finding-1.json``."""
    for row in rows:
        out.write(orjson.dumps(row._asdict()).decode() + "\n")


def json_document(rows: Iterable[Row], totals: Totals, out: TextIO) -> None:
    """One JSON object with the totals and all findings."""
    head = {
        "records": totals.records,
        "articles": totals.articles,
        "rejected": totals.rejected,
        "changed": totals.changed,
        "chars_in": totals.chars_in,
        "chars_out": totals.chars_out,
        "rules": [{"code": code, "count": count} for code, count in sorted(totals.rules.items())],
    }
    out.write(orjson.dumps(head).decode()[:-1] + ',"findings":[')
    for number, row in enumerate(rows):
        out.write(("," if number else "") + "\n" + orjson.dumps(row._asdict()).decode())
    out.write("]}\n")


def github(rows: Iterable[Row], totals: Totals, out: TextIO) -> None:
    """Workflow commands that GitHub shows as annotations."""
    levels = {"error": "error", "warning": "warning"}
    for row in rows:
        place = f"file={_property(row.path)},line={row.line},title={_property(f'{row.code} {row.name}')}"
        out.write(f"::{levels.get(row.level, 'notice')} {place}::{_data(row.message)}\n")


def _data(value: str) -> str:
    return visible(value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def junit(rows: Iterable[Row], totals: Totals, out: TextIO) -> None:
    """One test case for each file with findings; errors and warnings are its failures.

    Goes through ``rows`` three times.
    """
    cases = sum(1 for _ in groupby(rows, key=lambda row: row.path))
    failures = sum(row.level in ("error", "warning") for row in rows)
    numbers = f'tests="{cases}" failures="{failures}"'
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(f'<testsuites name="corpus-clean" {numbers}><testsuite name="corpus-clean" {numbers}>\n')
    for path, group in groupby(rows, key=lambda row: row.path):
        out.write(f"<testcase classname={_attribute(path)} name={_attribute(path)}>\n")
        for row in group:
            if row.level in ("error", "warning"):
                body = escape(_NOT_XML.sub("\ufffd", f"{row.path}:{row.line}: {row.message}"), quote=False)
                kind, message = _attribute(row.code), _attribute(one_line(row.message, 240))
                out.write(f"<failure type={kind} message={message}>{body}</failure>\n")
        out.write("</testcase>\n")
    out.write("</testsuite></testsuites>\n")


def _attribute(value: str) -> str:
    return '"' + escape(_NOT_XML.sub("\ufffd", value)).replace("\n", "&#10;").replace("\t", "&#9;") + '"'
