"""Whether the lines of a text were cut at a fixed width."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import islice, pairwise

from cleaner.lazy import lazy

Size = Callable[[str], int]
"""How wide a line is."""

_NARROW, _TERMINAL, _USUAL, WIDEST = 50, 64, 80, 120
"""Widths: the least in characters and in columns of a terminal, the usual one and the greatest."""

_FEWEST, _BEYOND = 4, 0.04
"""How many lines must go on in the next; what share of the lines may pass the width."""

_MARGIN = 4
"""Blanks: how deep the text in an element stands at least where a formatter of XML broke it."""

_BLOCK = lazy(r"\s*(?:[-*+•·▪‣●○–—]\s|[・■□◆◇●○★☆※▼▽]|#|\||>|\d{1,3}[.)]\s|\[\d{1,3}\]: |={3}|-{3}|!?\[\]?\()")
_BULLET = lazy(r"\s*(?:[-*+•·]|\d{1,3}[.)])\s{1,3}")
WIDE_SCRIPT = lazy(r"[\u0e00-\u0eff\u3001-\u30ff\u3400-\u9fff\uff00-\uffef]")
"""A character of a script whose words stand without spaces."""

_TWO_COLUMNS = lazy(r"[\u1100-\u115f\u3000-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]")
_CLOSED = (".", "!", "?", ":", "”", '"', "»", "。", "…", "」", "』", "）")


def wrapped(text: str, lines: list[str]) -> tuple[list[int], int]:
    """Which ``lines`` of a text go on in the next one, and the width at which they were cut; none if it was not."""
    breaks = text.count("\n")
    fewest = 1 if breaks and (_formatted(lines) or _hangs(lines)) else _FEWEST
    if breaks < fewest or not 8 * breaks < len(text) < WIDEST * (breaks + 1):
        return [], 0
    beyond = (line for line in lines if len(line) > WIDEST and len(line.rstrip()) > WIDEST and _runs(line))
    if sum(1 for _ in islice(beyond, int(_BEYOND * len(lines)) + 1)) > _BEYOND * len(lines):
        return [], 0
    found = _full(lines, len, _NARROW, fewest)
    if not text.isascii() and _TWO_COLUMNS.search(text):
        found = max(found, _full(lines, _columns, _TERMINAL, 2 * _FEWEST), key=lambda of: len(of[0]))
    if 0 not in found[0] and _hangs(lines) and lines[1].lstrip()[:1].islower() and _runs(lines[0]):
        return [0, *found[0]], found[1] or WIDEST  # a tag stood before the first line, which is shorter for it
    return found


def _formatted(lines: list[str]) -> bool:
    """Whether a formatter of XML broke the text: the first line, too, stands where it stood behind its tag."""
    first = len(lines[0]) - len(lines[0].lstrip())
    return first > _MARGIN and all(
        _MARGIN <= len(line) - len(line.lstrip()) < first for line in lines[1:] if line and not line.isspace()
    )


def _hangs(lines: list[str]) -> bool:
    """Whether a formatter of XML broke the text: all lines but the first have the same deep margin."""
    depths = {len(line) - len(line.lstrip()) for line in lines[1:] if line and not line.isspace()}
    return not lines[0][:1].isspace() and len(depths) == 1 and min(depths) > _MARGIN


def _columns(line: str) -> int:
    """The columns of a terminal that a line takes: two for a character of an East Asian script."""
    return len(line) if line.isascii() else len(line) + len(_TWO_COLUMNS.findall(line))


def _full(lines: list[str], size: Size, narrow: int, fewest: int) -> tuple[list[int], int]:
    """As `wrapped`, for widths in a measure of which ``narrow`` is the least, and ``fewest`` lines."""
    sizes = [size(line.rstrip()) for line in lines]
    pairs = [at for at, (one, two) in enumerate(pairwise(sizes)) if one and two and one + two >= narrow]
    if len(pairs) < fewest or not any(not lines[at + 1].lstrip()[0].isupper() for at in pairs):
        return [], 0
    width = _width(lines, sizes, narrow)
    if not width:
        return [], 0
    full = [at for at in pairs if sizes[at] + sizes[at + 1] >= width and _runs_on(lines, at, sizes[at], width, size)]
    return (full, width) if len(full) >= fewest and _in_mid_sentence(lines, full, width, size) else ([], 0)


def _width(lines: list[str], sizes: list[int], narrow: int) -> int:
    """The width that the lines of running text keep, 0 for none; some lines, such as long addresses, may pass it."""
    lengths = sorted(length for line, length in zip(lines, sizes, strict=True) if _runs(line))
    width = lengths[-1 - int(_BEYOND * len(lengths))] if lengths else 0
    usual = [length for length in lengths if _NARROW < length <= _USUAL]
    if width > _USUAL and usual and 3 * (len(lengths) - bisect_right(lengths, _USUAL)) < len(usual):
        width = usual[-1]
    return width if narrow <= width <= WIDEST else 0


def _runs(line: str) -> bool:
    """Whether a line is of running text."""
    return _breakable(line) and (line[0].isalpha() or not _BLOCK.match(line))


def _breakable(line: str) -> bool:
    return " " in line.strip() or bool(WIDE_SCRIPT.match(line[10:]))


def _runs_on(lines: list[str], at: int, taken: int, width: int, size: Size) -> bool:
    """Whether the line below goes on in the paragraph of the one ``at``, which has ``taken`` so much of the ``width``
    that the first word did not fit."""
    above, below = lines[at : at + 2]
    if _needed(below, size) <= width - taken or above.endswith("  ") or _BLOCK.match(below) or above.lstrip()[0] == "|":
        return False
    if "://" in above and not _breakable(above) and len(above.rstrip()) < width:
        return False  # an address above the text, not one that was cut
    indent, margin = len(below) - len(below.lstrip()), len(above) - len(above.lstrip())
    if indent == margin or margin > 0 == indent or (not at and margin > indent):
        return True
    bullet = _BULLET.match(above)
    return bullet is not None and indent in (0, bullet.end())


def _needed(line: str, size: Size) -> int:
    """The room that the line's first word takes behind the line above; lines of wide characters break anywhere."""
    wide = not line.isascii() and WIDE_SCRIPT.match(line.lstrip()[1:])
    return 2 if wide else 1 + size(line.split(None, 1)[0])


def _in_mid_sentence(lines: list[str], full: list[int], width: int, size: Size) -> bool:
    """Whether most full lines end within a sentence, and most lines that end within a sentence are full."""
    firsts = [(lines[at], lines[at + 1].lstrip()[0]) for at in full]
    inside = sum(first.islower() or not (first.isupper() or _ends(line)) for line, first in firsts)
    if inside * 5 <= 2 * len(full):
        return False
    small = [(above, below) for above, below in pairwise(lines) if above and below[:1].islower()]
    short = sum(size(above) + _needed(below, size) < width for above, below in small if not above.isspace())
    return short * 4 < inside


def _ends(line: str) -> bool:
    return line.rstrip().endswith(_CLOSED)
