"""Who wrote the article, on a line of its own.

What   `By Maren Holt`, `Von Jonas Brandt`, `執筆：山田` among the first lines, with role or agency behind the name.
Why    It is no sentence of the text.
Kept   Sentences that begin with the same word: By Friday the road had reopened.
Moves  Names to `authors[]`; "By Staff Reporter" names nobody.
"""

import re
from collections.abc import Iterator
from functools import cache

from cleaner.dates import is_month, is_weekday
from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.words import any_of, words

rule = Rule(code="MET005")

_NAME = r"[^\W\d_][\w.’'-]{0,25}(?:[ ][^\W\d_][\w.’'-]{0,25}){0,4}"
_AND = r"(?:,[ ]|[ ](?:and|und|et|y|e|en|och|og|ja|i|a|és|și|и|та|ve|dan|&)[ ])"


@cache
def _pattern() -> re.Pattern[str]:
    names = rf"(?P<names>{_NAME}(?:{_AND}{_NAME}){{0,4}})"
    behind = r"(?:[ ]?[,|/–—(-][ ]?(?P<role>[^.!?\n]{2,60}?)\)?)?"
    return re.compile(rf"(?:{any_of('byline_label')})(?P<mark>[ ]?[:：／/]|[ ])[ ]?{names}{behind}", re.IGNORECASE)


def find(doc: Document) -> Iterator[Edit]:
    head = doc.head(6)
    for line in head:
        text = line.text.strip()
        if not 5 <= len(text) <= 120:
            continue
        match = _pattern().fullmatch(text)
        if match is None or len(head) < 2:
            continue
        names = people(match["names"], loose=match["mark"].strip() != "", foreign=not text[:1].isascii())
        if names is not None:
            yield line.cut(authors=names)


def people(text: str, loose: bool, foreign: bool = False) -> list[str] | None:
    """The names in a byline; empty when it names nobody, None when it is no byline.

    ``loose`` allows names of one word, which need a label with a colon; ``foreign`` names without capitals.
    """
    found = []
    for name in re.split(_AND, text):
        if name.casefold() in _nobody():
            continue
        parts = name.split()
        if found and any(part.casefold() in _roles() for part in parts):
            break
        if any(is_month(part) or is_weekday(part) for part in parts):
            return None
        capital = [part for part in parts if not part[0].islower()]
        if not foreign and (len(capital) < (1 if loose else 2) or parts[-1][0].islower()):
            return None
        found.append(name if not name.isupper() else name.title())
    return found


@cache
def _nobody() -> frozenset[str]:
    return frozenset(word.casefold() for word in (*words("nobody"), *words("wire_agency")))


@cache
def _roles() -> frozenset[str]:
    return frozenset(word.casefold() for word in words("role_word"))


FIXES = [
    ("By Maren Holt\n\nThe ferry sails.", "The ferry sails.", {"authors": ["Maren Holt"]}),
    ("Von Jonas Brandt und Eva Lang\nDas Schiff fährt.", "Das Schiff fährt.", {"authors": ["Jonas Brandt", "Eva Lang"]}),
    ("By ISMAIL MUSA LADU\nThe ferry sails.", "The ferry sails.", {"authors": ["Ismail Musa Ladu"]}),
    ("By Staff Reporter\nThe ferry sails.", "The ferry sails."),
    ("By: Rory McConville, Political Editor\nThe ferry sails.", "The ferry sails.", {"authors": ["Rory McConville"]}),
    ("記事執筆：memn0ck\n船が出る。", "船が出る。", {"authors": ["memn0ck"]}),
]  # fmt: skip
KEEPS = [
    "By Friday, thousands of accounts were ablaze\nThe ferry sails.",
    "By Ginsberg’s count, he said, there are ten shots\nThe ferry sails.",
    "By the grace of God, I and my manager\nThe ferry sails.",
    "By 2013 she had found her calling\nThe ferry sails.",
    "By the way, it is a really good book.\nThe ferry sails.",
    "By Monday Morning\nThe ferry sails.",
    "De Havilland and Short Brothers said\nThe ferry sails.",
]
