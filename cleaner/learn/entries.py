"""From how a stretch stands to the entry of a source profile that would take it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from cleaner.lazy import lazy
from cleaner.learn.spans import Labelled, Standing
from cleaner.profile.cuts import Cut, check, escaped, is_name
from cleaner.words import words

MOSTLY, NEARLY = 0.8, 0.9
"""Shares of the cases that make a habit."""

ANYWHERE, LOOSE = 0.05, 0.1
"""The share of articles that a stretch in mid-line must be in when it could be a sentence, or else when it is short."""

SURE = 0.3
"""The share of articles from which on no doubt is left that a line is the supplier's."""

HALF = 0.5
"""The share of cases in which a sentence must be seen to begin behind a stretch that is none itself."""

_WORDS, _LONG, _LETTERS, _OPEN_LETTERS = 3, 6, 8, 3
_PLACEHOLDER = lazy(r"\{[a-z]+(?::\d+)?\}")
_FIGURES, _HEADING = 2, 3
_SPEECH = frozenset('“”„«»"')
_RESTS, _SENTENCES = 3, 0.3
_SENTENCE, _SENTENCE_ENDS = 4, tuple('.!?。！？”"')
_LABEL_ENDS = tuple(":：|｜»►▶→＝=")
_HEAD_ENDS = tuple(")）-–—:：|】]》»」")
_SPAN_ENDS = (*_LABEL_ENDS, *".;!?…。！？】]）)»”*")
_STEPS = (20, 40, 60, 80, 100, 120, 160, 200)
_LIFTS = {
    "images.credit": ("credit_label",),
    "images.caption": ("caption_label",),
    "published": ("published_label",),
    "updated": ("updated_label",),
    "authors": ("byline_label", "author_by"),
    "syndicated_from": ("source_label",),
    "related.title": ("related_label",),
}


class Candidate(NamedTuple):
    """An entry that may be proposed, in how many articles its words recur, and why it may be prose nevertheless."""

    cut: Cut
    articles: int
    doubt: str = ""


def of_standing(standing: Standing, all_articles: int, least: int) -> Iterator[Candidate]:
    """The entries that a recurring stretch asks for; none when it may be prose."""
    text = standing.key if standing.varied else escaped(" ".join(standing.raw.split()))
    doubt = _doubt(standing, text) if standing.articles < SURE * all_articles else ""
    if standing.alone >= max(least, 1):
        yield from _checked(Cut(text, "line"), standing.alone, doubt)
    if standing.alone >= NEARLY * standing.times:
        return
    inner = standing.articles * MOSTLY
    opens = standing.opens / standing.times
    apart = text.endswith(_LABEL_ENDS) or len(text.split()) >= _LONG
    if standing.tails >= inner and (opens >= NEARLY or (opens >= HALF and apart)):
        if not _prose(standing.after):
            place = "line" if standing.first >= NEARLY * standing.times and standing.heads < inner else "tail"
            for bridge, count in _bridges(standing.after, least, standing.tails):
                yield from _checked(Cut(text + bridge, place, _lift(text, bridge)), count)
            return
    elif standing.heads >= inner and (text.endswith(_HEAD_ENDS) or _shouts(text)) and not _prose(standing.before):
        for bridge, count in _bridges(standing.before, least, standing.heads, head=True):
            dateline = "dateline" if any(word in text for word in words("dateline_agency")) else ""
            yield from _checked(Cut(bridge + text, "head", dateline), count, doubt if text[-1] == ":" else "")
        return
    if standing.parted >= NEARLY * standing.times and standing.articles >= _share(standing, text) * all_articles:
        yield from _checked(Cut(text, "anywhere"), standing.articles)


def _share(standing: Standing, text: str) -> float:
    """The share of the articles that a stretch in mid-line must be in; more than all for what may be prose.

    What stands between two sentences and is none itself is hardly prose, the less the longer it is.
    """
    count = len(text.split())
    if count < _WORDS or sum(map(str.isalpha, text)) < _LETTERS or _SPEECH & set(text):
        return 2
    if text.endswith(_SPAN_ENDS) or _shouts(text):
        return ANYWHERE
    if standing.starts < HALF * standing.times:
        return 2
    return 0 if count >= _LONG else LOOSE


