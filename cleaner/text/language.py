"""In which language a text is written, by py3langid: an extra, whose model comes in its wheel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cleaner.edit import Finding
from cleaner.engine import Cleaned
from cleaner.record import Record

_SHOWN = 1500
"""Characters of a text that are looked at: more cost time and change next to nothing."""

_FEWEST, _SURE = 40, 200
"""Letters below which nothing is said of a text, and below which a stated language is not doubted."""

_KIN: tuple[frozenset[str], ...] = (
    frozenset(("no", "nb", "nn", "da")), frozenset(("id", "ms")), frozenset(("hr", "sr", "bs", "sh", "me")),
    frozenset(("cs", "sk")), frozenset(("pt", "gl")), frozenset(("es", "gl", "ast", "ext", "an")),
    frozenset(("ar", "ary", "arz", "apc", "acm")), frozenset(("fa", "prs", "pes")), frozenset(("zh", "yue", "wuu")),
    frozenset(("ku", "kmr", "ckb")), frozenset(("bg", "mk")), frozenset(("ru", "be", "uk")), frozenset(("nl", "af")),
    frozenset(("en", "pcm", "sco")), frozenset(("hi", "mr", "ne")), frozenset(("de", "lb", "gsw", "bar")),
)  # fmt: skip
"""Languages so near to each other that one is not held against the other."""


class LanguageMissing(ValueError):
    """The extra that detects languages is not installed."""


def detector() -> str:
    """Name and version of the detector, which decides over the output.  Raises LanguageMissing without it."""
    from importlib import metadata

    try:
        return f"py3langid {metadata.version('py3langid')}"
    except metadata.PackageNotFoundError:
        raise LanguageMissing(
            "detect-language needs py3langid: pip install 'corpus-clean[language]', or leave the option out"
        ) from None


class Detector:
    """Fills in the language of articles whose record does not state it, and doubts stated ones.

    Raises LanguageMissing without the extra.
    """

    def __init__(self) -> None:
        self.name = detector()
        from py3langid import classify

        self._classify: Callable[[str], tuple[str, Any]] = classify

    def of(self, text: str) -> str | None:
        """The language (BCP 47) of ``text``; None when it is too short to say."""
        sample = prose_of(text)
        if sum(map(str.isalpha, sample)) < _FEWEST:
            return None
        return str(self._classify(sample)[0])

    def settle(self, record: Record, cleaned: Cleaned) -> None:
        """Give the article its language, or report that the text is in another one than its field says."""
        found = self.of(cleaned.text)
        stated = str(cleaned.fields.get("language") or "")
        if found is None:
            return
        if not stated:
            cleaned.fields["language"] = found
            record.evidence["language"] = f"detected: {self.name}"
        elif not alike(stated, found) and sum(map(str.isalpha, cleaned.text[:_SHOWN])) >= _SURE:
            message = f"language: the record says {stated}, the text reads as {found}"
            cleaned.findings.append(Finding(message, 0, len(cleaned.original), "META2", "language-differs"))


def prose_of(text: str) -> str:
    """The first long lines of ``text``, or its start when there are none: addresses and menus have no language."""
    lines, length = [], 0
    for line in text[: 20 * _SHOWN].split("\n"):
        if len(line) >= 60 and "://" not in line:
            lines.append(line)
            length += len(line)
            if length >= _SHOWN:
                break
    return " ".join(lines)[:_SHOWN] if length >= _FEWEST else " ".join(text[:_SHOWN].split())


def alike(one: str, two: str) -> bool:
    """Whether two tags name one language, or two that are hard to tell apart."""
    first, second = (tag.lower().partition("-")[0] for tag in (one, two))
    return first == second or any(first in kin and second in kin for kin in _KIN)
