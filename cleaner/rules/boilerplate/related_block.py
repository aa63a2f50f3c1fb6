"""A list of links to other articles under a heading.

What   A line such as “You may also like”, “Related stories” or “■関連記事”, and the headlines below it until prose
       begins again, with the beginnings of those stories, which break off in an ellipsis; such a line before a word
       that opens a sentence, in a long line.
Why    The links lost their targets; their headlines read as part of the story.
Kept   Prose below such a line, also a paragraph that ends in an ellipsis by itself; long lists in mid-article, which
       may be the story's own, and three questions in a row.
Moves  The headlines go to `related`.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.boilerplate._lines import label, related, teaser, titled
from cleaner.words import any_of, glued, heads

_CAPITALS = rf"(?-i:{any_of('related_capitals')}) ?[:：]"
_HEAD = lazy(
    rf"(?![-*•+–—·]\s)[^\w(]{{0,6}}(?:{any_of('related_block')}(?: ?[:：…]|\.\.\.)?|{_CAPITALS})[^\w)]{{0,6}}"
    rf"|[^\w(]{{0,6}}{any_of('more_from')} [^.!?]{{2,45}}[:：]?",
    re.IGNORECASE,
)
_BULLET = lazy(r"\s*[-–—•*·・▶▸►»>■◆□◇]")
_MOST = 12

rule = Rule("BLR021", hints=heads("related_block", "related_capitals", "more_from"), glued=glued("related_block"))


def find(doc: Document) -> Iterator[Edit]:
    chosen = [
        line
        for line in doc.candidates()
        if len(line.text) <= 60 and label(line.text) and _HEAD.fullmatch(line.text.strip())
    ]
    if not chosen:
        return
    alive = list(doc.alive())
    place = {line.index: at for at, line in enumerate(alive)}
    heads_at = {place[line.index] for line in chosen}
    for at in sorted(heads_at):
        yield alive[at].cut()
        for line, headline in _list(alive, at + 1, heads_at):
            yield line.cut(**(related(line.text) if headline else {}))


def _list(alive: list[Line], start: int, heads_at: set[int]) -> list[tuple[Line, bool]]:
    """The lines of the list that begins at ``start``, up to the next one, and whether each is a headline."""
    lines: list[tuple[Line, bool]] = []
    for at in range(start, len(alive)):
        headline = titled(alive[at].text)
        if at in heads_at or not (headline or teaser(alive[at])):
            break
        lines.append((alive[at], headline))
    if [at for at, (_, headline) in enumerate(lines) if not headline] == [0]:
        return []
    if lines and _bulleted(lines[0]):
        return list(takewhile(_bulleted, lines))
    if start + len(lines) == len(alive):
        return lines
    lines = lines[: _questions(lines)]
    return lines if len(lines) <= _MOST else []


def _bulleted(entry: tuple[Line, bool]) -> bool:
    return _BULLET.match(entry[0].text) is not None


def _questions(lines: list[tuple[Line, bool]]) -> int:
    """Where three questions in a row begin among ``lines``, which are the story's own; else behind the last."""
    asks = [line.text.rstrip()[-1:] in "?？" for line, _ in lines]
    return next((at for at in range(len(asks) - 2) if all(asks[at : at + 3])), len(asks))


_STORY = (
    "The ferry to the island sailed again on Monday, its owner said in a statement to the press. {}Nobody was hurt when"
    " the storm tore it from the quay, but two cars went into the harbour."
)
_LOST = (
    "The road was closed. Then the mayor, who had waited for this day for years while nobody asked him, stood up before"
    " the crowd, looked at the sea, and said that he would not stay for another winter, not for all the boats…"
)
FIXES = [
    (_STORY.format("Recommended stories "), _STORY.format("")),
    (_STORY.format("Das könnte Sie auch interessieren "), _STORY.format("")),
    (
        "It rained.\n\nYou may also like\n\nSnow in May\n\nSun in June",
        "It rained.\n\n",
        {"related": [{"title": "Snow in May", "url": None}, {"title": "Sun in June", "url": None}]},
    ),
    ("雨が降った。\n■関連記事\n・雪の話\n・風の話\n", "雨が降った。\n"),
    (
        "It rained.\nMORE FROM GOLF\n3/2 - Roe hits back\n3/1 - Poe gives advice\nThe storm grew on Monday.",
        "It rained.\nThe storm grew on Monday.",
    ),
    (
        "It rained.\n\nRelated stories\n\nSnow in May\n\nFor the first time in years it snowed in May, and nobody had…"
        "\n\nThe mayor said on Friday that the dam would hold, but later he… Full story ›\n\nThe sun shone again.",
        "It rained.\n\nThe sun shone again.",
    ),
    (
        "It rained. Ask yourself this:\nRelated:\nSnow in May\nWill it rain?\nWill it snow?\nWill it end?\nIt did not.",
        "It rained. Ask yourself this:\nWill it rain?\nWill it snow?\nWill it end?\nIt did not.",
    ),
    (
        f"It rained.\n\nRelated stories\n\n{_LOST}\n\nThe sun shone again.",
        f"It rained.\n\n{_LOST}\n\nThe sun shone again.",
    ),
    (
        "It rained.\n\nRELATED COVERAGE\n\nStorm over the bay\n\n“Not me,” Mr. Roe laughs. “My boat!”\n\nIt was old.",
        "It rained.\n\n“Not me,” Mr. Roe laughs. “My boat!”\n\nIt was old.",
    ),
]
KEEPS = [
    _STORY.format("Related stories The Captain told were never printed. "),
    _STORY.format("You may also like what we did. "),
    "But there is more: banks found a way.",
    "In other related news, the dam held.",
    "■主な仕様\n・重さ 100g",
    "It rained.\n\nWill it snow?\nWill it rain?\nWill it end?\n\nIt did not.",
    "- Most favourites\n- Most viewed\n- Most downloaded",
    "More from the mayor came on Monday, when he spoke.",
    "仕様\n関連サイト：https://example.com/\n重さ：100g",
]
