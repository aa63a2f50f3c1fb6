"""How a field of the input gets its normal form."""

from __future__ import annotations

from typing import Any

from cleaner.document import Record

_SHOWN = 1000


def put(record: Record, name: str, value: Any) -> None:
    """Set a field to its normal form, and note in the evidence what the input said; an empty value takes it away.

    Fields that the markup of a page has given have their evidence already and stay as they are.
    """
    given = record.fields.get(name)
    if given is None or given == value or name in record.evidence:
        return
    record.evidence[name] = f"input: {given if isinstance(given, str) else '; '.join(map(str, given))}"[:_SHOWN]
    if value:
        record.fields[name] = value
    else:
        del record.fields[name]
