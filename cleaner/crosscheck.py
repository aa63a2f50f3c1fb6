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
from cleaner.rules.metadata._head import prose
from cleaner.rules.metadata._headlines import is_headline
from cleaner.text.headings import folded

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-])")
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
    cleaned.findings += _against_text(record.fields, cleaned)
    cleaned.findings += _against_first_line(record, cleaned.text)
    cleaned.findings += _dates(record, cleaned.fields, today, since)


def _against_text(given: Mapping[str, Any], cleaned: Cleaned) -> Iterator[Finding]:
    said = {name for name in ("published", "updated", "authors", "title") if given.get(name)}
    for edit in cleaned.edits if said else ():
        for name, value in edit.lift:
            if name in said and (why := _conflict(name, given, value)):
                said.discard(name)
                yield _finding(f"{name}-differs", f"{name}: {why}", edit)


def _against_first_line(record: Record, text: str) -> Iterator[Finding]:
    """A first line that reads like a headline above prose, and shares no word with the title."""
    title = str(record.fields.get("title") or "")
    first, _, rest = text[:4000].lstrip().partition("\n")
    if not title or record.kind == "article" or not rest[:1].isspace() or not is_headline(first):
        return
    if prose(rest.strip().partition("\n")[0]) and not _words(title) & _words(first) and _words(first):
        message = f"title: the record says {title[:100]!r}, the text begins with {first[:100]!r}"
        yield Finding(message, 0, len(first), "META2", "title-differs", "info")


def _conflict(name: str, given: Mapping[str, Any], value: Any) -> str:
    if name == "authors":
        people, found = list(given[name]), value if isinstance(value, list) else [value]
        alike = _words(" ".join(map(str, people))) & _words(" ".join(map(str, found)))
        return "" if alike or not found else f"the record says {', '.join(people)}, the text {', '.join(found)}"
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
    for limit, whence in ((today, "today"), (record.crawled[:10], "the day of crawling")):
        if _DAY.match(limit) and published[:10] > limit[: len(published[:10])] and _apart(published, limit):
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


def _finding(name: str, message: str, edit: Applied | None = None) -> Finding:
    start, end = (edit.start, edit.end) if edit else (-1, -1)
    return Finding(message, start, end, "META2", name, "warning")
