"""What headlines are compared by."""

from __future__ import annotations

import unicodedata

from cleaner.lazy import lazy

_FOLD = str.maketrans("‘’‚‛“”„«»–—‐‑", '\'\'\'\'"""""----')
_EAST = lazy(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


def folded(text: str) -> str:
    """``text`` without the differences that an editor would not see: case, quote and dash shapes, white space."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_FOLD)
    return " ".join(text.casefold().split()).strip(" .")


def words_in(text: str) -> int:
    """How many words ``text`` has; two characters of a script without spaces count as one."""
    return len(text.split()) + len(_EAST.findall(text)) // 2
