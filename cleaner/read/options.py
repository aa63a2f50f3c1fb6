"""How to read, and where to stop."""

from __future__ import annotations

from dataclasses import dataclass, field

from cleaner.read.profile import Profile

MIB = 1 << 20


@dataclass(frozen=True)
class Limits:
    """What no input may exceed.

    ``max_record`` and ``max_raw`` are characters of one record and of its copy in ``rejected/`` (bytes where the input
    has not been decoded yet); ``max_depth`` levels of nesting; ``max_members`` members of one archive;
    ``max_decompressed`` bytes of one file; ``max_ratio`` decompressed bytes for one compressed byte, looked at
    once ``ratio_from`` bytes have come out.
    """

    max_record: int = 64 * MIB
    max_raw: int = MIB
    max_depth: int = 200
    max_members: int = 1_000_000
    max_decompressed: int = 1 << 40
    max_ratio: int = 250
    ratio_from: int = 32 * MIB


@dataclass(frozen=True)
class ReadOptions:
    """Everything a reader may be told.  ``profiles`` are tried in order, before the built-in ones.

    ``encoding`` forces a character set on every file; ``text_field`` names the input field that holds the text;
    ``keep_extra`` keeps the fields that no article field stands for; ``organisations`` counts agencies, outlets and
    desks that a page credits among its authors; a profile whose ``valid_until`` lies before ``today`` (an ISO date) is
    reported once a file.
    """

    profiles: tuple[Profile, ...] = ()
    encoding: str | None = None
    text_field: str | None = None
    keep_extra: bool = False
    organisations: bool = False
    limits: Limits = field(default_factory=Limits)
    today: str = ""
