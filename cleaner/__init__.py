"""Clean and normalise article dumps, and account for every change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from cleaner.document import Document
from cleaner.edit import Applied, Edit, Finding, undo
from cleaner.engine import Cleaned, Cleaner
from cleaner.rule import Rule

__all__ = ["Applied", "Cleaned", "Cleaner", "Document", "Edit", "Finding", "Rule", "clean", "undo"]
__version__ = "0.1.0"


@cache
def _cleaner() -> Cleaner:
    return Cleaner()


def clean(text: str, fields: Mapping[str, Any] | None = None) -> Cleaned:
    """Clean one text with all safe rules; ``fields`` is metadata already known, by article field.

    >>> clean("The vote was close.\\n\\nPhoto: Ana Ruiz/Reuters\\n\\nA recount follows.").text
    'The vote was close.\\n\\nA recount follows.'
    """
    return _cleaner().clean(text, fields)
