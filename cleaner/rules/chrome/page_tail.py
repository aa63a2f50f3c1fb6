"""What stands below the article in the text of a whole page.

What   Buttons, links to other stories, comments and footers below the last line of the article, found together with
       what stands above it: see page-head for how.
Why    Text taken from a page without looking at its markup holds everything that the page shows.
Kept   A text that is an article already; a list that the last sentence announces; sources, corrections and notes below
       a story that stands alone.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.rules.chrome._cut import cuts
from cleaner.rules.chrome._examples import FOOT, LISTS, MENU, PAGES, STEPS, STORY
from cleaner.scan.traits import LISTED, SHORT
from cleaner.textpages.region import TAIL

rule = Rule("CHR002", chrome=True, needs=SHORT | LISTED)


def find(doc: Document) -> Iterator[Edit]:
    return cuts(doc, TAIL)


FIXES = [(menu + story + foot, menu + story) for menu, story, foot in PAGES] + [
    (MENU + STORY + STEPS + FOOT, MENU + STORY + STEPS.rstrip("\n"))
]
KEEPS = [*(story for _, story, _ in PAGES), LISTS, STORY + FOOT]