def of_label(label: Labelled, least: int) -> Iterator[Candidate]:
    """The entry for lines that begin alike and go on with something short that is not prose."""
    distinct = set(label.rests)
    if label.short < NEARLY * label.lines or len(distinct) < max(_RESTS, _SENTENCES * len(label.rests)):
        return
    if sum(rest.endswith((".", "?", "!", "。")) for rest in label.rests) > _SENTENCES * len(label.rests):
        return
    names = sum(map(_named, label.rests)) >= NEARLY * len(label.rests)
    if not names and not label.key.endswith(_LABEL_ENDS):
        return
    for bridge, _ in _bridges([" " + rest for rest in label.rests], least, label.articles):
        yield from _checked(Cut(label.key + bridge, "line", _lift(label.key, bridge)), label.articles)


def _doubt(standing: Standing, text: str) -> str:
    """Why lines that recur, if not in most articles, may belong to them; empty when nothing says so."""
    if text.count("{number}") >= _FIGURES:
        return "figures: it may be a row of a table"
    if len(text.split()) <= _HEADING and len(text) <= 10 * _HEADING and standing.leads >= HALF * standing.times:
        return "short and before a paragraph: it may be a heading"
    if standing.outer < HALF * standing.times:
        return "in the midst of articles"
    return ""


def _checked(cut: Cut, count: int, doubt: str = "") -> Iterator[Candidate]:
    try:
        check(cut)
    except ValueError:
        return
    if "{any:" not in cut.text or sum(map(str.isalpha, _PLACEHOLDER.sub("", cut.text))) >= _OPEN_LETTERS:
        yield Candidate(cut, count, doubt)


def _bridges(gaps: Sequence[str], least: int, count: int, head: bool = False) -> Iterator[tuple[str, int]]:
    """What stands for the text between a stretch and the end: nothing, a name, or a bounded piece of anything."""
    filled = [gap for gap in gaps if gap.strip()]
    empty = count * (len(gaps) - len(filled)) // max(1, len(gaps))
    if empty >= least:
        yield "", empty
    if count - empty < least or not filled:
        return
    spaced = sum(gap[-1 if head else 0].isspace() for gap in filled) >= NEARLY * len(filled)
    if len(set(filled)) < _RESTS:
        return
    longest = max(len(gap) for gap in filled)
    size = next(step for step in _STEPS if step >= min(longest, _STEPS[-1]))
    named = sum(_named(gap.strip()) for gap in filled) >= NEARLY * len(filled)
    piece = "{name}" if named and spaced else f"{{any:{size}}}"
    yield (piece + " " * spaced if head else " " * spaced + piece), count - empty


def _prose(gaps: Sequence[str]) -> bool:
    """Whether what stands between a stretch and the end of the article is, more often than by chance, sentences."""
    filled = [gap.strip() for gap in gaps if gap.strip()]
    long = [gap for gap in filled if len(gap.split()) >= _SENTENCE or (" " not in gap and len(gap) > 4 * _SENTENCE)]
    sentences = sum(gap.endswith(_SENTENCE_ENDS) for gap in long)
    return sentences > (1 - NEARLY) * len(gaps)


def _named(text: str) -> bool:
    return 2 <= len(text.split()) <= 5 and is_name(text) and all(w.strip(".'’-").isalpha() for w in text.split())


def _shouts(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= _LETTERS and all(char.isupper() for char in letters)


def _lift(text: str, bridge: str) -> str:
    """The field that the words behind a known label belong to, empty when it is none."""
    if not bridge.strip():
        return ""
    label = text.strip().rstrip("".join(_LABEL_ENDS)).strip().lower()
    return next((field for field, known in _labels().items() if label in known), "")


@cache
def _labels() -> dict[str, frozenset[str]]:
    return {field: frozenset(word.lower() for word in words(*keys)) for field, keys in _LIFTS.items()}
