"""What a record's own metadata and its text, or two fields, do not agree on: findings for a person.

Nothing is changed here.  A field of the input stands; what the text says otherwise is reported with its place.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any

from cleaner.document import Record
from cleaner.edit import Applied, Finding
from cleaner.engine import Cleaned
from cleaner.headings import folded

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-])")
_FETCHED = ("crawled", "fetched", "downloaded", "retrieved", "scraped", "warcdate", "datedownload", "crawldate")
_FIRST_NEWSPAPER = "1605"
_WORD = re.compile(r"\w+")
_WIDEST = datetime.timedelta(days=1)
"""How far two statements of one moment may lie apart: time zones make a day of an hour."""


def crosscheck(record: Record, cleaned: Cleaned, *, today: str = "", since: str = "") -> None:
    """Add to ``cleaned.findings`` what does not fit together.

    ``today`` is a date (ISO 8601) after which nothing can have
    been published, else the record's own date of crawling serves; ``since`` a date before which the outlet did not
    exist.
    """
    for check in (_against_text(record.fields, cleaned), _dates(record, cleaned.fields, today, since)):
        cleaned.findings.extend(check)


def _against_text(given: Mapping[str, Any], cleaned: Cleaned) -> Iterator[Finding]:
    said = {name for name in ("published", "updated", "authors", "title") if given.get(name)}
    for edit in cleaned.edits if said else ():
        for name, value in edit.lift:
            if name in said and (why := _conflict(name, given, value)):
                said.discard(name)
                yield _finding(f"{name}-differs", f"{name}: {why}", edit)


def _conflict(name: str, given: Mapping[str, Any], value: Any) -> str:
    if name == "authors":
        stated, found = list(given[name]), value if isinstance(value, list) else [value]
        alike = {word for author in stated for word in _words(author)} & {word for one in found for word in _words(one)}
        return "" if alike or not found else f"the record says {', '.join(stated)}, the text {', '.join(found)}"
    stated = str(given[name])
    if name == "title":
        return "" if _words(stated) & _words(value) else f"the record says {stated[:100]!r}, the text {value[:100]!r}"
    apart = _apart(stated, str(value))
    return f"the record says {stated}, the text {value}" if apart else ""


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(folded(text)) if len(word) > 2 or not word.isascii()}


def _apart(one: str, two: str) -> bool:
    """Whether two dates cannot mean the same day: compared as far as both go, a day's difference allowed."""
    first, second = _day(one), _day(two)
    if first and second:
        return abs(first - second) > _WIDEST
    short = min(len(one), len(two), 7)
    return one[:short] != two[:short]


def _day(iso: str) -> datetime.date | None:
    match = _DAY.match(iso)
    return datetime.date.fromisoformat(match[0]) if match else None


def _dates(record: Record, fields: Mapping[str, Any], today: str, since: str) -> Iterator[Finding]:
    published, updated = str(fields.get("published") or ""), str(fields.get("updated") or "")
    if published and updated and updated[:10] < published[: len(updated[:10])] and _apart(published, updated):
        yield _finding("updated-before-published", f"updated {updated} lies before published {published}")
    if not published:
        return
    for limit, whence in ((today, "today"), (_fetched(record), "the day of crawling")):
        if limit and published[:10] > limit[: len(published[:10])] and _apart(published, limit):
            yield _finding("date-in-the-future", f"published {published} lies after {limit[:10]}, {whence}")
            break
    if since and published < since[: len(published)]:
        yield _finding("date-before-outlet", f"published {published} lies before {since}, when the outlet began")
    elif published < _FIRST_NEWSPAPER:
        yield _finding("date-before-outlet", f"published {published} lies before the first newspaper")
    stated = _IN_ADDRESS.search(str(fields.get("url") or ""))
    day = "-".join(stated.groups()) if stated else ""
    if day and _apart(published, day):
        yield _finding("address-differs", f"published {published}, but the address says {day}")


def _fetched(record: Record) -> str:
    """When the record was crawled, if it says so (ISO 8601)."""
    for key, value in record.extra.items():
        plain = "".join(filter(str.isalnum, key.casefold()))
        if any(word in plain for word in _FETCHED) and _DAY.match(str(value)):
            return str(value)
    return ""


def _finding(name: str, message: str, edit: Applied | None = None) -> Finding:
    start, end = (edit.start, edit.end) if edit else (-1, -1)
    return Finding(message, start, end, "META2", name, "warning")
