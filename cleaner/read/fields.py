"""From a supplier's record to the fields of an article."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from cleaner.lazy import lazy
from cleaner.read import reasons, shapes
from cleaner.read.names import CONTAINERS, FIELDS, LEAVES, TEASER, TEXT, norm
from cleaner.read.profile import Profile
from cleaner.read.walk import format_of

_HTML_PAGE = lazy(r"\s{0,200}(?:<\?xml[^<>]{0,200}>\s{0,200})?<(?:!doctype\s{1,9}html|html)\b", re.IGNORECASE)
_HTML_START = lazy(
    r"\s{0,200}<(?:p|div|section|article|h[1-6]|ul|ol|table|span|figure|blockquote|br)\b[^<>]{0,500}>", re.I
)
_HTML_END = lazy(r"</(?:p|div|h[1-6]|li|ul|ol|table|blockquote|figure)\s{0,9}>|<br\s{0,9}/?>", re.IGNORECASE)
_DEPTH = 4
_PLANS = 1024
_SHOWN = 12

Found = dict[str, Any]


class NoText(ValueError):
    """The record has no usable text; ``reason`` is a code of ``reasons``."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(slots=True)
class Mapped:
    """What a record says of its article, under the names of the article schema."""

    text: str
    fields: Found
    id: str
    source: str
    extra: Found
    cleaned: bool = False
    markdown: bool = False
    crawled: str = ""


class Mapper:
    """Maps records of one file.  What it works out for one set of keys serves every record with the same keys."""

    def __init__(self, profile: Profile | None = None, text_field: str | None = None, keep_extra: bool = False) -> None:
        self.profile = profile
        self.keep_extra = keep_extra
        self.text_field = text_field
        self._text = (text_field,) if text_field else profile.inputs("text") if profile else ()
        self._plans: dict[tuple[str, ...], dict[str, list[str]]] = {}

    def map(self, record: Mapping[str, Any]) -> Mapped:
        """The article in ``record``.  Raises NoText when there is none."""
        shaped = None if self.profile and self.profile.fields else shapes.reshape(record)
        if shaped:
            whole = record
            record, source, ready = shaped
            text = record.get("text")
            if ready:
                made = self._ready(record, text_of([text], ["text"])[0], source)
                made.markdown = _from_markdown(whole)
                return made
        else:
            source = ""
        flat = flatten(record)
        plan = self._plan(tuple(flat))
        if not plan["text"]:
            raise NoText(reasons.TEXT_MISSING, self._no_text(flat))
        text, key = text_of([flat[key] for key in plan["text"]], plan["text"])
        fields, used = self._fields(flat, plan)
        if fields.get("subtitle") == text:
            del fields["subtitle"]
        given, crawled = fields.pop("id", ""), fields.pop("crawled", "")
        extra = {k: v for k, v in flat.items() if k not in used and k != key} if self.keep_extra else {}
        return Mapped(text, fields, given, source, extra, crawled=crawled)

    def fields(self, record: Mapping[str, Any]) -> Found:
        """Only the metadata of ``record``: front matter and the like, where the text is elsewhere."""
        flat = flatten(record)
        fields, _ = self._fields(flat, self._plan(tuple(flat)))
        fields.pop("id", None)
        fields.pop("crawled", None)
        return fields

    def names_text(self, keys: tuple[str, ...]) -> bool:
        """Whether one of the keys has been named by hand as the field that holds the text."""
        return bool(chosen(self._text, keys))

    def names_any(self, keys: tuple[str, ...]) -> bool:
        """Whether one of the keys has been named by hand, for the text or another field."""
        named = self.profile.fields if self.profile else ()
        return self.names_text(keys) or any(chosen(inputs, keys) for _, inputs in named)

    def _no_text(self, keys: Iterable[str]) -> str:
        """What to tell who wonders why no field was taken for the text."""
        asked = f"no field is called {self.text_field!r}, as was asked for; " if self.text_field else ""
        return f"{asked}the fields are {listed(keys)}"

    def known(self) -> Found:
        """What the profile says of all its articles."""
        if self.profile is None:
            return {}
        return {field: value for field in ("language", "publisher") if (value := getattr(self.profile, field))}

    def _ready(self, record: Mapping[str, Any], text: str, source: str) -> Mapped:
        extra = record.get("extra")
        fields = {k: v for k, v in record.items() if k not in ("id", "text", "extra")}
        return Mapped(text, fields, identity(record.get("id")), source, extra if isinstance(extra, dict) else {}, True)

    def _fields(self, flat: Found, plan: dict[str, list[str]]) -> tuple[Found, set[str]]:
        fields: Found = {}
        used: set[str] = set()
        for field, keys in plan.items():
            if field == "text":
                continue
            for key in keys:
                value = convert(field, flat[key])
                if not value:
                    continue
                if field == "publisher" and isinstance(value, str) and value.startswith(("http://", "https://")):
                    # A "source" that is an address says where, not who.
                    fields.setdefault("url", value)
                    used.add(key)
                    continue
                fields[field] = value
                used.add(key)
                break
        for field, value in self.known().items():
            fields.setdefault(field, value)
        return fields, used

    def _plan(self, keys: tuple[str, ...]) -> dict[str, list[str]]:
        plan = self._plans.get(keys)
        if plan is None:
            if len(self._plans) >= _PLANS:
                self._plans.clear()
            plan = self._plans[keys] = self._make(keys)
        return plan

    def _make(self, keys: tuple[str, ...]) -> dict[str, list[str]]:
        text = chosen(self._text, keys) or ranked(keys, TEXT) or ranked(keys, TEXT, deep=True) or ranked(keys, TEASER)
        home = text[0].rpartition(".")[0] if text else ""
        # A key that the profile gives to one field is not also taken for another.
        named = {field: chosen(inputs, keys) for field, inputs in (self.profile.fields if self.profile else ())}
        taken = {key for given in named.values() for key in given} | set(text[:1])
        plan = {"text": text}
        for field, names in FIELDS.items():
            plan[field] = named.get(field) or [key for key in ranked(keys, names, home=home) if key not in taken]
        return plan


