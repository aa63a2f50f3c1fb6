"""A line that links to another article.

What   “READ MORE: …”, “Related: …”, “See also: …” and the like, in many languages, with a title behind the label.
Why    It is a link that lost its target, in the middle of the story.
Kept   Sentences that tell to read or see something; labels with prose behind them.
Moves  The title goes to `related`.
"""

import re
from typing import Any

from cleaner.lazy import lazy
from cleaner.rule import whole_line
from cleaner.rules.boilerplate._shapes import related, titled
from cleaner.words import any_of, heads

_CAPITALS = any_of("related_capitals")
_GLUED = lazy(r"[؟۔।](?=[^\W\d_])")
"""Where a title ends to which the next one, or the story, is glued."""


def _lift(match: re.Match[str]) -> dict[str, Any] | None:
    title = match["title"].strip()
    if match["glued"] is not None:
        return related(title)
    if not (title[0].isdigit() or title[0].lower() == title[0].upper() or title[:2] != title[:2].lower()):
        return None
    if match["bare"] is not None and (title.endswith((".", "。", ",")) or len(title.split()) < 3):
        return None
    if not titled(title.rstrip(" .")) or ". " in title[12:-1] or (_GLUED.search(title) and title.endswith(".")):
        return None
    if title.startswith(("http://", "https://", "www.")):
        return {"related": {"title": None, "url": title}}
    return related(title)


rule = whole_line(
    "BLR016",
    rf"[^\w“\"]{{0,6}}(?:(?:{any_of('related_label')}|(?-i:{_CAPITALS}))[ \t\u00a0]?[:：|»>】–—-][ \t\u00a0]*"
    rf"|(?P<bare>(?-i:{any_of('related_bare')}))[ \t\u00a0]+"
    rf"|(?P<glued>(?-i:{any_of('related_glued')}))(?-i:(?=[“‘\"']?[A-Z])))(?P<title>[^\s:].{{3,400}})",
    hints=heads("related_label", "related_capitals", "related_bare", "related_glued"),
    lift=_lift,
)

FIXES = [
    (
        "It rained.\n\nREAD MORE: Five issues for the next leader\n\nIt snowed.",
        "It rained.\n\nIt snowed.",
        {"related": [{"title": "Five issues for the next leader", "url": None}]},
    ),
    ("It rained.\nMORE: Elephant picks up litter\nIt snowed.", "It rained.\nIt snowed."),
    ("It rained.\n\nRelated roundups: iRoe 6, iRoe 6s (2015)", "It rained.\n\n"),
    ("[ Related: 12 Viral Stories! ]\nIt rained.", "It rained."),
    ("Read more 5 Great Moments of Jo Roe\nIt rained.", "It rained."),
    ("It rained.\n\nRelated“Is it rain?” asks the mayorThe sun is back\n\nIt snowed.", "It rained.\n\nIt snowed."),
    ("Det regner.\nLes også: Sola kommer tilbake", "Det regner.\n"),
    ("雨が降った。\n【関連】港に新しい橋\n", "雨が降った。\n"),
]
KEEPS = [
    "It is a film where you see more than some sails.",
    "Cynics should not read more into that than there is.",
    "RelatedWorks is the name of the firm.",
    "Read more books, the minister urged.",
    "See also how the dam was built.",
    "More: the painter kept on painting, and nobody saw it. He died in May.",
    "Related: the minister’s cousin was charged too.",
    "But there is more: banks found a way.",
    "Leia abaixo alguns trechos",
    "Veja abaixo as obras que mudaram o porto",
    "every league (READ: games between leagues)",
    "Mr Roe also read personal files of the staff.",
    "We see also how the gangs use heavy trucks.",
    "“We’re going to see more of these floods,” he said.",
    "More than 200 pupils were kept at home in April.",
    "The crater could be related to an asteroid.",
    "Leia, the princess of the film, is back.",
    "بیشتر بخوانید:کشتی کی برمی‌گردد؟ناخدا چه گفت؟اما بندر با چالش‌های دیگری نیز روبه‌رو است.",
]
