"""The people who wrote the article."""

from __future__ import annotations

from typing import Any

from cleaner.pages.semantics import Semantics
from cleaner.pages.tree import squeeze


def authors(root: Any, said: Semantics) -> tuple[list[str], str]:
    """The authors in the order of the page and their markup path."""
    value = said.ld.get("author")
    names = []
    for item in value if isinstance(value, list) else [value]:
        node = said.node(item)
        name = squeeze(str(node.get("name") or "")) if isinstance(node, dict) else squeeze(node if isinstance(node, str) else "")
        if name and name not in names:
            names.append(name)
    return (names, "json-ld:author") if names else ([], "")
