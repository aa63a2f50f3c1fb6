"""A poll of readers in the middle of the text.

What   A question with two or more answers below it, each a line that says only “Yes”, “No”, “Don't know” or the like.
Why    The page asked its visitors; the buttons became lines.
Kept   Questions that the story asks; interviews; a single answer.
Moves  The question goes to `media`.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.media._neighbours import cut_lines
from cleaner.words import any_of, heads

_ANSWER = lazy(rf"\W{{0,4}}{any_of('poll_answer')}(?:, [^.!?]{{2,40}})?(?: ?\d{{1,3}} ?%)?\W{{0,3}}", re.IGNORECASE)
_QUESTION = lazy(r"[^?？؟]{8,150}[?？؟]\s*")

_LONGEST = 60

rule = Rule("MED032", hints=heads("poll_answer").of_whole_words().within(_LONGEST))


def find(doc: Document) -> Iterator[Edit]:
    answers = {
        line.index for line in doc.candidates() if len(line.text) <= _LONGEST and _ANSWER.fullmatch(line.text.strip())
    }
    if len(answers) < 2:
        return
    alive = list(doc.alive())
    for at, line in enumerate(alive):
        if line.index in answers:
            continue
        below = at + 1
        while below < len(alive) and alive[below].index in answers:
            below += 1
        if below - at > 2 and _QUESTION.fullmatch(line.text):
            yield cut_lines(line, alive[below - 1], media={"kind": "poll", "title": line.text.strip()})


FIXES = [
    (
        "It rained.\n\nWould you sail in a storm?\n\nYES\nNO\n\nIt snowed.",
        "It rained.\n\nIt snowed.",
        {"media": [{"kind": "poll", "title": "Would you sail in a storm?"}]},
    ),
    ("Es regnet.\n\nFahren Sie mit der Fähre?\nJa\nNein\nWeiß nicht\n\nEs schneit.", "Es regnet.\n\nEs schneit."),
]
KEEPS = [
    "Would you sail in a storm?\n\nNo.\n\nWhy not?\n\nYes, why not.",
    "Would you sail in a storm?\n\nYes\n\nThat is what he said.",
    "It rained.\nYes\nNo",
]
