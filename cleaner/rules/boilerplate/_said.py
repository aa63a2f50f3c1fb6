"""Which lines may be said elsewhere in a text, and what of them would have to stand there."""

from collections import Counter
from functools import cached_property

from cleaner.lazy import lazy

LONG, _QUOTED, _SURE, LONGEST = 60, 80, 150, 500
"""Characters of a teaser and of an open line at least, of one that may hold figures, of all of them at most."""

MERGED, SENTENCE = 400, 40
"""Characters of a line of several sentences at least, and of each of these."""

MORE = 3
"""Characters that a line has more at least than the one whose words it holds."""

_QUOTES = "\"“”„«»‘’'「」『』"
_EDGES = _QUOTES + " .\u00a0"
_STOP = lazy(r"[.!?。！？।۔][\"”’“‘'»«)\]」』]{0,3}$")
_ENDS = ".!?…。！？।۔"
_STOPS = (".”", "!”", "?”", '."', '!"', '?"', ".)")
_TEASER, _TAIL = lazy(r"(?:…|\.\.\.)\s*(?:\W?\w{1,10}\W?)?$"), 20
_NUMBER = lazy(r"\d+|[½¼¾⅓⅔]")

_SEEN_THROUGH = 100
"""In so many pairs of lines it is cheaper to look for one in the other than to make lines."""

_MANY = 40
"""Pieces that are sought in a text before its words are counted."""


def candidates(rows: list[str], dotted: bool) -> list[int]:
    """The lines that are worth a look; ``dotted`` says whether any may be broken off by dots."""
    found = _worth_a_look(rows, dotted)
    few = len(found) * len(rows) <= _SEEN_THROUGH
    return [at for at in found if _may_be_said(rows, at)] if few else found


def _worth_a_look(rows: list[str], dotted: bool) -> list[int]:
    """The lines that are long and open, quoted or broken off by dots, if there are any, or very long: a cheap test."""
    return [
        at
        for at, row in enumerate(rows)
        if (
            len(row) >= _QUOTED
            and ((row[-1] not in _ENDS and not row.endswith(_STOPS)) or len(row) >= MERGED or not row[0].isalnum())
        )
        or (dotted and len(row) >= LONG and ("..." in (tail := row.rstrip()[-_TAIL:]) or "…" in tail))
    ]


def _may_be_said(rows: list[str], at: int) -> bool:
    """Whether what the line ``at`` says may stand in others, none of them touched: a cheap test."""
    text = rows[at].strip()
    if not text:
        return False
    least, begin = len(text) + MORE, text[:SENTENCE]
    if len(rows[at]) >= MERGED and any(begin in row for row in rows[at + 1 :] + rows[:at]):
        return True
    core = core_of(text) if len(rows[at]) <= LONGEST else ""
    return bool(core) and any(core in row for row in rows if len(row) > least)


def core_of(text: str) -> str:
    """What would have to stand elsewhere of a pull quote, teaser or open line; empty when a line is none of these."""
    if text[0].islower() or text[-1] in ":：":
        return ""  # a piece of hard-wrapped text
    tail = text[-_TAIL:]
    teaser = _TEASER.search(text, max(0, len(text) - _TAIL)) if "…" in tail or "..." in tail else None
    if not teaser and (
        (text[:1] not in _QUOTES and _STOP.search(text[-4:])) or (len(text) < _SURE and len(_NUMBER.findall(text)) > 2)
    ):
        return ""
    core = (text[: teaser.start()] if teaser else text).strip(_EDGES)
    return core if len(core) >= (LONG if teaser else _QUOTED) else ""


class Said:
    """What a text says: once much has been sought in it, what may stand in it twice can be told by its words."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._sought = 0

    def may_repeat(self, part: str) -> bool:
        """Whether ``part`` may stand in the text a second time."""
        self._sought += 1
        return self._sought <= _MANY or self._twice.issuperset(part.split()[1:-1])

    @cached_property
    def _twice(self) -> set[str]:
        return {word for word, count in Counter(self._text.split()).items() if count > 1}
