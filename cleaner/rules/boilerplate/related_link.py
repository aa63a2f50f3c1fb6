"""A line that links to another article.

What   “READ MORE: …”, “Related: …”, “See also: …” and the like, in many languages, with a title behind the label;
       inside a long line, behind the end of a sentence, where the end of the title can be seen.
Why    It is a link that lost its target, in the middle of the story.
Kept   Sentences that tell to read or see something; labels with prose behind them.
Moves  The title goes to `related`.
"""

import re
from typing import Any

from cleaner.lazy import lazy
from cleaner.rule import whole_line
from cleaner.rules.boilerplate._lines import related, titled
from cleaner.words import any_of, glued, heads

_CAPITALS = any_of("related_capitals")
_GLUED = lazy(r"[؟۔।](?=[^\W\d_])")
"""Where a title ends to which the next one, or the story, is glued."""


_SIGNS = (":", " :", "：", " |", " >", " »", "】")


def _lift(match: re.Match[str]) -> dict[str, Any] | None:
    title = match["title"].strip()
    if match["glued"] is not None:
        return related(title)
    if not (title[0].isdigit() or title[0].lower() == title[0].upper() or title[:2] != title[:2].lower()):
        return None
    if match["bare"] is not None and (title.endswith((".", "。", ",")) or len(title.split()) < 3):
        return None
    told = title.endswith(".") and (". " in title[12:-1] or _GLUED.search(title))
    if told or not titled(title.rstrip(" .")):
        return None
    if title.startswith(("http://", "https://", "www.")):
        return {"related": {"title": None, "url": title}}
    return related(title)


rule = whole_line(
    "BLR016",
    rf"[^\w“\"]{{0,6}}(?:(?:{any_of('related_label')}|(?-i:{_CAPITALS}))[ \t\u00a0]?[:：|»>】ः\]–—-][ \t\u00a0]*"
    rf"|(?P<bare>(?-i:{any_of('related_bare')}))[ \t\u00a0]+"
    rf"|(?P<glued>(?-i:{any_of('related_glued')}))(?-i:(?=[“‘\"']?[A-Z])))(?P<title>[^\s:].{{3,400}})",
    hints=heads("related_label", "related_capitals", "related_bare", "related_glued"),
    glued=glued("related_label", after=_SIGNS, extra=("(related:", "[related:")),
    lift=_lift,
)

_STORY = (
    "The ferry to the island sailed again on Monday, its owner said in a statement to the press. {}Nobody was hurt when"
    " the storm tore it from the quay, but two cars went into the harbour."
)
FIXES = [
    (_STORY.format("Czytaj też: Prom znów pływa po burzy. Tłumy na kei "), _STORY.format("")),
    (_STORY.format("Czytaj też: Prom znów pływa! Kolejny rejs już jutro "), _STORY.format("")),
    (_STORY.format("Lexoni edhe:Stuhia goditi qytetinBanorët u larguan. "), _STORY.format("Banorët u larguan. ")),
    (
        _STORY.format("READ ALSO: Minister resigns over the budget "),
        _STORY.format(""),
        {"related": [{"title": "Minister resigns over the budget", "url": None}]},
    ),
    (_STORY.format("Lesen Sie auch: Neue Fähre für die Insel "), _STORY.format("")),
    (_STORY.format("Read more: Who pays for the ferry? "), _STORY.format("")),
    (
        _STORY.format("Lexoni edhe:Trageti niset përsëri").replace("Nobody", "Ata"),
        _STORY.format("").replace("Nobody", "Ata"),
    ),
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
    _STORY.format("Czytaj też: Prom znów pływa po burzy. Kapitan mówi o tym niechętnie. "),
    _STORY.format("Read more: Star of YouTube leaves the stage for good. "),
    _STORY.format("Read more: that is what The teacher told them every day. "),
    _STORY.format("Lire aussi : Le ministre a démissionné hier soir. "),
    _STORY.format("Czytaj też: Prom znów pływa Czy kapitan wróci? "),
    _STORY.format("Read also: Fire destroys homes near The Hague after months of rain. "),
    _STORY.format("Related: What the storm left of the quay "),
    _STORY.format("The sign said “Read more: Ferry to be replaced” "),
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
