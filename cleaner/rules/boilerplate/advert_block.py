"""A label of sold links with the links below it.

What   A line such as “Ads by …”, “Sponsored links” or “Promoted stories” and the short lines below it, until a
       paragraph of the story begins.
Why    A network sold the place; its teasers read like sentences of the story.
Kept   Long paragraphs below such a label; labels with further words.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.boilerplate._lines import label
from cleaner.words import any_of, heads

_HEAD = lazy(rf"\W{{0,4}}(?:{any_of('advert_block')}|{any_of('advert_by')} [A-Z]\w{{2,20}})\W{{0,4}}")
_TEASER, _STORY, _MOST = 110, 130, 8

rule = Rule("BLR040", hints=heads("advert_block", "advert_by"))


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        if len(line.text) > 60 or not label(line.text) or not _HEAD.fullmatch(line.text.strip()):
            continue
        below = [other for other in doc.lines[line.index + 1 : line.index + 3 * _MOST] if not other.blank]
        end = next((at for at, other in enumerate(below) if len(other.text.strip()) >= _STORY), len(below))
        yield line.cut()
        if end <= _MOST and all(len(other.text) <= _TEASER for other in below[:end]):
            for other in below[:end]:
                yield other.cut()


_STORY_LINE = (
    "The ferry to the island sailed again on Monday, its owner said in a statement to the press, after a week in which"
    " nobody could reach it."
)
FIXES = [
    (f"It rained.\n\nAds by Roeblade\n\nLose ten pounds by May. See how.\n\nOne odd trick\n\n{_STORY_LINE}",
     f"It rained.\n\n{_STORY_LINE}"),
    (f"It rained.\n\nSponsored links\n\nOne odd trick\n\n{_STORY_LINE}", f"It rained.\n\n{_STORY_LINE}"),
]  # fmt: skip
KEEPS = [
    "Ads by the river were banned.",
    "Sponsored links are a nuisance, the minister said.",
    "Ads by a company that sold air",
]
