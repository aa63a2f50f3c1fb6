"""How good the reading of a page is: body, snippets, title, date and authors against a reference answer.

Body: both texts are cut into runs of word characters and those into windows of four; per page the windows that agree,
those too many and those missing are divided by their sum; precision and recall are averaged over pages, F1 is the
harmonic mean of the two averages.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timezone
from typing import Any

_WORD = re.compile(r"\w+")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_QUOTES = str.maketrans("‘’‚‛′´`“”„«»″‐‑‒–—―−", "'" * 7 + '"' * 6 + "-" * 7)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def windows(text: str) -> Counter[tuple[str, ...]]:
    """The windows of four words of ``text``; a shorter text is one window."""
    words = _WORD.findall(unicodedata.normalize("NFC", _UNSEEN.sub("", text)))
    if len(words) <= 4:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(*(words[at:] for at in range(4)), strict=False))


def fold(text: str | None) -> str:
    """``text`` for comparisons."""
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", text or "")).translate(_QUOTES)
    return " ".join(plain.casefold().split())


def same_day(gold: str, found: str | None) -> bool:
    """True when both name one calendar day, as written or in UTC."""
    return bool(_days(gold) & _days(found))


def _days(value: str | None) -> set[str]:
    text = re.sub(r"\s?(?:UTC|Z)$", "+00:00", (value or "").strip())
    days = {"-".join(day.groups()) for day in [_DAY.search(text)] if day}
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return days
    return days | {str(moment.astimezone(timezone.utc).date())} if moment.tzinfo else days


class Scores:
    """Adds up pages; ``row()`` gives the averages."""

    def __init__(self) -> None:
        self.sums: Counter[str] = Counter()
        self.pages: Counter[str] = Counter()

    def add(self, gold: dict[str, Any], found: dict[str, Any]) -> None:
        """Count one page: ``gold`` may hold text, with, without, title, published, authors; ``found`` the same."""
        text = found.get("text") or ""
        if gold.get("text") is not None:
            self._body(gold["text"], text)
        flat = " ".join(text.split())
        for name, wanted in (("with", True), ("without", False)):
            for snippet in gold.get(name, ()):
                self._count("snippets", bool(text) and (" ".join(snippet.split()) in flat) == wanted)
        if gold.get("title"):
            self._count("title", fold(found.get("title")) == fold(gold["title"]))
        if gold.get("published"):
            self._count("date", same_day(gold["published"], found.get("published")))
        if "authors" in gold:
            self._authors(_names(gold["authors"]), _names(found.get("authors") or ()))

    def _body(self, gold: str, text: str) -> None:
        wanted, given = windows(gold), windows(text)
        hits = sum((wanted & given).values())
        if given:
            self._count("precision", hits / sum(given.values()))
        if wanted:
            self._count("recall", hits / sum(wanted.values()))

    def _authors(self, gold: set[str], found: set[str]) -> None:
        if gold:
            self._count("authors", 2 * len(gold & found) / (len(gold) + len(found)))
        else:
            self._count("invented", bool(found))

    def _count(self, name: str, value: float) -> None:
        self.sums[name] += value  # type: ignore[assignment]
        self.pages[name] += 1

    def row(self) -> dict[str, float]:
        """The average of each measure that some page had, and ``body``, the F1 of precision and recall."""
        means = {name: self.sums[name] / number for name, number in self.pages.items()}
        if "precision" in means and "recall" in means and (both := means["precision"] + means["recall"]):
            means = {"body": 2 * means["precision"] * means["recall"] / both, **means}
        return means


def _names(names: Iterable[str]) -> set[str]:
    return {fold(name).strip(" ,.;:-|") for name in names} - {""}
