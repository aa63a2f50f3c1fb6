"""A headline with “Read more” behind it.

What   A short line without a full stop that ends with the label of a link, in its own capitals.
Why    It is the teaser of another article.
Kept   Sentences that happen to end with the words.
Moves  The headline goes to `related`.
"""

import re
from typing import Any

from cleaner.rule import whole_line
from cleaner.rules.boilerplate._lines import related, titled
from cleaner.words import any_of, inside


def _lift(match: re.Match[str]) -> dict[str, Any] | None:
    return related(match["title"]) if titled(match["title"]) and len(match["title"].split()) > 2 else None


rule = whole_line(
    "BLR019",
    rf"(?P<title>[^.。]{{12,200}}[^\s.,:;。、]) {{1,3}}(?-i:{any_of('related_bare')})(?: ?(?:»|>>|→|…|\.\.\.))?",
    hints=inside("related_bare"),
    lift=_lift,
)

FIXES = [
    (
        "Five ways to stop the rain Read more\n\nIt rained.",
        "It rained.",
        {"related": [{"title": "Five ways to stop the rain", "url": None}]},
    ),
]
KEEPS = [
    "Children should read more",
    "He told them to Read more.",
]
