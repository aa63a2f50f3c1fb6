"""Clean and normalise article dumps, and account for every change.

>>> import cleaner
>>> found = cleaner.clean("The vote was close.\\n\\nPhoto: Ana Ruiz/Reuters\\n\\nA recount follows.")
>>> found.text
'The vote was close.\\n\\nA recount follows.'
>>> found.fields["images"]
[{'caption': None, 'credit': 'Ana Ruiz/Reuters'}]
>>> cleaner.undo(found.text, found.edits) == found.original
True
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from cleaner.api import clean
    from cleaner.document import Document
    from cleaner.edit import Applied, Edit, Finding, undo
    from cleaner.engine import Cleaned, Cleaner
    from cleaner.rule import Rule

__all__ = ["Applied", "Cleaned", "Cleaner", "Document", "Edit", "Finding", "Rule", "clean", "undo"]
__version__ = "0.1.0"

_HOMES = {
    "clean": "api",
    "Document": "document",
    "Applied": "edit",
    "Edit": "edit",
    "Finding": "edit",
    "undo": "edit",
    "Cleaned": "engine",
    "Cleaner": "engine",
    "Rule": "rule",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for, so that `corpus-clean --version` starts as fast as Python."""
    if name in _HOMES:
        return getattr(import_module(f"cleaner.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'cleaner' has no attribute {name!r}")
