"""How a note about an author is worded: who it is, in front of what they are or do."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cleaner.lazy import lazy
from cleaner.words import any_of

_LEAD = r"[\s—–*•_(\[（-]{0,4}"
_NAME = r"(?P<name>[^\W\d_a-zß-ÿ][^,.:;!?()\n\"“]{2,40}?)"
_ASIDE = r"(?:, [^,\n]{2,40},|,? \([^()\n]{2,40}\))?"


class _Notes(NamedTuple):
    """Notes with a known phrase behind the name, with a role, with a work; with "the author" for a name; handles."""

    phrased: re.Pattern[str]
    role: re.Pattern[str]
    work: re.Pattern[str]
    unnamed: re.Pattern[str]
    handle: re.Pattern[str]


@cache
def _notes() -> _Notes:
    role, title = any_of("bio_role"), any_of("bio_title")
    return _Notes(
        lazy(rf"{_LEAD}(?P<title>{title}[,:] )?{_NAME},?{_ASIDE} {any_of('bio_phrase')}(?!\w).{{0,400}}"),
        lazy(
            rf"{_LEAD}(?:[A-Z][\w.]{{1,15}} {role} )?{_NAME},?{_ASIDE} (?:is|was|has been)"
            rf" (?:(?!(?:by|with) )[\w'’,&-]{{1,20}} ){{1,9}}?(?i:{role})(?!\w).{{0,400}}"
        ),
        lazy(rf"{_LEAD}{_NAME}['’]s (?:\w{{1,12}} )?{any_of('bio_work')} .{{0,300}}"),
        lazy(rf"{_LEAD}{any_of('bio_author')}.{{0,400}}"),
        lazy(rf"{_LEAD}{any_of('bio_follow')}.{{0,100}}", re.IGNORECASE),
    )


def noted(text: str) -> re.Match[str] | None:
    """The note that ``text`` is, with its groups ``name`` and, in some, ``title``."""
    known = _notes()
    return known.phrased.fullmatch(text) or known.role.fullmatch(text) or known.work.fullmatch(text)


def noted_from(text: str, at: int) -> re.Match[str] | None:
    """The note that begins at ``at``, with its group ``name``."""
    known = _notes()
    return known.phrased.match(text, at) or known.role.match(text, at)


def unnamed(text: str) -> bool:
    """Whether ``text`` is a note that names nobody: "The author teaches law"."""
    return _notes().unnamed.fullmatch(text) is not None


def handle(text: str) -> bool:
    """Whether ``text`` says where the author can be followed."""
    return _notes().handle.fullmatch(text) is not None
