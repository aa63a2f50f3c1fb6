"""The site's menu above the article.

What   Three or more lines of a word or two at the very top, most of them names of sections such as “Home” and
       “Sports”, and a bare address below them; sections and headline glued to one line, “HomeNewsStorm hits the coast”.
Why    Extraction took the navigation along; cut this early, the rules for the first lines of an article see them.
Kept   Short lines that name no section: a list, a poem, a table of contents.
Moves  The address to `url`, the last of the glued sections to `section`.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.metadata._sections import as_section, known
from cleaner.words import any_of, heads

_SECTION = lazy(rf"\W{{0,3}}{any_of('section_name', 'section_home', 'section_menu')}\W{{0,3}}", re.IGNORECASE)
_GLUED = lazy(
    rf"{any_of('section_home')}(?:[ »>/|]{{0,3}}(?P<last>"
    rf"{any_of('section_name', 'section_home', 'section_menu', 'section_glued')})){{1,3}}(?=[A-Z“\"'‘\d])"
)
_ADDRESS = lazy(r"(?:https?://|www\.)\S{4,300}")
_MOST, _FEWEST, _WORDS, _LONGEST = 40, 3, 3, 250

rule = Rule("MEN001", chrome=True, hints=heads("section_name", "section_home", "section_menu").within(_LONGEST))


def find(doc: Document) -> Iterator[Edit]:
    head = doc.head(_FEWEST)
    if len(head) < 2:
        return
    match = _GLUED.match(head[0].text) if len(head[0].text) <= _LONGEST else None
    if match:
        yield head[0].span(0, match.end(), **as_section(doc, match["last"] if known(match["last"]) else None))
        return
    if not all(map(_short, head)):
        return
    head = doc.head(_MOST)
    menu = list(takewhile(_short, head))
    sections = sum(_SECTION.fullmatch(line.text.strip()) is not None for line in menu)
    if len(menu) < _FEWEST or sections < _FEWEST or 2 * sections < len(menu) or len(menu) == len(head):
        return
    while not (_SECTION.fullmatch(menu[-1].text.strip()) or _ADDRESS.fullmatch(menu[-1].text.strip())):
        menu.pop()
    for line in menu:
        address = _ADDRESS.fullmatch(line.text.strip())
        yield line.cut(**({"url": address[0]} if address and not doc.fields.get("url") else {}))


def _short(line: Line) -> bool:
    text = line.text.strip()
    return (
        len(text.split()) <= _WORDS and not text.endswith((".", "!", "?", ":")) and (len(text) <= 30 or "://" in text)
    )


FIXES = [
    (
        "Home\nNews\nSports\nBusiness\nLiving\nhttps://news.example.org/a\nIt rained all day in Oslo.",
        "It rained all day in Oslo.",
        {"url": "https://news.example.org/a"},
    ),
    (
        "HomeSportStorm hits the coast\nIt rained all day in Oslo.",
        "Storm hits the coast\nIt rained all day in Oslo.",
        {"section": "Sport"},
    ),
    ("Startseite\nPolitik\nSport\nKultur\nWirtschaft\nEs regnet in Oslo seit Tagen.", "Es regnet in Oslo seit Tagen."),
]
KEEPS = [
    "Home\nIt rained.",
    "Soup\nBread\nWine\nCheese\nIt rained all day in Oslo.",
    "Home\nNews\nSports\nBusiness",
    "Homes for the poor\nIt rained.",
]
