"""Headline, byline and date among the menus of a whole page.

What   In text taken from whole pages: the line that is the headline (by the page's title in the first line, by the
       byline and date below it, by the story it stands above), the byline and the dates between headline and story.
Why    Rules for the first lines of an article see menus there; and once the menus are cut, who wrote it is lost.
Kept   Texts that are an article alone; names and dates of neighbour stories; the story itself.
Moves  `title`, `authors`, `published`, `updated`; the outlet behind the page's title to `publisher`. A line that holds
       more than that stays, and only its meaning is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cleaner.document import Document
from cleaner.edit import Edit, Finding
from cleaner.pagehead.headline import Headline, headline
from cleaner.pagehead.people import signed
from cleaner.pagehead.region import Region, region
from cleaner.pagehead.stamps import dated, head
from cleaner.rule import Rule
from cleaner.rules.metadata._stamps import lifted

rule = Rule(code="MET000")


def find(doc: Document) -> Iterator[Edit | Finding]:
    where = region(doc) if doc.kind == "text" else None
    title = headline(where, str(doc.fields.get("title") or "")) if where else None
    if where is None or title is None:
        return
    taken = _Taken(where, cut=title.at is not None and title.sure)
    for one in dated(where, title.at):
        lift, unsettled = lifted(one.found, doc.fields, doc.text)
        if unsettled:
            line = where.pieces[one.at].line
            yield doc.note(line.start, line.end, f"day and month of “{unsettled}” could be swapped; it was left")
        taken.put(one.at, one.last, lift, one.whole)
    found = signed(where, head(where, title.at), taken.near(title.at), title.outlet)
    if found:
        taken.put(found.first, found.last, {"authors": found.names}, found.whole)
    _title(taken, title)
    yield from taken.edits()


class _Taken:
    """What is lifted from which line, and the lines that hold nothing else."""

    def __init__(self, where: Region, cut: bool) -> None:
        self.where, self.cut = where, cut
        self.lifts: dict[int, dict[str, Any]] = {}
        self.whole: set[int] = set()

    def put(self, first: int, last: int, lift: dict[str, Any], whole: bool) -> None:
        """Lift from the lines ``first`` to ``last``, which are cut when ``whole``."""
        if lift:
            mixed = first in self.lifts and first not in self.whole
            self.lifts.setdefault(first, {}).update(lift)
            self.whole.update(range(first, last + 1) if self.cut and whole and not mixed else ())

    def near(self, at: int | None) -> tuple[int, ...]:
        """The lines next to which a name alone may be the author's."""
        return (*sorted(self.lifts.keys() | self.whole), *(() if at is None else (at, at + 1)))

    def edits(self) -> Iterator[Edit]:
        """Cuts of whole lines, and edits that change nothing but lift."""
        for number in sorted(self.lifts.keys() | self.whole):
            line, lift = self.where.pieces[number].line, self.lifts.get(number, {})
            yield line.cut(**lift) if number in self.whole else Edit(line.start, line.start, "", tuple(lift.items()))


def _title(taken: _Taken, title: Headline) -> None:
    outlet = {"publisher": title.outlet} if title.outlet and taken.where.stands(title.outlet) else {}
    if title.titled:
        taken.put(0, 0, {"title": title.text, **outlet}, True)
    if title.at is not None:
        taken.put(title.at, title.at, {"title": title.text}, True)


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement to all who had waited for it."
_MENU = "Skip to content\nMenu\nNews\nHarbour\nSport\nCulture\nWeather\nLetters\nArchive\nSearch\nSign in\n"
_FOOT = "\nMore stories\nBakery opens\nBridge closed\nMarket moves\nContact\nImprint\nPrivacy\nJobs\nRoe Media Ltd"
_TITLE = "Ferry sails again after the winter storm"
_DE = (
    "Zum Inhalt springen\nStartseite\nPolitik\nHafen\nSport\nKultur\nWetter\nLeserbriefe\nArchiv\nAnmelden\n{head}\n"
    + "Die Fähre zur Insel fährt seit Montag wieder, teilte die Reederei in einer kurzen Erklärung mit.\n" * 3
    + "Mehr zum Thema\nImpressum\nDatenschutz\n© 2015 Roe Verlag"
)
_RU = (
    "Меню\nНовости\nПорт\nСпорт\nКультура\nПогода\nПисьма\nАрхив\nПоиск\nВойти\n{head}\n"
    + "Паром на остров снова вышел в море в понедельник, сообщила компания в кратком заявлении для прессы.\n" * 3
    + "Читайте также\nКонтакты\nРеклама\nВакансии\n© 2015 Издательство Ро\nВсе права защищены"
)
_PAGE = f"{_MENU}Harbour\n{{head}}\n{_STORY}\n{_STORY}\n{_STORY}{_FOOT}"
FIXES = [
    (f"{_TITLE} | Roe News\n" + _PAGE.format(head=f"{_TITLE}\nAnn Other\n3 March 2015, 10:30\nShare"),
     _PAGE.format(head="Share"),
     {"title": _TITLE, "authors": ["Ann Other"], "published": "2015-03-03T10:30", "publisher": None}),
    (_PAGE.format(head=f"{_TITLE}\nPublished:\n3 March 2015\nBy\nAnn Other\n,\nJo van der Roe\nand\nEva Lang\nShare"),
     _PAGE.format(head="Share"),
     {"title": _TITLE, "authors": ["Ann Other", "Jo van der Roe", "Eva Lang"], "published": "2015-03-03"}),
    (_PAGE.format(head=f"{_TITLE}\nBy Ann Other, Harbour Editor\nUpdated 4 March 2015 | Published 3 March 2015"),
     _PAGE.format(head="").replace("Harbour\n\n", "Harbour\n"),
     {"title": _TITLE, "authors": ["Ann Other"], "published": "2015-03-03", "updated": "2015-03-04"}),
    (_DE.format(head="Fähre fährt nach dem Wintersturm wieder\nVon Jo Roe und Eva Lang\nStand: 03.03.2015, 14.05 Uhr"),
     _DE.format(head="").replace("Anmelden\n\n", "Anmelden\n"),
     {"title": "Fähre fährt nach dem Wintersturm wieder", "authors": ["Jo Roe", "Eva Lang"]}),
    (_RU.format(head="Паром снова вышел в море после шторма\n3 марта 2015, 10:30\nАвтор: Анна Ким"),
     _RU.format(head="").replace("Войти\n\n", "Войти\n"),
     {"title": "Паром снова вышел в море после шторма", "authors": ["Анна Ким"], "published": "2015-03-03T10:30"}),
]  # fmt: skip
KEEPS = [
    f"{_TITLE}\nBy Ann Other\n3 March 2015\n{_STORY}\n{_STORY}",
    "Songs of the harbour\n" + "The Long Quay\nRope and Tar\n" * 14 + _STORY + "\n" + _STORY,
    _STORY + "\n" + _STORY + "\nCrew list\n" + "Ann Other\nJo Roe\nEva Lang\n" * 9,
    "Timetable\n" + "Westhaven\nØyvik\n3 March 2015\n" * 9 + _STORY + "\n" + _STORY + "\nShare",
    f"{_TITLE}\n\nBy Ann Other\n\n" + (_STORY + "\n\n") * 12 + "Share\nTweet\nPrint\nMore stories\n© 2015 Roe News",
]
