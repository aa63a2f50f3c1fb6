"""The features of a page's units: what each looks like by itself, and beside the others."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import chain

from cleaner.textpages.shapes import BIT, FUNCTION, Unit, tokens_of
from cleaner.textpages.units import Cut

_TOP, _SHORT, _COUNTED = 40, 4, 2000
_REPEATED, _GAP, _NO_GAP = BIT["repeated"], BIT["gap"], BIT["no gap"]
_FUNCTION_WORDS = [BIT[f"function words {bound}"] for bound in (0, *FUNCTION)]


def features(cut: Cut) -> list[int]:
    """The features that each unit has."""
    seen = Counter([unit.text for unit in cut.units])
    top = _function_words(cut.units)
    found, last = [], -1
    for unit, (start, end) in zip(cut.units, cut.spans, strict=True):
        have, tokens = unit.own, unit.tokens
        if top and tokens:
            share = 0.0 if top.isdisjoint(tokens) else len([word for word in tokens if word in top]) / len(tokens)
            have |= _FUNCTION_WORDS[bisect_right(FUNCTION, share)]
        if seen[unit.text] > 1:
            have |= _REPEATED
        if cut.by_line and last >= 0:
            have |= _GAP if start - last > 1 else _NO_GAP
        last = end
        found.append(have)
    return found


def _function_words(units: Sequence[Unit]) -> frozenset[str]:
    """The page's most frequent short words in whole sentences; characters where words are not parted by spaces."""
    counts = Counter(
        chain.from_iterable(
            unit.tokens if len(unit.text) <= _COUNTED else tokens_of(unit.text[:_COUNTED].lower())
            for unit in units
            if unit.whole
        )
    )
    known: Collection[str] = [word for word, count in counts.items() if count > 1]
    known = known if len(known) >= _TOP else counts
    most = sorted(known, key=counts.__getitem__, reverse=True)[:_TOP]
    return frozenset([word for word in most if len(word) <= _SHORT and word[0].isalpha()])
