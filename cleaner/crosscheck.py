"""What a record's own metadata and its page, its text, or two fields do not agree on: findings for a person.

Nothing is changed here.  A field of the input stands; what page or text say otherwise is reported, with its place if
it has one.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from cleaner.edit import Applied, Finding
from cleaner.engine import Cleaned
from cleaner.lazy import lazy
from cleaner.record import Record
from cleaner.rules.metadata._headlines import is_headline
from cleaner.text.dates import read_date
from cleaner.text.headings import folded
from cleaner.text.prose import prose

_DAY = lazy(r"\d{4}-\d\d-\d\d")
_IN_ADDRESS = lazy(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-])")
_FIRST_NEWSPAPER = "1605"
_WORD = lazy(r"\w+")
_WIDEST = datetime.timedelta(days=1)
"""How far two statements of one moment may lie apart: time zones make a day of an hour."""


def crosscheck(record: Record, cleaned: Cleaned, *, today: str = "", since: str = "") -> None:
    """Add to ``cleaned.findings`` what does not fit together.

    ``today`` is a date (ISO 8601) after which nothing can have
    been published, else the record's own date of crawling serves; ``since`` a date before which the outlet did not
    exist.
    """
    if not (record.fields or cleaned.fields):
        return
    cleaned.findings += _against_text(record.fields, cleaned)
    cleaned.findings += _against_first_line(record, cleaned.text)
    cleaned.findings += _dates(record, cleaned.fields, today, since)


def against_page(given: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[Finding]:
    """A finding for each field that a record states (``given``) and its page states otherwise (``found``)."""
    for name, differ in (
        ("title", _other_words), ("publisher", _other_words), ("authors", _other_people), ("published", _other_day),
        ("updated", _other_day), ("language", _other_language), ("url", _other_host),
    ):  # fmt: skip
        ours, theirs = given.get(name), found.get(name)
        if ours and theirs and differ(ours, theirs):
            message = f"{name}: the record says {_shown(ours)}, the page {_shown(theirs)}; the record's was kept"
            yield Finding(message, name=f"{name}-differs", level="warning")


def _shown(value: Any) -> str:
    return repr(", ".join(map(str, value)) if isinstance(value, list) else str(value))[:160]


def _other_words(ours: Any, theirs: Any) -> bool:
    """True when neither holds the other, marks and case apart."""
    one, other = ("".join(_WORD.findall(folded(str(text)))) for text in (ours, theirs))
    return one not in other and other not in one


def _other_people(ours: Any, theirs: Any) -> bool:
    """True when no word of the one's names is one of the other's."""
    one, other = (" ".join(map(str, value if isinstance(value, list) else [value])) for value in (ours, theirs))
    return bool(other) and _words(one).isdisjoint(_words(other))


def _other_day(ours: Any, theirs: Any) -> bool:
    stated = read_date(str(ours))
    return stated is not None and not stated.ambiguous and _apart(stated.iso, str(theirs))


def _other_language(ours: Any, theirs: Any) -> bool:
    one, other = (str(tag).lower().replace("_", "-").partition("-")[0] for tag in (ours, theirs))
    return len(one) == len(other) == 2 and one != other


def _other_host(ours: Any, theirs: Any) -> bool:
    try:
        one, other = ((urlsplit(str(url)).hostname or "").removeprefix("www.") for url in (ours, theirs))
    except ValueError:
        return False
    return bool(one and other) and one != other


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
    if not title or record.kind == "article":
        return
    first, _, rest = text[:4000].lstrip().partition("\n")
    if not rest[:1].isspace() or not is_headline(first):
        return
    if prose(rest.strip().partition("\n")[0]) and not _words(title) & _words(first) and _words(first):
        message = f"title: the record says {title[:100]!r}, the text begins with {first[:100]!r}"
        yield Finding(message, 0, len(first), "META2", "title-differs", "info")


def _conflict(name: str, given: Mapping[str, Any], value: Any) -> str:
    if name == "authors":
        people, found = list(given[name]), value if isinstance(value, list) else [value]
        other = _other_people(people, found)
        return f"the record says {', '.join(people)}, the text {', '.join(found)}" if other else ""
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
    for limit, whence in ((today, "today"), (_read(record.crawled), "the day of crawling")):
        late = [name for name in ("published", "updated") if _DAY.match(limit) and _behind(fields.get(name), limit)]
        for name in late:
            yield _finding("date-in-the-future", f"{name} {fields[name]} lies after {limit[:10]}, {whence}")
        if late:
            break
    if not published:
        return
    if since and published < since[: len(published)]:
        yield _finding("date-before-outlet", f"published {published} lies before {since}, when the outlet began")
    elif published < _FIRST_NEWSPAPER:
        yield _finding("date-before-outlet", f"published {published} lies before the first newspaper")
    stated = _IN_ADDRESS.search(str(fields.get("url") or ""))
    day = "-".join(stated.groups()) if stated else ""
    if day and _apart(published, day):
        yield _finding("address-differs", f"published {published}, but the address says {day}")


def _read(moment: str) -> str:
    """A moment as a record states it, in ISO 8601; empty when it can be read in two ways or not at all."""
    stated = read_date(moment)
    return stated.iso if stated and not stated.ambiguous else ""


def _behind(moment: Any, limit: str) -> bool:
    iso = str(moment or "")
    return iso[:10] > limit[: len(iso[:10])] and _apart(iso, limit)


def _finding(name: str, message: str, edit: Applied | None = None) -> Finding:
    start, end = (edit.start, edit.end) if edit else (-1, -1)
    return Finding(message, start, end, "META2", name, "warning")
