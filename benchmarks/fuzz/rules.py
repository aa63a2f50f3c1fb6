"""Texts for the rules: their own examples, cut up and put together again."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import chain

from cleaner import Cleaner, undo
from cleaner.document import Kind
from cleaner.rule import Rule, discover

KINDS: tuple[Kind, ...] = ("text", "text", "text", "markdown", "html", "page", "article")
AGAIN: dict[Kind, tuple[Kind, ...]] = {
    "markdown": ("markdown",),
    "article": ("article",),
    "page": ("page", "article"),
}
"""As what a cleaned text is cleaned again: as bare text and as an article, unless it was one of these. A page's text
may speak of tags, which its reader saw and kept: bare text may not."""

GLUE = ("", " ", "\n", "\n\n", "\t", ". ", "\u00a0", " - ", "\n \n", "\r\n", "\u200b", "\\n", "&nbsp;")
ODD = (
    *("\x00", "\x1b[31m", "\u202e", "\ufeff", "\ud800", "\U0001f3ac", "İ", "ſ", "ﬁ", "â€™", "Ã©", "\u0301", "\u2028"),
    *("[", "](", "<", "&#", "(((", "***", "|", "#", "\\", "`", "{{", "©", "By ", "Photo: ", "Reuters", "12:30"),
)
LONGEST = 600
"""Characters of one text."""


def examples(known: tuple[Rule, ...]) -> list[str]:
    """The texts of all FIXES, REPORTS and KEEPS, and their hint words."""
    found = []
    for rule in known:
        found += [one if isinstance(one, str) else one[0] for one in chain(rule.fixes, rule.reports, rule.keeps)]
        found += [*rule.hints.heads, *rule.hints.inside]
    return [text for text in found if 0 < len(text) <= LONGEST]


def made(number: int, seeds: list[str]) -> tuple[str, Kind]:
    """The text of execution ``number`` and its kind."""
    dice = random.Random(number)
    pieces = []
    for _ in range(dice.choice((1, 1, 2, 2, 3, 4))):
        piece = dice.choice(seeds)
        if dice.random() < 0.5:
            lines = piece.split("\n")
            piece = dice.choice(lines)
        pieces += (piece, dice.choice(GLUE))
    text = "".join(pieces)
    for _ in range(dice.choice((0, 0, 1, 1, 2, 5))):
        at = dice.randint(0, len(text))
        deed = dice.randrange(4)
        if deed == 0:
            text = text[:at] + dice.choice(ODD) + text[at:]
        elif deed == 1:
            text = text[:at] + text[at + dice.choice((1, 1, 3, 20)) :]
        elif deed == 2:
            text = text[:at] + text[at : at + 12] * dice.choice((2, 3)) + text[at + 12 :]
        else:
            text = (
                text[:at].swapcase() + text[at:] if dice.random() < 0.2 else text[:at] + dice.choice(GLUE) + text[at:]
            )
    return text[:LONGEST], dice.choice(KINDS)


def target() -> Callable[[int], str]:
    """The check of one execution by its number."""
    known = discover()
    cleaner, seeds = Cleaner(known, max_removed=1.0, max_chrome=1.0), examples(known)

    def check(number: int) -> str:
        text, kind = made(number, seeds)
        found = cleaner.clean(text, kind=kind)
        for finding in found.findings:
            if finding.level == "error" and finding.message.startswith("the rule failed"):
                return f"rule failed: {finding.code} {finding.message}: {text!r}"
        if undo(found.text, found.edits) != text:
            return f"undo: {text!r}"
        if found.rejected:
            return ""
        for second in AGAIN.get(kind, ("text", "article")):
            more = cleaner.clean(found.text, kind=second)
            if more.text != found.text:
                codes = ",".join(sorted(more.rules))
                return f"not final as {second}: {codes}: {kind} {text!r} -> {found.text!r} -> {more.text!r}"
        return ""

    return check
