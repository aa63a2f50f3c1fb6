"""When the article was published and updated."""

from __future__ import annotations

from typing import Any

from cleaner.pages.semantics import Semantics


def dates(root: Any, said: Semantics) -> tuple[str, str]:
    value = said.ld.get("datePublished")
    if isinstance(value, str) and value:
        return value, "json-ld:datePublished"
    return said.first("article:published_time")
