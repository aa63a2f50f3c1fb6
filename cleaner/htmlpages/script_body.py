"""The body that a page brings along in its scripts, where the markup itself holds no article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from cleaner.htmlpages.blocks import Block
from cleaner.htmlpages.container import own_blocks
from cleaner.htmlpages.tree import decode, parse
from cleaner.lazy import lazy

LONG = 400
"""Characters that a string must have to be a body."""

MAX = 5_000_000
"""Characters of a page that are searched."""

DEPTH = 3
"""Levels of strings inside strings that are looked into."""

_STRING = lazy(r'"(?:[^"\\\n]|\\.){400,}"')
_PARAGRAPHS = lazy(r"<(?:p|br|div)\b[^<>]{0,300}>", re.I)


def body_in_scripts(page: str | bytes) -> list[Block]:
    """The blocks of the longest marked-up text that stands as a string in a script; empty when there is none."""
    text = decode(page) if isinstance(page, bytes) else page
    scripts = [part.partition("</script")[0] for part in text[:MAX].split("<script")[1:]]
    best = max((found for script in scripts for found in _texts(script, DEPTH)), key=len, default="")
    root = parse(best)
    return own_blocks(root) if root is not None else []


def _texts(script: str, depth: int) -> Iterator[str]:
    """The strings in ``script`` that are made of paragraphs, also those inside other strings."""
    for literal in _STRING.findall(script):
        try:
            value = json.loads(literal)
        except ValueError:
            continue
        if depth > 1 and '"' in value and _STRING.search(value):
            yield from _texts(value, depth - 1)
        elif len(value) >= LONG and len(_PARAGRAPHS.findall(value)) > 1:
            yield value
