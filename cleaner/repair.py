"""Character repair: mojibake, invisible and control characters, exotic line breaks, letters stored in parts.

These defects hide in one another (a soft hyphen may be half of a mojibake letter, a repaired letter may turn out to
be a line break), so they are repaired together, to a fixed point, and each change is then told by its kind.

A text is taken apart at its line breaks and every line is repaired by itself.  `repair_line` is ftfy with the
settings of a corpus; what `repairs` does beyond it is all in `_settled`: lines also end at the breaks of `BREAK`,
invisible characters are dropped where they mean nothing, and one kind of mistake is not made (`_mistaken`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from os.path import commonprefix
from typing import Literal

import ftfy

from cleaner.edit import Edit
from cleaner.suspect import may_change

Kind = Literal["line break", "mojibake", "invisible", "control", "decomposed"]

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

BREAK = re.compile("\r{0,3}\n|[\r\v\f\u2028\u2029]")
"""One line break of any kind.  U+0085 is none: in real texts it is half a letter, or an ellipsis of Windows-1252."""

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")

# Scripts in which a joiner or non-joiner never changes a letter: Latin, Greek, Cyrillic, Armenian, CJK, punctuation.
_PLAIN = "\\s\0-\u058f\u1e00-\u206f\u20a0-\u20cf\u2c60-\u2c7f\u3000-\u33ff\u4e00-\u9fff\ua720-\ua7ff\uac00-\ud7a3"
# Scripts written without spaces, in which a zero-width space is the mark between words.
_UNSPACED = "\u0e00-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf"

_HYPHEN = "(?<=[0-9])\xad(?=[0-9])|(?<= )\xad(?= )"
_NOISE = (
    "[\x80-\x9f\xad\u2060-\u2065\u206a-\u206f\ufeff\U0001d173-\U0001d17a]"
    f"|(?<![^{_PLAIN}])[\u200c\u200d](?![^{_PLAIN}])"
    f"|(?<![{_UNSPACED}])\u200b(?![{_UNSPACED}])"
    "|(?<![\u1800-\u18af])\u180e(?![\u1800-\u18af])"
    "|(?<![\U0001f3f4\U000e0000-\U000e007f])[\U000e0000-\U000e007f]+"
)
_BIDI = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
_INVISIBLE = {True: re.compile(f"({_HYPHEN})|{_NOISE}"), False: re.compile(f"({_HYPHEN})|{_NOISE}|{_BIDI}")}

_ODD = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc"
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
"""Every character that can be dropped or made a line break; texts without one, which ftfy leaves, are left."""

_GLUED = re.compile("(?:[A-ZÀ-Þ][À-Þ]|[a-zß-ÿ][ß-ï])[“”„‘’‚«»‹›®™…–—]{1,2}")

_WINDOW = 8
_MOST_ROUNDS = 16


def repair_line(line: str) -> str:
    """``line``, which holds no "\\n", as ftfy repairs it with the settings of a corpus."""
    return ftfy.fix_text(line, _CONFIG) if may_change(line) else line


def repairs(text: str) -> list[Edit]:
    """All character repairs of ``text`` as sorted edits without overlap; making them a second time changes nothing."""
    return sorted(edit for edits in repairs_by_kind(text).values() for edit in edits)


@lru_cache(maxsize=2)  # five rules ask about the same text, one after the other
def repairs_by_kind(text: str) -> dict[Kind, list[Edit]]:
    """The edits of `repairs`, by the kind of damage that each repairs; each list is sorted."""
    found: dict[Kind, list[Edit]] = {}
    if not _ODD.search(text) and not may_change(text):
        return found
    rtl = bool(_RTL.search(text))
    at = 0
    for match in BREAK.finditer(text):
        _repair(text[at : match.start()], at, rtl, found)
        at = match.end()
        if match[0] != "\n":
            keep = match[0].endswith("\n")
            edit = Edit(match.start(), at - keep, "" if keep else "\n")
            found.setdefault("line break", []).append(edit)
    _repair(text[at:], at, rtl, found)
    return found


def _repair(line: str, at: int, rtl: bool, found: dict[Kind, list[Edit]]) -> None:
    if line.isascii() and not _ODD.search(line):
        return
    settled = _settled(line, rtl)
    if settled != line:
        for start, old, new in _differences(line, settled):
            for kind, edit in _told(at + start, old, new):
                found.setdefault(kind, []).append(edit)


def _settled(line: str, rtl: bool) -> str:
    """``line`` repaired until nothing changes any more, its hidden line breaks made plain."""
    for _ in range(_MOST_ROUNDS):
        fixed = repair_line(line)
        if _mistaken(line, fixed):
            fixed = line
        fixed = _INVISIBLE[rtl].sub(_shown, fixed)
        pieces = BREAK.split(fixed)
        if len(pieces) > 1:
            return "\n".join(_settled(piece, rtl) for piece in pieces)
        if fixed == line:
            break
        line = fixed
    return line


def _mistaken(old: str, new: str) -> bool:
    """Whether all that ftfy saw was a word with its quotation marks or ® glued to the next, as in ``atë”“Dhe``."""
    if old == new:
        return False
    start, end, put = _trimmed(old, new)
    return put.isalpha() and len(put) == 1 and put > "\u024f" and bool(_GLUED.fullmatch(old, max(0, start - 1), end))


def _trimmed(old: str, new: str) -> tuple[int, int, str]:
    """The one span of ``old`` that differs from ``new``, and what stands there in ``new``."""
    head = len(commonprefix([old, new]))
    tail = len(commonprefix([old[head:][::-1], new[head:][::-1]]))
    return head, len(old) - tail, new[head : len(new) - tail]


def _shown(match: re.Match[str]) -> str:
    """A soft hyphen between digits or between spaces stands for a visible one; everything else is nothing."""
    return "-" if match[1] else ""


def _differences(old: str, new: str) -> Iterator[tuple[int, str, str]]:
    """Where two states of a line differ, word by word: offset in ``old``, the old and the new words."""
    a, b = old.split(" "), new.split(" ")
    i = j = at = 0
    while i < len(a):
        if a[i] == b[j] and (i + 1 == len(a)) == (j + 1 == len(b)):
            m = n = 1
        else:
            m, n = _resync(a, i, b, j)
            yield at, " ".join(a[i : i + m]), " ".join(b[j : j + n])
        at += sum(map(len, a[i : i + m])) + m
        i, j = i + m, j + n


def _resync(a: list[str], i: int, b: list[str], j: int) -> tuple[int, int]:
    """How many words of ``a`` and ``b``, at least one each, belong to one difference (a repair may eat a space)."""
    if len(a) - i == len(b) - j:
        return 1, 1
    for total in range(2, 2 * _WINDOW):
        for m in range(max(1, total - _WINDOW), min(total, _WINDOW + 1)):
            n = total - m
            if i + m < len(a) and j + n < len(b) and a[i + m] == b[j + n]:
                return m, n
    return len(a) - i, len(b) - j


def _told(at: int, old: str, new: str) -> Iterator[tuple[Kind, Edit]]:
    """The edits that make ``old``, at offset ``at``, into ``new``, each with its kind."""
    dropped = _dropped(old, new)
    if dropped is not None:
        for start, end, put in dropped:
            kind: Kind = "control" if unicodedata.category(old[start]) == "Cc" else "invisible"
            yield kind, Edit(at + start, at + end, put)
        return
    if unicodedata.normalize("NFC", old) == new:
        kind = "decomposed"
    else:
        kind = "control" if "\x1b" in old else "mojibake"
    start, end, put = _trimmed(old, new)
    yield kind, Edit(at + start, at + end, put)


def _dropped(old: str, new: str) -> list[tuple[int, int, str]] | None:
    """The characters of ``old`` that ``new`` lacks, when that is all and they are ones that can be dropped."""
    found: list[tuple[int, int, str]] = []
    j = 0
    for i, char in enumerate(old):
        if j < len(new) and char == new[j]:
            j += 1
        elif not _ODD.match(char):
            return None
        elif char == "\xad" and new[j : j + 1] == "-":
            found.append((i, i + 1, "-"))
            j += 1
        elif found and found[-1][1] == i and not found[-1][2] and _same_kind(old[i - 1], char):
            found[-1] = (found[-1][0], i + 1, "")
        else:
            found.append((i, i + 1, ""))
    return found if j == len(new) else None


def _same_kind(one: str, two: str) -> bool:
    return (unicodedata.category(one) == "Cc") == (unicodedata.category(two) == "Cc")
