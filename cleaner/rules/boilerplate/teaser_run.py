"""Beginnings of other stories in a row, each broken off, with nothing to announce them.

What   At the end of a text two or more paragraphs that break off in an ellipsis, with the headlines between them and
       up to two above the first, below a text that ends no paragraph so.
Why    A box of teasers lost its frame and its links.
Kept   Texts that end other paragraphs in an ellipsis too; a single one, which may be the story's last word.
Moves  The headlines go to `related`.
"""

from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.rule import Hints, Rule
from cleaner.rules.boilerplate._lines import related, teaser, titled
from cleaner.text.prose import prose

_LITERALS = ("…", "...")
_BETWEEN, _FEWEST, _MOST, _ABOVE, _PARAGRAPH = 2, 2, 40, 3, 60

rule = Rule("BLR062", hints=Hints(inside=_LITERALS))


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind == "markdown" or sum(map(teaser, doc.candidates())) < _FEWEST:
        return
    alive = doc.alive()
    start = _start(alive)
    run = alive[start:]
    if start < _ABOVE or sum(map(teaser, run)) < _FEWEST or not prose(alive[start - 1].text):
        return
    if any(len(line.text) >= _PARAGRAPH and line.text.rstrip().endswith(_LITERALS) for line in alive[:start]):
        return
    for line in run:
        yield line.cut(**({} if teaser(line) else related(line.text)))


def _start(alive: list[Line]) -> int:
    """Where the run at the end of a text begins; its length when there is none."""
    start, between = len(alive), 0
    for at in range(len(alive) - 1, max(-1, len(alive) - _MOST), -1):
        if teaser(alive[at]):
            between = 0
        elif titled(alive[at].text) and between < _BETWEEN:
            between += 1
        else:
            break
        start = at
    return start


_A = "The ferry to the island sailed again on Monday, its owner said in a statement to the press at the quay of Lom."
_B = "Nobody was hurt when the storm tore it from the quay, but two cars went into the harbour and were not found."
_SNOW = "For the first time in years it snowed in May, and nobody on the coast had thought that it could happen…"
_DAM = "The mayor said on Friday that the dam would hold through the winter, but later in the day he..."
FIXES = [
    (f"{_A}\n{_B}\n{_A}\n\n{_SNOW}\n\n{_DAM}", f"{_A}\n{_B}\n{_A}\n\n"),
    (
        f"{_A}\n{_B}\n{_A}\n\nHome news\n\nSnow falls on the coast\n\n{_SNOW}\n\nMayor trusts the dam\n\n{_DAM}",
        f"{_A}\n{_B}\n{_A}\n\n",
    ),
]
KEEPS = [
    f"{_A}\n{_B}\n{_A}\n\n{_SNOW}",
    f"{_A}\n{_DAM}\n{_B}\n{_A}\n\n{_SNOW}\n\n{_DAM}",
    f"{_A}\n{_B}\n{_A}\n\n{_SNOW}\n\n{_DAM}\n\n{_B}",
    f"{_A}\n{_B}\n{_A}\n\nWhat they said:\n\n{_SNOW}\n\n{_B}\n\n{_DAM}",
]
