"""What readers deliver: records, and what gave none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cleaner.document import Kind
from cleaner.edit import Finding

if TYPE_CHECKING:
    from cleaner.read.profile import Profile


@dataclass(slots=True)
class Record:
    """One article as a reader delivers it, before any rule has seen it.

    ``text`` is exact: no stripping, no newline translation.  ``fields`` holds metadata under the names of the
    article schema (title, authors, published …); ``extra`` everything else the source record carried.
    ``line`` is the 1-based line where the record starts, or its 1-based ordinal in formats without lines.
    ``profile`` is the source profile that its file was read with; ``crawled`` when the record says it was fetched.
    """

    id: str
    text: str
    path: str
    line: int = 1
    kind: Kind = "text"
    source: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    evidence: dict[str, str] = field(default_factory=dict)
    profile: Profile | None = None
    crawled: str = ""


@dataclass(slots=True)
class Unreadable:
    """A piece of input that gave no record: it goes to ``rejected/`` with its reason.

    ``reason`` is a code of ``cleaner.read.reasons``; ``raw`` the input itself as far as it can be shown (at most
    the reader's limit of characters).
    """

    path: str
    line: int
    reason: str
    message: str
    raw: str = ""
