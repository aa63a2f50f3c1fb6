"""Record shapes that need more than names: our own output, ninjs, Dolma and trafilatura."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from cleaner.metadata import ITEMS, NAMES, PARTS, SCALARS

Shaped = tuple[Mapping[str, Any], str, bool]


def reshape(record: Mapping[str, Any]) -> Shaped | None:
    """``(record, source, ready)`` of a known shape, else None; ``ready`` when the keys are already article fields."""
    if "text" in record:
        if "cleaning" in record and "origin" in record:
            return _own(record)
        if "fingerprint" in record and ("source-hostname" in record or "hostname" in record):
            return _trafilatura(record), "", False
        if "id" in record and ("added" in record or isinstance(record.get("metadata"), dict)):
            source = record.get("source")
            if isinstance(source, str):
                return {k: v for k, v in record.items() if k not in ("source", "added")}, source, False
        return None
    if "uri" in record and ("versioncreated" in record or "versionCreated" in record):
        return _ninjs(record), "", False
    return None


def _own(record: Mapping[str, Any]) -> Shaped:
    made: dict[str, Any] = {key: record[key] for key in ("id", "text") if key in record}
    for key, value in record.items():
        kept = _article_value(key, value)
        if kept:
            made[key] = kept
    extra, source = record.get("extra"), record.get("source")
    if isinstance(extra, str):
        try:
            extra = orjson.loads(extra)
        except orjson.JSONDecodeError:
            extra = {"extra": extra}
    made["extra"] = extra
    return made, source if isinstance(source, str) else "", True


def _article_value(key: str, value: Any) -> Any:
    """The value if it has the type of the article field ``key``, else None."""
    if key in PARTS:
        return value if isinstance(value, dict) else None
    if key in SCALARS:
        return value if isinstance(value, str) else None
    if key in ITEMS or key in NAMES:
        kind = dict if key in ITEMS else str
        return [one for one in value if isinstance(one, kind)] if isinstance(value, list) else None
    return None


def _trafilatura(record: Mapping[str, Any]) -> dict[str, Any]:
    renamed = {"source": "url", "source-hostname": "site_name", "raw-text": "raw_text"}
    return {renamed.get(key, key): value for key, value in record.items()}


def _ninjs(record: Mapping[str, Any]) -> dict[str, Any]:
    """ninjs 1.x, 2.x and 3.x: the text is ``body_…`` or in ``bodies``, pictures are in ``associations``."""
    low = {key.lower(): value for key, value in record.items()}
    found: dict[str, Any] = {
        "id": low.get("uri"),
        "title": _role(low.get("headlines"), "main") or low.get("headline") or low.get("title"),
        "subtitle": _role(low.get("descriptions"), "summary") or low.get("description_text"),
        "authors": low.get("byline") or low.get("by"),
        "published": low.get("firstcreated") or low.get("contentcreated") or low.get("versioncreated"),
        "dateline": low.get("located"),
        "language": low.get("language"),
        "publisher": low.get("copyrightholder"),
        "rights": low.get("copyrightnotice") or low.get("usageterms"),
        "url": low.get("weburl"),
    }
    if found["published"] != low.get("versioncreated"):
        found["updated"] = low.get("versioncreated")
    for key in ("body_text", "body_html", "body_xhtml", "bodies"):
        value = _body(low.get(key))
        if value:
            found["text"] = value
            break
    else:
        if any(key in low for key in ("body_text", "body_html", "body_xhtml", "bodies")):
            found["text"] = ""
    return {key: value for key, value in found.items() if value is not None}


def _role(entries: Any, role: str) -> str | None:
    """The value of the entry with this role, else of the first entry that has one."""
    if not isinstance(entries, list):
        return None
    values = [one for one in entries if isinstance(one, dict) and isinstance(one.get("value"), str)]
    best = next((one for one in values if one.get("role") == role), values[0] if values else None)
    return best["value"] if best else None


def _body(value: Any) -> str | None:
    """A body; of several versions of one the plain text."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, list):
        bodies = [one for one in value if isinstance(one, dict) and isinstance(one.get("value"), str)]
        bodies.sort(key=lambda one: "html" in str(one.get("contenttype", one.get("contentType", one.get("role")))))
        return next((one["value"] for one in bodies if one["value"].strip()), None)
    return None