def flatten(record: Mapping[str, Any], prefix: str = "", depth: int = 1) -> Found:
    """The record with the fields of its inner objects under dotted names, at most four levels deep."""
    flat: Found = {}
    for given, value in record.items():
        key = given if type(given) is str else str(given)
        if type(value) is dict and value and depth < _DEPTH and (key[:1] == "_" or norm(key) not in LEAVES):
            flat.update(flatten(value, f"{prefix}{key}.", depth + 1))
        else:
            flat[prefix + key] = value
    return flat


def ranked(keys: Iterable[str], names: Mapping[str, int], deep: bool = False, home: str = "") -> list[str]:
    """The keys that are known ``names``: outer before inner, better names first.

    Inner ones count only inside an object that belongs to the article, next to the text (``home``), or when ``deep``.
    """
    found = []
    for order, key in enumerate(keys):
        parent, _, leaf = key.rpartition(".")
        rank = names.get(norm(leaf), names.get(norm(key)))
        if rank is None:
            continue
        inside = not parent or all(norm(part) in CONTAINERS for part in parent.split("."))
        if inside or deep or (home and parent == home):
            found.append((parent.count(".") + 1 if parent else 0, rank, order, key))
    return [key for *_, key in sorted(found)]


def chosen(wanted: Iterable[str], keys: tuple[str, ...]) -> list[str]:
    """The keys that were named by hand: as written, else without regard to case, spaces and underscores."""
    found = []
    for name in wanted:
        plain = [norm(part) for part in name.split(".")]
        exact = [key for key in keys if key == name]
        found += exact or [key for key in keys if [norm(part) for part in key.split(".")] == plain]
    return found


