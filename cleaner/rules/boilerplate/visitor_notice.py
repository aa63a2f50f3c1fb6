"""Notices to the visitor of a page, one sentence behind the other: privacy, consent, accounts, house rules, pleas.

What   A run of sentences most of which hold set words such as “your personal data”, “our privacy policy” or “you may
       unsubscribe”, one of them with “we”, “our” or “this site”: from the first such sentence to the last, when there
       are four of them, or two at the beginning or the end of the text.
Why    Programs that write a page as one line leave the banners and forms around the article as whole sentences, which
       look like prose.
Kept   One such sentence alone, quotations, and reports in which others speak of data and rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule, take
from cleaner.rules.boilerplate._notices import Sentence, own, said_at, sentences_of
from cleaner.words import inside

rule = Rule("BLR049", hints=inside("visitor_notice"), chrome=True)


_FEWEST, _AT_END, _BETWEEN, _LAST, _BEYOND = 4, 2, 2, 4, 3
"""How many notices make a run, and at an end of the text; how many other sentences may stand between two, and before
the text's last; how many beyond a run at an end."""


def find(doc: Document) -> Iterator[Edit]:
    said = {line.index: said_at(line.text, doc.ends(line)) for line in doc.candidates()}
    if sum(map(len, said.values())) < _AT_END:
        return
    sentences = [sentence for line in doc.alive() for sentence in sentences_of(line, said.get(line.index, []))]
    for first, stop in reversed(_runs(sentences)):
        run = sentences[first:stop]
        at_end = min(first, len(sentences) - stop) <= _BEYOND
        notices = sum(sentence.notice for sentence in run)
        if notices >= max(_AT_END if at_end else _FEWEST, len(run) / 2) and any(map(own, run)):
            yield from _taken(run)


def _taken(run: list[Sentence]) -> Iterator[Edit]:
    for _, of_line in groupby(reversed(run), key=lambda sentence: sentence.line.index):
        pieces = list(of_line)
        yield from take(pieces[0].line, pieces[-1].start, pieces[0].end)


def _runs(sentences: list[Sentence]) -> list[tuple[int, int]]:
    """The runs that begin and end with a notice and have few other sentences between two of them."""
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(sentences):
        stop = at + 1
        if sentences[at].notice:
            for other in range(at + 1, len(sentences)):
                if other - stop > _BETWEEN:
                    break
                if sentences[other].notice:
                    stop = other + 1
            runs.append((at, stop))
        at = stop
    if len(runs) > 1 and runs[-1][1] == len(sentences) and runs[-1][0] - runs[-2][1] <= _LAST:
        first, end = runs[-2][0], runs[-1][1]
        if sum(sentence.notice for sentence in sentences[first:end]) * 2 >= end - first:
            runs[-2:] = [(first, end)]
    return runs


_NOTICES = (
    "We use cookies to remember your choices. You can change your cookie settings at any time. Please read our privacy "
    "policy."
)
_PLEA = (
    "A word to our readers. Every story begins with a question. A reporter sets out in the rain. Days go by. We do "
    "this at no cost to you, but it is far from free to produce. We need your financial support."
)
FIXES = [
    (f"The bridge was opened on Monday. {_PLEA}", "The bridge was opened on Monday."),
    (f"The council meets again in June. {_NOTICES}", "The council meets again in June."),
    (f"{_NOTICES} The bridge was opened on Monday.", "The bridge was opened on Monday."),
    (
        "It rained.\n\nThese cookies are necessary for our website.\nThey are set when you log in.\nIf you do not "
        "allow these cookies, parts of it will not work.",
        "It rained.\n\n",
    ),
    (
        "Es regnet. Wir behalten uns vor, Kommentare zu löschen. Bitte beachten Sie unsere Netiquette.",
        "Es regnet.",
    ),
    (
        "It rained.\n\nBy submitting this form you agree to our terms of use.\nYour personal data will be deleted on "
        "request.",
        "It rained.\n\n",
    ),
    (
        "It rained.By entering your email you agree to our terms.You can opt out at any time.You've successfully "
        "subscribed to this newsletter!",
        "It rained.",
    ),
    (
        "Es regnet. Mit dem Absenden stimmen Sie unseren Nutzungsbedingungen zu. Ihre personenbezogenen Daten werden "
        "nicht weitergegeben.",
        "Es regnet.",
    ),
]
KEEPS = [
    "The bridge was opened on Monday. The choir sang at no cost to you and me. Nobody had to pay.",
    "It rained.By subscribing, you help us, she said.The vote was close.Nobody knew.",
    "The firm changed its privacy policy in May. The minister said that users had been misled about their data.",
    "“We use cookies,” she said. “You may unsubscribe at any time.” Nobody believed her.",
    "Please read our privacy policy. The council meets again in June, and its members will hear from the builders. "
    "The bridge was opened on Monday. It had been closed for nine months.",
    "You agree to the terms of use when you sign up. You can opt out in the settings. Your personal data is then gone.",
    "The council meets again in June. These cookies are necessary, the firm says. They are set when a user logs in.",
    "Der Wirt las die Netiquette. Er habe das Recht, Kommentare zu löschen, sagte er. Es regnet.",
    "The bank wrote to its customers: your personal data may have been lost.",
]
