"""What stands above the article in the text of a whole page.

What   Menus, logins, tickers and teasers above the first line of the article, when lines that are nothing but chrome
       surround it. Every line is judged by its shape (length, sentence ends, capitals, function words, digits, links,
       bullets, repeats, phrases such as “Sign in”) and by that of the lines around it, as weights and tables of a
       data file add up; the article is the best path through the scores.
Why    Text taken from a page without looking at its markup holds everything that the page shows.
Kept   A text that is an article already: few of its lines are chrome, and hardly any stand above it. Dates between
       headline and article, for the rules that read them.
Moves  The headline above the article goes to `title`.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.rules.chrome._cut import cuts
from cleaner.rules.chrome._examples import FOOT, LISTS, MENU, PAGES, STORY, TITLE
from cleaner.scan.traits import LISTED, SHORT
from cleaner.textpages.region import HEAD

rule = Rule("CHR001", chrome=True, needs=SHORT | LISTED)


def find(doc: Document) -> Iterator[Edit]:
    return cuts(doc, HEAD)


FIXES = [
    *((menu + story + foot, story + foot) for menu, story, foot in PAGES),
    (f"{MENU}# {TITLE}\n\n{STORY}{FOOT}", STORY + FOOT, {"title": TITLE}),
]
KEEPS = [*(story for _, story, _ in PAGES), LISTS, f"{TITLE}\n\n{STORY}", STORY + FOOT]