def text_of(values: list[Any], keys: list[str]) -> tuple[str, str]:
    """The first value that is a text, and its key.  Raises NoText that says what stood there instead."""
    first: tuple[str, str] | None = None
    for value, key in zip(values, keys, strict=True):
        text = _joined(value)
        if text is not None and text.strip():
            return text, key
        if value is None:
            why = (reasons.TEXT_NULL, f"the field {key!r} is null")
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            why = (reasons.TEXT_NUMBER, f"the field {key!r} is the number {str(value)[:40]}")
        elif text is not None:
            why = (reasons.TEXT_EMPTY, f"the field {key!r} is empty")
        else:
            why = (reasons.TEXT_TYPE, f"the field {key!r} is neither a string nor a list of strings")
        first = first or why
    raise NoText(*(first or (reasons.TEXT_MISSING, reasons.EXPLANATIONS[reasons.TEXT_MISSING])))


def listed(names: Iterable[str]) -> str:
    """The first names of fields, for a message."""
    found = [repr(name[:40]) for name in islice(names, _SHOWN + 1)]
    return ", ".join(found[:_SHOWN]) + (" and more" if len(found) > _SHOWN else "") if found else "none"


def _joined(value: Any) -> str | None:
    if type(value) is str:
        return value
    if isinstance(value, list) and all(type(one) is str for one in value):
        return "\n\n".join(value)
    return None


def kind_of(text: str) -> str:
    """ "page" for a whole HTML page, "html" for a fragment of HTML, else "text"."""
    if "<" not in text:
        return "text"
    if _HTML_PAGE.match(text):
        return "page"
    if _HTML_START.match(text) or len(list(islice(_HTML_END.finditer(text), 2))) == 2:
        return "html"
    return "text"


def identity(value: Any) -> str:
    """A record's own id as a string; empty when it is no string or whole number, or is blank."""
    if type(value) is str:
        return value.strip()
    return str(value) if type(value) is int else ""


def convert(field: str, value: Any) -> Any:
    """``value`` in the type of the article field; None or empty when it says nothing."""
    if field == "id":
        return identity(value)
    if field == "authors":
        return authors(value)
    if field == "dateline":
        place = one(value)
        return {"place": None, "agency": None, "text": place} if place else None
    if field == "section" and isinstance(value, list):
        return ", ".join(part for part in value if type(part) is str and part.strip()) or one(value)
    return one(value)


def one(value: Any) -> str | None:
    """One string, as given: a number is written out, of an object its name is taken, of a list the first."""
    if type(value) is str:
        return value if value.strip() else None
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, Mapping):
        keys = ("name", "title", "value", "text", "$oid", "$date")
        return next((found for key in keys if key in value and (found := one(value[key]))), None)
    if isinstance(value, list):
        return next((found for found in map(one, value[:20]) if found), None)
    text = value.isoformat() if hasattr(value, "isoformat") else ""
    return text or None


def authors(value: Any) -> list[str]:
    """The authors as a list of names: from a string, a written list, a list of strings or of objects."""
    if type(value) is str:
        if value.lstrip().startswith("[") and len(value) < 10_000:
            try:
                return authors(ast.literal_eval(value.strip()))
            except (ValueError, SyntaxError, MemoryError, RecursionError):
                pass
        value = value.split(";")
    elif not isinstance(value, list):
        value = [value]
    return [name.strip() for name in map(one, value) if name]


def _from_markdown(article: Mapping[str, Any]) -> bool:
    """Whether a cleaned article was Markdown: by the path it came from, or by the front matter that was taken."""
    origin, cleaning = article.get("origin"), article.get("cleaning")
    if isinstance(origin, dict) and format_of(str(origin.get("path")))[0] == "markdown":
        return True
    rules = cleaning.get("rules") if isinstance(cleaning, dict) else None
    return isinstance(rules, list) and any(isinstance(one, dict) and one.get("code") == "MRK001" for one in rules)
