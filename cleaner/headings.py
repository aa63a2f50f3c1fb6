"""What looks like a headline, and what like prose."""

from __future__ import annotations

import re
import unicodedata

_FOLD = str.maketrans("‘’‚‛“”„«»–—‐‑", "''''\"\"\"\"\"----")
_END = re.compile(r"[.!?…。！？।؟։။][\"'”’»)\]」』]{0,3}$")
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


def folded(text: str) -> str:
    """``text`` without the differences that an editor would not see: case, quote and dash shapes, white space."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_FOLD).casefold().split()).strip(" .")


def ends_like_a_sentence(text: str) -> bool:
    """Whether ``text`` ends in the punctuation of a sentence, quotation marks and brackets aside."""
    return _END.search(text[-8:]) is not None


def words_in(text: str) -> int:
    """How many words ``text`` has; two characters of a script without spaces count as one."""
    return len(text.split()) + len(_EAST.findall(text)) // 2


def is_prose(text: str) -> bool:
    """Whether a line is a paragraph: ten words or more that end like a sentence."""
    return len(text) >= 25 and words_in(text) >= 10 and ends_like_a_sentence(text.rstrip())


def like_a_headline(text: str) -> bool:
    """Whether a line could be a headline: five to thirty words, a capital or number first, no full stop last."""
    text = text.strip()
    if not 12 <= len(text) <= 180 or not 5 <= words_in(text) <= 30:
        return False
    first = text.lstrip("\"'“‘«„¿¡([「『【#")[:1]
    asks = text.rstrip("\"'”’»)]」』")[-1:] in ("?", "!", "？", "！")
    if text[-1] in ".,;:…。、：-–—" or (ends_like_a_sentence(text) and not asks):
        return False
    return not first.islower() and first.isalnum()
