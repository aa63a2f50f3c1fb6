"""Character repair: mojibake, invisible and control characters, exotic line breaks, letters stored in parts.

These defects hide in one another (a soft hyphen may be half of a mojibake letter, a repaired letter may turn out to
be a line break), so they are repaired together, to a fixed point, and each change is then told by its kind.

A text is taken apart at its line breaks and every line is repaired by itself, by ftfy with the settings of a corpus
(`cleaner.text.by_ftfy`); what `repairs` does beyond it is all in `_settled`: lines also end at the breaks of `BREAK`,
invisible characters are dropped where they mean nothing, and one kind of mistake is not made (`_mistaken`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from cleaner.edit import Edit, Layer, apply
from cleaner.lazy import lazy
from cleaner.scan.hypersuspect import AdaptiveSuspect
from cleaner.scan.suspect import CONTROLS, may_recode
from cleaner.text.places import places

if TYPE_CHECKING:
    from cleaner.document import Document

Kind = Literal["line break", "mojibake", "invisible", "control", "decomposed"]

BREAK = lazy("[\n\r\v\f\u2028\u2029](?:(?<=\r)\r{0,2}\n)?")
"""One line break of any kind.  U+0085 is none: in real texts it is half a letter, or an ellipsis of Windows-1252."""

_OTHER_BREAKS = "\r\v\f\u2028\u2029"
_RTL = lazy("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")

# Scripts in which a joiner or non-joiner never changes a letter: Latin, Greek, Cyrillic, Armenian, CJK, punctuation.
_PLAIN = "\\s\0-\u058f\u1e00-\u206f\u20a0-\u20cf\u2c60-\u2c7f\u3000-\u33ff\u4e00-\u9fff\ua720-\ua7ff\uac00-\ud7a3"
# Scripts written without spaces, in which a zero-width space is the mark between words.
_UNSPACED = "\u0e00-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf"

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_NOISE = "\x80-\x9f\xad\u2060-\u2065\u206a-\u206f\ufeff\U0001d173-\U0001d17a"
_TAGS = "\U000e0000-\U000e007f"


def _invisible(noise: str) -> re.Pattern[str]:
    """What is dropped: ``noise`` wherever it stands, and other characters, each found first, by what is around it."""
    return lazy(
        f"[{noise}{_TAGS}\u180e\u200b-\u200d](?:((?<=[0-9]\xad)(?=[0-9])|(?<= \xad)(?= ))|(?<=[{noise}])"
        f"|(?<=[\u200c\u200d])(?<![^{_PLAIN}].)(?![^{_PLAIN}])"
        f"|(?<=\u200b)(?<![{_UNSPACED}].)(?![{_UNSPACED}])"
        "|(?<=\u180e)(?<![\u1800-\u18af].)(?![\u1800-\u18af])"
        f"|(?<=[{_TAGS}])(?<![\U0001f3f4{_TAGS}].)[{_TAGS}]*)"
    )


_INVISIBLE = {True: _invisible(_NOISE), False: _invisible(_NOISE + _BIDI)}

_ODD = lazy(
    f"[{CONTROLS}\v\f\r\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
"""Every character that can be dropped or made a line break."""

_NATIVE = AdaptiveSuspect(_ODD)


class _Cleared:
    """The ``text`` that was last found to hold nothing, in any line, that could ever need repair."""

    def __init__(self) -> None:
        self.text = ""

    def with_new(self, text: str, rows: Sequence[str]) -> bool:
        """Whether the same is true of another text, of whose ``rows`` most were there: a cheap test."""
        known = self.text
        if known is not text:
            new = set(rows).difference(known.split("\n"))
            if 2 * len(new) > len(rows) or not _NATIVE.clears("\n".join(new)):
                return False
            self.text = text
        return True


_CLEARED = _Cleared()

_FOREIGN = lazy(f"[{CONTROLS}\v\f\r\u2028\u2029]")
"""Those of them that stay nowhere."""

_ODD_ASCII = bytes((*range(9), *range(11, 32), 127))

_GLUED = lazy("(?:[A-ZÀ-Þ][À-Þ]|[a-zß-ÿ][ß-ï])[“”„‘’‚«»‹›®™…–—]{1,2}")
_GLUED_MOST = 3
"""By how much a line may grow shorter when all that goes is a match of that, and one letter comes."""

_WINDOW, _PIECE = 8, 64
_LONGEST_WORD = 80
_MOST_ROUNDS = 16


def repairs(text: str) -> list[Edit]:
    """All character repairs of ``text`` as sorted edits without overlap; making them a second time changes nothing."""
    return sorted(edit for edits in repairs_by_kind(text).values() for edit in edits)


def repaired(text: str) -> str:
    """``text`` with all its `repairs` made."""
    return apply(text, repairs(text))


def on_repaired(text: str, find: Callable[[str], Iterable[Edit]]) -> Iterator[Edit]:
    """The edits that ``find`` has for the repaired ``text``, as edits of ``text`` itself.

    Edits on characters that are themselves repaired are left out; all are, where they would make new damage, as when
    the Ã of an escape comes to stand before a dash.
    """
    edits = repairs(text)
    seen = apply(text, edits) if edits else text
    found = _apart(sorted(find(seen)))
    if not found or repairs(apply(seen, found)):
        return
    layer = Layer(edits)
    for edit in found:
        start, end = layer.before(edit.start, edit.end)
        if text[start:end] == seen[edit.start : edit.end]:
            yield edit._replace(start=start, end=end)


def _apart(edits: list[Edit]) -> list[Edit]:
    """The sorted ``edits`` without those that overlap an earlier one."""
    kept: list[Edit] = []
    for edit in edits:
        if not kept or kept[-1].end <= edit.start:
            kept.append(edit)
    return kept


def repairs_in(doc: Document, kind: Kind) -> Iterable[Edit]:
    """The edits of `repairs` that are of one ``kind`` of damage, in a document.

    Of one that has been cleaned before only lines are looked at that are new since its text was found to be clear.
    """
    if doc.kind == "article" and not doc.text.isascii() and _CLEARED.with_new(doc.text, doc.rows):
        return ()
    return repairs_by_kind(doc.text).get(kind, ())


def cleared(text: str) -> bool:
    """Whether ``text``, if it was the last that was looked at, certainly holds no combining mark: a cheap test."""
    return text.isascii() or text is _CLEARED.text


@lru_cache(maxsize=4)  # five rules ask about the same text, one after the other
def repairs_by_kind(text: str) -> dict[Kind, list[Edit]]:
    """The edits of `repairs`, by the kind of damage that each repairs; each list is sorted."""
    found: dict[Kind, list[Edit]] = {}
    if _clean(text):
        return found
    broken = text.replace("\r\n", "\n")
    usual = not any(sign in broken for sign in _OTHER_BREAKS)
    broken = broken if usual else BREAK.sub("\n", text)
    whole = broken != text and _clean(broken)  # then no line needs a look of its own
    if whole and usual:
        return {"line break": [Edit(at, at + 1) for at in places(text, "\r")]}
    rtl = not whole and _RTL.search(text) is not None
    at = 0
    for match in BREAK.finditer(text):
        if not (whole or _clean(line := text[at : match.start()], rtl)):
            _repair(line, at, rtl, found)
        at = match.end()
        if match[0] != "\n":
            keep = match[0].endswith("\n")
            edit = Edit(match.start(), at - keep, "" if keep else "\n")
            found.setdefault("line break", []).append(edit)
    if not (whole or (at and _clean(text[at:], rtl))):
        _repair(text[at:], at, rtl, found)
    return found


def _clean(text: str, rtl: bool | None = None) -> bool:
    """Whether nothing in ``text`` needs repair; ``rtl`` says whether it is from a text with letters written from right
    to left, None that it is a whole text.
    """
    if text.isascii():
        data = text.encode()
        return len(data.translate(None, _ODD_ASCII)) == len(data)
    if _NATIVE.clears(text):
        if rtl is None:
            _CLEARED.text = text
        return True
    return not (_drops(text, rtl) or may_recode(text))


def _drops(text: str, rtl: bool | None) -> bool:
    """Whether a character of ``text`` goes or is made a line break; most joiners stay where they are."""
    if not _ODD.search(text):
        return False
    if _FOREIGN.search(text):
        return True
    rtl = _RTL.search(text) is not None if rtl is None else rtl
    return _INVISIBLE[rtl].search(text) is not None


def _repair(line: str, at: int, rtl: bool, found: dict[Kind, list[Edit]]) -> None:
    settled = _settled(line, rtl)
    if settled != line:
        for begin, old, new in _differences(line, settled):
            for kind, start, end, put in (_told_word if len(old) <= _LONGEST_WORD else _told)(old, new):
                found.setdefault(kind, []).append(Edit(at + begin + start, at + begin + end, put))


def _settled(line: str, rtl: bool) -> str:
    """``line`` repaired until nothing changes any more, its hidden line breaks made plain."""
    from cleaner.text.by_ftfy import repair_line  # here, because most texts never need it

    for _ in range(_MOST_ROUNDS):
        fixed = repair_line(line)
        mistaken = _mistaken(line, fixed)
        if mistaken:
            fixed = line
        seen = fixed
        if _ODD.search(fixed):
            seen = _INVISIBLE[rtl].sub(_shown, fixed)
            pieces = BREAK.split(seen)
            if len(pieces) > 1:
                return "\n".join(_settled(piece, rtl) for piece in pieces)
        if seen == line or (seen == fixed and not mistaken):  # ftfy has nothing to say to what it has repaired
            return seen
        line = seen
    return line


def _mistaken(old: str, new: str) -> bool:
    """Whether all that ftfy saw was a word with its quotation marks or ® glued to the next, as in ``atë”“Dhe``."""
    if old == new or len(old) - len(new) > _GLUED_MOST:
        return False
    start, end, put = _trimmed(old, new)
    return put.isalpha() and len(put) == 1 and put > "\u024f" and bool(_GLUED.fullmatch(old, max(0, start - 1), end))


def _trimmed(old: str, new: str) -> tuple[int, int, str]:
    """The one span of ``old`` that differs from ``new``, and what stands there in ``new``."""
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    return head, len(old) - tail, new[head : len(new) - tail]


def _shared(one: str, two: str) -> int:
    """How many characters two strings begin with alike."""
    at = 0
    while one.startswith(two[at : at + _PIECE], at) and at < len(two):
        at += _PIECE
    for a, b in zip(one[at : at + _PIECE], two[at:], strict=False):
        if a != b:
            break
        at += 1
    return min(at, len(two))


def _shown(match: re.Match[str]) -> str:
    """A soft hyphen between digits or between spaces stands for a visible one; everything else is nothing."""
    return "" if match[1] is None else "-"


def _differences(old: str, new: str) -> Iterator[tuple[int, str, str]]:
    """Where two states of a line differ, word by word: offset in ``old``, the old and the new words."""
    a, b = old.split(" "), new.split(" ")
    if len(a) == len(b):
        ends = accumulate(map(len, a))
        yield from ((end + n - len(c), c, d) for n, (end, c, d) in enumerate(zip(ends, a, b, strict=True)) if c != d)
        return
    last = len(a) - 1, len(b) - 1
    i = j = at = 0
    while i < len(a):
        if a[i] == b[j] and (i == last[0]) == (j == last[1]):
            at += len(a[i]) + 1
            i, j = i + 1, j + 1
            continue
        m, n = _resync(a, i, b, j)
        yield at, " ".join(a[i : i + m]), " ".join(b[j : j + n])
        at += sum(map(len, a[i : i + m])) + m
        i, j = i + m, j + n


def _resync(a: list[str], i: int, b: list[str], j: int) -> tuple[int, int]:
    """How many words of ``a`` and ``b``, at least one each, belong to one difference (a repair may eat a space)."""
    if len(a) - i == len(b) - j:
        return 1, 1
    for total in range(2, 2 * _WINDOW):
        for m in range(min(total - 1, _WINDOW), max(0, total - _WINDOW - 1), -1):
            n = total - m
            if i + m < len(a) and j + n < len(b) and a[i + m] == b[j + n]:
                return m, n
    return len(a) - i, len(b) - j


def _told(old: str, new: str) -> list[tuple[Kind, int, int, str]]:
    """What makes ``old`` into ``new``: kinds, spans of ``old``, and what comes there."""
    dropped = _dropped(old, new)
    if dropped is not None:
        controls = [unicodedata.category(old[start]) == "Cc" for start, _, _ in dropped]
        return [("control" if control else "invisible", *one) for control, one in zip(controls, dropped, strict=True)]
    composed = unicodedata.normalize("NFC", old) == new
    kind: Kind = "decomposed" if composed else "control" if "\x1b" in old else "mojibake"
    start, end, put = _trimmed(old, new)
    if end - start > _LONGEST_WORD or set(put).isdisjoint(old[start:end]):
        return [(kind, start, end, put)]
    codes = SequenceMatcher(None, old[start:end], put, autojunk=False).get_opcodes()
    return [(kind, start + i, start + j, put[m:n]) for same, i, j, m, n in codes if same != "equal"]


_told_word = lru_cache(maxsize=1024)(_told)
"""The same for a word: the damaged ones of a dump are there again and again."""


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
