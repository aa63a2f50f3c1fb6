"""The scripts that are not written as Latin is, as ranges for character classes."""

from __future__ import annotations

KANA = "\u3040-\u30ff"
HAN = "\u3400-\u9fff"
HANGUL = "\uac00-\ud7af"
THAI = "\u0e00-\u0e7f"
THAI_LAO = "\u0e00-\u0eff"
BURMESE = "\u1000-\u109f"
KHMER = "\u1780-\u17ff"

EASTERN = KANA + HAN + HANGUL
"""Japanese, Chinese and Korean: a character stands for more than a letter, and none has a capital."""

UNSPACED = THAI_LAO + BURMESE + KHMER + KANA + HAN
"""Words are not parted by blanks."""

FOREIGN = frozenset((0xD8, 0xD9, 0xDB, 0xDF, 0xE0, 0xE1, *range(0xE3, 0xF5)))
"""The first bytes, in UTF-8, of characters from scripts with digits or marks of their own, or without spaces."""
