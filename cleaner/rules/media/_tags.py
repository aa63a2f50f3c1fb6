"""Tags in a headline that promise pictures or a video: "(VIDEO)", "[PHOTOS]", "（動画あり）"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cleaner.lazy import lazy
from cleaner.words import any_of


class Tags(NamedTuple):
    """A headline without its tags: where it starts and ends, and the tags before and behind it (empty when none)."""

    start: int
    end: int
    before: str
    behind: str


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    tag = any_of("media_tag")
    bracketed = rf"[(\[（【［{{]\s?\+?\s?{tag}(?:\s?[,&+/|–-]\s?{tag}){{0,2}}(?:\s?\d{{1,3}})?\s?[)\]）】］}}]"
    return (
        lazy(rf"[ \t]{{0,3}}(?P<tag>{bracketed})[ \t\u00a0:–-]{{0,4}}(?=[^\W_]|[\"“„«‘'])", re.IGNORECASE),
        lazy(rf"[ \t\u00a0]{{0,3}}(?P<tag>{bracketed})[ \t.!]{{0,3}}$", re.IGNORECASE),
    )


def title_tags(text: str) -> Tags | None:
    """The tags of a headline, None when it has none or is nothing else."""
    first, last = _patterns()
    behind = last.search(text)
    end = behind.start() if behind and text[: behind.start()].strip() else len(text)
    before = first.match(text)
    start = before.end() if before and before.end() <= end else 0
    if not start and end == len(text):
        return None
    return Tags(
        start, end, before["tag"] if before and start else "", behind["tag"] if behind and end < len(text) else ""
    )
