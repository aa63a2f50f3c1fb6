"""Metadata that came with a record, made fit for the article schema before any rule sees it."""

from __future__ import annotations

from cleaner.dates import Stated, read_date
from cleaner.document import Record
from cleaner.edit import Finding


def settle_dates(record: Record, order: str | None = None) -> None:
    """Give the record's own dates their ISO form.

    ``order`` is the source's order of day and month (dmy, mdy or ymd).  A date that cannot be read without guessing
    is kept in ``record.extra``, with a finding; only what is sure goes to its field.
    """
    for name in ("published", "updated"):
        given = record.fields.get(name)
        if given is None:
            continue
        found = read_date(str(given), order)
        if found is None or found.ambiguous:
            record.extra[name] = given
            record.findings.append(Finding(_said(name, str(given), found), code="META1", name="date-not-read"))
        if found is None:
            del record.fields[name]
            continue
        record.fields[name] = found.iso
        if name == "published":
            record.fields["published_precision"] = found.precision
    if "published" not in record.fields:
        record.fields.pop("published_precision", None)


def _said(name: str, given: str, found: Stated | None) -> str:
    if found is None:
        return f"{name}: {given[:80]!r} is no date that can be read without guessing; it was moved to extra"
    return (
        f"{name}: day and month of {given[:80]!r} could be swapped, so only the year was taken; "
        "name the source's date_order in its profile"
    )
