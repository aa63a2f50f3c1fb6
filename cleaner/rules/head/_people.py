"""The people whom the head of a whole page's story names as its authors."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from cleaner.lazy import lazy
from cleaner.rules.head._headline import Headline
from cleaner.rules.head._region import Region, in_sentence, words_of
from cleaner.text.dates import date_pattern
from cleaner.text.folding import dense
from cleaner.text.headings import folded
from cleaner.text.names import MARKS, given_names, is_full_name
from cleaner.text.people import people
from cleaner.text.prose import prose
from cleaner.words import any_of, words

_LABEL, _SEARCHED, _KEPT = 80, 90, 512
_LONGEST, _MOST, _NAMES, _HEAD, _FOOT = 160, 12, 8, 12, 16
_CUT = lazy(r"\s{0,9}[|•·]\s{0,9}|\s{1,9}[–—/-]\s{1,9}")
_DIGIT = lazy(r"\d")

_ARTICLES = frozenset(("the", "der", "die", "das", "ein", "eine", "el", "la", "los", "las", "les", "il", "un", "une"))


class Signed(NamedTuple):
    """Authors and the lines ``first`` to ``last`` that name them; ``whole`` when they say nothing else."""

    names: list[str]
    first: int
    last: int
    whole: bool


def signed(where: Region, lines: range, near: tuple[int, ...], title: Headline) -> Signed | None:
    """The byline among ``lines``: one that says so, else names alone next to one of the lines ``near``.

    Names alone stand below the headline, or right beside a date above it; else there are topics and sections above.
    The outlet of the ``title`` is no author.
    """
    sites = {dense(title.outlet)} - {""}
    said = next((found for at in lines if (found := _said(where, at, sites))), None)
    if said:
        return said
    top = -1 if title.at is None else title.at

    def far(line: int) -> int:
        """How many lines lie between a line and what it belongs to; above the headline that is only a date."""
        if line < top:
            return 1 + min((abs(line - one) for one in near if one < top), default=99)
        return min((abs(line - one) for one in near), default=99)

    for at in sorted(lines, key=far):
        near_by = far(at) <= 2 or (at > top and _role().fullmatch("".join(where.lines[at + 1 : at + 2])))
        if near_by and at != top and (found := _alone(where, at, sites)):
            return _with_others(where, found, sites)
    return _at_foot(where, sites)


def _at_foot(where: Region, sites: set[str]) -> Signed | None:
    """The byline below the story, its label on a line of its own; others stand there too, so its name must be known."""
    below = range(where.last, min(where.last + _FOOT, len(where.lines)))
    found = (_said(where, at, sites) for at in below if _by().fullmatch(where.lines[at]))
    return next((one for one in found if one and _is_known(one.names[0])), None)


def _is_known(name: str) -> bool:
    return not given_names().isdisjoint(name.split())


@cache
def _role() -> re.Pattern[str]:
    """What somebody is, as it stands in the line below the name, with the place or the desk behind it."""
    return lazy(rf"(?:{any_of('author_roles', 'byline_role')})(?:[ ,].{{0,40}})?", re.IGNORECASE)


def _with_others(where: Region, found: Signed, sites: set[str]) -> Signed:
    """``found`` with the names alone in the lines next to it, be they parted by a joint such as "and" or not."""
    names, first, last = found.names, found.first, found.last
    for step in (-1, 1):
        at = first - 1 if step < 0 else last + 1
        while found.whole and 0 <= at < len(where.lines) and len(names) < _NAMES:
            joined = _joint(where.lines[at])
            if not joined:
                other = _alone(where, at, sites)
                if other is None or not other.whole or any(_spoken_of(where, at, name) for name in other.names):
                    break
                names = [*other.names, *names] if step < 0 else [*names, *other.names]
                first, last = min(first, at), max(last, at)
            at += step
    return Signed(names, first, last, found.whole)


def _said(where: Region, at: int, sites: set[str]) -> Signed | None:
    """A byline that opens with a word such as "by", and goes on over the next lines as long as they hold names."""
    text = where.lines[at]
    match = _opened(text) if len(text) <= _LABEL else _opening(text)
    if match is None or _stamps().sub("", text[: match.start()]).strip(MARKS):
        return None
    parts, last, open_ended = [], at, True
    rest = _undated(text[match.end() :])
    if in_sentence(rest) and not match["label"]:
        return None
    if rest.strip(MARKS):
        parts.append(rest)
        open_ended = rest.rstrip().endswith((",", "/", "&")) or _joint(rest.rsplit(maxsplit=1)[-1])
    for line in range(at + 1, min(at + 1 + _MOST, len(where.lines))):
        piece = where.lines[line]
        if _joint(piece):
            open_ended = True
        elif not open_ended or not _names_only(piece, sites):
            break
        else:
            open_ended = False
        parts.append(piece)
        last = line
    while len(parts) > 1 and _joint(parts[-1]):
        parts.pop()
        last -= 1
    names = people(" ".join(parts), sites, sure=bool(match["label"]))
    names = [name for name in names if is_full_name(name, True) or (match["label"] and " " not in name)][:_NAMES]
    return Signed(names, at, last, match.start() == 0) if names else None


def _opening(text: str) -> re.Match[str] | None:
    """The word such as "by" with which a byline may begin."""
    if len(text) > _LONGEST or prose(text):
        return None
    return _by().match(text) or (_by().search(text) if len(text) <= _SEARCHED else None)


_opened = lru_cache(maxsize=_KEPT)(_opening)
"""The same for short lines, of which the pages of one site share many."""


def _names_only(text: str, sites: set[str]) -> bool:
    """Whether a line behind "by" holds a name, or several and agencies, and nothing else."""
    if is_full_name(text, True):
        return True
    found = people(text, sites, sure=False) if len(text) <= _LONGEST and not prose(text) else []
    return len(found) > 1 and all(is_full_name(name, True) for name in found)


def _alone(where: Region, at: int, sites: set[str]) -> Signed | None:
    """A line, or a part of one between marks, that is nothing but names."""
    text = where.lines[at]
    if len(text) > 100 or "©" in text or in_sentence(text) or _goes_on(where, at):
        return None
    names: list[str] = []
    pieces = [piece for piece in _CUT.split(_undated(text)) if piece.strip(MARKS)]
    for piece in pieces:
        head = piece.split(",")[0]
        if not is_full_name(head) or _mark(head):
            continue
        if not _again(where, at, folded(head)) and _spoken_of(where, at, head):
            break  # what stands behind somebody of the story, or behind an author who is told of below, is an outlet
        names += [name for name in people(piece, sites, sure=False) if is_full_name(name)]
    return Signed(names[:_NAMES], at, at, len(pieces) == 1) if names and not _agencies().search(text) else None


def _mark(name: str) -> bool:
    """Whether a name begins with an article, or with capitals but does not go on so: a company, a project, a place."""
    first, _, rest = name.strip(MARKS).partition(" ")
    return first.casefold() in _ARTICLES or (len(first) > 3 and first.isupper() and not rest.isupper())


def _goes_on(where: Region, at: int) -> bool:
    """Whether the next line goes on in the middle of a sentence: the line is a link in running text."""
    following = where.lines[at + 1] if at + 1 < len(where.lines) else ""
    return following[:1].islower() and prose(following) and not _joint(following)


def _again(where: Region, at: int, fold: str) -> bool:
    """Whether a name stands alone a second time, but not in the menus: above a note about the author, say."""
    above = max(0, at - _HEAD)
    return not where.has(fold, 0, above) and (where.has(fold, above, at) or where.has(fold, at + 1))


def _spoken_of(where: Region, at: int, name: str) -> bool:
    """Whether the menus above hold ``name``, or the story, below its head, has its last word."""
    fold = folded(name)
    if where.has(fold, 0, max(0, at - _HEAD)):
        return True
    return where.told(words_of(fold.split()[-1]) or words_of(fold), at + 1) > 0


def _undated(text: str) -> str:
    """``text`` up to the date in it, or behind one at its start."""
    match = _DIGIT.search(text) and _date().search(text)
    if match is None:
        return text
    return text[match.end() :] if not text[: match.start()].strip(MARKS) else text[: match.start()]


@cache
def _joints() -> frozenset[str]:
    return frozenset((*",&/|;·", *(word.casefold() for word in words("byline_join", "author_joints"))))


def _joint(text: str) -> bool:
    return text.strip().casefold() in _joints()


@cache
def _agencies() -> re.Pattern[str]:
    return lazy(rf"(?<!\w)(?:{any_of('photo_agency')})(?!\w)", re.IGNORECASE)


@cache
def _date() -> re.Pattern[str]:
    return lazy(rf"(?<![^\W\d_])(?:{date_pattern()}|\d{{1,2}}[:.]\d\d|\d{{4}})", re.IGNORECASE)


@cache
def _stamps() -> re.Pattern[str]:
    labels = any_of("published_label", "updated_label", "reading_time")
    return lazy(rf"{date_pattern()}|(?:{labels})(?!\w)|\d+", re.IGNORECASE)


@cache
def _by() -> re.Pattern[str]:
    by, label = any_of("author_by", "byline_by"), any_of("byline_label")
    start = r"(?:^|(?<=[|•·–—/\s]))"
    return lazy(rf"{start}(?:(?P<label>(?:{by}|{label}) ?[:：／])|(?i:{by})(?=\s|$))\s*", re.IGNORECASE)
