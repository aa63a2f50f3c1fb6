"""Where the metadata of a record and its page contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from cleaner.edit import Finding
from cleaner.pages.tree import dense
from cleaner.text.dates import read_date


def differences(given: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[Finding]:
    """A finding for each field that a record states (``given``) and its page states otherwise (``found``)."""
    for name, differ in (
        ("title", _texts), ("publisher", _texts), ("authors", _people), ("published", _moments), ("updated", _moments),
        ("language", _languages), ("url", _hosts),
    ):  # fmt: skip
        ours, theirs = given.get(name), found.get(name)
        if ours and theirs and differ(ours, theirs):
            message = f"{name}: the record says {_shown(ours)}, the page {_shown(theirs)}; the record's was kept"
            yield Finding(message, name=f"{name}-differs", level="warning")


def _shown(value: Any) -> str:
    return repr(", ".join(map(str, value)) if isinstance(value, list) else str(value))[:160]


def _texts(ours: Any, theirs: Any) -> bool:
    one, other = dense(str(ours)), dense(str(theirs))
    return one not in other and other not in one


def _people(ours: Any, theirs: Any) -> bool:
    """True when no name of the one stands in the other."""
    one = dense(" ".join(map(str, ours)) if isinstance(ours, list) else str(ours))
    return not any(dense(name) in one or one in dense(name) for name in map(str, theirs))


def _moments(ours: Any, theirs: Any) -> bool:
    """True when the days lie further apart than time zones can put them."""
    stated = read_date(str(ours))
    if stated is None or stated.ambiguous or min(len(stated.iso), len(str(theirs))) < 10:
        return False
    apart = date.fromisoformat(stated.iso[:10]) - date.fromisoformat(str(theirs)[:10])
    return abs(apart.days) > 1


def _languages(ours: Any, theirs: Any) -> bool:
    one, other = (str(tag).lower().replace("_", "-").partition("-")[0] for tag in (ours, theirs))
    return len(one) == len(other) == 2 and one != other


def _hosts(ours: Any, theirs: Any) -> bool:
    try:
        one, other = ((urlsplit(str(url)).hostname or "").removeprefix("www.") for url in (ours, theirs))
    except ValueError:
        return False
    return bool(one and other) and one != other
