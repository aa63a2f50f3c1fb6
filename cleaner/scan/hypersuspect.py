"""One native look at a text that says, for most, that no character of it needs repair.

It asks for what every repair needs, in one pass of Hyperscan over the text's bytes: a character that can be dropped,
one that a composed letter could end with, or two side by side that ftfy may take for mojibake.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress

from cleaner.installed import version
from cleaner.scan.compiling import Expression
from cleaner.scan.native import ENOUGH, ONCE, database, every_character, one_of
from cleaner.scan.suspect import pairs

_HANGUL = (*range(0x1160, 0x1176), *range(0x11A8, 0x11C3))
"""Vowels and finals, which compose with what stands before them, but have no decomposition that would say so."""


class HyperSuspect:
    """Clears texts.  ``odd`` is the pattern of every character that can be dropped or made a line break.

    Raises ImportError without the package, NotKept as `database` does, and LookupError for an ftfy that is not
    understood.
    """

    def __init__(self, odd: re.Pattern[str], *, kept_only: bool = False) -> None:
        import hyperscan

        def make() -> list[Expression]:
            known = pairs()
            if known is None:
                raise LookupError("what ftfy takes for mojibake is not known")
            alone = [first for first, second in known if not second]
            single = {char for chars in (*alone, _dropped(odd), _composing()) for char in chars}
            doubles = [one_of(first) + one_of(second) for first, second in known if second]
            return [(one.encode(), flags) for one in (one_of(single), *doubles)]

        flags = hyperscan.HS_FLAG_UTF8 | ONCE
        about = f"suspect {version('ftfy')} {unicodedata.unidata_version} {odd.pattern!r}"
        self._database = database(about, make, kept_only=kept_only)

    def clears(self, text: str) -> bool:
        """Whether ``text`` certainly needs no repair."""
        try:
            data = text.encode()
        except UnicodeEncodeError:
            return False
        found: list[int] = []
        self._database.scan(data, match_event_handler=_on_match, context=found)
        return not found


class AdaptiveSuspect:
    """`HyperSuspect` where its database is kept, or enough text has come to repay making one; clears nothing before."""

    def __init__(self, odd: re.Pattern[str]) -> None:
        self._odd = odd
        self._seen = 0
        self._native: HyperSuspect | None = None

    def clears(self, text: str) -> bool:
        """Whether ``text`` certainly needs no repair."""
        if self._native is None:
            if self._seen > ENOUGH:
                return False
            self._prepare(len(text))
        return self._native is not None and self._native.clears(text)

    def _prepare(self, size: int) -> None:
        first, self._seen = not self._seen, self._seen + size
        if first or self._seen > ENOUGH:
            with suppress(ImportError, LookupError):
                self._native = HyperSuspect(self._odd, kept_only=self._seen <= ENOUGH)


def _on_match(number: int, start: int, end: int, flags: int, found: list[int]) -> None:
    found.append(number)


def _dropped(odd: re.Pattern[str]) -> list[str]:
    return [char for char in every_character() if odd.match(char)]


def _composing() -> set[str]:
    """Every character of which one must stand in a text that is not in the normal form NFC."""
    found = set(map(chr, _HANGUL))
    for char in every_character():
        parts = unicodedata.decomposition(char).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            found.add(chr(int(parts[1], 16)))
        if unicodedata.combining(char) or not unicodedata.is_normalized("NFC", char):
            found.add(char)
    return found
