"""What stands between two parts of the article in the text of a whole page.

What   Buttons, teasers, captions and newsletter boxes between paragraphs of the article, found together with what
       stands above and below it: see page-head for how.
Why    Text taken from a page without looking at its markup holds everything that the page shows.
Kept   A text that is an article already; headings, lists and short lines between paragraphs in which no phrase of a
       box stands and which are not links.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.rules.chrome._cut import cuts
from cleaner.rules.chrome._examples import BOX, FOOT, LISTS, MENU, MORE, NEEDS, PAGES, STORY
from cleaner.scan.traits import LISTED, SHORT
from cleaner.textpages.region import ISLAND

rule = Rule("CHR003", chrome=True, needs=SHORT | LISTED)


def find(doc: Document) -> Iterator[Edit]:
    return cuts(doc, ISLAND)


FIXES = [(menu + story + BOX + MORE + foot, f"{menu}{story}\n\n{MORE}{foot}") for menu, story, foot in PAGES[:3]]
KEEPS = [
    *(menu + story + foot for menu, story, foot in PAGES),
    LISTS,
    STORY + BOX + MORE,
    MENU + STORY + NEEDS + MORE + FOOT,
]
