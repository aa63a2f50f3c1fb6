"""A line that is an object of JSON.

What   A line that opens with `{"`, that JSON reads as an object with three fields or more.
Why    A page keeps the fields of its article beside the text, and extraction took them along.
Kept   Such objects in Markdown and in texts that speak of code, and those that are not finished.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Hints, Rule
from cleaner.text.technical import technical

rule = Rule("ENC024", hints=Hints(inside=('{"',)), chrome=True)

_FIELDS, _LONGEST = 3, 100_000


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind == "markdown":
        return
    found = {line.index: line for line in doc.candidates() if _is_object(line.text.strip())}
    if found and not technical("\n".join(row for at, row in enumerate(doc.rows) if at not in found)):
        for line in found.values():
            yield line.cut()


def _is_object(text: str) -> bool:
    if not text.startswith('{"') or text[-1] != "}" or len(text) > _LONGEST:
        return False
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and len(found) >= _FIELDS


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement."
FIXES = [
    ('{"_id": "6a7d", "slug": "ferry", "tags": [{"title": "Roe"}]}\n' + _STORY, _STORY),
    (f'{_STORY}\n  {{"a": 1, "b": null, "c": "The \\"ferry\\""}}\n{_STORY}', f"{_STORY}\n{_STORY}"),
]
KEEPS = [
    f'{_STORY}\n{{"title": "Ferry"}}',
    f'{_STORY}\n{{"The ferry", they said, sailed}}',
    f'{_STORY}\n{{"a": 1, "b": null, "c": "The ferry',
]
