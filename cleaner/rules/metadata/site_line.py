"""The address of the outlet, alone on a line.

What   One of the first two lines that holds only the name of a site: “ROEPOST.INFO”, “www.roepost.com”.
Why    It names the supplier; it is no sentence of the story.
Kept   Sites in mid-text, and two of them in a row, which are a list.
Moves  To `publisher`.
"""

from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.scan.traits import BARE_HEAD
from cleaner.text.prose import prose
from cleaner.text.sites import ENDING

_LONGEST = 40
_SITE = lazy(rf"[\W_]{{0,3}}(?P<site>(?:www\.)?[A-Za-z][\w-]{{2,24}}(?i:{ENDING}))[\W_]{{0,3}}")

rule = Rule("MET040", needs=BARE_HEAD)


def find(doc: Document) -> Iterator[Edit]:
    head = doc.head(3)
    sites = [line for line in head if _site(line)]
    if len(sites) != 1 or sites[0] not in head[:2] or prose(head[0].text):
        return
    if any(prose(line.text) for line in doc.alive()):
        yield sites[0].cut(publisher=_site(sites[0]))


def _site(line: Line) -> str:
    """The name of the site that a line holds and nothing else, or an empty text."""
    found = _SITE.fullmatch(line.text.strip()) if len(line.text) <= _LONGEST else None
    return found["site"] if found else ""


_STORY = "The ferry to the island sailed again on Monday, its owner said in a statement to the press."
FIXES = [
    ("ROEPOST.INFO\n" + _STORY, _STORY, {"publisher": "ROEPOST.INFO"}),
    ("Ferry sails\nwww.roepost.com\n" + _STORY, "Ferry sails\n" + _STORY, {"publisher": "www.roepost.com"}),
    ("roepost.co.id\n\n" + _STORY, _STORY, {"publisher": "roepost.co.id"}),
]
KEEPS = [
    _STORY + "\nroepost.info\n" + _STORY + "\n" + _STORY,
    "roepost.info\nroepost.com\n" + _STORY,
    _STORY + "\n\nroepost.info",
    "Roepost.com is closed\n" + _STORY,
    "roepost.info",
]
