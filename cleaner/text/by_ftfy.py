"""One line as ftfy repairs it with the settings of a corpus."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import ftfy
from ftfy import fixes

from cleaner.lazy import lazy
from cleaner.scan.suspect import CONTROL, may_be_mojibake, may_change

# Quotes, ligatures and full-width forms are the author's or the language's own, not damage.  Entities are mark-up,
# line breaks are handled by `BREAK`.  NFC because search and deduplication need one spelling of a letter; it keeps
# every distinction that is visible, where NFKC would make "10²" into "102" and "½" into "1⁄2".
_CONFIG = ftfy.TextFixerConfig(
    unescape_html=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    normalization="NFC",
    explain=True,
)

_CONTROL_FIXERS: tuple[Callable[[str], str], ...] = (
    fixes.fix_c1_controls, fixes.fix_surrogates, fixes.remove_terminal_escapes, fixes.remove_control_chars
)  # fmt: skip
"""What ftfy does with `_CONFIG` between the character sets and the normal form, in its order."""


_C1 = lazy("[\x80-\x9f]")
_LED = lazy("[^\0-\x9f][\x80-\x9f]")
"""One of these controls behind a character with which it may be one letter."""

_one_step: Any = getattr(ftfy, "_fix_encoding_one_step_and_explain", ftfy.fix_encoding_and_explain)


def _recoded(line: str) -> str:
    """``line`` in the character set that it should have been read in: `ftfy.fix_encoding`, which would look through the
    whole of what it has repaired once more.
    """
    if _C1.search(line) and not _LED.search(line):
        alone = fixes.fix_c1_controls(line)  # what ftfy comes to, if these controls are all that it sees
        if not may_be_mojibake(alone):
            return alone
    while may_be_mojibake(line):
        fixed = _one_step(line, _CONFIG).text
        if fixed == line:
            break
        line = fixed
    return line


def repair_line(line: str) -> str:
    """``line``, which holds no "\\n", as ftfy repairs it with the settings of a corpus.

    These are the steps of `ftfy.fix_text`, each taken only where it may change something.
    """
    if len(line) > _CONFIG.max_decode_length:
        return ftfy.fix_text(line, _CONFIG)
    while may_change(line):
        before = line
        if not line.isascii():
            line = _recoded(line)
        if CONTROL.search(line):
            for fixer in _CONTROL_FIXERS:
                line = fixer(line)
        line = unicodedata.normalize("NFC", line)
        if line == before:
            break
    return line
