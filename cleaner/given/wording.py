"""Titles of the input: the words of the headline, without mark-up, the outlet's name or a tag such as "(VIDEO)"."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

from cleaner.document import Record
from cleaner.given.note import by_markup, put
from cleaner.headings import folded
from cleaner.pages.tree import dense
from cleaner.repair import repaired
from cleaner.rules.media._players import medium
from cleaner.rules.metadata._headlines import tag_pattern

_TAG = re.compile(r"</?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+[|–—•·»:-]+\s+|\s*[|»]\s*")
_SHORTEST = 10
_HEAD = 2000


def settle_titles(record: Record) -> None:
    """Repair the record's title and subtitle; the tag of a film or gallery goes to ``media``."""
    for name in ("title", "subtitle"):
        given = record.fields.get(name)
        if not isinstance(given, str) or by_markup(record, name):
            continue
        text = wording(given)
        if name == "title":
            text = _without_outlet(record, text)
            tag = tag_pattern().search(text)
            if tag and len(text) - len(tag[0]) >= _SHORTEST:
                record.fields.setdefault("media", []).append(medium(tag[0]))
                text = text[: tag.start()].rstrip()
        put(record, name, text)


def wording(text: str) -> str:
    """``text`` on one line, without HTML and mojibake."""
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub("", text)
    return " ".join((text if text.isascii() else repaired(text)).split())


def _without_outlet(record: Record, title: str) -> str:
    """The title without the outlet behind it, if the publisher, the address or the text's own headline proves it."""
    head = record.text[:_HEAD]
    lines = {folded(line) for line in head.split("\n")[:4]} if "\n" in head else set()
    known = {dense(str(record.fields.get("publisher") or "")), *_host(str(record.fields.get("url") or ""))} - {""}
    for mark in reversed(list(_SUFFIX.finditer(title[:400]))):
        outlet, rest = dense(title[mark.end() :]), title[: mark.start()].rstrip()
        if len(rest) >= _SHORTEST and (outlet in known or (len(outlet) < 40 and folded(rest) in lines)):
            return rest
    return title


def _host(url: str) -> set[str]:
    """What an outlet may be called by its address: "roenews.example" and "roenews"."""
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return set()
    return {dense(host), dense(host.split(".")[0])}
