"""The function most programs need."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from cleaner.engine import Cleaned, Cleaner


@cache
def _cleaner() -> Cleaner:
    return Cleaner()


def clean(text: str, fields: Mapping[str, Any] | None = None) -> Cleaned:
    """Clean one text with all safe rules; ``fields`` is metadata already known, by article field.

    For other rules or limits make a `Cleaner` once and use its ``clean``.
    """
    return _cleaner().clean(text, fields)
