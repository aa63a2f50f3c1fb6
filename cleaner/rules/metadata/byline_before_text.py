"""A byline in front of the first sentence, where line breaks are lost.

What   “By Ana Ruiz The ferry sailed again …”, “Von Anna Roe Die Fähre …”, “Par Anne Roe Le ferry …” at the very start:
       the word, the names of people, and a word with a capital that opens a sentence and could not go on after a name;
       "Laporan Wartawan", an outlet and a name in front of a dateline with the outlet.
Why    Byline and story stood on lines of their own.
Kept   Sentences that open with the same word; names behind which no such word stands.
Moves  The names go to `authors`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.metadata._bylines import read_byline
from cleaner.rules.metadata._datelines import read
from cleaner.rules.metadata._names import people
from cleaner.rules.metadata._places import is_known
from cleaner.text.blanks import behind
from cleaner.text.glue import ends
from cleaner.text.names import NAME, given_names
from cleaner.words import any_of, heads

rule = Rule("MET038", hints=heads("author_by", "byline_label", "staff_credit").of_whole_words())

_LEAD = lazy(
    rf"\s{{0,3}}(?:{any_of('author_by')}(?: ?[:：])? |{any_of('byline_label')} ?[:：] ?)(?=[^\W\d_])", re.IGNORECASE
)
_NAMES = lazy(
    rf"(?P<names>{NAME}(?: {NAME}){{1,3}}?) (?={any_of('sentence_opener')} (?!{any_of('sentence_opener')} )[^\W\d_])"
)
_LABELLED = lazy(
    rf"\s{{0,3}}(?i:{any_of('byline_label')}) ?[:：] ?(?P<name>(?P<given>{NAME}) {NAME}) (?={NAME} [a-zß-ÿа-яѐ-џ])"
)
_PASSED = lazy(
    rf"\s{{0,3}}(?i:{any_of('staff_credit')}) (?P<outlet>[^\W\d_][\w.-]{{3,30}}), "
    rf"(?P<name>{NAME}(?: {NAME}){{0,3}}?) (?=(?i:(?P=outlet))\W)"
)
_LONG = 120


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.head(1):
        text = line.text
        lead = _LEAD.match(text) if len(text) > _LONG else None
        if (passed := _PASSED.match(text)) and read(text[passed.end() :]):
            yield line.span(0, passed.end(), authors=[passed["name"]])
            continue
        match = _NAMES.match(text, lead.end()) if lead else None
        names = people(match["names"]) if match else None
        if match and names and not is_known(match["names"]):
            yield line.span(0, match.end(), authors=names)
        elif lead:
            yield from _read(line, lead.end(), doc)


def _read(line: Line, said: int, doc: Document) -> Iterator[Edit]:
    """What is a byline up to a word that opens a sentence, or behind a label up to a third word with a capital."""
    for end in ends(line.text, said, said + _LONG):
        lift = read_byline(line.text[:end], doc.fields) if end > said else None
        if lift:
            yield line.span(0, behind(line.text, end), **lift)
            return
    named = _LABELLED.match(line.text)
    if named and named["given"] in given_names():
        yield line.span(0, named.end(), authors=[named["name"]])


_MORE = " Nobody was hurt when the storm tore it from the quay, but two cars went into the harbour."
_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement." + _MORE
FIXES = [
    ("Laporan Wartawan Roepost.com, Rini Hartono ROEPOST.COM, LOM - Kapal itu berlayar lagi pada Senin.",
     "ROEPOST.COM, LOM - Kapal itu berlayar lagi pada Senin.", {"authors": ["Rini Hartono"]}),
    (f"By Ana Ruiz and Jo Roe {_STORY}", _STORY, {"authors": ["Ana Ruiz", "Jo Roe"]}),
    (f"Autor: Anna Roe Prom na wyspę znów wypłynął w poniedziałek.{_MORE}",
     f"Prom na wyspę znów wypłynął w poniedziałek.{_MORE}", {"authors": ["Anna Roe"]}),

    (f"By Ana Ruiz {_STORY}", _STORY, {"authors": ["Ana Ruiz"]}),
    (f"Von Anna Roe Die Fähre zur Insel fuhr am Montag wieder.{_MORE}",
     f"Die Fähre zur Insel fuhr am Montag wieder.{_MORE}", {"authors": ["Anna Roe"]}),
    (f"Автор: Анна Ким В порту снова ждут паром.{_MORE}", f"В порту снова ждут паром.{_MORE}",
     {"authors": ["Анна Ким"]}),
]  # fmt: skip
KEEPS = [
    "Laporan Wartawan Roepost.com, Rini Hartono dari ROEPOST.COM, tidak dapat dibuka pada Senin di kota pelabuhan itu.",
    f"Autor: Anna Roe pisała o promie na wyspę i o jego kapitanie przez dwadzieścia lat życia w porcie.{_MORE}",
    f"By Monday Morning The ferry had sailed, and nobody was there to see it leave the quay of the harbour.{_MORE}",
    f"By Ana Ruiz the ferry was called an old boat that would never again leave the quay of the harbour.{_MORE}",
    f"By The Sea In Lom is what the song is called that nobody in the harbour had ever heard before.{_MORE}",
    f"Von Der Leyen In Brüssel und Macron in Paris sprachen am Montag über die Fähre zur Insel im Hafen.{_MORE}",
    f"Par Anne Roe, le ferry a été vendu à un armateur qui ne voulait pas dire ce qu'il en ferait un jour.{_MORE}",
]
