"""Titles of the input: the words of the headline, without mark-up, outlet, tags such as "(VIDEO)" and agency."""

from __future__ import annotations

import html
import re
from functools import cache
from urllib.parse import urlsplit

from cleaner.edit import apply
from cleaner.given.note import by_markup, put
from cleaner.lazy import lazy
from cleaner.record import Record
from cleaner.rules.escapes.lost_ampersand import references
from cleaner.rules.media._players import medium
from cleaner.rules.media._tags import title_tags
from cleaner.text.folding import dense
from cleaner.text.headings import OUTLET_SIGN, folded
from cleaner.text.repair import repaired
from cleaner.words import any_of

_TAG = lazy(r"</?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_SUFFIX = lazy(OUTLET_SIGN)
_SHORTEST = 10
_HEAD = 2000


def settle_titles(record: Record) -> None:
    """Repair the record's title and subtitle; tags of pictures go to ``media``, an agency to ``dateline``."""
    for name in ("title", "subtitle"):
        given = record.fields.get(name)
        if not isinstance(given, str) or by_markup(record, name):
            continue
        text = wording(given)
        if name == "title":
            text = _unadorned(record, _without_outlet(record, text))
        put(record, name, text)


def _unadorned(record: Record, title: str) -> str:
    """The title without its tags and the agency in brackets at its end, as many as there are."""
    while True:
        tags = title_tags(title)
        if tags is not None and tags.end - tags.start >= _SHORTEST:
            record.fields.setdefault("media", []).extend(medium(tag) for tag in (tags.before, tags.behind) if tag)
            title = title[tags.start : tags.end].strip()
            continue
        signed = _signature().search(title)
        if signed is None or signed.start() < _SHORTEST or _abbreviates(signed["agency"], title[: signed.start()]):
            return title
        if "dateline" not in record.fields:
            record.fields["dateline"] = {"place": None, "agency": signed["agency"], "text": None}
            record.evidence["dateline"] = "input: title"
        title = title[: signed.start()]


@cache
def _signature() -> re.Pattern[str]:
    return lazy(rf"(?<=\S) ?\((?P<agency>{any_of('wire')})\)$")


def _abbreviates(letters: str, before: str) -> bool:
    """Whether ``letters`` are the initials of the words before them: "The Associated Press (AP)"."""
    initials = "".join(word[0] for word in before.split() if word[0].isalpha()).lower()
    return initials.endswith(letters.lower())


def wording(text: str) -> str:
    """``text`` on one line, without HTML and mojibake, its character references read."""
    if "&" in text:
        text = html.unescape(text)
    if ";" in text:
        text = apply(text, references(text))
    if "<" in text:
        text = _TAG.sub("", text)
    return " ".join((text if text.isascii() else repaired(text)).split())


def _without_outlet(record: Record, title: str) -> str:
    """The title without the outlet behind it, if the publisher, the address or the text's own headline proves it."""
    marks = list(_SUFFIX.finditer(title[:400]))
    if not marks:
        return title
    head = record.text[:_HEAD]
    lines = {folded(line) for line in head.split("\n")[:4]} if "\n" in head else set()
    known = {dense(str(record.fields.get("publisher") or "")), *_host(str(record.fields.get("url") or ""))} - {""}
    for mark in reversed(marks):
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
