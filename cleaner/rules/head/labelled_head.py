"""The fields of a record written out above the story, each with its label.

What   Three or more lines at the top such as “Title: …”, “Source: …”, “Link: …”, “Author: …”, “Summary: …”, under any
       name that records give these fields, an address or a headline with a day or names among them, above a label such
       as “Content:” or an empty line; the label of the text goes too, what stands behind it stays.
Why    A scraper that writes one file an article puts what it knows of it in front.
Kept   Two such lines, forms and programmes whose labels no record has, letters.
Moves  Title, subtitle, names, dates, section, publisher and address to their fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.read.names import FIELDS, TEASER, TEXT, norm
from cleaner.rule import Rule
from cleaner.rules.metadata._names import people
from cleaner.rules.metadata._stamps import lifted, stamp
from cleaner.text.dates import read_date

rule = Rule(code="HED004")

_LABEL = lazy(r"\s{0,9}([^\W\d_][\w .-]{1,24}?) ?[:：] ?(?!//)")
_NOTHING = frozenset(("", "n/a", "na", "none", "null", "nan", "unknown", "-", "[]"))
_LEAST, _MOST = 3, 14
_TAGS = frozenset(("tag", "tags", "keyword", "keywords"))
_DOUBTFUL = frozenset(
    ("name", "head", "heading", "time", "site", "media", "domain", "document", "line", "story", "news")
)
_LIFTED = frozenset(("title", "subtitle", "section", "publisher", "url"))
_NAMED = {
    **{name: field for field, names in reversed(FIELDS.items()) for name in names},
    **dict.fromkeys(TEASER, "subtitle"),
    **dict.fromkeys(_TAGS, "tags"),
    **dict.fromkeys(TEXT, "text"),
}


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind == "article" or ":" not in doc.text[:40].replace("：", ":"):
        return
    found = list(islice(_labelled(doc), _MOST))
    fields = [field for _, field, _ in found]
    known = {field for field in fields if field != "text"}
    dated = "title" in known and not known.isdisjoint(("published", "authors"))
    if len(known) < _LEAST or not (dated or "url" in known) or not _ends(doc, *found[-1][:2]):
        return
    for line, field, begin in found:
        value = line.text[begin:].strip()
        if field == "text" and value:
            yield line.span(0, begin + len(line.text[begin:]) - len(line.text[begin:].lstrip()))
        else:
            yield line.cut(**_lift(doc, field, "" if value.casefold() in _NOTHING else value))
    rule_below = doc.lines[found[-1][0].index + 1] if fields[-1] != "text" else None
    if rule_below is not None and rule_below.text.strip():
        yield rule_below.cut()


def _labelled(doc: Document) -> Iterator[tuple[Line, str, int]]:
    """The lines at the top that have a label, its field, and where its value begins, down to that of the text."""
    for line in doc.lines:
        if line.blank and not line.text:
            if line.index:
                return
            continue
        match = _LABEL.match(line.text)
        name = norm(match[1]) if match else ""
        field = _NAMED.get(name)
        if match is None or field is None or name in _DOUBTFUL:
            return
        yield line, field, match.end()
        if field == "text":
            return


def _ends(doc: Document, last: Line, field: str) -> bool:
    """Whether the block ends where its ``last`` line does: at the label of the text, or above an empty line."""
    if field == "text":
        return True
    below = doc.lines[last.index + 1 : last.index + 3]
    return len(below) == 2 and not below[0].text.strip("-=_* \t") and len(doc.lines) > last.index + 2


def _lift(doc: Document, field: str, value: str) -> dict[str, Any]:
    if not value or doc.fields.get(field):
        return {}
    if field == "authors":
        named = people(value, sure=True)
        return {"authors": named} if named else {}
    if field in ("published", "updated"):
        found = stamp(value)
        if found and found.end == len(value):
            return lifted(found, doc.fields)[0]
        stated = read_date(value)
        return {field: stated.iso} if stated and not stated.ambiguous else {}
    return {field: value} if field in _LIFTED else {}


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
FIXES = [
    (
        "Title: Ferry sails again\nSource: Roe Press\nLink: https://roe.example.org/ferry\nPublished Date: N/A\n"
        f"Author:\nTags: ferry, island\nSummary: It sailed.\nContent: {_STORY}",
        _STORY,
        {"title": "Ferry sails again", "publisher": "Roe Press", "url": "https://roe.example.org/ferry"},
    ),
    (
        f"TITLE: Ferry sails again\nAUTHOR: Ann Other\nDATE: 3 March 2015\n\n{_STORY}",
        "\n" + _STORY,
        {"title": "Ferry sails again", "authors": ["Ann Other"], "published": "2015-03-03"},
    ),
    (f"URL: https://roe.example.org/1\nTitel: Fähre fährt\nDatum: 2015-03-03\n---\n{_STORY}", _STORY),
    (
        f"Título: El ferry zarpa\nAutor: Ana Ruiz\nFecha: 3 de marzo de 2015\nTexto:\n{_STORY}",
        _STORY,
        {"title": "El ferry zarpa", "authors": ["Ana Ruiz"]},
    ),
]
KEEPS = [
    f"Title: Ferry sails again\nAuthor: Ann Other\n\n{_STORY}",
    f"Date: 3 March 2015\nPlace: Harbour Hall\nEntry: free\n\n{_STORY}",
    f"Title: Ferry sails again\nDate: 3 March 2015\nAuthor: Ann Other\n{_STORY}",
    f"Subject: The ferry\nDate: 3 March 2015\nTo: all\n\n{_STORY}",
    f"{_STORY}\nTitle: Ferry sails again\nDate: 3 March 2015\nAuthor: Ann Other\n\n{_STORY}",
    "Content: Ann Other\nLink: the harbour",
]
