"""Headline, byline and date among the menus of a whole page.

What   In text taken from whole pages: the line that is the headline (by the page's title in the first line, by the
       byline and date below it, by the story it stands above), the sentence right below it when names or dates follow,
       the byline and the dates between headline and story.
Why    Once the menus are cut, who wrote it and when is lost; and rules for the first lines of an article would take
       the day above the menu for that of the article.
Kept   The text, all of it: what is chrome and what is a byline is for the rules that follow. Texts that are an article
       alone; names and dates of neighbour stories.
Moves  `title`, `subtitle`, `authors`, `published`, `updated`; the outlet behind the page's title to `publisher`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cleaner.document import Document
from cleaner.edit import Edit, Finding
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.chrome._examples import FOOT, LISTS, STORY
from cleaner.rules.head import _examples as pages
from cleaner.rules.head._headline import headline, signs
from cleaner.rules.head._people import signed
from cleaner.rules.head._region import Region, region
from cleaner.rules.head._stamps import dated, head
from cleaner.rules.metadata._headlines import bare
from cleaner.rules.metadata._stamps import lifted
from cleaner.scan.traits import LISTED, SHORT
from cleaner.text.prose import prose

rule = Rule(code="HED001", needs=SHORT | LISTED)

_BELOW, _SHORTEST, _LONGEST = 8, 50, 400
_MARKUP = lazy(r"</?[a-zA-Z!]|\]\(|\]\[|https?:|\((?:/|#)")


def find(doc: Document) -> Iterator[Edit | Finding]:
    where = region(doc) if doc.kind == "text" else None
    title = headline(where, str(doc.fields.get("title") or "")) if where else None
    if where is None or title is None:
        return
    seen: dict[int, dict[str, Any]] = {}
    near: set[int] = set() if title.at is None else {title.at, title.at + 1}
    for one in dated(where, title.at):
        lift, unsettled = lifted(one.found, doc.fields, doc.text)
        near.update(range(one.at, one.last + 1))
        if unsettled:
            yield _unsettled(doc, where, one.at, unsettled)
        seen.setdefault(one.at, {}).update(lift)
    found = signed(where, head(where, title.at), tuple(sorted(near)), title)
    if found:
        seen.setdefault(found.first, {})["authors"] = found.names
    if (lead := _standfirst(where, title.at, max(near, default=0))) is not None:
        seen.setdefault(lead, {})["subtitle"] = " ".join(where.lines[lead].split())
    said = {"publisher": title.outlet} if title.outlet and where.stands(title.outlet) else {}
    if text := _plain(title.text):
        seen.setdefault(title.at or 0, {}).update({"title": text, **said})
    for number, lift in sorted(seen.items()):
        if lift:
            start = where.begins[number]
            yield Edit(start, start, "", tuple(lift.items()))


def _plain(text: str) -> str:
    """A headline without the sign of Markdown; nothing when links or tags are what it is made of."""
    return "" if _MARKUP.search(text) else bare(text)


def _standfirst(where: Region, at: int | None, signed: int) -> int | None:
    """The line of the standfirst: a sentence right below the headline, with byline or date below it.

    ``signed`` is the last line of these.
    """
    if at is None or not at + 2 <= signed <= at + _BELOW:
        return None
    text = where.lines[at + 1]
    return at + 1 if _SHORTEST <= len(text) <= _LONGEST and prose(text) and not signs(text) else None


def _unsettled(doc: Document, where: Region, number: int, date: str) -> Finding:
    begin = where.begins[number]
    return doc.note(begin, begin + len(where.lines[number]), f"day and month of “{date}” could be swapped; it was left")


_BY_THREE = ["Ann Other", "Jo van der Roe", "Eva Lang"]
FIXES = [
    (page, page, fields)
    for page, fields in (
        (
            pages.ENGLISH,
            {
                "title": pages.TITLE,
                "authors": ["Ann Other"],
                "published": "2023-03-14T09:30",
                "publisher": "The Westhaven Post",
            },
        ),
        (pages.SPLIT, {"title": pages.TITLE, "published": "2023-03-14", "authors": _BY_THREE}),
        (pages.STACK, {"authors": _BY_THREE, "published": "2023-03-14T09:30"}),
        (pages.TITLED, {"title": pages.TITLE, "authors": ["Ann Other", "Eva Lang"]}),
        (pages.STANDFIRST, {"subtitle": pages.LEAD, "authors": ["Ann Other"]}),
        (pages.FAR_ABOVE, {"published": "2023-03-14T09:30"}),
        (pages.PICTURED, {"published": "2023-03-14T09:30"}),
        (pages.ABOUT, {"published": "2023-03-14"}),
        *((page, {"title": pages.TITLE_SMALL, "published": "2023-03-14T09:30"}) for page in pages.BELOW_TITLE),
        (pages.ROLE, {"title": pages.TITLE, "authors": ["Ann Other"]}),
        (pages.TOLD, {"authors": None}),
        (pages.AT_FOOT, {"authors": ["Ann Other"], "published": "2023-03-14"}),
        (pages.OUTLET, {"title": pages.TITLE, "published": "2023-03-14T09:30"}),
        (pages.GERMAN, {"title": pages.TITLE_DE, "authors": ["Jo Roe", "Eva Lang"], "published": "2023-03-14T14:05"}),
        (
            pages.RUSSIAN,
            {
                "title": "Портовый мост открыли после ремонта",
                "authors": ["Анна Ким"],
                "published": "2023-03-14T10:30",
            },
        ),
        (pages.JAPANESE, {"title": "港の橋、九か月ぶりに通行可能に", "published": "2023-03-14T10:30"}),
    )
]
KEEPS = [
    f"{pages.TITLE}\nBy Ann Other\n14 March 2023\n{STORY}",
    f"{STORY}\n\nAnn Other is a reporter at the Post.",
    LISTS,
    f"{LISTS}\n{STORY}",
    f"{pages.TITLE}\n\n{STORY}{FOOT}",
    f"Ann Other\n\n{STORY}",
    f"Ann Other | Roeville Journal Sentinel\n\n{STORY}",
    f"Harbour Works\n14 March 2023\n\n{STORY}",
    f"14 March 2023, 09:30\n{pages.PHOTOS}",
    f"{pages.TITLE}\n{pages.LEAD}\nBy Ann Other\n{STORY}",
    f"Workers on the last of the piers, 2 March 2023\n\n{STORY}",
    f"The bridge and the town at dawn (Eva Lang/AFP)\n\n{STORY}",
    f"Ann Other, Jo van der Roe\n\n{STORY}",
    f"Ann Other, Roeville - 14 March 2023, 09:30\n\n{STORY}",
    f"Minutes of the harbour council of 2 March 2023\n14 March 2023\n{STORY}",
    f"Ann Other\nCorrespondent in Roeville\n\n{STORY}",
    f"Author Jo Lang, from Roeville, said that she was\n{STORY}",
    f"{STORY}\n\nAuthor\nHarbour works",
]
