"""Record and Cleaned → the rows that are written: article, edits, rejected, findings."""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import sha256
from typing import Any

import orjson

from cleaner.edit import Applied, Finding
from cleaner.engine import Cleaned
from cleaner.metadata import ITEMS, NAMES, SCALARS
from cleaner.read.reasons import EXPLANATIONS
from cleaner.record import Record, Unreadable
from cleaner.text.dates import read_date

Row = dict[str, Any]


def article_row(record: Record, cleaned: Cleaned) -> Row:
    """The article: every key of the schema, null or [] where nothing is known.

    Dates that a rule has lifted but that cannot be read are left out and reported in ``cleaned.findings``.
    """
    fields = cleaned.fields
    row: Row = {"id": record.id, "text": cleaned.text, "source": record.source}
    for name in SCALARS:
        row[name] = fields.get(name)
    for name in (*NAMES, *ITEMS):
        row[name] = fields.get(name) or []
    _dates(row, cleaned)
    row["origin"] = origin(record, cleaned.original)
    counts = sorted(cleaned.rules.items()) if cleaned.edits else ()
    rules = [{"code": code, "count": count} for code, count in counts]
    row["cleaning"] = {"rules": rules, "chars_in": len(cleaned.original), "chars_out": len(cleaned.text)}
    row["extra"] = json_text(record.extra) if record.extra else None
    return row


def _dates(row: Row, cleaned: Cleaned) -> None:
    for name in ("published", "updated"):
        given = row[name]
        if given is None:
            continue
        stated = read_date(str(given))
        row[name] = stated.iso if stated else None
        if stated is None:
            message = f"{name}: {str(given)[:80]!r} is not a date that can be read without guessing; it was left out"
            cleaned.findings.append(Finding(message, code="META1", name="date-not-read"))
        elif name == "published":
            row["published_precision"] = stated.precision
    if row["published"] is None:
        row["published_precision"] = None


def edit_row(record: Record, cleaned: Cleaned) -> Row:
    """The audit log of one article."""
    return {
        "id": record.id,
        "origin": origin(record, cleaned.original),
        "sha256": digest(cleaned.text),
        "edits": [_edit(edit) for edit in cleaned.edits],
        "evidence": [{"field": name, "from": where} for name, where in sorted(record.evidence.items())],
    }


def _edit(edit: Applied) -> Row:
    return {
        "rule": edit.code,
        "name": edit.name,
        "layer": edit.layer,
        "at": edit.at,
        "start": edit.start,
        "end": edit.end,
        "old": edit.old,
        "new": edit.new,
        "lift": [{"field": name, "value": json_text(value)} for name, value in edit.lift],
    }


def applied(row: Row) -> Applied:
    """The edit behind one entry of an audit row."""
    lift = tuple((item["field"], orjson.loads(item["value"])) for item in row["lift"])
    return Applied(
        row["rule"], row["name"], row["layer"], row["at"], row["start"], row["end"], row["old"], row["new"], lift
    )


def rejected_row(record: Record, text: str, reasons: list[Finding]) -> Row:
    """A record that did not become an article."""
    return {
        "id": record.id,
        "origin": origin(record, text),
        "reasons": [{"code": one.code, "name": one.name, "message": one.message} for one in reasons],
        "text": text,
        "record": json_text({"fields": record.fields, "extra": record.extra}),
    }


def unreadable_row(found: Unreadable) -> Row:
    """A piece of input that gave no record."""
    return {
        "id": None,
        "origin": {"path": found.path, "line": found.line, "sha256": None},
        "reasons": [{"code": "READ", "name": found.reason, "message": why(found)}],
        "text": None,
        "record": found.raw or None,
    }


def why(found: Unreadable) -> str:
    """What is wrong with a piece of input, and what the reason's code means."""
    said, known = found.message.rstrip("."), EXPLANATIONS.get(found.reason, "").rstrip(".")
    return said if known.casefold() in said.casefold() else f"{said}. {known}." if said else f"{known}."


def finding_row(path: str, line: int, identity: str | None, finding: Finding) -> Row:
    """A finding with its place."""
    return {
        "code": finding.code or "READ",
        "name": finding.name or "reading",
        "level": finding.level,
        "message": finding.message,
        "path": path,
        "line": line,
        "id": identity,
        "start": finding.start,
        "end": finding.end,
    }


def origin(record: Record, text: str) -> Row:
    """Where a record came from, with the checksum of its text."""
    return {"path": record.path, "line": record.line, "sha256": digest(text)}


@lru_cache(maxsize=4)  # asked for the log and the article, and often the same before and after
def digest(text: str) -> str:
    """SHA-256 of ``text`` in UTF-8, hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def json_text(value: Any) -> str:
    """``value`` as JSON text; what JSON has no form for is written as a string."""
    try:
        return orjson.dumps(value, default=str, option=orjson.OPT_NON_STR_KEYS | orjson.OPT_SORT_KEYS).decode()
    except TypeError:  # a whole number beyond 64 bits
        return json.dumps(value, default=str, ensure_ascii=False, separators=(",", ":"))
