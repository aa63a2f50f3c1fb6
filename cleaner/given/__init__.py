"""Metadata that came with a record, made fit for the article schema before any rule sees it.

What a field said before it was changed stands in the record's ``evidence``, so that nothing is lost.
"""

from __future__ import annotations

from cleaner.given.codes import language_tag, plain_address
from cleaner.given.moments import settle_dates
from cleaner.given.note import put
from cleaner.read.profile import Profile
from cleaner.record import Record
from cleaner.text.dates import order_of

_NOTHING = frozenset(("null", "none", "nan", "n/a", "na", "nil", "undefined", "unknown", "-", "–", "—", "."))
_TEXTS = ("title", "subtitle", "section", "publisher", "url", "language", "rights")


def settle(record: Record, profile: Profile | None = None, *, with_organisations: bool = False) -> None:
    """Normalise the fields of ``record`` in place: dates, authors, titles, language and address.

    ``profile`` is that of the record's source: its order of day and month settles dates, its publisher is no author;
    ``with_organisations`` leaves agencies, outlets and desks among the authors.
    Articles that have been cleaned before, and what the markup of a page has said, are left as they are.
    """
    order = profile.date_order if profile else ""
    if record.kind != "article":
        for name in _TEXTS:
            if name in record.fields and str(record.fields[name]).strip().casefold() in _NOTHING:
                put(record, name, None)
        put(record, "language", language_tag(str(record.fields.get("language") or "")))
        put(record, "url", plain_address(str(record.fields.get("url") or "")))
        if record.fields.get("authors"):
            from cleaner.given.persons import settle_people

            settle_people(record, with_organisations)
        if "title" in record.fields or "subtitle" in record.fields:
            from cleaner.given.wording import settle_titles

            settle_titles(record)
    settle_dates(record, order or order_of(str(record.fields.get("language") or "")))
