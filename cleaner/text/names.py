"""Names of people."""

from __future__ import annotations

from functools import cache

from cleaner.words import words


@cache
def given_names() -> frozenset[str]:
    """Common given names of many languages, without those that are words as well."""
    return frozenset(words("given_name"))
