"""Headlines of other articles in a row, with nothing to announce them.

What   Two or more lines without a full stop, each as long as a headline, below the last paragraph, also when a
       correction or note stands below them; and in mid-text a run of short lines in capitals and headlines by turns.
Why    A box of links lost its frame and its links.
Kept   Lists with bullets or numbers, lists behind a colon, lists of people and what they are, of terms or dates,
       verse, short items, lines with figures only.
Moves  The headlines go to `related`.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules._rows import last
from cleaner.rules.boilerplate._headlines import LONGEST_LABEL, is_headline, is_label, is_loud_label
from cleaner.rules.boilerplate._lines import related
from cleaner.rules.boilerplate._shapes import EDGE
from cleaner.scan.traits import HANGING, LAST, SHORT
from cleaner.text.stops import ends_sentence
from cleaner.words import any_of

_NOTE = lazy(rf"[\W_]{{0,6}}(?:{any_of('note_label')}){EDGE}", re.IGNORECASE)
_NOTES, _ABOVE = LAST - 1, 4
"""Lines: of notes below the headlines at most, and of text above them at least."""


_RUN, _LONGEST_RUN, _PROSE = 2, 8, 100
"""Lines of a run at least and at most, and characters of the paragraph above it."""

_WHO = lazy(r"(?:[^\W\d_a-z][\w.'’-]*\s){1,3}[^\W\d_a-z][\w'’-]+(?: \([^()]{1,20}\))?, [a-zß-ÿа-я]")
_ENTRY = lazy(
    r"^[^:\n]{3,40}: (?:[a-zß-ÿ]|[A-Z]{2})|(?<!\w)[^\W\d_]{3,9}\.?,? \d{1,2}(?: ?[-–] ?\d{1,2})? ?, (?:19|20)\d\d(?!\d)"
)

rule = Rule("BLR044", needs=HANGING | SHORT)


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind == "markdown":
        return
    if any(map(is_headline, last(doc, LAST))):
        yield from _below(doc.tail(_LONGEST_RUN + _NOTES + _ABOVE + 1))
    loud = [at for at, row in enumerate(doc.rows) if 4 < len(row) <= LONGEST_LABEL and row.isupper()]
    if (loud or doc.touched) and sum(map(is_loud_label, doc.at(loud))) >= _RUN:
        yield from _by_turns(doc.alive())


def _below(alive: list[Line]) -> Iterator[Edit]:
    """The run that ends the lines ``alive``, but for notes, with the label above it."""
    end = len(alive)
    while 0 < end > len(alive) - _NOTES and _NOTE.match(alive[end - 1].text):
        end -= 1
    at = end
    while at and is_headline(alive[at - 1].text):
        at -= 1
    run = alive[at:end]
    if not _RUN <= len(run) <= _LONGEST_RUN or at < _ABOVE or len({line.text.strip() for line in run}) < len(run):
        return
    entries = sum(_ENTRY.search(line.text) is not None for line in run)
    if all(_WHO.match(line.text.strip()) for line in run) or entries * 2 > len(run):
        return  # the end of a list of people, terms or dates
    if len(run) > _RUN and is_label(alive[at - 1]) and _is_prose(alive[at - 2]):
        yield alive[at - 1].cut()
    elif not _is_prose(alive[at - 1]):
        return
    for line in run:
        yield line.cut(**related(line.text))


def _by_turns(alive: list[Line]) -> Iterator[Edit]:
    """The runs of labels in capitals, each with a headline below."""
    at = 1
    while at < len(alive):
        stop = at
        while stop + 1 < len(alive) and is_loud_label(alive[stop]) and is_headline(alive[stop + 1].text):
            stop += 2
        if stop - at >= 2 * _RUN:
            for line in alive[at:stop]:
                yield line.cut(**({} if is_loud_label(line) else related(line.text)))
        at = max(stop, at + 1)


def _is_prose(line: Line) -> bool:
    text = line.text.strip()
    return len(text) >= _PROSE and ends_sentence(text)


_A = "The ferry to the island sailed again on Monday, its owner said in a statement to the press at the quay of Lom."
_B = "Nobody was hurt when the storm tore it from the quay, but two cars went into the harbour and were not found."
_TEXT = f"{_A}\n\n{_B}\n\nIt snowed.\n\n{_A[:-1]} again."
FIXES = [
    (f"{_TEXT}\n\n- Snow Falls on the Coast\n\n- Minister Wants a Bridge to Island", f"{_TEXT}\n\n"),
    (f"{_TEXT}\n\nSnow falls on the coast in May\n\nMinister wants a bridge to the island", f"{_TEXT}\n\n"),
    (
        f"{_TEXT}\n\nSnow falls on the coast\n\nMinister wants a bridge to the island\n\nCorrection: It is in Lom.",
        f"{_TEXT}\n\nCorrection: It is in Lom.",
    ),
    (
        f"{_A}\n\nCOLD MAY\n\nSnow falls on the coast again\n\nA BRIDGE\n\nMinister wants to reach the island\n\n{_B}",
        f"{_A}\n\n{_B}",
    ),
]
KEEPS = [
    f"{_TEXT}\n\nTom Reyk, a pilot who steered the old ferry\n\nAna Roe (Lom), former mayor of the town on the quay",
    f"{_TEXT}\n\nLOM 5°C Rain with some snow in the evening\n\nARVO 7°C Rain and later on some more of it",
    f"{_TEXT}\n\nAnd I just follow *NUMBER*: *NUMBER* as ever\n\nLet each one look for it",
    f"{_TEXT}\n\nSnow falls on the coast in May",
    f"{_TEXT}\n\nThey ask for:\n\nA boat that holds the sea\n\nA rope that does not break",
    f"{_TEXT}\n\n- snow that falls on the coast\n\n- a minister who wants a bridge",
    f"{_TEXT}\n\n- Snow falls on the coast in May\n\n- Minister wants a bridge to the island",
    f"{_TEXT}\n\nPrice: what the new boat costs at the yard\n\nWeight: how much it can carry to sea",
    f"{_TEXT}\n\nThe Boat Fair - June 17-20, 2026, Lom\n\nThe Rope Fair - May 7 - 8, 2026, Arvo",
    f"{_TEXT}\n\nRoses are red\n\nViolets are blue",
    f"{_A}\n\nTHE STORM\n\nIt began on Monday in the north of the country.\n\nTHE FERRY\n\nIt was old.\n\n{_B}",
]
