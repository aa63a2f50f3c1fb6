"""How a field of the input gets its normal form."""

from __future__ import annotations

from typing import Any

from cleaner.record import Record

_SHOWN = 1000
RECORD = "record"
"""The evidence of a field that the record gives although there is a page as well."""


def put(record: Record, name: str, value: Any) -> None:
    """Set a field to its normal form, and note in the evidence what the input said; an empty value takes it away.

    Fields that the markup of a page has given stay as they are.
    """
    given = record.fields.get(name)
    if given is None or given == value or by_markup(record, name):
        return
    record.evidence[name] = f"input: {given if isinstance(given, str) else '; '.join(map(str, given))}"[:_SHOWN]
    if value:
        record.fields[name] = value
    else:
        del record.fields[name]


def by_markup(record: Record, name: str) -> bool:
    """Whether a field was read from the markup of a page, not given by the record."""
    return record.evidence.get(name, RECORD) != RECORD
